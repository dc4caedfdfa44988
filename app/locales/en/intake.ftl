# Files that become texts, and what could not be kept of them.

intake-new-title = Start from a file
intake-new-lead = A text begun elsewhere becomes a draft of the group: its headings, lists, tables, notes and links are taken over.
intake-start = Start from a file
intake-title-hint = Leave empty to take the title of the file. You can change it afterwards.
intake-keep = Also keep the file in the library of the group
intake-file = File
intake-file-hint = A Word (.docx) or LibreOffice (.odt) document, a web page (.html) or a Markdown text (.md), { $megabytes } MB at most.
intake-new-do = Create the draft
intake-write-instead = Write here instead
intake-files-title = Files of this text
intake-files-do = Bring a file
intake-came = Files brought
intake-none = No file was brought.
intake-revise = Bring a new version
intake-revise-lead = What the file says becomes a new version of this text. If somebody saves in the meantime, both changes are put together or shown to you side by side.
intake-revise-do = Save this version
intake-report = What became of the file
intake-put-away = No longer show here
intake-all = See the files of this text
intake-by = brought by { $name }, { $day }
intake-whole = Everything was taken over.
intake-lost = Please read the text again. This could not be taken over as it was:
contributions-done-range = What is said of this file stays in “Files of this text”.
problem-not-a-draft = this file is neither a Word document (.docx), nor a LibreOffice document (.odt), nor a web page (.html), nor a Markdown text (.md)
problem-locked-file = this file is protected by a password. Save it without a password, then send it again
problem-wordless-file = this file has no words in it
problem-unreadable-file = this file is damaged and cannot be read. Open it in your word processor, save it again, then send it again

intake-lost-images =
    { $count ->
        [one] One image is not taken over.
       *[other] { $count } images are not taken over.
    }
intake-lost-text-boxes =
    { $count ->
        [one] A text box, beside the text, is not taken over.
       *[other] { $count } text boxes, beside the text, are not taken over.
    }
intake-lost-objects =
    { $count ->
        [one] An inserted object (chart, spreadsheet, film…) is not taken over.
       *[other] { $count } inserted objects (charts, spreadsheets, films…) are not taken over.
    }
intake-lost-equations =
    { $count ->
        [one] Of a formula, only the signs can be taken over, without their layout.
       *[other] Of { $count } formulas, only the signs can be taken over, without their layout.
    }
intake-lost-comments =
    { $count ->
        [one] A comment in the margin is not taken over.
       *[other] { $count } comments in the margin are not taken over.
    }
intake-lost-changes =
    { $count ->
        [one] A tracked change is taken as accepted.
       *[other] { $count } tracked changes are taken as accepted.
    }
intake-lost-nested-tables =
    { $count ->
        [one] A table inside a table became the text of its cell.
       *[other] { $count } tables inside tables became the text of their cells.
    }
intake-lost-merged-cells =
    { $count ->
        [one] A merged cell is followed by empty cells.
       *[other] { $count } merged cells are followed by empty cells.
    }
intake-lost-cell-lines =
    { $count ->
        [one] A cell of several lines is on a single one.
       *[other] { $count } cells of several lines are on a single one.
    }
intake-lost-rows =
    { $count ->
        [one] A cell too many in a very large table is not taken over.
       *[other] { $count } cells too many in very large tables are not taken over.
    }
intake-lost-links =
    { $count ->
        [one] A link leads nowhere from here: its words are kept.
       *[other] { $count } links lead nowhere from here: their words are kept.
    }
intake-lost-headers-footers =
    { $count ->
        [one] A page header or footer is not taken over.
       *[other] { $count } page headers or footers are not taken over.
    }
intake-lost-contents =
    { $count ->
        [one] A table of contents is not taken over: it is made here by itself.
       *[other] { $count } tables of contents or indexes are not taken over: the contents are made here by themselves.
    }
intake-lost-looks =
    { $count ->
        [one] An underlined, highlighted or coloured passage lost that look.
       *[other] { $count } underlined, highlighted or coloured passages lost that look.
    }
intake-lost-emphasis =
    { $count ->
        [one] A passage lost its bold or italics.
       *[other] { $count } passages lost their bold or italics.
    }
intake-lost-markup =
    { $count ->
        [one] A passage written in HTML is shown as it is.
       *[other] { $count } passages written in HTML are shown as they are.
    }
intake-lost-depth =
    { $count ->
        [one] A list inside too many others was moved up.
       *[other] { $count } lists inside too many others were moved up.
    }
intake-lost-fields =
    { $count ->
        [one] A field to fill in or a button is not taken over.
       *[other] { $count } fields to fill in or buttons are not taken over.
    }
