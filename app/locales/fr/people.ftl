# The directory, a person, mandates.

people-directory = Membres
people-count =
    { $count ->
        [one] Une personne
       *[other] { $count } personnes
    }
people-search = Rechercher
people-search-button = Rechercher
people-colleges = Collèges
people-all-colleges = Tous les collèges
people-none = Personne ne correspond à cette recherche.
people-see-everybody = Voir tous les membres
people-name = Prénom et nom
people-college = Collège
people-organisation = Organisation
people-organisation-hint = L’association, l’entreprise ou le service représenté.
people-commune = Commune
people-language = Langue
people-role = Rôle dans le conseil
people-mandates = Mandats
people-no-mandate = Aucun mandat.
people-mandate-start = Début du mandat
people-mandate-end = Fin du mandat
people-start-hint = Par exemple 30/04/2026. Aujourd’hui si vous laissez vide.
people-date-hint = Dernier jour, par exemple 30/04/2026. Sans limite si vous laissez vide.
people-groups = Groupes
people-group = Groupe
people-all-groups = Tous les groupes
people-all-communes = Toutes les communes
people-all-roles = Tous les rôles
people-email = Adresse électronique
people-phone = Téléphone
people-manage = Gérer cette fiche
people-from-to = Du { $from } au { $to }
people-since = Depuis le { $from }
