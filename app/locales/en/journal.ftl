# The journal: whether it is whole, how long it is kept, what concerns each person.

journal-chain-go = Verify, download, how long it is kept
journal-chain-title = Verifying the journal
journal-chain-lead = Each line of the journal is sealed with the one before: a line that is removed, changed or moved shows.
journal-chain-whole =
    { $count ->
        [one] The journal is whole since { $day }: { $count } line verified.
       *[other] The journal is whole since { $day }: { $count } lines verified.
    }
journal-chain-none = No line is sealed yet: it is done every minute.
journal-chain-unsealed =
    { $count ->
        [one] { $count } line, very recent, is not sealed yet.
       *[other] { $count } lines, very recent, are not sealed yet.
    }
journal-chain-emptied =
    { $count ->
        [one] The details of { $count } line were erased, as the right to be forgotten asks; the line itself is whole.
       *[other] The details of { $count } lines were erased, as the right to be forgotten asks; the lines themselves are whole.
    }
journal-chain-removed = At place { $place }, line { $line } is missing: it was sealed on { $moment }.
journal-chain-changed = At place { $place }, line { $line } is no longer what was sealed on { $moment }.
journal-chain-cut = Lines are missing just before place { $place } (line { $line }, sealed on { $moment }), or were sealed a second time.
journal-chain-broken-next = Compare with a backup, or with a file of the journal that you kept: the lines are there.
journal-seal = Last hash
journal-seal-at = Place { $place }, sealed on { $moment }.
journal-seal-note = Note it on paper, or keep it with your backups: as long as it is found here, nothing was removed before it.
journal-verify = Verify the whole journal
journal-noted = Find a hash that was noted
journal-noted-field = Hash
journal-noted-hint = Its first eight signs at least. Spaces do not count.
journal-noted-do = Look for the hash
journal-noted-found = It is in the journal, at place { $place }, sealed on { $moment }.
journal-noted-missing = It is not in the journal: it is badly copied, too old, or the journal was written again.
journal-files = Taking the journal away
journal-files-text = The whole journal, with its hashes. There are names in it: keep it in a safe place.
journal-files-csv = For a spreadsheet (CSV)
journal-files-lines = For a program (JSON)
journal-keep = How long to keep it
journal-keep-years = Years
journal-keep-years-hint = Leave blank to keep everything. What is older is removed once a month, also from the news and from the history of texts.
journal-keep-months = Months during which it says where each line comes from
journal-keep-months-hint = Only a part of the network address is kept, never the whole address.
journal-keep-do = Change how long
journal-done-garde = How long it is kept was changed.
journal-from = from the network { $network }
journal-from-local = from the machine of the site
journal-from-private = from the local network
journal-veiled = Somebody who looks after the group
journal-own-title = What concerns me
journal-own-text = What the journal of the site keeps of what you do, and of what is done about you.
journal-own-go = Read what concerns me
journal-own-lead = What you did, and what was done about you, the latest first.
journal-own-none = The journal says nothing of you yet.

journal-journal-purged = The oldest lines of the journal were removed, on their date.
journal-journal-kept-changed = { $actor } changed how long the journal is kept.
journal-journal-exported = { $actor } downloaded the journal.
