# Le journal : s’il est intact, combien de temps il est gardé, ce qui concerne chacun.

journal-chain-go = Vérifier, télécharger, durée de conservation
journal-chain-title = Vérification du journal
journal-chain-lead = Chaque ligne du journal est scellée avec la précédente : une ligne retirée, changée ou déplacée se voit.
journal-chain-whole =
    { $count ->
        [one] Le journal est intact depuis le { $day } : { $count } ligne vérifiée.
       *[other] Le journal est intact depuis le { $day } : { $count } lignes vérifiées.
    }
journal-chain-none = Aucune ligne n’est encore scellée : cela se fait chaque minute.
journal-chain-unsealed =
    { $count ->
        [one] { $count } ligne, toute récente, n’est pas encore scellée.
       *[other] { $count } lignes, toutes récentes, ne sont pas encore scellées.
    }
journal-chain-emptied =
    { $count ->
        [one] Les détails de { $count } ligne ont été effacés, comme le droit à l’oubli le demande ; la ligne elle-même est intacte.
       *[other] Les détails de { $count } lignes ont été effacés, comme le droit à l’oubli le demande ; les lignes elles-mêmes sont intactes.
    }
journal-chain-removed = À la place { $place }, la ligne { $line } manque : elle avait été scellée le { $moment }.
journal-chain-changed = À la place { $place }, la ligne { $line } n’est plus celle qui avait été scellée le { $moment }.
journal-chain-cut = Des lignes manquent juste avant la place { $place } (ligne { $line }, scellée le { $moment }), ou ont été scellées une seconde fois.
journal-chain-broken-next = Comparez avec une sauvegarde ou un fichier du journal que vous avez gardé : les lignes y sont.
journal-seal = Dernière empreinte
journal-seal-at = Place { $place }, scellée le { $moment }.
journal-seal-note = Notez-la sur papier, ou gardez-la avec vos sauvegardes : tant qu’elle se retrouve ici, rien n’a été retiré avant elle.
journal-verify = Vérifier tout le journal
journal-noted = Retrouver une empreinte notée
journal-noted-field = Empreinte
journal-noted-hint = Au moins ses huit premiers signes. Les espaces ne comptent pas.
journal-noted-do = Chercher l’empreinte
journal-noted-found = Elle est bien dans le journal, à la place { $place }, scellée le { $moment }.
journal-noted-missing = Elle n’est pas dans le journal : elle est mal recopiée, trop ancienne, ou le journal a été réécrit.
journal-files = Emporter le journal
journal-files-text = Tout le journal, avec ses empreintes. Il contient des noms : gardez-le en lieu sûr.
journal-files-csv = Pour un tableur (CSV)
journal-files-lines = Pour un programme (JSON)
journal-keep = Combien de temps le garder
journal-keep-years = Années
journal-keep-years-hint = Laissez vide pour tout garder. Ce qui est plus ancien est retiré une fois par mois, y compris des actualités et de l’histoire des textes.
journal-keep-months = Mois pendant lesquels il dit d’où vient chaque ligne
journal-keep-months-hint = Seule une partie de l’adresse du réseau est gardée, jamais l’adresse entière.
journal-keep-do = Changer la durée
journal-done-garde = La durée est changée.
journal-from = depuis le réseau { $network }
journal-from-local = depuis la machine du site
journal-from-private = depuis le réseau local
journal-veiled = Une personne qui veille sur le groupe
journal-own-title = Ce qui me concerne
journal-own-text = Ce que le journal du site garde de ce que vous faites, et de ce qui est fait à votre sujet.
journal-own-go = Lire ce qui me concerne
journal-own-lead = Ce que vous avez fait, et ce qui a été fait à votre sujet, le plus récent d’abord.
journal-own-none = Le journal ne dit encore rien de vous.

journal-journal-purged = Les lignes les plus anciennes du journal ont été retirées, à leur date.
journal-journal-kept-changed = { $actor } a changé la durée de conservation du journal.
journal-journal-exported = { $actor } a téléchargé le journal.
