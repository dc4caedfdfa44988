# Reports: reporting something, deciding, appealing.

moderation-title = Reports
moderation-lead = Should something not stay? Report it: somebody who looks after the group will decide, and answer you.
moderation-report = Report
moderation-report-message = Report a message
moderation-report-comment = Report a comment
moderation-report-document = Report a document
moderation-report-text = Report a text
moderation-report-lead = Those who look after the group will read your name and your reason. Whoever wrote this will not know who reported it.
moderation-report-do = Send the report
moderation-cancel = Go back without reporting
moderation-content = What is reported
moderation-gone = This no longer exists.
moderation-see-message = See the message
moderation-see-comment = See the comment
moderation-see-document = See the document
moderation-see-text = See the text
moderation-field-ground = Why do you report it?
moderation-field-words = In a few words
moderation-field-words-hint = What is wrong, and where.
moderation-field-article = Article that it breaks
moderation-field-article-hint = It will be quoted, word for word.
moderation-article = { $text }, article { $number }
moderation-article-titled = { $text }, article { $number }: { $title }
moderation-ground-attack = It attacks or insults somebody
moderation-ground-privacy = It reveals somebody’s private life
moderation-ground-untrue = It is false, or misleading
moderation-ground-off-topic = It has nothing to do here: advertising, off topic
moderation-ground-law = It is against the law
moderation-ground-other = Something else, which I tell below

moderation-queue = For you to decide
moderation-rule-note = Nobody decides alone about what they wrote or reported: another facilitator of the group does, or those who preside over the council.
moderation-filters = Filters
moderation-filter-waiting = Waiting
moderation-filter-decided = Decided
moderation-none = No report waits for an answer.
moderation-none-decided = Nothing was decided yet.
moderation-mine = What you reported
moderation-mine-none = You have reported nothing.
moderation-common = common library
moderation-count =
    { $count ->
        [one] { $count } report
       *[other] { $count } reports
    }
moderation-reported-on = reported on { $day }
moderation-kind-message = message
moderation-kind-comment = comment
moderation-kind-document = document
moderation-kind-text = text
moderation-state-open = To be decided
moderation-state-kept = Left in place
moderation-state-acted = Hidden
moderation-state-asked = Change asked for
moderation-state-appealed = Appeal waiting
moderation-state-upheld = Decision confirmed on appeal
moderation-state-restored = Put back

moderation-case-message = Reported message
moderation-case-comment = Reported comment
moderation-case-document = Reported document
moderation-case-text = Reported text
moderation-by = by { $name }
moderation-reports = Who reported it, and why
moderation-reports-note = Whoever wrote this does not read these names. Do not give them.
moderation-my-report = Your report
moderation-said-by = { $name }, { $moment }
moderation-reason = Reason
moderation-reason-hint = Whoever wrote it will read this reason.
moderation-decided = What was decided
moderation-decided-before = A decision had been taken already; another report has come since.
moderation-decided-kept = It stays in place.
moderation-decided-hidden = It was hidden.
moderation-decided-change = A change was asked for.
moderation-may-appeal = If this decision does not seem fair to you, you may appeal once, to those who preside over the council.
moderation-appeal-go = Appeal
moderation-appeal-title = Appeal
moderation-appeal-lead = Those who preside over the council will read your words. They will confirm the decision, or put back what you wrote, and say why.
moderation-appeal-words = Why this decision is not fair
moderation-appeal-hint = One appeals once of the same decision: say all that matters.
moderation-appeal-do = Send the appeal
moderation-appeal-said = What its author says
moderation-appeal-waits = Those who preside over the council have not answered yet.
moderation-ruling = Answer
moderation-ruled-upheld = The decision is confirmed.
moderation-ruled-restored = It is put back.
moderation-ruled-withdrawn = No change is asked for any more.
moderation-decide = Decide
moderation-decide-note = Your answer will be read by whoever reported it, and by its author if it does not stay as it is.
moderation-keep = Leave it in place
moderation-keep-reason = Answer to whoever reported it
moderation-keep-hint = Why this may stay.
moderation-keep-do = Leave in place
moderation-hide = Hide it
moderation-hide-text = The others will not read it any more. Its author will read your reason and the article that is quoted, and may appeal.
moderation-hide-do = Hide
moderation-change = Ask for a change
moderation-change-text = A text or a document is the work of several people: it stays readable. Whoever wrote or deposited it will read your reason and the article that is quoted, and may change it, or appeal.
moderation-change-do = Ask for the change
moderation-rule = Answer the appeal
moderation-rule-outcome = What do you decide?
moderation-rule-uphold = Confirm the decision
moderation-rule-restore = Put it back
moderation-rule-withdraw = Ask for no change any more
moderation-rule-words = Why
moderation-rule-hint = Whoever appealed and whoever reported will read these words.
moderation-rule-do = Give the decision

moderation-done-signale = Your report is sent. The answer will wait for you on your home page.
moderation-done-garde = It stays in place. Whoever reported it will read your answer.
moderation-done-agi = It is hidden. Its author will read your reason.
moderation-done-demande = The change is asked for. Its author will read your reason.
moderation-done-appel = Your appeal is sent to those who preside over the council.
moderation-done-rendu = Your decision is given. Both people will read it.

home-ask-judge-title = Decide about a report
home-ask-judge-text = Somebody reported what should perhaps not stay.
home-ask-judge-action = See the reports
home-ask-reports =
    { $count ->
        [one] { $count } report
       *[other] { $count } reports
    }
home-ask-rule-title = Answer an appeal
home-ask-rule-text = Whoever wrote what was hidden, or is to be changed, asks for the decision to be looked at again.
home-ask-rule-action = See the appeals
home-ask-appeals =
    { $count ->
        [one] { $count } appeal
       *[other] { $count } appeals
    }
home-ask-verdict-title = Read a decision
home-ask-verdict-text = It is about what you reported, or wrote.
home-ask-verdict-action = Read the decision

forbidden-own-content = You wrote this yourself: nobody reports themselves.
forbidden-own-report = You reported it: another facilitator of the group decides, or those who preside over the council.
forbidden-own-decision = You took this decision, or reported this: somebody else who presides over the council answers the appeal.
transition-report-state = This is no longer to be decided, or not yet: read the page again.
transition-already-reported = You have reported this already: once is enough.

journal-moderation-reported = Something was reported.
journal-moderation-dismissed = { $actor } left in place what was reported.
journal-moderation-change-asked = { $actor } asked { $user } to change what was reported.
journal-moderation-appealed = { $actor } appealed against a decision.
journal-moderation-upheld = { $actor } confirmed on appeal a decision about { $user }.
journal-moderation-granted = { $actor } put back on appeal what { $user } had written.
