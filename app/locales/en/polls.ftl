### Votes: putting a question to the council, voting, proclaiming the result.

menu-polls = Votes

polls-title = Votes
polls-lead = What is put to the council’s vote, and what was decided.
polls-going-on = Under way and coming
polls-none = No vote is under way. When the chair opens one, it will appear here and on your home page.
polls-none-prepare = No vote is under way. You can put a text to adopt, or any other question, to the council.
polls-register = Register of decisions
polls-register-lead = Each proclaimed result, with its number. Nothing in it changes afterwards.
polls-register-none = No decision has been proclaimed yet.
polls-prepare = Prepare a vote
polls-prepare-lead = Members of the council whose mandate is running on the opening day can vote. The rules chosen here hold for this vote only.
polls-prepare-do = Put to the vote
polls-change = Change this vote
polls-save = Save
polls-back = Back to the votes
polls-back-to-poll = Back to this vote
polls-question-adopt = Do you adopt the text “{ $title }”?
polls-about-text = This vote is about the text
polls-about-text-effect = If it is carried, the text will be frozen and numbered when you proclaim the result.
polls-text-version = version { $version }
polls-body-plenary = Plenary assembly
polls-closes-at-default = 18:00

polls-question = Question
polls-question-hint = One answers “for”, “against” or “abstention”.
polls-details = What to know before answering
polls-details-hint = A few sentences, or a link to a document.
polls-body = Body
polls-body-hint = Who decides, such as “Plenary assembly”.
polls-secrecy = The vote is
polls-secrecy-open = Open
polls-secrecy-open-hint = Each person’s vote is published with their name once the result is proclaimed.
polls-secrecy-secret = Secret
polls-secrecy-secret-hint = Nobody knows who voted what, not even the chair.
polls-rules = Rules
polls-quorum = Quorum
polls-quorum-hint = How many members must take part, proxies included.
polls-quorum-none = None
polls-quorum-quarter = A quarter of the members
polls-quorum-third = A third of the members
polls-quorum-half = Half of the members
polls-quorum-two-thirds = Two thirds of the members
polls-majority = Majority
polls-majority-simple = Simple majority
polls-majority-simple-hint = More votes for than against.
polls-majority-absolute = Absolute majority
polls-majority-absolute-hint = More than half of those who vote, abstentions included.
polls-majority-two-thirds-present = Two thirds of those who vote
polls-majority-two-thirds-present-hint = At least two thirds of those who vote, abstentions included.
polls-majority-two-thirds-mandates = Two thirds of the mandates
polls-majority-two-thirds-mandates-hint = At least two thirds of all the members of the council, whether they vote or not.
polls-proxies = Proxies
polls-proxies-hint = A member who is away can give their proxy to another, who votes in their name.
polls-proxies-most = { $count ->
    [0] No proxy
    [1] At most one proxy each
   *[other] At most { $count } proxies each
}
polls-opening = Opening
polls-opening-hint = Leave empty to open the vote right away.
polls-opens-on = Opening day
polls-opens-at = Opening time
polls-closing = Closing
polls-closes-on = Closing day
polls-closes-at = Closing time

polls-phase-to-come = Coming
polls-phase-open = Open
polls-phase-to-count = Closed, result awaited
polls-phase-cancelled = Called off
polls-carried = Carried
polls-rejected = Rejected
polls-not-quorate = Quorum not reached
polls-mine-to-cast = Your vote is awaited
polls-mine-cast = You have voted
polls-from = Opens on { $moment }
polls-until = Until { $moment }
polls-ended = Closed on { $moment }
polls-cancelled-on = Called off on { $moment }
polls-cancelled-because = This vote was called off: “{ $reason }”
polls-counts = { $votes_for } for, { $votes_against } against, { $votes_abstaining ->
    [0] no abstention
    [one] { $votes_abstaining } abstention
   *[other] { $votes_abstaining } abstentions
}

polls-choice-for = For
polls-choice-against = Against
polls-choice-abstain = Abstention

polls-what = The question and the rules
polls-opens = Opening
polls-closes = Closing
polls-participation = Turnout
polls-voted = { $voted ->
    [0] Nobody has voted yet, out of { $entitled } members
    [one] One person has voted, out of { $entitled } members
   *[other] { $voted } people have voted, out of { $entitled } members
}
polls-your-vote = Your vote
polls-ballot = What do you vote?
polls-ballot-of = What do you vote in the name of { $name }?
polls-for-good = Your vote is final: it cannot be changed afterwards.
polls-cast = Vote
polls-you-voted = You have voted. The result will be proclaimed after the closing.
polls-you-will-vote = This vote is not open yet. If you will be away, you can already give your proxy.
polls-receipt = Your verification code:
polls-receipt-hint = Write it down before you vote. Once the result is proclaimed, it lets you find your ballot in the published list. Nobody else knows it: keep it to yourself.
polls-represented = You represent
polls-represented-vote = Vote in the name of { $name }
polls-represented-voted = Their vote is recorded
polls-represented-by = You gave your proxy to { $name }, who will vote in your name.
polls-proxy-give = Give someone your proxy
polls-proxy-give-do = Give my proxy
polls-proxy-take-back = Take my proxy back
polls-proxy-from = Who gives their proxy
polls-proxy-to = To whom
polls-proxy-hint = This person will vote in your place. You can take your proxy back until they have.
polls-proxy-typed = Write down a proxy given on paper
polls-proxy-typed-do = Write down the proxy

polls-secret-how = What secrecy protects, and what it does not
polls-secret-protects = A ballot is kept under a random code, without name or time. Who has voted is noted elsewhere, without time either. At each vote everything is rewritten in an order that tells nothing. Neither members, nor the chair, nor administrators, nor a backup taken before or after the vote can tie a ballot to a person.
polls-secret-limits = Somebody who watched the server while you vote, or compared several copies taken during the vote, could. And if you give your proxy, whoever votes in your name knows what they vote. When the stakes are high, vote on paper, in a ballot box.

polls-run = Run this vote
polls-paper = Record a vote on paper
polls-paper-hint = For somebody who voted in the room or by post. Your name will stand beside this vote.
polls-paper-hint-secret = Only note who put a ballot in the box. The ballots are counted afterwards, without names.
polls-paper-voter = Who voted
polls-paper-choice = Their vote
polls-paper-manner = How
polls-paper-do = Record this vote
polls-manner-online = Here
polls-manner-present = In the room
polls-manner-post = By post
polls-manner-proxy = By proxy, { $name }
polls-manner-typed = { $manner }, typed in by { $name }
polls-count = Count the ballots of the box
polls-count-expected = { $count ->
    [0] Nobody is noted as having voted on paper.
    [one] One person is noted as having voted on paper: there must be one ballot.
   *[other] { $count } people are noted as having voted on paper: there must be as many ballots.
}
polls-count-do = Record the count
polls-close = Close the vote now
polls-close-hint = Nobody will be able to vote online any more.
polls-close-do = Close the vote
polls-cancel = Call this vote off
polls-cancel-reason = Why
polls-cancel-hint = All members will read this reason. The votes received so far will be erased.
polls-cancel-do = Call this vote off
polls-proclaim = Proclaim the result
polls-proclaim-hint = The result will be counted, numbered in the register of decisions and frozen.
polls-proclaim-chair = This vote is about a text: its result is for the chair to proclaim.
polls-proclaim-text = The result will be counted, numbered in the register of decisions and frozen. If the text is carried, it will be frozen and numbered too.
polls-signed = Who has voted ({ $voted } of { $entitled })
polls-signed-not = not yet
polls-signed-online = voted here
polls-signed-present = voted in the room
polls-signed-post = voted by post
polls-signed-proxy = proxy to { $name }

polls-result-carried = Carried, decision { $number }
polls-result-rejected = Rejected, decision { $number }
polls-result-quorate = { $voted } of { $entitled } members voted: the quorum of { $quorum } is reached.
polls-result-not-quorate = { $voted ->
    [0] Nobody voted, out of { $entitled } members: the quorum of { $quorum } is not reached.
    [one] Only one of { $entitled } members voted: the quorum of { $quorum } is not reached.
   *[other] { $voted } of { $entitled } members voted: the quorum of { $quorum } is not reached.
}
polls-result-needed = { $count ->
    [one] At least one vote for was needed.
   *[other] At least { $count } votes for were needed.
}
polls-see-ballots = See all the ballots

polls-ballots-of = Ballots of decision { $number }
polls-ballots-open = Each vote, with the name of who voted. Anybody can count again.
polls-ballots-secret = Each ballot, under the code that its voter wrote down. Anybody can find theirs and count again.
polls-ballots-voter = Who
polls-ballots-receipt = Code
polls-ballots-choice = Vote
polls-ballots-manner = How
polls-ballots-paper = Ballots of the box: { $counts }.
polls-ballots-total = In all: { $counts }.

polls-done-prepared = The vote is recorded. Members will see it on their home page as soon as it opens.
polls-done-changed = The vote is changed.
polls-done-cast = Your vote is recorded.
polls-done-typed-in = The vote on paper is recorded.
polls-done-counted = The count of the ballots is recorded.
polls-done-proxy-given = Your proxy is given.
polls-done-proxy-typed-in = The proxy is written down.
polls-done-proxy-taken-back = You took your proxy back.
polls-done-closed = The vote is closed.
polls-done-cancelled = The vote is called off.
polls-done-proclaimed = The result is proclaimed and entered in the register.

polls-of-text = A vote is about this text
polls-of-text-go = See the vote
polls-of-text-hint = Its result will say whether the text is adopted.
polls-put-text = Put this text to the vote

home-ask-vote-title = Vote
home-ask-vote-text = After the closing it will be too late.
home-ask-vote-action = Vote
home-ask-proclaim-title = Proclaim a result
home-ask-proclaim-text = The vote is closed: the council is waiting for its result.
home-ask-proclaim-action = See the vote
home-ask-poll = { $title }

forbidden-others-ballot = This person did not give you their proxy: you cannot vote in their name.
transition-poll-not-open = This vote is not open yet.
transition-poll-running = This vote is under way.
transition-poll-over = This vote is closed: nothing was changed.
transition-poll-cancelled = This vote was called off.
transition-already-voted = A vote is already recorded for this person: it is final.
transition-not-a-voter = This person is not among those who can take part in this vote.
transition-proxy-chain = Somebody who gave their proxy cannot receive one, and somebody who received one cannot give theirs.
transition-too-many-proxies = This person has received as many proxies as this vote allows: choose somebody else.
transition-no-proxies = This vote takes no proxy.
transition-represented = You gave your proxy: take it back if you want to vote yourself.
transition-paper-count = The number of ballots counted is not that of the people noted as having voted on paper. Correct either, then proclaim.
transition-counted-by-poll = This text was adopted by a vote held here: its result is counted and frozen. Nobody can mend it by hand.
transition-poll-on-text = A vote is under way about this text: its result will decide. To do otherwise, call that vote off first.

journal-poll-prepared = { $actor } prepared a vote.
journal-poll-changed = { $actor } changed a coming vote.
journal-poll-opened = A vote prepared by { $actor } has begun.
journal-poll-closed = { $actor } closed a vote.
journal-poll-cancelled = { $actor } called a vote off.
journal-poll-proclaimed = { $actor } proclaimed the result of a vote.
journal-poll-ballot-cast = The vote of { $user } was recorded by { $actor }.
journal-poll-ballot-refused = A vote or a proxy tried by { $actor } was refused.
journal-poll-paper-ballot-taken = { $actor } typed in the vote of { $user } on paper.
journal-poll-paper-counted = { $actor } recorded the count of a ballot box.
journal-poll-proxy-given = A proxy of { $user } was written down by { $actor }.
journal-poll-proxy-taken-back = The proxy of { $user } was taken back by { $actor }.

polls-usual = Usual rules of votes
polls-usual-do = Usual rules
polls-usual-lead = The form of a new vote is filled with these rules; whoever prepares it may choose others. Votes that were prepared keep theirs.
polls-usual-done = The usual rules are saved.
journal-poll-rules = { $actor } changed the usual rules of votes.
