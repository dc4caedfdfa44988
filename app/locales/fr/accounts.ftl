# Signing in, invitations, passwords, addresses, open sessions, and their letters.

accounts-sign-in = Se connecter
accounts-sign-in-lead = Avec votre adresse électronique et votre mot de passe.
accounts-email = Adresse électronique
accounts-password = Mot de passe
accounts-show = Afficher
accounts-show-what = le mot de passe
accounts-forgotten = Mot de passe oublié
accounts-forgotten-title = Choisir un nouveau mot de passe
accounts-forgotten-lead = Indiquez votre adresse : vous recevrez un lien pour choisir un nouveau mot de passe.
accounts-forgotten-lead-here = Indiquez votre adresse : un lien pour choisir un nouveau mot de passe sera préparé. Ce site n’envoie pas de courrier : demandez ensuite ce lien à la personne qui l’administre.
accounts-forgotten-send = Recevoir un lien
accounts-forgotten-sent = Si un compte existe à cette adresse, un message vient de partir. Le lien qu’il contient fonctionne pendant deux heures. Si vous ne recevez rien d’ici quelques minutes, regardez parmi les courriers indésirables.
accounts-forgotten-sent-here = Si un compte existe à cette adresse, un message est préparé. Ce site n’envoie pas de courrier : demandez ce message à la personne qui l’administre. Le lien qu’il contient fonctionne pendant deux heures.
accounts-back-to-sign-in = Revenir à la connexion
accounts-password-hint = Au moins { $min } caractères, sans autre contrainte : quelques mots sans lien entre eux se retiennent bien.
accounts-again = Encore une fois, pour vérifier
accounts-reset-title = Votre nouveau mot de passe
accounts-reset-lead = Vos appareils connectés seront déconnectés.
accounts-reset = Enregistrer et se connecter
accounts-invitation-title = Bienvenue, { $name }
accounts-invitation-lead = Choisissez un mot de passe pour ouvrir votre compte sur le site de travail de votre conseil.
accounts-link-until = Ce lien fonctionne une fois, jusqu’au { $until }.
accounts-open = Ouvrir mon compte
accounts-confirm-title = Changement d’adresse
accounts-confirm-present = { $name }, confirmez-vous que votre compte change d’adresse électronique ? Si vous n’avez rien demandé, ne confirmez pas, et changez votre mot de passe.
accounts-confirm-new = { $name }, confirmez-vous que { $email } devient l’adresse de votre compte ?
accounts-confirm = Confirmer
accounts-confirmed-one-title = Une adresse a confirmé
accounts-confirmed-one = Il reste à ouvrir le lien préparé pour l’autre adresse. D’ici là, votre adresse ne change pas.
accounts-confirmed-both-title = Votre adresse est changée
accounts-confirmed-both = Connectez-vous désormais avec votre nouvelle adresse. L’ancienne a été prévenue.
accounts-confirmed-both-here = Connectez-vous désormais avec votre nouvelle adresse.
accounts-see-account = Voir mon compte
accounts-account = Mon compte
accounts-profile = Votre fiche
accounts-about = Quelques mots sur vous
accounts-about-hint = Ce que les autres membres liront sur votre page.
accounts-phone-shown = Qui voit votre téléphone
accounts-email-shown = Qui voit votre adresse électronique
accounts-shown-to-nobody = Personne, sauf l’administration du site
accounts-shown-to-groups = Les personnes de mes groupes
accounts-shown-to-council = Tout le conseil
accounts-save = Enregistrer
accounts-change-password-lead = Le changer déconnecte vos autres appareils.
accounts-current-password = Mot de passe actuel
accounts-new-password = Nouveau mot de passe
accounts-change-password = Changer de mot de passe
accounts-address = Votre adresse électronique
accounts-address-lead = Votre adresse actuelle est { $email }. Pour en changer, un lien est envoyé à l’ancienne et à la nouvelle : il faut confirmer depuis les deux.
accounts-address-lead-here = Votre adresse actuelle est { $email }. Pour en changer, deux liens sont préparés, un pour l’ancienne et un pour la nouvelle. Ce site n’envoie pas de courrier : la personne qui l’administre vous les remettra, et il faut ouvrir les deux.
accounts-address-pending = Changement en attente vers { $email } : ouvrez les liens envoyés aux deux adresses, dans les deux jours.
accounts-address-pending-here = Changement en attente vers { $email } : demandez les deux liens à la personne qui administre le site, et ouvrez-les dans les deux jours.
accounts-new-email = Nouvelle adresse électronique
accounts-your-password = Votre mot de passe
accounts-change-address = Changer d’adresse
accounts-sessions = Vos appareils connectés
accounts-sessions-lead = Vous ne reconnaissez pas un appareil ? Déconnectez-le, puis changez de mot de passe.
accounts-device = { $browser }, { $machine }
accounts-opened = connexion le { $at }
accounts-this-one = Cet appareil
accounts-close = Déconnecter
accounts-close-others = Déconnecter tous les autres appareils
accounts-leave = Se déconnecter
accounts-leave-lead = Sur un ordinateur partagé, pensez à vous déconnecter.
accounts-sign-out = Se déconnecter
accounts-done-profile = Votre fiche est enregistrée.
accounts-done-password = Votre nouveau mot de passe est enregistré. Vos autres appareils sont déconnectés.
accounts-done-address = Deux messages sont partis, l’un à votre adresse actuelle, l’autre à la nouvelle. Ouvrez les deux liens pour confirmer.
accounts-done-address-here = Deux messages sont préparés, l’un pour votre adresse actuelle, l’autre pour la nouvelle. Ce site n’envoie pas de courrier : la personne qui l’administre vous remettra les deux liens à ouvrir.
accounts-done-session = L’appareil est déconnecté.
accounts-done-sessions = Vos autres appareils sont déconnectés.
browser-firefox = Firefox
browser-edge = Edge
browser-opera = Opera
browser-samsung = Navigateur Samsung
browser-chrome = Chrome
browser-safari = Safari
browser-other = Autre navigateur
machine-android = téléphone ou tablette Android
machine-iphone = iPhone
machine-ipad = iPad
machine-windows = ordinateur Windows
machine-mac = ordinateur Mac
machine-chromebook = Chromebook
machine-linux = ordinateur Linux
machine-other = autre appareil
mail-hello = Bonjour { $name },
mail-invitation-subject = Votre invitation – { $council }
mail-invitation =
    { $from } vous invite sur le site de travail de votre conseil, { $council } : vous y trouverez les groupes, les textes et les personnes du conseil.

    Pour ouvrir votre compte, choisissez un mot de passe à cette adresse :

    { $link }

    Ce lien fonctionne une fois, jusqu’au { $until }. Ensuite, demandez-en un autre à la personne qui vous invite.
mail-password-reset-subject = Choisir un nouveau mot de passe
mail-password-reset =
    Vous avez demandé à choisir un nouveau mot de passe. C’est à cette adresse :

    { $link }

    Ce lien fonctionne une fois, jusqu’au { $until }. Si vous n’avez rien demandé, ne faites rien : votre mot de passe reste le même.
mail-present-address-subject = Confirmez votre changement d’adresse
mail-present-address =
    Un changement d’adresse électronique a été demandé pour votre compte. Pour le confirmer depuis votre adresse actuelle :

    { $link }

    Ce lien fonctionne jusqu’au { $until }. Un autre message est parti à la nouvelle adresse : il faut confirmer les deux. Si vous n’avez rien demandé, n’ouvrez pas ce lien et changez votre mot de passe.
mail-new-address-subject = Confirmez votre nouvelle adresse
mail-new-address =
    Vous avez demandé que cette adresse devienne celle de votre compte. Pour le confirmer :

    { $link }

    Ce lien fonctionne jusqu’au { $until }. Un autre message est parti à votre adresse actuelle : il faut confirmer les deux.
mail-address-changed-subject = L’adresse de votre compte a changé
mail-address-changed = L’adresse électronique de votre compte vient de changer : celle-ci n’y donne plus accès, et vous n’y recevrez plus rien du conseil. Si vous n’êtes pas à l’origine de ce changement, prévenez aussitôt l’équipe du conseil.
mail-password-changed-subject = Votre mot de passe a changé
mail-password-changed =
    Le mot de passe de votre compte vient de changer, et vos autres appareils ont été déconnectés. Si vous n’êtes pas à l’origine de ce changement, choisissez-en aussitôt un nouveau ici :

    { $link }
