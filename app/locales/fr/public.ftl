# The public home.

public-lead = Des habitantes et des habitants écrivent ensemble et rendent des avis. Leur territoire : { $territory }.
public-read-latest = Lire le dernier texte
public-all-publications = Toutes les publications
public-latest = Ce que dit le conseil
public-groups = Les groupes au travail
public-join = Venir au conseil
public-write = Écrire au conseil
