# Discussions of a group: their list, one of them, one message, what is hidden.

discussions-title = Discussions
discussions-lead = To ask questions, prepare a meeting, think aloud before writing.
discussions-all = See all the discussions
discussions-begin = Begin a discussion
discussions-filters = Filters
discussions-filter-all = All
discussions-filter-unanswered = Unanswered
discussions-empty = A question, an idea, notes to share: begin the first discussion of the group.
discussions-empty-reader = This group has no discussion yet.
discussions-none-unanswered = Every open discussion has been answered.
discussions-messages =
    { $count ->
        [one] { $count } message
       *[other] { $count } messages
    }
discussions-unread =
    { $count ->
        [one] { $count } unread
       *[other] { $count } unread
    }
discussions-unanswered = Unanswered
discussions-closed = Closed
discussions-last = last message: { $name }, { $day }
discussions-subject-hidden = Hidden subject

discussions-new-title = Begin a discussion
discussions-subject = Subject
discussions-subject-hint = A short sentence: people should know what it is about without opening it.
discussions-first-message = First message
discussions-body-hint = Leave an empty line between paragraphs. For a list, begin each line with a dash.
discussions-text = About a text of the group
discussions-text-hint = The discussion will lead to it.
discussions-new-do = Open the discussion
discussions-back = Back to the discussions
discussions-preview = Preview
discussions-unsent = This is what you had written on { $moment }, without sending it.
discussions-discard = Erase it

discussions-begun = Begun by { $name }, { $day }
discussions-about = about “{ $title }”
discussions-about-none = Nobody has begun a discussion about this text yet.
discussions-closed-by = This discussion was closed by { $name } on { $day }. It can be read, and no longer answered.
discussions-reopened = This discussion was opened again.
discussions-new = New
discussions-by-you = { $name } (you)
discussions-link = Message { $number }, { $moment }
discussions-edited = edited on { $moment }
discussions-withdrawn = Message taken back by its author.
discussions-hidden = This message was hidden by somebody who looks after the discussions.
discussions-hidden-own = Your message is hidden: the others do not read it
discussions-hidden-own-asked = Your message is hidden: your request is waiting for an answer
discussions-hidden-moderator = Hidden message: only its author and those who look after the discussions read it
discussions-hidden-asked = Hidden message: its author asks for it to be shown again
discussions-hidden-by = Last decision
discussions-reason = Reason
discussions-plea-said = What its author says
discussions-answer-said = Answer
discussions-in-answer = In answer to { $name }
discussions-excerpt = “{ $text }”
discussions-answer = Answer
discussions-answer-to = Answer { $name }
discussions-answer-nobody = Answer everybody instead
discussions-your-answer = Your answer
discussions-answer-do = Send the answer
discussions-do-ask = Correct and ask
discussions-do-edit = Edit
discussions-do-withdraw = Take back
discussions-do-judge = Look at the decision again
discussions-do-hide = Hide
discussions-do-label = { $act }, message { $number }
discussions-close = Close the discussion
discussions-close-word = Last word
discussions-close-hint = What was concluded, or why the discussion stops here. The whole group reads it.
discussions-reopen = Open the discussion again
discussions-reopen-word = Why open it again
discussions-reopen-hint = In one sentence. The whole group reads it.

discussions-message-own = Your message
discussions-message-of = Message from { $name }
discussions-message-back = Back to the discussion
discussions-message = Message
discussions-edit-title = Edit your message
discussions-edit = Save
discussions-ask-title = Correct it and ask for it to be shown
discussions-ask = Ask for it to be shown
discussions-plea = Your word to those who look after the discussions
discussions-plea-hint = What you changed, or why the message may stay.
discussions-hide-title = Hide the message from { $name }
discussions-hide-text = The others will no longer read it. Its author will read your reason, and may correct the message and ask for it to be shown again.
discussions-hide-reason = Reason
discussions-hide-hint = What is not right, and what should change. Its author and those who look after the discussions read it.
discussions-hide = Hide the message
discussions-show-title = Show the message from { $name } again
discussions-show-text = The whole group will read it, as it is written now.
discussions-show = Show the message
discussions-keep-title = Keep it hidden
discussions-keep-answer = Answer to its author
discussions-keep-hint = Why the message cannot be shown like this. They may correct it and ask again.
discussions-keep = Keep the message hidden
discussions-withdraw-title = Take back your message
discussions-withdraw-text = Its place will remain, with the words “Message taken back by its author”. Nobody will read what it said any more. This cannot be undone.
discussions-withdraw = Take back my message
discussions-former = What it said before
discussions-former-text = Only its author and those who look after the discussions read this.
discussions-former-at = Version of { $moment }

discussions-moderation = Hidden messages
discussions-moderation-waiting =
    { $count ->
        [one] Hidden messages, { $count } request waiting
       *[other] Hidden messages, { $count } requests waiting
    }
discussions-waiting =
    { $count ->
        [one] One author is waiting for your answer.
       *[other] { $count } authors are waiting for your answer.
    }
discussions-waiting-none = No request is waiting for an answer.
discussions-hidden-title = Hidden at the moment
discussions-hidden-none = No message is hidden in this group.
discussions-asked = Request waiting
discussions-hidden-of = message from { $name }
discussions-since = since { $day }
discussions-not-yours = somebody else decides about it
discussions-hidden-reason = Reason: { $reason }
discussions-acts = What was decided
discussions-act-hidden = { $by } hid a message from { $whose }.
discussions-act-asked = { $by } asked for their message to be shown again.
discussions-act-shown = { $by } showed a message from { $whose } again.
discussions-act-kept = { $by } kept a message from { $whose } hidden.
discussions-act-closed = { $by } closed a discussion.
discussions-act-reopened = { $by } opened a discussion again.

discussions-done-ouverte = The discussion is open.
discussions-done-repondu = Your answer is sent.
discussions-done-modifie = Your message is edited.
discussions-done-demande = Your request is sent to those who look after the discussions.
discussions-done-retire = Your message is taken back.
discussions-done-masque = The message is hidden. Its author will read your reason.
discussions-done-montre = The message is shown again.
discussions-done-garde = The message stays hidden. Its author will read your answer.
discussions-done-close = The discussion is closed.
discussions-done-rouverte = The discussion is open again.

forbidden-others-message = Only the person who wrote this message can do this.
forbidden-own-message = Nobody decides about their own message: leave it to somebody else.
transition-message-state = This message has changed in the meantime: read the discussion again.
transition-thread-closed = This discussion is closed: nobody writes in it any more.
transition-thread-open = This discussion is not closed.

journal-discussion-opened = { $actor } began a discussion.
journal-discussion-answered = { $actor } answered in a discussion.
journal-discussion-closed = { $actor } closed a discussion.
journal-discussion-reopened = { $actor } opened a discussion again.
journal-discussion-message-edited = { $actor } edited one of their messages.
journal-discussion-message-withdrawn = { $actor } took back one of their messages.
journal-discussion-message-hidden = { $actor } hid a message from { $user }.
journal-discussion-message-asked-again = { $actor } asked for their message to be shown again.
journal-discussion-message-shown-again = { $actor } showed a message from { $user } again.
journal-discussion-message-kept-hidden = { $actor } kept a message from { $user } hidden.
discussions-kept = Kept at { $time }. You will find it here until it is sent.
discussions-not-kept = What you write could not be kept: copy it before you leave the page.
