# What the desk says by itself when time has passed.

ticket-completed-reminder = <b>#{ $number }: is it solved for you?</b> { closes-without-reply } To add something, just write here.
ticket-disagreement-lapsed = <b>#{ $number }: we have not heard what is still wrong.</b> On our side it is done. Is it solved for you? { closes-without-reply }
ticket-expired = <b>#{ $number } closed: no reply for { $days ->
    [one] { $days } day
   *[other] { $days } days
}.</b> Still a problem? Reopen it until { $until }.
ticket-release-overdue = <b>#{ $number }: release { $version } is late.</b> We had promised it for { $on }. The team knows, and you will hear as soon as there is a new date or it is out.

draft-recalled = <b>Your request is not sent yet.</b> Below is where you stopped; it takes a minute to finish.
draft-discarded = <b>We have discarded the request that you had begun.</b> It was never sent. Do you still need us?

staff-take-missed = <b>{ $name } did not take #{ $number } in time.</b> It is back in the queue: whoever takes it has it.
staff-no-reply = { $name }, the customer of #{ $number } has had no reply for days.
staff-still-no-reply = <b>#{ $number } is still without a reply.</b> It is with { $name }.
staff-not-picked-up = <b>#{ $number } was transferred to { $service }, and nobody has picked it up.</b>
staff-release-overdue = <b>{ $name }, release { $version } was promised for { $on } and is not out.</b> The customer of #{ $number } hears of it at noon of the next working day: promise another date, or publish it.
staff-reminder-refused = <b>A reminder to the customer of #{ $number } was not delivered:</b> { unreachable }. It does not end by itself before one arrives: please write to them here.
staff-disagreement-lapsed = <b>#{ $number }: the customer has not said what is still wrong.</b> It is completed again, and their time begins anew.

owner-timers-stuck = <b>What should happen by itself does not:</b> { $count ->
    [one] one timer has failed again and again
   *[other] { $count } timers have failed again and again
}, the first one of #{ $number } ({ $alarm }). The log says why. Everything else goes on; they are tried once more at the next start.
