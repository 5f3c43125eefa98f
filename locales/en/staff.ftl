# What the desk tells the staff.

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
staff-album-partly = 💔 <b>Telegram took only a part of an album of the customer.</b> What is missing here was not sent again, so that nothing comes twice: please ask the customer to send it once more.
staff-customer-gone = <b>The customer cannot be reached:</b> { unreachable }. Nothing is lost, and you will hear when they are back.
staff-customer-returned = <b>The customer can be reached again.</b> What did not arrive can be sent once more with its button.

staff-reassigned = { $name }, #{ $number } is yours now, given by { $by }.
staff-disagreed = { $times ->
    [1] { $name }, <b>the customer says: not solved.</b> We have asked why.
   *[other] { $name }, <b>the customer says: not solved, now { $times } times.</b> We have asked why.
}
staff-disagreed-explained = { $times ->
    [1] { $name }, <b>the customer says: not solved.</b> Their words follow.
   *[other] { $name }, <b>the customer says: not solved, now { $times } times.</b> Their words follow.
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
