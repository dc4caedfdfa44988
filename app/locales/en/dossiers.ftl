# Resource files: what they hold, in order, with a comment.

dossiers-add-one = A resource file
dossiers-new = Make a resource file
dossiers-audience = For whom
dossiers-audience-hint = For instance: the new members of the group. It gives nobody any right.
dossiers-description-hint = What is found in this file, and what it is for.
dossiers-for = For: { $who }
dossiers-count =
    { $count ->
        [one] one item
       *[other] { $count } items
    }
dossiers-empty = This resource file is still empty. Add documents, texts and links to it, in the order in which they should be read.
dossiers-empty-reader = This resource file is still empty.
dossiers-fill = Add an item
dossiers-fill-title = Add an item
dossiers-edit = Change the title and the description
dossiers-edit-title = Change the resource file
dossiers-back = Back to the resource file
dossiers-gather = Add to a resource file
dossiers-element = Item of a resource file
dossiers-gone = This item no longer exists.
dossiers-gone-name = Item that no longer exists
dossiers-up = Move up
dossiers-up-label = Move up “{ $name }”
dossiers-down = Move down
dossiers-down-label = Move down “{ $name }”
dossiers-change = Comment or remove
dossiers-change-label = Comment or remove “{ $name }”
dossiers-comment = Comment
dossiers-comment-hint = Why to read it, what to remember of it.
dossiers-remove-title = Remove “{ $name }” from the resource file
dossiers-remove-text = Its comment will be lost. The document or the text stays where it is.
dossiers-remove-link-text = The link and its comment will be lost.
dossiers-remove-gone-text = What this item showed no longer exists.
dossiers-remove = Remove from the resource file
dossiers-keep = Keep it
dossiers-find-title = A document or a text
dossiers-find = Search among what you can read
dossiers-find-lead = Search for a word of the title or of the content, then add what you find.
dossiers-there = already in the resource file
dossiers-add = Add
dossiers-add-label = Add “{ $name }”
dossiers-link-title = A link
dossiers-link-add = Add the link
dossiers-choose-title = Add to a resource file
dossiers-choose = To which one
dossiers-choose-more = These are the fifty changed last. For another one, open it and choose “Add an item”.
dossiers-choose-back = Go back without adding anything
dossiers-none = There is no resource file that you can add to yet. To make one, open a library where you write, then choose “Add”, “A resource file”.
dossiers-none-action = Open the library
dossiers-share-lead = Of this resource file, somebody outside only sees the links, the published texts and, in this library, the documents that you could share yourself.
dossiers-shared-empty = Nothing of this resource file is open to people outside at the moment.
dossiers-members-only =
    { $count ->
        [one] Another item of this resource file is for members only.
       *[other] { $count } other items of this resource file are for members only.
    }
dossiers-done-ressources = The resource file is made. Add a first item to it.
dossiers-done-ajoute = It is added at the end of the resource file.
dossiers-done-ordre = The order is saved.
dossiers-done-element = The item is saved.
dossiers-done-retire = The item is removed from the resource file.
transition-dossier-full = This resource file holds a hundred items already: remove one, or make another one.
journal-dossier-created = { $actor } made a resource file.
journal-dossier-element-added = { $actor } added an item to a resource file.
journal-dossier-arranged = { $actor } changed the items of a resource file.
