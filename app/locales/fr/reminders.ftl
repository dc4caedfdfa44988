# Les messages qui rappellent ce que le conseil attend.

reminders-title = Rappels par message
reminders-lead = Quand un vote s’ouvre ou se termine, quand un texte attend votre signature ou vos amendements, un message vous le rappelle : un seul pour tout, au plus une fois par jour.
reminders-choice = Recevoir ces rappels
reminders-wanted = Oui
reminders-not-wanted = Non, je regarderai sur le site
reminders-save = Enregistrer ce choix
reminders-done = Votre choix est enregistré.

mail-reminder-subject = { $count } choses vous attendent au conseil
mail-reminder-subject-vote = Un vote est ouvert : { $question }
mail-reminder-subject-ends = Un vote se termine bientôt : { $question }
mail-reminder-subject-sign = Un texte attend votre signature : { $title }
mail-reminder-subject-amend = Vous pouvez proposer des amendements : { $title }
mail-reminder-vote = Un vote est ouvert jusqu’au { $moment } : « { $question } »
mail-reminder-ends = Un vote se termine le { $moment }, et vous n’avez pas encore voté : « { $question } »
mail-reminder-sign = « { $title } » est en vigueur depuis le { $day } et attend votre signature.
mail-reminder-amend = Vous pouvez proposer des amendements à « { $title } » jusqu’au { $day }.
mail-reminder =
    Voici ce qui vous attend.

    { $things }

    Vous ne voulez plus recevoir ces rappels ? Vous pouvez les arrêter dans votre compte :
    { $account }
