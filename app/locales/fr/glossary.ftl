# Le glossaire des sigles, et ce qu’un texte en montre.

glossary-title = Glossaire
glossary-one = Sigle
glossary-lead = Les sigles des politiques du territoire, expliqués en quelques mots. Dans les textes, touchez un sigle souligné de points pour lire son explication.
glossary-search = Chercher un sigle ou un mot
glossary-letters = Aller à une lettre
glossary-all = Voir tout le glossaire
glossary-none = Le glossaire est encore vide.
glossary-none-found = Aucun sigle ne correspond. Essayez un autre mot.
glossary-count =
    { $count ->
        [one] Un sigle trouvé
       *[other] { $count } sigles trouvés
    }
glossary-see = Voir le glossaire
glossary-used = Sigles employés
glossary-source = Source :
glossary-to-check = Source à vérifier
glossary-add = Ajouter un sigle
glossary-new = Nouveau sigle
glossary-change = Modifier
glossary-change-label = Modifier « { $term } »
glossary-edit = Modifier « { $term } »
glossary-save = Enregistrer
glossary-term = Sigle
glossary-term-hint = Tel qu’il s’écrit dans les textes, avec ses majuscules. Par exemple : SCoT.
glossary-expansion = En toutes lettres
glossary-explanation = Explication
glossary-explanation-hint = Une ou deux phrases, pour quelqu’un qui découvre le sujet.
glossary-explanation-en = Explication en anglais
glossary-source-field = Source
glossary-source-hint = Une loi et son article, un site officiel. Laissez vide tant qu’elle reste à vérifier.
glossary-remove-title = Retirer « { $term } » du glossaire
glossary-remove-text = Les textes ne l’expliqueront plus. Vous pourrez le reprendre à tout moment.
glossary-remove = Retirer du glossaire
glossary-keep = Le garder
glossary-aside = Sigles retirés
glossary-aside-lead = Vous seuls, qui tenez le glossaire, les voyez ici.
glossary-take-up = Reprendre
glossary-take-up-label = Reprendre « { $term } » dans le glossaire
glossary-done-ajoute = Le sigle est ajouté. Les textes l’expliquent dès maintenant.
glossary-done-change = Le sigle est modifié.
glossary-done-retire = Le sigle est retiré du glossaire.
glossary-done-repris = Le sigle est de nouveau dans le glossaire.
search-kind-acronym = Sigles
problem-not-an-acronym = écrivez un seul mot, avec au moins deux majuscules ou chiffres
forbidden-keepers-only = Seules la présidence, l’équipe et l’administration peuvent faire cela.
journal-glossary-added = { $actor } a ajouté un sigle au glossaire.
journal-glossary-changed = { $actor } a modifié un sigle du glossaire.
journal-glossary-set-aside = { $actor } a retiré un sigle du glossaire.
journal-glossary-taken-up = { $actor } a repris un sigle dans le glossaire.
