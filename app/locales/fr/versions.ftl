# La vie d’un texte : ses versions, qui a écrit quoi.

contributions-history-this = ce texte
contributions-version-named = Version { $version }, « { $name } »
contributions-version-current = C’est la version actuelle du texte
contributions-done-nommee = Le nom de la version est enregistré.
contributions-done-sans-nom = Cette version n’a plus de nom.

contributions-restore-title = Revenir à cette version
contributions-restore-lead = Le texte redit ce que dit cette version. Rien ne se perd : c’est une nouvelle version, et les autres restent dans l’historique.
contributions-restore-reason = Retour à la version { $version }
contributions-restore-do = Revenir à cette version

contributions-name-title = Nommer cette version
contributions-name-label = Nom de la version
contributions-name-hint = Pour la retrouver dans l’historique, par exemple « Version envoyée aux communes ».
contributions-name-do = Enregistrer le nom

contributions-passages-do = Voir qui a écrit quoi
contributions-passages-title = Qui a écrit quoi
contributions-passages-lead = Chaque mot du texte actuel est attribué à la personne qui l’a apporté, d’après les versions enregistrées.
contributions-passages-whole = Dans tout le texte
contributions-passages-each = Passage par passage
contributions-passages-none = Le texte est encore vide.
contributions-passages-share =
    { $words ->
        [one] un mot
       *[other] { $words } mots
    }, { $count ->
        [one] version { $versions }
       *[other] versions { $versions }
    }
