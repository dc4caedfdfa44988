# Texts as documents: the menu, the page of waiting, what documents say around a text.

printing-download = Télécharger
printing-pdf = PDF
printing-docx = Word (DOCX)
printing-odt = LibreOffice (ODT)
printing-epub = Liseuse (EPUB)
printing-html = Page web
printing-markdown = Texte simple (Markdown)
printing-use-pdf = pour lire et imprimer
printing-use-docx = pour modifier dans Word
printing-use-odt = pour modifier dans LibreOffice
printing-use-epub = pour lire sur une liseuse
printing-use-html = pour lire sans connexion
printing-use-markdown = le texte tel qu’il est écrit
printing-use-size = { $use_for }, { $size }
printing-shortfall-signs = Quelques signes de ce texte, comme des caractères rares, ne s’affichent pas dans le PDF. La page web les montre tous.
printing-shortfall-script = Une partie de ce texte, dans un autre alphabet, peut être mal lue par une synthèse vocale. La page web se lit mieux.
printing-shortfall-structure = Ce PDF ne suit pas toute la norme d’accessibilité PDF/UA. La page web se lit mieux avec une synthèse vocale.

printing-history = Télécharger en PDF

printing-waiting = Votre document se prépare
printing-waiting-more = Le téléchargement commence tout seul dans quelques secondes. Vous pourrez ensuite revenir au texte.
printing-failed = Ce document n’a pas pu être préparé
printing-failed-more = Vous pouvez choisir une autre forme du texte, par exemple la page web, ou réessayer dans une heure.
printing-return = Revenir au texte

printing-about = À propos de ce texte
printing-reference = { $kind }, version { $version }
printing-group = Groupe « { $group } »
printing-saved = Version enregistrée le { $day }
printing-adoption = Adoption : { $body }, { $day }
printing-votes = Vote : { $votes }
printing-draft = Document de travail : ce texte n’est pas adopté par le conseil.
printing-not-yet = Ce texte est adopté, mais il n’est pas encore public.
printing-replaced-by = Il est remplacé par le texte n° { $number }.
printing-former = Ceci est la version { $edition } de ce texte. Elle a été corrigée depuis.
printing-version = Version
printing-address = Adresse
printing-contents = Sommaire
printing-notes = Notes
printing-note = Note
printing-back = Revenir au texte
printing-image = Image :{" "}
printing-image-untold = Image sans description
printing-page = Page
printing-of = sur

printing-booklet = Livret (PDF)
printing-use-booklet = petites pages, pour lire ou faire imprimer
printing-folded = Livret à plier et agrafer (PDF)
printing-use-folded = sur des feuilles A4, recto verso, retourner sur les bords courts
