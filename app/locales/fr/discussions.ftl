# Discussions of a group: their list, one of them, one message, what is hidden.

discussions-title = Discussions
discussions-lead = Pour se poser des questions, préparer une rencontre, réfléchir à voix haute avant d’écrire.
discussions-all = Voir toutes les discussions
discussions-begin = Commencer une discussion
discussions-filters = Filtres
discussions-filter-all = Toutes
discussions-filter-unanswered = Sans réponse
discussions-empty = Une question, une idée, un compte rendu à partager : commencez la première discussion du groupe.
discussions-empty-reader = Ce groupe n’a pas encore de discussion.
discussions-none-unanswered = Toutes les discussions ouvertes ont reçu une réponse.
discussions-messages =
    { $count ->
        [one] { $count } message
       *[other] { $count } messages
    }
discussions-unread =
    { $count ->
        [one] { $count } non lu
       *[other] { $count } non lus
    }
discussions-unanswered = Sans réponse
discussions-closed = Discussion close
discussions-last = dernier message : { $name }, le { $day }
discussions-subject-hidden = Sujet masqué

discussions-new-title = Commencer une discussion
discussions-subject = Sujet
discussions-subject-hint = Une phrase courte : on doit savoir de quoi il s’agit sans ouvrir la discussion.
discussions-first-message = Premier message
discussions-body-hint = Laissez une ligne vide entre deux paragraphes. Pour une liste, commencez chaque ligne par un tiret.
discussions-text = À propos d’un texte du groupe
discussions-text-hint = La discussion y renverra.
discussions-new-do = Ouvrir la discussion
discussions-back = Revenir aux discussions
discussions-preview = Aperçu
discussions-unsent = Voici ce que vous aviez écrit le { $moment }, sans l’envoyer.
discussions-discard = L’effacer

discussions-begun = Ouverte par { $name }, le { $day }
discussions-about = à propos de « { $title } »
discussions-about-none = Personne n’a encore ouvert de discussion à propos de ce texte.
discussions-closed-by = Cette discussion a été close par { $name }, le { $day }. On la lit, on n’y répond plus.
discussions-reopened = Cette discussion a été rouverte.
discussions-new = Nouveau
discussions-by-you = { $name } (vous)
discussions-link = Message { $number }, { $moment }
discussions-edited = modifié le { $moment }
discussions-withdrawn = Message retiré par la personne qui l’a écrit.
discussions-hidden = Ce message a été masqué par une personne qui veille sur les discussions.
discussions-hidden-own = Votre message est masqué : les autres ne le lisent pas
discussions-hidden-own-asked = Votre message est masqué : votre demande attend une réponse
discussions-hidden-moderator = Message masqué : seules la personne qui l’a écrit et celles qui veillent sur les discussions le lisent
discussions-hidden-asked = Message masqué : la personne qui l’a écrit demande qu’il soit montré de nouveau
discussions-hidden-by = Dernière décision
discussions-reason = Motif
discussions-plea-said = Ce que dit la personne qui l’a écrit
discussions-answer-said = Réponse
discussions-in-answer = En réponse à { $name }
discussions-excerpt = « { $text } »
discussions-answer = Répondre
discussions-answer-to = Répondre à { $name }
discussions-answer-nobody = Répondre plutôt à tout le monde
discussions-your-answer = Votre réponse
discussions-answer-do = Envoyer la réponse
discussions-do-ask = Corriger et demander
discussions-do-edit = Modifier
discussions-do-withdraw = Retirer
discussions-do-judge = Revoir la décision
discussions-do-hide = Masquer
discussions-do-label = { $act }, message { $number }
discussions-close = Clore la discussion
discussions-close-word = Mot de la fin
discussions-close-hint = Ce qui a été conclu, ou pourquoi la discussion s’arrête là. Tout le groupe le lit.
discussions-reopen = Rouvrir la discussion
discussions-reopen-word = Pourquoi la rouvrir
discussions-reopen-hint = En une phrase. Tout le groupe la lit.

discussions-message-own = Votre message
discussions-message-of = Message { DE($name) }
discussions-message-back = Revenir à la discussion
discussions-message = Message
discussions-edit-title = Modifier votre message
discussions-edit = Enregistrer
discussions-ask-title = Corriger et demander qu’il soit montré
discussions-ask = Demander qu’il soit montré
discussions-plea = Votre mot aux personnes qui veillent sur les discussions
discussions-plea-hint = Ce que vous avez changé, ou pourquoi le message peut rester.
discussions-hide-title = Masquer le message { DE($name) }
discussions-hide-text = Les autres ne le liront plus. La personne qui l’a écrit lira votre motif ; elle pourra corriger son message et demander qu’il soit montré de nouveau.
discussions-hide-reason = Motif
discussions-hide-hint = Ce qui ne convient pas, et ce qu’il faudrait changer. La personne qui l’a écrit et celles qui veillent sur les discussions le lisent.
discussions-hide = Masquer le message
discussions-show-title = Montrer de nouveau le message { DE($name) }
discussions-show-text = Tout le groupe le lira, tel qu’il est écrit maintenant.
discussions-show = Montrer le message
discussions-keep-title = Le laisser masqué
discussions-keep-answer = Réponse à la personne qui l’a écrit
discussions-keep-hint = Pourquoi le message ne peut pas être montré ainsi. Cette personne pourra le corriger et demander encore.
discussions-keep = Laisser le message masqué
discussions-withdraw-title = Retirer votre message
discussions-withdraw-text = Sa place restera, avec la mention « Message retiré par la personne qui l’a écrit ». Personne ne lira plus ce qu’il disait. On ne peut pas revenir en arrière.
discussions-withdraw = Retirer mon message
discussions-former = Ce qu’il disait avant
discussions-former-text = Seules la personne qui l’a écrit et celles qui veillent sur les discussions le lisent.
discussions-former-at = Version du { $moment }

discussions-moderation = Messages masqués
discussions-moderation-waiting =
    { $count ->
        [one] Messages masqués, { $count } demande en attente
       *[other] Messages masqués, { $count } demandes en attente
    }
discussions-waiting =
    { $count ->
        [one] Une personne attend votre réponse.
       *[other] { $count } personnes attendent votre réponse.
    }
discussions-waiting-none = Aucune demande n’attend de réponse.
discussions-hidden-title = Masqués en ce moment
discussions-hidden-none = Aucun message n’est masqué dans ce groupe.
discussions-asked = Demande en attente
discussions-hidden-of = message { DE($name) }
discussions-since = depuis le { $day }
discussions-not-yours = la décision revient à une autre personne
discussions-hidden-reason = Motif : { $reason }
discussions-acts = Ce qui a été décidé
discussions-act-hidden = { $by } a masqué un message { DE($whose) }.
discussions-act-asked = { $by } a demandé que son message soit montré de nouveau.
discussions-act-shown = { $by } a montré de nouveau un message { DE($whose) }.
discussions-act-kept = { $by } a laissé masqué un message { DE($whose) }.
discussions-act-closed = { $by } a clos une discussion.
discussions-act-reopened = { $by } a rouvert une discussion.

discussions-done-ouverte = La discussion est ouverte.
discussions-done-repondu = Votre réponse est envoyée.
discussions-done-modifie = Votre message est modifié.
discussions-done-demande = Votre demande est envoyée aux personnes qui veillent sur les discussions.
discussions-done-retire = Votre message est retiré.
discussions-done-masque = Le message est masqué. La personne qui l’a écrit lira votre motif.
discussions-done-montre = Le message est de nouveau montré.
discussions-done-garde = Le message reste masqué. La personne qui l’a écrit lira votre réponse.
discussions-done-close = La discussion est close.
discussions-done-rouverte = La discussion est rouverte.

forbidden-others-message = Seule la personne qui a écrit ce message peut faire cela.
forbidden-own-message = On ne décide pas de son propre message : laissez ce soin à une autre personne.
transition-message-state = Ce message a changé entre-temps : relisez la discussion.
transition-thread-closed = Cette discussion est close : on n’y écrit plus.
transition-thread-open = Cette discussion n’est pas close.

journal-discussion-opened = { $actor } a ouvert une discussion.
journal-discussion-answered = { $actor } a répondu dans une discussion.
journal-discussion-closed = { $actor } a clos une discussion.
journal-discussion-reopened = { $actor } a rouvert une discussion.
journal-discussion-message-edited = { $actor } a modifié un de ses messages.
journal-discussion-message-withdrawn = { $actor } a retiré un de ses messages.
journal-discussion-message-hidden = { $actor } a masqué un message { DE($user) }.
journal-discussion-message-asked-again = { $actor } a demandé que son message soit montré de nouveau.
journal-discussion-message-shown-again = { $actor } a montré de nouveau un message { DE($user) }.
journal-discussion-message-kept-hidden = { $actor } a laissé masqué un message { DE($user) }.
discussions-kept = Gardé à { $time }. Vous le retrouverez ici tant que ce n’est pas envoyé.
discussions-not-kept = Ce que vous écrivez n’a pas pu être gardé : copiez-le avant de quitter la page.
