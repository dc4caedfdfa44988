# On behalf: those who take part on paper, and what the staff enter for them.

behalf-title = Sur papier
behalf-lead = Des membres écrivent, téléphonent ou passent au bureau plutôt que d’utiliser un ordinateur. L’équipe saisit ici ce qu’ils demandent, en leur nom.
behalf-index-text = Les membres qui participent sur papier, et ce qui est saisi en leur nom.
behalf-people = Qui participe sur papier
behalf-none = Personne ne participe sur papier pour l’instant.
behalf-since-how = depuis le { $day }, demandé { $how }
behalf-acted-now = { $name } agit en son nom en ce moment
behalf-part = Participation sur papier
behalf-part-go = Voir la participation sur papier
behalf-is-on-paper = Participe sur papier
behalf-is-not-on-paper = Cette personne n’a pas demandé à participer sur papier.
behalf-not-a-member = Seul un membre du conseil, pendant son mandat, participe sur papier.
behalf-person = { $name }, sur papier
behalf-since = Depuis le
behalf-how = Demandé
behalf-asked-letter = par lettre
behalf-asked-phone = par téléphone
behalf-asked-in-person = de vive voix, sur place
behalf-noted-label = Noté
behalf-noted = par { $name }, le { $day }
behalf-note = Noter qu’une personne participe sur papier
behalf-note-text = Notez-le seulement si elle l’a demandé. Elle en est avertie par courriel si elle a une adresse, elle le lit sur son compte, et peut y mettre fin à tout moment.
behalf-field-person = Personne
behalf-field-asked-on = Demandé le
behalf-field-asked-on-hint = Par exemple 20/11/2026.
behalf-field-asked-by = Comment
behalf-field-note = Note
behalf-field-note-hint = Par exemple où la lettre est rangée. La personne lit cette note.
behalf-note-do = Noter la participation sur papier
behalf-end-text = Si la personne ne le souhaite plus, mettez-y fin : plus rien ne pourra être saisi en son nom.
behalf-end-do = Mettre fin à la participation sur papier
behalf-begin-title = Agir en son nom
behalf-begin-text = Pendant { $minutes } minutes au plus, vous aurez ses droits de membre, et aucun des vôtres. Tout ce que vous ferez sera enregistré à son nom, avec le vôtre, et lui sera montré.
behalf-begin-never = Vous ne pourrez ni voter, ni signer la charte, ni ouvrir son compte ou ses données, ni administrer le site. Les rôles confiés par le conseil, comme présider ou animer un groupe, ne se prêtent pas ainsi.
behalf-begin = Agir au nom { DE($name) }
behalf-actings = Quand l’équipe a agi
behalf-actings-none = Personne n’a encore agi ainsi.
behalf-acting = { $name }, le { $moment }
behalf-of = au nom { DE($name) }
behalf-ended = Terminé à { $time }, { $how }
behalf-runs = En cours, jusqu’à { $time }
behalf-end-stopped = par qui agissait
behalf-end-expired = le temps étant écoulé
behalf-end-signed-out = la session étant fermée
behalf-end-withdrawn = la participation sur papier ayant pris fin
behalf-end-rights-lost = l’un des deux n’en ayant plus le droit
behalf-acts =
    { $count ->
        [0] rien de fait
        [one] { $count } chose faite
       *[other] { $count } choses faites
    }
behalf-acts-title = Ce qui a été fait
behalf-acts-none = Rien n’a encore été fait.
behalf-print = Cette page s’imprime, pour être remise ou envoyée à { $name }.
behalf-done-noted = La participation sur papier est notée.
behalf-done-ended = La participation sur papier a pris fin.
behalf-done-stopped = Vous agissez de nouveau en votre propre nom.
behalf-done-mine = Votre participation sur papier a pris fin. Plus personne n’agit en votre nom.

behalf-mine-title = Fait en votre nom
behalf-mine-text = Vous avez demandé à participer sur papier : voyez ce que l’équipe a saisi en votre nom.
behalf-mine-go = Voir ce qui a été fait en mon nom
behalf-mine-lead = Ce que l’équipe a saisi pour vous : quand, par qui, et quoi. Cette page s’imprime.
behalf-mine-not = Vous ne participez pas sur papier : personne n’agit en votre nom.
behalf-mine-end-text = Vous pouvez y mettre fin maintenant. Quiconque agirait en votre nom s’arrêterait aussitôt.
behalf-mine-end = Mettre fin à ma participation sur papier
behalf-mine-reports =
    { $count ->
        [one] Un contenu a été signalé en votre nom.
       *[other] { $count } contenus ont été signalés en votre nom.
    }

behalf-banner-label = Vous agissez au nom de quelqu’un
behalf-banner = Vous agissez au nom { DE($name) }.
behalf-banner-until = Jusqu’à { $time } au plus. Ce que vous faites porte son nom, et le vôtre : saisi par { $by }.
behalf-stop = Terminer
behalf-entered = en son nom, saisi par { $name }
behalf-entered-line = (saisi par { $names }, en son nom)
behalf-journal = Au nom de quelqu’un

forbidden-administrator-or-staff-only = Seules l’équipe et l’administration peuvent le faire.
forbidden-on-behalf = Cela ne se fait pas au nom de quelqu’un d’autre. Terminez d’abord, si c’est pour vous.
forbidden-ballot-on-behalf = Un bulletin ne se saisit pas au nom de quelqu’un. Celui qui est reçu sur papier se note depuis la page du vote, avec sa trace, par qui tient le vote.
forbidden-signature-on-behalf = Personne ne signe au nom de quelqu’un. Une signature donnée à la main se note depuis la page des signatures, avec son image.
forbidden-behalf-of-oneself = Personne n’agit au nom de soi-même.
transition-not-on-paper = Cette personne ne participe pas sur papier, ou n’est pas membre du conseil aujourd’hui.
transition-on-paper-already = Cette personne participe déjà sur papier.
transition-acting-over = Vous n’agissez plus au nom de la personne pour qui ce formulaire était rempli. Rien n’est enregistré. Recommencez à agir en son nom, puis envoyez de nouveau.
transition-acting-since = Cette page a été ouverte avant que vous n’agissiez au nom de quelqu’un. Rien n’est enregistré. Terminez d’abord, ou ouvrez la page de nouveau.

journal-behalf-paper-noted = { $actor } a noté la participation sur papier { DE($user) }.
journal-behalf-paper-ended = { $actor } a mis fin à la participation sur papier { DE($user) }.
journal-behalf-begun = { $actor } a commencé à agir au nom { DE($user) }.
journal-behalf-ended = { $actor } a cessé d’agir au nom { DE($user) }.

mail-on-paper-subject = Vous participez sur papier
mail-on-paper =
    { $by } a noté que vous avez demandé à participer sur papier, { $how }, le { $day }. L’équipe peut donc saisir en votre nom ce que vous lui demandez.

    Vous voyez tout ce qui est fait ainsi, et vous pouvez y mettre fin à tout moment :
    { $link }

    Si vous n’avez rien demandé, mettez-y fin et dites-le à la présidence du conseil.
mail-acted-subject = Ce qui a été fait en votre nom
mail-acted =
    { $by } a agi en votre nom, du { $from } à { $to }. Voici ce qui a été fait :

    { $lines }

    Vous le retrouvez sur votre compte, où vous pouvez mettre fin à votre participation sur papier :
    { $link }
mail-acted-nothing = Rien n’a été changé.
mail-acted-more =
    { $count ->
        [one] Et une autre chose.
       *[other] Et { $count } autres choses.
    }
