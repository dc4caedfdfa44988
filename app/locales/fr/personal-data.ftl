# Les données personnelles : registre, durées, copie de ses données, effacement.

personal-data-colon = { " : " }
personal-data-yes = oui
personal-data-no = non
personal-data-days =
    { $count ->
        [one] un jour
       *[other] { $count } jours
    }
personal-data-months =
    { $count ->
        [one] un mois
       *[other] { $count } mois
    }
personal-data-years =
    { $count ->
        [one] un an
       *[other] { $count } ans
    }

personal-data-register = Registre des traitements
personal-data-register-text = Ce que le site garde sur les personnes, pourquoi et combien de temps ; qui demande à être effacé.
personal-data-register-on = état au { $day }
personal-data-register-lead = Ce registre est celui que demande l’article 30 du règlement général sur la protection des données (RGPD). Il dit ce que fait ce site, et s’imprime tel quel. Complétez-le avec ce que le conseil fait ailleurs.
personal-data-nobody-answers = Personne n’est encore indiqué comme responsable des données. Le registre doit le dire : écrivez-le dans les durées et responsables.
personal-data-keeping-go = Durées et responsables
personal-data-requests = Demandes d’effacement
personal-data-asked-on = demandé le { $day }
personal-data-purpose = Pour quoi faire
personal-data-basis = Ce qui le permet
personal-data-basis-public-task = L’exécution d’une mission d’intérêt public (article 6.1.e du RGPD).
personal-data-basis-legal-obligation = Le respect d’une obligation légale (article 6.1.c du RGPD).
personal-data-people = Personnes concernées
personal-data-categories = Données
personal-data-recipients = Qui les voit
personal-data-time = Combien de temps
personal-data-tables = Tables et colonnes de la base de données
personal-data-kept-for = { $what } : { $time }.
personal-data-safety = Sécurité
personal-data-safety-1 = Chaque page vérifie à chaque demande les droits de la personne, d’après son mandat et ses groupes.
personal-data-safety-2 = Les mots de passe et les clés des liens ne sont gardés que sous une forme qui ne permet pas de les retrouver.
personal-data-safety-3 = Chaque changement laisse une ligne au journal. Les sauvegardes sont essayées chaque nuit, et peuvent être protégées par une phrase secrète.
personal-data-safety-4 = Aucune donnée n’est envoyée à un autre site, ni hors de l’Union européenne, par ce logiciel.

personal-data-of-people-title = Les membres du conseil
personal-data-of-people-purpose = Savoir qui siège au conseil et dans ses groupes, et permettre aux membres de se joindre.
personal-data-of-people-people = Les membres du conseil, l’équipe qui l’accompagne, les personnes invitées dans un groupe.
personal-data-of-people-data = Nom, adresse électronique, collège, organisme, commune, mandats et groupes ; si la personne le souhaite, son téléphone, une présentation et une photographie. De qui participe sur papier, le jour et la manière dont la personne l’a demandé, et quand l’équipe a agi en son nom.
personal-data-of-people-recipients = Les membres du conseil. L’adresse électronique et le téléphone ne sont montrés qu’à ceux que la personne choisit, et à qui administre le site. La participation sur papier, à l’équipe, à la présidence et à la personne.
personal-data-of-people-time = Le temps du mandat, puis ce qui est dit ci-dessous, jusqu’à ce que la personne demande à être effacée.
personal-data-of-accounts-title = Les comptes
personal-data-of-accounts-purpose = Ouvrir le site à chacun, et à personne d’autre.
personal-data-of-accounts-people = Les personnes qui ont un compte ou sont invitées à en ouvrir un ; celles qui essaient de se connecter.
personal-data-of-accounts-data = Sessions ouvertes et navigateur employé, liens envoyés par courrier, courriers, essais de connexion et adresse réseau d’où ils viennent.
personal-data-of-accounts-recipients = La personne elle-même. Qui administre le site voit les courriers envoyés.
personal-data-of-accounts-time = Quelques jours à quelques mois.
personal-data-of-texts-title = Les textes
personal-data-of-texts-purpose = Écrire, relire, adopter et publier les textes du conseil.
personal-data-of-texts-people = Celles et ceux qui écrivent, relisent, signent ou adoptent un texte.
personal-data-of-texts-data = Les textes et leurs versions, qui les a écrites et quand, les relectures, les suggestions, les opinions minoritaires et leurs signataires.
personal-data-of-texts-recipients = Le groupe, puis le conseil, puis tout le monde une fois le texte publié.
personal-data-of-texts-time = Les textes et leur histoire sont gardés : ce sont les archives du conseil.
personal-data-of-discussions-title = Les discussions
personal-data-of-discussions-purpose = Échanger sur les textes et sur le travail des groupes.
personal-data-of-discussions-people = Celles et ceux qui écrivent un message ou un commentaire, ou qui y sont nommés.
personal-data-of-discussions-data = Les messages et les commentaires, leur auteur et leur date, ce que chacun en a lu.
personal-data-of-discussions-recipients = Le groupe, et les membres du conseil si le groupe est ouvert.
personal-data-of-discussions-time = Gardées avec le travail du groupe.
personal-data-of-library-title = La bibliothèque
personal-data-of-library-purpose = Garder et partager les documents du conseil.
personal-data-of-library-people = Celles et ceux qui déposent un document, et les personnes nommées dans les documents.
personal-data-of-library-data = Les documents, leurs versions, qui les a déposés et quand ; les jours où un lien de partage a servi, sans dire à qui.
personal-data-of-library-recipients = Le groupe ou le conseil, et les personnes à qui un lien de partage est donné.
personal-data-of-library-time = Jusqu’à ce que le document soit supprimé, puis le temps de la corbeille.
personal-data-of-polls-title = Les votes
personal-data-of-polls-purpose = Prendre les décisions du conseil, et pouvoir montrer qu’elles ont été prises régulièrement.
personal-data-of-polls-people = Les membres appelés à voter, et ceux qu’ils représentent.
personal-data-of-polls-data = La liste d’émargement et les procurations ; le choix de chacun dans un vote public. Dans un vote secret, rien ne relie une personne à son bulletin.
personal-data-of-polls-recipients = Les membres du conseil.
personal-data-of-polls-time = Gardés : ce sont les archives du conseil.
personal-data-of-charter-title = La charte et les règles communes
personal-data-of-charter-purpose = Faire signer les textes qui engagent les membres.
personal-data-of-charter-people = Les membres qui signent.
personal-data-of-charter-data = Nom, jour de la signature, et l’image de la feuille lorsque la signature est donnée sur papier.
personal-data-of-charter-recipients = Les membres du conseil ; l’image de la feuille n’est vue que de la personne et de l’équipe.
personal-data-of-charter-time = Gardées tant que le conseil garde ses archives.
personal-data-of-learning-title = Les tutoriels et les méthodes
personal-data-of-learning-purpose = Apprendre à se servir du site, et savoir où l’on bloque.
personal-data-of-learning-people = Celles et ceux qui suivent un tutoriel ou racontent une séance.
personal-data-of-learning-data = Les étapes suivies, les avis donnés, les demandes d’aide.
personal-data-of-learning-recipients = La personne elle-même ; l’équipe, pour les demandes d’aide.
personal-data-of-learning-time = Le temps du compte.
personal-data-of-journal-title = Le journal
personal-data-of-journal-purpose = Savoir qui a fait quoi, pour la sécurité et pour l’histoire des textes.
personal-data-of-journal-people = Celles et ceux qui se servent du site.
personal-data-of-journal-data = Ce qui a été fait, quand, par qui et sur quoi. Ni les textes ni les adresses n’y figurent.
personal-data-of-journal-recipients = Qui administre le site ; l’histoire d’un texte est vue de ceux qui le lisent.
personal-data-of-journal-time = L’histoire des textes et des groupes est gardée avec eux.
personal-data-of-search-title = La recherche
personal-data-of-search-purpose = Retrouver un texte, un document ou une personne.
personal-data-of-search-people = Les personnes nommées dans ce qui peut être lu sur le site.
personal-data-of-search-data = Les mots des textes, des documents et des fiches : ni adresse électronique, ni téléphone.
personal-data-of-search-recipients = Chacun ne trouve que ce qu’il peut lire.
personal-data-of-search-time = Aussi longtemps que ce qui s’y trouve.
personal-data-of-rights-title = Les droits des personnes
personal-data-of-rights-purpose = Répondre à qui demande ses données ou leur effacement, et ne pas les rétablir par erreur.
personal-data-of-rights-people = Celles et ceux qui usent de leurs droits.
personal-data-of-rights-data = La date des demandes. Pour une personne effacée, une marque qui ne dit rien d’elle.
personal-data-of-rights-recipients = Qui administre le site.
personal-data-of-rights-time = La marque est gardée aussi longtemps que des sauvegardes plus anciennes pourraient être remises en place.

personal-data-keeping = Durées et responsables
personal-data-keeping-lead = Ce qui a fait son temps s’efface de lui-même chaque nuit. Un compte rendu dit combien, jamais qui ni quoi.
personal-data-who = Qui répond des données
personal-data-responsible = Responsable du traitement
personal-data-responsible-hint = Le plus souvent, la collectivité qui porte le conseil, et qui la représente.
personal-data-contact = Comment joindre le responsable
personal-data-officer = Délégué à la protection des données
personal-data-officer-hint = Celui de la collectivité, s’il y en a un.
personal-data-officer-contact = Comment joindre le délégué
personal-data-times = Combien de jours
personal-data-times-hint = Laissez vide pour revenir à la durée proposée.
personal-data-bounds = En jours, de { $min } à { $max }.
personal-data-save = Enregistrer
personal-data-fixed = Durées fixes
personal-data-report = Compte rendu des dernières nuits
personal-data-no-report = Aucun effacement n’a encore eu lieu : le premier se fait la nuit prochaine.
personal-data-removed = { $what } : { $count }
personal-data-removed-nothing = rien à effacer
personal-data-done-settings = Les durées et les responsables sont enregistrés.
personal-data-kept-tries = Essais de connexion
personal-data-kept-sessions = Sessions sans visite
personal-data-kept-links = Liens envoyés par courrier, après usage ou expiration (une invitation au conseil expire après deux semaines)
personal-data-kept-devices = Navigateurs avec lesquels quelqu’un s’est connecté
personal-data-kept-address-changes = Changements d’adresse faits
personal-data-kept-mails = Courriers envoyés, ou qui n’ont pas pu l’être
personal-data-kept-left = Téléphone, présentation et photographie, après la fin du dernier mandat
personal-data-kept-admissions = Demandes et invitations à rejoindre un groupe
personal-data-kept-readings = Dernière version lue de chaque texte
personal-data-kept-unsaved = Ce qui a été tapé sans être enregistré ni envoyé
personal-data-kept-snoozes = Rappels remis à plus tard, après leur jour
personal-data-kept-uploads = Fichiers arrivés en partie
personal-data-kept-bin = Corbeille des bibliothèques
personal-data-kept-link-uses = Usages des liens de partage
personal-data-kept-journal = Connexions notées dans le journal
personal-data-kept-exports = Dates auxquelles quelqu’un a demandé ses données

personal-data-erase = Effacer { $name }
personal-data-erase-lead = À sa demande, une personne peut être effacée pour toujours. La page suivante dit ce qui part et ce qui reste.
personal-data-not-asked = Cette personne n’a pas demandé son effacement sur le site. Assurez-vous qu’elle le souhaite, et gardez sa demande.
personal-data-asked-by = Demande { DE($name) }, le { $day }.
personal-data-goes = Ce qui sera effacé
personal-data-goes-1 = Le nom, l’adresse électronique, le téléphone, la photographie, la présentation, la commune, l’organisme et le collège.
personal-data-goes-2 = Les mandats, les places dans les groupes, les demandes et les invitations, le parcours dans les tutoriels.
personal-data-goes-3 = Le compte : mot de passe, sessions, liens, courriers envoyés, ce qui n’avait pas été enregistré.
personal-data-goes-4 = Le nom là où le site l’avait écrit : signatures des textes adoptés et de la charte, feuilles signées, documents imprimables, commentaires qui l’appellent, auteur d’un document.
personal-data-goes-5 = Ce que la recherche en savait.
personal-data-stays = Ce qui restera
personal-data-stays-lead = Ce que la personne a écrit reste entier, sous le nom « Ancien membre ».
personal-data-stays-texts =
    { $count ->
        [one] Un texte
       *[other] { $count } textes
    }
personal-data-stays-messages =
    { $count ->
        [one] Un message ou un commentaire
       *[other] { $count } messages et commentaires
    }
personal-data-stays-documents =
    { $count ->
        [one] Un document déposé
       *[other] { $count } documents déposés
    }
personal-data-stays-ballots =
    { $count ->
        [one] Un vote public
       *[other] { $count } votes publics
    }
personal-data-stays-signatures =
    { $count ->
        [one] Une signature de la charte ou des règles, sans son nom
       *[other] { $count } signatures de la charte ou des règles, sans son nom
    }
personal-data-stays-nothing = Rien : cette personne n’a rien écrit ni déposé.
personal-data-stays-words = Si quelqu’un a écrit ce nom dans un texte ou un message, ces mots restent : le site ne change pas ce que les gens écrivent.
personal-data-stays-backups = Les sauvegardes déjà faites la contiennent encore jusqu’à ce qu’elles s’effacent à leur tour. Si l’une d’elles est remise en place, l’effacement y est refait aussitôt.
personal-data-erase-for-ever = Effacer pour toujours
personal-data-erase-password-lead = Personne ne pourra revenir en arrière. Tapez votre mot de passe pour confirmer.
personal-data-erase-not = Ne pas effacer
personal-data-erase-oneself = On ne s’efface pas soi-même : demandez-le à une autre personne qui administre le site.
personal-data-done-erased = La personne est effacée.

personal-data-mine = Mes données
personal-data-mine-text = Emporter une copie de tout ce que le site garde sur vous, ou demander votre effacement.
personal-data-mine-go = Voir mes données
personal-data-mine-lead = Tout ce que le site garde sur vous vous appartient.
personal-data-mine-more = Ce qui est gardé, pourquoi et combien de temps
personal-data-copy = Une copie de mes données
personal-data-copy-lead =
    { $count ->
        [one] Un fichier avec tout ce qui vous concerne : des pages à lire, les mêmes informations pour un ordinateur, et les fichiers que vous avez déposés. Une fois par jour.
       *[other] Un fichier avec tout ce qui vous concerne : des pages à lire, les mêmes informations pour un ordinateur, et les fichiers que vous avez déposés. Jusqu’à { $count } fois par jour.
    }
personal-data-copy-ask = Préparer ma copie
personal-data-copy-take = Télécharger ma copie
personal-data-copy-ready = Votre copie est prête. Téléchargez-la dans les { $minutes } minutes, sur un ordinateur qui est le vôtre.
personal-data-copy-of = Les données { DE($name) }
personal-data-copy-what = Tout ce que le site garde sur vous, au jour de cette copie. Ouvrez les pages ci-dessous. Le dossier « json » dit la même chose pour un ordinateur.
personal-data-copy-count =
    { $count ->
        [0] rien
        [one] un élément
       *[other] { $count } éléments
    }
personal-data-copy-back = Toutes mes données
personal-data-copy-none = Rien.
personal-data-file-name = mes-donnees
personal-data-file-folder = fichiers
personal-data-erasure = Demander mon effacement
personal-data-erasure-lead = Vous pouvez demander à être effacé. Une personne qui administre le site le fera, après vous avoir répondu. C’est sans retour.
personal-data-erasure-stays = Ce que vous avez écrit reste entier, sous le nom « Ancien membre ». Emportez d’abord une copie de vos données si vous voulez les garder.
personal-data-ask-words = Ce que vous voulez ajouter
personal-data-ask-words-hint = Par exemple comment vous joindre.
personal-data-ask-erasure = Demander mon effacement
personal-data-ask-no-more = Ne plus le demander
personal-data-you-asked = Vous avez demandé votre effacement le { $day }. Une personne qui administre le site vous répondra.
personal-data-done-asked = Votre demande est transmise.
personal-data-done-withdrawn = Votre demande est retirée.

personal-data-each = Ce qui est fait, et pourquoi
personal-data-each-time = Ce qui s’efface de soi-même, et quand

personal-data-part-profile = Ma fiche
personal-data-part-mandates = Mes mandats
personal-data-part-groups = Mes groupes
personal-data-part-admissions = Mes demandes et invitations
personal-data-part-sponsors = Accompagnement des nouveaux membres
personal-data-part-votes = Mes votes
personal-data-part-signatures = Mes signatures
personal-data-part-tutorials = Mes tutoriels
personal-data-part-snoozes = Ce que j’ai remis à plus tard
personal-data-part-sessions = Mes appareils connectés
personal-data-part-mails = Les courriers qui m’ont été envoyés
personal-data-part-journal = Le journal de ce qui me concerne
personal-data-part-texts = Les textes que je signe
personal-data-part-versions = Les versions que j’ai écrites
personal-data-part-reviews = Mes relectures
personal-data-part-suggestions = Mes suggestions
personal-data-part-comments = Mes commentaires
personal-data-part-messages = Mes messages
personal-data-part-unsaved = Ce que je n’ai pas enregistré
personal-data-part-documents = Les documents que j’ai déposés
personal-data-field-name = Nom
personal-data-field-email = Adresse électronique
personal-data-field-email-shown-to = Adresse montrée à
personal-data-field-phone = Téléphone
personal-data-field-phone-shown-to = Téléphone montré à
personal-data-field-college = Collège
personal-data-field-organisation = Organisme
personal-data-field-commune = Commune
personal-data-field-about = Présentation
personal-data-field-language = Langue
personal-data-field-administrator = Administre le site
personal-data-field-since = Depuis
personal-data-field-last-visit = Dernière visite
personal-data-field-role = Rôle
personal-data-field-from = Du
personal-data-field-to = Au
personal-data-field-group = Groupe
personal-data-field-kind = Nature
personal-data-field-state = État
personal-data-field-message = Message
personal-data-field-answer = Réponse
personal-data-field-at = Date
personal-data-field-accompanied = J’étais accompagné
personal-data-field-met-at = Rencontre
personal-data-field-question = Question
personal-data-field-secret = Vote secret
personal-data-field-took-part = J’ai pris part
personal-data-field-represented = J’étais représenté
personal-data-field-choice = Mon choix
personal-data-field-title = Titre
personal-data-field-version = Version
personal-data-field-on = Jour
personal-data-field-on-paper = Sur papier
personal-data-field-opinion = Opinion minoritaire numéro
personal-data-field-step = Étape
personal-data-field-useful = Utile
personal-data-field-words = Mes mots
personal-data-field-until = Jusqu’au
personal-data-field-device = Navigateur
personal-data-field-subject = Objet
personal-data-field-by-me = Par moi
personal-data-field-text = Texte numéro
personal-data-field-authors = Signataires
personal-data-field-reason = Raison
personal-data-field-summary = Résumé
personal-data-field-body = Texte
personal-data-field-verdict = Avis
personal-data-field-proposed = Mots proposés
personal-data-field-comment = Commentaire numéro
personal-data-field-discussion = Discussion numéro
personal-data-field-document = Document numéro
personal-data-field-file-name = Nom du fichier
personal-data-field-address = Adresse
personal-data-field-bytes = Taille en octets
personal-data-code-choice-for = pour
personal-data-code-choice-against = contre
personal-data-code-choice-abstain = abstention
personal-data-code-email-shown-to-nobody = personne
personal-data-code-email-shown-to-groups = mes groupes
personal-data-code-email-shown-to-council = tout le conseil
personal-data-code-phone-shown-to-nobody = personne
personal-data-code-phone-shown-to-groups = mes groupes
personal-data-code-phone-shown-to-council = tout le conseil
personal-data-code-language-fr = français
personal-data-code-language-en = anglais
