# Commentaires : choisir un passage, en dire quelque chose, répondre, résoudre.

comments-title = Commentaires
comments-go = Commenter un passage
comments-do = Commenter
comments-all = Lire tous les commentaires
comments-none = Aucun commentaire n’attend de réponse.
comments-open-count =
    { $count ->
        [one] Un commentaire attend une réponse, ou d’être résolu.
       *[other] { $count } commentaires attendent une réponse, ou d’être résolus.
    }
comments-count =
    { $count ->
        [one] Un commentaire à lire
       *[other] { $count } commentaires à lire
    }
comments-here =
    { $count ->
        [one] Un commentaire ici
       *[other] { $count } commentaires ici
    }
comments-call = Commentaire
comments-frozen = Ce texte est adopté : ses commentaires se lisent, on n’en ajoute plus.
comments-chosen = Sur les mots choisis

comments-choose-title = Que voulez-vous commenter ?
comments-choose-lead = Choisissez le passage dont vous voulez dire quelque chose. Vous pourrez ensuite préciser les mots.
comments-choose-empty = Rien n’est encore écrit : il n’y a pas de passage à commenter.
comments-choose-again = Choisir de nouveau le passage
comments-choose-another = Choisir un autre passage
comments-changed = Ce passage a été retiré pendant que vous écriviez. Rien n’est enregistré : gardez ce que vous avez écrit et choisissez un autre passage.
comments-new-title = Commenter un passage
comments-passage = Le passage
comments-words = Les mots dont il s’agit
comments-words-hint = Recopiez quelques mots du passage pour ne parler que d’eux. Laissez vide pour parler de tout le passage.
comments-body = Votre commentaire
comments-body-hint = Pour vous adresser à quelqu’un, écrivez @ suivi de son prénom et de son nom. Cette personne le verra sur sa page d’accueil.
comments-names-list = Personnes qui lisent ce texte
comments-names-one = Une personne proposée : flèche vers le bas pour la choisir.
comments-names-many = #count personnes proposées : flèche vers le bas pour choisir.
comments-names-put = Vous nommez #name.

comments-numbered = Commentaire { $number }, { DE($name) }
comments-by = Commentaire { DE($name) }
comments-about = « { $words } »
comments-was-about = Il s’agissait de :
comments-words-changed = Ces mots ont changé dans le texte depuis le commentaire.
comments-words-gone = Ces mots ne sont plus dans le texte.
comments-lost = Sur des mots qui ne sont plus là
comments-lost-lead = Le texte a changé depuis. Ce qui a été dit reste lisible.
comments-resolved = Résolu
comments-resolved-by = par { $name }, le { $moment }
comments-resolved-count =
    { $count ->
        [one] Un commentaire résolu
       *[other] { $count } commentaires résolus
    }
comments-answers =
    { $count ->
        [0] sans réponse
        [one] une réponse
       *[other] { $count } réponses
    }
comments-open = Lire le commentaire
comments-answer-go = Lire et répondre
comments-to-passage = Revenir au passage
comments-named = S’adresse à { $names }

comments-answer-title = Répondre
comments-answer-label = Votre réponse
comments-answer-do = Répondre
comments-resolve = Marquer comme résolu
comments-resolve-text = Quand ce qui était demandé est fait, ou dit. Le commentaire reste lisible, replié.
comments-reopen = Rouvrir
comments-reopen-text = Pour reprendre l’échange.
comments-of-message = , message { $number }
comments-edit = Modifier
comments-edit-save = Enregistrer
comments-withdraw = Retirer
comments-withdraw-text = Personne n’y a répondu : il n’en restera rien.
comments-withdraw-all = Personne n’y a répondu : le commentaire entier sera retiré, il n’en restera rien.
comments-hide = Masquer
comments-hide-text = Les autres ne le liront plus. La personne qui l’a écrit lira votre motif.
comments-hide-hint = Ce qui ne convient pas. La personne qui l’a écrit et celles qui veillent sur les discussions le lisent.
comments-hide-cancel = Ne pas le masquer

comments-done-commente = Votre commentaire est enregistré.
comments-done-repondu = Votre réponse est enregistrée.
comments-done-resolu = Le commentaire est résolu.
comments-done-rouvert = Le commentaire est rouvert.
comments-done-modifie = Votre message est modifié.
comments-done-retire = Votre message est retiré.
comments-done-masque = Le message est masqué. La personne qui l’a écrit lira votre motif.
comments-done-montre = Le message est de nouveau montré.

forbidden-comment-settlers-only = Seules la personne qui a commencé ce commentaire, celles qui signent le texte et celles qui animent le groupe peuvent le résoudre ou le rouvrir.
transition-comment-resolved = Ce commentaire est résolu : rouvrez-le pour y ajouter quelque chose.
transition-comment-answered = Quelqu’un a répondu entre-temps : ce message reste comme il est.

journal-comment-made = { $actor } a commenté un passage d’un texte.
journal-comment-answered = { $actor } a répondu à un commentaire.
journal-comment-edited = { $actor } a modifié un message d’un commentaire.
journal-comment-withdrawn = { $actor } a retiré un message d’un commentaire.
journal-comment-resolved = { $actor } a résolu un commentaire.
journal-comment-reopened = { $actor } a rouvert un commentaire.
journal-comment-hidden = { $actor } a masqué, dans un commentaire, un message { DE($user) }.
journal-comment-shown-again = { $actor } a montré de nouveau, dans un commentaire, un message { DE($user) }.
