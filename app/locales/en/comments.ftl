# Comments on passages of a text: choosing a passage, saying something of it, answering, resolving.

comments-title = Comments
comments-go = Comment on a passage
comments-do = Comment
comments-all = Read all the comments
comments-none = No comment waits for an answer.
comments-open-count =
    { $count ->
        [one] One comment waits for an answer, or to be resolved.
       *[other] { $count } comments wait for an answer, or to be resolved.
    }
comments-count =
    { $count ->
        [one] One comment to read
       *[other] { $count } comments to read
    }
comments-here =
    { $count ->
        [one] One comment here
       *[other] { $count } comments here
    }
comments-call = Comment
comments-frozen = This text is adopted: its comments are read, none is added any more.
comments-chosen = About the words you chose

comments-choose-title = What do you want to comment on?
comments-choose-lead = Choose the passage about which you want to say something. You can then narrow it to some words.
comments-choose-empty = Nothing is written yet: there is no passage to comment on.
comments-choose-again = Choose the passage again
comments-choose-another = Choose another passage
comments-changed = This passage was taken away while you were writing. Nothing is saved: keep what you wrote and choose another passage.
comments-new-title = Comment on a passage
comments-passage = The passage
comments-words = The words it is about
comments-words-hint = Copy a few words of the passage to speak of them only. Leave it empty to speak of the whole passage.
comments-body = Your comment
comments-body-hint = To call on somebody, write @ followed by their first and last names: their home page will tell them.
comments-names-list = People who read this text
comments-names-one = One person offered: arrow down to choose them.
comments-names-many = #count people offered: arrow down to choose.
comments-names-put = You name #name.

comments-numbered = Comment { $number }, by { $name }
comments-by = Comment by { $name }
comments-about = “{ $words }”
comments-was-about = It was about:
comments-words-changed = These words have changed in the text since the comment.
comments-words-gone = These words are no longer in the text.
comments-lost = On words that are no longer there
comments-lost-lead = The text has changed since. What was said can still be read.
comments-resolved = Resolved
comments-resolved-by = by { $name }, on { $moment }
comments-resolved-count =
    { $count ->
        [one] One resolved comment
       *[other] { $count } resolved comments
    }
comments-answers =
    { $count ->
        [0] no answer
        [one] one answer
       *[other] { $count } answers
    }
comments-open = Read the comment
comments-answer-go = Read and answer
comments-to-passage = Back to the passage
comments-named = Calls on { $names }

comments-answer-title = Answer
comments-answer-label = Your answer
comments-answer-do = Answer
comments-resolve = Mark as resolved
comments-resolve-text = Once what it asked for is done, or said. The comment can still be read, folded away.
comments-reopen = Open again
comments-reopen-text = To go on with the exchange.
comments-of-message = , message { $number }
comments-edit = Change
comments-edit-save = Save
comments-withdraw = Take back
comments-withdraw-text = Nobody answered it: nothing of it will remain.
comments-withdraw-all = Nobody answered it: the whole comment will be taken back, nothing of it will remain.
comments-hide = Hide
comments-hide-text = The others will no longer read it. Its author will read your reason.
comments-hide-hint = What is wrong with it. Its author and those who look after the discussions read it.
comments-hide-cancel = Do not hide it

comments-done-commente = Your comment is saved.
comments-done-repondu = Your answer is saved.
comments-done-resolu = The comment is resolved.
comments-done-rouvert = The comment is open again.
comments-done-modifie = Your message is changed.
comments-done-retire = Your message is taken back.
comments-done-masque = The message is hidden. Its author will read your reason.
comments-done-montre = The message is shown again.

forbidden-comment-settlers-only = Only who began this comment, those who sign the text and those who run the group may resolve it or open it again.
transition-comment-resolved = This comment is resolved: open it again to add something to it.
transition-comment-answered = Somebody answered in the meantime: this message stays as it is.

journal-comment-made = { $actor } commented on a passage of a text.
journal-comment-answered = { $actor } answered a comment.
journal-comment-edited = { $actor } changed a message of a comment.
journal-comment-withdrawn = { $actor } took back a message of a comment.
journal-comment-resolved = { $actor } resolved a comment.
journal-comment-reopened = { $actor } opened a comment again.
journal-comment-hidden = { $actor } hid, in a comment, a message by { $user }.
journal-comment-shown-again = { $actor } showed again, in a comment, a message by { $user }.
