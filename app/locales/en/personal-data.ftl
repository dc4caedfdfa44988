# Personal data: the register, times, a copy of one's data, erasure.

personal-data-colon = { ": " }
personal-data-yes = yes
personal-data-no = no
personal-data-days =
    { $count ->
        [one] one day
       *[other] { $count } days
    }
personal-data-months =
    { $count ->
        [one] one month
       *[other] { $count } months
    }
personal-data-years =
    { $count ->
        [one] one year
       *[other] { $count } years
    }

personal-data-register = Register of processing
personal-data-register-text = What the site keeps about people, why and how long; who asks to be erased.
personal-data-register-on = as of { $day }
personal-data-register-lead = This is the register that article 30 of the General Data Protection Regulation (GDPR) asks for. It says what this site does, and prints as it is. Complete it with what the council does elsewhere.
personal-data-nobody-answers = Nobody is named yet as answering for the data. The register must say so: write it under times and who answers.
personal-data-keeping-go = Times and who answers
personal-data-requests = Requests to be erased
personal-data-asked-on = asked on { $day }
personal-data-purpose = What for
personal-data-basis = What allows it
personal-data-basis-public-task = A task carried out in the public interest (article 6.1.e of the GDPR).
personal-data-basis-legal-obligation = Compliance with a legal obligation (article 6.1.c of the GDPR).
personal-data-people = People concerned
personal-data-categories = Data
personal-data-recipients = Who sees it
personal-data-time = How long
personal-data-tables = Tables and columns of the database
personal-data-kept-for = { $what }: { $time }.
personal-data-safety = Safety
personal-data-safety-1 = Each page checks at each request what the person may see, from their mandate and their groups.
personal-data-safety-2 = Passwords and the keys of links are kept only in a form from which they cannot be found again.
personal-data-safety-3 = Each change leaves a line in the journal. Backups are tried each night, and can be protected by a passphrase.
personal-data-safety-4 = This software sends no data to another site, nor outside the European Union.

personal-data-of-people-title = Members of the council
personal-data-of-people-purpose = Knowing who sits in the council and its groups, and letting members reach each other.
personal-data-of-people-people = Members of the council, the staff who help it, people invited to a group.
personal-data-of-people-data = Name, email address, college, organisation, commune, mandates and groups; if the person wishes, telephone number, a few words and a photograph. For who takes part on paper, the day and the way in which they asked, and when the staff acted on their behalf.
personal-data-of-people-recipients = Members of the council. The address and the telephone number are shown only to those the person chooses, and to whoever administers the site. Taking part on paper, to the staff, the chair and the person.
personal-data-of-people-time = As long as the mandate, then as said below, until the person asks to be erased.
personal-data-of-accounts-title = Accounts
personal-data-of-accounts-purpose = Letting each person in, and nobody else.
personal-data-of-accounts-people = People who have an account or are invited to open one; those who try to sign in.
personal-data-of-accounts-data = Open sessions and the browser used, links sent by mail, mails, tries to sign in and the network address they come from.
personal-data-of-accounts-recipients = The person. Whoever administers the site sees the mails that were sent.
personal-data-of-accounts-time = A few days to a few months.
personal-data-of-texts-title = Texts
personal-data-of-texts-purpose = Writing, reviewing, adopting and publishing the texts of the council.
personal-data-of-texts-people = Those who write, review, sign or adopt a text.
personal-data-of-texts-data = Texts and their versions, who wrote them and when, reviews, suggestions, minority opinions and those who sign them.
personal-data-of-texts-recipients = The group, then the council, then everybody once the text is published.
personal-data-of-texts-time = Texts and their history are kept: they are the archives of the council.
personal-data-of-discussions-title = Discussions
personal-data-of-discussions-purpose = Talking about texts and the work of groups.
personal-data-of-discussions-people = Those who write a message or a comment, or are named in one.
personal-data-of-discussions-data = Messages and comments, their author and date, what each person has read of them.
personal-data-of-discussions-recipients = The group, and members of the council if the group is open.
personal-data-of-discussions-time = Kept with the work of the group.
personal-data-of-library-title = The library
personal-data-of-library-purpose = Keeping and sharing the documents of the council.
personal-data-of-library-people = Those who deposit a document, and people named in documents.
personal-data-of-library-data = Documents, their versions, who deposited them and when; the days on which a sharing link was used, without saying by whom.
personal-data-of-library-recipients = The group or the council, and people to whom a sharing link is given.
personal-data-of-library-time = Until the document is removed, then the time of the bin.
personal-data-of-polls-title = Votes
personal-data-of-polls-purpose = Taking the decisions of the council, and being able to show that they were taken in order.
personal-data-of-polls-people = Members called to vote, and those they represent.
personal-data-of-polls-data = The list of voters and proxies; what each chose in an open vote. In a secret vote, nothing ties a person to a ballot.
personal-data-of-polls-recipients = Members of the council.
personal-data-of-polls-time = Kept: they are the archives of the council.
personal-data-of-charter-title = The charter and common rules
personal-data-of-charter-purpose = Having members sign the texts that bind them.
personal-data-of-charter-people = Members who sign.
personal-data-of-charter-data = Name, day of signature, and the picture of the sheet when it is signed on paper.
personal-data-of-charter-recipients = Members of the council; the picture of the sheet is seen only by the person and the staff.
personal-data-of-charter-time = Kept as long as the council keeps its archives.
personal-data-of-learning-title = Tutorials and methods
personal-data-of-learning-purpose = Learning to use the site, and knowing where people are stuck.
personal-data-of-learning-people = Those who follow a tutorial or tell of a session.
personal-data-of-learning-data = Steps followed, opinions given, requests for help.
personal-data-of-learning-recipients = The person; the staff, for requests for help.
personal-data-of-learning-time = As long as the account.
personal-data-of-journal-title = The journal
personal-data-of-journal-purpose = Knowing who did what, for safety and for the history of texts.
personal-data-of-journal-people = Those who use the site.
personal-data-of-journal-data = What was done, when, by whom and to what. Neither texts nor addresses are in it.
personal-data-of-journal-recipients = Whoever administers the site; the history of a text is seen by those who read it.
personal-data-of-journal-time = The history of texts and groups is kept with them.
personal-data-of-search-title = The search
personal-data-of-search-purpose = Finding a text, a document or a person again.
personal-data-of-search-people = People named in what can be read on the site.
personal-data-of-search-data = The words of texts, documents and records: neither email address nor telephone number.
personal-data-of-search-recipients = Each person finds only what they may read.
personal-data-of-search-time = As long as what it finds.
personal-data-of-rights-title = The rights of people
personal-data-of-rights-purpose = Answering those who ask for their data or to be erased, and not bringing them back by mistake.
personal-data-of-rights-people = Those who use their rights.
personal-data-of-rights-data = The date of requests. For somebody who was erased, a mark that says nothing of them.
personal-data-of-rights-recipients = Whoever administers the site.
personal-data-of-rights-time = The mark is kept as long as older backups could be restored.

personal-data-keeping = Times and who answers
personal-data-keeping-lead = What has served its time goes of itself each night. A report says how much, never who nor what.
personal-data-who = Who answers for the data
personal-data-responsible = Controller
personal-data-responsible-hint = Most often the community that carries the council, and who represents it.
personal-data-contact = How to reach the controller
personal-data-officer = Data protection officer
personal-data-officer-hint = That of the community, if there is one.
personal-data-officer-contact = How to reach the officer
personal-data-times = How many days
personal-data-times-hint = Leave blank to go back to the proposed time.
personal-data-bounds = In days, from { $min } to { $max }.
personal-data-save = Save
personal-data-fixed = Fixed times
personal-data-report = Report of the last nights
personal-data-no-report = Nothing was removed yet: the first time is next night.
personal-data-removed = { $what }: { $count }
personal-data-removed-nothing = nothing to remove
personal-data-done-settings = The times and who answers are saved.
personal-data-kept-tries = Tries to sign in
personal-data-kept-sessions = Sessions without a visit
personal-data-kept-links = Links sent by mail, once used or expired (an invitation to the council expires after two weeks)
personal-data-kept-devices = Browsers that somebody signed in with
personal-data-kept-address-changes = Changes of address that were made
personal-data-kept-mails = Mails that were sent, or could not be
personal-data-kept-left = Telephone number, presentation and photograph, after the end of the last mandate
personal-data-kept-admissions = Requests and invitations to join a group
personal-data-kept-readings = Last version read of each text
personal-data-kept-unsaved = What was typed and neither saved nor sent
personal-data-kept-snoozes = Reminders put off, after their day
personal-data-kept-uploads = Files that arrived in part
personal-data-kept-bin = Bins of the libraries
personal-data-kept-link-uses = Uses of sharing links
personal-data-kept-journal = Sign-ins noted in the journal
personal-data-kept-exports = Dates on which somebody asked for their data

personal-data-erase = Erase { $name }
personal-data-erase-lead = A person who asks for it can be erased for ever. The next page says what goes and what stays.
personal-data-not-asked = This person did not ask to be erased on the site. Make sure that they wish it, and keep their request.
personal-data-asked-by = Asked by { $name }, on { $day }.
personal-data-goes = What will be erased
personal-data-goes-1 = Name, email address, telephone number, photograph, presentation, commune, organisation and college.
personal-data-goes-2 = Mandates, places in groups, requests and invitations, progress in tutorials.
personal-data-goes-3 = The account: password, sessions, links, mails that were sent, what was not saved.
personal-data-goes-4 = The name where the site had written it: signatures of adopted texts and of the charter, signed sheets, printable documents, comments that call them, author of a document.
personal-data-goes-5 = What the search knew of them.
personal-data-stays = What will stay
personal-data-stays-lead = What the person wrote stays whole, under the name “Ancien membre” (former member).
personal-data-stays-texts =
    { $count ->
        [one] One text
       *[other] { $count } texts
    }
personal-data-stays-messages =
    { $count ->
        [one] One message or comment
       *[other] { $count } messages and comments
    }
personal-data-stays-documents =
    { $count ->
        [one] One document
       *[other] { $count } documents
    }
personal-data-stays-ballots =
    { $count ->
        [one] One open vote
       *[other] { $count } open votes
    }
personal-data-stays-signatures =
    { $count ->
        [one] One signature of the charter or the rules, without their name
       *[other] { $count } signatures of the charter or the rules, without their name
    }
personal-data-stays-nothing = Nothing: this person wrote and deposited nothing.
personal-data-stays-words = If somebody wrote this name in a text or a message, those words stay: the site does not change what people write.
personal-data-stays-backups = Backups that were already made still hold them, until they go in their turn. If one of them is restored, the erasure is done again at once.
personal-data-erase-for-ever = Erase for ever
personal-data-erase-password-lead = Nobody will be able to go back. Type your password to confirm.
personal-data-erase-not = Do not erase
personal-data-erase-oneself = One does not erase oneself: ask another person who administers the site.
personal-data-done-erased = The person is erased.

personal-data-mine = My data
personal-data-mine-text = Take a copy of all that the site keeps about you, or ask to be erased.
personal-data-mine-go = See my data
personal-data-mine-lead = All that the site keeps about you is yours.
personal-data-mine-more = What is kept, why and how long
personal-data-copy = A copy of my data
personal-data-copy-lead =
    { $count ->
        [one] One file with all that is about you: pages to read, the same for a computer, and the files you deposited. Once a day.
       *[other] One file with all that is about you: pages to read, the same for a computer, and the files you deposited. Up to { $count } times a day.
    }
personal-data-copy-ask = Prepare my copy
personal-data-copy-take = Download my copy
personal-data-copy-ready = Your copy is ready. Download it within { $minutes } minutes, on a computer that is yours.
personal-data-copy-of = Data of { $name }
personal-data-copy-what = All that the site keeps about you, on the day of this copy. Open the pages below. The folder “json” says the same for a computer.
personal-data-copy-count =
    { $count ->
        [0] nothing
        [one] one item
       *[other] { $count } items
    }
personal-data-copy-back = All my data
personal-data-copy-none = Nothing.
personal-data-file-name = my-data
personal-data-file-folder = files
personal-data-erasure = Asking to be erased
personal-data-erasure-lead = You can ask to be erased. A person who administers the site will do it, after answering you. There is no way back.
personal-data-erasure-stays = What you wrote stays whole, under the name “Ancien membre” (former member). Take a copy of your data first if you want to keep it.
personal-data-ask-words = What you want to add
personal-data-ask-words-hint = For example how to reach you.
personal-data-ask-erasure = Ask to be erased
personal-data-ask-no-more = Ask no more
personal-data-you-asked = You asked to be erased on { $day }. A person who administers the site will answer you.
personal-data-done-asked = Your request is passed on.
personal-data-done-withdrawn = Your request is withdrawn.

personal-data-each = What is done, and why
personal-data-each-time = What goes of itself, and when

personal-data-part-profile = My record
personal-data-part-mandates = My mandates
personal-data-part-groups = My groups
personal-data-part-admissions = My requests and invitations
personal-data-part-sponsors = Accompanying new members
personal-data-part-votes = My votes
personal-data-part-signatures = My signatures
personal-data-part-tutorials = My tutorials
personal-data-part-snoozes = What I put off
personal-data-part-sessions = My signed-in devices
personal-data-part-mails = Mails that were sent to me
personal-data-part-journal = The journal of what concerns me
personal-data-part-texts = Texts that I sign
personal-data-part-versions = Versions that I wrote
personal-data-part-reviews = My reviews
personal-data-part-suggestions = My suggestions
personal-data-part-comments = My comments
personal-data-part-messages = My messages
personal-data-part-unsaved = What I did not save
personal-data-part-documents = Documents that I deposited
personal-data-field-name = Name
personal-data-field-email = Email address
personal-data-field-email-shown-to = Address shown to
personal-data-field-phone = Telephone
personal-data-field-phone-shown-to = Telephone shown to
personal-data-field-college = College
personal-data-field-organisation = Organisation
personal-data-field-commune = Commune
personal-data-field-about = Presentation
personal-data-field-language = Language
personal-data-field-administrator = Administers the site
personal-data-field-since = Since
personal-data-field-last-visit = Last visit
personal-data-field-role = Role
personal-data-field-from = From
personal-data-field-to = To
personal-data-field-group = Group
personal-data-field-kind = Kind
personal-data-field-state = State
personal-data-field-message = Message
personal-data-field-answer = Answer
personal-data-field-at = Date
personal-data-field-accompanied = I was accompanied
personal-data-field-met-at = Met
personal-data-field-question = Question
personal-data-field-secret = Secret vote
personal-data-field-took-part = I took part
personal-data-field-represented = I was represented
personal-data-field-choice = My choice
personal-data-field-title = Title
personal-data-field-version = Version
personal-data-field-on = Day
personal-data-field-on-paper = On paper
personal-data-field-opinion = Minority opinion number
personal-data-field-step = Step
personal-data-field-useful = Useful
personal-data-field-words = My words
personal-data-field-until = Until
personal-data-field-device = Browser
personal-data-field-subject = Subject
personal-data-field-by-me = By me
personal-data-field-text = Text number
personal-data-field-authors = Signed by
personal-data-field-reason = Reason
personal-data-field-summary = Summary
personal-data-field-body = Text
personal-data-field-verdict = Opinion
personal-data-field-proposed = Words proposed
personal-data-field-comment = Comment number
personal-data-field-discussion = Discussion number
personal-data-field-document = Document number
personal-data-field-file-name = File name
personal-data-field-address = Address
personal-data-field-bytes = Size in bytes
personal-data-code-choice-for = for
personal-data-code-choice-against = against
personal-data-code-choice-abstain = abstention
personal-data-code-email-shown-to-nobody = nobody
personal-data-code-email-shown-to-groups = my groups
personal-data-code-email-shown-to-council = the whole council
personal-data-code-phone-shown-to-nobody = nobody
personal-data-code-phone-shown-to-groups = my groups
personal-data-code-phone-shown-to-council = the whole council
personal-data-code-language-fr = French
personal-data-code-language-en = English
