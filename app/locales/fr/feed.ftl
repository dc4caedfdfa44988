# The news feed, of one group and of all those one reads.

feed-title = Actualités des groupes
feed-lead = Ce qui s’est passé dans les groupes que vous lisez, le plus récent d’abord.
feed-group = Actualités du groupe
feed-now = Ce qui se passe
feed-all = Toutes les actualités du groupe
feed-older = Voir plus ancien
feed-none = Il ne s’est encore rien passé dans ce que vous lisez.
feed-none-action = Voir les groupes
feed-line-group-created = { $who } a ouvert le groupe { $link }.
feed-line-group-changed = { $who } a modifié les réglages du groupe { $link }.
feed-line-group-begun = { $who } a lancé le travail du groupe { $link }.
feed-line-group-closed = { $who } a clos le groupe { $link }.
feed-line-group-reopened = { $who } a rouvert le groupe { $link }.
feed-line-group-member-joined = { $who } a rejoint le groupe { $link }.
feed-line-group-member-added = { $who } a fait entrer { $whom } dans le groupe { $link }.
feed-line-group-member-left = { $who } a quitté le groupe { $link }.
feed-line-group-member-role-changed = { $who } a changé le rôle de { $whom } dans le groupe { $link }.
feed-line-handover-accepted = { $who } a pris la suite de { $whom } dans le groupe { $link }.
feed-line-contribution-created = { $who } a commencé un texte : { $link }.
feed-line-contribution-revised = { $who } a travaillé sur { $link }.
feed-line-contribution-submitted = { $who } a envoyé en relecture { $link }.
feed-line-contribution-reviewed = { $who } a relu { $link }.
feed-line-contribution-proposed = { $who } a proposé à l’adoption { $link }.
feed-line-contribution-sent-back = { $who } a renvoyé au groupe { $link }.
feed-line-contribution-adopted = Le conseil a adopté { $link }.
feed-line-contribution-published = Le conseil a publié { $link }.
