# Déclarations : liens avec un sujet, mises en retrait.

declarations-title = Déclarations
declarations-mine = Mes déclarations
declarations-lead = Dire que l’on est concerné de près par un sujet, ou que l’on se met en retrait quelque temps : les membres le savent, et vous gardez tous vos droits.
declarations-go = Déclarer, ou mettre fin
declarations-none = Aucune déclaration.
declarations-now = En cours
declarations-later = À venir
declarations-over = Terminée
declarations-kind-conflict = lien avec un sujet
declarations-kind-withdrawal = mise en retrait
declarations-from = depuis le { $from }
declarations-from-to = du { $from } au { $to }
declarations-end = Y mettre fin
declarations-end-which = , { $subject }
declarations-new-conflict = Déclarer un lien avec un sujet
declarations-new-withdrawal = Se mettre en retrait
declarations-lead-conflict = Un intérêt personnel, familial ou professionnel dans ce qui se décide : dites-le simplement. Votre déclaration est lue des membres, sur votre page et là où elle compte.
declarations-lead-withdrawal = Par exemple pendant une campagne électorale. Les membres le lisent sur votre page ; la personne qui proclame un vote de ces jours-là en est prévenue. Vous gardez le droit de voter.
declarations-subject-conflict = Quel sujet
declarations-subject-hint-conflict = Par exemple : la zone d’activités, la ligne de car.
declarations-subject-withdrawal = Pour quelle raison
declarations-subject-hint-withdrawal = Par exemple : élections municipales.
declarations-words = Ce qu’il faut en savoir
declarations-field-from = Du
declarations-field-to = Au
declarations-day-hint = Par exemple 22/11/2026, ce jour compris.
declarations-targets = Ce que cela touche
declarations-targets-hint = Votre nom y sera lu des membres.
declarations-target-text = Texte : { $name }
declarations-target-group = Groupe : { $name }
declarations-target-poll = Vote : { $name }
declarations-declare-here = Déclarer un lien avec ce sujet
declarations-do = Déclarer
declarations-done-declare = Votre déclaration est enregistrée.
declarations-done-fin = Votre déclaration a pris fin. Elle reste lisible dans l’historique.
declarations-here =
    { $count ->
        [one] Un membre a déclaré un lien avec ce sujet : { $names }.
       *[other] { $count } membres ont déclaré un lien avec ce sujet : { $names }.
    }
declarations-back =
    { $count ->
        [one] Un membre est en retrait pendant ce vote : { $names }. Rien ne l’empêche de voter.
       *[other] { $count } membres sont en retrait pendant ce vote : { $names }. Rien ne les empêche de voter.
    }
declarations-warn-conflict = Vous avez déclaré un lien avec ce sujet ({ $subject }). Vous pouvez voter ; à vous de juger s’il vaut mieux vous abstenir.
declarations-warn-withdrawal = Vous êtes en retrait en ce moment ({ $subject }). Vous pouvez voter ; à vous de juger s’il vaut mieux vous abstenir.

forbidden-others-declaration = Seule la personne qui a fait cette déclaration peut y mettre fin.
transition-declaration-over = Cette déclaration est déjà terminée.
journal-declaration-made = { $actor } a fait une déclaration (lien avec un sujet, ou retrait).
journal-declaration-ended = { $actor } a mis fin à une déclaration.
