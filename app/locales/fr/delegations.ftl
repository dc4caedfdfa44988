# Delegations: one's role given to somebody of the council for a time.

delegations-title = Délégations
delegations-lead = Vous vous absentez ? Confiez votre rôle à un membre du conseil, pour quelques jours ou quelques semaines. Il vous revient de lui-même.
delegations-account = Confier votre rôle à quelqu’un pendant une absence.
delegations-account-some =
    { $count ->
        [one] Vous remplacez quelqu’un en ce moment.
       *[other] Vous remplacez plusieurs personnes en ce moment.
    }
delegations-go = Voir mes délégations
delegations-mine = Ce que vous pouvez confier
delegations-give = Confier pour un temps
delegations-all = Ce que vous avez confié ou reçu
delegations-none = Aucune délégation : ni donnée, ni reçue.
delegations-nobody = Personne ne peut tenir ce rôle pour l’instant : il faut un membre du conseil, et du groupe s’il s’agit d’un groupe.
delegations-office-group = animation du groupe { $group }
delegations-office-a-group = animation du groupe
delegations-from-to = du { $from } au { $to }
delegations-day = le { $day }
delegations-standing = { $who }, { $office } par délégation { DE($for) }, du { $from } au { $to }.
delegations-asked = { $name } vous demande de tenir son rôle
delegations-effect = Vous en aurez les droits ces jours-là seulement. Ce que vous ferez ainsi sera noté comme fait par délégation, et vous pourrez y mettre fin.
delegations-accept = Accepter
delegations-decline = Décliner
delegations-waiting = En attente de réponse
delegations-coming = À venir
delegations-running = En cours
delegations-over = Terminée
delegations-never = Sans suite
delegations-to = confié à { $name }
delegations-by = confié par { $name }
delegations-take-back = Retirer la demande
delegations-end = Y mettre fin
delegations-new = Confier un rôle : { $office }
delegations-new-lead = La personne que vous nommez doit accepter. Vous gardez vos droits pendant ce temps, et vous pouvez y mettre fin à tout moment.
delegations-field-delegate = À qui
delegations-field-delegate-hint = Un membre du conseil, qui ne pourra pas confier ce rôle à son tour.
delegations-field-from = Du
delegations-field-from-hint = Par exemple 22/11/2026, ce jour compris.
delegations-field-to = Au
delegations-field-to-hint = Ce jour compris, { $days } jours en tout au plus.
delegations-field-reason = Pour quelle raison
delegations-field-reason-hint = Quelques mots, que cette personne lira. Par exemple : en voyage.
delegations-offer = Proposer cette délégation
delegations-done-offered = La demande est envoyée. Rien ne change avant la réponse.
delegations-done-accepted = Vous avez accepté. Vos droits commencent et finissent aux jours dits.
delegations-done-declined = Vous avez décliné.
delegations-done-ended = C’est terminé : cette délégation ne donne plus aucun droit.
forbidden-others-office = Ce rôle n’est pas le vôtre, ou vous le tenez déjà par délégation : vous ne pouvez pas le confier.
transition-delegation-over = Cette délégation est terminée, ou quelqu’un y a répondu entre-temps.
transition-delegated-already = Vous avez déjà confié ce rôle pour une partie de ces jours. Mettez d’abord fin à cette délégation.
problem-longer-than = choisissez { $days } jours au plus
journal-delegation-offered = { $actor } a proposé son rôle par délégation ({ $user }).
journal-delegation-accepted = { $actor } a accepté une délégation ({ $user }).
journal-delegation-declined = { $actor } a décliné une délégation ({ $user }).
journal-delegation-ended = { $actor } a mis fin à une délégation ({ $user }).
journal-in-place-of = par délégation { DE($name) }
