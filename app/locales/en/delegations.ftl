# Delegations: one's role given to somebody of the council for a time.

delegations-title = Delegations
delegations-lead = Are you going away? Give your role to a member of the council, for a few days or weeks. It comes back to you by itself.
delegations-account = Give your role to somebody while you are away.
delegations-account-some =
    { $count ->
        [one] You stand in for somebody at the moment.
       *[other] You stand in for several people at the moment.
    }
delegations-go = See my delegations
delegations-mine = What you may give
delegations-give = Give for a time
delegations-all = Given and received
delegations-none = No delegation, given or received.
delegations-nobody = Nobody can hold this role for now: it takes a member of the council, and of the group if it is about a group.
delegations-office-group = running the group { $group }
delegations-office-a-group = running the group
delegations-from-to = from { $from } to { $to }
delegations-day = on { $day }
delegations-standing = { $who }, { $office } by delegation of { $for }, from { $from } to { $to }.
delegations-asked = { $name } asks you to hold their role
delegations-effect = You will have its rights on these days only. What you do with them will be noted as done by delegation, and you may end it.
delegations-accept = Accept
delegations-decline = Decline
delegations-waiting = Waiting for an answer
delegations-coming = To come
delegations-running = Running
delegations-over = Over
delegations-never = Came to nothing
delegations-to = given to { $name }
delegations-by = given by { $name }
delegations-take-back = Take it back
delegations-end = End it
delegations-new = Give a role: { $office }
delegations-new-lead = Whoever you name must accept. You keep your rights meanwhile, and may end it at any time.
delegations-field-delegate = To whom
delegations-field-delegate-hint = A member of the council, who will not be able to give this role in turn.
delegations-field-from = From
delegations-field-from-hint = For instance 22/11/2026, that day included.
delegations-field-to = To
delegations-field-to-hint = That day included, { $days } days in all at most.
delegations-field-reason = For what reason
delegations-field-reason-hint = A few words that this person will read. For instance: travelling.
delegations-offer = Propose this delegation
delegations-done-offered = The request is sent. Nothing changes before the answer.
delegations-done-accepted = You accepted. Your rights begin and end on the days that were said.
delegations-done-declined = You declined.
delegations-done-ended = It is over: this delegation gives no right any more.
forbidden-others-office = This role is not yours, or you hold it by delegation: you cannot give it.
transition-delegation-over = This delegation is over, or somebody answered meanwhile.
transition-delegated-already = You have given this role already for some of these days. End that delegation first.
problem-longer-than = choose { $days } days at most
journal-delegation-offered = { $actor } offered their role by delegation ({ $user }).
journal-delegation-accepted = { $actor } accepted a delegation ({ $user }).
journal-delegation-declined = { $actor } declined a delegation ({ $user }).
journal-delegation-ended = { $actor } ended a delegation ({ $user }).
journal-in-place-of = by delegation of { $name }
