# The mails about what the council waits for.

reminders-title = Reminders by mail
reminders-lead = When a vote opens or is about to end, when a text waits for your signature or your amendments, a mail reminds you: one for everything, once a day at most.
reminders-choice = Receive these reminders
reminders-wanted = Yes
reminders-not-wanted = No, I will look on the site
reminders-save = Save this choice
reminders-done = Your choice is saved.

mail-reminder-subject = { $count } things wait for you at the council
mail-reminder-subject-vote = A vote is open: { $question }
mail-reminder-subject-ends = A vote is about to end: { $question }
mail-reminder-subject-sign = A text waits for your signature: { $title }
mail-reminder-subject-amend = You may propose amendments: { $title }
mail-reminder-vote = A vote is open until { $moment }: “{ $question }”
mail-reminder-ends = A vote ends on { $moment }, and you have not voted yet: “{ $question }”
mail-reminder-sign = “{ $title }” has been in force since { $day } and waits for your signature.
mail-reminder-amend = You may propose amendments to “{ $title }” until { $day }.
mail-reminder =
    Here is what waits for you.

    { $things }

    You no longer want these reminders? You can stop them in your account:
    { $account }
