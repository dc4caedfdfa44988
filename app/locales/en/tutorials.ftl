# Tutorials: step-by-step guides.

menu-tutorials = Tutorials
tutorials-title = Tutorials
tutorials-one = Tutorial
tutorials-help = Help on this page
tutorials-lead = Short guides, to be followed step by step at your own pace. What you have done is remembered, for you alone.
tutorials-add = Write a tutorial
tutorials-followed = Help and feedback
tutorials-all = See all the tutorials
tutorials-none = There is no tutorial yet.
tutorials-none-found = No tutorial is meant for these people for now.
tutorials-others = Other tutorials
tutorials-each = The tutorials
tutorials-aside = Put aside
tutorials-aside-lead = Only those who write tutorials see them here.
tutorials-is-aside = Put aside
tutorials-is-done = Finished
tutorials-in-french = This tutorial exists in French only.
tutorials-for = Who it is for
tutorials-for-all = For everybody
tutorials-for-member = Members
tutorials-for-facilitator = Facilitators
tutorials-for-chair = Chair
tutorials-for-staff = Staff
tutorials-steps =
    { $count ->
        [one] One step
       *[other] { $count } steps
    }
tutorials-progress =
    { $done ->
        [0] No step done out of { $of }
        [one] One step done out of { $of }
       *[other] { $done } steps done out of { $of }
    }
tutorials-path-progress =
    { $done ->
        [0] No tutorial finished out of { $of }
        [one] One tutorial finished out of { $of }
       *[other] { $done } tutorials finished out of { $of }
    }
tutorials-minutes = Length
tutorials-resume = Resume at step { $step }
tutorials-step = Step { $number }: { $title }
tutorials-step-done = Done
tutorials-do = I have done it
tutorials-undo = I have not done it yet
tutorials-finished = You have finished this tutorial
tutorials-finished-text = Every step is done. You can read it again at any time.
tutorials-next = Next tutorial: { $title }
tutorials-see-path = Back to the learning path “{ $title }”
tutorials-path = Learning path
tutorials-begin = Begin the path
tutorials-go-on = Go on with the path
tutorials-path-finished = You finished this path on { $day }.
tutorials-certificate = Certificate of completion
tutorials-certificate-pdf = Download the certificate (PDF)
tutorials-certificate-see = See and print
tutorials-certificate-path = Learning path “{ $title }”
tutorials-certificate-says = { $council } certifies that { $name } followed the whole learning path “{ $title }”, finished on { $day }.
tutorials-certificate-list = This path is made of the following tutorials.
tutorials-certificate-day = Finished on
tutorials-certificate-about = About this certificate
tutorials-certificate-busy = Other documents are being made. Try again in a moment.
tutorials-certificate-failed = The certificate could not be made. Print its page instead.
tutorials-plea = You said that step { $step } stops you. Those who look after you see it.
tutorials-plea-settled = { $name } says that it is settled at step { $step }. If it is not, say so again.
tutorials-unstuck = Erase what I said
tutorials-stuck-open = I am stuck at a step
tutorials-stuck-step = The step where you are stuck
tutorials-stuck-words = What stops you
tutorials-stuck-agree = Your agreement
tutorials-stuck-agree-hint = The facilitators of your groups, the chair and the staff will see your name, the step and your words. You can erase them at any time.
tutorials-stuck-agreed = I agree that they see it in order to help me
tutorials-stuck-send = Ask for help
tutorials-stuck-people = People who are stuck
tutorials-stuck-lead = The people of your groups who asked for help and agreed that you see it.
tutorials-stuck-lead-all = The people who asked for help and agreed that you see it.
tutorials-stuck-none = Nobody has asked for help.
tutorials-settle = It is settled
tutorials-settle-label = It is settled for { $name }
tutorials-opinion = Your feedback
tutorials-opinion-all = Feedback on the tutorials
tutorials-useful = Was this page useful to you?
tutorials-useful-words = What is missing, what is not clear
tutorials-useful-hint = The chair and the staff read your feedback without your name.
tutorials-useful-send = Give my feedback
tutorials-yes = Yes
tutorials-no = No
tutorials-heard =
    { $useful ->
        [0] Useful to nobody out of { $of }
        [one] Useful to one person out of { $of }
       *[other] Useful to { $useful } people out of { $of }
    }
tutorials-heard-lead = Feedback is given without the names of people.
tutorials-heard-none = Nobody has given feedback yet.
tutorials-edited = Your council has changed this tutorial, which came with the software.
tutorials-edit-do = Change the tutorial
tutorials-edit = Change “{ $title }”
tutorials-edit-lead = The whole council will read your version. A tutorial that came with the software is no longer updated once you have changed it.
tutorials-new = New tutorial
tutorials-new-lead = Explain one thing at a time, one step after the other, as to somebody sitting next to you.
tutorials-add-do = Publish the tutorial
tutorials-save = Save
tutorials-back = Back
tutorials-name = Title
tutorials-summary = What one learns, in a sentence
tutorials-minutes-field = Length in minutes
tutorials-body = Text
tutorials-body-hint = An introduction, then a line “## Title of the step” at the beginning of each step. For a picture or a video, put it in the library, with its captions, and link to it. A link such as [Open the texts](/textes) leads straight to the screen.
tutorials-model =
    What this tutorial is for, in two sentences.

    ## Open the page

    {"["}Open the texts](/textes)

    ## Do what is needed

    Press the button **Save**.
tutorials-new-path = New learning path
tutorials-new-path-hint = The name of a path that begins with this tutorial.
tutorials-rank = Place in the path
tutorials-screens = Screens whose help opens this tutorial
tutorials-screens-hint = One address a line, such as /textes, or /groupes/{"{"}slug{"}"}#2 to begin at step 2.
tutorials-english = English version
tutorials-english-hint = Leave these three fields empty if there is none. Otherwise it has the same steps.
tutorials-name-en = Title in English
tutorials-summary-en = What one learns, in English
tutorials-body-en = Text in English
tutorials-aside-notice = This tutorial is put aside: members no longer see it.
tutorials-take-up = Put it back among the tutorials
tutorials-remove-open = Put this tutorial aside
tutorials-remove-title = Put “{ $title }” aside
tutorials-remove-text = Members will no longer see it. You can put it back at any time.
tutorials-remove = Put the tutorial aside
tutorials-done-ajoute = The tutorial is published. The whole council can follow it.
tutorials-done-change = The tutorial is changed.
tutorials-done-retire = The tutorial is put aside.
tutorials-done-repris = The tutorial is offered to everybody again.
tutorials-done-avis = Thank you, your feedback is saved.
tutorials-done-bloque = Noted. Those who look after you see it and will help you.
tutorials-done-debloque = What you said is erased.
tutorials-done-regle = Noted: the person will see it on their tutorial.
search-kind-tutorial = Tutorials
problem-no-steps = write at least one step: a line that begins with “##”, then its title
problem-other-steps =
    { $count ->
        [one] write one step, as in French
       *[other] write { $count } steps, as in French
    }
problem-not-a-screen = line { $line } is not the address of a screen, such as /textes or /textes#2
forbidden-tutorial-writers-only = This is for the chair, the staff and those who run a group.
journal-tutorials-added = { $actor } wrote a tutorial.
journal-tutorials-changed = { $actor } changed a tutorial.
journal-tutorials-set-aside = { $actor } put a tutorial aside.
journal-tutorials-taken-up = { $actor } put a tutorial back.
journal-tutorials-stuck = { $actor } asked for help with a tutorial.
journal-tutorials-settled = { $actor } settled a request for help with a tutorial.
home-ask-stuck =
    { $count ->
        [one] One person asked for help.
       *[other] { $count } people asked for help.
    }
home-ask-help-title = Help somebody who is stuck
home-ask-help-text = A step of a tutorial stops them: get in touch, then say that it is settled.
home-ask-help-action = See who waits
