# Mots-clés : le vocabulaire que tient le conseil, et ce qui en porte un.

keywords-title = Mots-clés
keywords-one = Mot-clé
keywords-lead = Les mots-clés retenus par le conseil. Chacun ouvre les documents qui le portent, parmi ceux que vous pouvez lire.
keywords-none = Le conseil n’a pas encore retenu de mots-clés. Chaque document peut déjà porter les siens.
keywords-no-document = Aucun des documents que vous pouvez lire ne porte encore ce mot-clé.
keywords-documents =
    { $count ->
        [0] aucun document
        [one] un document
       *[other] { $count } documents
    }
keywords-keep = Mots-clés de la bibliothèque
keywords-keep-text = Les mots proposés à qui décrit un document.
keywords-keep-lead = Ces mots sont proposés à qui décrit un document. Chacun reste libre d’en écrire d’autres. Ne sont comptés ici que les documents que vous pouvez lire.
keywords-keep-none = Le vocabulaire est encore vide. Ajoutez un premier mot-clé ci-dessus.
keywords-new = Nouveau mot-clé
keywords-new-hint = Un mot ou deux, au singulier. Par exemple : logement.
keywords-add = Ajouter
keywords-change = Modifier
keywords-change-label = Modifier « { $name } »
keywords-free = Écrits librement
keywords-free-lead = Ces mots-clés sont sur des documents sans être dans le vocabulaire.
keywords-bring = Retenir
keywords-bring-label = Retenir « { $name } »
keywords-name = Nom
keywords-name-hint = Il changera aussi sur les documents qui le portent.
keywords-rename = Changer son nom
keywords-merge = Le réunir avec un autre
keywords-into = Mot-clé à garder
keywords-into-hint = Les documents qui portent « { $name } » porteront celui-là, et « { $name } » disparaîtra.
keywords-choose = Choisissez un mot-clé
keywords-merge-do = Réunir
keywords-remove-title = Retirer « { $name } » du vocabulaire
keywords-remove-text = Il ne sera plus proposé. Les documents qui le portent le gardent.
keywords-remove = Retirer du vocabulaire
keywords-keep-it = Le garder
keywords-see = Mots-clés
keywords-done-ajoute = Le mot-clé est ajouté au vocabulaire.
keywords-done-renomme = Le mot-clé a changé de nom, sur les documents aussi.
keywords-done-reuni = Les deux mots-clés n’en font plus qu’un.
keywords-done-retire = Le mot-clé est retiré du vocabulaire.
journal-keyword-added = { $actor } a ajouté un mot-clé au vocabulaire.
journal-keyword-renamed = { $actor } a changé le nom d’un mot-clé.
journal-keyword-merged = { $actor } a réuni deux mots-clés.
journal-keyword-removed = { $actor } a retiré un mot-clé du vocabulaire.
