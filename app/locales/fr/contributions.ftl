# The texts: lists, pages, forms, reviews, adoption.

contributions-title = Textes
contributions-lead = Les textes que vous pouvez lire, le plus récent d’abord.
contributions-count =
    { $count ->
        [0] Aucun texte
        [one] Un texte
       *[other] { $count } textes
    }
contributions-none = Les textes des groupes se lisent ici dès que l’un d’eux est commencé. Un texte se commence dans un groupe.
contributions-none-found = Aucun texte ne correspond à cette recherche.
contributions-all = Voir tous les textes
contributions-see-groups = Voir les groupes
contributions-search = Rechercher
contributions-search-do = Chercher
contributions-search-found = Textes trouvés :
contributions-by-state = Par étape
contributions-by-kind = Par nature
contributions-any-state = Toutes les étapes
contributions-any-kind = Toutes les natures
contributions-named-none-title = Ce texte n’existe pas encore
contributions-named-none = Ce texte n’existe pas encore, ou vous n’y avez pas accès.

contributions-state-draft = Brouillon
contributions-state-in-review = En relecture
contributions-state-changes-requested = Modifications demandées
contributions-state-ready = Prêt à adopter
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
contributions-menu = Autres actions

contributions-done-cree = Votre texte est commencé. Le groupe peut le lire.
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
contributions-next-review-text = Lisez le texte, puis dites sous celui-ci si vous l’approuvez ou ce qu’il faudrait changer.
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
contributions-source-do = Télécharger le texte figé

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
contributions-adopt-for = Voix pour
contributions-adopt-against = Voix contre
contributions-adopt-abstaining = Abstentions
contributions-adopt-do = Adopter
contributions-send-back-title = Renvoyer aux auteurs
contributions-send-back-reason = Motif du renvoi
contributions-send-back-hint = Les auteurs et le groupe le liront avec les relectures.
contributions-send-back-do = Renvoyer le texte

contributions-new-title = Écrire un nouveau texte
contributions-new-do = Enregistrer le brouillon
contributions-edit-title = Modifier le texte
contributions-edit-name = Titre
contributions-edit-name-hint = Une phrase courte que l’on comprend sans connaître le dossier.
contributions-edit-kind = Nature du texte
contributions-edit-summary = Résumé
contributions-edit-summary-hint = Trois phrases : elles ouvriront la page publique.
contributions-edit-body = Texte
contributions-edit-body-hint = Une ligne vide sépare deux paragraphes. « ## » au début d’une ligne fait un titre, « - » une liste, « **mot** » du gras, « [^1] » une note.
contributions-edit-reason = Ce qui change
contributions-edit-reason-hint = Quelques mots pour l’historique, par exemple « Chiffres de la gare vérifiés ».
contributions-edit-save = Enregistrer
contributions-edit-preview = Aperçu
contributions-edit-preview-empty = L’aperçu du texte s’affichera ici.
contributions-edit-back = Revenir sans enregistrer
contributions-edit-autosaved = Mis de côté à { $time }. Vous pouvez fermer cette page et revenir.
contributions-edit-autosave-failed = Ce que vous écrivez n’a pas pu être mis de côté. Enregistrez avant de quitter la page.
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
