# Telling other software.

webhooks-title = Telling other software
webhooks-text = A message to another site at each publication, for example so that it shows it.
webhooks-lead = At each publication, a signed message leaves for the address of your choice. It says what became public, and names nobody.
webhooks-active = In service
webhooks-failing = Nothing received since { $day }
webhooks-stopped-asked = Stopped on { $day }
webhooks-stopped-failing = Stopped on { $day }: nothing had been received for four days
webhooks-stopped-gone = Stopped on { $day }: the other software answered that there is nothing at this address any more
webhooks-told-publication-published = a text is published
webhooks-told-publication-corrected = a publication is corrected
webhooks-told-publication-standing = a publication is withdrawn, replaced or in force again
webhooks-told-test = test message
webhooks-new = Tell more software
webhooks-name = Name of the software
webhooks-name-hint = For example: website of the county.
webhooks-address = Address to send messages to
webhooks-address-hint = Whoever looks after the other software gives it to you. It begins with https://.
webhooks-kinds = What it is told of
webhooks-add = Add this software
webhooks-secret-once = Give this secret, with which messages are signed, to whoever looks after the other software. It will not be shown again.
webhooks-test = Send a test message
webhooks-stop = Stop the messages
webhooks-resume = Resume the messages
webhooks-remove = Remove this software
webhooks-remove-lead = It will be told nothing more, and the list of what was sent to it will be forgotten.
webhooks-remove-now = Remove the software
webhooks-sent = Latest messages
webhooks-nothing-sent = Nothing was sent yet.
webhooks-outcome-waiting = To be sent again
webhooks-outcome-received = Received
webhooks-outcome-given-up = Not received
webhooks-outcome-dropped = Not sent
webhooks-trouble-private = the address leads to a private network
webhooks-trouble-unknown = this address is not known
webhooks-trouble-silent = nobody answered
webhooks-trouble-refused = the message was refused
webhooks-answered = answer { $status }
webhooks-attempts = { $count ->
    [one] sent once
   *[other] sent { $count } times
 }
webhooks-tried = sent on { $day }
webhooks-done-removed = The software is removed: it is told nothing more.
webhooks-done-received = The test message was received.
webhooks-done-lost = The test message was not received. The reason is in the list of the latest messages.
webhooks-done-stopped = The messages are stopped.
webhooks-done-resumed = The messages resume, from now on.
transition-too-many-webhooks = The site already tells as much software as possible. Remove one.
transition-webhook-stopped = The messages to this software are stopped: resume them first.
journal-webhook-added = { $actor } had other software told of publications.
journal-webhook-stopped = The messages to other software are stopped.
journal-webhook-resumed = { $actor } resumed the messages to other software.
journal-webhook-removed = { $actor } removed software from what is told.
