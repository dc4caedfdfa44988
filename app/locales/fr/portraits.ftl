# Photos des personnes et images des groupes.

portraits-person = Photo
portraits-group = Image du groupe
portraits-person-lead = Elle est montrée à côté du nom, aux personnes qui voient cette fiche. Elle n’est pas nécessaire : sans elle, on voit les initiales.
portraits-group-lead = Elle est montrée à côté du nom du groupe, à qui voit le groupe. Elle n’est pas nécessaire.
portraits-file = Fichier de l’image
portraits-file-hint = Une image JPEG, PNG, WebP ou GIF, de { $megabytes } Mo au maximum. Nous en gardons le milieu, en carré et en petit, sans le lieu ni la date de la prise de vue.
portraits-add = Ajouter cette image
portraits-change = Changer l’image
portraits-remove = Retirer la photo
portraits-group-remove = Retirer l’image du groupe
portraits-done-changed = L’image est enregistrée.
portraits-done-removed = L’image est retirée.
problem-not-a-picture = ce fichier n’est pas une image JPEG, PNG, WebP ou GIF
problem-unreadable-picture = cette image ne peut pas être lue : elle est abîmée, ou beaucoup trop grande
