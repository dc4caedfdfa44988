# The libraries: folders, documents, their versions, the bin.

menu-library = Bibliothèque
library-title = Bibliothèque
library-common = Bibliothèque commune
library-of = Bibliothèque : { $group }
library-lead = Les documents de tout le conseil. Ceux d’un groupe sont dans la bibliothèque de ce groupe.
library-groups = Bibliothèques des groupes
library-open = Ouvrir la bibliothèque
library-part-empty = Aucun document n’est encore déposé dans ce groupe.
library-empty = Rien n’est encore rangé ici. Déposez des fichiers ci-dessous, ou ajoutez un dossier, une note ou un lien.
library-empty-reader = Rien n’est encore rangé ici.
library-archive = Tout télécharger
library-selection = Télécharger la sélection (zip)
library-selection-none = Cochez d’abord ce que vous voulez télécharger.
library-choose-label = Choisir « { $name } »
library-first-page = Revenir au début

library-add = Ajouter
library-add-folder = Un dossier
library-add-note = Une note
library-add-link = Un lien
library-new-folder = Créer un dossier
library-new-note = Écrire une note
library-new-link = Ajouter un lien
library-create = Créer
library-save = Enregistrer
library-back = Revenir à la bibliothèque
library-back-document = Revenir au document
library-folder-name = Nom du dossier

library-to-deposit = Des fichiers
library-deposit-title = Déposer
library-deposit = Déposer des fichiers
library-files = Fichiers à déposer
library-files-hint = Vous pouvez en choisir plusieurs. { $size } au plus par fichier.
library-report-refused =
    { $count ->
        [one] Un fichier n’a pas été déposé
       *[other] { $count } fichiers n’ont pas été déposés
    }
library-report-deposited =
    { $count ->
        [one] Un autre fichier a bien été déposé.
       *[other] Les { $count } autres fichiers ont bien été déposés.
    }
library-file-because = « { $name } » : { $why }
library-file-there = il est déjà là, à l’identique

library-send-folder = Choisir un dossier entier
library-send-board = Envoi des fichiers
library-send-total = Avancement de l’ensemble
library-send-pause = Mettre en pause
library-send-resume = Reprendre l’envoi
library-send-cancel = Tout annuler
library-send-stop = Annuler
library-send-see = Voir ce qui est déposé
library-send-done = déposé
library-send-failed = l’envoi n’a pas abouti : vérifiez votre connexion, puis choisissez de nouveau ce fichier, l’envoi reprendra où il s’est arrêté
library-send-cancelled = annulé
library-send-status = Déposés : #done sur #all.
library-send-refused = Refusés : #count.

library-arrange = Ranger
library-arrange-label = Ranger « { $name } »
library-arrange-title = Ranger « { $name } »
library-rename = Changer son nom
library-elsewhere = Le mettre ailleurs
library-elsewhere-text = Ouvrez le dossier voulu, puis choisissez ce que vous voulez faire.
library-choose-library = Choisir une bibliothèque
library-chosen = Dossier choisi : { $name }
library-no-folder = Il n’y a pas de dossier ici.
library-not-there = Vous ne pouvez rien ajouter dans ce dossier : choisissez-en un autre.
library-move = Déplacer ici
library-copy = Copier ici
library-place = Montrer aussi ici
library-place-hint = « Montrer aussi ici » ne fait pas de copie : le même document se trouve aux deux endroits, et les personnes qui lisent celui-ci peuvent le lire.

library-bin = Corbeille
library-bin-lead = Ce qui est mis à la corbeille y reste trente jours, puis disparaît pour de bon.
library-bin-empty = La corbeille est vide. Ce que vous y mettrez pourra être repris pendant trente jours.
library-bin-title = Mettre « { $name } » à la corbeille
library-bin-folder-text = Le dossier ira à la corbeille avec tout ce qu’il contient. Il pourra être repris pendant trente jours.
library-bin-document-text = Le document ne sera plus rangé ici. Il pourra être repris pendant trente jours, avec toutes ses versions.
library-bin-do = Mettre à la corbeille
library-keep = Le garder ici
library-binned = mis à la corbeille le { $day }
library-binned-by = mis à la corbeille par { $name }, le { $day }
library-gone-on = disparaît le { $day }
library-bring-back = Reprendre
library-bring-back-label = Reprendre « { $name } »

library-record = Fiche
library-first-sheet = Première page : { $title }
library-preview = Aperçu
library-stands = Rangé dans
library-download = Télécharger ({ $size })
library-open-file = Ouvrir
library-follow = Suivre le lien
library-edit = Modifier la fiche
library-edit-note = Modifier la note
library-by-on = { $name }, le { $day }
library-deposited-on = Déposé le
library-nature-note = Note
library-nature-link = Lien
library-nature-dossier = Dossier de ressources
library-nature-size = { $nature }, { $size }
library-media-pdf = PDF
library-media-image = Image
library-media-audio = Enregistrement
library-media-video = Film
library-media-text = Texte
library-media-markdown = Texte
library-media-csv = Tableau
library-media-document = Document
library-media-sheet = Tableau
library-media-slides = Diaporama
library-media-archive = Archive
library-media-other = Fichier
library-point = ,
library-kilobytes = { $count } Ko
library-megabytes = { $count } Mo
library-gigabytes = { $count } Go
library-table = Contenu du tableau « { $title } »
library-table-empty = Ce tableau est vide.
library-table-more = Seules les { $count } premières lignes sont montrées : téléchargez le fichier pour lire la suite.

library-field-title = Titre
library-field-body = Texte
library-field-address = Adresse
library-field-address-hint = Elle commence par https://
library-field-description = Description
library-field-description-hint = Ce que dit ce document, et à quoi il sert.
library-field-author = Auteur
library-field-source = Source
library-field-source-hint = D’où il vient : un site, une administration, une personne.
library-field-date = Date du document
library-field-date-hint = Par exemple 30/04/2026.
library-field-licence = Droits d’utilisation
library-field-licence-hint = Par exemple : Licence Ouverte 2.0, usage interne, accord de l’auteur.
library-field-tags = Mots-clés
library-field-tags-hint = Séparés par des virgules.
library-field-file = Nom du fichier
library-field-reason = Ce qui change
library-field-reason-hint = En une phrase : elle se lit dans la liste des versions.

library-versions = Versions
library-version = Version { $number }
library-new-version = Déposer une nouvelle version
library-version-lead = La version actuelle est gardée : on pourra la télécharger et la rétablir.
library-version-file = Fichier
library-version-hint = { $size } au plus.
library-version-deposit = Déposer la version
library-because = « { $reason } »
library-restores = Reprise de la version { $number }
library-restore = Rétablir
library-restore-label = Rétablir : { $name }

library-inside = Texte du document
library-inside-title = Texte : { $title }
library-inside-lead = Le texte seul, sans la mise en page : pour le lire à l’écran, l’agrandir ou le faire lire à voix haute.
library-inside-lead-pages = Chaque page telle qu’elle est, avec son texte : pour le lire à l’écran, l’agrandir ou le faire lire à voix haute.
library-inside-read = Lire le texte
library-inside-read-here = Lire sans télécharger
library-inside-waiting = Texte en cours de lecture. Revenez dans quelques instants.
library-inside-scanned = Sans texte : document numérisé. Ses mots ne peuvent pas être cherchés.
library-inside-empty = Sans texte : aucun mot n’est écrit dans ce fichier.
library-inside-encrypted = Protégé par un mot de passe : son texte ne peut pas être lu ici.
library-inside-damaged = Fichier endommagé : son texte n’a pas pu être lu.
library-inside-too-large = Le texte n’a pas été lu : le fichier est trop volumineux.
library-inside-unsupported = Le texte de ce genre de fichier n’est pas lu ici.
library-inside-recognised = Ces mots ont été reconnus sur l’image des pages : il peut y avoir des erreurs.
library-inside-cut = Seul le début du texte est ici : le document est très long.
library-inside-page = Page { $number }
library-inside-slide = Diapositive { $number }
library-inside-sheet = Feuille « { $name } »
library-inside-follows = { $name }, suite
library-inside-picture = La page { $number } telle qu’elle est
library-inside-no-word = Aucun mot sur cette page.
library-inside-nothing = Aucun mot ici.
library-inside-table = Tableau { $number }
library-compare-before = Comparer avec la version { $number }
library-compare-none = L’une de ces deux versions n’a pas de texte à comparer.

library-settings-text = Qui y dépose des documents.
library-depositors = Qui dépose dans la bibliothèque commune
library-depositors-hint = Tous les membres du conseil la lisent.
library-depositors-few = La présidence, l’équipe et les personnes référentes des groupes
library-depositors-members = Tous les membres du conseil

library-done-deposited =
    { $count ->
        [one] Le fichier est déposé.
       *[other] { $count } fichiers sont déposés.
    }
library-done-there = Ces fichiers étaient déjà là, à l’identique : rien n’a changé.
library-done-dossier = Le dossier est créé.
library-done-cree = Le document est créé.
library-done-modifie = La fiche est enregistrée.
library-done-retablie = La version est rétablie.
library-done-renomme = Le dossier a changé de nom.
library-done-range = C’est rangé ici.
library-done-copie = La copie est faite.
library-done-place = Le document est montré ici aussi.
library-done-corbeille = C’est à la corbeille, pour trente jours.
library-done-revenu = C’est repris de la corbeille.
library-done-version = La nouvelle version est déposée.
library-done-reglages = C’est enregistré.

problem-not-an-address = écrivez une adresse qui commence par https://
problem-too-many-tags = { $max } mots-clés au maximum
problem-empty-file = ce fichier est vide
problem-file-too-large = ce fichier dépasse { $megabytes } Mo
problem-no-room = il ne reste pas assez de place dans cette bibliothèque : { $megabytes } Mo au plus
problem-too-much = il y en a trop pour les copier en une fois : { $max } éléments au plus
problem-nameless = ce fichier n’a pas de nom que l’on puisse garder : renommez-le, puis déposez-le de nouveau
problem-program = les programmes ne sont pas acceptés, pour la sécurité de tous
problem-interrupted = l’envoi s’est arrêté avant la fin, recommencez
error-storage = Les fichiers ne peuvent pas être enregistrés pour le moment
error-storage-full = Il n’y a plus de place sur le serveur. Prévenez l’équipe du conseil ; rien de ce qui est déjà déposé n’est perdu.
error-storage-away = Le serveur de fichiers ne répond pas. Réessayez dans quelques minutes ; rien de ce qui est déjà déposé n’est perdu.
forbidden-depositors-only = Seules les personnes désignées par le conseil déposent dans la bibliothèque commune.
forbidden-others-document = Seules la personne qui l’a déposé et celles qui tiennent la bibliothèque peuvent faire cela.
transition-into-itself = Un dossier ne peut pas être rangé dans lui-même.
transition-too-deep = Il y a déjà trop de dossiers les uns dans les autres : choisissez un dossier moins profond.
transition-stands-there = Il y a déjà la même chose à cet endroit.
transition-folder-gone = Ce dossier vient d’être mis à la corbeille.

journal-library-folder-created = { $actor } a créé un dossier dans une bibliothèque.
journal-library-folder-renamed = { $actor } a changé le nom d’un dossier dans une bibliothèque.
journal-library-deposited = { $actor } a déposé un document dans une bibliothèque.
journal-library-changed = { $actor } a modifié la fiche d’un document.
journal-library-version-added = { $actor } a déposé une nouvelle version d’un document.
journal-library-version-restored = { $actor } a rétabli une version d’un document.
journal-library-moved = { $actor } a rangé ailleurs un document ou un dossier.
journal-library-copied = { $actor } a copié un document ou un dossier.
journal-library-placed = { $actor } a montré un document à un autre endroit.
journal-library-binned = { $actor } a mis un document ou un dossier à la corbeille.
journal-library-restored = { $actor } a repris un document ou un dossier de la corbeille.
journal-library-purged = { $actor } a vidé les corbeilles de ce qui y était depuis trente jours.
journal-library-settings-changed = { $actor } a changé qui dépose dans la bibliothèque commune.

library-share = Partager à l’extérieur
library-share-title = Partager « { $name } » à l’extérieur
library-share-lead = Un lien ouvre ceci à une personne qui n’a pas de compte, jusqu’au jour que vous choisissez. Qui a le lien peut le transmettre : ne l’envoyez qu’à des personnes de confiance.
library-links = Liens
library-link-made = Le lien pour « { $name } » est prêt :
library-link-once = Copiez-le maintenant et envoyez-le : il ne sera plus montré.
library-link-once-locked = Copiez-le maintenant et envoyez-le : il ne sera plus montré. Donnez le mot de passe d’une autre façon, de vive voix ou par téléphone.
library-link-read = lecture
library-link-deposit = dépôt, { $received } sur { $most } fichiers
library-link-locked = mot de passe demandé
library-link-open = jusqu’au { $day }
library-link-expired = terminé depuis le { $day }
library-link-closed = fermé
library-link-full = complet
library-link-by = créé par { $name }
library-link-close = Fermer
library-link-close-label = Fermer le lien « { $name } »
library-link-unused = Ce lien n’a pas encore servi.
library-link-uses =
    { $count ->
        [one] Une utilisation
       *[other] Les { $count } dernières utilisations
    }
library-link-opened = ouvert, { $moment }
library-link-taken = fichier téléchargé, { $moment }
library-link-deposited = fichier déposé, { $moment }
library-link-new = Créer un lien
library-link-make = Créer le lien
library-link-kind = Ce que permet le lien
library-link-kind-read = Lire ce dossier
library-link-kind-deposit = Déposer des fichiers dans ce dossier
library-link-kind-deposit-hint = Sans voir ce qu’il contient.
library-link-for = Pour qui
library-link-for-hint = Par exemple : la préfecture. Ce nom n’est lu que par vous et par ceux qui tiennent la bibliothèque.
library-link-until = Jusqu’au
library-link-until-hint = Un an au plus. Par exemple 30/04/2026.
library-link-password = Mot de passe
library-link-password-hint = Huit caractères au moins. Il sera demandé à qui ouvre le lien.
library-link-files = Nombre de fichiers acceptés
library-link-files-hint = Seulement pour un dépôt.
library-done-ferme = Le lien est fermé : il n’ouvre plus rien.
library-locked-title = Ce lien demande un mot de passe
library-locked-lead = La personne qui vous a envoyé le lien vous a donné un mot de passe.
library-locked-password = Mot de passe
library-locked-open = Ouvrir
library-shared-by = Partagé par { $council }, jusqu’au { $day }.
library-shared-empty = Ce dossier est vide pour le moment. Revenez plus tard : le lien reste le même.
library-shared-back = Revenir à « { $name } »
library-box-title = Déposer des fichiers
library-box-lead = Les fichiers arrivent directement chez les personnes qui vous ont envoyé ce lien. Elles seules les verront.
library-box-name = Votre nom
library-box-name-hint = Avec votre organisation, s’il y en a une : on saura ainsi de qui viennent les fichiers.
library-box-hint =
    { $count ->
        [one] Un seul fichier est encore accepté. { $size } au plus.
       *[other] Vous pouvez en choisir plusieurs, { $count } au plus. { $size } au plus par fichier.
    }
library-box-send = Déposer des fichiers
library-box-thanks =
    { $count ->
        [one] Merci, votre fichier est bien arrivé.
       *[other] Merci, vos { $count } fichiers sont bien arrivés.
    }
library-box-full = Tous les fichiers attendus sont arrivés : ce lien n’en accepte plus.
problem-too-many-files =
    { $max ->
        [one] un seul fichier est accepté par ce lien
       *[other] { $max } fichiers au plus sont acceptés par ce lien
    }
journal-library-link-opened = { $actor } a créé un lien pour partager un document ou un dossier à l’extérieur.
journal-library-link-closed = { $actor } a fermé un lien de partage.
journal-library-received = Un fichier est arrivé de l’extérieur par un lien de dépôt.
