### Votes : poser une question au conseil, voter, proclamer le résultat.

menu-polls = Votes

polls-title = Votes
polls-lead = Ce qui est soumis au vote du conseil, et ce qui a été décidé.
polls-going-on = En cours et à venir
polls-none = Aucun vote n’est en cours. Quand la présidence en ouvrira un, il apparaîtra ici et sur votre page d’accueil.
polls-none-prepare = Aucun vote n’est en cours. Vous pouvez soumettre au conseil un texte à adopter, ou toute autre question.
polls-register = Registre des décisions
polls-register-lead = Chaque résultat proclamé, avec son numéro. Rien n’y est modifié ensuite.
polls-register-none = Aucune décision n’a encore été proclamée.
polls-prepare = Préparer un vote
polls-prepare-lead = Les membres du conseil en mandat le jour de l’ouverture pourront voter. Les règles choisies ici valent pour ce vote seulement.
polls-prepare-do = Soumettre au vote
polls-change = Modifier ce vote
polls-save = Enregistrer
polls-back = Revenir aux votes
polls-back-to-poll = Revenir à ce vote
polls-question-adopt = Adoptez-vous le texte « { $title } » ?
polls-about-text = Ce vote porte sur le texte
polls-about-text-effect = S’il est adopté, le texte sera figé et numéroté au moment où vous proclamerez le résultat.
polls-text-version = version { $version }
polls-body-plenary = Assemblée plénière
polls-closes-at-default = 18 h

polls-question = Question
polls-question-hint = On y répond par « pour », « contre » ou « abstention ».
polls-details = Ce qu’il faut savoir pour répondre
polls-details-hint = Quelques phrases, ou un lien vers un document.
polls-body = Instance
polls-body-hint = Qui décide, par exemple « Assemblée plénière ».
polls-secrecy = Le vote est
polls-secrecy-open = À main levée
polls-secrecy-open-hint = Le vote de chaque personne est publié avec son nom, une fois le résultat proclamé.
polls-secrecy-secret = À bulletin secret
polls-secrecy-secret-hint = Personne ne sait qui a voté quoi, pas même la présidence.
polls-rules = Règles
polls-quorum = Quorum
polls-quorum-hint = Combien de membres doivent prendre part au vote, pouvoirs compris.
polls-quorum-none = Aucun
polls-quorum-quarter = Un quart des membres
polls-quorum-third = Un tiers des membres
polls-quorum-half = La moitié des membres
polls-quorum-two-thirds = Deux tiers des membres
polls-majority = Majorité
polls-majority-simple = Majorité simple
polls-majority-simple-hint = Plus de voix pour que de voix contre.
polls-majority-absolute = Majorité absolue
polls-majority-absolute-hint = Plus de la moitié des votants, abstentions comprises.
polls-majority-two-thirds-present = Deux tiers des votants
polls-majority-two-thirds-present-hint = Deux tiers au moins de celles et ceux qui votent, abstentions comprises.
polls-majority-two-thirds-mandates = Deux tiers des mandats
polls-majority-two-thirds-mandates-hint = Deux tiers au moins de tous les membres du conseil, votants ou non.
polls-proxies = Pouvoirs
polls-proxies-hint = Un membre absent peut donner pouvoir à un autre, qui vote en son nom.
polls-proxies-most = { $count ->
    [0] Aucun pouvoir
    [1] Un pouvoir par personne au plus
   *[other] { $count } pouvoirs par personne au plus
}
polls-opening = Ouverture
polls-opening-hint = Laissez vide pour ouvrir le vote tout de suite.
polls-opens-on = Jour d’ouverture
polls-opens-at = Heure d’ouverture
polls-closing = Clôture
polls-closes-on = Jour de clôture
polls-closes-at = Heure de clôture

polls-phase-to-come = À venir
polls-phase-open = Ouvert
polls-phase-to-count = Clos, résultat attendu
polls-phase-cancelled = Annulé
polls-carried = Adopté
polls-rejected = Rejeté
polls-not-quorate = Quorum non atteint
polls-mine-to-cast = À vous de voter
polls-mine-cast = Vous avez voté
polls-from = Ouvre le { $moment }
polls-until = Jusqu’au { $moment }
polls-ended = Clos le { $moment }
polls-cancelled-on = Annulé le { $moment }
polls-cancelled-because = Ce vote a été annulé : « { $reason } »
polls-counts = { $votes_for } pour, { $votes_against } contre, { $votes_abstaining ->
    [0] aucune abstention
    [one] { $votes_abstaining } abstention
   *[other] { $votes_abstaining } abstentions
}

polls-choice-for = Pour
polls-choice-against = Contre
polls-choice-abstain = Abstention

polls-what = La question et les règles
polls-opens = Ouverture
polls-closes = Clôture
polls-participation = Participation
polls-voted = { $voted ->
    [0] Personne n’a encore voté, sur { $entitled } membres
    [one] Une personne a voté, sur { $entitled } membres
   *[other] { $voted } personnes ont voté, sur { $entitled } membres
}
polls-your-vote = Votre vote
polls-ballot = Que votez-vous ?
polls-ballot-of = Que votez-vous au nom { DE($name) } ?
polls-for-good = Votre vote est définitif : il ne pourra plus être changé.
polls-cast = Voter
polls-you-voted = Vous avez voté. Le résultat sera proclamé après la clôture.
polls-you-will-vote = Ce vote n’est pas encore ouvert. Si vous serez absent ou absente, vous pouvez déjà donner pouvoir.
polls-receipt = Votre code de vérification :
polls-receipt-hint = Notez-le avant de voter. Après la proclamation, il vous permettra de retrouver votre bulletin dans la liste publiée. Personne d’autre ne le connaît : gardez-le pour vous.
polls-represented = Vous représentez
polls-represented-vote = Voter au nom { DE($name) }
polls-represented-voted = Son vote est enregistré
polls-represented-by = Vous avez donné pouvoir à { $name }, qui votera en votre nom.
polls-proxy-give = Donner pouvoir à quelqu’un
polls-proxy-give-do = Donner pouvoir
polls-proxy-take-back = Reprendre mon pouvoir
polls-proxy-from = Qui donne pouvoir
polls-proxy-to = À qui
polls-proxy-hint = Cette personne votera à votre place. Vous pouvez reprendre votre pouvoir tant qu’elle ne l’a pas fait.
polls-proxy-typed = Noter un pouvoir donné sur papier
polls-proxy-typed-do = Noter le pouvoir

polls-secret-how = Ce que le secret protège, et ce qu’il ne protège pas
polls-secret-protects = Un bulletin est gardé sous un code tiré au hasard, sans nom ni heure. Qui a voté est noté ailleurs, sans heure non plus. À chaque vote, tout est réécrit dans un ordre qui ne dit rien. Ni les membres, ni la présidence, ni l’administration, ni une copie de sauvegarde prise avant ou après le vote ne permettent de relier un bulletin à une personne.
polls-secret-limits = Quelqu’un qui surveillerait le serveur pendant que vous votez, ou qui comparerait plusieurs copies prises pendant le vote, pourrait y parvenir. Et si vous donnez pouvoir, la personne qui vote en votre nom sait ce qu’elle vote. Si l’enjeu est grave, votez sur papier, dans une urne.

polls-run = Tenir ce vote
polls-paper = Enregistrer un vote sur papier
polls-paper-hint = Pour qui a voté dans la salle ou par courrier. Votre nom sera noté à côté de ce vote.
polls-paper-hint-secret = Notez seulement qui a mis un bulletin dans l’urne. Les bulletins se comptent ensuite, sans les noms.
polls-paper-voter = Qui a voté
polls-paper-choice = Son vote
polls-paper-manner = Comment
polls-paper-do = Enregistrer ce vote
polls-manner-online = Ici même
polls-manner-present = Dans la salle
polls-manner-post = Par courrier
polls-manner-proxy = Par pouvoir, { $name }
polls-manner-typed = { $manner }, saisi par { $name }
polls-count = Compter les bulletins de l’urne
polls-count-expected = { $count ->
    [0] Personne n’est noté comme ayant voté sur papier.
    [one] Une personne est notée comme ayant voté sur papier : il doit y avoir un bulletin.
   *[other] { $count } personnes sont notées comme ayant voté sur papier : il doit y avoir autant de bulletins.
}
polls-count-do = Enregistrer le compte
polls-close = Clore le vote maintenant
polls-close-hint = Plus personne ne pourra voter en ligne.
polls-close-do = Clore le vote
polls-cancel = Annuler ce vote
polls-cancel-reason = Pourquoi
polls-cancel-hint = Cette raison sera lue par tous les membres. Les votes déjà reçus seront effacés.
polls-cancel-do = Annuler ce vote
polls-proclaim = Proclamer le résultat
polls-proclaim-hint = Le résultat sera compté, numéroté au registre des décisions et figé.
polls-proclaim-chair = Ce vote porte sur un texte : c’est à la présidence d’en proclamer le résultat.
polls-proclaim-text = Le résultat sera compté, numéroté au registre des décisions et figé. Si le texte est adopté, il sera figé et numéroté lui aussi.
polls-signed = Qui a voté ({ $voted } sur { $entitled })
polls-signed-not = pas encore
polls-signed-online = a voté ici
polls-signed-present = a voté dans la salle
polls-signed-post = a voté par courrier
polls-signed-proxy = pouvoir à { $name }

polls-result-carried = Adopté, décision { $number }
polls-result-rejected = Rejeté, décision { $number }
polls-result-quorate = { $voted } votants sur { $entitled } membres : le quorum de { $quorum } est atteint.
polls-result-not-quorate = { $voted ->
    [0] Personne n’a voté, sur { $entitled } membres : le quorum de { $quorum } n’est pas atteint.
    [one] Un seul votant sur { $entitled } membres : le quorum de { $quorum } n’est pas atteint.
   *[other] { $voted } votants sur { $entitled } membres : le quorum de { $quorum } n’est pas atteint.
}
polls-result-needed = { $count ->
    [one] Il fallait au moins une voix pour.
   *[other] Il fallait au moins { $count } voix pour.
}
polls-see-ballots = Voir tous les bulletins

polls-ballots-of = Bulletins de la décision { $number }
polls-ballots-open = Chaque vote, avec le nom de qui a voté. Chacun peut refaire le compte.
polls-ballots-secret = Chaque bulletin, sous le code que sa votante ou son votant a noté. Chacun peut y retrouver le sien et refaire le compte.
polls-ballots-voter = Qui
polls-ballots-receipt = Code
polls-ballots-choice = Vote
polls-ballots-manner = Comment
polls-ballots-paper = Bulletins de l’urne : { $counts }.
polls-ballots-total = En tout : { $counts }.

polls-done-prepared = Le vote est enregistré. Les membres le verront sur leur page d’accueil dès son ouverture.
polls-done-changed = Le vote est modifié.
polls-done-cast = Votre vote est enregistré.
polls-done-typed-in = Le vote sur papier est enregistré.
polls-done-counted = Le compte des bulletins est enregistré.
polls-done-proxy-given = Votre pouvoir est donné.
polls-done-proxy-typed-in = Le pouvoir est noté.
polls-done-proxy-taken-back = Vous avez repris votre pouvoir.
polls-done-closed = Le vote est clos.
polls-done-cancelled = Le vote est annulé.
polls-done-proclaimed = Le résultat est proclamé et inscrit au registre.

polls-of-text = Un vote porte sur ce texte
polls-of-text-go = Voir le vote
polls-of-text-hint = Son résultat dira si le texte est adopté.
polls-put-text = Soumettre ce texte au vote

home-ask-vote-title = Voter
home-ask-vote-text = Après la clôture, il sera trop tard.
home-ask-vote-action = Voter
home-ask-proclaim-title = Proclamer un résultat
home-ask-proclaim-text = Le vote est clos : le conseil attend son résultat.
home-ask-proclaim-action = Voir le vote
home-ask-poll = { $title }

forbidden-others-ballot = Cette personne ne vous a pas donné pouvoir : vous ne pouvez pas voter en son nom.
transition-poll-not-open = Ce vote n’est pas encore ouvert.
transition-poll-running = Ce vote est en cours.
transition-poll-over = Ce vote est clos : rien n’a été changé.
transition-poll-cancelled = Ce vote a été annulé.
transition-already-voted = Un vote est déjà enregistré pour cette personne : il est définitif.
transition-not-a-voter = Cette personne ne fait pas partie de celles qui peuvent prendre part à ce vote.
transition-proxy-chain = Une personne qui a donné pouvoir ne peut pas en recevoir, et une personne qui en a reçu ne peut pas en donner.
transition-too-many-proxies = Cette personne a déjà reçu autant de pouvoirs que ce vote le permet : choisissez quelqu’un d’autre.
transition-no-proxies = Ce vote n’admet pas de pouvoir.
transition-represented = Vous avez donné pouvoir : reprenez-le si vous voulez voter vous-même.
transition-paper-count = Le nombre de bulletins comptés n’est pas celui des personnes notées comme ayant voté sur papier. Corrigez l’un ou l’autre, puis proclamez.
transition-counted-by-poll = Ce texte a été adopté par un vote tenu ici : son résultat est compté et figé. Personne ne peut le rectifier à la main.
transition-poll-on-text = Un vote est en cours sur ce texte : son résultat décidera. Pour faire autrement, annulez d’abord ce vote.

journal-poll-prepared = { $actor } a préparé un vote.
journal-poll-changed = { $actor } a modifié un vote à venir.
journal-poll-opened = Un vote préparé par { $actor } a commencé.
journal-poll-closed = { $actor } a clos un vote.
journal-poll-cancelled = { $actor } a annulé un vote.
journal-poll-proclaimed = { $actor } a proclamé le résultat d’un vote.
journal-poll-ballot-cast = Le vote { DE($user) } a été enregistré par { $actor }.
journal-poll-ballot-refused = Un vote ou un pouvoir tenté par { $actor } a été refusé.
journal-poll-paper-ballot-taken = { $actor } a saisi le vote sur papier { DE($user) }.
journal-poll-paper-counted = { $actor } a enregistré le compte des bulletins d’une urne.
journal-poll-proxy-given = Un pouvoir { DE($user) } a été noté par { $actor }.
journal-poll-proxy-taken-back = Le pouvoir { DE($user) } a été repris par { $actor }.

polls-usual = Règles habituelles des votes
polls-usual-do = Règles habituelles
polls-usual-lead = Le formulaire d’un nouveau vote est rempli avec ces règles ; qui le prépare peut en choisir d’autres. Les votes déjà préparés gardent les leurs.
polls-usual-done = Les règles habituelles sont enregistrées.
journal-poll-rules = { $actor } a modifié les règles habituelles des votes.
