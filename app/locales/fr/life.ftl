# The life of a group: its work begins, closes with its deliverable, goes on again.

life-begin = Commencer le travail
life-begin-title = Ce groupe est en préparation
life-begin-text = Quand les personnes sont réunies et la mission écrite, son travail peut commencer.
life-close = Clore le groupe
life-close-title = Clore le groupe « { $group } »
life-close-lead = Dites ce que le groupe remet. Ensuite, on n’y écrit plus ; tout ce qu’il a écrit reste à lire.
life-keep-open = Laisser le groupe ouvert
life-handed-in-legend = Ce que le groupe remet : choisissez un texte ou écrivez une phrase
life-text = Texte remis
life-text-hint = L’un des textes publiés du groupe.
life-sentence = Ou ce que le groupe remet, en une phrase
life-sentence-only = Ce que le groupe remet, en une phrase
life-sentence-hint = Par exemple : un guide, une exposition, un rapport remis en main propre.
life-note = Mot de la fin
life-note-hint = Ce qu’il faut retenir de son travail.
life-unfinished =
    { $count ->
        [one] Un texte n’est pas terminé
       *[other] { $count } textes ne sont pas terminés
    }
life-unfinished-hidden =
    { $count ->
        [one] Un texte du groupe que vous ne lisez pas n’est pas terminé.
       *[other] { $count } textes du groupe que vous ne lisez pas ne sont pas terminés.
    }
life-confirm =
    { $count ->
        [one] Ce texte reste en l’état : il ne sera plus modifié.
       *[other] Ces { $count } textes restent en l’état : ils ne seront plus modifiés.
    }
life-reopen = Rouvrir le groupe
life-reopen-title = Rouvrir le groupe « { $group } »
life-reopen-lead = Le groupe pourra de nouveau écrire et relire. La raison se lira sur sa page.
life-reason = Raison
life-reason-hint = En une phrase.
life-reopened-because = Groupe rouvert : { $reason }
life-handed-in = Ce que le groupe a remis
life-done-begun = Le travail du groupe commence.
life-done-closed = Le groupe est clos. Ses textes restent à lire.
life-done-reopened = Le groupe est rouvert : son travail peut reprendre.
