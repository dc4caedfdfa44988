# Suggestions : proposer d’autres mots pour un passage, les lire, y répondre.

suggestions-title = Suggestions
suggestions-lead = Ce que des personnes qui ont lu ce texte proposent d’écrire autrement. Les personnes qui l’écrivent acceptent ou refusent, et la réponse est donnée ici.
suggestions-do = Suggérer une modification
suggestions-read-text = Lire le texte
suggestions-count =
    { $count ->
        [one] Une suggestion à lire
       *[other] { $count } suggestions à lire
    }
suggestions-call = Suggestion
suggestions-here =
    { $count ->
        [one] Une suggestion ici
       *[other] { $count } suggestions ici
    }
suggestions-frozen = Ce texte ne s’écrit plus : ces suggestions sont restées sans réponse.
suggestions-waiting = En attente d’une réponse
suggestions-none = Aucune suggestion n’attend de réponse.
suggestions-passage = Passage { $number }
suggestions-passage-in = Passage { $number }, dans « { $section } »
suggestions-under = Dans « { $section } »
suggestions-lost = Sur des mots qui ont changé
suggestions-lost-lead = Le texte a changé depuis : ces suggestions ne peuvent plus être acceptées telles quelles. La personne qui a fait une suggestion peut la reprendre, et celles qui écrivent le texte peuvent la refuser.
suggestions-settled-title = Réponses données
suggestions-same-passage = Sur le même passage

suggestions-by = Suggestion { DE($name) }
suggestions-proposed = Ce qui est proposé
suggestions-own = (la vôtre)
suggestions-answers = Répond à la suggestion { DE($name) }
suggestions-reason = Motif : { $reason }
suggestions-made = Faite le { $moment }, sur la version { $version }
suggestions-passage-changed = Ces mots ont changé dans le texte depuis la suggestion.
suggestions-passage-gone = Ces mots ne sont plus dans le texte.
suggestions-state-accepted = Acceptée
suggestions-state-refused = Refusée
suggestions-state-withdrawn = Retirée
suggestions-state-fallen = Tombée, une autre a été acceptée
suggestions-state-met = Le texte le dit désormais
suggestions-settled = par { $name }, le { $moment }
suggestions-settled-in = par { $name }, le { $moment } ; version { $version } du texte
suggestions-answer = Réponse : { $answer }

suggestions-others = Si cette suggestion est acceptée :
suggestions-other-stays = celle { DE($name) } reste comme elle est ;
suggestions-other-rests = celle { DE($name) } est reportée sur les nouveaux mots ;
suggestions-other-met = celle { DE($name) } est satisfaite aussi ;
suggestions-other-falls = celle { DE($name) } tombe.

suggestions-accept = Accepter
suggestions-refuse = Refuser
suggestions-counter = Proposer autre chose
suggestions-change = Modifier ou retirer
suggestions-answer-title = Répondre
suggestions-answer-label = Votre motif
suggestions-answer-hint = Nécessaire pour refuser. La personne qui a fait la suggestion le lira.
suggestions-own-title = Votre suggestion
suggestions-reword = Reprendre votre suggestion
suggestions-reword-save = Enregistrer
suggestions-withdraw-lead = Vous pouvez aussi la retirer tant que personne n’y a répondu.
suggestions-withdraw = Retirer la suggestion

suggestions-choose-title = Que voulez-vous changer ?
suggestions-choose-lead = Choisissez le passage. Vous l’écrirez ensuite comme vous le souhaitez, et les auteurs décideront.
suggestions-choose-empty = Rien n’est encore écrit : il n’y a pas de passage à changer.
suggestions-choose-again = Choisir de nouveau le passage
suggestions-now = Le passage aujourd’hui
suggestions-words = Le passage comme vous l’écririez
suggestions-words-hint = Seuls les mots que vous changez seront proposés. Videz le champ pour proposer de retirer le passage.
suggestions-why = Pourquoi
suggestions-why-hint = Une phrase suffit. Elle sera lue à côté de votre suggestion.
suggestions-back = Choisir un autre passage
suggestions-changed = Ce passage a changé pendant que vous écriviez. Rien n’est enregistré : gardez ce que vous avez écrit et reprenez-le sur le texte actuel.
suggestions-copy-do = Modifier une copie du texte entier
suggestions-copy-lead = Changez ce que vous voulez dans cette copie. Chaque phrase changée devient une suggestion, à laquelle on répond séparément. Le texte lui-même ne change pas.
suggestions-copy-words = Votre copie
suggestions-copy-hint = Le texte s’y lit avec les signes qui servent à le mettre en forme.

suggestions-done-suggere = Votre suggestion est transmise aux personnes qui écrivent le texte.
suggestions-done-suggere-plusieurs = Vos suggestions sont transmises aux personnes qui écrivent le texte.
suggestions-done-acceptee = La suggestion est acceptée : ses mots sont dans le texte.
suggestions-done-acceptee-tombees = La suggestion est acceptée : ses mots sont dans le texte. Ce qui ne pouvait plus tenir avec elle est tombé, comme indiqué plus bas.
suggestions-done-refusee = La suggestion est refusée. La personne qui l’a faite lira votre motif.
suggestions-done-reprise = Votre suggestion est enregistrée.
suggestions-done-retiree = Votre suggestion est retirée.

transition-suggestion-over = On a déjà répondu à cette suggestion, ou elle a été retirée.
transition-passage-changed = Les mots de cette suggestion ont changé dans le texte, ou n’y sont plus : rien n’a été écrit.
forbidden-others-suggestion = Seule la personne qui a fait une suggestion peut la reprendre ou la retirer.

journal-suggestion-made = { $actor } a suggéré des modifications à un texte.
journal-suggestion-reworded = { $actor } a modifié sa suggestion pour un texte.
journal-suggestion-withdrawn = { $actor } a retiré sa suggestion pour un texte.
journal-suggestion-accepted = { $actor } a accepté une suggestion { DE($user) } pour un texte.
journal-suggestion-refused = { $actor } a écarté une suggestion { DE($user) } pour un texte.
journal-suggestion-fallen = Une suggestion { DE($user) } n’a plus d’objet : le texte a changé.
