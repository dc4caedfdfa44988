# Searching everything one may read.

search-title = Recherche
search-title-of = { $query }, recherche
search-field = Rechercher
search-do = Chercher
search-link = Rechercher
search-kinds = Nature
search-any-kind = Tout
search-kind-text = Textes
search-kind-publication = Publications
search-kind-message = Discussions
search-kind-document = Documents
search-kind-dossier = Dossiers de ressources
search-kind-review = Remarques
search-kind-comment = Commentaires
search-kind-person = Personnes
search-kind-group = Groupes
search-a-message = Message
search-a-document = Document, { $nature }
search-a-review = Remarque
search-a-comment = Commentaire
search-a-person = Personne
search-group = Groupe
search-any-group = Tous
search-author = Par
search-any-author = Tout le monde
search-period = Date
search-any-period = Toutes
search-period-semaine = Depuis sept jours
search-period-mois = Depuis trente jours
search-period-annee = Depuis un an
search-period-avant = Il y a plus d’un an
search-tag = Mot-clé
search-any-tag = Tous
search-chosen = Vos choix
search-chosen-one = { $name } : { $value }
search-unchoose = Ne plus limiter à :
search-choice = { $name } ({ $count })
search-page = page { $number }
search-slide = diapositive { $number }
search-sheet = feuille { $number }
search-page-of = de « { $title } »
search-hidden-subject = Sujet masqué
search-count =
    { $count ->
        [one] Un résultat
       *[other] { $count } résultats
    }
search-more = Plus de mille résultats. Voici les plus récents : ajoutez un mot pour préciser.
search-empty = Cherchez un mot dans les textes, les discussions, les documents, les groupes et les personnes.
search-too-common = Ce mot est trop courant pour être cherché seul. Ajoutez-en un autre.
search-none = Rien ne correspond à « { $query } ».
search-none-narrowed = Rien ne correspond avec ces choix.
search-widen = Chercher partout
search-try = Essayez avec
search-visitor = Sans vous connecter, vous cherchez dans les publications et les groupes ouverts.
search-help-phrase = Des guillemets gardent les mots ensemble : « réseau de chaleur ».
search-help-without = Un tiret devant un mot l’écarte : gare -vélo.
search-help-forms = Accents, singulier et pluriel, masculin et féminin ne comptent pas.
search-found-while-typing = Résultats :
search-nothing-while-typing = Rien pour l’instant. Continuez d’écrire, ou lancez la recherche.
