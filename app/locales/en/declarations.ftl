# Declarations: conflicts of interest, standing back.

declarations-title = Declarations
declarations-mine = My declarations
declarations-lead = Saying that a subject touches you closely, or that you stand back for a time: members know, and you keep all your rights.
declarations-go = Declare, or end
declarations-none = No declaration.
declarations-now = Running
declarations-later = To come
declarations-over = Over
declarations-kind-conflict = link with a subject
declarations-kind-withdrawal = standing back
declarations-from = since { $from }
declarations-from-to = from { $from } to { $to }
declarations-end = End it
declarations-end-which = , { $subject }
declarations-new-conflict = Declare a link with a subject
declarations-new-withdrawal = Stand back
declarations-lead-conflict = A personal, family or professional interest in what is decided: say it simply. Members read your declaration, on your page and where it matters.
declarations-lead-withdrawal = For instance during an election campaign. Members read it on your page; whoever proclaims a vote of these days is told. You keep the right to vote.
declarations-subject-conflict = Which subject
declarations-subject-hint-conflict = For instance: the business park, the bus line.
declarations-subject-withdrawal = For what reason
declarations-subject-hint-withdrawal = For instance: local elections.
declarations-words = What one should know of it
declarations-field-from = From
declarations-field-to = To
declarations-day-hint = For instance 22/11/2026, this day included.
declarations-targets = What it touches
declarations-targets-hint = Members will read your name there.
declarations-target-text = Text: { $name }
declarations-target-group = Group: { $name }
declarations-target-poll = Vote: { $name }
declarations-declare-here = Declare a link with this subject
declarations-do = Declare
declarations-done-declare = Your declaration is saved.
declarations-done-fin = Your declaration has ended. It stays readable in the history.
declarations-here =
    { $count ->
        [one] A member declared a link with this subject: { $names }.
       *[other] { $count } members declared a link with this subject: { $names }.
    }
declarations-back =
    { $count ->
        [one] A member stands back during this vote: { $names }. Nothing keeps them from voting.
       *[other] { $count } members stand back during this vote: { $names }. Nothing keeps them from voting.
    }
declarations-warn-conflict = You declared a link with this subject ({ $subject }). You may vote; judge for yourself whether you should rather abstain.
declarations-warn-withdrawal = You stand back at the moment ({ $subject }). You may vote; judge for yourself whether you should rather abstain.

forbidden-others-declaration = Only who made this declaration may end it.
transition-declaration-over = This declaration is over already.
journal-declaration-made = { $actor } made a declaration (a link with a subject, or standing back).
journal-declaration-ended = { $actor } ended a declaration.
