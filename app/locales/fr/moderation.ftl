# Signalements : signaler un contenu, décider, faire appel.

moderation-title = Signalements
moderation-lead = Quelque chose ne devrait pas rester ? Signalez-le : une personne qui veille sur le groupe décidera, et vous répondra.
moderation-report = Signaler
moderation-report-message = Signaler un message
moderation-report-comment = Signaler un commentaire
moderation-report-document = Signaler un document
moderation-report-text = Signaler un texte
moderation-report-lead = Les personnes qui veillent sur le groupe liront votre nom et votre motif. La personne qui a écrit ce contenu ne saura pas qui l’a signalé.
moderation-report-do = Envoyer le signalement
moderation-cancel = Revenir sans signaler
moderation-content = Ce qui est signalé
moderation-gone = Ce contenu n’existe plus.
moderation-see-message = Voir le message
moderation-see-comment = Voir le commentaire
moderation-see-document = Voir le document
moderation-see-text = Voir le texte
moderation-field-ground = Pourquoi le signalez-vous ?
moderation-field-words = En quelques mots
moderation-field-words-hint = Ce qui ne convient pas, et où.
moderation-field-article = Article qui n’est pas respecté
moderation-field-article-hint = Il sera cité, mot pour mot.
moderation-article = { $text }, article { $number }
moderation-article-titled = { $text }, article { $number } : { $title }
moderation-ground-attack = Il attaque ou insulte quelqu’un
moderation-ground-privacy = Il dévoile la vie privée de quelqu’un
moderation-ground-untrue = Il est faux, ou trompeur
moderation-ground-off-topic = Il n’a rien à faire ici : publicité, hors sujet
moderation-ground-law = Il est contraire à la loi
moderation-ground-other = Autre chose, que je dis ci-dessous

moderation-queue = À vous de décider
moderation-rule-note = Personne ne décide seul de ce qu’il a écrit ou signalé : une autre personne qui anime le groupe le fait, ou celles qui président le conseil.
moderation-filters = Filtres
moderation-filter-waiting = En attente
moderation-filter-decided = Décidés
moderation-none = Aucun signalement n’attend de réponse.
moderation-none-decided = Rien n’a encore été décidé.
moderation-mine = Ce que vous avez signalé
moderation-mine-none = Vous n’avez rien signalé.
moderation-common = bibliothèque commune
moderation-count =
    { $count ->
        [one] { $count } signalement
       *[other] { $count } signalements
    }
moderation-reported-on = signalé le { $day }
moderation-kind-message = message
moderation-kind-comment = commentaire
moderation-kind-document = document
moderation-kind-text = texte
moderation-state-open = À décider
moderation-state-kept = Laissé en place
moderation-state-acted = Masqué
moderation-state-asked = Modification demandée
moderation-state-appealed = Appel en attente
moderation-state-upheld = Décision confirmée en appel
moderation-state-restored = Remis en place

moderation-case-message = Message signalé
moderation-case-comment = Commentaire signalé
moderation-case-document = Document signalé
moderation-case-text = Texte signalé
moderation-by = { DE($name) }
moderation-reports = Qui l’a signalé, et pourquoi
moderation-reports-note = La personne qui a écrit ce contenu ne lit pas ces noms. Ne les lui donnez pas.
moderation-my-report = Votre signalement
moderation-said-by = { $name }, le { $moment }
moderation-reason = Motif
moderation-reason-hint = La personne qui l’a écrit lira ce motif.
moderation-decided = Ce qui a été décidé
moderation-decided-before = Une décision avait déjà été prise ; un nouveau signalement est arrivé depuis.
moderation-decided-kept = Le contenu reste en place.
moderation-decided-hidden = Le contenu a été masqué.
moderation-decided-change = Une modification a été demandée.
moderation-may-appeal = Si cette décision ne vous paraît pas juste, vous pouvez faire appel une fois, auprès des personnes qui président le conseil.
moderation-appeal-go = Faire appel
moderation-appeal-title = Appel
moderation-appeal-lead = Les personnes qui président le conseil liront vos mots. Elles confirmeront la décision, ou remettront votre contenu en place, en disant pourquoi.
moderation-appeal-words = Pourquoi cette décision n’est pas juste
moderation-appeal-hint = On ne fait appel qu’une fois de la même décision : dites tout ce qui compte.
moderation-appeal-do = Envoyer l’appel
moderation-appeal-said = Ce que dit la personne qui l’a écrit
moderation-appeal-waits = Les personnes qui président le conseil n’ont pas encore répondu.
moderation-ruling = Réponse
moderation-ruled-upheld = La décision est confirmée.
moderation-ruled-restored = Le contenu est remis en place.
moderation-ruled-withdrawn = La demande de modification est levée.
moderation-decide = Décider
moderation-decide-note = Votre réponse sera lue par la personne qui a signalé, et par celle qui a écrit si le contenu ne reste pas tel quel.
moderation-keep = Le laisser en place
moderation-keep-reason = Réponse à la personne qui l’a signalé
moderation-keep-hint = Pourquoi ce contenu peut rester.
moderation-keep-do = Laisser en place
moderation-hide = Le masquer
moderation-hide-text = Les autres ne le liront plus. La personne qui l’a écrit lira votre motif et l’article cité ; elle pourra faire appel.
moderation-hide-do = Masquer
moderation-change = Demander une modification
moderation-change-text = Un texte ou un document est l’œuvre de plusieurs : il reste lisible. La personne qui l’a écrit ou déposé lira votre motif et l’article cité ; elle pourra le modifier, ou faire appel.
moderation-change-do = Demander la modification
moderation-rule = Répondre à l’appel
moderation-rule-outcome = Que décidez-vous ?
moderation-rule-uphold = Confirmer la décision
moderation-rule-restore = Remettre le contenu en place
moderation-rule-withdraw = Lever la demande de modification
moderation-rule-words = Pourquoi
moderation-rule-hint = La personne qui a fait appel et celle qui a signalé liront ces mots.
moderation-rule-do = Rendre la décision

moderation-done-signale = Votre signalement est envoyé. La réponse vous attendra sur votre accueil.
moderation-done-garde = Le contenu reste en place. La personne qui l’a signalé lira votre réponse.
moderation-done-agi = Le contenu est masqué. La personne qui l’a écrit lira votre motif.
moderation-done-demande = La modification est demandée. La personne qui l’a écrit lira votre motif.
moderation-done-appel = Votre appel est envoyé aux personnes qui président le conseil.
moderation-done-rendu = Votre décision est rendue. Les deux personnes concernées la liront.

home-ask-judge-title = Décider d’un signalement
home-ask-judge-text = Une personne a signalé ce qui ne devrait peut-être pas rester.
home-ask-judge-action = Voir les signalements
home-ask-reports =
    { $count ->
        [one] { $count } signalement
       *[other] { $count } signalements
    }
home-ask-rule-title = Répondre à un appel
home-ask-rule-text = La personne dont le contenu a été masqué, ou doit changer, demande que la décision soit revue.
home-ask-rule-action = Voir les appels
home-ask-appeals =
    { $count ->
        [one] { $count } appel
       *[other] { $count } appels
    }
home-ask-verdict-title = Lire une décision
home-ask-verdict-text = Elle concerne ce que vous avez signalé, ou écrit.
home-ask-verdict-action = Lire la décision

forbidden-own-content = C’est vous qui l’avez écrit : on ne se signale pas soi-même.
forbidden-own-report = Vous l’avez signalé : une autre personne qui anime le groupe en décide, ou celles qui président le conseil.
forbidden-own-decision = Vous avez pris cette décision, ou signalé ce contenu : une autre personne qui préside le conseil répond à l’appel.
transition-report-state = Cela n’est plus à décider, ou ne l’est pas encore : relisez la page.
transition-already-reported = Vous avez déjà signalé ce contenu : une fois suffit.

journal-moderation-reported = Un contenu a été signalé.
journal-moderation-dismissed = { $actor } a laissé en place un contenu signalé.
journal-moderation-change-asked = { $actor } a demandé à { $user } de modifier un contenu signalé.
journal-moderation-appealed = { $actor } a fait appel d’une décision.
journal-moderation-upheld = { $actor } a confirmé en appel une décision qui concerne { $user }.
journal-moderation-granted = { $actor } a remis en place en appel un contenu { DE($user) }.
