# Groups: list, page, people, settings.

groups-title = Groupes
groups-lead = Chaque groupe étudie une question, écrit des textes et les propose au conseil.
groups-new = Créer un groupe
groups-search = Rechercher
groups-search-none = Aucun groupe ne porte ce nom.
groups-search-one = Un groupe trouvé.
groups-search-many = # groupes trouvés.
groups-filters = Filtres
groups-filter-all = Tous
groups-filter-mine = Mes groupes
groups-empty = Un groupe étudie une question, écrit un texte et le propose au conseil. Il n’y en a pas encore.
groups-empty-public = Aucun groupe n’est ouvert au public pour le moment. Les textes adoptés se lisent dans les publications.
groups-empty-public-action = Lire les publications
groups-none-found = Aucun groupe ne correspond.
groups-none-found-action = Voir tous les groupes
groups-members-count =
    { $count ->
        [one] { $count } membre
       *[other] { $count } membres
    }
groups-texts-count =
    { $count ->
        [one] { $count } texte
       *[other] { $count } textes
    }
groups-mine-facilitator = Vous l’animez
groups-mine-member = Vous en êtes membre
groups-mine-observer = Vous l’observez
groups-state-setting-up = En préparation
groups-state-closed = Travail terminé
groups-visibility-open = Ouvert
groups-visibility-closed = Fermé
groups-visibility-secret = Secret
groups-visibility-hint-open = Tous les membres du conseil le lisent et peuvent le rejoindre. Le public en connaît le nom et la mission.
groups-visibility-hint-closed = Le conseil en connaît le nom, la mission et qui l’anime. Le groupe et la présidence lisent ses textes.
groups-visibility-hint-secret = Seules les personnes du groupe le connaissent, ainsi que l’administration du site.

groups-eyebrow = { $kind }, accès { $visibility }
groups-opened = Ouvert le { $day }
groups-ended = Travail terminé le { $day }
groups-no-mandate = La mission du groupe n’est pas encore écrite.
groups-no-facilitator = Plus personne n’anime ce groupe : la présidence ou l’administration du site peut nommer une référente ou un référent.
groups-closed-notice = Ce groupe a terminé son travail : ses textes restent à lire.
groups-join-title = Ce groupe est ouvert
groups-join-text = En le rejoignant, vous écrirez ses textes et relirez ceux des autres.
groups-join = Rejoindre le groupe
groups-door-title = Ce groupe est fermé
groups-door-text = Vous pouvez demander à le rejoindre : les personnes qui l’animent vous répondront.
groups-public-title = Son travail en cours est réservé au conseil
groups-public-text = Ce qu’il écrit paraît dans les publications une fois adopté.
groups-public-action = Lire les publications

groups-next-about = { $about } { $text }

groups-texts = Textes
groups-write = Écrire un nouveau texte
groups-texts-empty = Les textes du groupe s’écrivent ici : un brouillon, une relecture, puis l’adoption par le conseil.
groups-texts-empty-reader = Ce groupe n’a pas encore écrit de texte.
groups-texts-empty-outside = Aucun texte de ce groupe ne vous est proposé pour le moment.


groups-thread = Le fil : étape { $step } sur { $steps }
groups-thread-all = Voir tout
groups-thread-done = Fait :{ " " }
groups-thread-now = En cours :{ " " }
groups-thread-next = Ensuite :{ " " }
groups-step-opened = Groupe constitué
groups-step-writing = Écriture
groups-step-review = Relecture
groups-step-adoption = Adoption
groups-step-publication = Publication
groups-count-draft =
    { $count ->
        [one] { $count } brouillon
       *[other] { $count } brouillons
    }
groups-count-in-review =
    { $count ->
        [one] { $count } texte en relecture
       *[other] { $count } textes en relecture
    }
groups-count-changes-requested =
    { $count ->
        [one] { $count } texte à modifier
       *[other] { $count } textes à modifier
    }
groups-count-ready-for-adoption =
    { $count ->
        [one] { $count } texte prêt pour l’adoption
       *[other] { $count } textes prêts pour l’adoption
    }
groups-count-adopted =
    { $count ->
        [one] { $count } texte adopté
       *[other] { $count } textes adoptés
    }
groups-count-published =
    { $count ->
        [one] { $count } texte publié
       *[other] { $count } textes publiés
    }

groups-aside = À côté
groups-people = Les personnes
groups-facilitators = Animent le groupe
groups-others = En font partie
groups-all-people = Voir toutes les personnes
groups-you = (vous)
groups-actions = Autres actions
groups-edit = Modifier le groupe
groups-manage = Gérer les personnes
groups-leave = Quitter le groupe

groups-people-since = depuis le { $day }
groups-suspended = Compte suspendu
groups-mandate-over = Mandat terminé
groups-unled = Sans référent
groups-unled-none = Tous les groupes ont au moins une référente ou un référent.
groups-second-facilitator = Une seule personne anime ce groupe.
groups-name-second = En nommer une deuxième
groups-people-in = Dans le groupe
groups-letter = Lettre de mission
groups-asked-by = Demandé par
groups-asked-by-hint = Par exemple : la communauté de communes, ou le conseil lui-même.
groups-due-on = Pour le
groups-due-late = { $day }, date dépassée
groups-due-on-hint = Par exemple 30/04/2027.
groups-deliverable = Ce que le groupe doit remettre
groups-deliverable-hint = Par exemple : un avis, un rapport, une série de rencontres.
groups-how = Comment
groups-how-add = L’ajouter tout de suite
groups-how-add-hint = La personne fait partie du groupe aussitôt.
groups-how-invite = L’inviter
groups-how-invite-hint = La personne accepte ou décline.
groups-how-message = Votre message
groups-how-message-hint = Lu par la personne invitée.
groups-change-role = Changer le rôle
groups-change-role-of = Changer le rôle { DE($person) }
groups-remove = Retirer du groupe
groups-remove-of = Retirer du groupe { $person }
groups-act-on = Agir
groups-act-on-person = Agir pour { $person }
groups-add-title = Ajouter ou inviter une personne
groups-add-search-hint = Par son nom, ou par son adresse électronique.
groups-add-person = Personne à ajouter
groups-add-role = Rôle dans le groupe
groups-add = Ajouter ou inviter
groups-add-none = Personne de ce nom parmi les membres du conseil qui ne sont pas déjà dans le groupe.
groups-add-everybody = Tous les membres du conseil font déjà partie du groupe.
groups-add-first = Les vingt premiers noms seulement : cherchez un nom pour voir les autres.
groups-role-hint-facilitator = Anime le groupe, gère ses personnes, propose ses textes à l’adoption.
groups-role-hint-member = Écrit et relit.
groups-role-hint-observer = Lit tout et n’écrit rien ; le groupe le voit.
groups-remove-title = Retirer { $person } du groupe « { $group } »
groups-remove-text = Cette personne ne lira plus ce qui est réservé au groupe. Ce qu’elle a écrit reste, à son nom.
groups-remove-confirm = Retirer { $person }
groups-keep = Ne rien changer
groups-role-title = Changer le rôle { DE($person) }
groups-leave-title = Quitter le groupe « { $group } »
groups-leave-text = Plus rien ne vous sera demandé pour ce groupe. Ce que vous y avez écrit reste, à votre nom.
groups-leave-last = Personne d’autre n’anime ce groupe : pour le quitter, passez d’abord la main à quelqu’un.
groups-stay = Rester dans le groupe

groups-create-title = Créer un groupe
groups-name = Nom du groupe
groups-name-hint = Il se lit partout : court et clair.
groups-kind = Genre de groupe
groups-visibility = Qui voit ce groupe
groups-mandate = Mission
groups-mandate-hint = Ce qui est demandé au groupe, par qui et pour quand, en quelques phrases.
groups-facilitator-first = Qui l’anime
groups-facilitator-first-hint = Cette personne gère le groupe sans passer par l’administration du site.
groups-facilitator-second = Qui l’anime aussi
groups-facilitator-second-hint = À deux, le groupe continue quand l’une des personnes est absente.
groups-create = Créer le groupe
groups-cancel = Revenir aux groupes
groups-edit-title = Modifier le groupe
groups-save = Enregistrer
groups-back = Revenir au groupe

groups-done-created = Le groupe est créé. Ajoutez-y les personnes qui vont y travailler.
groups-done-changed = Les changements sont enregistrés.
groups-done-joined = Vous faites maintenant partie du groupe.
groups-done-left = Vous ne faites plus partie du groupe.
groups-done-added = { $person } fait maintenant partie du groupe.
groups-done-role = Le rôle { DE($person) } est changé.
groups-done-removed = Cette personne ne fait plus partie du groupe.
groups-name-title = Nommer qui anime le groupe
groups-name-text = Plus personne ne peut animer ce groupe : son mandat est terminé, ou son accès est suspendu.
groups-name-person = La personne qui l’animera
groups-name-person-hint = Quelqu’un du groupe d’abord. Une autre personne du conseil y entre en étant nommée.
groups-name-inside = { $person } (déjà dans le groupe)
groups-name-button = Nommer cette personne
groups-done-named = { $person } anime maintenant le groupe.
