# The life of a text: its versions, who wrote what.

contributions-history-this = this text
contributions-version-named = Version { $version }, “{ $name }”
contributions-version-current = This is the current version of the text
contributions-done-nommee = The name of the version is saved.
contributions-done-sans-nom = This version no longer has a name.

contributions-restore-title = Go back to this version
contributions-restore-lead = The text says again what this version says. Nothing is lost: it is a new version, and the others stay in the history.
contributions-restore-reason = Back to version { $version }
contributions-restore-do = Go back to this version

contributions-name-title = Name this version
contributions-name-label = Name of the version
contributions-name-hint = To find it again in the history, such as “Version sent to the towns”.
contributions-name-do = Save the name

contributions-passages-do = See who wrote what
contributions-passages-title = Who wrote what
contributions-passages-lead = Each word of the current text is given to the person who brought it, by the versions that were saved.
contributions-passages-whole = In the whole text
contributions-passages-each = Passage by passage
contributions-passages-none = The text is still empty.
contributions-passages-share =
    { $words ->
        [one] one word
       *[other] { $words } words
    }, { $count ->
        [one] version { $versions }
       *[other] versions { $versions }
    }
