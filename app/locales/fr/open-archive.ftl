# L’archive ouverte : la copie à lire et ce qu’elle est.

open-archive-copy-of = { $council } : copie à lire
open-archive-copy-what = Ces pages disent ce que le conseil avait écrit et décidé quand cette archive a été faite. Elles se lisent sans le site et sans connexion.
open-archive-everything = Cette archive contient tout, y compris ce que le site ne montre qu’à certaines personnes : brouillons, groupes fermés et groupes secrets. Ne la donnez qu’à qui peut tout lire.
open-archive-home = Sommaire
open-archive-nothing = Il n’y en a pas encore.
open-archive-count = { $count ->
    [0] aucun élément
    [one] un élément
   *[other] { $count } éléments
}
open-archive-people = Membres
open-archive-groups = Groupes
open-archive-texts = Textes
open-archive-publications = Textes publiés
open-archive-library = Bibliothèques
open-archive-library-common = Bibliothèque commune
open-archive-library-of = Bibliothèque du groupe { $group }
open-archive-decisions = Registre des décisions
open-archive-framing = Charte et règlements
open-archive-tutorials = Tutoriels
open-archive-toolbox = Boîte à outils
open-archive-glossary = Glossaire
open-archive-presentation = Qui nous sommes
open-archive-joining = Nous rejoindre
open-archive-territory = Territoire
open-archive-name = Nom
open-archive-role = Fonction
open-archive-college = Collège
open-archive-organisation = Structure
open-archive-commune = Commune
open-archive-suspended = compte suspendu
open-archive-mandate = Mandat
open-archive-from = depuis le { $day }
open-archive-from-to = du { $from } au { $to }
open-archive-kind = Genre
open-archive-visibility = Qui le voit
open-archive-state = État
open-archive-state-active = Au travail
open-archive-asked-by = Demandé par
open-archive-due = Pour le
open-archive-deliverable = À remettre
open-archive-closing = À la clôture
open-archive-mission = Mission
open-archive-group = Groupe
open-archive-number = Numéro
open-archive-authors = Écrit par
open-archive-begun = Commencé le
open-archive-adopted = Adopté le
open-archive-adopted-by = Adopté par
open-archive-published = Publié le
open-archive-votes = Voix
open-archive-votes-said = pour : { $for }, contre : { $against }, abstentions : { $abstaining }
open-archive-fingerprint = Empreinte (SHA-256)
open-archive-frozen = le texte adopté, tel qu’il a été figé
open-archive-versions = Versions
open-archive-version = Version { $number }
open-archive-version-of = { $title }, version { $number }
open-archive-version-said = { $day }, { $name }
open-archive-present = version actuelle
open-archive-somebody = une personne effacée
open-archive-brief = En bref
open-archive-document-said = { $day }, déposé par { $name }
open-archive-source = Source
open-archive-author = Auteur
open-archive-licence = Droits
open-archive-missing = le fichier manquait quand cette archive a été faite
open-archive-question = Question
open-archive-result = Résultat
open-archive-carried = Adoptée
open-archive-rejected = Rejetée
open-archive-day = Date
open-archive-in-force = En vigueur depuis le { $day }
open-archive-prepared = En préparation
open-archive-abandoned = Abandonnée
open-archive-motives = Ce que change cette version
open-archive-minutes = { $count ->
    [one] une minute
   *[other] { $count } minutes
}
open-archive-set-aside = mis de côté par le conseil
open-archive-aim = But
open-archive-use-when = Quand l’utiliser
open-archive-room = Salle et matériel
open-archive-steps = Déroulé
open-archive-variants = Variantes
open-archive-traps = Pièges à éviter
open-archive-accessibility = Pour que chaque personne participe
open-archive-image = image : { $alt }

open-archive-readme-what = Ce dossier est l’archive ouverte du conseil : tout ce que contenait son site, dans une forme que chacun peut lire.
open-archive-readme-everything = ATTENTION. Il contient tout : les noms et les adresses des membres, les brouillons, les groupes fermés et les groupes secrets. Qui a fait cette archive tient la machine du site ; ne la confiez qu’à qui peut tout lire.
open-archive-readme-doors = Il n’y manque que ce qui ouvre des portes : mots de passe, liens et codes de connexion, clés, et les courriels. Une fois l’archive importée, chaque personne choisit un nouveau mot de passe.
open-archive-readme-copy = lecture/index.html : la copie à lire. Ouvrez ce fichier ; rien d’autre n’est nécessaire.
open-archive-readme-edited = council.toml, members.csv, groups.csv, glossary.csv, library.csv, contributions, library, methods, tutorials, charter : ce qui peut être repris dans un tableur ou un éditeur de texte, et importé de nouveau.
open-archive-readme-rows = archive : toutes les données, une ligne de JSON pour chaque enregistrement. archive/manifest.json donne l’empreinte de chaque fichier de ce dossier.
open-archive-readme-files = files : chaque fichier déposé, sous son empreinte SHA-256.
open-archive-readme-back = Pour revenir à un site : preau import suivi du nom de ce dossier, dans une installation vide. Rien n’est perdu.
