# The charter, the rules and the other texts that frame the council.

menu-charter = Charter
framing-charter = Charter
framing-rules = Rules of procedure
framing-protocol = Protocol
framing-guide = Guide

charter-title = Charter and rules
charter-lead = The texts that say what we commit to and how the council works.
charter-none = The council has no text in force yet.
charter-texts = The texts
charter-others = The other texts
charter-not-yet = Not in force yet
charter-back = Go back
charter-save = Save
charter-article = Article { $number }
charter-article-titled = { $name }. { $title }
charter-articles =
    { $count ->
        [one] See its article
       *[other] See its { $count } articles
    }
charter-article-history = History of the article
charter-article-history-of = History of the article: { $article }
charter-preamble = Preamble
charter-version = Version { $number }
charter-version-of = { $title }, version { $number }
charter-prepared = Version { $number } is being prepared
charter-empty = This version holds nothing yet.

charter-standing-preparing = Being prepared
charter-standing-amending = Open to amendments
charter-standing-examined = Examined
charter-standing-voting = Put to the vote
charter-standing-to-come = Adopted
charter-standing-in-force = In force
charter-standing-replaced = Replaced
charter-standing-abandoned = Given up

charter-from = from { $day }
charter-to-come = in force from { $day }
charter-from-until = from { $from } to { $until }
charter-amendable = amendments from { $from } to { $until }
charter-wished = wished to be in force from { $day }
charter-decided = adopted on { $day }
charter-decided-by = { $body }, { $day }
charter-on-day = This is the text in force on { $day }.
charter-on-day-none = No version was in force on { $day }.
charter-today = Read the text in force today

charter-history = Versions of the text
charter-history-do = Versions of the text
charter-on-title = The text in force on a given day
charter-on = Date
charter-on-hint = For example 30/04/2026
charter-on-do = Read the text
charter-compare = From version { $from } to version { $to }
charter-compare-with = Compare with version { $number }
charter-compare-changed =
    { $count ->
        [0] No article changed.
        [one] One article changed.
       *[other] { $count } articles changed.
    }
charter-article-changed = Changed
charter-article-added = Added
charter-article-removed = Removed

charter-add = Add a text
charter-new = New text
charter-new-lead = You will write its first version right after. Nobody will read it as a text in force before a vote adopts it.
charter-new-do = Create the text
charter-settings = Settings of the text
charter-settings-do = Settings
charter-kind = Nature of the text
charter-name = Title
charter-aim = What it is for
charter-aim-hint = In a sentence, for those who discover it.
charter-to-sign = Signature
charter-to-sign-yes = Each member signs this text
charter-to-sign-no = This text is not signed
charter-to-sign-hint = The signature is asked for when each version comes into force.
charter-begin = Prepare a new version

charter-edit = Write version { $number }
charter-edit-do = Write this version
charter-edit-lead = A heading of level 2 begins an article. Leave it without a number: it gets its own when you save. An article in force keeps its number for ever.
charter-body = Text
charter-body-hint = For example: ## The meetings. A heading of level 1 (#) begins a part.
charter-motives = What changes, and why
charter-motives-hint = These reasons are read with the version, by the whole council.
charter-starts-on = Coming into force
charter-starts-on-hint = For example 01/09/2026. Without a date, the version is in force from the day of the decision.

charter-open-amendments = Open to amendments
charter-open-amendments-lead = The text will not change any more during that time.
charter-open-amendments-do = Open to amendments
charter-amendable-from = First day
charter-amendable-from-hint = Without a date, from today.
charter-amendable-until = Last day
charter-amendable-until-hint = For example 30/04/2026
charter-examine-do = Examine it
charter-resume-do = Go back to writing
charter-abandon-do = Give this version up
charter-vote-do = Put it to the vote
charter-vote-see = See the vote
charter-question-adopt = Do you adopt version { $number } of “{ $title }”?
charter-poll-about = This vote is about:
charter-poll-effect = If it is adopted, it comes into force on the day planned; if not, it goes back to being prepared.

charter-done-change = The settings are saved.
charter-done-enregistre = The version is saved.
charter-done-reuni = The version is saved, with what somebody else changed in it in the meantime.
charter-done-ouvert = The version is open to amendments.
charter-done-examine = The version is being examined.
charter-done-repris = The version is being prepared again.
charter-done-abandonne = The version is given up; it can still be read in the history.

forbidden-chair-or-staff-only = Only the chair and the staff can do this.
forbidden-staff-only = Only the staff can do this.
transition-framing-state = This version is no longer at that step: nothing was changed. Read again where it stands.
transition-framing-articles = Two articles have the same number, or one has that of a deleted article: nothing was changed. Open the text, correct the number and save.
transition-just-typed = Somebody has just written in this text: nothing else was changed. Read it again, then start over.
transition-framing-prepared = A version of this text is being prepared already.
transition-not-in-force = This version is not in force: nothing was signed. Read the one that is.
transition-already-signed = This version is signed already.
transition-not-to-be-signed = This text is not signed.
problem-no-article = write at least one article: a heading that begins with ##
problem-same-article = two articles have the number { $number }
problem-article-gone = the number { $number } was that of an article that was removed: it no longer serves

journal-charter-added = { $actor } added a text to the charter and rules.
journal-charter-changed = { $actor } changed the settings of a text of the charter and rules.
journal-charter-begun = { $actor } began a new version of a text of the charter and rules.
journal-charter-saved = { $actor } saved a version of a text of the charter and rules.
journal-charter-amendments = { $actor } opened a version of a text of the charter and rules to amendments.
journal-charter-examined = { $actor } had a version of a text of the charter and rules examined.
journal-charter-resumed = { $actor } went back to writing a version of a text of the charter and rules.
journal-charter-abandoned = { $actor } gave up a version of a text of the charter and rules.
journal-charter-put-to-vote = { $actor } put a version of a text of the charter and rules to the vote.
journal-charter-vote-called-off = { $actor } called off the vote on a version of a text of the charter and rules.
journal-charter-adopted = A version of a text of the charter and rules was adopted; { $actor } proclaimed it.
journal-charter-rejected = A version of a text of the charter and rules was rejected; { $actor } proclaimed it.

charter-article-lead = When it came, what changed, by which decision.
charter-sign = Sign
charter-sign-title = Sign: { $title }
charter-sign-first = Read the whole text before you sign it.
charter-sign-again =
    { $count ->
        [0] You signed version { $before }. No article changed since.
        [one] You signed version { $before }. This is the article that changed since.
       *[other] You signed version { $before }. These are the { $count } articles that changed since.
    }
charter-sign-whole = Read the whole text
charter-sign-said = { $name } signs version { $number } of “{ $title }”, on { $day }.
charter-sign-kept = Your name, the date and the fingerprint of the text are kept. All members see who signed.
charter-sign-do = Sign: { $title }
charter-signed-on = You signed this version on { $day }.
charter-signatures = Signatures: { $title }, version { $number }
charter-signatures-do = See the signatures
charter-signatures-none = Nobody has signed this version yet.
charter-signatures-count =
    { $count ->
        [0] No signature
        [one] One signature
       *[other] { $count } signatures
    }
charter-signatures-waiting =
    { $count ->
        [one] One person has not signed yet
       *[other] { $count } people have not signed yet
    }
charter-signatures-of = Signatures of version { $number }
charter-on-paper = on paper
charter-scan = Scan
charter-scan-of = Scan: { $name }
charter-scan-hint = A PDF or a picture, { $megabytes } MB at most. Only the staff and the person who signed can see it.
charter-paper = A signature on paper
charter-paper-lead = Somebody signed the printed text: write it down here, with a copy of the signed page.
charter-paper-who = Who signed
charter-paper-on = The day of the signature
charter-paper-do = Save the signature
charter-done-signe = Your signature is saved.
charter-done-papier = The signature on paper is saved.
home-ask-sign-title = Sign
home-ask-sign-text = This text is in force: each member signs it.
home-ask-sign-action = Read and sign
problem-not-a-scan = choose a PDF or a picture
problem-before-in-force = the text was not in force yet on that day
journal-charter-signed = A text of the charter and rules was signed by { $actor }.
journal-charter-signature-taken = The signature on paper of { $user } was saved by { $actor }.
journal-charter-signature-refused = A signature tried by { $actor } was refused: the version was not one to sign.
search-kind-article = Articles of the charter and rules
charter-one-article = Article
feed-line-charter-amendments = { $who } opened a version of { $link } to amendments.
feed-line-charter-put-to-vote = { $who } put a version of { $link } to the vote.
feed-line-charter-adopted = A version of { $link } was adopted.
journal-subject-charte = Charter and rules

charter-print-from = In force since { $day }
charter-print-from-until = In force from { $from } to { $until }
charter-print-adopted = Adoption: { $day }
charter-print-force = Coming into force
charter-print-to-come = This version is adopted, but it is not in force yet.
charter-print-replaced = This version is no longer in force: another one replaced it.
charter-print-abandoned = This version was given up: it was never in force.
charter-print-draft = Working paper: this version has not been adopted by the council.

charter-remind = Remind by mail
charter-remind-hint = A mail is sent to those who have not signed. Nobody gets two within three days, nor do those who chose to have none. Otherwise a first mail and three reminders leave by themselves, every fifteen days.
charter-done-relance = The mails are on their way.
charter-done-relance-personne = No mail is sent: everybody got one less than three days ago, or wants none.
journal-charter-signatures-asked = { $actor } reminded by mail those who have not signed a text of the charter and rules.
