# Les tutoriels : des guides pas à pas.

menu-tutorials = Tutoriels
tutorials-title = Tutoriels
tutorials-one = Tutoriel
tutorials-help = Aide sur cette page
tutorials-lead = Des guides courts, à suivre pas à pas, à votre rythme. Ce que vous avez fait reste noté, pour vous seulement.
tutorials-add = Écrire un tutoriel
tutorials-followed = Aide et avis
tutorials-all = Voir tous les tutoriels
tutorials-none = Il n’y a pas encore de tutoriel.
tutorials-none-found = Aucun tutoriel n’est destiné à ces personnes pour l’instant.
tutorials-others = Autres tutoriels
tutorials-each = Les tutoriels
tutorials-aside = Retirés
tutorials-aside-lead = Seules les personnes qui rédigent les tutoriels les voient ici.
tutorials-is-aside = Retiré
tutorials-is-done = Terminé
tutorials-in-french = Ce tutoriel n’existe qu’en français.
tutorials-for = À qui s’adresse-t-il
tutorials-for-all = Pour tout le monde
tutorials-for-member = Membres
tutorials-for-facilitator = Référentes et référents
tutorials-for-chair = Présidence
tutorials-for-staff = Équipe
tutorials-steps =
    { $count ->
        [one] Une étape
       *[other] { $count } étapes
    }
tutorials-progress =
    { $done ->
        [0] Aucune étape faite sur { $of }
        [one] Une étape faite sur { $of }
       *[other] { $done } étapes faites sur { $of }
    }
tutorials-path-progress =
    { $done ->
        [0] Aucun tutoriel terminé sur { $of }
        [one] Un tutoriel terminé sur { $of }
       *[other] { $done } tutoriels terminés sur { $of }
    }
tutorials-minutes = Durée
tutorials-resume = Reprendre à l’étape { $step }
tutorials-step = Étape { $number } : { $title }
tutorials-step-done = Fait
tutorials-do = Je l’ai fait
tutorials-undo = Je ne l’ai pas encore fait
tutorials-finished = Vous avez terminé ce tutoriel
tutorials-finished-text = Toutes les étapes sont faites. Vous pouvez le relire à tout moment.
tutorials-next = Tutoriel suivant : { $title }
tutorials-see-path = Revenir au parcours « { $title } »
tutorials-path = Parcours
tutorials-begin = Commencer le parcours
tutorials-go-on = Continuer le parcours
tutorials-path-finished = Vous avez terminé ce parcours le { $day }.
tutorials-certificate = Attestation de suivi
tutorials-certificate-pdf = Télécharger l’attestation (PDF)
tutorials-certificate-see = Voir et imprimer
tutorials-certificate-path = Parcours « { $title } »
tutorials-certificate-says = { $council } atteste le suivi complet, par { $name }, du parcours « { $title } », terminé le { $day }.
tutorials-certificate-list = Ce parcours comprend les tutoriels suivants.
tutorials-certificate-day = Terminé le
tutorials-certificate-about = À propos de cette attestation
tutorials-certificate-busy = D’autres documents sont en préparation. Réessayez dans un instant.
tutorials-certificate-failed = L’attestation n’a pas pu être préparée. Imprimez plutôt la page de l’attestation.
tutorials-plea = Vous avez signalé que l’étape { $step } vous bloque. Les personnes qui vous accompagnent le voient.
tutorials-plea-settled = { $name } indique que c’est réglé à l’étape { $step }. Si ce n’est pas le cas, signalez-le de nouveau.
tutorials-unstuck = Effacer ce signalement
tutorials-stuck-open = Une étape me bloque
tutorials-stuck-step = L’étape qui vous bloque
tutorials-stuck-words = Ce qui vous arrête
tutorials-stuck-agree = Votre accord
tutorials-stuck-agree-hint = Les référentes et référents de vos groupes, la présidence et l’équipe verront votre nom, l’étape et vos mots. Vous pouvez les effacer à tout moment.
tutorials-stuck-agreed = J’accepte que ces personnes le voient pour m’aider
tutorials-stuck-send = Demander de l’aide
tutorials-stuck-people = Personnes bloquées
tutorials-stuck-lead = Les personnes de vos groupes qui ont demandé de l’aide et accepté que vous le voyiez.
tutorials-stuck-lead-all = Les personnes qui ont demandé de l’aide et accepté que vous le voyiez.
tutorials-stuck-none = Personne n’a demandé d’aide.
tutorials-settle = C’est réglé
tutorials-settle-label = C’est réglé pour { $name }
tutorials-opinion = Votre avis
tutorials-opinion-all = Avis sur les tutoriels
tutorials-useful = Cette page vous a-t-elle été utile ?
tutorials-useful-words = Ce qui manque, ce qui n’est pas clair
tutorials-useful-hint = La présidence et l’équipe lisent votre avis sans votre nom.
tutorials-useful-send = Donner mon avis
tutorials-yes = Oui
tutorials-no = Non
tutorials-heard =
    { $useful ->
        [0] Utile pour aucune personne sur { $of }
        [one] Utile pour une personne sur { $of }
       *[other] Utile pour { $useful } personnes sur { $of }
    }
tutorials-heard-lead = Les avis sont donnés sans le nom des personnes.
tutorials-heard-none = Personne n’a encore donné son avis.
tutorials-edited = Votre conseil a modifié ce tutoriel, fourni avec le logiciel.
tutorials-edit-do = Modifier le tutoriel
tutorials-edit = Modifier « { $title } »
tutorials-edit-lead = Tout le conseil lira votre version. Un tutoriel fourni avec le logiciel n’est plus mis à jour une fois que vous l’avez modifié.
tutorials-new = Nouveau tutoriel
tutorials-new-lead = Expliquez une chose à la fois, une étape après l’autre, comme à une personne assise à côté de vous.
tutorials-add-do = Publier le tutoriel
tutorials-save = Enregistrer
tutorials-back = Revenir
tutorials-name = Titre
tutorials-summary = Ce que l’on apprend, en une phrase
tutorials-minutes-field = Durée en minutes
tutorials-body = Texte
tutorials-body-hint = Une introduction, puis une ligne « ## Titre de l’étape » au début de chaque étape. Pour une image ou une vidéo, déposez-la dans la bibliothèque, avec ses sous-titres, et mettez un lien vers elle. Un lien comme [Ouvrir les textes](/textes) mène droit à l’écran voulu.
tutorials-model =
    À quoi sert ce tutoriel, en deux phrases.

    ## Ouvrir la page

    {"["}Ouvrir les textes](/textes)

    ## Faire ce qu’il faut

    Touchez le bouton **Enregistrer**.
tutorials-new-path = Nouveau parcours
tutorials-new-path-hint = Le nom d’un parcours qui commence avec ce tutoriel.
tutorials-rank = Place dans le parcours
tutorials-screens = Écrans dont l’aide ouvre ce tutoriel
tutorials-screens-hint = Une adresse par ligne, par exemple /textes, ou /groupes/{"{"}slug{"}"}#2 pour commencer à l’étape 2.
tutorials-english = Version anglaise
tutorials-english-hint = Laissez ces trois champs vides s’il n’y en a pas. Sinon, elle a les mêmes étapes.
tutorials-name-en = Titre en anglais
tutorials-summary-en = Ce que l’on apprend, en anglais
tutorials-body-en = Texte en anglais
tutorials-aside-notice = Ce tutoriel est retiré : les membres ne le voient plus.
tutorials-take-up = Le remettre parmi les tutoriels
tutorials-remove-open = Retirer ce tutoriel
tutorials-remove-title = Retirer « { $title } »
tutorials-remove-text = Les membres ne le verront plus. Vous pourrez le remettre à tout moment.
tutorials-remove = Retirer le tutoriel
tutorials-done-ajoute = Le tutoriel est publié. Tout le conseil peut le suivre.
tutorials-done-change = Le tutoriel est modifié.
tutorials-done-retire = Le tutoriel est retiré.
tutorials-done-repris = Le tutoriel est de nouveau proposé à tous.
tutorials-done-avis = Merci, votre avis est enregistré.
tutorials-done-bloque = C’est noté. Les personnes qui vous accompagnent le voient et vont vous aider.
tutorials-done-debloque = Votre signalement est effacé.
tutorials-done-regle = C’est noté : la personne le verra sur son tutoriel.
search-kind-tutorial = Tutoriels
problem-no-steps = écrivez au moins une étape : une ligne qui commence par « ## », puis son titre
problem-other-steps =
    { $count ->
        [one] écrivez une étape, comme en français
       *[other] écrivez { $count } étapes, comme en français
    }
problem-not-a-screen = la ligne { $line } n’est pas l’adresse d’un écran, comme /textes ou /textes#2
forbidden-tutorial-writers-only = Cela revient à la présidence, à l’équipe, et aux référentes et référents des groupes.
journal-tutorials-added = { $actor } a écrit un tutoriel.
journal-tutorials-changed = { $actor } a modifié un tutoriel.
journal-tutorials-set-aside = { $actor } a retiré un tutoriel.
journal-tutorials-taken-up = { $actor } a remis un tutoriel.
journal-tutorials-stuck = { $actor } a demandé de l’aide sur un tutoriel.
journal-tutorials-settled = { $actor } a réglé une demande d’aide sur un tutoriel.
home-ask-stuck =
    { $count ->
        [one] Une personne a demandé de l’aide.
       *[other] { $count } personnes ont demandé de l’aide.
    }
home-ask-help-title = Aider une personne bloquée
home-ask-help-text = Une étape d’un tutoriel l’arrête : prenez contact, puis dites que c’est réglé.
home-ask-help-action = Voir qui attend
