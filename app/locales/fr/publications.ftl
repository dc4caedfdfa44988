# The publications: the list, the booklet, the feed.

publications-title = Publications
publications-lead = Les textes adoptés par le conseil : numérotés, datés, et tels qu’ils ont été votés.
publications-none = Les textes adoptés par le conseil se liront ici. Aucun n’est encore publié.
publications-follow = Suivre les publications (flux)
publications-numbered = { $kind } n° { $number }
publications-adopted-by = { $body }, { $day }
publications-not-yet = Ce texte est adopté, mais il n’est pas encore public : seuls les membres du conseil qui y ont accès le lisent.
publications-follow-work = Voir le travail du groupe
publications-how-adopted = Comment ce texte a été adopté
publications-adoption = Adoption
publications-vote = Vote
publications-votes =
    { $for } pour, { $against } contre, { $abstaining ->
        [0] aucune abstention
        [one] une abstention
       *[other] { $abstaining } abstentions
    }
publications-written-by = Écrit par
publications-by-group = le groupe « { $group } »
publications-by-people-of = { $people }, pour le groupe « { $group } »
publications-published = Publié le
publications-cite = Pour citer ce texte
publications-citation = { $council }, { $text }, « { $title } », { $day }.
publications-fingerprint = Empreinte du texte (SHA-256)
publications-fingerprint-why = Cette suite de signes se calcule à partir du texte : elle permet de vérifier qu’il n’a pas changé depuis sa publication.
publications-check-how = Comment le vérifier, pour qui sait se servir d’un terminal
publications-check = Téléchargez le texte, puis comparez cette empreinte à celle que donne :
publications-feed-title = { $council } : publications
publications-entry = { $name } : { $title }

publications-mended = Procès-verbal rectifié le { $day } : { $reason }
publications-done-mended = Le procès-verbal est rectifié. Le texte, son numéro et son empreinte n’ont pas changé.
publications-done-corrected = La version corrigée est publiée.
publications-done-standing = Ce que devient le texte est enregistré.
publications-corrected-on = corrigé le { $day }
publications-corrected = Version corrigée le { $day } : { $reason }
publications-read-former = Lire la version précédente
publications-former = Vous lisez la version { $edition } de ce texte. Elle a été corrigée depuis.
publications-former-current = Lire la version en vigueur
publications-superseded = Ce texte est remplacé depuis le { $day }.
publications-withdrawn = Le conseil a retiré ce texte le { $day }.
publications-read-other = Lire le texte n° { $number }, qui le remplace
publications-editions = Versions publiées
publications-edition = Version { $edition }, { $day }
publications-edition-reason = {" "}: { $reason }
