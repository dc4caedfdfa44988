# The statements at the foot of public pages.

accessibility-title = Accessibilité
accessibility-1 = Nous voulons que chacun puisse lire et écrire ici, avec ou sans souris, avec un lecteur d’écran, sur un téléphone ou un vieil ordinateur.
accessibility-2-heading = Où nous en sommes
accessibility-2 = Ce site vise la conformité au RGAA 4.1 et au niveau AA des WCAG 2.2. Chaque type de page est vérifié par un outil automatique, au clavier et à fort grossissement. Un outil ne voit qu’une partie des critères : aucun audit complet par des personnes n’a encore été mené, et le site est donc déclaré partiellement conforme. Chacun des 106 critères du RGAA est dit à part, avec ce que nous en savons.
accessibility-2-link = Lire les critères un par un
accessibility-3-heading = Signaler une difficulté
accessibility-3-unset = Dites à une personne qui anime un groupe, ou à l’équipe du conseil, quelle page vous gêne et comment : une autre façon d’obtenir l’information vous sera proposée. L’adresse du conseil n’est pas encore indiquée sur ce site. Sans réponse satisfaisante, vous pouvez saisir le Défenseur des droits.
accessibility-3 = Écrivez à { $contact } en disant quelle page vous gêne et comment : une autre façon d’obtenir l’information vous sera proposée. Sans réponse satisfaisante, vous pouvez saisir le Défenseur des droits.

personal-data-title = Données personnelles
personal-data-1 = Ce site ne suit personne : aucune mesure d’audience, aucune publicité, aucun appel à un autre site.
personal-data-2-heading = Ce qui est conservé
personal-data-2 = Pour les visiteurs : rien, sauf le choix de la langue si vous le faites. Pour les membres : nom, adresse électronique, collège, organisation, commune, mandat, groupes, ce qu’ils écrivent, et la dernière version qu’ils ont ouverte de chaque texte, pour leur dire ce qui a changé depuis. Un cookie maintient la connexion ; il disparaît quand on se déconnecte. Un autre reconnaît votre navigateur, pour vous prévenir par message si votre compte est ouvert depuis un appareil inconnu.
personal-data-3-heading = Pourquoi, et combien de temps
personal-data-3 = Ces informations servent au fonctionnement du conseil, et à rien d’autre. Les textes publiés et leur histoire sont gardés ; les connexions inactives et les essais de connexion manqués sont effacés automatiquement.
personal-data-4-heading = Vos droits
personal-data-4-unset = Vous pouvez demander à lire, à corriger ou à faire effacer ce qui vous concerne : adressez-vous à une personne qui anime un groupe, ou à l’équipe du conseil. L’adresse du conseil n’est pas encore indiquée sur ce site. En cas de désaccord, vous pouvez saisir la CNIL.
personal-data-4 = Vous pouvez demander à lire, à corriger ou à faire effacer ce qui vous concerne : écrivez à { $contact }. En cas de désaccord, vous pouvez saisir la CNIL.

legal-title = Mentions légales
legal-1-unset = Ce site est publié par { $council }. L’adresse pour lui écrire n’est pas encore indiquée.
legal-1 = Ce site est publié par { $council }. Pour lui écrire : { $contact }.
legal-2-heading = Logiciel
legal-2 = Il fonctionne avec Préau, un logiciel libre distribué sous la licence publique de l’Union européenne (EUPL 1.2).
