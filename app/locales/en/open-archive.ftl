# The open archive: the copy to read, and what it is.

open-archive-copy-of = { $council }: reading copy
open-archive-copy-what = These pages tell what the council had written and decided when this archive was made. They are read without the site and without a connection.
open-archive-everything = This archive holds everything, also what the site shows to some people only: drafts, closed groups and secret groups. Give it only to those who may read all of it.
open-archive-home = Contents
open-archive-nothing = There are none yet.
open-archive-count = { $count ->
    [0] no item
    [one] one item
   *[other] { $count } items
}
open-archive-people = Members
open-archive-groups = Groups
open-archive-texts = Texts
open-archive-publications = Published texts
open-archive-library = Libraries
open-archive-library-common = Common library
open-archive-library-of = Library of the group { $group }
open-archive-decisions = Register of decisions
open-archive-framing = Charter and rules
open-archive-tutorials = Tutorials
open-archive-toolbox = Toolbox
open-archive-glossary = Glossary
open-archive-presentation = Who we are
open-archive-joining = Joining us
open-archive-territory = Territory
open-archive-name = Name
open-archive-role = Role
open-archive-college = College
open-archive-organisation = Organisation
open-archive-commune = Town
open-archive-suspended = suspended account
open-archive-mandate = Mandate
open-archive-from = since { $day }
open-archive-from-to = from { $from } to { $to }
open-archive-kind = Kind
open-archive-visibility = Who sees it
open-archive-state = State
open-archive-state-active = At work
open-archive-asked-by = Asked by
open-archive-due = For
open-archive-deliverable = To hand in
open-archive-closing = When it closed
open-archive-mission = Mission
open-archive-group = Group
open-archive-number = Number
open-archive-authors = Written by
open-archive-begun = Begun on
open-archive-adopted = Adopted on
open-archive-adopted-by = Adopted by
open-archive-published = Published on
open-archive-votes = Votes
open-archive-votes-said = for: { $for }, against: { $against }, abstaining: { $abstaining }
open-archive-fingerprint = Fingerprint (SHA-256)
open-archive-frozen = the adopted text, as it was frozen
open-archive-versions = Versions
open-archive-version = Version { $number }
open-archive-version-of = { $title }, version { $number }
open-archive-version-said = { $day }, { $name }
open-archive-present = present version
open-archive-somebody = a person who was erased
open-archive-brief = In brief
open-archive-document-said = { $day }, deposited by { $name }
open-archive-source = Source
open-archive-author = Author
open-archive-licence = Rights
open-archive-missing = the file was missing when this archive was made
open-archive-question = Question
open-archive-result = Result
open-archive-carried = Carried
open-archive-rejected = Rejected
open-archive-day = Date
open-archive-in-force = In force since { $day }
open-archive-prepared = Being prepared
open-archive-abandoned = Given up
open-archive-motives = What this version changes
open-archive-minutes = { $count ->
    [one] one minute
   *[other] { $count } minutes
}
open-archive-set-aside = put aside by the council
open-archive-aim = Aim
open-archive-use-when = When to use it
open-archive-room = Room and material
open-archive-steps = Steps
open-archive-variants = Variants
open-archive-traps = Traps to avoid
open-archive-accessibility = So that each person takes part
open-archive-image = image: { $alt }

open-archive-readme-what = This folder is the open archive of the council: all that its site held, in a form that anybody can read.
open-archive-readme-everything = BEWARE. It holds everything: the names and addresses of members, drafts, closed groups and secret groups. Whoever made it holds the machine of the site; hand it only to those who may read all of it.
open-archive-readme-doors = Only what opens doors is left out: passwords, links and codes to sign in, keys, and mails. Once the archive is imported, each person chooses a new password.
open-archive-readme-copy = lecture/index.html: the copy to read. Open this file; nothing else is needed.
open-archive-readme-edited = council.toml, members.csv, groups.csv, glossary.csv, library.csv, contributions, library, methods, tutorials, charter: what can be taken up in a spreadsheet or a text editor, and imported again.
open-archive-readme-rows = archive: all the data, a line of JSON for each record. archive/manifest.json gives the fingerprint of each file of this folder.
open-archive-readme-files = files: each file that was deposited, under its SHA-256.
open-archive-readme-back = To come back to a site: preau import and the name of this folder, in an empty installation. Nothing is lost.
