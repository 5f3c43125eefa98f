# The moves of a ticket, each said after the name of who made it.

the-desk = The desk
fact-ticket-assigned = assigned it to { $to_name }
fact-ticket-declined = declined it
fact-take-missed = took it back to the queue: { $person_name } did not take it in time
fact-ticket-nudged = pressed for an answer
fact-customer-asked = { $ask ->
    [choice] offered solutions to choose from
    [action] asked the customer to do something
   *[info] asked the customer a question
}
fact-customer-answered = { $how ->
    [choice] chose: { $choice }
    [done] has done it
    [cannot] cannot do it
   *[words] answered
}
fact-customer-committed = will do it
fact-question-withdrawn = withdrew the question
fact-customer-reminded = reminded the customer
fact-information-missing = completed it: no answer came
fact-ticket-transferred = transferred it to { $service }
fact-transfer-picked-up = picked it up for { $service }
fact-transfer-left = took it back from { $name }, who is gone from { $service }
fact-verdict-given = gave the verdict of { $service }. { $part }: { $resolution }
fact-transfer-declined = declined it for { $service }
fact-transfer-recalled = took it back from { $service }
fact-release-promised = promised release { $version } for { $on }
fact-promise-withdrawn = withdrew the promise of release { $version }
fact-release-published = completed it: release { $version } is out
fact-release-withdrawn = opened it again: release { $version } was withdrawn
fact-disagreement-lapsed = completed it again: no reason was given
fact-ticket-expired = closed it: no answer came
fact-ticket-given-up = closed it: the customer cannot be reached
fact-ticket-reopened = opened it again
fact-ticket-merged = merged it into #{ $into }
fact-ticket-rejected = rejected it
fact-ticket-absorbed = #{ $merged } was merged into it
fact-ticket-linked = linked it with #{ $other }
fact-ticket-unlinked = took away the link with #{ $other }
fact-message-moved = moved a message of the customer from #{ $origin } to #{ $into }
