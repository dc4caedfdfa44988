# Searching everything one may read.

search-title = Search
search-title-of = { $query }, search
search-field = Search
search-do = Go
search-link = Search
search-kinds = Kind
search-any-kind = Everything
search-kind-text = Texts
search-kind-publication = Publications
search-kind-message = Discussions
search-kind-document = Documents
search-kind-dossier = Resource files
search-kind-review = Remarks
search-kind-comment = Comments
search-kind-person = People
search-kind-group = Groups
search-a-message = Message
search-a-document = Document, { $nature }
search-a-review = Remark
search-a-comment = Comment
search-a-person = Person
search-group = Group
search-any-group = All
search-author = By
search-any-author = Anybody
search-period = Date
search-any-period = Any
search-period-semaine = In the last seven days
search-period-mois = In the last thirty days
search-period-annee = In the last year
search-period-avant = More than a year ago
search-tag = Keyword
search-any-tag = Any
search-chosen = Your choices
search-chosen-one = { $name }: { $value }
search-unchoose = No longer limit to:
search-choice = { $name } ({ $count })
search-page = page { $number }
search-slide = slide { $number }
search-sheet = sheet { $number }
search-page-of = of “{ $title }”
search-hidden-subject = Hidden subject
search-count =
    { $count ->
        [one] One result
       *[other] { $count } results
    }
search-more = More than a thousand results. These are the latest: add a word to be more precise.
search-empty = Look for a word in texts, discussions, documents, groups and people.
search-too-common = This word is too common to be looked for alone. Add another one.
search-none = Nothing matches “{ $query }”.
search-none-narrowed = Nothing matches with these choices.
search-widen = Search everything
search-try = Try with
search-visitor = Without signing in, you search publications and open groups.
search-help-phrase = Quotation marks keep words together: “réseau de chaleur”.
search-help-without = A minus sign before a word leaves it out: gare -vélo.
search-help-forms = Accents, singular and plural, masculine and feminine do not count.
search-found-while-typing = Results:
search-nothing-while-typing = Nothing yet. Keep typing, or start the search.
