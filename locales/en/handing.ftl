# Another service looks into a ticket: its card, what is said of it, and what comes with it.

card-with-nobody = With { $service }, nobody yet: who picks it up?
card-with = With { $service }: { $assignee }
card-guest-over = This is no longer with you.
card-other-topic = { $guest ->
    [1] Home topic
   *[other] Their topic
}
card-transfer-note = { $guest ->
    [1] <b>What you are asked:</b>
   *[other] <b>What they are asked:</b>
}
card-verdict = <b>{ $service } has found:</b> { $part }

card-ask-service = <b>Which service is to look into it?</b> You stay the customer's contact.
card-ask-note = <b>{ $name }, what should { $service } know?</b> Your next message here is the note. The customer does not see it.
card-ask-verdict = { $step ->
    [part] <b>{ $name }, which part failed?</b> Your next message here, 1 of 3. The customer does not see it.
    [resolution] <b>{ $name }, how can it be resolved?</b> Your next message here, 2 of 3. The customer does not see it.
   *[variants] <b>{ $name }, are there ways to choose from?</b> Up to 6, one a line, 3 of 3; or “none”.
}
card-ask-declined = <b>{ $name }, why is it not yours?</b> Your next message here is the reason. The customer does not see it.
card-ask-offer = <b>{ $name }, what do we write to the customer?</b> Your next message here goes to the customer, with the ways to choose from below it.

card-button-transfer = To another service
card-button-pick-up = Pick up
card-button-verdict = Verdict
card-button-no-variants = None
card-button-hand-back = Decline
card-button-recall = Take back
card-button-offer = Offer the customer a choice

ticket-transferred = #{ $number }: our service { $service } is looking into it. { $executor } stays your contact.

staff-transferred = <b>{ $by } asks { $service }:</b> { $note }
staff-transfer-left = <b>{ $name } is gone from { $service }, and #{ $number } is with nobody there.</b> Who picks it up?
staff-verdict = { $name }, { $service } has found what it is. <b>{ $part }:</b> { $resolution }
staff-verdict-variant = • { $variant }
staff-transfer-declined = { $name }, { $service } has declined it ({ $by }): { $reason }
staff-guest-over = { $why ->
    [verdict] <b>Thank you.</b> { $name } has the verdict and goes on with #{ $number }.
    [declined] <b>Declined.</b> { $name } knows why.
    [recalled] <b>{ $name } goes on alone with #{ $number }.</b> Nothing more to do here.
    [onward] <b>#{ $number } is with another service now.</b> Nothing more to do here.
    [closed] <b>#{ $number } is closed.</b> Nothing more to do here.
   *[back] <b>#{ $number } is back with { $name }.</b> Nothing more to do here.
}
staff-overtaken = <b>This stayed a note:</b> the ticket has changed meanwhile. If it is still needed, please use the card's button again.

briefing-note = <b>What you are asked</b>
briefing-talk = { $left ->
    [0] <b>Said so far</b>
    [one] <b>Said so far</b>, without { $left } earlier message
   *[other] <b>Said so far</b>, without { $left } earlier messages
}
briefing-no-talk = <b>Nothing has been said yet</b> beyond the request above.
briefing-line = { $at } <b>{ $author }:</b> { $words }
briefing-description = <b>The whole description</b>
