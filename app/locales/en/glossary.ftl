# The glossary of acronyms, and what a text shows of it.

glossary-title = Glossary
glossary-one = Acronym
glossary-lead = The acronyms of French local policy, explained in a few words. In a text, touch an acronym underlined with dots to read what it means.
glossary-search = Search for an acronym or a word
glossary-letters = Go to a letter
glossary-all = See the whole glossary
glossary-none = The glossary is still empty.
glossary-none-found = No acronym matches. Try another word.
glossary-count =
    { $count ->
        [one] One acronym found
       *[other] { $count } acronyms found
    }
glossary-see = See the glossary
glossary-used = Acronyms used
glossary-source = Source:
glossary-to-check = Source to be checked
glossary-add = Add an acronym
glossary-new = New acronym
glossary-change = Change
glossary-change-label = Change “{ $term }”
glossary-edit = Change “{ $term }”
glossary-save = Save
glossary-term = Acronym
glossary-term-hint = As it is written in texts, with its capitals. For example: SCoT.
glossary-expansion = In full
glossary-explanation = Explanation
glossary-explanation-hint = A sentence or two, for somebody new to the subject.
glossary-explanation-en = Explanation in English
glossary-source-field = Source
glossary-source-hint = A law and its article, an official site. Leave it empty while it is to be checked.
glossary-remove-title = Remove “{ $term }” from the glossary
glossary-remove-text = Texts will no longer explain it. You can take it up again at any time.
glossary-remove = Remove from the glossary
glossary-keep = Keep it
glossary-aside = Acronyms removed
glossary-aside-lead = Only those who keep the glossary see them here.
glossary-take-up = Take up again
glossary-take-up-label = Take “{ $term }” up again in the glossary
glossary-done-ajoute = The acronym is added. Texts explain it from now on.
glossary-done-change = The acronym is changed.
glossary-done-retire = The acronym is removed from the glossary.
glossary-done-repris = The acronym is in the glossary again.
search-kind-acronym = Acronyms
problem-not-an-acronym = write a single word, with at least two capitals or figures
forbidden-keepers-only = Only the chair, the staff and the administrators can do this.
journal-glossary-added = { $actor } added an acronym to the glossary.
journal-glossary-changed = { $actor } changed an acronym of the glossary.
journal-glossary-set-aside = { $actor } removed an acronym from the glossary.
journal-glossary-taken-up = { $actor } took up an acronym in the glossary again.
