# Who is given which ticket.

staff-assigned = { $name }, #{ $number } is yours. Take it, or decline it.
staff-assigned-by-lead = { $name }, #{ $number } is yours, given by { $by }.
staff-reassigned-by-desk = { $name }, #{ $number } is yours now: { $before } is not there.
staff-declined = <b>{ $name } has declined #{ $number }.</b> Nobody else has it now: a lead can give it to somebody.
staff-stranded = <b>Nobody of { $service } has room for another ticket now.</b> Waiting: { $numbers }. Each is given out as soon as somebody has.

card-button-assign = Assign…
card-button-decline = Decline
card-person = { $away ->
    [1] { $name } · { $active } · away
   *[0] { $active ->
        [0] { $name }
       *[other] { $name } · { $active }
    }
}
