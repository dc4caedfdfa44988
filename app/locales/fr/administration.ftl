# People, invitations, mails and journal, as administrators and the chair see them.

administration-members = Personnes et invitations
administration-members-text = Inviter, tenir les fiches et les mandats à jour, suspendre un accès.
administration-all = Toutes
administration-states = État du compte
administration-state-active = Compte ouvert
administration-state-invited = Compte à ouvrir
administration-state-suspended = Accès suspendu
administration-administrator = administre le site
administration-invite = Inviter
administration-resend = Envoyer une invitation
administration-resend-who = à { $person }
administration-resent = L’invitation est envoyée. Un lien envoyé plus tôt ne fonctionne plus.
administration-resent-here = L’invitation est préparée, mais ce site n’envoie pas de courrier : la personne qui l’administre la remettra. Un lien plus ancien ne fonctionne plus.
administration-invite-title = Inviter des personnes
administration-waiting = Personnes déjà inscrites
administration-waiting-lead =
    { $count ->
        [one] Une personne du conseil a une fiche, mais n’a pas reçu de lien pour ouvrir son compte.
       *[other] { $count } personnes du conseil ont une fiche, mais n’ont pas reçu de lien pour ouvrir leur compte.
    }
administration-waiting-button =
    { $count ->
        [one] Inviter cette personne
       *[other] Inviter ces { $count } personnes
    }
administration-waiting-invited = Les invitations partent : chaque personne reçoit un lien pour ouvrir son compte.
administration-waiting-invited-here = Les invitations sont préparées, mais ce site n’envoie pas de courrier : la personne qui l’administre remettra à chacune et à chacun son lien.
administration-invite-one = Une personne
administration-invite-button = Inviter cette personne
administration-invited = La personne est invitée : un lien pour ouvrir son compte vient de partir.
administration-invited-here = La personne est invitée. Son lien est préparé, mais ce site n’envoie pas de courrier : la personne qui l’administre le remettra.
administration-mails-stay-here = Aucun serveur de courrier n’est réglé : lisez les invitations dans « Courrier », et transmettez-les vous-même.
administration-invite-list = Toute une liste
administration-list = Une personne par ligne
administration-list-hint = « adresse ; nom », « Nom <adresse> », ou les colonnes d’un tableur avec leur ligne de titres (adresse, nom, collège, organisation, commune, rôle, début, fin). Jusqu’à 500 lignes.
administration-invite-list-button = Inviter la liste
administration-list-invited =
    { $count ->
        [0] Personne n’a été invité.
        [one] Une personne est invitée.
       *[other] { $count } personnes sont invitées.
    }
administration-list-refused =
    { $count ->
        [0] Aucune ligne n’est laissée de côté.
        [one] Une ligne est laissée de côté ; corrigez-la ci-dessous.
       *[other] { $count } lignes sont laissées de côté ; corrigez-les ci-dessous.
    }
administration-line = Ligne { $line }, « { $text } » : { $why }
administration-line-and = { " " }; { "" }
administration-line-college = le conseil n’a pas de collège de ce nom. Il a : { $colleges }
administration-list-column = « { $name } »
administration-list-unknown =
    { $count ->
        [one] Cette colonne n’a pas été lue : { $names }.
       *[other] Ces colonnes n’ont pas été lues : { $names }.
    }
administration-line-same = la même adresse qu’à la ligne { $line }
administration-line-known = cette adresse est déjà celle d’une personne du conseil
administration-record = Fiche
administration-see-page = Voir sa page
administration-email-hint = La changer ici prend effet aussitôt ; un message est préparé pour l’ancienne adresse.
administration-add-mandate = Donner un mandat
administration-add-mandate-button = Ajouter le mandat
administration-end = Prolonger ce mandat ou y mettre fin
administration-end-label = Dernier jour ({ $role })
administration-end-button = Enregistrer le dernier jour
administration-keys = Administration du site
administration-keys-held = Cette personne a les clés du site : réglages, personnes, journal. Elle ne lit pas pour autant ce qu’écrivent les groupes.
administration-keys-not-held = Donner les clés du site, c’est donner accès aux réglages, aux personnes et au journal, pas à ce qu’écrivent les groupes.
administration-keys-give = Donner les clés du site à { $name }
administration-keys-take = Reprendre les clés du site à { $name }
administration-access = Accès
administration-invited-lead = Le compte n’est pas encore ouvert.
administration-oneself = C’est votre propre compte : une autre personne qui administre le site peut le suspendre.
administration-suspend = Suspendre { $name }
administration-suspend-lead = Ses appareils sont déconnectés aussitôt. Ses textes et ses mandats restent. L’accès peut être rétabli à tout moment.
administration-restore = Rétablir l’accès pour { $name }
administration-restore-lead = Cette personne ne peut plus se connecter. Son mot de passe est resté le même.
administration-done-record = La fiche est enregistrée.
administration-done-mandate = Le mandat est ajouté.
administration-done-end = La fin du mandat est enregistrée.
administration-done-suspended = L’accès est suspendu, et ses appareils sont déconnectés.
administration-done-restored = L’accès est rétabli.
administration-done-keys = Les clés du site ont changé de mains.
administration-mails = Courrier
administration-mails-text = Ce que le site a écrit : invitations, mots de passe, changements d’adresse.
administration-mails-here = Aucun serveur de courrier n’est réglé : rien ne part. Lisez les messages ici, et transmettez-les à la personne concernée, à elle seule.
administration-mails-sent = Les messages partent par votre serveur de courrier. Seuls leur objet et leur destinataire sont gardés, le temps réglé parmi les durées de conservation.
administration-mails-none = Le site n’a encore écrit à personne.
administration-mail = Message
administration-mail-to = À
administration-mail-at = Le
administration-journal = Journal
administration-journal-text = Ce qui s’est passé sur le site, et qui l’a fait.
administration-journal-lead = Ce qui s’est passé, le plus récent d’abord. Le contenu des textes n’y figure pas.
administration-the-program = Le site
administration-somebody = une personne
administration-journal-subjects = Ce dont il s’agit
administration-journal-all = Tout
journal-subject-personnes = Personnes
journal-subject-groupes = Groupes
journal-subject-textes = Textes
journal-subject-discussions = Discussions
journal-subject-bibliotheque = Bibliothèque
journal-subject-votes = Votes
journal-subject-site = Le site
administration-journal-find = Chercher une personne ou une date
administration-journal-who = Nom de la personne
administration-journal-from = Du
administration-journal-to = Au
administration-journal-day-hint = Par exemple 22/11/2026, ce jour compris.
administration-journal-search = Chercher dans le journal
administration-journal-none = Aucune ligne du journal ne répond à cette recherche.
journal-council-installed = Le site a été installé.
journal-council-changed = { $actor } a changé les réglages du conseil.
journal-council-imported = { $actor } a importé les données du conseil.
journal-person-invited = { $actor } a invité { $user }.
journal-person-changed = { $actor } a mis à jour la fiche ou les mandats ({ $user }).
journal-person-suspended = { $actor } a suspendu { $user }.
journal-person-restored = { $actor } a rétabli l’accès pour { $user }.
journal-data-taken = { $actor } a demandé une copie de ses données.
journal-data-erasure-asked = { $actor } a demandé son effacement.
journal-data-erasure-withdrawn = { $actor } ne demande plus son effacement.
journal-data-erased = { $actor } a effacé une personne, à sa demande.
journal-data-settings-changed = { $actor } a changé la durée de conservation ou les responsables des données.
journal-account-opened = { $actor } a ouvert son compte.
journal-account-password-changed = { $actor } a changé de mot de passe.
journal-account-address-changed = { $actor } a changé d’adresse électronique.
journal-account-address-changed-by = { $actor } a changé l’adresse électronique d’un compte ({ $user }).
journal-account-signed-in = { $actor } a ouvert une session.
journal-account-everybody-signed-out = { $actor } a déconnecté tout le monde, sur tous les appareils.
journal-account-sessions-revoked = { $actor } a déconnecté un ou plusieurs de ses appareils.
journal-group-created = { $actor } a ouvert un groupe.
journal-group-changed = { $actor } a changé les réglages d’un groupe.
journal-group-mandate-changed = { $actor } a changé la lettre de mission d’un groupe.
journal-group-member-joined = { $actor } a rejoint un groupe.
journal-group-member-added = { $actor } a ajouté { $user } à un groupe.
journal-group-member-removed = { $actor } a retiré { $user } d’un groupe.
journal-group-member-left = { $actor } a quitté un groupe.
journal-group-member-role-changed = { $actor } a donné un autre rôle à { $user } dans un groupe.
journal-contribution-created = { $actor } a commencé un texte.
journal-contribution-revised = { $actor } a enregistré une version d’un texte.
journal-contribution-submitted = { $actor } a envoyé un texte en relecture.
journal-contribution-reviewed = { $actor } a relu un texte.
journal-contribution-proposed = { $actor } a proposé un texte à l’adoption.
journal-contribution-sent-back = { $actor } a renvoyé un texte à son groupe.
journal-contribution-adopted = { $actor } a enregistré l’adoption d’un texte.
journal-contribution-published = { $actor } a publié un texte.
journal-group-join-asked = { $actor } a demandé à rejoindre un groupe.
journal-group-join-refused = { $actor } a refusé à { $user } l’entrée dans un groupe.
journal-group-join-withdrawn = { $actor } a retiré sa demande pour rejoindre un groupe.
journal-group-member-invited = { $actor } a invité { $user } dans un groupe.
journal-group-invitation-declined = { $actor } a décliné une invitation dans un groupe.
journal-group-invitation-withdrawn = { $actor } a retiré l’invitation { DE($user) } dans un groupe.
journal-group-begun = { $actor } a lancé le travail d’un groupe.
journal-group-closed = { $actor } a clos un groupe.
journal-group-reopened = { $actor } a rouvert un groupe.
journal-handover-offered = { $actor } a proposé à { $user } de prendre sa suite.
journal-handover-accepted = { $actor } a pris la suite { DE($user) }.
journal-handover-declined = { $actor } n’a pas souhaité prendre la suite { DE($user) }.
journal-handover-withdrawn = { $actor } a retiré sa proposition de passation à { $user }.
administration-ending = Mandat bientôt fini
administration-ends = fin de mandat le { $day }

journal-contribution-reviewer-named = { $actor } a demandé une relecture d’un texte à { $user }.
journal-contribution-reviewer-removed = { $actor } ne demande plus de relecture d’un texte à { $user }.
journal-contribution-record-mended = { $actor } a rectifié le procès-verbal d’une adoption.
journal-contribution-corrected = { $actor } a corrigé un texte publié.
journal-contribution-superseded = { $actor } a indiqué qu’un texte publié est remplacé.
journal-contribution-withdrawn = { $actor } a retiré un texte publié.
journal-contribution-reinstated = { $actor } a remis en vigueur un texte publié.
journal-contribution-consultation-opened = { $actor } a soumis un texte à l’ensemble du conseil.
journal-contribution-consultation-ended = { $actor } a terminé la consultation sur un texte.
journal-contribution-deadline-set = { $actor } a changé l’échéance d’un texte.
journal-contribution-checked = { $actor } a mis à jour la liste à vérifier d’un texte.
journal-contribution-authors-changed = { $actor } a changé la liste des personnes qui signent un texte.
journal-contribution-version-named = { $actor } a donné un nom à une version d’un texte.

# Ending several mandates at once.
mandates-title = Mettre fin à des mandats
mandates-lead = Cochez les personnes qui quittent le conseil. Rien n’est enregistré avant la page suivante, qui dit ce que cela change.
mandates-people = Les personnes qui partent
mandates-none = Personne n’a de mandat en cours. Invitez les membres du conseil.
mandates-no-college = Sans collège
mandates-last-day = Dernier jour du mandat
mandates-last-day-hint = Par exemple 30/04/2026. Les droits cessent le lendemain : pour qu’ils cessent tout de suite, indiquez la date d’hier.
mandates-prolong-title = Prolonger des mandats
mandates-prolong-lead = Cochez les personnes dont le mandat continue, et donnez le nouveau dernier jour. Ce qu’elles font dans le conseil ne change pas.
mandates-prolong-people = Les personnes qui restent
mandates-prolong-day = Nouveau dernier jour
mandates-prolong-day-hint = Par exemple 30/04/2029. Un mandat sans fin, ou qui finit plus tard, ne change pas.
mandates-prolong-do = Prolonger ces mandats
mandates-prolonged = Les mandats sont prolongés.
problem-ends-later = ces mandats finissent déjà ce jour-là ou plus tard
mandates-see = Voir ce que cela change
mandates-back-to-members = Revenir aux personnes
mandates-confirm-title =
    { $count ->
        [one] Mettre fin à un mandat
       *[other] Mettre fin à { $count } mandats
    }
mandates-confirm-lead = Dernier jour : { $day }. Rien n’est encore enregistré.
mandates-confirm-effect = Dès le lendemain, ces personnes ne lisent ni n’écrivent plus dans leurs groupes. Leurs textes restent, avec leur nom.
mandates-confirm-button =
    { $count ->
        [one] Mettre fin à ce mandat
       *[other] Mettre fin à ces { $count } mandats
    }
mandates-confirm-back = Revenir au choix
mandates-nobody-presides = Plus personne ne présiderait le conseil : donnez d’abord un mandat à la personne qui prend la suite.
mandates-keep-keys =
    { $count ->
        [one] { $names } garde les clés du site. Reprenez-les sur sa fiche si elle ne doit plus les avoir.
       *[other] { $names } gardent les clés du site. Reprenez-les sur leur fiche si elles ne doivent plus les avoir.
    }
mandates-already =
    { $count ->
        [one] Un mandat choisi finit déjà plus tôt et ne change pas : { $names }.
       *[other] { $count } mandats choisis finissent déjà plus tôt et ne changent pas : { $names }.
    }
mandates-left = Ce que cela laisse dans les groupes
mandates-left-lead = La présidence verra sur son accueil les groupes sans référent, et pourra y nommer quelqu’un.
mandates-left-nothing = Chaque groupe garde une référente ou un référent, et chaque texte en cours garde une autrice ou un auteur.
mandates-left-texts =
    { $count ->
        [one] un texte en cours sans auteur
       *[other] { $count } textes en cours sans auteur
    }
mandates-left-reviews =
    { $count ->
        [one] une relecture demandée à qui s’en va
       *[other] { $count } relectures demandées à qui s’en va
    }
mandates-done = Les mandats finissent au jour dit. Il reste à inviter les personnes qui arrivent, puis à nommer qui anime les groupes sans référent.
