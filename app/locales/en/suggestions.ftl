# Suggestions: proposing other words for a passage, reading them, answering.

suggestions-title = Suggestions
suggestions-lead = What readers of this text propose to put differently. Those who write it accept or refuse, and the answer is given here.
suggestions-do = Suggest a change
suggestions-read-text = Read the text
suggestions-count =
    { $count ->
        [one] One suggestion to read
       *[other] { $count } suggestions to read
    }
suggestions-call = Suggestion
suggestions-here =
    { $count ->
        [one] One suggestion here
       *[other] { $count } suggestions here
    }
suggestions-frozen = This text is no longer written: these suggestions were left without an answer.
suggestions-waiting = Waiting for an answer
suggestions-none = No suggestion is waiting for an answer.
suggestions-passage = Passage { $number }
suggestions-passage-in = Passage { $number }, in “{ $section }”
suggestions-under = In “{ $section }”
suggestions-lost = On words that have changed
suggestions-lost-lead = The text has changed since: these suggestions can no longer be accepted as they are. Each can be taken up again by whoever made it, or refused.
suggestions-settled-title = Answers given
suggestions-same-passage = On the same passage

suggestions-by = Suggestion by { $name }
suggestions-proposed = What is proposed
suggestions-own = (yours)
suggestions-answers = Answers the suggestion by { $name }
suggestions-reason = Reason: { $reason }
suggestions-made = Made on { $moment }, on version { $version }
suggestions-passage-changed = These words have changed in the text since the suggestion.
suggestions-passage-gone = These words are no longer in the text.
suggestions-state-accepted = Accepted
suggestions-state-refused = Refused
suggestions-state-withdrawn = Withdrawn
suggestions-state-fallen = Dropped, another one was accepted
suggestions-state-met = The text now says so
suggestions-settled = by { $name }, { $moment }
suggestions-settled-in = by { $name }, { $moment }; version { $version } of the text
suggestions-answer = Answer: { $answer }

suggestions-others = If this suggestion is accepted:
suggestions-other-stays = the one by { $name } stays as it is;
suggestions-other-rests = the one by { $name } is put on the new words;
suggestions-other-met = the one by { $name } is met as well;
suggestions-other-falls = the one by { $name } is dropped.

suggestions-accept = Accept
suggestions-refuse = Refuse
suggestions-counter = Propose something else
suggestions-change = Change or withdraw
suggestions-answer-title = Answer
suggestions-answer-label = Your reason
suggestions-answer-hint = Needed to refuse. Whoever made the suggestion will read it.
suggestions-own-title = Your suggestion
suggestions-reword = Take up your suggestion again
suggestions-reword-save = Save
suggestions-withdraw-lead = You can also withdraw it as long as nobody has answered.
suggestions-withdraw = Withdraw the suggestion

suggestions-choose-title = What would you change?
suggestions-choose-lead = Choose the passage. You will then write it as you wish, and the authors will decide.
suggestions-choose-empty = Nothing is written yet: there is no passage to change.
suggestions-choose-again = Choose the passage again
suggestions-now = The passage today
suggestions-words = The passage as you would write it
suggestions-words-hint = Only the words that you change will be proposed. Empty the field to propose taking the passage out.
suggestions-why = Why
suggestions-why-hint = One sentence is enough. It will be read beside your suggestion.
suggestions-back = Choose another passage
suggestions-changed = This passage changed while you were writing. Nothing is saved: keep what you wrote and take it up again on the text as it is now.
suggestions-copy-do = Change a copy of the whole text
suggestions-copy-lead = Change what you want in this copy. Each sentence that you change becomes a suggestion, answered separately. The text itself does not change.
suggestions-copy-words = Your copy
suggestions-copy-hint = The text shows the signs that give it its form.

suggestions-done-suggere = Your suggestion was sent to those who write the text.
suggestions-done-suggere-plusieurs = Your suggestions were sent to those who write the text.
suggestions-done-acceptee = The suggestion is accepted: its words are in the text.
suggestions-done-acceptee-tombees = The suggestion is accepted: its words are in the text. What no longer fitted with it was dropped, as shown below.
suggestions-done-refusee = The suggestion is refused. Whoever made it will read your reason.
suggestions-done-reprise = Your suggestion is saved.
suggestions-done-retiree = Your suggestion is withdrawn.

transition-suggestion-over = This suggestion was already answered, or it was withdrawn.
transition-passage-changed = The words of this suggestion have changed in the text, or are gone: nothing was written.
forbidden-others-suggestion = Only whoever made a suggestion takes it up again or withdraws it.

journal-suggestion-made = { $actor } suggested changes to a text.
journal-suggestion-reworded = { $actor } changed their suggestion for a text.
journal-suggestion-withdrawn = { $actor } took back their suggestion for a text.
journal-suggestion-accepted = { $actor } accepted a suggestion by { $user } for a text.
journal-suggestion-refused = { $actor } set aside a suggestion by { $user } for a text.
journal-suggestion-fallen = A suggestion by { $user } no longer applies: the text changed.
