# Les sauvegardes, telles que les voit la personne qui administre le site.

backups-title = Sauvegardes
backups-text = Vérifier que tout peut être retrouvé si la machine tombe en panne.
backups-lead = Chaque nuit, tout ce que le conseil a écrit et déposé est copié dans un seul fichier. La copie est aussitôt remise en place à l’essai, à l’écart du site, pour vérifier que rien n’y manque. Gardez-en une ailleurs que sur cette machine.
backups-all = Dernières sauvegardes
backups-next = Prochaine sauvegarde : { $day }.
backups-since = (depuis le { $day })
backups-sound-since = Tout va bien : la sauvegarde du { $day } a été remise en place à l’essai, et rien n’y manque.
backups-first = La première sauvegarde se prépare. Revenez dans quelques minutes.
backups-none-made = Ce site n’est pas sauvegardé.
backups-none-made-mend = Si la machine tombe en panne, tout sera perdu. La personne qui s’occupe du serveur doit indiquer dans ses réglages un dossier pour les sauvegardes (PREAU_BACKUP_DIR).
backups-state-sound = Essayée, complète
backups-state-making = En cours
backups-state-failed = Échec
backups-files =
    { $count ->
        [0] aucun fichier
        [one] un fichier
       *[other] { $count } fichiers
    }
backups-rows =
    { $count ->
        [one] une ligne
       *[other] { $count } lignes
    }
backups-missing =
    { $count ->
        [one] un fichier manquant
       *[other] { $count } fichiers manquants
    }
backups-tested = essayée le { $time }
backups-encrypted = protégée par une phrase secrète
backups-plain = sans phrase secrète
backups-trouble-folder = La sauvegarde n’a pas pu être écrite.
backups-trouble-folder-mend = Le dossier des sauvegardes est plein, absent ou interdit en écriture. Demandez à la personne qui s’occupe du serveur d’y faire de la place. Un nouvel essai a lieu chaque heure.
backups-trouble-database = La base de données n’a pas pu être lue en entier.
backups-trouble-database-mend = Demandez à la personne qui s’occupe du serveur de lancer « preau check ». Un nouvel essai a lieu chaque heure.
backups-trouble-files = Les fichiers déposés n’ont pas pu être lus.
backups-trouble-files-mend = L’endroit où ils sont gardés ne répond pas. Demandez à la personne qui s’occupe du serveur de lancer « preau check ». Un nouvel essai a lieu chaque heure.
backups-trouble-missing = Des fichiers déposés manquent ou ont été abîmés.
backups-trouble-missing-mend = La sauvegarde contient tout le reste. Une sauvegarde plus ancienne les a peut-être encore : demandez à la personne qui s’occupe du serveur de les y reprendre avant qu’elle ne s’efface.
backups-trouble-test = La sauvegarde a été faite, mais n’a pas pu être remise en place à l’essai.
backups-trouble-test-mend = Ne comptez pas sur elle. Le disque est peut-être abîmé : demandez à la personne qui s’occupe du serveur de le vérifier. Un nouvel essai a lieu chaque heure.
backups-trouble-stopped = Le site s’est arrêté pendant la sauvegarde.
backups-trouble-stopped-mend = Une autre se prépare. Si cela se répète, prévenez la personne qui s’occupe du serveur.
backups-trouble-late = La dernière bonne sauvegarde est trop ancienne.
backups-trouble-late-mend = Il devrait y en avoir une chaque nuit. Demandez à la personne qui s’occupe du serveur de vérifier que le programme tourne, et que le dossier des sauvegardes est toujours réglé.
