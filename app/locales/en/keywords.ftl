# Keywords: the vocabulary that the council keeps, and what has one.

keywords-title = Keywords
keywords-one = Keyword
keywords-lead = The keywords that the council keeps. Each opens the documents that have it, among those you can read.
keywords-none = The council has not kept any keyword yet. Each document can already have its own.
keywords-no-document = None of the documents you can read has this keyword yet.
keywords-documents =
    { $count ->
        [0] no document
        [one] one document
       *[other] { $count } documents
    }
keywords-keep = Keywords of the library
keywords-keep-text = The words proposed to whoever describes a document.
keywords-keep-lead = These words are proposed to whoever describes a document. Everybody remains free to write others. Only the documents that you can read are counted here.
keywords-keep-none = The vocabulary is still empty. Add a first keyword above.
keywords-new = New keyword
keywords-new-hint = One word or two, in the singular. For instance: housing.
keywords-add = Add
keywords-change = Change
keywords-change-label = Change “{ $name }”
keywords-free = Freely written
keywords-free-lead = These keywords are on documents and not in the vocabulary.
keywords-bring = Keep
keywords-bring-label = Keep “{ $name }”
keywords-name = Name
keywords-name-hint = It will change on the documents that have it too.
keywords-rename = Change its name
keywords-merge = Merge it with another
keywords-into = Keyword to keep
keywords-into-hint = The documents that have “{ $name }” will have that one instead, and “{ $name }” will disappear.
keywords-choose = Choose a keyword
keywords-merge-do = Merge
keywords-remove-title = Remove “{ $name }” from the vocabulary
keywords-remove-text = It will not be proposed any more. The documents that have it keep it.
keywords-remove = Remove from the vocabulary
keywords-keep-it = Keep it
keywords-see = Keywords
keywords-done-ajoute = The keyword is added to the vocabulary.
keywords-done-renomme = The keyword has another name, on the documents too.
keywords-done-reuni = The two keywords are now one.
keywords-done-retire = The keyword is removed from the vocabulary.
journal-keyword-added = { $actor } added a keyword to the vocabulary.
journal-keyword-renamed = { $actor } changed the name of a keyword.
journal-keyword-merged = { $actor } merged two keywords.
journal-keyword-removed = { $actor } removed a keyword from the vocabulary.
