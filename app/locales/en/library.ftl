# The libraries: folders, documents, their versions, the bin.

menu-library = Library
library-title = Library
library-common = Common library
library-of = Library: { $group }
library-lead = The documents of the whole council. Those of a group are in the library of that group.
library-groups = Libraries of the groups
library-open = Open the library
library-part-empty = No document has been deposited in this group yet.
library-empty = Nothing is here yet. Deposit files below, or add a folder, a note or a link.
library-empty-reader = Nothing is here yet.
library-archive = Download everything
library-selection = Download the selection (zip)
library-selection-none = First tick what you want to download.
library-choose-label = Choose “{ $name }”
library-first-page = Back to the beginning

library-add = Add
library-add-folder = A folder
library-add-note = A note
library-add-link = A link
library-new-folder = Make a folder
library-new-note = Write a note
library-new-link = Add a link
library-create = Create
library-save = Save
library-back = Back to the library
library-back-document = Back to the document
library-folder-name = Name of the folder

library-to-deposit = Files
library-deposit-title = Deposit
library-deposit = Deposit files
library-files = Files to deposit
library-files-hint = You can choose several. { $size } at most for each file.
library-report-refused =
    { $count ->
        [one] One file was not deposited
       *[other] { $count } files were not deposited
    }
library-report-deposited =
    { $count ->
        [one] One other file was deposited.
       *[other] The { $count } other files were deposited.
    }
library-file-because = “{ $name }”: { $why }
library-file-there = the same file is there already

library-send-folder = Choose a whole folder
library-send-board = Sending of the files
library-send-total = How far all of them are
library-send-pause = Pause
library-send-resume = Go on
library-send-cancel = Cancel all
library-send-stop = Cancel
library-send-see = See what is deposited
library-send-done = deposited
library-send-failed = it was not sent: check your connection, then choose this file again, it will go on from where it stopped
library-send-cancelled = cancelled
library-send-status = Deposited: #done of #all.
library-send-refused = Refused: #count.

library-arrange = Put away
library-arrange-label = Put “{ $name }” away
library-arrange-title = Put “{ $name }” away
library-rename = Change its name
library-elsewhere = Put it elsewhere
library-elsewhere-text = Open the folder you want, then choose what to do.
library-choose-library = Choose a library
library-chosen = Chosen folder: { $name }
library-no-folder = There is no folder here.
library-not-there = You cannot add anything to this folder: choose another one.
library-move = Move here
library-copy = Copy here
library-place = Show here too
library-place-hint = “Show here too” makes no copy: the same document is in both places, and those who read this one can read it.

library-bin = Bin
library-bin-lead = What is put in the bin stays there for thirty days, then goes for good.
library-bin-empty = The bin is empty. What you put there can be taken back for thirty days.
library-bin-title = Put “{ $name }” in the bin
library-bin-folder-text = The folder will go to the bin with all that it holds. It can be taken back for thirty days.
library-bin-document-text = The document will no longer be here. It can be taken back for thirty days, with all its versions.
library-bin-do = Put in the bin
library-keep = Keep it here
library-binned = put in the bin on { $day }
library-binned-by = put in the bin by { $name }, on { $day }
library-gone-on = goes for good on { $day }
library-bring-back = Take back
library-bring-back-label = Take “{ $name }” back

library-record = Record
library-first-sheet = First page: { $title }
library-preview = Preview
library-stands = Found in
library-download = Download ({ $size })
library-open-file = Open
library-follow = Follow the link
library-edit = Change the record
library-edit-note = Change the note
library-by-on = { $name }, on { $day }
library-deposited-on = Deposited on
library-nature-note = Note
library-nature-link = Link
library-nature-dossier = Resource file
library-nature-size = { $nature }, { $size }
library-media-pdf = PDF
library-media-image = Picture
library-media-audio = Recording
library-media-video = Film
library-media-text = Text
library-media-markdown = Text
library-media-csv = Table
library-media-document = Document
library-media-sheet = Table
library-media-slides = Slides
library-media-archive = Archive
library-media-other = File
library-point = .
library-kilobytes = { $count } kB
library-megabytes = { $count } MB
library-gigabytes = { $count } GB
library-table = What the table “{ $title }” holds
library-table-empty = This table is empty.
library-table-more = Only the first { $count } lines are shown: download the file to read the rest.

library-field-title = Title
library-field-body = Text
library-field-address = Address
library-field-address-hint = It begins with https://
library-field-description = Description
library-field-description-hint = What this document says, and what it is for.
library-field-author = Author
library-field-source = Source
library-field-source-hint = Where it comes from: a site, an office, a person.
library-field-date = Date of the document
library-field-date-hint = For example 30/04/2026.
library-field-licence = Rights of use
library-field-licence-hint = For example: Open Licence 2.0, internal use, with the author’s consent.
library-field-tags = Keywords
library-field-tags-hint = Parted by commas.
library-field-file = Name of the file
library-field-reason = What changes
library-field-reason-hint = In one sentence: it is read in the list of versions.

library-versions = Versions
library-version = Version { $number }
library-new-version = Deposit a new version
library-version-lead = The present version is kept: it can be downloaded and brought back.
library-version-file = File
library-version-hint = { $size } at most.
library-version-deposit = Deposit the version
library-because = “{ $reason }”
library-restores = Version { $number } brought back
library-restore = Bring back
library-restore-label = Bring back: { $name }

library-inside = Text of the document
library-inside-title = Text: { $title }
library-inside-lead = The text alone, without its layout: to read it on the screen, make it larger or have it read aloud.
library-inside-lead-pages = Each page as it looks, with its text: to read it on screen, enlarge it, or have it read aloud.
library-inside-read = Read the text
library-inside-read-here = Read without downloading
library-inside-waiting = The text is being read. Come back in a moment.
library-inside-scanned = No text: a scanned document. Its words cannot be searched.
library-inside-empty = No text: no word is written in this file.
library-inside-encrypted = Under a password: its text cannot be read here.
library-inside-damaged = Damaged file: its text could not be read.
library-inside-too-large = The text was not read: the file is too large.
library-inside-unsupported = The text of this kind of file is not read here.
library-inside-recognised = These words were recognised on the pictures of the pages: there may be mistakes.
library-inside-cut = Only the beginning of the text is here: the document is very long.
library-inside-page = Page { $number }
library-inside-slide = Slide { $number }
library-inside-sheet = Sheet “{ $name }”
library-inside-follows = { $name }, continued
library-inside-picture = Page { $number } as it looks
library-inside-no-word = No word on this page.
library-inside-nothing = No word here.
library-inside-table = Table { $number }
library-compare-before = Compare with version { $number }
library-compare-none = One of these two versions has no text to compare.

library-settings-text = Who deposits documents in it.
library-depositors = Who deposits in the common library
library-depositors-hint = Every member of the council reads it.
library-depositors-few = Those who preside, the staff and whoever runs a group
library-depositors-members = Every member of the council

library-done-deposited =
    { $count ->
        [one] The file is deposited.
       *[other] { $count } files are deposited.
    }
library-done-there = The same files were there already: nothing has changed.
library-done-dossier = The folder is made.
library-done-cree = The document is made.
library-done-modifie = The record is saved.
library-done-retablie = The version is brought back.
library-done-renomme = The folder has another name.
library-done-range = It is here now.
library-done-copie = The copy is made.
library-done-place = The document is shown here too.
library-done-corbeille = It is in the bin, for thirty days.
library-done-revenu = It is taken back from the bin.
library-done-version = The new version is deposited.
library-done-reglages = It is saved.

problem-not-an-address = write an address that begins with https://
problem-too-many-tags = { $max } keywords at most
problem-empty-file = this file is empty
problem-file-too-large = this file is larger than { $megabytes } MB
problem-no-room = there is not enough room left in this library: { $megabytes } MB at most
problem-too-much = there are too many things to copy at once: { $max } at most
problem-nameless = this file has no name that can be kept: rename it, then deposit it again
problem-program = programs are not accepted, for everybody’s safety
problem-interrupted = the sending stopped before its end, try again
error-storage = Files cannot be saved at the moment
error-storage-full = There is no room left on the server. Tell the staff of the council; nothing deposited before is lost.
error-storage-away = The file server does not answer. Try again in a few minutes; nothing deposited before is lost.
forbidden-depositors-only = Only those whom the council named deposit in the common library.
forbidden-others-document = Only whoever deposited it, and those who look after the library, can do this.
transition-into-itself = A folder cannot be put in itself.
transition-too-deep = There are too many folders in each other: choose one that is less deep.
transition-stands-there = The same thing is in this place already.
transition-folder-gone = This folder has just been put in the bin.

journal-library-folder-created = { $actor } made a folder in a library.
journal-library-folder-renamed = { $actor } changed the name of a folder in a library.
journal-library-deposited = { $actor } deposited a document in a library.
journal-library-changed = { $actor } changed the record of a document.
journal-library-version-added = { $actor } deposited a new version of a document.
journal-library-version-restored = { $actor } brought back a version of a document.
journal-library-moved = { $actor } put a document or a folder elsewhere.
journal-library-copied = { $actor } copied a document or a folder.
journal-library-placed = { $actor } showed a document in another place.
journal-library-binned = { $actor } put a document or a folder in the bin.
journal-library-restored = { $actor } took a document or a folder back from the bin.
journal-library-purged = { $actor } emptied the bins of what had been there for thirty days.
journal-library-settings-changed = { $actor } changed who deposits in the common library.

library-share = Share outside
library-share-title = Share “{ $name }” outside
library-share-lead = A link opens this to somebody without an account, until the day you choose. Whoever has the link can pass it on: send it only to people you trust.
library-links = Links
library-link-made = The link for “{ $name }” is ready:
library-link-once = Copy it now and send it: it will not be shown again.
library-link-once-locked = Copy it now and send it: it will not be shown again. Give the password another way, in person or by phone.
library-link-read = reading
library-link-deposit = depositing, { $received } of { $most } files
library-link-locked = password asked for
library-link-open = until { $day }
library-link-expired = over since { $day }
library-link-closed = closed
library-link-full = full
library-link-by = made by { $name }
library-link-close = Close
library-link-close-label = Close the link “{ $name }”
library-link-unused = This link has not been used yet.
library-link-uses =
    { $count ->
        [one] One use
       *[other] The last { $count } uses
    }
library-link-opened = opened, { $moment }
library-link-taken = file downloaded, { $moment }
library-link-deposited = file deposited, { $moment }
library-link-new = Make a link
library-link-make = Make the link
library-link-kind = What the link allows
library-link-kind-read = Reading this folder
library-link-kind-deposit = Depositing files in this folder
library-link-kind-deposit-hint = Without seeing what it holds.
library-link-for = For whom
library-link-for-hint = For example: the prefecture. Only you and those who look after the library read this name.
library-link-until = Until
library-link-until-hint = A year at most. For example 30/04/2026.
library-link-password = Password
library-link-password-hint = At least eight characters. Whoever opens the link will be asked for it.
library-link-files = Number of files accepted
library-link-files-hint = Only for deposits.
library-done-ferme = The link is closed: it opens nothing any more.
library-locked-title = This link asks for a password
library-locked-lead = Whoever sent you the link gave you a password.
library-locked-password = Password
library-locked-open = Open
library-shared-by = Shared by { $council }, until { $day }.
library-shared-empty = This folder is empty for now. Come back later: the link stays the same.
library-shared-back = Back to “{ $name }”
library-box-title = Deposit files
library-box-lead = The files go straight to the people who sent you this link. Only they will see them.
library-box-name = Your name
library-box-name-hint = With your organisation, if there is one: so they know whom the files come from.
library-box-hint =
    { $count ->
        [one] One more file is accepted. { $size } at most.
       *[other] You can choose several, { $count } at most. { $size } at most for each file.
    }
library-box-send = Deposit files
library-box-thanks =
    { $count ->
        [one] Thank you, your file has arrived.
       *[other] Thank you, your { $count } files have arrived.
    }
library-box-full = All the files expected have arrived: this link accepts no more.
problem-too-many-files =
    { $max ->
        [one] this link accepts one file only
       *[other] this link accepts { $max } files at most
    }
journal-library-link-opened = { $actor } made a link to share a document or a folder outside.
journal-library-link-closed = { $actor } closed a link that shared something outside.
journal-library-received = A file arrived from outside by a deposit link.
