# The news feed, of one group and of all those one reads.

feed-title = Actualités des groupes
feed-lead = Ce qui s’est passé dans les groupes que vous lisez, le plus récent d’abord.
feed-group = Actualités du groupe
feed-now = Ce qui se passe
feed-all = Toutes les actualités du groupe
feed-older = Voir plus ancien
feed-none = Il ne s’est encore rien passé dans ce que vous lisez.
feed-none-action = Voir les groupes
feed-council = Voir les membres.
feed-hidden-subject = une discussion
feed-others = { $count } autres personnes
feed-line-group-created =
    { $count ->
        [one] { $who } a ouvert le groupe { $link }.
       *[other] { $who } ont ouvert le groupe { $link }.
    }
feed-line-group-changed =
    { $count ->
        [one] { $who } a modifié les réglages du groupe { $link }.
       *[other] { $who } ont modifié les réglages du groupe { $link }.
    }
feed-line-group-mandate-changed =
    { $count ->
        [one] { $who } a modifié la lettre de mission du groupe { $link }.
       *[other] { $who } ont modifié la lettre de mission du groupe { $link }.
    }
feed-line-group-begun =
    { $count ->
        [one] { $who } a lancé le travail du groupe { $link }.
       *[other] { $who } ont lancé le travail du groupe { $link }.
    }
feed-line-group-closed =
    { $count ->
        [one] { $who } a clos le groupe { $link }.
       *[other] { $who } ont clos le groupe { $link }.
    }
feed-line-group-reopened =
    { $count ->
        [one] { $who } a rouvert le groupe { $link }.
       *[other] { $who } ont rouvert le groupe { $link }.
    }
feed-line-group-member-joined =
    { $count ->
        [one] { $who } a rejoint le groupe { $link }.
       *[other] { $who } ont rejoint le groupe { $link }.
    }
feed-line-group-member-added =
    { $count ->
        [one] { $who } a fait entrer { $whom } dans le groupe { $link }.
       *[other] { $who } ont fait entrer { $whom } dans le groupe { $link }.
    }
feed-line-group-member-added-me =
    { $count ->
        [one] { $who } vous a fait entrer dans le groupe { $link }.
       *[other] { $who } vous ont fait entrer dans le groupe { $link }.
    }
feed-line-group-member-left =
    { $count ->
        [one] { $who } a quitté le groupe { $link }.
       *[other] { $who } ont quitté le groupe { $link }.
    }
feed-line-group-member-role-changed =
    { $count ->
        [one] { $who } a changé le rôle { DE($whom) } dans le groupe { $link }.
       *[other] { $who } ont changé le rôle { DE($whom) } dans le groupe { $link }.
    }
feed-line-group-member-role-changed-me =
    { $count ->
        [one] { $who } a changé votre rôle dans le groupe { $link }.
       *[other] { $who } ont changé votre rôle dans le groupe { $link }.
    }
feed-line-handover-accepted =
    { $count ->
        [one] { $who } a pris la suite { DE($whom) } dans le groupe { $link }.
       *[other] { $who } ont pris la suite { DE($whom) } dans le groupe { $link }.
    }
feed-line-handover-accepted-me =
    { $count ->
        [one] { $who } a pris votre suite dans le groupe { $link }.
       *[other] { $who } ont pris votre suite dans le groupe { $link }.
    }
feed-line-discussion-opened =
    { $count ->
        [one] { $who } a ouvert la discussion { $link }.
       *[other] { $who } ont ouvert la discussion { $link }.
    }
feed-line-discussion-closed =
    { $count ->
        [one] { $who } a clos la discussion { $link }.
       *[other] { $who } ont clos la discussion { $link }.
    }
feed-line-discussion-reopened =
    { $count ->
        [one] { $who } a rouvert la discussion { $link }.
       *[other] { $who } ont rouvert la discussion { $link }.
    }
feed-line-contribution-created =
    { $count ->
        [one] { $who } a commencé un texte : { $link }.
       *[other] { $who } ont commencé un texte : { $link }.
    }
feed-line-contribution-revised =
    { $count ->
        [one] { $who } a travaillé sur { $link }.
       *[other] { $who } ont travaillé sur { $link }.
    }
feed-line-contribution-submitted =
    { $count ->
        [one] { $who } a envoyé en relecture { $link }.
       *[other] { $who } ont envoyé en relecture { $link }.
    }
feed-line-contribution-reviewer-named =
    { $count ->
        [one] { $who } a demandé à { $whom } de relire { $link }.
       *[other] { $who } ont demandé à { $whom } de relire { $link }.
    }
feed-line-contribution-reviewer-named-me =
    { $count ->
        [one] { $who } vous a demandé de relire { $link }.
       *[other] { $who } vous ont demandé de relire { $link }.
    }
feed-line-contribution-reviewer-named-self =
    { $count ->
        [one] { $who } relira { $link }.
       *[other] { $who } reliront { $link }.
    }
feed-line-contribution-reviewed =
    { $count ->
        [one] { $who } a relu { $link }.
       *[other] { $who } ont relu { $link }.
    }
feed-line-contribution-deadline-set =
    { $count ->
        [one] { $who } a fixé au { $day } l’échéance de { $link }.
       *[other] { $who } ont fixé au { $day } l’échéance de { $link }.
    }
feed-line-contribution-deadline-set-none =
    { $count ->
        [one] { $who } a retiré l’échéance de { $link }.
       *[other] { $who } ont retiré l’échéance de { $link }.
    }
feed-line-contribution-consultation-opened =
    { $count ->
        [one] { $who } demande l’avis de tout le conseil, jusqu’au { $day }, sur { $link }.
       *[other] { $who } demandent l’avis de tout le conseil, jusqu’au { $day }, sur { $link }.
    }
feed-line-contribution-consultation-ended =
    { $count ->
        [one] { $who } a terminé la consultation du conseil sur { $link }.
       *[other] { $who } ont terminé la consultation du conseil sur { $link }.
    }
feed-line-contribution-proposed =
    { $count ->
        [one] { $who } a proposé à l’adoption { $link }.
       *[other] { $who } ont proposé à l’adoption { $link }.
    }
feed-line-contribution-sent-back =
    { $count ->
        [one] { $who } a renvoyé au groupe { $link }.
       *[other] { $who } ont renvoyé au groupe { $link }.
    }
feed-line-discussion-answered =
    { $times ->
        [one] { $who } a répondu dans { $link }.
       *[other] { $times } réponses dans { $link } : { $who }.
    }
feed-line-handover-accepted-chair = { $who } préside désormais le conseil, à la suite { DE($whom) }. { $link }
feed-line-contribution-adopted = Le conseil a adopté { $link }.
feed-line-contribution-published = Le conseil a publié { $link }.
feed-line-contribution-record-mended = Le procès-verbal d’adoption de { $link } a été rectifié.
feed-line-contribution-corrected = Le conseil a publié une version corrigée de { $link }.
feed-line-contribution-superseded = Le conseil a remplacé { $link } par un autre texte.
feed-line-contribution-withdrawn = Le conseil a retiré { $link }.
feed-line-contribution-reinstated = Le conseil a remis en vigueur { $link }.
feed-line-handover-accepted-chair-me = { $who } préside désormais le conseil, à votre suite. { $link }
feed-line-dossier-created =
    { $count ->
        [one] { $who } a créé le dossier de ressources { $link }.
       *[other] { $who } ont créé le dossier de ressources { $link }.
    }
feed-line-dossier-element-added =
    { $times ->
        [one] { $who } a complété le dossier de ressources { $link }.
       *[other] { $times } ajouts au dossier de ressources { $link } : { $who }.
    }

feed-line-group-member-role-changed-self =
    { $count ->
        [one] { $who } a changé de rôle dans le groupe { $link }.
       *[other] { $who } ont changé de rôle dans le groupe { $link }.
    }
feed-line-discussion-opened-hidden =
    { $count ->
        [one] { $who } a ouvert { $link }.
       *[other] { $who } ont ouvert { $link }.
    }
feed-line-discussion-closed-hidden =
    { $count ->
        [one] { $who } a clos { $link }.
       *[other] { $who } ont clos { $link }.
    }
feed-line-discussion-reopened-hidden =
    { $count ->
        [one] { $who } a rouvert { $link }.
       *[other] { $who } ont rouvert { $link }.
    }

feed-line-suggestion-made =
    { $count ->
        [one] { $who } a suggéré des modifications à { $link }.
       *[other] { $who } ont suggéré des modifications à { $link }.
    }
feed-line-suggestion-accepted =
    { $count ->
        [one] { $who } a accepté une suggestion { DE($whom) } pour { $link }.
       *[other] { $who } ont accepté une suggestion { DE($whom) } pour { $link }.
    }
feed-line-suggestion-accepted-me =
    { $count ->
        [one] { $who } a accepté ce que vous suggériez pour { $link }.
       *[other] { $who } ont accepté ce que vous suggériez pour { $link }.
    }
feed-line-suggestion-accepted-self =
    { $count ->
        [one] { $who } a repris une suggestion dans { $link }.
       *[other] { $who } ont repris une suggestion dans { $link }.
    }
feed-line-suggestion-refused =
    { $count ->
        [one] { $who } a répondu à une suggestion { DE($whom) } pour { $link }.
       *[other] { $who } ont répondu à une suggestion { DE($whom) } pour { $link }.
    }
feed-line-suggestion-refused-me =
    { $count ->
        [one] { $who } a répondu à ce que vous suggériez pour { $link }.
       *[other] { $who } ont répondu à ce que vous suggériez pour { $link }.
    }
feed-line-suggestion-refused-self =
    { $count ->
        [one] { $who } a écarté une suggestion pour { $link }.
       *[other] { $who } ont écarté une suggestion pour { $link }.
    }

feed-line-comment-made =
    { $count ->
        [one] { $who } a commenté un passage de { $link }.
       *[other] { $who } ont commenté des passages de { $link }.
    }
feed-line-comment-answered =
    { $count ->
        [one] { $who } a répondu à un commentaire sur { $link }.
       *[other] { $who } ont répondu à des commentaires sur { $link }.
    }
feed-line-comment-resolved =
    { $count ->
        [one] { $who } a résolu un commentaire sur { $link }.
       *[other] { $who } ont résolu des commentaires sur { $link }.
    }

feed-line-poll-opened = Un vote est ouvert : « { $link } ».
feed-line-poll-cancelled = Un vote est annulé : « { $link } ».
feed-line-poll-proclaimed = Le résultat d’un vote est connu : « { $link } ».
feed-line-tutorials-added =
    { $count ->
        [one] { $who } a publié un tutoriel : { $link }.
       *[other] { $who } ont publié un tutoriel : { $link }.
    }
