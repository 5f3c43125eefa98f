# /help: what one can do here, when the team is there, how else to reach it.

help-customer =
    <b>{ $company } support</b>
    Tell us what happened, here in this chat: a few questions, and it reaches the team.

    /new – a new request
    /my – your requests and how they stand
    /language – another language

    To add something to a request, just write here. With several of them, reply to a message of the one you mean.
    Please hide passwords and card numbers.
help-staff =
    <b>Every ticket has a topic; its card shows the state and the next moves.</b>

    What the executor writes in the topic goes to the customer. So does anybody's reply to the card or to a message of the customer: the first one takes the ticket.
    Begin with “? ” to ask the customer something and wait for the answer; solutions below it, each on a line with “- ”, become buttons.
    Everything else is a note and stays here. So does whatever begins with //.
    While another service has a ticket, both topics hear the customer; ✉️ shows what was said to the customer from the other one.
help-staff-commands =
    /queue – open tickets
    /mine – your tickets
    /history – all moves of a ticket: in its topic, or /history 17; /history 17 file with all messages, as a file
    /releases – what is planned, published and withdrawn
    /confirmed – as a reply to the customer's words “it works”: closes a completed ticket
    /unsend – as a reply to your message: takes it back from the customer, for 48 hours
    /decline – gives a ticket back that was given to you; a word why is welcome
    /merge 12 – in a topic: this ticket goes on in #12 of the same customer
    /link 12, /unlink 12 – in a topic: the two have to do with each other, or no longer
    /move 12, /move new – as a reply to a message of the customer: to another ticket, or to one of its own
    /file @username words, /file 17 words – a new ticket for that customer, for the customer of #17
    /team – who works in which service, and who is away
    /join, /leave – with the name of a service, for example /join backend
    /away – until you say /here; or until a time: /away friday, /away 17:00, /away 3d
help-leads =
    /reopen 17 reason – opens a closed ticket again
    /release 1.4.1 PROD 2026-12-01 – plans a release, or moves its date
    /publish 1.4.1 PROD – publishes it: the tickets that wait for it are completed
    /withdraw 1.4.1 PROD – takes it back: those tickets are worked on again
help-owners = /reload – reads the desk file again

help-hours = <b>Working hours:</b> { $week } ({ $zone }). { $now }
help-open = We are open now.
help-closed = We are closed now and open { $opens }.
help-always = <b>Working hours:</b> day and night.
help-contacts = <b>Contacts:</b> { $contacts }
