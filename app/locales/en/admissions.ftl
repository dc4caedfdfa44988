# Coming into a group that one does not join by oneself: requests and invitations.

admissions-said = “{ $text }”
admissions-ask = Ask to join the group
admissions-ask-again = Ask again
admissions-ask-title = Ask to join the group
admissions-ask-lead = “{ $group }” is a closed group: the people who run it will answer your request.
admissions-message = Your message
admissions-message-hint = Why this group interests you, what you can bring to it. The people who run it will read it.
admissions-send = Send the request
admissions-mine = My requests and invitations
admissions-mine-none = Nobody has invited you to a group at the moment, and you have no request waiting.
admissions-received = Invitations received
admissions-asked = Requests sent
admissions-invited-by = invited by { $person }, as { $role }
admissions-waiting = Waiting for an answer
admissions-refused = Request refused
admissions-join = Join the group
admissions-decline = Decline
admissions-withdraw = Withdraw the request
admissions-door-invited = You are invited to join this group
admissions-door-invited-text = Invited by { $person }.
admissions-door-waiting = Your request is waiting for an answer
admissions-door-waiting-text = Sent on { $day }. The people who run the group can accept or refuse it.
admissions-door-refused = Your request was not accepted
admissions-door-refused-text = The group answered you.
admissions-requests = Requests to answer
admissions-requests-wait =
    { $count ->
        [one] A request to join the group is waiting for your answer
       *[other] { $count } requests to join the group are waiting for your answer
    }
admissions-invitations = Invitations sent
admissions-invitations-wait =
    { $count ->
        [one] An invitation to join a group is waiting for you
       *[other] { $count } invitations to join a group are waiting for you
    }
admissions-see-mine = See my requests
admissions-answer = Answer
admissions-answer-who = { $person }
admissions-answer-title = Answer { $person }
admissions-no-message = This person left no message.
admissions-sentence = Your answer
admissions-sentence-hint = A sentence that the person will read, above all if you refuse.
admissions-accept = Accept
admissions-refuse = Refuse
admissions-later = Answer later
admissions-uninvite = Withdraw the invitation
admissions-uninvite-who = of { $person }
admissions-done-asked = Your request is sent to the people who run the group.
admissions-done-withdrawn = Your request is withdrawn.
admissions-done-declined = You declined the invitation.
admissions-done-refused = The request is refused. The person will read your answer.
admissions-done-invited = The invitation is sent: the person can accept or decline it.
admissions-done-uninvited = The invitation is withdrawn.
