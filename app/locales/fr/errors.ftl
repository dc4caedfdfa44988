# What a person reads when something is not done: what happened, and the way out.

error-home-action = Revenir à l’accueil
error-typed = Ce que vous aviez écrit
error-typed-text = Ce texte n’a pas été enregistré. Copiez-le avant de quitter cette page.
error-sign-in-action = Se connecter

error-not-found = Page introuvable
error-not-found-text = Cette page n’existe pas, ou vous n’y avez pas accès.
error-sign-in = Connexion nécessaire
error-sign-in-text = Connectez-vous pour continuer : ce que vous cherchez n’est pas public.
error-forbidden = Vous ne pouvez pas faire cela
error-invalid = Des réponses sont à corriger
error-invalid-text = Revenez au formulaire et corrigez les réponses signalées.
error-transition = Ce n’est pas possible pour le moment
error-conflict = Quelqu’un a modifié cette page entre-temps
error-conflict-text = Rien n’a été perdu : relisez ce qui a changé, puis enregistrez de nouveau ce que vous aviez écrit.
error-too-many = Trop d’essais
error-too-many-text =
    { $minutes ->
        [one] Attendez une minute avant d’essayer de nouveau.
       *[other] Attendez { $minutes } minutes avant d’essayer de nouveau.
    }
error-too-large = Envoi trop volumineux
error-too-large-text = Le maximum accepté ici est de { $kilobytes } ko. Raccourcissez le texte, puis envoyez-le de nouveau.
error-malformed = Demande incomplète
error-malformed-text = Nous n’avons pas pu lire ce qui a été envoyé. Revenez à la page précédente et recommencez.
error-link-expired = Ce lien ne fonctionne plus
error-link-expired-text = Il a déjà servi, ou il a expiré. Demandez-en un nouveau à la personne qui vous l’a envoyé.
error-unexpected = Quelque chose n’a pas fonctionné
error-unexpected-text = Ce n’est pas de votre fait. Essayez de nouveau dans un moment.
error-unexpected-reference = Ce n’est pas de votre fait. Essayez de nouveau dans un moment. Si cela se reproduit, indiquez la référence { $reference } à l’équipe du conseil.
error-database = Le site ne peut pas lire ses données pour le moment
error-database-away = Ce n’est pas de votre fait. Attendez une minute, puis rechargez la page. Ce qui était enregistré n’est pas perdu ; si vous enregistriez à l’instant, vérifiez que c’est bien fait avant de recommencer.

forbidden-administrator-only = Seules les personnes qui administrent le site peuvent faire cela.
forbidden-chair-only = Seule la présidence peut faire cela.
forbidden-chair-or-administrator-only = Seules la présidence et l’administration du site peuvent faire cela.
forbidden-facilitator-only = Seules les référentes et les référents du groupe peuvent faire cela.
forbidden-group-members-only = Il faut appartenir au groupe pour faire cela.
forbidden-council-members-only = Il faut être membre du conseil pour faire cela.
forbidden-own-text = On ne relit pas son propre texte : laissez ce soin à une autre personne du groupe.
forbidden-cross-site = L’envoi venait d’un autre site : par sécurité, il n’a pas été pris en compte. Revenez sur le site du conseil et recommencez.

transition-contribution-state = Le texte n’est plus à cette étape : relisez sa page, il a avancé entre-temps.
transition-not-approved = Personne n’a encore approuvé cette version. Demandez une relecture à une autre personne du groupe.
transition-empty-text = Le texte est vide : écrivez-le avant de l’envoyer.
transition-last-facilitator = C’est la dernière personne référente du groupe : nommez-en une autre d’abord.
transition-already-member = Cette personne appartient déjà au groupe.
transition-group-not-open = On ne rejoint pas ce groupe de soi-même : demandez à l’une des personnes référentes.
transition-group-closed = Ce groupe a terminé son travail : on n’y écrit plus.
transition-already-installed = Le site est déjà installé. Connectez-vous.
transition-last-administrator = C’est la dernière personne qui administre le site : nommez-en une autre d’abord.
transition-already-active = Cette personne a déjà ouvert son compte : elle peut demander un nouveau mot de passe.
transition-oneself = Vous ne pouvez pas faire cela pour vous-même.
transition-group-is-open = Ce groupe est ouvert : rejoignez-le directement depuis sa page.
transition-admission-waiting = Une demande ou une invitation attend déjà une réponse pour cette personne.
transition-admission-over = Cette demande ou cette invitation n’attend plus de réponse.
transition-group-step = Le groupe n’est plus à cette étape : relisez sa page, il a avancé entre-temps.
transition-unfinished-texts = Des textes du groupe ne sont pas terminés : relisez-en la liste, puis confirmez.
transition-handover-over = Cette passation n’attend plus de réponse.

problem-missing = une réponse est nécessaire
problem-too-long =
    { $max ->
        [one] un caractère au maximum
       *[other] { $max } caractères au maximum
    }
problem-too-short =
    { $min ->
        [one] au moins un caractère
       *[other] au moins { $min } caractères
    }
problem-not-an-email = écrivez une adresse complète, par exemple odile@exemple.fr
problem-not-a-phone = écrivez un numéro de téléphone, par exemple 05 55 00 00 00
problem-not-a-date = écrivez une date complète, par exemple 30/04/2026
problem-not-a-time = écrivez une heure, par exemple 18 h 30
problem-not-a-number = écrivez un nombre entier, par exemple 31
problem-not-a-choice = choisissez l’une des réponses proposées
problem-taken = déjà pris, choisissez autre chose
problem-ends-before-start = la fin vient avant le début
problem-mandate-runs = un mandat pour ce rôle court déjà à ces dates : prolongez-le, ou choisissez un début plus tardif
problem-in-the-past = choisissez un jour à venir
problem-out-of-bounds = écrivez un nombre de { $min } à { $max }
problem-too-far = choisissez un jour d’ici { $days } jours
problem-in-the-future = cette date n’est pas encore passée
problem-too-common = trop facile à deviner, choisissez-en un autre
problem-does-not-match = les deux réponses ne sont pas les mêmes
problem-wrong = l’adresse ou le mot de passe ne convient pas
problem-bad-characters = des signes invisibles se sont glissés ici : effacez, puis écrivez de nouveau
problem-other-year = le jour doit rester dans la même année, qui fait partie du numéro
problem-unchanged = c’est déjà ce qui est enregistré
problem-bad-line = la ligne { $line } ne peut pas être lue
problem-not-a-role = écrivez l’un de ces mots : membre, présidence, vice-présidence, équipe, personne invitée
problem-unknown-separator = séparez les informations par un point-virgule, une virgule ou une tabulation
problem-extra-cells =
    { $count ->
        [one] une information de trop sur la ligne : elle ne correspond à aucune colonne
       *[other] { $count } informations de trop sur la ligne : elles ne correspondent à aucune colonne
    }

problem-is-author = cette personne signe le texte : on ne relit pas son propre texte, choisissez quelqu’un d’autre
problem-not-a-publication = écrivez le numéro d’une autre publication, par exemple 2026-04
problem-not-in-passage = ces mots ne sont pas dans le passage : recopiez-les tels qu’ils y sont
problem-too-many-lines =
    { $max ->
        [one] une ligne au maximum
       *[other] { $max } lignes au maximum
    }
forbidden-authors-or-facilitators-only = Seules les personnes qui signent le texte et les référentes ou référents du groupe peuvent faire cela.
forbidden-secret-group = Ce groupe est secret : ses textes ne sont pas soumis à l’ensemble du conseil.
transition-group-is-led = Quelqu’un anime déjà ce groupe : c’est à cette personne de nommer qui l’anime avec elle.

# Two people changed the same thing.
meanwhile-title = Ce qui diffère
meanwhile-lead = Gardez dans le formulaire ce qui doit rester, puis enregistrez : il remplacera ce qui est enregistré maintenant.
meanwhile-saved = Enregistré maintenant
meanwhile-typed = Ce que vous avez écrit
meanwhile-empty = Rien
meanwhile-same = Ce que vous avez écrit est déjà ce qui est enregistré.
