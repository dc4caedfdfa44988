# The council’s settings and words.

council-settings = The council
council-settings-text = Its name, its public presentation, its colleges, its own words.
council-identity = Presentation
council-name = Name of the council
council-name-hint = In full, such as “Conseil de développement du Pays des Trois Rivières”.
council-territory = Territory
council-territory-hint = The short name shown at the top of pages.
council-presentation = Who we are
council-presentation-hint = On the public home page. A blank line parts two paragraphs; “**word**” makes it bold.
council-joining = Joining the council
council-joining-hint = Whom to ask, what it takes, how it goes.
council-contact = Contact address
council-contact-hint = Shown to the public. The council's address rather than somebody's.
council-colleges = Colleges
council-colleges-hint = One a line, in the order in which they are shown.
council-words = The council's words
council-words-hint = Replace the words of the software by those of your council here. An empty box keeps the word of the software.
council-saved = The settings are saved.
council-texts = The texts
council-checklist = To be checked before a text is proposed for adoption
council-checklist-hint = One point a line, such as “The summary has three sentences”. The points are shown on each text in review; they remind, and block nothing.
