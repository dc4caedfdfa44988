# The first steps of somebody new in the council.

welcome-title = Your first steps
welcome-lead =
    { $done ->
        [0] Welcome. Ten minutes are enough to find your way.
        [one] Welcome. One step is taken out of { $of }.
       *[other] Welcome. { $done } steps are taken out of { $of }.
    }
welcome-finished = Your first steps are taken. The council is open to you.
welcome-done = Done
welcome-to-do = To do
welcome-step-profile-title = Introduce yourself
welcome-step-profile-text = A few words, a photo or a telephone number: the other members will know who you are and how to reach you.
welcome-step-profile-action = Fill in my profile
welcome-step-profile-paper = On the page My account, write a few words about yourself. You choose who sees your telephone number and your address.
welcome-step-charter-title = Read and sign the charter
welcome-step-charter-text = It says how we work together.
welcome-step-charter-action = Read the charter
welcome-step-charter-paper = On the page Charter, read the whole text, then sign it.
welcome-step-group-title = Join a group
welcome-step-group-text = Work is done in the groups. Enter an open group, or ask to join the others.
welcome-step-group-action = Choose a group
welcome-step-group-paper = On the page Groups, open the one that interests you, then join it or ask to.
welcome-step-word-title = Say a first word
welcome-step-word-text = Answer in a discussion, review a text or suggest another wording: one sentence is enough.
welcome-step-word-action = See what happens
welcome-step-word-paper = Open a discussion of your group and answer with a sentence, or review a text and say what you think of it.
welcome-step-tutorial-title = Follow a tutorial
welcome-step-tutorial-text = A step-by-step guide of a few minutes. The help of each page leads there too.
welcome-step-tutorial-action = Choose a tutorial
welcome-step-tutorial-paper = On the page Tutorials, follow a guide and press “I have done it” at each step.
welcome-put-away-text = Would you rather find out by yourself? You will not be reminded of this page; you will find it again from the tutorials.
welcome-put-away = Do not remind me again
welcome-done-bienvenue = Put away. You will find your first steps again from the page of the tutorials.
welcome-paper = Print this page
welcome-paper-title = My first steps in the council
welcome-paper-lead = One sheet, both sides, to keep near the computer. Print it with the print command of your browser.
welcome-paper-come = Coming to the site
welcome-paper-address = Address of the site
welcome-paper-password = Password
welcome-paper-password-text = The one you chose. If it is forgotten, the sign-in page lets you choose another.
welcome-paper-ask = If something is difficult, ask the staff of the council or a facilitator of your group.
welcome-paper-places = What is where
welcome-paper-home = What is asked of you, your groups, what happened since your last visit.
welcome-paper-groups = The working groups, their members and their discussions.
welcome-paper-texts = The texts being written and those that are adopted.
welcome-paper-library = Documents: minutes, studies, photos.
welcome-paper-tutorials = Step-by-step guides.
welcome-paper-trust = Good to know
welcome-paper-trust-lost = Nothing you type is lost: a text that was not saved is offered when you come back.
welcome-paper-trust-wrong = You cannot break anything: each version of a text is kept and can be brought back.
welcome-paper-trust-help = At the foot of many pages, “Help on this page” opens the right guide at the right step.
welcome-paper-trust-paper = One takes part without a computer too: ask for a printed version, give your remarks in writing or aloud.
welcome-paper-notes = My notes
welcome-sponsor = Sponsor
welcome-sponsor-mine = To accompany you:
welcome-sponsor-mine-text = This person accompanies you while you begin. Ask them all your questions.
welcome-accompanies = Accompanies this person while they begin.
welcome-offered = You offered to accompany this person. They have not answered yet.
welcome-offered-mine = Offers to accompany you while you begin.
welcome-accept = Accept, and be accompanied by { $name }
welcome-decline = Decline
welcome-end = End the sponsorship
welcome-take-back = Take back my offer
welcome-offer-text = This person has just come to the council. You can help them find their way, as their sponsor.
welcome-offer = Offer to accompany them
welcome-name = Sponsor
welcome-name-hint = The person chosen is told on their home page. Leave empty if nobody accompanies them.
welcome-name-do = Save the sponsor
welcome-meet = You accompany this person. Get in touch with them within the next few days: a call, a message, a coffee.
welcome-met = I got in touch
welcome-done-accompagne = Saved. Both people will see it.
welcome-done-propose = Your offer is sent.
welcome-done-accepte = Agreed. This person is told.
welcome-done-fini = Noted.
welcome-done-contact = Thank you, it is noted.
home-ask-first-steps =
    { $count ->
        [0] Somebody offers to accompany you.
        [one] One step is left.
       *[other] { $count } steps are left.
    }
home-ask-welcome-title = Take your first steps
home-ask-welcome-text = Ten minutes to find your way in the council.
home-ask-welcome-action = Go on
home-ask-newcomer = { $name } has just come to the council.
home-ask-accompany-title = Welcome somebody new
home-ask-accompany-text = You accompany them while they begin: get in touch.
home-ask-accompany-action = See the person
journal-welcome-sponsor-named = { $actor } named who accompanies { $user } while they begin.
journal-welcome-sponsor-offered = { $actor } offered to accompany { $user } while they begin.
journal-welcome-sponsor-accepted = { $actor } accepted a sponsor.
journal-welcome-sponsor-ended = { $actor } ended a sponsorship.
journal-welcome-sponsor-met = { $actor } got in touch with { $user }.
