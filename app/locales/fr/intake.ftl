# Files that become texts, and what could not be kept of them.

intake-new-title = Partir d’un fichier
intake-new-lead = Un texte commencé ailleurs devient un brouillon du groupe : ses titres, ses listes, ses tableaux, ses notes et ses liens sont repris.
intake-start = Partir d’un fichier
intake-title-hint = Laissez vide pour reprendre le titre du fichier. Vous pourrez le changer ensuite.
intake-keep = Garder aussi le fichier dans la bibliothèque du groupe
intake-file = Fichier
intake-file-hint = Un document Word (.docx) ou LibreOffice (.odt), une page web (.html) ou un texte Markdown (.md), { $megabytes } Mo au plus.
intake-new-do = Créer le brouillon
intake-write-instead = Écrire plutôt ici
intake-files-title = Fichiers de ce texte
intake-files-do = Apporter un fichier
intake-came = Fichiers apportés
intake-none = Aucun fichier n’a été apporté.
intake-revise = Apporter une nouvelle version
intake-revise-lead = Ce que dit le fichier devient une nouvelle version de ce texte. Si quelqu’un enregistre entre-temps, les deux changements sont réunis ou vous sont montrés côte à côte.
intake-revise-do = Enregistrer cette version
intake-report = Ce que le fichier est devenu
intake-put-away = Ne plus montrer ici
intake-all = Voir les fichiers de ce texte
intake-by = apporté par { $name }, { $day }
intake-whole = Tout a été repris.
intake-lost = Relisez le texte. Voici ce qui n’a pas pu être repris tel quel :
contributions-done-range = Ce qui est dit de ce fichier reste dans « Fichiers de ce texte ».
problem-not-a-draft = ce fichier n’est ni un document Word (.docx), ni un document LibreOffice (.odt), ni une page web (.html), ni un texte Markdown (.md)
problem-locked-file = ce fichier est protégé par un mot de passe. Enregistrez-le sans mot de passe, puis envoyez-le de nouveau
problem-wordless-file = ce fichier ne contient aucun mot
problem-unreadable-file = ce fichier est abîmé et ne peut pas être lu. Ouvrez-le dans votre traitement de texte, enregistrez-le de nouveau, puis renvoyez-le

intake-lost-images =
    { $count ->
        [one] Une image n’est pas reprise.
       *[other] { $count } images ne sont pas reprises.
    }
intake-lost-text-boxes =
    { $count ->
        [one] Une zone de texte, posée à côté du texte, n’est pas reprise.
       *[other] { $count } zones de texte, posées à côté du texte, ne sont pas reprises.
    }
intake-lost-objects =
    { $count ->
        [one] Un objet inséré (graphique, feuille de calcul, film…) n’est pas repris.
       *[other] { $count } objets insérés (graphiques, feuilles de calcul, films…) ne sont pas repris.
    }
intake-lost-equations =
    { $count ->
        [one] D’une formule, seuls les signes peuvent être repris, sans leur disposition.
       *[other] De { $count } formules, seuls les signes peuvent être repris, sans leur disposition.
    }
intake-lost-comments =
    { $count ->
        [one] Un commentaire dans la marge n’est pas repris.
       *[other] { $count } commentaires dans la marge ne sont pas repris.
    }
intake-lost-changes =
    { $count ->
        [one] Une modification suivie est reprise comme si elle était acceptée.
       *[other] { $count } modifications suivies sont reprises comme si elles étaient acceptées.
    }
intake-lost-nested-tables =
    { $count ->
        [one] Un tableau dans un tableau est devenu le texte de sa case.
       *[other] { $count } tableaux dans des tableaux sont devenus le texte de leur case.
    }
intake-lost-merged-cells =
    { $count ->
        [one] Une case fusionnée est suivie de cases vides.
       *[other] { $count } cases fusionnées sont suivies de cases vides.
    }
intake-lost-cell-lines =
    { $count ->
        [one] Une case de plusieurs lignes est sur une seule.
       *[other] { $count } cases de plusieurs lignes sont sur une seule.
    }
intake-lost-rows =
    { $count ->
        [one] Une case est de trop dans un très grand tableau, et n’est pas reprise.
       *[other] { $count } cases sont de trop dans de très grands tableaux, et ne sont pas reprises.
    }
intake-lost-links =
    { $count ->
        [one] Un lien ne mène nulle part d’ici : ses mots sont gardés.
       *[other] { $count } liens ne mènent nulle part d’ici : leurs mots sont gardés.
    }
intake-lost-headers-footers =
    { $count ->
        [one] Un en-tête ou un pied de page n’est pas repris.
       *[other] { $count } en-têtes ou pieds de page ne sont pas repris.
    }
intake-lost-contents =
    { $count ->
        [one] Un sommaire n’est pas repris : il se fait ici tout seul.
       *[other] { $count } sommaires ou index ne sont pas repris : le sommaire se fait ici tout seul.
    }
intake-lost-looks =
    { $count ->
        [one] Un passage souligné, surligné ou en couleur a perdu cet aspect.
       *[other] { $count } passages soulignés, surlignés ou en couleur ont perdu cet aspect.
    }
intake-lost-emphasis =
    { $count ->
        [one] Un passage a perdu son gras ou son italique.
       *[other] { $count } passages ont perdu leur gras ou leur italique.
    }
intake-lost-markup =
    { $count ->
        [one] Un passage écrit en HTML est montré tel quel.
       *[other] { $count } passages écrits en HTML sont montrés tels quels.
    }
intake-lost-depth =
    { $count ->
        [one] Une liste placée dans trop d’autres est remontée.
       *[other] { $count } listes placées dans trop d’autres sont remontées.
    }
intake-lost-fields =
    { $count ->
        [one] Un champ à remplir ou un bouton n’est pas repris.
       *[other] { $count } champs à remplir ou boutons ne sont pas repris.
    }
