# Signing in, invitations, passwords, addresses, open sessions, and their letters.

accounts-sign-in = Sign in
accounts-sign-in-lead = With your e-mail address and your password.
accounts-email = E-mail address
accounts-password = Password
accounts-show = Show
accounts-show-what = the password
accounts-forgotten = Forgotten password
accounts-forgotten-title = Choose another password
accounts-forgotten-lead = Give your address: you will receive a link to choose another password.
accounts-forgotten-lead-here = Give your address: a link to choose a new password will be prepared. This site sends no mail: then ask whoever administers it for the link.
accounts-forgotten-send = Receive a link
accounts-forgotten-sent = If there is an account at this address, a message has just left. Its link works for two hours. If nothing comes within a few minutes, look among unwanted mail.
accounts-forgotten-sent-here = If an account exists at this address, a message is prepared. This site sends no mail: ask whoever administers it for the message. The link in it works for two hours.
accounts-back-to-sign-in = Back to signing in
accounts-password-hint = At least { $min } characters, nothing else is asked: a few unrelated words are easy to remember.
accounts-again = Once again, to check
accounts-reset-title = Your new password
accounts-reset-lead = The devices on which you were signed in will be signed out.
accounts-reset = Save and sign in
accounts-invitation-title = Welcome, { $name }
accounts-invitation-lead = Choose a password to open your account on the workspace of your council.
accounts-link-until = This link works once, until { $until }.
accounts-open = Open my account
accounts-confirm-title = Change of address
accounts-confirm-present = { $name }, do you confirm that your account changes its e-mail address? If you asked for nothing, do not confirm, and change your password.
accounts-confirm-new = { $name }, do you confirm that { $email } becomes the address of your account?
accounts-confirm = Confirm
accounts-confirmed-one-title = One address has confirmed
accounts-confirmed-one = Now open the link sent to the other address. Until then, your address stays the same.
accounts-confirmed-both-title = Your address is changed
accounts-confirmed-both = From now on, sign in with your new address. The former one was told.
accounts-confirmed-both-here = From now on, sign in with your new address.
accounts-see-account = See my account
accounts-account = My account
accounts-profile = Your record
accounts-about = A few words about you
accounts-about-hint = What the other members will read on your page.
accounts-phone-shown = Who sees your telephone number
accounts-email-shown = Who sees your e-mail address
accounts-shown-to-nobody = Nobody, but those who run the site
accounts-shown-to-groups = The people of my groups
accounts-shown-to-council = The whole council
accounts-save = Save
accounts-change-password-lead = Changing it signs out your other devices.
accounts-current-password = Present password
accounts-new-password = New password
accounts-change-password = Change password
accounts-address = Your e-mail address
accounts-address-lead = Your present address is { $email }. To change it, a link is sent to the former one and to the new one: both must confirm.
accounts-address-lead-here = Your present address is { $email }. To change it, two links are prepared, one for the old address and one for the new. This site sends no mail: whoever administers it will hand them over to you, and both must be opened.
accounts-address-pending = A change to { $email } is waiting: open the links sent to both addresses, within two days.
accounts-address-pending-here = A change to { $email } is waiting: ask whoever administers the site for the two links, and open them within two days.
accounts-new-email = New e-mail address
accounts-your-password = Your password
accounts-change-address = Change address
accounts-sessions = Your signed-in devices
accounts-sessions-lead = You do not know one of these devices? Sign it out, then change your password.
accounts-device = { $browser }, { $machine }
accounts-opened = signed in on { $at }
accounts-this-one = This device
accounts-close = Sign out
accounts-close-others = Sign out all other devices
accounts-leave = Signing out
accounts-leave-lead = On a shared computer, remember to sign out.
accounts-sign-out = Sign out
accounts-done-profile = Your record is saved.
accounts-done-password = Your new password is saved. Your other devices are signed out.
accounts-done-address = Two messages have left, one to your present address, one to the new one. Open both links to confirm.
accounts-done-address-here = Two messages are prepared, one for your present address, the other for the new one. This site sends no mail: whoever administers it will hand over the two links to open.
accounts-done-session = The device is signed out.
accounts-done-sessions = Your other devices are signed out.
browser-firefox = Firefox
browser-edge = Edge
browser-opera = Opera
browser-samsung = Samsung browser
browser-chrome = Chrome
browser-safari = Safari
browser-other = Another browser
machine-android = Android phone or tablet
machine-iphone = iPhone
machine-ipad = iPad
machine-windows = Windows computer
machine-mac = Mac computer
machine-chromebook = Chromebook
machine-linux = Linux computer
machine-other = another device
mail-hello = Dear { $name },
mail-invitation-subject = Your invitation – { $council }
mail-invitation =
    { $from } invites you to the workspace of your council, { $council }: its groups, its texts and its people are there.

    To open your account, choose a password at this address:

    { $link }

    This link works once, until { $until }. After that, ask the person who invited you for another one.
mail-password-reset-subject = Choose another password
mail-password-reset =
    You asked to choose another password. Here is where:

    { $link }

    This link works once, until { $until }. If you asked for nothing, do nothing: your password stays the same.
mail-present-address-subject = Confirm your change of address
mail-present-address =
    A change of e-mail address was asked for your account. To confirm it from your present address:

    { $link }

    This link works until { $until }. Another message was sent to the new address: both must be confirmed. If you asked for nothing, do not open this link, and change your password.
mail-new-address-subject = Confirm your new address
mail-new-address =
    You asked for this address to become that of your account. To confirm it:

    { $link }

    This link works until { $until }. Another message was sent to your present address: both must be confirmed.
mail-address-changed-subject = The address of your account has changed
mail-address-changed = The e-mail address of your account has just changed: this one no longer gives access to it, and receives nothing more from the council. If you did not ask for this change, tell the council staff at once.
mail-password-changed-subject = Your password has changed
mail-password-changed =
    The password of your account has just changed, and your other devices were signed out. If you did not do this, choose another one at once here:

    { $link }
