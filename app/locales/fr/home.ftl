# Home, once signed in: what is asked, my groups, what happened.

home-title = Accueil
home-hello = { $day }. Bonjour { $name }.
home-asked-none = Rien ne vous attend
home-asked =
    { $count ->
        [one] Une chose vous attend
       *[other] { $number } choses vous attendent
    }
home-asked-none-text = Vous êtes à jour. Ce que vos groupes attendent de vous s’affichera ici.
home-ask-since = depuis { $day }
home-ask-today = depuis aujourd’hui
home-ask-late = en retard : c’était pour { $day }
home-ask-due = pour { $day }
home-ask-due-today = pour aujourd’hui
home-ask-due-tomorrow = pour demain
home-ask-mandates =
    { $count ->
        [one] Une personne quitte bientôt le conseil.
       *[other] { $count } personnes quittent bientôt le conseil.
    }
home-ask-backups = La dernière a échoué, ou date de trop longtemps.
home-ask-place =
    { $here ->
        [yes] .
       *[no] , groupe { $group }.
    }
home-ask-there =
    { $here ->
        [yes] ce groupe
       *[no] le groupe { $group }
    }
home-ask-messages =
    { $count ->
        [one] Un message masqué{ home-ask-place }
       *[other] { $count } messages masqués{ home-ask-place }
    }
home-ask-invited = { $who } vous invite dans { home-ask-there }.
home-ask-requested = { $who } demande à rejoindre { home-ask-there }.
home-ask-succession = { $who } vous propose d’animer { home-ask-there }.
home-ask-chair = { $who } vous propose de présider le conseil.
home-ask-group = Groupe { $group }.
home-ask-message = Dans la discussion « { $title } »{ home-ask-place }
home-ask-reword-title = Reprendre un de vos messages
home-ask-reword-text = Il a été masqué : lisez pourquoi, corrigez-le et demandez qu’il soit de nouveau lisible.
home-ask-reword-action = Voir le message
home-ask-invitation-title = Répondre à une invitation
home-ask-invitation-text = Acceptez-la, ou déclinez-la.
home-ask-invitation-action = Voir le groupe
home-ask-stand-in-title = Remplacer quelqu’un pour un temps
home-ask-stand-in-text = Lisez ce qui vous serait confié et pour quels jours, puis acceptez ou déclinez.
home-ask-stand-in-action = Voir la demande
home-ask-take-over-title = Prendre la suite de quelqu’un
home-ask-take-over-text = Lisez ce qui vous serait confié, puis acceptez ou déclinez.
home-ask-take-over-action = Voir la passation
home-ask-lead-title = Trouver qui anime un groupe
home-ask-lead-text = Plus personne ne l’anime : il est sans référent.
home-ask-lead-action = Voir les personnes
home-ask-request-title = Répondre à une demande
home-ask-request-text = Acceptez-la, ou refusez-la d’une phrase.
home-ask-request-action = Voir la demande
home-ask-moderate-title = Revoir un message masqué
home-ask-moderate-text = La personne qui l’a écrit l’a corrigé et demande qu’il soit de nouveau lisible.
home-ask-moderate-action = Voir les messages
home-ask-consult-title = Donner votre avis au conseil
home-ask-consult-text = Le texte est soumis à tous les membres.
home-ask-consult-action = Lire le texte
home-ask-reread-title = Lire ce qui a changé
home-ask-reread-text = Le texte a une nouvelle version depuis votre lecture.
home-ask-reread-action = Ouvrir le texte
home-ask-mend-title = Remettre en ordre les sauvegardes
home-ask-mend-text = Sans elles, une panne ferait tout perdre.
home-ask-mend-action = Voir les sauvegardes
home-ask-erase-title = Répondre à une demande d’effacement
home-ask-erase-text = Cette personne demande que le site oublie qui elle est.
home-ask-erase-action = Voir la demande
home-ask-renew-title = Renouveler les mandats qui finissent
home-ask-renew-text = Prolongez-les, ou trouvez qui prend la suite.
home-ask-renew-action = Voir les personnes
home-put-off = Plus tard
home-put-off-until = Me le rappeler le
home-put-off-hint = Un jour d’ici trois mois, par exemple 30/04/2026.
home-put-off-button = Remettre à plus tard
home-put-off-cancel = Le garder ici
home-put-off-done = C’est remis à plus tard. Vous le retrouverez sous la liste, et ici le jour venu.
home-later =
    { $count ->
        [one] Une chose remise à plus tard
       *[other] { $count } choses remises à plus tard
    }
home-later-until = Revient { $day }.
home-later-back = Tout remettre dans la liste
home-ask-about = « { $title } »{ home-ask-place }
home-ask-untitled = Un texte encore sans titre{ home-ask-place }
home-ask-resume-title = Reprendre un texte non enregistré
home-ask-resume-text = Ce que vous aviez tapé est gardé.
home-ask-resume-action = Reprendre
home-ask-revise-title = Modifier votre texte
home-ask-revise-text = Des modifications sont demandées.
home-ask-revise-action = Ouvrir le texte
home-ask-finish-title = Finir votre brouillon
home-ask-finish-text = Complétez-le, puis envoyez-le en relecture.
home-ask-finish-action = Ouvrir le texte
home-ask-examine-title = Examiner ce qu’on suggère pour votre texte
home-ask-examine-text = Acceptez ou refusez chaque suggestion.
home-ask-examine-action = Voir les suggestions
home-ask-examine =
    { $count ->
        [one] Une suggestion à examiner sur « { $title } »{ home-ask-place }
       *[other] { $count } suggestions à examiner sur « { $title } »{ home-ask-place }
    }
home-ask-mentioned-title = Lire le commentaire où l’on vous nomme
home-ask-mentioned-text = Une personne vous y demande quelque chose, ou tient à ce que vous le lisiez.
home-ask-mentioned-action = Lire le commentaire
home-ask-comments-title = Répondre aux commentaires sur votre texte
home-ask-comments-text = Répondez, ou dites que c’est résolu.
home-ask-comments-action = Voir les commentaires
home-ask-comments =
    { $count ->
        [one] Un commentaire attend une réponse sur « { $title } »{ home-ask-place }
       *[other] { $count } commentaires attendent une réponse sur « { $title } »{ home-ask-place }
    }
home-ask-outcome-title = Lire la réponse à ce que vous avez suggéré
home-ask-outcome-text = Les auteurs du texte vous ont répondu.
home-ask-outcome-action = Voir la réponse
home-ask-adopt-title = Faire adopter un texte
home-ask-adopt-text = Il est prêt : enregistrez le vote, ou renvoyez-le à ses auteurs.
home-ask-adopt-action = Ouvrir le texte
home-ask-publish-title = Publier un texte adopté
home-ask-publish-text = Il a son numéro, mais le public ne le lit pas encore.
home-ask-publish-action = Ouvrir le texte
home-ask-propose-title = Proposer un texte à l’adoption
home-ask-propose-text = Une personne du groupe l’a approuvé.
home-ask-propose-action = Ouvrir le texte
home-ask-review-title = Relire un texte de votre groupe
home-ask-review-text = Approuvez-le, ou dites ce qui doit changer.
home-ask-review-action = Relire le texte

home-groups = Mes groupes
home-groups-none = C’est dans les groupes que les textes s’écrivent. Vous n’êtes encore dans aucun.
home-groups-none-action = Voir les groupes

home-news = Depuis votre dernière visite
home-news-first = Ces trente derniers jours
home-news-visit = Vous étiez là { $day }.
home-news-none = Rien de nouveau dans ce que vous lisez.
