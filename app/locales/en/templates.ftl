# The models of texts.

templates-title = Models of texts
templates-text = The text with which an opinion, a note or minutes begin.
templates-lead = Whoever begins a text may start from the model of its kind. Texts already begun do not change.
templates-original = Original model
templates-own = Model of the council
templates-empty = No model: the text begins empty
templates-changed = Changed by { $name }, { $moment }
templates-one = Model: { $kind }
templates-body = Model
templates-body-hint = Headings begin with ##, instructions stand between two underscores: _like this_. With nothing here, these texts begin empty.
templates-save = Save the model
templates-back = Back to the models
templates-preview = What somebody who begins a text will see
templates-restore-title = Back to the original model: { $kind }
templates-restore-text = The model written by the council is replaced by the original one. Texts already begun do not change.
templates-restore = Back to the original model
templates-keep = Keep the model of the council
templates-done-enregistre = The model is saved.
templates-done-origine = This kind of text has its original model again.
templates-start = Start from the model
templates-start-hint = Each kind of text has a model. “Start from the model”, at the foot of the page, puts it in a text that is still empty.
templates-started = The text starts from the model of this kind. Put your own words in place of the instructions.
templates-kept = You had already written something: the model did not take the place of your words.
journal-template-changed = { $actor } changed a model of texts.

template-contribution =
    ## What this is about

    _In a few sentences: the subject, the place, the people it concerns._

    ## What we saw and heard

    _The facts, the figures and where they come from._

    ## What we think of it

    _What seems right to us, what worries us, what divides us._

    ## What we propose

    _One proposal a paragraph, with the person or the service it is addressed to._
template-opinion =
    ## The question

    _Who asked for this opinion, when, and on what._

    ## What we did

    _Meetings, visits, readings: how many people we heard, where, when._

    ## What we found

    _The facts, the figures and where they come from._

    ## Our recommendations

    {":::"}recommandation begin with a verb

    _What we ask, of whom, by when, and how one will see that it is done._

    {":::"}

    ## Our disagreements

    _What divided us, and why._

    ## And now

    _What the council will do itself, and when it will come back to this opinion._
template-synthesis =
    ## What we gathered

    _The meetings, answers or documents that this text reports: how many, where, when._

    ## What comes up most often

    _Three to five ideas, from the most shared to the least, each with a sentence that was heard._

    ## What divides

    _Opposite views, told with the same care._

    ## What we do not know yet

    _The questions left open, and who might answer them._
template-note =
    ## In two sentences

    _What the reader should remember._

    ## The facts

    _What is established, and where it comes from._

    ## What is asked

    _Of whom, and by when._
template-minutes =
    ## The meeting

    _The day, the time, the place. Who was there, who sent apologies, who was invited._

    ## Agenda

    1. _First item_
    2. _Second item_

    ## What was said

    _Item by item, the ideas rather than the names._

    ## What was decided

    _One decision a line, with the person in charge and the day agreed._

    ## Next meeting

    _The day, the time, the place._
