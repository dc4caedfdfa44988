# The council’s settings and words.

council-settings = Le conseil
council-settings-text = Son nom, sa présentation au public, ses collèges, ses mots à lui.
council-identity = Présentation
council-name = Nom du conseil
council-name-hint = En entier, par exemple « Conseil de développement du Pays des Trois Rivières ».
council-territory = Territoire
council-territory-hint = Le nom court qui s’affiche en haut des pages.
council-presentation = Qui nous sommes
council-presentation-hint = Sur la page d’accueil publique. Une ligne vide sépare deux paragraphes ; « **mot** » met en gras.
council-joining = Venir au conseil
council-joining-hint = À qui s’adresser, ce que cela demande, comment cela se passe.
council-contact = Adresse de contact
council-contact-hint = Affichée au public. L’adresse du conseil plutôt que celle d’une personne.
council-colleges = Collèges
council-colleges-hint = Un par ligne, dans l’ordre où ils s’affichent.
council-words = Les mots du conseil
council-words-hint = Remplacez ici les mots du logiciel par ceux de votre conseil. Une case vide garde le mot du logiciel.
council-saved = Les réglages sont enregistrés.
council-texts = Les textes
council-checklist = À vérifier avant de proposer un texte à l’adoption
council-checklist-hint = Un point par ligne, par exemple « Le résumé tient en trois phrases ». Les points s’affichent sur chaque texte en relecture ; ils rappellent, sans rien bloquer.
