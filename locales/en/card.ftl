# The card of a ticket in its topic.

status = { $status ->
    [received] Received
    [assigned] Assigned
    [in_progress] In progress
    [waiting_customer] Waiting for the customer
    [transferred] Transferred
    [waiting_release] Waiting for a release
    [completed] Completed, waiting for the customer's word
   *[closed] Closed
}
cause = { $cause ->
    [user_mistake] User mistake
    [software_fault] Software fault
    [improvement] Improvement
    [no_information] No information
   *[other] Other
}

card-title = <b>{ $emoji } #{ $number } · { kind }</b>
card-closed = { $closing ->
    [confirmed] Closed, confirmed by the customer
    [auto] Closed, no answer
    [customer] Closed by the customer
    [merged] Closed, goes on in #{ $other }
    [rejected] Closed, not a request
   *[unreachable] Closed, customer unreachable
}
card-cause = { $state } · { cause }
card-rating = { $state } · { $rating } ⭐
card-executor = { $state } · { $executor }
card-disagreements = { $times ->
    [one] “Not solved”: { $times } time
   *[other] “Not solved”: { $times } times
}
card-customer = From: { $customer }
card-received = Received: { $at }
card-place = Where: { $place }
card-period = When: { $period }
card-logs = { $count ->
    [0] Log: none
   *[other] Log: yes, { $count }
}
card-media = Attachments: { $count }
card-subject = <b>{ $subject }</b>
card-full-text = The whole text follows.

card-ask-cause = <b>What was it?</b> The customer does not see this.
card-ask-answer = <b>{ $name }, what do we tell the customer?</b> { $or_reply } Cause: { cause }
card-ask-reason = <b>{ $name }, why is it not done after all?</b> Your next message here is the reason, and the customer is told.
card-ask-person = <b>Who takes over?</b> Here is everybody who has written in this group, and the administrators.
card-ask-field = <b>What is to be corrected?</b> The customer is told.
card-ask-value = { $field ->
    [subject] <b>{ $name }, what is the subject?</b> Your next message here, in one line.
   *[other] <b>{ field }: what is right?</b>
}

card-button-take = Take
card-button-complete = Complete
card-button-take-back = Not done after all
card-button-give = Give to…
card-button-correct = Correct
card-button-last-reply = Use the last reply
card-button-main = ‹ Back
