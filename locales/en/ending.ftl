# How a ticket ends and comes back, and what it has to do with others.

ticket-reopened = { $by_customer ->
    [1] <b>#{ $number } is open again.</b>
   *[0] <b>We have opened #{ $number } again.</b>
} { $former ->
    [1] { $executor } goes on with it.
   *[0] Somebody of the team will take it.
} { $asked ->
    [1] What is still wrong? Your next message goes to the team.
   *[0] To add something, just write here.
}
ticket-merged = <b>#{ $number } goes on in #{ $other }:</b> both are about the same. What you write about either of them arrives there.
ticket-rejected = <b>#{ $number } closed, we cannot accept it:</b> { $reason }
ticket-filed = { $by } has written a request for you: <b>#{ $number } · { $subject }</b>. To add something, just write here.
ticket-linked = #{ $number } has to do with #{ $other }. Both go on.
ticket-unlinked = #{ $number } has nothing to do with #{ $other } after all. Both go on.
ticket-message-moved = This message belongs to #{ $number } now.

staff-reopened =
    { $by_customer ->
        [1] <b>The customer has opened #{ $number } again.</b>
       *[0] <b>{ $by } has opened #{ $number } again:</b> { $reason }
    }
    { $former ->
        [1] { $name }, it is yours again.
       *[0] Nobody has it yet.
    }
staff-merged = <b>{ $by } has merged #{ $number } into #{ $other }.</b> It goes on there; what the customer writes arrives there.
staff-message-moved = ➡️ Moved to #{ $other } by { $by }.
staff-filed = <b>#{ $number } is filed.</b> The customer was told.
staff-linked = #{ $number } and #{ $other } are linked.
staff-unlinked = #{ $number } and #{ $other } are no longer linked.
merged-title = <b>{ $number } was merged into this one:</b> { $subject }
merged-files = Files and the whole conversation: { $number }

held-closed =
    <b>#{ $number } is closed. What does your message mean?</b>
    It is kept until you choose.
button-held-again = { $how ->
    [reopen] Reopen it
   *[follow_up] New request about the same
}
button-held-comment = Just a comment

card-unreachable = 💔 Cannot be reached since { $since }
card-filed-by = Filed by: { $name }
card-follow-up = Follow-up of: #{ $number }
card-related = Related: { $numbers }
card-ask-merging = <b>Which ticket does it go on in?</b> This one is closed, the customer is told. Others: /merge 12
card-ask-linking = <b>Which ticket has to do with it?</b> Any other one, also of another customer: /link 12
card-ask-unlinking = <b>Which link is to go?</b>
card-ask-rejecting = <b>{ $name }, why is it not a request?</b> Your next message here is the reason, and the customer is told.
card-ask-reopening = <b>{ $name }, why is it opened again?</b> Your next message here is the reason; it stays here. Is the topic closed to you? /reopen 12 and the reason, in General.
card-button-more = More…
card-button-merge = Merge into…
card-button-link = Link with…
card-button-unlink = Unlink…
card-button-reject = Reject
card-button-give-up = Close: unreachable
card-button-reopen = Reopen

mine-related = Related: { $numbers }

command-staff-merge = Merge this ticket into another one
command-staff-link = Link this ticket with another one
command-staff-unlink = Take a link away
command-staff-move = Move a message to another ticket (as a reply)
command-staff-file = Write a ticket for a customer
command-leads-reopen = Open a closed ticket again

button-story = What happened
story-title = <b>What happened to #{ $number } · { $subject }</b>
story-line = { $at } { $what }
story-ticket-received = { $filed ->
    [1] { $who } wrote the request for you.
   *[0] You sent the request.
}
story-ticket-taken = { $who } started to work on it.
story-ticket-reassigned = { $to_name } took over.
story-ticket-corrected = We corrected a detail. { field }: { $after }
story-customer-asked = { $ask ->
    [choice] We offered solutions to choose from.
    [action] We asked you to do something.
   *[info] We asked you a question.
}
story-customer-answered = { $how ->
    [choice] You chose: { $choice }
    [done] You did it.
    [cannot] You could not do it.
   *[words] You answered.
}
story-customer-committed = You said that you will do it.
story-question-withdrawn = We did not need the answer any more.
story-customer-reminded = We reminded you.
story-information-missing = We had no answer, and consider it done.
story-ticket-transferred = Colleagues of another team were asked.
story-release-promised = The solution was announced for release { $version }, { $on }.
story-promise-withdrawn = Release { $version } will not bring it after all; we go on working on it.
story-release-published = Release { $version } brought the solution.
story-release-withdrawn = Release { $version } was withdrawn; we go on working on it.
story-ticket-completed = We finished our work on it.
story-completion-taken-back = We went on working on it: { $reason }
story-ticket-confirmed = { $by_customer ->
    [1] You confirmed that it is solved.
   *[0] It was closed: you wrote that it is solved.
}
story-customer-disagreed = You said that it is not solved.
story-disagreement-explained = You said what is still wrong.
story-disagreement-lapsed = You did not say what is still wrong, and we consider it done.
story-ticket-expired = It was closed: no answer came.
story-ticket-given-up = It was closed: we could not reach you.
story-ticket-closed-by-customer = You closed the request.
story-ticket-reopened = { $by_customer ->
    [1] You opened it again.
   *[0] We opened it again.
}
story-ticket-merged = It goes on in #{ $into }.
story-ticket-rejected = We could not accept it: { $reason }
story-ticket-rated = { $commented ->
    [1] You told us what we should have done better.
   *[0] Your mark: { $rating } ⭐
}
story-ticket-linked = It has to do with #{ $other }.
story-message-moved = A message of yours was moved from #{ $origin } to #{ $into }.

export-zone = All times: { $zone }
export-caption = <b>#{ $number }</b>: all moves and messages.
export-message = { $name } ({ $side ->
    [customer] customer
    [reply] to the customer
   *[note] note
}):
story-withdrawal-told = Release { $version }, which had brought the solution, was withdrawn.
