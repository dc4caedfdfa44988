# Amendments to the charter and the rules.

amendments-title = Amendments
amendments-title-of = Amendments: { $title }, version { $number }
amendments-lead = In the order of the text. Words struck out would go, words underlined would come.
amendments-one = Amendment { $number }
amendments-sub-one = Sub-amendment { $number }
amendments-of = Sub-amendment to amendment { $number }
amendments-by = Amendment { $number }, { $name }
amendments-by-long = { $name }, { $who }
amendments-made-it = This article was changed by:
amendments-count =
    { $count ->
        [0] No amendments
        [one] One amendment
       *[other] { $count } amendments
    }
amendments-count-of =
    { $count ->
        [one] One amendment: { $article }
       *[other] { $count } amendments: { $article }
    }
amendments-see =
    { $count ->
        [one] Read the amendment
       *[other] Read the { $count } amendments
    }
amendments-none = This version has received no amendments.
amendments-none-found = No amendment matches these choices.
amendments-all = See all the amendments
amendments-read-version = Read the version
amendments-before-all = Before the first article
amendments-by-state = By outcome
amendments-by-article = By article
amendments-any-state = All
amendments-any-article = All articles
amendments-chip = { $name } ({ $count })
amendments-change = Change article { $article }
amendments-add = Add an article after article { $article }
amendments-add-first = Add an article before all the others
amendments-remove = Remove article { $article }
amendments-state-open = To be examined
amendments-state-adopted = Adopted
amendments-state-rejected = Rejected
amendments-state-withdrawn = Withdrawn
amendments-state-fallen = Fallen
amendments-title-changes = Title:
amendments-reasons = Reasons
amendments-supports =
    { $count ->
        [one] one supporter
       *[other] { $count } supporters
    }
amendments-supporters =
    { $count ->
        [one] One person supports this amendment
       *[other] { $count } people support this amendment
    }
amendments-support = I support it
amendments-unsupport = Withdraw my support
amendments-withdraw = Withdraw this amendment
amendments-reword = Change this amendment
amendments-reword-title = Change: { $name }
amendments-below = Sub-amendments
amendments-sub-propose = Propose a sub-amendment
amendments-propose = Propose an amendment
amendments-propose-to = Propose an amendment: { $article }
amendments-propose-do = Propose this amendment
amendments-propose-lead = you can change it until { $day }.
amendments-choose-lead = Choose the article, and what you would do with it.
amendments-do-change = Change
amendments-do-change-of = Change: { $article }
amendments-do-add = Add an article after it
amendments-do-add-of = Add an article after: { $article }
amendments-do-remove = Remove
amendments-do-remove-of = Remove: { $article }
amendments-field-title = Title of the article
amendments-field-body = Text of the article
amendments-field-body-hint = Write the article as you would have it: what changes will be shown word by word.
amendments-field-reasons = Reasons
amendments-field-reasons-hint = Why this change? These reasons are read with the amendment.
amendments-save = Save the amendment

amendments-done-propose = Your amendment is proposed. Other members can support it.
amendments-done-modifie = The amendment is changed. If the proposed text changed, supporters have to support it again.
amendments-done-retire = The amendment is withdrawn.
amendments-done-soutenu = You support this amendment.
amendments-done-plus-soutenu = You no longer support this amendment.
amendments-done-integre = The adopted amendments are in the text of this version.
amendments-done-settled = The outcome of amendment { $number } is saved.
amendments-see-again = See it again

amendments-examine = Examine the amendments
amendments-examine-this = Examine this amendment
amendments-session = Examination: { $title }, version { $number }
amendments-left =
    { $count ->
        [0] All the amendments are examined.
        [one] One amendment is left to examine, out of { $total }.
       *[other] { $count } amendments are left to examine, out of { $total }.
    }
amendments-in-the-text = In the order of the text
amendments-article-done = all examined
amendments-article-left =
    { $count ->
        [one] one to examine
       *[other] { $count } to examine
    }
amendments-as-amended = With the sub-amendments that were adopted
amendments-lost = The article that this amendment is about is no longer in the version: the amendment cannot be adopted.
amendments-below-first = Examine its sub-amendments first:
amendments-meets = This amendment touches the same words as others that were adopted. It can fall, or be adopted with the words that you write below.
amendments-meets-changed = These words have changed since this amendment was written. It can be adopted with the words that you write below.
amendments-rivals = Other amendments to be examined touch the same words:
amendments-side-now = With what is adopted
amendments-side-proposed = What the amendment proposes
amendments-outcome-title = Outcome
amendments-outcome = What did the council decide?
amendments-outcome-do = Save and go on
amendments-fallen-hint = Another one was adopted in its place.
amendments-in-favour = For
amendments-against = Against
amendments-abstained = Abstentions
amendments-note = Note
amendments-note-hint = What is worth keeping of the discussion.
amendments-fell-for-which = Fallen because of
amendments-fell-for-hint = Only for an amendment that falls.
amendments-settle-words = Text that is kept, if the amendment is adopted
amendments-settle-words-hint = Here is the article with what is already adopted. Write it as the council keeps it.
amendments-settle-otherwise = Adopt with other words
amendments-reopen = Go back on this outcome
amendments-settled = by { $name }, on { $moment }
amendments-taken-back = by its author, on { $moment }
amendments-hands = { $infavour } for, { $against } against, { $abstained } abstentions
amendments-fell-for = Because of amendment { $number }
amendments-settled-words = Text settled on in session
amendments-integrated = Put in the text of the version.
amendments-all-examined = All the amendments are examined
amendments-integrate-lead =
    { $count ->
        [one] One amendment is adopted. It will be put in the text of the version; you can still read it over before the vote.
       *[other] { $count } amendments are adopted. They will be put in the text of the version; you can still read it over before the vote.
    }
amendments-integrate = Put the adopted amendments in the text
amendments-unsettled = These adopted amendments touch words that have changed since. Go back on their outcome, and choose the words:
amendments-nothing-left = There is nothing left to put in the text: the version can be put to the vote.

forbidden-others-amendment = Only the person who proposed this amendment can do that.
forbidden-own-amendment = You proposed this amendment: your support goes without saying.
transition-amendments-closed = This version is not open to amendments at the moment. Nothing was changed.
transition-amendment-over = This amendment was already examined or withdrawn. Nothing was changed.
transition-article-replaced = This article is no longer in the version, or the version was replaced. Nothing was changed.
transition-amendment-depth = A sub-amendment proposes other words for an amendment; it cannot be amended itself.
transition-already-supported = You already support this amendment.
transition-sub-amendments-first = Examine the sub-amendments to this amendment first.
transition-amendments-meet = This amendment touches words that others have already changed. Choose the words to keep, or write down that it falls.
transition-amendments-left = Some amendments to this version are not examined yet, or not yet in its text. Finish their examination before the vote.
transition-nothing-to-integrate = No adopted amendment is waiting to be put in the text.
problem-several-articles = write one article only: remove titles that begin with # or ##, and close blocks of code
problem-against-the-hands = there are more votes against than for: check the outcome or the count

home-ask-amendments-title = Examine the amendments
home-ask-amendments-text = Members have proposed amendments: the council examines them one by one.
home-ask-amendments-action = Open the version
home-ask-amendments =
    { $count ->
        [one] { $title }: one amendment
       *[other] { $title }: { $count } amendments
    }

journal-charter-amendment-proposed = { $actor } proposed an amendment to the charter or the rules.
journal-charter-amendment-reworded = { $actor } changed their amendment to the charter or the rules.
journal-charter-amendment-withdrawn = An amendment to the charter or the rules was withdrawn; { $actor } wrote it down.
journal-charter-amendment-supported = { $actor } supported an amendment to the charter or the rules.
journal-charter-amendment-unsupported = { $actor } no longer supports an amendment to the charter or the rules.
journal-charter-support-lapsed = The support of { $user } for an amendment ended: { $actor } changed its words.
journal-charter-amendment-adopted = An amendment by { $user } was adopted; { $actor } wrote it down.
journal-charter-amendment-rejected = An amendment by { $user } was rejected; { $actor } wrote it down.
journal-charter-amendment-fallen = An amendment by { $user } fell; { $actor } wrote it down.
journal-charter-amendment-reopened = { $actor } went back on the outcome of an amendment by { $user }.
journal-charter-amendments-integrated = { $actor } put the adopted amendments in a version of the charter or the rules.

feed-line-charter-amendment-proposed =
    { $times ->
        [one] { $who } proposed an amendment to { $link }.
       *[other] { $times } amendments proposed to { $link }: { $who }.
    }
feed-line-charter-support-lapsed = Amendment { $number } to { $link }, which you supported, has other words: your support has to be given again.
feed-line-charter-amendment-adopted = Your amendment { $number } to { $link } was adopted.
feed-line-charter-amendment-rejected = Your amendment { $number } to { $link } was rejected.
feed-line-charter-amendment-fallen = Your amendment { $number } to { $link } fell: another one was adopted.
feed-line-charter-amendments-integrated = { $who } put the adopted amendments in { $link }.
