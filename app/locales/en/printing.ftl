# Texts as documents: the menu, the page of waiting, what documents say around a text.

printing-download = Download
printing-pdf = PDF
printing-docx = Word (DOCX)
printing-odt = LibreOffice (ODT)
printing-epub = E-reader (EPUB)
printing-html = Web page
printing-markdown = Plain text (Markdown)
printing-use-pdf = to read and print
printing-use-docx = to edit in Word
printing-use-odt = to edit in LibreOffice
printing-use-epub = to read on an e-reader
printing-use-html = to read offline
printing-use-markdown = the text as it is written
printing-use-size = { $use_for }, { $size }
printing-shortfall-signs = A few signs of this text, such as rare characters, do not show in the PDF. The web page shows them all.
printing-shortfall-script = Part of this text, in another alphabet, may be read aloud wrongly. The web page reads better.
printing-shortfall-structure = This PDF does not follow the whole accessibility standard PDF/UA. The web page reads better with a screen reader.

printing-history = Download as PDF

printing-waiting = Your document is being prepared
printing-waiting-more = The download starts by itself in a few seconds. You can then go back to the text.
printing-failed = This document could not be prepared
printing-failed-more = You can choose another form of the text, such as the web page, or try again in an hour.
printing-return = Back to the text

printing-about = About this text
printing-reference = { $kind }, version { $version }
printing-group = Group “{ $group }”
printing-saved = Version saved on { $day }
printing-adoption = Adoption: { $body }, { $day }
printing-votes = Vote: { $votes }
printing-draft = Working document: the council has not adopted this text.
printing-not-yet = This text is adopted, but not public yet.
printing-replaced-by = It is replaced by text no. { $number }.
printing-former = This is version { $edition } of this text. It has been corrected since.
printing-version = Version
printing-address = Address
printing-contents = Contents
printing-notes = Notes
printing-note = Note
printing-back = Back to the text
printing-image = Image:{" "}
printing-image-untold = Image without a description
printing-page = Page
printing-of = of

printing-booklet = Booklet (PDF)
printing-use-booklet = small pages, to read or have printed
printing-folded = Booklet to fold and staple (PDF)
printing-use-folded = on A4 sheets, both sides, flip on the short edge
