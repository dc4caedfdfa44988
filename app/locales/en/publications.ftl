# The publications: the list, the booklet, the feed.

publications-title = Publications
publications-lead = The texts adopted by the council: numbered, dated, and just as they were voted.
publications-none = The texts adopted by the council will be read here. None is published yet.
publications-follow = Follow the publications (feed)
publications-numbered = { $kind } no. { $number }
publications-adopted-by = { $body }, { $day }
publications-not-yet = This text is adopted, and not public yet: only members of the council who may do so read it.
publications-follow-work = See the work of the group
publications-how-adopted = How this text was adopted
publications-adoption = Adoption
publications-vote = Vote
publications-votes =
    { $for } for, { $against } against, { $abstaining ->
        [0] no abstention
        [one] one abstention
       *[other] { $abstaining } abstentions
    }
publications-written-by = Written by
publications-by-group = the group “{ $group }”
publications-by-people-of = { $people }, for the group “{ $group }”
publications-published = Published on
publications-cite = To cite this text
publications-citation = { $council }, { $text }, “{ $title }”, { $day }.
publications-fingerprint = Fingerprint of the text (SHA-256)
publications-fingerprint-why = These signs are worked out from the text: they let anybody check that it has not changed since it was published.
publications-check-how = How to check it, for those who know how to use a terminal
publications-check = To check that the text has not changed, download it, then compare this fingerprint with what this gives:
publications-feed-title = { $council }: publications
publications-entry = { $name }: { $title }

publications-mended = Record of adoption mended on { $day }: { $reason }
publications-done-mended = The record is mended. The text, its number and its fingerprint have not changed.
publications-done-corrected = The corrected version is published.
publications-done-standing = What becomes of the text is saved.
publications-corrected-on = corrected on { $day }
publications-corrected = Version corrected on { $day }: { $reason }
publications-read-former = Read the former version
publications-former = You are reading version { $edition } of this text. It was corrected since.
publications-former-current = Read the version in force
publications-superseded = This text is replaced since { $day }.
publications-withdrawn = The council withdrew this text on { $day }.
publications-read-other = Read text no. { $number }, which replaces it
publications-editions = Published versions
publications-edition = Version { $edition }, { $day }
publications-edition-reason = : { $reason }
