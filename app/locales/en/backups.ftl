# Backups, as whoever administers the site sees them.

backups-title = Backups
backups-text = Make sure that everything can be found again if the machine breaks down.
backups-lead = Each night, all that the council wrote and deposited is copied into a single file. The copy is restored at once for a test, apart from the site, to make sure that nothing is missing. Keep one somewhere else than on this machine.
backups-all = Latest backups
backups-next = Next backup: { $day }.
backups-since = (since { $day })
backups-sound-since = All is well: the backup of { $day } was restored for a test, and nothing is missing.
backups-first = The first backup is being prepared. Come back in a few minutes.
backups-none-made = This site is not backed up.
backups-none-made-mend = If the machine breaks down, everything will be lost. Whoever looks after the server must name a folder for backups in its settings (PREAU_BACKUP_DIR).
backups-state-sound = Tested, complete
backups-state-making = Being made
backups-state-failed = Failed
backups-files =
    { $count ->
        [0] no file
        [one] one file
       *[other] { $count } files
    }
backups-rows =
    { $count ->
        [one] one row
       *[other] { $count } rows
    }
backups-missing =
    { $count ->
        [one] one file missing
       *[other] { $count } files missing
    }
backups-tested = tested on { $time }
backups-encrypted = protected by a passphrase
backups-plain = no passphrase
backups-trouble-folder = The backup could not be written.
backups-trouble-folder-mend = The folder of the backups is full, absent or cannot be written. Ask whoever looks after the server to make room in it. It is tried again every hour.
backups-trouble-database = The database could not be read in full.
backups-trouble-database-mend = Ask whoever looks after the server to run “preau check”. It is tried again every hour.
backups-trouble-files = The deposited files could not be read.
backups-trouble-files-mend = The place where they are kept does not answer. Ask whoever looks after the server to run “preau check”. It is tried again every hour.
backups-trouble-missing = Deposited files are missing or were damaged.
backups-trouble-missing-mend = The backup has everything else. An earlier backup may still have them: ask whoever looks after the server to take them from it before it goes.
backups-trouble-test = The backup was made, but could not be restored for a test.
backups-trouble-test-mend = Do not rely on it. The disk may be damaged: ask whoever looks after the server to check it. It is tried again every hour.
backups-trouble-stopped = The site stopped during the backup.
backups-trouble-stopped-mend = Another is being prepared. If it happens again, tell whoever looks after the server.
backups-trouble-late = The last good backup is too old.
backups-trouble-late-mend = There should be one each night. Ask whoever looks after the server to check that the program is running, and that the folder of the backups is still set.
