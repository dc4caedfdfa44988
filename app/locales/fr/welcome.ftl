# Les premiers pas d’une personne nouvelle au conseil.

welcome-title = Vos premiers pas
welcome-lead =
    { $done ->
        [0] Bienvenue. Dix minutes suffisent pour trouver vos repères.
        [one] Bienvenue. Un pas est fait sur { $of }.
       *[other] Bienvenue. { $done } pas sont faits sur { $of }.
    }
welcome-finished = Vos premiers pas sont faits. Le conseil vous est ouvert.
welcome-done = Fait
welcome-to-do = À faire
welcome-step-profile-title = Vous présenter
welcome-step-profile-text = Quelques mots, une photo ou un téléphone : les autres membres sauront qui vous êtes et comment vous joindre.
welcome-step-profile-action = Remplir mon profil
welcome-step-profile-paper = Sur la page Mon compte, écrivez quelques mots sur vous. Vous choisissez qui voit votre téléphone et votre adresse.
welcome-step-charter-title = Lire et signer la charte
welcome-step-charter-text = Elle dit comment nous travaillons ensemble.
welcome-step-charter-action = Lire la charte
welcome-step-charter-paper = Sur la page Charte, lisez le texte en entier, puis signez-le.
welcome-step-group-title = Rejoindre un groupe
welcome-step-group-text = C’est dans les groupes que le travail se fait. Entrez dans un groupe ouvert, ou demandez à rejoindre les autres.
welcome-step-group-action = Choisir un groupe
welcome-step-group-paper = Sur la page Groupes, ouvrez celui qui vous intéresse, puis rejoignez-le ou demandez à le rejoindre.
welcome-step-word-title = Dire un premier mot
welcome-step-word-text = Répondez dans une discussion, relisez un texte ou suggérez une autre formulation : une phrase suffit.
welcome-step-word-action = Voir ce qui se passe
welcome-step-word-paper = Ouvrez une discussion de votre groupe et répondez d’une phrase, ou relisez un texte et dites ce que vous en pensez.
welcome-step-tutorial-title = Suivre un tutoriel
welcome-step-tutorial-text = Un guide pas à pas, de quelques minutes. L’aide de chaque page y mène aussi.
welcome-step-tutorial-action = Choisir un tutoriel
welcome-step-tutorial-paper = Sur la page Tutoriels, suivez un guide et touchez « Je l’ai fait » à chaque étape.
welcome-put-away-text = Vous préférez découvrir par vous-même ? Cette page ne vous sera plus rappelée ; vous la retrouverez depuis les tutoriels.
welcome-put-away = Ne plus me le rappeler
welcome-done-bienvenue = C’est rangé. Vous retrouverez vos premiers pas depuis la page des tutoriels.
welcome-paper = Imprimer cette page
welcome-paper-title = Mes premiers pas au conseil
welcome-paper-lead = Une feuille recto verso, à garder près de l’ordinateur. Imprimez-la avec la commande d’impression de votre navigateur.
welcome-paper-come = Venir sur le site
welcome-paper-address = Adresse du site
welcome-paper-password = Mot de passe
welcome-paper-password-text = Celui que vous avez choisi. S’il est oublié, la page de connexion permet d’en choisir un autre.
welcome-paper-ask = En cas de difficulté, adressez-vous à l’équipe du conseil ou à une personne référente de votre groupe.
welcome-paper-places = Où trouver quoi
welcome-paper-home = Ce qui vous attend, vos groupes, ce qui s’est passé depuis votre dernière visite.
welcome-paper-groups = Les groupes de travail, leurs membres et leurs discussions.
welcome-paper-texts = Les textes en cours d’écriture et ceux qui sont adoptés.
welcome-paper-library = Les documents : comptes rendus, études, photos.
welcome-paper-tutorials = Les guides pas à pas.
welcome-paper-trust = Ce qu’il est bon de savoir
welcome-paper-trust-lost = Rien de ce que vous tapez ne se perd : un texte non enregistré vous est proposé à votre retour.
welcome-paper-trust-wrong = On ne casse rien : chaque version d’un texte est gardée et peut être reprise.
welcome-paper-trust-help = Au bas de nombreuses pages, « Aide sur cette page » ouvre le bon guide à la bonne étape.
welcome-paper-trust-paper = Sans ordinateur, on participe aussi : demandez une version imprimée, donnez vos remarques par écrit ou de vive voix.
welcome-paper-notes = Mes notes
welcome-sponsor = Accompagnement
welcome-sponsor-mine = Pour vous accompagner :
welcome-sponsor-mine-text = Cette personne vous accompagne dans vos débuts. Posez-lui toutes vos questions.
welcome-accompanies = Accompagne cette personne dans ses débuts.
welcome-offered = Vous avez proposé d’accompagner cette personne. Elle ne vous a pas encore répondu.
welcome-offered-mine = Propose de vous accompagner dans vos débuts.
welcome-accept = Accepter, et être accompagné·e par { $name }
welcome-decline = Décliner
welcome-end = Mettre fin à l’accompagnement
welcome-take-back = Retirer ma proposition
welcome-offer-text = Cette personne vient d’arriver au conseil. Vous pouvez l’aider à trouver ses repères, comme marraine ou parrain.
welcome-offer = Proposer de l’accompagner
welcome-name = Marraine ou parrain
welcome-name-hint = La personne choisie en est informée sur sa page d’accueil. Laissez vide si personne ne l’accompagne.
welcome-name-do = Enregistrer la marraine ou le parrain
welcome-meet = Vous accompagnez cette personne. Prenez contact avec elle dans les jours qui viennent : un appel, un message, un café.
welcome-met = J’ai pris contact
welcome-done-accompagne = C’est enregistré. Les deux personnes le verront.
welcome-done-propose = Votre proposition est envoyée.
welcome-done-accepte = C’est entendu. Cette personne en est informée.
welcome-done-fini = C’est noté.
welcome-done-contact = Merci, c’est noté.
home-ask-first-steps =
    { $count ->
        [0] Une personne propose de vous accompagner.
        [one] Il vous reste un pas.
       *[other] Il vous reste { $count } pas.
    }
home-ask-welcome-title = Faire vos premiers pas
home-ask-welcome-text = Dix minutes pour trouver vos repères au conseil.
home-ask-welcome-action = Continuer
home-ask-newcomer = { $name } vient d’arriver au conseil.
home-ask-accompany-title = Accueillir une personne nouvelle
home-ask-accompany-text = Vous l’accompagnez dans ses débuts : prenez contact avec elle.
home-ask-accompany-action = Voir la personne
journal-welcome-sponsor-named = { $actor } a désigné qui accompagne { $user } dans ses débuts.
journal-welcome-sponsor-offered = { $actor } a proposé d’accompagner { $user } dans ses débuts.
journal-welcome-sponsor-accepted = { $actor } a accepté un accompagnement.
journal-welcome-sponsor-ended = { $actor } a mis fin à un accompagnement.
journal-welcome-sponsor-met = { $actor } a pris contact avec { $user }.
