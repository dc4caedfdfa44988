# Photos of people and pictures of groups.

portraits-person = Photo
portraits-group = Picture of the group
portraits-person-lead = It is shown beside the name, to those who see this record. It is not needed: without it, initials are shown.
portraits-group-lead = It is shown beside the name of the group, to those who see the group. It is not needed.
portraits-file = File of the picture
portraits-file-hint = A JPEG, PNG, WebP or GIF picture of at most { $megabytes } MB. We keep its middle, square and small, without the place or the date where it was taken.
portraits-add = Add this picture
portraits-change = Change the picture
portraits-remove = Remove the photo
portraits-group-remove = Remove the picture of the group
portraits-done-changed = The picture is saved.
portraits-done-removed = The picture is removed.
problem-not-a-picture = this file is not a JPEG, PNG, WebP or GIF picture
problem-unreadable-picture = this picture cannot be read: it is damaged, or much too large
