# Avertir un autre logiciel.

webhooks-title = Avertir un autre logiciel
webhooks-text = Un message à un autre site à chaque publication, par exemple pour qu’il l’affiche.
webhooks-lead = À chaque publication, un message signé part vers l’adresse de votre choix. Il dit ce qui est devenu public, et ne nomme personne.
webhooks-active = En service
webhooks-failing = Rien n’est reçu depuis le { $day }
webhooks-stopped-asked = Arrêté le { $day }
webhooks-stopped-failing = Arrêté le { $day } : plus rien n’était reçu depuis quatre jours
webhooks-stopped-gone = Arrêté le { $day } : l’autre logiciel a répondu qu’il n’y a plus rien à cette adresse
webhooks-told-publication-published = publication d’un texte
webhooks-told-publication-corrected = correction d’une publication
webhooks-told-publication-standing = publication retirée, remplacée ou remise en vigueur
webhooks-told-test = message d’essai
webhooks-new = Avertir un logiciel de plus
webhooks-name = Nom du logiciel
webhooks-name-hint = Par exemple : site de la communauté de communes.
webhooks-address = Adresse où envoyer les messages
webhooks-address-hint = La personne qui s’occupe de l’autre logiciel vous la donne. Elle commence par https://.
webhooks-kinds = Ce dont il est averti
webhooks-add = Ajouter ce logiciel
webhooks-secret-once = Donnez ce secret, avec lequel les messages sont signés, à la personne qui s’occupe de l’autre logiciel. Il ne sera plus montré.
webhooks-test = Envoyer un message d’essai
webhooks-stop = Arrêter les messages
webhooks-resume = Reprendre les messages
webhooks-remove = Retirer ce logiciel
webhooks-remove-lead = Il ne sera plus averti, et la liste de ce qui lui a été envoyé sera oubliée.
webhooks-remove-now = Retirer le logiciel
webhooks-sent = Derniers messages
webhooks-nothing-sent = Rien n’a encore été envoyé.
webhooks-outcome-waiting = À renvoyer
webhooks-outcome-received = Reçu
webhooks-outcome-given-up = Non reçu
webhooks-outcome-dropped = Non envoyé
webhooks-trouble-private = l’adresse mène à un réseau privé
webhooks-trouble-unknown = cette adresse n’est pas connue
webhooks-trouble-silent = personne n’a répondu
webhooks-trouble-refused = le message a été refusé
webhooks-answered = réponse { $status }
webhooks-attempts = { $count ->
    [one] un envoi
   *[other] { $count } envois
 }
webhooks-tried = envoyé le { $day }
webhooks-done-removed = Le logiciel est retiré : il n’est plus averti.
webhooks-done-received = Le message d’essai est reçu.
webhooks-done-lost = Le message d’essai n’a pas été reçu. La raison est dans la liste des derniers messages.
webhooks-done-stopped = Les messages sont arrêtés.
webhooks-done-resumed = Les messages reprennent, à partir de maintenant.
transition-too-many-webhooks = Le site avertit déjà autant de logiciels qu’il est possible. Retirez-en un.
transition-webhook-stopped = Les messages à ce logiciel sont arrêtés : reprenez-les d’abord.
journal-webhook-added = { $actor } a fait avertir un autre logiciel des publications.
journal-webhook-stopped = Les messages à un autre logiciel sont arrêtés.
journal-webhook-resumed = { $actor } a repris les messages à un autre logiciel.
journal-webhook-removed = { $actor } a retiré un logiciel de ceux qui sont avertis.
