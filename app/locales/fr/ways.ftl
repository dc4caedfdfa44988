# The ways in which people sign in: codes besides the password, recovery codes, links by mail, passkeys; proving again who one is.

security-title = Sécurité de votre connexion
security-lead = Ce qui protège votre compte, en plus de votre mot de passe.
security-account-lead = Un code à chaque connexion, une clé d’accès à la place du mot de passe.
security-see = Régler la sécurité de la connexion
codes-title = Vérification en deux étapes
codes-lead = À chaque connexion, après votre mot de passe, un code à six chiffres est demandé. Une application de votre téléphone l’affiche : un mot de passe volé ne suffit plus.
codes-begin = Mettre en place la vérification
codes-put-in-place = Mettre en place la vérification en deux étapes
codes-required-lead = Le conseil demande cette vérification aux personnes qui administrent le site et à la présidence. Il y en a pour cinq minutes, une seule fois.
codes-step-application = Installez une application de codes
codes-step-application-text = Sur votre téléphone, par exemple Aegis, FreeOTP ou celle que vous avez déjà. Elle fonctionne sans réseau.
codes-step-secret = Donnez-lui le secret de votre compte
codes-step-secret-text = Dans l’application, ajoutez un compte et visez cette image.
codes-picture = Image à viser avec l’application de codes
codes-or-here = Vous lisez cette page sur ce téléphone ?
codes-open-application = Ouvrir l’application
codes-or-copy = L’image ne passe pas ? Recopiez ces lettres dans l’application :
codes-step-code = Vérifiez que tout fonctionne
codes-first-code = Code affiché par l’application
codes-first-code-hint = Six chiffres, qui changent toutes les trente secondes.
codes-confirm = Vérifier et terminer
codes-recovery-title = Vos codes de secours
codes-recovery-whose = { $name }, { $council }, { $site }
codes-recovery-made = Codes établis le { $day }.
codes-recovery-once = Ces codes ne seront plus affichés. Imprimez cette page ou recopiez-les, puis rangez-les hors de votre téléphone.
codes-recovery-use = Sans votre téléphone, un de ces codes remplace celui de l’application. Chacun sert une seule fois.
codes-recovery-kept = Mes codes sont rangés
codes-recovery-left =
    { $count ->
        [0] Il ne vous reste aucun code de secours.
        [one] Il vous reste un code de secours.
       *[other] Il vous reste { $count } codes de secours.
    }
codes-renew = Faire d’autres codes de secours
codes-on = En place
codes-since = depuis le { $day }
codes-stop = Retirer la vérification
codes-stop-lead = Votre mot de passe suffira de nouveau pour entrer. Vos codes de secours ne serviront plus.
codes-stop-now = Retirer la vérification en deux étapes
codes-done-stopped = La vérification en deux étapes est retirée.
codes-second-step = Votre code
codes-second-step-lead = Votre mot de passe est bon. Il reste à donner le code que votre application affiche.
codes-code = Code de vérification
codes-code-hint = Six chiffres, ou l’un de vos codes de secours.
codes-go-on = Continuer
codes-lost = Vous n’avez ni votre téléphone ni vos codes de secours ? Demandez à la personne qui administre le site de retirer cette vérification.
link-title = Se connecter sans mot de passe
link-lead = Indiquez votre adresse : vous recevrez un lien pour vous connecter.
link-lead-here = Indiquez votre adresse : un lien pour vous connecter sera préparé. Ce site n’envoie pas de courrier : demandez ensuite ce lien à la personne qui l’administre.
link-ask = Recevoir un lien par courriel
link-sent = Si un compte existe à cette adresse, un message vient de partir. Le lien qu’il contient fonctionne une fois, pendant un quart d’heure. Si vous ne recevez rien d’ici quelques minutes, regardez parmi les courriers indésirables.
link-sent-here = Si un compte existe à cette adresse, un message est préparé. Ce site n’envoie pas de courrier : demandez ce message à la personne qui l’administre. Le lien qu’il contient fonctionne une fois, pendant un quart d’heure.
link-welcome = Bonjour, { $name }
link-welcome-lead = Ce lien sert une seule fois. Appuyez sur le bouton pour entrer.
passkeys-title = Clés d’accès
passkeys-lead = Votre téléphone, votre ordinateur ou une clé à brancher vous reconnaît à votre doigt, à votre visage ou à un code. Il n’y a plus de mot de passe à retenir ni à taper.
passkeys-not-here = Les clés d’accès ne fonctionnent que sur un site qui a un nom et une adresse protégée, en « https ». Elles ne sont pas possibles ici : ce site est ouvert à une adresse en chiffres, ou sans protection.
passkeys-without-script = Les clés d’accès ont besoin de JavaScript et d’un navigateur récent. Votre mot de passe fonctionne toujours.
passkeys-not-given = La clé d’accès n’a pas été donnée. Essayez encore, ou servez-vous de votre mot de passe.
passkeys-use = Utiliser une clé d’accès
passkeys-sign-in-title = Connexion par clé d’accès
passkeys-sign-in-lead = Votre appareil vous demandera votre doigt, votre visage ou son code.
passkeys-sign-in = Se connecter avec une clé d’accès
passkeys-add = Ajouter une clé d’accès
passkeys-add-lead = Votre appareil va garder une clé pour ce site. Donnez-lui un nom qui vous dira où elle est.
passkeys-name = Nom de la clé
passkeys-name-hint = Par exemple : téléphone, ordinateur de la maison.
passkeys-make = Créer la clé
passkeys-added = ajoutée le { $day }
passkeys-used = utilisée le { $day }
passkeys-never-used = pas encore utilisée
passkeys-rename = Renommer la clé
passkeys-remove = Retirer cette clé
passkeys-remove-lead = Elle n’ouvrira plus ce site. Retirez-la aussi de l’appareil qui la garde.
passkeys-remove-now = Retirer la clé d’accès
passkeys-done-added = La clé d’accès est ajoutée : elle peut remplacer votre mot de passe.
passkeys-done-renamed = La clé a changé de nom.
passkeys-done-removed = La clé d’accès est retirée.
providers-title = Services de connexion
providers-lead = Un compte que vous avez ailleurs peut ouvrir celui-ci, à la place de votre mot de passe. Ce service apprend que vous venez ici, et rien d’autre. Votre mot de passe et le lien par courriel fonctionnent toujours.
providers-sign-in = Se connecter avec { $name }
providers-link = Associer mon compte { $name }
providers-linked = associé le { $day }
providers-used = utilisé le { $day }
providers-never-used = pas encore utilisé
providers-unlink = Ne plus associer
providers-done-linked = Ce compte est associé : il peut remplacer votre mot de passe.
providers-done-unlinked = Ce compte n’est plus associé au vôtre.
providers-leaving = Vous allez vers { $name }
providers-leaving-lead = Vous y direz qui vous êtes, puis vous reviendrez ici. Si rien ne se passe, appuyez sur le bouton.
providers-go-on = Continuer vers { $name }
providers-in-vain = La connexion n’a pas abouti
providers-again = Recommencer
providers-by-password = Me connecter avec mon mot de passe
providers-back-to-account = Revenir à la sécurité de ma connexion
prove-title = Confirmez que c’est bien vous
prove-lead = La suite touche à la sécurité : redonnez votre mot de passe. Il ne sera plus demandé pendant un quart d’heure.
prove-lead-form = La suite touche à la sécurité : redonnez votre mot de passe. Votre demande est gardée, et reprendra aussitôt.
prove-or = ou
prove-by-passkey = Confirmer avec une clé d’accès
prove-forgotten = Vous ne l’avez plus en tête ?
problem-wrong-code = ce code ne convient pas, ou il a déjà servi
error-proof = Confirmez que c’est bien vous
error-proof-text = Cela touche à la sécurité : redonnez d’abord votre mot de passe.
transition-codes-are-on = La vérification en deux étapes est déjà en place.
transition-codes-are-off = La vérification en deux étapes n’est pas en place.
transition-own-codes-first = Mettez d’abord en place la vérification en deux étapes pour votre propre compte.
transition-passkey-refused = Cette clé d’accès n’a pas été reconnue. Essayez encore, ou servez-vous de votre mot de passe.
transition-too-many-passkeys = Vous avez déjà autant de clés d’accès qu’il est possible. Retirez-en une.
transition-provider-away = Le service de connexion ne répond pas, ou il est mal réglé. Essayez plus tard, ou entrez par un autre moyen.
transition-provider-declined = Vous avez renoncé, ou le service de connexion a refusé. Rien n’a changé.
transition-provider-over = Cette demande a trop attendu, a déjà servi, ou vient d’un autre navigateur. Recommencez.
transition-provider-not-trusted = Ce que le service de connexion a répondu n’est pas sûr : rien n’a été ouvert. Entrez par un autre moyen, et prévenez la personne qui administre le site.
transition-provider-clock = Le service de connexion et ce site ne sont pas à la même heure : rien n’a été ouvert. Entrez par un autre moyen, et prévenez la personne qui administre le site.
transition-provider-unknown = Aucun compte d’ici n’est associé à celui-là. Entrez d’abord par un autre moyen, puis associez les deux depuis votre compte. Si vous n’êtes pas encore membre, demandez une invitation.
transition-provider-taken = L’un des deux comptes est déjà associé à un autre. Entrez par un autre moyen, et regardez la sécurité de votre connexion.
council-codes = Connexion des personnes qui ont les clés
council-codes-free = La vérification en deux étapes est au choix de chacun. Vous pouvez la demander aux personnes qui administrent le site et à la présidence : elles la mettront en place à leur prochaine connexion.
council-codes-required = La vérification en deux étapes est demandée aux personnes qui administrent le site et à la présidence.
council-codes-require = Demander la vérification
council-codes-release = Ne plus la demander
council-codes-done = La vérification est demandée. Les personnes concernées qui ne l’ont pas encore sont déconnectées, et la mettront en place en revenant.
council-codes-undone = La vérification est de nouveau au choix de chacun.
administration-reset-codes = Retirer la vérification { DE($name) }
administration-reset-codes-lead = Si cette personne a perdu son téléphone et ses codes de secours. Assurez-vous que c’est bien elle qui le demande. Son mot de passe suffira pour entrer, et un message le lui dira.
administration-done-codes = La vérification en deux étapes est retirée, et la personne en est prévenue.
journal-account-codes-on = { $actor } a mis en place la vérification en deux étapes.
journal-account-codes-off = { $actor } a retiré sa vérification en deux étapes.
journal-account-codes-reset = { $actor } a retiré la vérification en deux étapes d’un compte ({ $user }).
journal-account-recovery-used = { $actor } s’est servi d’un code de secours.
journal-account-recovery-renewed = { $actor } a fait d’autres codes de secours.
journal-account-passkey-added = { $actor } a ajouté une clé d’accès.
journal-account-passkey-removed = { $actor } a retiré une clé d’accès.
journal-account-provider-linked = { $actor } a associé un compte extérieur au sien.
journal-account-provider-unlinked = { $actor } n’associe plus de compte extérieur au sien.
journal-council-codes-required = { $actor } a demandé la vérification en deux étapes à l’administration et à la présidence.
journal-council-codes-not-required = { $actor } ne demande plus la vérification en deux étapes.
mail-sign-in-subject = Votre lien pour vous connecter
mail-sign-in =
    Vous avez demandé à vous connecter sans mot de passe. C’est à cette adresse :

    { $link }

    Ce lien fonctionne une fois, jusqu’au { $until }. Si vous n’avez rien demandé, ne faites rien, et ne le donnez à personne : il ouvre votre compte.
mail-new-device-subject = Connexion depuis un nouvel appareil
mail-new-device =
    Votre compte vient d’être ouvert depuis un appareil jamais vu ici : { $device }, le { $at }.

    Si c’est vous, il n’y a rien à faire. Sinon, choisissez aussitôt un nouveau mot de passe : tous les appareils seront déconnectés.

    { $link }

    Prévenez ensuite l’équipe du conseil.
mail-way-subject = La sécurité de votre connexion a changé
mail-way =
    { $what }

    Si vous n’êtes pas à l’origine de ce changement, choisissez aussitôt un nouveau mot de passe ici, et prévenez l’équipe du conseil :

    { $link }
mail-way-codes-on = La vérification en deux étapes est maintenant en place : un code vous sera demandé à chaque connexion. Gardez vos codes de secours hors de votre téléphone.
mail-way-codes-off = La vérification en deux étapes de votre compte vient d’être retirée : votre mot de passe suffit désormais pour entrer.
mail-way-codes-reset = Une personne qui administre le site vient de retirer la vérification en deux étapes de votre compte : votre mot de passe suffit désormais pour entrer. Vous pouvez la remettre en place depuis votre compte.
mail-way-recovery-used = Un de vos codes de secours vient de servir à la place de votre application. Il ne servira plus.
mail-way-recovery-renewed = D’autres codes de secours viennent d’être faits pour votre compte. Les précédents ne servent plus.
mail-way-passkey-added = Une clé d’accès vient d’être ajoutée à votre compte : elle permet d’entrer sans mot de passe.
mail-way-provider-linked = Un compte extérieur vient d’être associé au vôtre : il permet d’entrer sans votre mot de passe. Vous pouvez le retirer depuis votre compte.
mail-way-provider-unlinked = Un compte extérieur n’est plus associé au vôtre.
mail-way-token-made = Un jeton vient d’être créé dans votre compte : un logiciel peut agir ici en votre nom. S’il n’est pas de vous, révoquez-le aussitôt depuis votre compte.
mail-way-passkey-removed = Une clé d’accès vient d’être retirée de votre compte.
