# Service levels: what is due when. Nothing of this is said where there is no target.

goal = { $goal ->
    [first_response] First answer
    [next_reply] Next answer
   *[resolution] Solution
}

# To the customer.
answered-by = We answer by { $answer }.
answered-when-open = We are closed now and open { $opens }. We answer by { $answer }.
ticket-received-by = <b>#{ $number } received.</b> { answered-by } To add something, just write here.
ticket-received-closed = <b>#{ $number } received.</b> { answered-when-open } To add something, just write here.
ticket-filed-by = { $by } has written a request for you: <b>#{ $number } · { $subject }</b>. { answered-by } To add something, just write here.
ticket-filed-closed = { $by } has written a request for you: <b>#{ $number } · { $subject }</b>. { answered-when-open } To add something, just write here.
mine-answer = We answer by: { $at }

# To the staff.
level-due = { goal } due { $at }
level-left = { $line }, { $left }
level-overdue = ❗ { goal } overdue since { $at }
level-next = { $overdue ->
    [1] ❗ overdue since { $at }
   *[0] due { $at }
}
list-due = { $line }, { $due }
staff-level-warned = { $taken ->
    [1] { $name }, #{ $number } is running out of time.
   *[0] <b>#{ $number } is running out of time, and nobody works on it.</b>
} { goal } due { $due }.
staff-level-breached = <b>#{ $number } is overdue.</b> { goal } was due { $due }. { $taken ->
    [1] It is with { $name }.
   *[0] Nobody works on it.
}
fact-level-warned = warned that time is running out. { goal } due { $due_at }
fact-level-breached = noted that it is overdue. { goal } was due { $due_at }
