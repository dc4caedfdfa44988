# The texts: lists, pages, forms, reviews, adoption.

contributions-title = Textes
contributions-lead = Les textes que vous pouvez lire, le plus récent d’abord.
contributions-count =
    { $count ->
        [0] Aucun texte
        [one] Un texte
       *[other] { $count } textes
    }
contributions-count-more = Au moins { $count } textes. Pour en trouver un, cherchez un mot de son titre, ou choisissez un état.
contributions-none = Les textes des groupes se lisent ici dès que l’un d’eux est commencé. Un texte se commence dans un groupe.
contributions-none-found = Aucun texte ne correspond à cette recherche.
contributions-all = Voir tous les textes
contributions-see-groups = Voir les groupes
contributions-search = Rechercher
contributions-search-do = Rechercher
contributions-search-found = Textes trouvés :
contributions-by-state = Par étape
contributions-by-kind = Par nature
contributions-any-state = Toutes les étapes
contributions-any-kind = Toutes les natures
contributions-named-none-title = Ce texte n’existe pas encore
contributions-named-none = Personne ne l’a encore écrit, ou vous n’y avez pas accès.

contributions-state-draft = Brouillon
contributions-state-in-review = En relecture
contributions-state-changes-requested = Modifications demandées
contributions-state-ready = Prêt pour l’adoption
contributions-state-adopted = Adopté
contributions-state-published = Publié

contributions-number = n° { $number }
contributions-version = Version { $version }
contributions-version-of = Version { $version }, { $day }
contributions-minutes =
    { $minutes ->
        [one] Une minute de lecture
       *[other] { $minutes } minutes de lecture
    }
contributions-brief = En bref
contributions-text = Texte de la contribution
contributions-empty = Rien n’est encore écrit.
contributions-contents = Sommaire
contributions-recommendations = Les recommandations
contributions-menu = Autres actions

contributions-done-cree-open = Votre texte est commencé. Tout le conseil peut déjà le lire ; le groupe l’écrit avec vous.
contributions-done-cree-closed = Votre texte est commencé. Le groupe et la présidence peuvent déjà le lire.
contributions-done-cree-secret = Votre texte est commencé. Le groupe peut déjà le lire.
contributions-done-enregistre = Votre texte est enregistré.
contributions-done-inchange = Le texte disait déjà cela : aucune version n’a été ajoutée.
contributions-done-auteurs = Les auteurs sont enregistrés.
contributions-done-envoye = Le texte est en relecture. Les membres du groupe peuvent le commenter et l’approuver.
contributions-done-relu = Votre avis est enregistré.
contributions-done-relu-avant = Votre avis est gardé avec la version que vous avez lue. Une version plus récente est parue entre-temps : relisez-la et dites ce que vous en pensez.
contributions-done-propose = Le texte est proposé à l’adoption.
contributions-done-renvoye = Le texte est renvoyé à ses auteurs, avec votre motif.
contributions-done-adopte = Le texte est adopté, numéroté et figé.
contributions-done-publie = Le texte est public.

contributions-thread = Le fil : étape { $step } sur { $total }
contributions-thread-all = Voir tout
contributions-thread-done = Fait :
contributions-thread-now = En cours :
contributions-thread-next = Ensuite :
contributions-thread-writing = Écriture
contributions-thread-written = version { $version }, le { $day }
contributions-thread-review = Relecture
contributions-thread-review-next = par une autre personne du groupe
contributions-thread-review-now = en cours
contributions-thread-approved =
    { $count ->
        [0] faite
        [one] une approbation
       *[other] { $count } approbations
    }
contributions-thread-adoption = Adoption
contributions-thread-adoption-now = proposée à la présidence
contributions-thread-adoption-next = après la relecture
contributions-thread-adopted = n° { $number }, le { $day }
contributions-thread-publication = Publication
contributions-thread-publication-next = après l’adoption

contributions-next-write = Le texte reste à écrire
contributions-next-write-text = Quand il sera prêt, vous l’enverrez en relecture.
contributions-next-submit = Le texte est-il prêt à être relu ?
contributions-next-submit-text = Les membres du groupe pourront le commenter, l’approuver ou demander des modifications. Vous pourrez encore le modifier.
contributions-next-draft = Ce texte est un brouillon
contributions-next-draft-text = Ses auteurs l’enverront en relecture quand il sera prêt.
contributions-next-changes = Des modifications sont demandées
contributions-next-changes-text = Lisez les relectures sous le texte, modifiez-le, puis envoyez-le de nouveau en relecture.
contributions-next-resubmit = Le texte a été modifié depuis
contributions-next-resubmit-text = Envoyez-le de nouveau en relecture quand il répond à ce qui était demandé.
contributions-next-changes-wait = Des modifications sont demandées
contributions-next-changes-wait-text = Le texte est entre les mains de ses auteurs.
contributions-next-propose = Cette version est approuvée
contributions-next-propose-text = Vous pouvez la proposer à la présidence. Elle ne pourra plus être modifiée, sauf si elle vous est renvoyée.
contributions-next-approved = Cette version est approuvée
contributions-next-approved-text = Une référente ou un référent du groupe peut la proposer à l’adoption.
contributions-next-review = Votre relecture est attendue
contributions-next-review-text = Lisez le texte. Dites ensuite, sous le texte, si vous l’approuvez ou ce qu’il faudrait changer.
contributions-next-review-wait = Le texte est en relecture
contributions-next-review-wait-text = Une autre personne du groupe doit l’approuver avant qu’il soit proposé à l’adoption.
contributions-next-adopt = Ce texte vous est proposé
contributions-next-adopt-text = Une fois le vote passé, enregistrez l’adoption : le texte reçoit son numéro et ne change plus.
contributions-next-adopt-wait = Le texte est proposé à l’adoption
contributions-next-adopt-wait-text = La suite revient à la présidence : adopter le texte, ou le renvoyer à ses auteurs.
contributions-next-publish = Ce texte est adopté
contributions-next-publish-text = Publiez-le : il aura une page permanente que chacun peut lire et citer.
contributions-next-publish-wait = Ce texte est adopté
contributions-next-publish-wait-text = Sa publication revient à la présidence.
contributions-next-published = Ce texte est public
contributions-next-published-text = Il a une page permanente, que chacun peut lire, imprimer et citer.

contributions-submit-do = Envoyer en relecture
contributions-propose-do = Proposer à l’adoption
contributions-publish-do = Publier
contributions-publication-read = Lire la publication
contributions-review-go = Donner mon avis
contributions-adopt-go = Enregistrer l’adoption
contributions-edit-do = Modifier le texte
contributions-authors-do = Choisir les auteurs
contributions-history-do = Voir l’historique
contributions-compare-do = Comparer avec la version précédente

contributions-reviews = Relectures
contributions-reviews-none = Personne ne s’est encore exprimé sur ce texte.
contributions-review-comment = { $name } commente la version { $version }
contributions-review-approve = { $name } approuve la version { $version }
contributions-review-changes = { $name } demande des modifications à la version { $version }
contributions-review-older = le texte a changé depuis
contributions-review-field = Votre avis sur cette version
contributions-comment-field = Votre commentaire
contributions-review-hint = Vous lisez la version { $version }. Un commentaire est nécessaire, sauf pour approuver.
contributions-comment-hint = Vous lisez la version { $version }. Votre commentaire sera lu par le groupe.
contributions-comment-do = Commenter
contributions-approve-do = Approuver
contributions-changes-do = Demander des modifications

contributions-adopt-title = Adopter ce texte
contributions-adopt-lead = Le texte est figé tel que vous l’avez lu. Il reçoit le prochain numéro de l’année et une empreinte qui prouve qu’il n’a pas changé.
contributions-adopt-body = Instance
contributions-adopt-body-hint = Qui a voté : l’assemblée plénière, le bureau…
contributions-adopt-day = Date de l’adoption
contributions-adopt-day-hint = Par exemple 17/09/2026.
contributions-adopt-for = Voix pour
contributions-adopt-against = Voix contre
contributions-adopt-abstaining = Abstentions
contributions-adopt-do = Adopter
contributions-send-back-title = Renvoyer aux auteurs
contributions-send-back-reason = Motif du renvoi
contributions-send-back-hint = Les auteurs et le groupe le liront avec les relectures.
contributions-send-back-do = Renvoyer le texte

contributions-new-title = Écrire un nouveau texte
contributions-new-do = Enregistrer
contributions-edit-title = Modifier le texte
contributions-edit-name = Titre
contributions-edit-name-hint = Une phrase courte que l’on comprend sans connaître le dossier.
contributions-edit-kind = Nature du texte
contributions-edit-summary = Résumé
contributions-edit-summary-hint = Trois phrases : elles ouvriront la page publique.
contributions-edit-body = Texte
contributions-edit-body-hint = Laissez une ligne vide entre deux paragraphes. « ## » au début d’une ligne fait un titre, un tiret fait une liste. « **mot** » met en gras, « [^1] » appelle une note. Une recommandation se met entre une ligne « :::recommandation » et une ligne « ::: ».
contributions-edit-reason = Ce qui change
contributions-edit-reason-hint = Quelques mots pour l’historique, par exemple « Chiffres de la gare vérifiés ».
contributions-edit-save = Enregistrer
contributions-edit-preview = Aperçu
contributions-edit-preview-empty = L’aperçu du texte s’affichera ici.
contributions-edit-back = Revenir sans enregistrer
contributions-edit-autosaved = Mis de côté à { $time }. Vous pouvez fermer cette page et revenir.
contributions-edit-unsaved = Nous avons gardé ce que vous aviez écrit sans l’enregistrer, le { $moment }. Le formulaire le contient.
contributions-edit-discard = Abandonner ce que j’avais écrit

contributions-conflict-title = Le texte a changé pendant que vous écriviez
contributions-conflict-told = { $name } a enregistré la version { $version }, le { $moment }. Vous écriviez à partir de la version { $base }.
contributions-conflict-reason = Son motif : « { $reason } »
contributions-conflict-way-out = Rien n’est perdu. Comparez les deux textes, puis enregistrez celui qui doit rester.
contributions-conflict-differences = Les différences
contributions-conflict-yours = Votre texte
contributions-conflict-settle = Votre texte, à compléter et à enregistrer
contributions-conflict-theirs = Le texte enregistré
contributions-conflict-theirs-open = Voir le texte enregistré, pour en copier des passages
contributions-conflict-discard = Garder le texte enregistré et abandonner le mien

contributions-history-title = Historique du texte
contributions-history-first = première version
contributions-history-changed =
    { $added ->
        [0] aucun mot ajouté
        [one] un mot ajouté
       *[other] { $added } mots ajoutés
    }, { $removed ->
        [0] aucun retiré
        [one] un retiré
       *[other] { $removed } retirés
    }
contributions-history-reason = « { $reason } »
contributions-history-compare-before = Comparer avec la précédente
contributions-history-compare-now = Comparer avec l’actuelle

contributions-compare-title = De la version { $from } à la version { $to }
contributions-compare-identical = Les deux versions disent la même chose.
contributions-compare-same =
    { $count ->
        [one] Un paragraphe inchangé
       *[other] { $count } paragraphes inchangés
    }
contributions-compare-none = Rien dans cette version
contributions-compare-inserted = Ajouté :
contributions-compare-deleted = Supprimé :

contributions-authors-title = Auteurs du texte
contributions-authors-who = Qui signe ce texte
contributions-authors-hint = Les membres du groupe. Un auteur ne relit pas son propre texte.
contributions-authors-save = Enregistrer

contributions-done-relecteur = La relecture est demandée.
contributions-done-relecteur-retire = La relecture n’est plus demandée à cette personne. Ce qu’elle a déjà dit reste.
contributions-done-echeance = L’échéance est enregistrée.
contributions-done-sans-echeance = Ce texte n’a plus d’échéance.
contributions-done-consultation = Le texte est soumis à l’ensemble du conseil.
contributions-done-consultation-finie = La consultation est terminée. Les commentaires restent.
contributions-done-coche = La liste est enregistrée.

contributions-due =
    pour le { $day }, { $days ->
        [0] aujourd’hui
        [1] demain
       *[other] dans { $days } jours
    }
contributions-late =
    { $days ->
        [1] En retard d’un jour
       *[other] En retard de { $days } jours
    }
contributions-due-late = , attendu le { $day }
contributions-standing-superseded = Remplacé
contributions-standing-withdrawn = Retiré

contributions-since =
    Depuis votre lecture (version { $version }), { $count ->
        [one] une version a été enregistrée.
       *[other] { $count } versions ont été enregistrées.
    }
contributions-since-see = Voir ce qui a changé
contributions-since-row =
    { $count ->
        [one] Une version depuis votre lecture
       *[other] { $count } versions depuis votre lecture
    }
contributions-merged = Votre texte est enregistré. Pendant que vous l’écriviez à partir de la version { $base }, quelqu’un d’autre a enregistré la version { $theirs } : vos deux travaux ne touchaient pas les mêmes passages, ils sont réunis. Voici ce que le vôtre ajoute au sien.
contributions-merged-read = Lire le texte
contributions-merged-theirs = Voir ce que l’autre personne avait changé
contributions-history-merged = Réunion de deux travaux : celui-ci, commencé à partir de la version { $base }, et la version { $theirs }.

contributions-organise-do = Organiser la relecture
contributions-organise-title = Organiser la relecture
contributions-deadline = Échéance
contributions-deadline-day = Pour quand le texte est attendu
contributions-deadline-hint = Par exemple 30/04/2027. Toutes les personnes qui lisent le texte voient cette date. Laissez vide pour ne pas en donner.
contributions-deadline-save = Enregistrer l’échéance

contributions-reviewers = Relectures demandées
contributions-reviewers-none = Aucune relecture n’est demandée en particulier : toute personne du groupe qui n’a pas écrit le texte peut le relire.
contributions-reviewers-by-whom = Les personnes qui signent le texte et les référentes ou référents du groupe demandent les relectures.
contributions-reviewers-told =
    { $approved ->
        [0] Personne n’a encore approuvé cette version,
        [one] Une personne a approuvé cette version,
       *[other] { $approved } personnes ont approuvé cette version,
    } { $count ->
        [one] sur une relecture demandée.
       *[other] sur { $count } relectures demandées.
    }
contributions-reviewer-waiting = N’a pas encore relu
contributions-reviewer-approved = Approuve cette version
contributions-reviewer-changes = Demande des modifications
contributions-reviewer-earlier = A relu la version { $version }
contributions-reviewer-gone = Ne compte plus
contributions-reviewer-author = signe maintenant ce texte
contributions-reviewer-not-in-council = n’a plus de mandat
contributions-reviewer-not-in-group = n’est plus dans le groupe
contributions-reviewer-due = demandé pour le { $day }
contributions-reviewer-day = Changer la date
contributions-reviewer-day-of = Changer la date pour { $person }
contributions-reviewer-day-save = Enregistrer la date
contributions-reviewer-dismiss = Ne plus demander
contributions-reviewer-dismiss-of = Ne plus demander de relecture à { $person }
contributions-reviewer-name-title = Demander une relecture
contributions-reviewer-name = Demander cette relecture
contributions-reviewer-search = Rechercher une personne
contributions-reviewer-who = À qui
contributions-reviewer-first = Voici les vingt premières personnes. Cherchez un nom pour en trouver d’autres.
contributions-reviewer-none-found = Personne de ce nom ne peut relire ce texte.
contributions-reviewer-nobody = Toutes les personnes qui peuvent relire ce texte sont déjà nommées, ou le signent.
contributions-reviewer-due-on = Pour quelle date
contributions-reviewer-due-hint = Par exemple 30/04/2027. La personne la verra avec le texte.

contributions-consulted = En consultation
contributions-consulted-until = jusqu’au { $day }
contributions-consulted-hint = Votre commentaire sera lu par le groupe et par les membres du conseil.
contributions-consultation-told = Ce texte est en consultation : tous les membres du conseil peuvent le lire et le commenter jusqu’au { $day }.
contributions-next-asked = Votre relecture vous est demandée
contributions-next-asked-text = Lisez le texte. Dites ensuite, sous le texte, si vous l’approuvez ou ce qu’il faudrait changer.
contributions-next-consulted = Votre avis est demandé
contributions-next-consulted-text = Lisez le texte. Dites ensuite, sous le texte, ce que vous en pensez.
contributions-consult-title = Consulter tout le conseil
contributions-consult-lead = Tous les membres du conseil pourront lire ce texte et le commenter jusqu’à la date choisie. Le reste du travail du groupe reste entre vous.
contributions-consult-lead-open = Les membres du conseil lisent déjà ce texte. Une consultation le leur signale et leur pose une question, jusqu’à la date choisie.
contributions-consult-not-yet = Un texte se soumet au conseil une fois envoyé en relecture.
contributions-consult-until = Dernier jour
contributions-consult-until-hint = Par exemple 30/04/2027. La consultation se termine d’elle-même à la fin de ce jour.
contributions-consult-question = Question posée
contributions-consult-question-hint = Ce que vous attendez des membres, par exemple « Ces mesures conviennent-elles à votre commune ? ».
contributions-consult-do = Ouvrir la consultation
contributions-consult-change = Enregistrer
contributions-consult-end = Terminer la consultation maintenant

contributions-checklist = À vérifier avant l’adoption
contributions-checklist-label = Ce qui est fait
contributions-checklist-hint = Ces points viennent des réglages du conseil. Votre nom s’affiche à côté de ce que vous cochez ; rien n’est bloqué.
contributions-checklist-save = Enregistrer la liste
contributions-checklist-done = { $name }, le { $moment }
contributions-checklist-ticked = Fait :
contributions-checklist-unticked = À faire :
contributions-propose-title = Avant de proposer le texte
contributions-propose-confirm = Proposer « { $title } » à l’adoption
contributions-propose-unticked =
    { $count ->
        [0] Tous les points à vérifier sont cochés.
        [one] Un point à vérifier n’est pas coché :
       *[other] { $count } points à vérifier ne sont pas cochés :
    }
contributions-propose-awaited =
    { $count ->
        [one] Une personne n’a pas encore relu cette version :
       *[other] { $count } personnes n’ont pas encore relu cette version :
    }
contributions-propose-against =
    { $count ->
        [one] Une personne demande des modifications :
       *[other] { $count } personnes demandent des modifications :
    }
contributions-propose-anyway = Proposer le texte quand même
contributions-propose-back = Revenir à la liste

contributions-mend-do = Rectifier le procès-verbal
contributions-mend-title = Rectifier le procès-verbal d’une adoption
contributions-mend-of = Adoption de « { $title } »
contributions-mend-lead = Vous corrigez ici ce qui a été mal saisi : qui a adopté le texte n° { $number }, quel jour, avec quelles voix. Le texte, son numéro et son empreinte ne changent pas. Le journal garde ce qui était écrit avant.
contributions-mend-day-hint = Par exemple 22/11/2026, dans la même année : elle fait partie du numéro.
contributions-mend-reason = Ce qui était faux
contributions-mend-reason-hint = Les lecteurs le verront à côté du vote, par exemple « Deux abstentions avaient été oubliées ».
contributions-mend-save = Rectifier le procès-verbal
contributions-correct-do = Corriger ce texte
contributions-correct-title = Corriger un texte publié
contributions-correct-lead = La version corrigée prend la place du texte n° { $number } et garde son numéro. L’ancienne version reste lisible à sa propre adresse.
contributions-correct-reason = Motif de la correction
contributions-correct-reason-hint = Le public le lira en tête du texte, par exemple « Le nombre d’élèves du lycée était faux ».
contributions-correct-save = Publier la version corrigée
contributions-withdraw-do = Remplacer ou retirer ce texte
contributions-withdraw-title = Remplacer ou retirer un texte publié
contributions-withdraw-of = « { $title } » reste lisible à la même adresse : sa page dira d’abord ce qu’il est devenu, et pourquoi.
contributions-withdraw-what = Ce que devient le texte
contributions-withdraw-in-force = De nouveau en vigueur
contributions-withdraw-in-force-hint = L’avertissement disparaît de sa page.
contributions-withdraw-superseded = Remplacé
contributions-withdraw-superseded-hint = Une autre publication dit désormais la position du conseil.
contributions-withdraw-withdrawn = Retiré
contributions-withdraw-withdrawn-hint = Le conseil ne soutient plus ce texte.
contributions-withdraw-by = Numéro du texte qui le remplace
contributions-withdraw-by-hint = Pour un texte remplacé, par exemple 2026-04.
contributions-withdraw-reason = Motif
contributions-withdraw-reason-hint = Le public le lira en tête du texte.
contributions-withdraw-save = Enregistrer
