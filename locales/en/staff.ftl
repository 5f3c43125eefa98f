# What the desk tells the staff.

help-staff =
    <b>Every ticket has a topic; its card shows the state and the next moves.</b>

    What the executor writes in the topic goes to the customer. So does anybody's reply to the card or to a message of the customer: the first one takes the ticket.
    Begin with “? ” to ask the customer something and wait for the answer; solutions below it, each on a line with “- ”, become buttons.
    Everything else is a note and stays here. So does whatever begins with //.
    While another service has a ticket, both topics hear the customer; ✉️ shows what was said to the customer from the other one.

    /queue – open tickets
    /mine – your tickets
    /history – all moves of a ticket: in its topic, or /history 17; /history 17 file with all messages, as a file
    /releases – what is planned, published and withdrawn. Leads: /release 1.4.1 PROD 2026-12-01, /publish 1.4.1 PROD, /withdraw 1.4.1 PROD
    /confirmed – as a reply to the customer's words “it works”: closes a completed ticket
    /merge 12 – in a topic: this ticket goes on in #12 of the same customer
    /link 12, /unlink 12 – in a topic: the two have to do with each other
    /move 12, /move new – as a reply to a message of the customer: to another ticket, or to one of its own
    /file @username words, /file 17 words – a new ticket for that customer, for the customer of #17
    /reopen 17 reason – for leads: opens a closed ticket again
    /unsend – as a reply to your message: takes it back from the customer, for 48 hours
    /decline – gives a ticket back that was given to you; a word why is welcome
    /team – who works in which service, and who is away
    /join, /leave – with the name of a service, for example /join backend
    /away – until you say /here; or until a time: /away friday, /away 17:00, /away 3d

unreachable = { $reason ->
    [blocked] the customer has blocked the bot
    [deactivated] the customer's account was deleted
    [never-started] the customer has not started the bot
    [gone] the chat is no longer there
    [refused] Telegram refused this message
    [partly] Telegram took only a part of the album
   *[unknown] Telegram did not say why
}
undelivered = 💔 <b>Not delivered:</b> { unreachable }.
staff-album-partly = 💔 <b>Telegram took only a part of an album of the customer.</b> What is missing here was not sent again, lest it come twice: please ask the customer to send it once more.
staff-customer-gone = <b>The customer cannot be reached:</b> { unreachable }. Nothing is lost, and you will hear when they are back.
staff-customer-returned = <b>The customer can be reached again.</b> What did not arrive can be sent once more with its button.

staff-reassigned = { $name }, #{ $number } is yours now, given by { $by }.
staff-disagreed = { $times ->
    [1] <b>The customer says: not solved.</b> We have asked why.
   *[other] <b>The customer says: not solved, now { $times } times.</b> We have asked why.
}
staff-disagreed-explained = { $times ->
    [1] <b>The customer says: not solved.</b> Their words follow.
   *[other] <b>The customer says: not solved, now { $times } times.</b> Their words follow.
}
staff-leads-called = Please have a look: { $leads }
staff-closed-by-customer = <b>The customer has closed #{ $number }.</b>
staff-rated = <b>The customer's mark: { $rating } ⭐.</b> { $comment }
staff-executor-left = <b>{ $name } is no longer in the group.</b> Open tickets left behind: { $numbers }. A lead can give them to somebody else.

staff-unknown-command = <b>There is no such command.</b> This stayed a note, nothing went to the customer. Commands: /help
staff-edit-too-late = <b>Too late for //:</b> the customer has this already. Reply to it with /unsend to take it back.
staff-reply-stopped = <b>Stopped in time:</b> it did not go to the customer and is a note now.
staff-forward-kept = <b>A forward stays a note:</b> nothing went to the customer. To pass it on, write it yourself or send the file anew.
staff-unsent = <b>Taken back from the customer.</b> It is a note now.
staff-unsend-failed = 💔 <b>Telegram did not let it be taken back:</b> the customer still has this message.
