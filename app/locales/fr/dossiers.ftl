# Dossiers de ressources : ce qu’ils contiennent, dans l’ordre, avec un commentaire.

dossiers-add-one = Un dossier de ressources
dossiers-new = Créer un dossier de ressources
dossiers-audience = Pour qui
dossiers-audience-hint = Par exemple : les nouveaux membres du groupe. Cela n’ouvre aucun droit.
dossiers-description-hint = Ce que l’on trouve dans ce dossier, et à quoi il sert.
dossiers-for = Pour : { $who }
dossiers-count =
    { $count ->
        [one] un élément
       *[other] { $count } éléments
    }
dossiers-empty = Ce dossier est encore vide. Ajoutez-y des documents, des textes et des liens, dans l’ordre où il faut les lire.
dossiers-empty-reader = Ce dossier est encore vide.
dossiers-fill = Ajouter un élément
dossiers-fill-title = Ajouter un élément
dossiers-edit = Modifier le titre et la description
dossiers-edit-title = Modifier le dossier de ressources
dossiers-back = Revenir au dossier
dossiers-gather = Ajouter à un dossier de ressources
dossiers-element = Élément d’un dossier de ressources
dossiers-gone = Cet élément n’existe plus.
dossiers-gone-name = Élément qui n’existe plus
dossiers-up = Monter
dossiers-up-label = Monter « { $name } »
dossiers-down = Descendre
dossiers-down-label = Descendre « { $name } »
dossiers-change = Commenter ou retirer
dossiers-change-label = Commenter ou retirer « { $name } »
dossiers-comment = Commentaire
dossiers-comment-hint = Pourquoi le lire, ce qu’il faut en retenir.
dossiers-remove-title = Retirer « { $name } » du dossier
dossiers-remove-text = Son commentaire sera perdu. Le document ou le texte reste là où il est.
dossiers-remove-link-text = Le lien et son commentaire seront perdus.
dossiers-remove-gone-text = Ce que cet élément montrait n’existe plus.
dossiers-remove = Retirer du dossier
dossiers-keep = Le garder
dossiers-find-title = Un document ou un texte
dossiers-find = Chercher parmi ce que vous pouvez lire
dossiers-find-lead = Cherchez un mot du titre ou du contenu, puis ajoutez ce que vous trouvez.
dossiers-there = déjà dans le dossier
dossiers-add = Ajouter
dossiers-add-label = Ajouter « { $name } »
dossiers-link-title = Un lien
dossiers-link-add = Ajouter le lien
dossiers-choose-title = Ajouter à un dossier de ressources
dossiers-choose = Dans quel dossier
dossiers-choose-more = Voici les cinquante derniers dossiers modifiés. Pour un autre, ouvrez-le et choisissez « Ajouter un élément ».
dossiers-choose-back = Revenir sans rien ajouter
dossiers-none = Il n’y a pas encore de dossier de ressources que vous puissiez compléter. Pour en créer un, ouvrez une bibliothèque où vous écrivez, puis choisissez « Ajouter », « Un dossier de ressources ».
dossiers-none-action = Ouvrir la bibliothèque
dossiers-share-lead = De ce dossier, une personne de l’extérieur ne voit que les liens, les textes publiés et, dans cette bibliothèque, les documents que vous pourriez partager vous-même.
dossiers-shared-empty = Rien de ce dossier n’est ouvert aux personnes de l’extérieur pour le moment.
dossiers-members-only =
    { $count ->
        [one] Un autre élément de ce dossier est réservé aux membres.
       *[other] { $count } autres éléments de ce dossier sont réservés aux membres.
    }
dossiers-done-ressources = Le dossier de ressources est créé. Ajoutez-y un premier élément.
dossiers-done-ajoute = C’est ajouté à la fin du dossier.
dossiers-done-ordre = L’ordre est enregistré.
dossiers-done-element = L’élément est enregistré.
dossiers-done-retire = L’élément est retiré du dossier.
transition-dossier-full = Ce dossier contient déjà cent éléments : retirez-en un, ou créez un autre dossier.
journal-dossier-created = { $actor } a créé un dossier de ressources.
journal-dossier-element-added = { $actor } a ajouté un élément à un dossier de ressources.
journal-dossier-arranged = { $actor } a modifié les éléments d’un dossier de ressources.
