# What the desk tells customers.

welcome =
    Hello, { $name }! This is { $company } support.
    Tell us what happened. Please hide passwords and card numbers.
slow-down = <b>One moment, please.</b> Everything you wrote has arrived, in order. It goes faster if you put more into one message.
language-choose = Which language shall we speak?
language-set = We speak English now.

ticket-received = <b>#{ $number } received.</b> To add something, just write here.
ticket-taken = { $executor } is working on #{ $number } and will answer here.
ticket-reassigned = #{ $number } is with { $executor } now, who will answer here.
ticket-reassigned-completed = #{ $number } is with { $executor } now. Is it solved for you? { closes-without-reply }
closes-without-reply = Without your reply it closes { $closes }.
ticket-completed = <b>#{ $number } is done on our side.</b> Is it solved for you? { closes-without-reply }
ticket-completed-not-planned = <b>This is our answer to #{ $number }.</b> Is it settled for you? { closes-without-reply }
ticket-taken-back = #{ $number } is being worked on again: { $reason }
ticket-confirmed = <b>#{ $number } closed: you confirmed.</b> Thank you! How did we do?
ticket-confirmed-by-staff = <b>#{ $number } closed: you wrote that it is solved.</b> Still a problem? Tell us with the button.
ticket-disagreed =
    <b>#{ $number } is being worked on again.</b>
    What is still wrong? Your next message goes to the team.
ticket-disagreed-explained = <b>#{ $number } is being worked on again.</b> What you wrote is with the team.
ticket-closed-by-customer = <b>#{ $number } closed at your request.</b> Still a problem? Reopen it until { $until }.
ticket-corrected = #{ $number }: we corrected a detail. { field }: { $value }

close-sure = <b>Close #{ $number }?</b> Nobody will work on it any more.
close-kept = #{ $number } stays open.
rating-thanks = <b>#{ $number } closed.</b> Your mark: { $rating } ⭐. Thank you! You can reopen it until { $until }.
rating-comment-asked =
    <b>#{ $number } closed.</b> Your mark: { $rating } ⭐. We are sorry.
    What should we have done better? Your next message goes to the team.
rating-comment-thanks = Thank you, we have passed it on to the team.
