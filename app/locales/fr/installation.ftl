# The first page of an empty installation.

installation-title = Installer le site du conseil
installation-lead = Quelques réponses suffisent. Tout se change ensuite dans l’administration.
installation-council = Le conseil
installation-you = Votre compte
installation-your-name = Vos prénom et nom
installation-role = Votre rôle dans le conseil
installation-role-hint = Vous administrerez aussi le site, quel que soit ce rôle.
installation-role-staff = travaille pour le conseil, sans en être membre
installation-role-chair = adopte et publie les textes
installation-role-vice-chair = remplace la présidence
installation-role-member = siège au conseil
installation-install = Installer le site
installation-done = Le site est installé, et votre compte est ouvert. Pour commencer, présentez le conseil et invitez ses membres.
