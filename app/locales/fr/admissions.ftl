# Coming into a group that one does not join by oneself: requests and invitations.

admissions-said = « { $text } »
admissions-ask = Demander à rejoindre le groupe
admissions-ask-again = Demander à nouveau
admissions-ask-title = Demander à rejoindre le groupe
admissions-ask-lead = « { $group } » est un groupe fermé : ses référentes et référents répondront à votre demande.
admissions-message = Votre message
admissions-message-hint = Pourquoi ce groupe vous intéresse, ce que vous pouvez lui apporter. Les personnes qui l’animent le liront.
admissions-send = Envoyer la demande
admissions-mine = Mes demandes et invitations
admissions-mine-none = Aucune invitation ne vous attend, et vous n’avez pas de demande en cours.
admissions-received = Invitations reçues
admissions-asked = Demandes envoyées
admissions-invited-by = invitation { DE($person) }, rôle proposé : { $role }
admissions-waiting = En attente d’une réponse
admissions-refused = Demande refusée
admissions-join = Rejoindre le groupe
admissions-decline = Décliner
admissions-withdraw = Retirer la demande
admissions-door-invited = On vous invite à rejoindre ce groupe
admissions-door-invited-text = Invitation { DE($person) }.
admissions-door-waiting = Votre demande attend une réponse
admissions-door-waiting-text = Envoyée le { $day }. Les personnes qui animent le groupe peuvent l’accepter ou la refuser.
admissions-door-refused = Votre demande n’a pas été acceptée
admissions-door-refused-text = Le groupe vous a répondu.
admissions-requests = Demandes à examiner
admissions-requests-wait =
    { $count ->
        [one] Une demande pour rejoindre le groupe attend votre réponse
       *[other] { $count } demandes pour rejoindre le groupe attendent votre réponse
    }
admissions-invitations = Invitations envoyées
admissions-invitations-wait =
    { $count ->
        [one] Une invitation à rejoindre un groupe vous attend
       *[other] { $count } invitations à rejoindre un groupe vous attendent
    }
admissions-see-mine = Voir mes demandes
admissions-answer = Répondre
admissions-answer-who = à { $person }
admissions-answer-title = Répondre à { $person }
admissions-no-message = Cette personne n’a pas laissé de message.
admissions-sentence = Votre réponse
admissions-sentence-hint = Une phrase que la personne lira, surtout si vous refusez.
admissions-accept = Accepter
admissions-refuse = Refuser
admissions-later = Répondre plus tard
admissions-uninvite = Retirer l’invitation
admissions-uninvite-who = { DE($person) }
admissions-done-asked = Votre demande est envoyée aux personnes qui animent le groupe.
admissions-done-withdrawn = Votre demande est retirée.
admissions-done-declined = Vous avez décliné l’invitation.
admissions-done-refused = La demande est refusée. La personne lira votre réponse.
admissions-done-invited = L’invitation est envoyée : la personne peut l’accepter ou la décliner.
admissions-done-uninvited = L’invitation est retirée.
