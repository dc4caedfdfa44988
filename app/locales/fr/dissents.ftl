# Les opinions minoritaires.

dissents-title = Opinions minoritaires
dissents-one = Opinion minoritaire
dissents-numbered = Opinion minoritaire { $number }
dissents-lead = Elles sont adoptées et publiées avec le texte, avec les noms de qui les signe. Chacun signe pour soi, jusqu’à l’adoption.
dissents-none = Vous n’êtes pas d’accord avec ce texte ? Dites-le à côté : votre opinion sera publiée avec lui, signée.
dissents-published = Ce que des membres du conseil ont voulu dire à côté de ce texte, adopté sans leur accord sur ces points.
dissents-open = Présenter une opinion minoritaire
dissents-new-title = Présenter une opinion minoritaire
dissents-new-lead = Vous la signez. D’autres membres pourront la signer aussi ; ses mots ne changent alors plus. Elle sera publiée avec le texte.
dissents-reword-title = Modifier l’opinion minoritaire
dissents-name = Titre de l’opinion
dissents-body = Votre opinion
dissents-body-hint = Ce que vous n’approuvez pas, pourquoi, et ce que vous proposez.
dissents-do = Présenter et signer
dissents-save = Enregistrer l’opinion
dissents-sign = Signer cette opinion
dissents-unsign = Retirer ma signature
dissents-withdraw = Retirer ma signature et cette opinion
dissents-reword = Modifier
dissents-signed = Signé par { $people }
dissents-signed-by-members =
    { $count ->
        [one] Signé par un membre du conseil
       *[other] Signé par { $count } membres du conseil
    }
dissents-adopted =
    { $count ->
        [one] Une opinion minoritaire sera adoptée et publiée avec ce texte.
       *[other] { $count } opinions minoritaires seront adoptées et publiées avec ce texte.
    }
contributions-done-opinion = Votre opinion est présentée avec le texte, signée de votre nom.
contributions-done-opinion-changee = L’opinion est enregistrée.
contributions-done-opinion-signee = Vous avez signé cette opinion.
contributions-done-opinion-retiree = Plus personne ne la signait : l’opinion est retirée.
contributions-done-signature-retiree = Votre signature est retirée.
transition-signed-by-others = D’autres membres ont signé ces mots : ils ne changent plus. Vous pouvez retirer votre signature et présenter une autre opinion.
journal-dissent-opened = { $actor } a présenté une opinion minoritaire.
journal-dissent-reworded = { $actor } a modifié une opinion minoritaire.
journal-dissent-signed = { $actor } a signé une opinion minoritaire.
journal-dissent-unsigned = { $actor } a retiré sa signature d’une opinion minoritaire.
journal-dissent-withdrawn = { $actor } a retiré une opinion minoritaire.
