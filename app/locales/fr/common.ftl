# What several features say: the shell, dates, names of kinds, roles and states.

product = Préau
document-title = { $page } – { $council }
skip = Aller au contenu
breadcrumb = Fil d’Ariane

menu = Principale
menu-home = Accueil
menu-groups = Groupes
menu-texts = Textes
menu-publications = Publications
menu-members = Membres
menu-administration = Administration
menu-more = Plus
menu-account = Mon compte
menu-council = Le conseil
menu-sign-in = Se connecter

foot-accessibility = Accessibilité
foot-personal-data = Données personnelles
foot-legal = Mentions légales
foot-feed = Flux des publications

pager = Pages
pager-page = Page { $number }
pager-previous = Précédente
pager-next = Suivante

field-optional = (facultatif)
filter = Filtrer
errors-title =
    { $count ->
        [one] Une réponse est à corriger
       *[other] { $count } réponses sont à corriger
    }
errors-line = { $label } : { $problem }

date-day =
    { $day ->
        [1] 1er { $month } { $year }
       *[other] { $day } { $month } { $year }
    }
date-weekday =
    { $day ->
        [1] { $weekday } 1er { $month }
       *[other] { $weekday } { $day } { $month }
    }
date-time = { $hour } h { $minute }
date-hour = { $hour } h
date-moment = { $day } à { $time }
list-and = { $first } et { $last }

month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre

weekday-1 = lundi
weekday-2 = mardi
weekday-3 = mercredi
weekday-4 = jeudi
weekday-5 = vendredi
weekday-6 = samedi
weekday-7 = dimanche

number-1 = Une
number-2 = Deux
number-3 = Trois
number-4 = Quatre
number-5 = Cinq
number-6 = Six
number-7 = Sept
number-8 = Huit
number-9 = Neuf
number-10 = Dix

kind-contribution = Contribution
kind-opinion = Avis
kind-synthesis = Synthèse
kind-note = Note
kind-minutes = Compte rendu

group-working-group = Groupe de travail
group-committee = Commission
group-bureau = Bureau
group-plenary = Plénière
group-neighbourhood = Conseil de quartier

role-member = Membre
role-chair = Présidence
role-vice-chair = Vice-présidence
role-staff = Équipe du conseil
role-guest = Personne invitée
role-facilitator = Référente ou référent
role-observer = Observatrice ou observateur
