# Lists and histories.

list-page = Page { $page } of { $pages }
list-my = <b>Your requests: { $total }</b>
list-my-empty = You have no requests yet.
list-own = <b>#{ $number }</b> { $subject } – { $state }
list-queue = <b>Open tickets: { $total }</b>
list-queue-empty = The queue is empty. Well done!
list-mine = <b>{ $name }, open tickets: { $total }</b>
list-mine-empty = { $name } has no open tickets.
list-nobody = not taken yet
list-staff = { $emoji } <b>{ $number }</b> { $subject } – { $executor }, { $at }

mine-title = <b>#{ $number } · { $subject }</b>
mine-kind = Kind: { kind }
mine-state = State: { $state }
mine-status = { $status ->
    [received] received
    [completed] done, waiting for your word
    [waiting_customer] waiting for your answer
    [waiting_release] waiting for a release
   *[in_progress] being worked on
}
mine-closed = { $closing ->
    [confirmed] closed, you confirmed
    [customer] closed at your request
    [merged] closed, goes on in #{ $other }
    [rejected] closed, could not be accepted
   *[auto] closed, no answer
}
mine-executor = With: { $name }
mine-received = Received: { $at }
mine-write = To add something, reply to this message.

history-title = <b>#{ $number } · { $subject }</b>
history-earlier = { $count ->
    [one] … and { $count } earlier move
   *[other] … and { $count } earlier moves
}
history-line = { $at } <b>{ $who }</b>: { $what }
history-why = { $line } – { $why }

fact-ticket-received = { $filed ->
    [1] filed the request for the customer
   *[0] sent the request
}
fact-ticket-taken = took it
fact-ticket-reassigned = gave it to { $to_name }
fact-ticket-completed = completed it ({ cause })
fact-completion-taken-back = took the completion back
fact-ticket-confirmed = { $by_customer ->
    [1] confirmed that it is solved
   *[0] closed it by the customer's own words
}
fact-customer-disagreed = said that it is not solved
fact-disagreement-explained = said what is still wrong
fact-ticket-closed-by-customer = closed the request
fact-ticket-corrected = corrected a detail. { field }: { $before } → { $after }
fact-ticket-rated = { $commented ->
    [1] said why { $rating } ⭐
   *[0] gave { $rating } ⭐
}
