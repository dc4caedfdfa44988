# Les amendements aux textes de la charte et des règles.

amendments-title = Amendements
amendments-title-of = Amendements : { $title }, version { $number }
amendments-lead = Dans l’ordre du texte. Les mots barrés partiraient, les mots soulignés viendraient.
amendments-one = Amendement { $number }
amendments-sub-one = Sous-amendement { $number }
amendments-of = Sous-amendement à l’amendement { $number }
amendments-by = Amendement { $number }, { $name }
amendments-by-long = { $name }, { $who }
amendments-made-it = Cet article a été modifié par :
amendments-count =
    { $count ->
        [0] Aucun amendement
        [one] Un amendement
       *[other] { $count } amendements
    }
amendments-count-of =
    { $count ->
        [one] Un amendement : { $article }
       *[other] { $count } amendements : { $article }
    }
amendments-see =
    { $count ->
        [one] Lire l’amendement
       *[other] Lire les { $count } amendements
    }
amendments-none = Cette version n’a reçu aucun amendement.
amendments-none-found = Aucun amendement ne correspond à ces choix.
amendments-all = Voir tous les amendements
amendments-read-version = Lire la version
amendments-before-all = Avant le premier article
amendments-by-state = Par résultat
amendments-by-article = Par article
amendments-any-state = Tous
amendments-any-article = Tous les articles
amendments-chip = { $name } ({ $count })
amendments-change = Modifier l’article { $article }
amendments-add = Ajouter un article après l’article { $article }
amendments-add-first = Ajouter un article avant tous les autres
amendments-remove = Supprimer l’article { $article }
amendments-state-open = À examiner
amendments-state-adopted = Adopté
amendments-state-rejected = Rejeté
amendments-state-withdrawn = Retiré
amendments-state-fallen = Tombé
amendments-title-changes = Titre :
amendments-reasons = Motifs
amendments-supports =
    { $count ->
        [one] un soutien
       *[other] { $count } soutiens
    }
amendments-supporters =
    { $count ->
        [one] Une personne soutient cet amendement
       *[other] { $count } personnes soutiennent cet amendement
    }
amendments-support = Je soutiens
amendments-unsupport = Retirer mon soutien
amendments-withdraw = Retirer cet amendement
amendments-reword = Modifier cet amendement
amendments-reword-title = Modifier : { $name }
amendments-below = Sous-amendements
amendments-sub-propose = Proposer un sous-amendement
amendments-propose = Proposer un amendement
amendments-propose-to = Proposer un amendement : { $article }
amendments-propose-do = Proposer cet amendement
amendments-propose-lead = vous pourrez le modifier jusqu’au { $day }.
amendments-choose-lead = Choisissez l’article, et ce que vous voulez en faire.
amendments-do-change = Modifier
amendments-do-change-of = Modifier : { $article }
amendments-do-add = Ajouter un article après
amendments-do-add-of = Ajouter un article après : { $article }
amendments-do-remove = Supprimer
amendments-do-remove-of = Supprimer : { $article }
amendments-field-title = Titre de l’article
amendments-field-body = Texte de l’article
amendments-field-body-hint = Écrivez l’article tel que vous le souhaitez : ce qui change sera montré mot à mot.
amendments-field-reasons = Motifs
amendments-field-reasons-hint = Pourquoi ce changement ? Ces motifs sont lus avec l’amendement.
amendments-save = Enregistrer l’amendement

amendments-done-propose = Votre amendement est proposé. Les autres membres peuvent le soutenir.
amendments-done-modifie = L’amendement est modifié. Si le texte proposé a changé, les soutiens sont à redonner.
amendments-done-retire = L’amendement est retiré.
amendments-done-soutenu = Vous soutenez cet amendement.
amendments-done-plus-soutenu = Vous ne soutenez plus cet amendement.
amendments-done-integre = Les amendements adoptés sont dans le texte de cette version.
amendments-done-settled = Le résultat de l’amendement { $number } est enregistré.
amendments-see-again = Le revoir

amendments-examine = Examiner les amendements
amendments-examine-this = Examiner cet amendement
amendments-session = Examen : { $title }, version { $number }
amendments-left =
    { $count ->
        [0] Tous les amendements sont examinés.
        [one] Il reste un amendement à examiner, sur { $total }.
       *[other] Il reste { $count } amendements à examiner, sur { $total }.
    }
amendments-in-the-text = Dans l’ordre du texte
amendments-article-done = tout est examiné
amendments-article-left =
    { $count ->
        [one] un à examiner
       *[other] { $count } à examiner
    }
amendments-as-amended = Avec les sous-amendements adoptés
amendments-lost = L’article dont parle cet amendement n’est plus dans la version : l’amendement ne peut pas être adopté.
amendments-below-first = Examinez d’abord ses sous-amendements :
amendments-meets = Cet amendement touche les mêmes mots que d’autres, déjà adoptés. Il peut tomber, ou être adopté avec les mots que vous écrivez ci-dessous.
amendments-meets-changed = Ces mots ont changé depuis que cet amendement a été écrit. Il peut être adopté avec les mots que vous écrivez ci-dessous.
amendments-rivals = D’autres amendements à examiner touchent les mêmes mots :
amendments-side-now = Avec ce qui est adopté
amendments-side-proposed = Ce que propose l’amendement
amendments-outcome-title = Résultat
amendments-outcome = Qu’a décidé le conseil ?
amendments-outcome-do = Enregistrer et passer au suivant
amendments-fallen-hint = Un autre a été adopté à sa place.
amendments-in-favour = Pour
amendments-against = Contre
amendments-abstained = Abstentions
amendments-note = Note
amendments-note-hint = Ce qu’il faut retenir de la discussion.
amendments-fell-for-which = Tombé à cause de
amendments-fell-for-hint = Seulement pour un amendement qui tombe.
amendments-settle-words = Texte retenu, si l’amendement est adopté
amendments-settle-words-hint = Voici l’article avec ce qui est déjà adopté. Écrivez-le tel que le conseil le retient.
amendments-settle-otherwise = Adopter avec d’autres mots
amendments-reopen = Revenir sur ce résultat
amendments-settled = par { $name }, le { $moment }
amendments-taken-back = par la personne qui l’a proposé, le { $moment }
amendments-hands = { $infavour } pour, { $against } contre, { $abstained } abstentions
amendments-fell-for = À cause de l’amendement { $number }
amendments-settled-words = Texte retenu en séance
amendments-integrated = Intégré au texte de la version.
amendments-all-examined = Tous les amendements sont examinés
amendments-integrate-lead =
    { $count ->
        [one] Un amendement est adopté. Il sera placé dans le texte de la version ; vous pourrez encore la relire avant le vote.
       *[other] { $count } amendements sont adoptés. Ils seront placés dans le texte de la version ; vous pourrez encore la relire avant le vote.
    }
amendments-integrate = Intégrer les amendements adoptés
amendments-unsettled = Ces amendements adoptés touchent des mots qui ont changé depuis. Revenez sur leur résultat, et choisissez les mots :
amendments-nothing-left = Il n’y a plus rien à intégrer : la version peut être soumise au vote.

forbidden-others-amendment = Seule la personne qui a proposé cet amendement peut faire cela.
forbidden-own-amendment = Vous avez proposé cet amendement : votre soutien va de soi.
transition-amendments-closed = Cette version n’est pas ouverte aux amendements en ce moment. Rien n’a été changé.
transition-amendment-over = Cet amendement a déjà été examiné ou retiré. Rien n’a été changé.
transition-article-replaced = Cet article n’est plus dans la version, ou la version a été remplacée. Rien n’a été changé.
transition-amendment-depth = Un sous-amendement propose d’autres mots pour un amendement ; il ne peut pas être amendé lui-même.
transition-already-supported = Vous soutenez déjà cet amendement.
transition-sub-amendments-first = Examinez d’abord les sous-amendements à cet amendement.
transition-amendments-meet = Cet amendement touche des mots déjà changés par d’autres. Choisissez les mots à retenir, ou notez qu’il tombe.
transition-amendments-left = Des amendements à cette version ne sont pas encore examinés, ou pas encore intégrés au texte. Terminez leur examen avant le vote.
transition-nothing-to-integrate = Aucun amendement adopté n’attend d’être intégré au texte.
problem-several-articles = écrivez un seul article : retirez les titres précédés de # ou ##, et fermez les blocs de code
problem-against-the-hands = il y a plus de voix contre que pour : vérifiez le résultat ou le décompte

home-ask-amendments-title = Examiner les amendements
home-ask-amendments-text = Des membres ont proposé des amendements : le conseil les examine un par un.
home-ask-amendments-action = Ouvrir la version
home-ask-amendments =
    { $count ->
        [one] { $title } : un amendement
       *[other] { $title } : { $count } amendements
    }

journal-charter-amendment-proposed = { $actor } a proposé un amendement à un texte de la charte et des règles.
journal-charter-amendment-reworded = { $actor } a modifié son amendement à un texte de la charte et des règles.
journal-charter-amendment-withdrawn = Un amendement à un texte de la charte et des règles a été retiré ; { $actor } l’a noté.
journal-charter-amendment-supported = { $actor } a soutenu un amendement à un texte de la charte et des règles.
journal-charter-amendment-unsupported = { $actor } a cessé de soutenir un amendement à un texte de la charte et des règles.
journal-charter-support-lapsed = Le soutien { DE($user) } à un amendement a pris fin : { $actor } en a changé les mots.
journal-charter-amendment-adopted = Un amendement { DE($user) } a été adopté ; { $actor } l’a noté.
journal-charter-amendment-rejected = Un amendement { DE($user) } a été rejeté ; { $actor } l’a noté.
journal-charter-amendment-fallen = Un amendement { DE($user) } est tombé ; { $actor } l’a noté.
journal-charter-amendment-reopened = { $actor } est revenu sur le résultat d’un amendement { DE($user) }.
journal-charter-amendments-integrated = { $actor } a intégré les amendements adoptés à une version d’un texte de la charte et des règles.

feed-line-charter-amendment-proposed =
    { $times ->
        [one] { $who } a proposé un amendement à { $link }.
       *[other] { $times } amendements proposés à { $link } : { $who }.
    }
feed-line-charter-support-lapsed = L’amendement { $number } à { $link }, que vous souteniez, a changé de mots : votre soutien est à redonner.
feed-line-charter-amendment-adopted = Votre amendement { $number } à { $link } a été adopté.
feed-line-charter-amendment-rejected = Votre amendement { $number } à { $link } a été rejeté.
feed-line-charter-amendment-fallen = Votre amendement { $number } à { $link } est tombé : un autre a été adopté.
feed-line-charter-amendments-integrated = { $who } a intégré les amendements adoptés à { $link }.
