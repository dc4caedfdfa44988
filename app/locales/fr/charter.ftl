# La charte, le règlement intérieur et les autres textes qui encadrent le conseil.

menu-charter = Charte
framing-charter = Charte
framing-rules = Règlement intérieur
framing-protocol = Protocole
framing-guide = Guide

charter-title = Charte et règles
charter-lead = Les textes qui disent à quoi nous nous engageons et comment le conseil fonctionne.
charter-none = Le conseil n’a pas encore de texte en vigueur.
charter-texts = Les textes
charter-others = Les autres textes
charter-not-yet = Pas encore en vigueur
charter-back = Revenir
charter-save = Enregistrer
charter-article = Article { $number }
charter-article-titled = { $name }. { $title }
charter-articles =
    { $count ->
        [one] Voir son article
       *[other] Voir ses { $count } articles
    }
charter-article-history = Historique de l’article
charter-article-history-of = Historique de l’article : { $article }
charter-preamble = Préambule
charter-version = Version { $number }
charter-version-of = { $title }, version { $number }
charter-prepared = La version { $number } est en préparation
charter-empty = Cette version ne contient encore rien.

charter-standing-preparing = En préparation
charter-standing-amending = Ouverte aux amendements
charter-standing-examined = Examinée
charter-standing-voting = Soumise au vote
charter-standing-to-come = Adoptée
charter-standing-in-force = En vigueur
charter-standing-replaced = Remplacée
charter-standing-abandoned = Abandonnée

charter-from = depuis le { $day }
charter-to-come = en vigueur à partir du { $day }
charter-from-until = du { $from } au { $until }
charter-amendable = amendements du { $from } au { $until }
charter-wished = entrée en vigueur souhaitée le { $day }
charter-decided = adoptée le { $day }
charter-decided-by = { $body }, le { $day }
charter-on-day = Voici le texte en vigueur le { $day }.
charter-on-day-none = Aucune version n’était en vigueur le { $day }.
charter-today = Lire le texte en vigueur aujourd’hui

charter-history = Versions du texte
charter-history-do = Versions du texte
charter-on-title = Le texte en vigueur un jour donné
charter-on = Date
charter-on-hint = Par exemple 30/04/2026
charter-on-do = Lire le texte
charter-compare = De la version { $from } à la version { $to }
charter-compare-with = Comparer avec la version { $number }
charter-compare-changed =
    { $count ->
        [0] Aucun article n’a changé.
        [one] Un article a changé.
       *[other] { $count } articles ont changé.
    }
charter-article-changed = Modifié
charter-article-added = Ajouté
charter-article-removed = Supprimé

charter-add = Ajouter un texte
charter-new = Nouveau texte
charter-new-lead = Vous écrirez sa première version juste après. Personne ne la lira comme un texte en vigueur avant son adoption par un vote.
charter-new-do = Créer le texte
charter-settings = Réglages du texte
charter-settings-do = Réglages
charter-kind = Nature du texte
charter-name = Titre
charter-aim = À quoi il sert
charter-aim-hint = En une phrase, pour qui le découvre.
charter-to-sign = Signature
charter-to-sign-yes = Chaque membre signe ce texte
charter-to-sign-no = Ce texte ne se signe pas
charter-to-sign-hint = La signature est demandée à l’entrée en vigueur de chaque version.
charter-begin = Préparer une nouvelle version

charter-edit = Écrire la version { $number }
charter-edit-do = Écrire cette version
charter-edit-lead = Un titre de niveau 2 commence un article. Laissez-le sans numéro : il recevra le sien quand vous enregistrerez. Un article en vigueur garde le sien pour toujours.
charter-body = Texte
charter-body-hint = Par exemple : ## Les séances. Un titre de niveau 1 (#) commence une partie.
charter-motives = Ce qui change, et pourquoi
charter-motives-hint = Ces motifs sont lus avec la version, par tout le conseil.
charter-starts-on = Entrée en vigueur
charter-starts-on-hint = Par exemple 01/09/2026. Sans date, la version entre en vigueur le jour de la décision.

charter-open-amendments = Ouvrir aux amendements
charter-open-amendments-lead = Le texte ne changera plus pendant cette période.
charter-open-amendments-do = Ouvrir aux amendements
charter-amendable-from = Premier jour
charter-amendable-from-hint = Sans date, dès aujourd’hui.
charter-amendable-until = Dernier jour
charter-amendable-until-hint = Par exemple 30/04/2026
charter-examine-do = Passer à l’examen
charter-resume-do = Reprendre l’écriture
charter-abandon-do = Abandonner cette version
charter-vote-do = Soumettre au vote
charter-vote-see = Voir le vote
charter-question-adopt = Adoptez-vous la version { $number } du texte « { $title } » ?
charter-poll-about = Ce vote porte sur :
charter-poll-effect = Si elle est adoptée, elle entre en vigueur à la date prévue ; sinon, elle revient en préparation.

charter-done-change = Les réglages sont enregistrés.
charter-done-enregistre = La version est enregistrée.
charter-done-reuni = La version est enregistrée, avec ce que quelqu’un d’autre y a changé entre-temps.
charter-done-ouvert = La version est ouverte aux amendements.
charter-done-examine = La version est à l’examen.
charter-done-repris = La version est de nouveau en préparation.
charter-done-abandonne = La version est abandonnée ; elle reste lisible dans l’historique.

forbidden-chair-or-staff-only = Seules la présidence et l’équipe peuvent faire cela.
forbidden-staff-only = Seule l’équipe peut faire cela.
transition-framing-state = Cette version n’en est plus là : rien n’a été changé. Relisez où elle en est.
transition-framing-articles = Deux articles portent le même numéro, ou l’un porte le numéro d’un article supprimé : rien n’a été changé. Ouvrez le texte, corrigez ce numéro et enregistrez.
transition-just-typed = Quelqu’un vient d’écrire dans ce texte : rien d’autre n’a été changé. Relisez-le, puis recommencez.
transition-framing-prepared = Une version de ce texte est déjà en préparation.
transition-not-in-force = Cette version n’est pas en vigueur : rien n’a été signé. Lisez celle qui l’est.
transition-already-signed = Cette version est déjà signée.
transition-not-to-be-signed = Ce texte ne se signe pas.
problem-no-article = écrivez au moins un article : un titre précédé de ##
problem-same-article = deux articles portent le numéro { $number }
problem-article-gone = le numéro { $number } a été celui d’un article supprimé : il ne sert plus

journal-charter-added = { $actor } a ajouté un texte à la charte et aux règles.
journal-charter-changed = { $actor } a modifié les réglages d’un texte de la charte et des règles.
journal-charter-begun = { $actor } a commencé une nouvelle version d’un texte de la charte et des règles.
journal-charter-saved = { $actor } a enregistré une version d’un texte de la charte et des règles.
journal-charter-amendments = { $actor } a ouvert aux amendements une version d’un texte de la charte et des règles.
journal-charter-examined = { $actor } a passé à l’examen une version d’un texte de la charte et des règles.
journal-charter-resumed = { $actor } a repris l’écriture d’une version d’un texte de la charte et des règles.
journal-charter-abandoned = { $actor } a abandonné une version d’un texte de la charte et des règles.
journal-charter-put-to-vote = { $actor } a soumis au vote une version d’un texte de la charte et des règles.
journal-charter-vote-called-off = { $actor } a annulé le vote sur une version d’un texte de la charte et des règles.
journal-charter-adopted = Une version d’un texte de la charte et des règles a été adoptée ; { $actor } l’a proclamé.
journal-charter-rejected = Une version d’un texte de la charte et des règles a été rejetée ; { $actor } l’a proclamé.

charter-article-lead = Quand il est venu, ce qui a changé, par quelle décision.
charter-sign = Signer
charter-sign-title = Signer : { $title }
charter-sign-first = Lisez le texte en entier avant de le signer.
charter-sign-again =
    { $count ->
        [0] Vous avez signé la version { $before }. Aucun article n’a changé depuis.
        [one] Vous avez signé la version { $before }. Voici l’article qui a changé depuis.
       *[other] Vous avez signé la version { $before }. Voici les { $count } articles qui ont changé depuis.
    }
charter-sign-whole = Lire le texte en entier
charter-sign-said = { $name } signe la version { $number } du texte « { $title } », le { $day }.
charter-sign-kept = Votre nom, la date et l’empreinte du texte sont conservés. Tous les membres voient qui a signé.
charter-sign-do = Signer : { $title }
charter-signed-on = Vous avez signé cette version le { $day }.
charter-signatures = Signatures : { $title }, version { $number }
charter-signatures-do = Voir les signatures
charter-signatures-none = Personne n’a encore signé cette version.
charter-signatures-count =
    { $count ->
        [0] Aucune signature
        [one] Une signature
       *[other] { $count } signatures
    }
charter-signatures-waiting =
    { $count ->
        [one] Une personne n’a pas encore signé
       *[other] { $count } personnes n’ont pas encore signé
    }
charter-signatures-of = Signatures de la version { $number }
charter-on-paper = sur papier
charter-scan = Copie numérisée
charter-scan-of = Copie numérisée : { $name }
charter-scan-hint = Un PDF ou une image, { $megabytes } Mo au plus. Seules l’équipe et la personne qui a signé peuvent la voir.
charter-paper = Une signature sur papier
charter-paper-lead = Quelqu’un a signé le texte imprimé : notez-le ici, avec la copie de la page signée.
charter-paper-who = Qui a signé
charter-paper-on = Le jour de la signature
charter-paper-do = Enregistrer la signature
charter-done-signe = Votre signature est enregistrée.
charter-done-papier = La signature sur papier est enregistrée.
home-ask-sign-title = Signer
home-ask-sign-text = Ce texte est en vigueur : chaque membre le signe.
home-ask-sign-action = Lire et signer
problem-not-a-scan = choisissez un PDF ou une image
problem-before-in-force = le texte n’était pas encore en vigueur ce jour-là
journal-charter-signed = Un texte de la charte et des règles a été signé par { $actor }.
journal-charter-signature-taken = La signature sur papier { DE($user) } a été enregistrée par { $actor }.
journal-charter-signature-refused = Une signature tentée par { $actor } a été refusée : la version n’était pas à signer.
search-kind-article = Articles de la charte et des règles
charter-one-article = Article
feed-line-charter-amendments = { $who } a ouvert aux amendements une version de { $link }.
feed-line-charter-put-to-vote = { $who } a soumis au vote une version de { $link }.
feed-line-charter-adopted = Une version de { $link } a été adoptée.
journal-subject-charte = Charte et règles

charter-print-from = En vigueur depuis le { $day }
charter-print-from-until = En vigueur du { $from } au { $until }
charter-print-adopted = Adoption : { $day }
charter-print-force = Entrée en vigueur
charter-print-to-come = Cette version est adoptée, mais elle n’est pas encore en vigueur.
charter-print-replaced = Cette version n’est plus en vigueur : une autre l’a remplacée.
charter-print-abandoned = Cette version a été abandonnée : elle n’a jamais été en vigueur.
charter-print-draft = Document de travail : cette version n’est pas adoptée par le conseil.

charter-remind = Relancer par message
charter-remind-hint = Un message part à celles et ceux qui n’ont pas signé. Personne n’en reçoit deux en moins de trois jours, ni qui a choisi de n’en pas recevoir. Sans cela, un premier message puis trois rappels partent d’eux-mêmes, tous les quinze jours.
charter-done-relance = Les messages partent.
charter-done-relance-personne = Aucun message ne part : chacune et chacun en a reçu un il y a moins de trois jours, ou n’en veut pas.
journal-charter-signatures-asked = { $actor } a relancé par message celles et ceux qui n’ont pas signé un texte de la charte et des règles.
