# The ways in which people sign in: codes besides the password, recovery codes, links by mail, passkeys; proving again who one is.

security-title = Security of your sign-in
security-lead = What protects your account, besides your password.
security-account-lead = A code at each sign-in, a passkey instead of the password.
security-see = Set how you sign in
codes-title = Two-step verification
codes-lead = At each sign-in, after your password, a six-digit code is asked. An application of your telephone shows it: a stolen password is not enough any more.
codes-begin = Set the verification up
codes-put-in-place = Setting two-step verification up
codes-required-lead = The council asks this of those who administer the site and of the chair. It takes five minutes, once.
codes-step-application = Install an application that shows codes
codes-step-application-text = On your telephone, such as Aegis, FreeOTP or the one you already have. It works without a network.
codes-step-secret = Give it the secret of your account
codes-step-secret-text = In the application, add an account and aim at this picture.
codes-picture = Picture to aim at with the application
codes-or-here = Are you reading this page on that telephone?
codes-open-application = Open the application
codes-or-copy = The picture does not work? Copy these letters into the application:
codes-step-code = Check that it works
codes-first-code = Code shown by the application
codes-first-code-hint = Six digits, which change every thirty seconds.
codes-confirm = Check and finish
codes-recovery-title = Your recovery codes
codes-recovery-whose = { $name }, { $council }, { $site }
codes-recovery-made = Codes made on { $day }.
codes-recovery-once = These codes will not be shown again. Print this page or copy them, and keep them away from your telephone.
codes-recovery-use = Without your telephone, one of these codes replaces that of the application. Each serves once.
codes-recovery-kept = My codes are put away
codes-recovery-left =
    { $count ->
        [0] You have no recovery code left.
        [one] You have one recovery code left.
       *[other] You have { $count } recovery codes left.
    }
codes-renew = Make other recovery codes
codes-on = In place
codes-since = since { $day }
codes-stop = Remove the verification
codes-stop-lead = Your password will be enough to come in again. Your recovery codes will be void.
codes-stop-now = Remove two-step verification
codes-done-stopped = Two-step verification is removed.
codes-second-step = Your code
codes-second-step-lead = Your password is right. What is left is the code that your application shows.
codes-code = Verification code
codes-code-hint = Six digits, or one of your recovery codes.
codes-go-on = Go on
codes-lost = You have neither your telephone nor your recovery codes? Ask whoever administers the site to remove this verification.
link-title = Signing in without a password
link-lead = Give your address: you will receive a link to sign in.
link-lead-here = Give your address: a link to sign in will be prepared. This site sends no mail: then ask whoever administers it for this link.
link-ask = Receive a link by e-mail
link-sent = If an account has this address, a message has just left. Its link works once, for a quarter of an hour. If nothing comes within a few minutes, look among the junk mail.
link-sent-here = If an account has this address, a message is prepared. This site sends no mail: ask whoever administers it for this message. Its link works once, for a quarter of an hour.
link-welcome = Hello, { $name }
link-welcome-lead = This link serves once. Press the button to come in.
passkeys-title = Passkeys
passkeys-lead = Your telephone, your computer or a key that you plug in knows you by your finger, your face or a code. There is no password to remember or to type any more.
passkeys-not-here = Passkeys only work on a site that has a name and a protected address, in “https”. They are not possible here: this site is open at an address in digits, or without protection.
passkeys-without-script = Passkeys need JavaScript and a recent browser. Your password still works.
passkeys-not-given = The passkey was not given. Try again, or use your password.
passkeys-use = Use a passkey
passkeys-sign-in-title = Signing in with a passkey
passkeys-sign-in-lead = Your device will ask for your finger, your face or its code.
passkeys-sign-in = Sign in with a passkey
passkeys-add = Add a passkey
passkeys-add-lead = Your device is going to keep a key for this site. Give it a name that will tell you where it is.
passkeys-name = Name of the key
passkeys-name-hint = Such as: telephone, computer at home.
passkeys-make = Make the key
passkeys-added = added on { $day }
passkeys-used = used on { $day }
passkeys-never-used = not used yet
passkeys-rename = Rename the key
passkeys-remove = Remove this key
passkeys-remove-lead = It will not open this site any more. Remove it from the device that keeps it too.
passkeys-remove-now = Remove the passkey
passkeys-done-added = The passkey is added: it can replace your password.
passkeys-done-renamed = The key has another name.
passkeys-done-removed = The passkey is removed.
providers-title = Sign-in services
providers-lead = An account that you have elsewhere can open this one, instead of your password. That service learns that you come here, and nothing else. Your password and the link by mail always work.
providers-sign-in = Sign in with { $name }
providers-link = Link my { $name } account
providers-linked = linked on { $day }
providers-used = used on { $day }
providers-never-used = not used yet
providers-unlink = Unlink
providers-done-linked = That account is linked: it can replace your password.
providers-done-unlinked = That account is no longer linked to yours.
providers-leaving = You are going to { $name }
providers-leaving-lead = You will say there who you are, then come back here. If nothing happens, press the button.
providers-go-on = Go on to { $name }
providers-in-vain = You were not signed in
providers-again = Start again
providers-by-password = Sign in with my password
providers-back-to-account = Back to the security of my account
prove-title = Confirm that it is you
prove-lead = What follows touches security: give your password again. It will not be asked for a quarter of an hour.
prove-lead-form = What follows touches security: give your password again. What you asked is kept, and will go on at once.
prove-or = or
prove-by-passkey = Confirm with a passkey
prove-forgotten = You do not remember it?
problem-wrong-code = this code does not fit, or was used already
error-proof = Confirm that it is you
error-proof-text = This touches security: give your password again first.
transition-codes-are-on = Two-step verification is already in place.
transition-codes-are-off = Two-step verification is not in place.
transition-own-codes-first = First set two-step verification up for your own account.
transition-passkey-refused = This passkey was not recognised. Try again, or use your password.
transition-too-many-passkeys = You already have as many passkeys as one may. Remove one.
transition-provider-away = The sign-in service does not answer, or is set up wrongly. Try later, or come in another way.
transition-provider-declined = You gave up, or the sign-in service refused. Nothing has changed.
transition-provider-over = This request waited too long, was used already, or comes from another browser. Start again.
transition-provider-not-trusted = What the sign-in service answered is not safe: nothing was opened. Come in another way, and tell whoever runs the site.
transition-provider-clock = The sign-in service and this site do not have the same time: nothing was opened. Come in another way, and tell whoever runs the site.
transition-provider-unknown = No account here is linked to that one. Come in another way first, then link the two from your account. If you are not a member yet, ask for an invitation.
transition-provider-taken = One of the two accounts is already linked to another. Come in another way, and look at the security of your account.
council-codes = How those who hold the keys sign in
council-codes-free = Two-step verification is everyone’s choice. You may ask it of those who administer the site and of the chair: they will set it up when they next sign in.
council-codes-required = Two-step verification is asked of those who administer the site and of the chair.
council-codes-require = Ask for the verification
council-codes-release = Ask for it no more
council-codes-done = The verification is asked for. Those concerned who do not have it yet are signed out, and will set it up when they come back.
council-codes-undone = The verification is everyone’s choice again.
administration-reset-codes = Remove the verification of { $name }
administration-reset-codes-lead = If this person lost their telephone and their recovery codes. Make sure that it is they who ask. Their password will be enough to come in, and a message will tell them so.
administration-done-codes = Two-step verification is removed, and the person is told.
journal-account-codes-on = { $actor } set two-step verification up.
journal-account-codes-off = { $actor } removed their two-step verification.
journal-account-codes-reset = { $actor } removed the two-step verification of an account ({ $user }).
journal-account-recovery-used = { $actor } used a recovery code.
journal-account-recovery-renewed = { $actor } made other recovery codes.
journal-account-passkey-added = { $actor } added a passkey.
journal-account-passkey-removed = { $actor } removed a passkey.
journal-account-provider-linked = { $actor } linked an account elsewhere to theirs.
journal-account-provider-unlinked = { $actor } unlinked an account elsewhere from theirs.
journal-council-codes-required = { $actor } asked two-step verification of those who administer and of the chair.
journal-council-codes-not-required = { $actor } asks for two-step verification no more.
mail-sign-in-subject = Your link to sign in
mail-sign-in =
    You asked to sign in without a password. It is at this address:

    { $link }

    This link works once, until { $until }. If you asked for nothing, do nothing, and give it to nobody: it opens your account.
mail-new-device-subject = Signed in from a new device
mail-new-device =
    Your account has just been opened from a device never seen here: { $device }, on { $at }.

    If it was you, there is nothing to do. If not, choose another password at once: every device will be signed out.

    { $link }

    Then tell the team of the council.
mail-way-subject = The security of your sign-in changed
mail-way =
    { $what }

    If this was not you, choose another password here at once, and tell the team of the council:

    { $link }
mail-way-codes-on = Two-step verification is now in place: a code will be asked at each sign-in. Keep your recovery codes away from your telephone.
mail-way-codes-off = The two-step verification of your account has just been removed: your password is now enough to come in.
mail-way-codes-reset = Somebody who administers the site has just removed the two-step verification of your account: your password is now enough to come in. You can set it up again from your account.
mail-way-recovery-used = One of your recovery codes has just been used instead of your application. It will not serve again.
mail-way-recovery-renewed = Other recovery codes have just been made for your account. The former ones are void.
mail-way-passkey-added = A passkey has just been added to your account: it opens it without a password.
mail-way-provider-linked = An account elsewhere has just been linked to yours: it opens it without your password. You can unlink it from your account.
mail-way-provider-unlinked = An account elsewhere is no longer linked to yours.
mail-way-token-made = A token has just been made in your account: a program can act here in your name. If it is not yours, revoke it at once from your account.
mail-way-passkey-removed = A passkey has just been removed from your account.
