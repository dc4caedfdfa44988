# Images in texts.

images-title = Ajouter une image
images-add = Ajouter une image
images-lead = L’image est réduite et gardée avec ce texte. Ce que l’appareil note à côté d’une photo (le lieu, la date) n’est pas gardé.
images-typing = Vous avez commencé à écrire sans enregistrer : l’image rejoint ce que vous écrivez, et rien n’est perdu.
images-alt = Description
images-alt-hint = Dites ce que montre l’image, pour les personnes qui ne la voient pas. { $count } signes au plus.
images-decorative = L’image est décorative : elle ne montre rien que le texte ne dise déjà
images-after = Où la placer
images-at-end = À la fin du texte
images-after-words = Après le passage { $number } : { $words }
images-file = Image
images-file-hint = Une photo ou un dessin (JPEG, PNG, WebP ou GIF), { $megabytes } Mo au plus.
images-do = Ajouter l’image
images-back = Revenir au texte
contributions-done-image = L’image est dans le texte que vous écrivez. Enregistrez pour en faire une version.
problem-undescribed = décrivez l’image, ou cochez « décorative » si elle ne montre rien que le texte ne dise
