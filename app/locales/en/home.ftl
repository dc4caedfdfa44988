# Home, once signed in: what is asked, my groups, what happened.

home-title = Home
home-hello = { $day }. Hello { $name }.
home-asked-none = Nothing is waiting for you
home-asked =
    { $count ->
        [one] One thing is asked of you
       *[other] { $number } things are asked of you
    }
home-asked-none-text = You are up to date. What your groups expect of you will show here.
home-ask-since = since { $day }
home-ask-today = since today
home-ask-late = late: it was for { $day }
home-ask-due = for { $day }
home-ask-due-today = for today
home-ask-due-tomorrow = for tomorrow
home-ask-mandates =
    { $count ->
        [one] One person leaves the council soon.
       *[other] { $count } people leave the council soon.
    }
home-ask-backups = The last one failed, or is too old.
home-ask-place =
    { $here ->
        [yes] .
       *[no] , group { $group }.
    }
home-ask-there =
    { $here ->
        [yes] this group
       *[no] the group { $group }
    }
home-ask-messages =
    { $count ->
        [one] One hidden message{ home-ask-place }
       *[other] { $count } hidden messages{ home-ask-place }
    }
home-ask-invited = { $who } invites you to { home-ask-there }.
home-ask-requested = { $who } asks to join { home-ask-there }.
home-ask-succession = { $who } asks you to run { home-ask-there }.
home-ask-chair = { $who } asks you to chair the council.
home-ask-group = Group { $group }.
home-ask-message = In the discussion “{ $title }”{ home-ask-place }
home-ask-reword-title = Word one of your messages again
home-ask-reword-text = It was hidden: read why, correct it and ask for it to be shown again.
home-ask-reword-action = See the message
home-ask-invitation-title = Answer an invitation
home-ask-invitation-text = Accept it, or decline it.
home-ask-invitation-action = See the group
home-ask-stand-in-title = Stand in for somebody
home-ask-stand-in-text = Read what would be yours and on which days, then accept or decline.
home-ask-stand-in-action = See the request
home-ask-take-over-title = Take over
home-ask-take-over-text = Read what would be yours, then accept or decline.
home-ask-take-over-action = See the handover
home-ask-lead-title = Find who runs a group
home-ask-lead-text = Nobody runs it any more.
home-ask-lead-action = See the people
home-ask-request-title = Answer a request
home-ask-request-text = Accept it, or refuse it in a sentence.
home-ask-request-action = See the request
home-ask-moderate-title = Look again at a hidden message
home-ask-moderate-text = Its author corrected it and asks for it to be shown again.
home-ask-moderate-action = See the messages
home-ask-consult-title = Tell the council what you think
home-ask-consult-text = The text is put to all the members.
home-ask-consult-action = Read the text
home-ask-reread-title = Read what has changed
home-ask-reread-text = The text has a new version since you read it.
home-ask-reread-action = Open the text
home-ask-mend-title = Put the backups in order
home-ask-mend-text = Without them, everything would be lost if the machine broke down.
home-ask-mend-action = See the backups
home-ask-erase-title = Answer a request to be erased
home-ask-erase-text = This person asks the site to forget who they are.
home-ask-erase-action = See the request
home-ask-renew-title = Renew the mandates that are ending
home-ask-renew-text = Extend them, or find who takes over.
home-ask-renew-action = See the people
home-put-off = Later
home-put-off-until = Remind me on
home-put-off-hint = A day within three months, for example 30/04/2026.
home-put-off-button = Put off
home-put-off-cancel = Keep it here
home-put-off-done = It was put off. You will find it under the list, and here when the day comes.
home-later =
    { $count ->
        [one] One thing put off
       *[other] { $count } things put off
    }
home-later-until = Comes back { $day }.
home-later-back = Put all of them back in the list
home-ask-about = “{ $title }”{ home-ask-place }
home-ask-untitled = A text without a title yet{ home-ask-place }
home-ask-resume-title = Go on with an unsaved text
home-ask-resume-text = What you had typed is kept.
home-ask-resume-action = Go on
home-ask-revise-title = Revise your text
home-ask-revise-text = Changes are requested.
home-ask-revise-action = Open the text
home-ask-finish-title = Finish your draft
home-ask-finish-text = Complete it, then send it for review.
home-ask-finish-action = Open the text
home-ask-examine-title = Examine what is suggested for your text
home-ask-examine-text = Accept or refuse each suggestion.
home-ask-examine-action = See the suggestions
home-ask-examine =
    { $count ->
        [one] One suggestion to examine on “{ $title }”{ home-ask-place }
       *[other] { $count } suggestions to examine on “{ $title }”{ home-ask-place }
    }
home-ask-mentioned-title = Read the comment that names you
home-ask-mentioned-text = Somebody asks you something there, or wants you to read it.
home-ask-mentioned-action = Read the comment
home-ask-comments-title = Answer the comments on your text
home-ask-comments-text = Answer, or say that they are resolved.
home-ask-comments-action = See the comments
home-ask-comments =
    { $count ->
        [one] One comment waits for an answer on “{ $title }”{ home-ask-place }
       *[other] { $count } comments wait for an answer on “{ $title }”{ home-ask-place }
    }
home-ask-outcome-title = Read the answer to what you suggested
home-ask-outcome-text = The authors of the text have answered you.
home-ask-outcome-action = See the answer
home-ask-adopt-title = Have a text adopted
home-ask-adopt-text = It is ready: record the vote, or send it back to its authors.
home-ask-adopt-action = Open the text
home-ask-publish-title = Publish an adopted text
home-ask-publish-text = It has its number, but the public cannot read it yet.
home-ask-publish-action = Open the text
home-ask-propose-title = Propose a text for adoption
home-ask-propose-text = Somebody in the group has approved it.
home-ask-propose-action = Open the text
home-ask-review-title = Review a text of your group
home-ask-review-text = Approve it, or say what must change.
home-ask-review-action = Review the text

home-groups = My groups
home-groups-none = Texts are written in groups. You do not belong to any yet.
home-groups-none-action = See the groups

home-news = Since your last visit
home-news-first = These last thirty days
home-news-visit = You were here on { $day }.
home-news-none = Nothing new in what you read.
