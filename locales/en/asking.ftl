# Asking the customer, and the answer.

## The card

card-button-ask = Ask the customer
card-button-withdraw-question = Withdraw question
card-button-ask-for = { $kind ->
    [choice] Solutions to choose from
    [action] Something to do
   *[info] A question
}
card-ask-kind = <b>What do we ask the customer for?</b>
card-ask-question = { $kind ->
    [choice] <b>{ $name }, which solutions are there?</b> Your next message here: the question, and below it 1 to { $most } solutions, each on a line of its own that begins with “- ”. The customer gets a button for each.
    [action] <b>{ $name }, what is the customer to do?</b> Your next message here goes to them, with the buttons “I'll do it”, “Done” and “I can't”.
   *[info] <b>{ $name }, what do we ask?</b> Your next message here goes to the customer: a text, a picture, whatever you like.
}
card-asked = { $kind ->
    [choice] 💬 To choose from, by { $name }, { $at }
    [action] 💬 To be done by the customer, asked by { $name }, { $at }
   *[info] 💬 Question by { $name }, { $at }
}
card-committed = 🤝 The customer will do it
card-question-undelivered = 💔 The question did not arrive: send it again, or withdraw it

## The customer

button-question-answer = Answer
button-question-commit = I'll do it
button-question-done = Done
button-question-cannot = I can't, because…
ticket-question = <b>#{ $number }: we are waiting for your answer.</b>
ticket-question-reminder = <b>#{ $number }: may we remind you?</b> We need your answer to go on.
ticket-question-last-reminder = <b>#{ $number }: may we remind you?</b> We need your answer to go on. Without it we complete the request { $at }.
ticket-answered = Thank you! { $executor } goes on with #{ $number }.
ticket-committed = Thank you! When you have done it for #{ $number }, tap “Done” or just write here.
ticket-question-withdrawn = #{ $number }: our question has settled itself, you need not answer it.
ticket-information-missing = <b>#{ $number }: we have not heard from you, and without your answer we cannot go on.</b> So we have completed it. Is it solved for you? If not, we gladly go on. { closes-without-reply }
question-your-words = #{ $number }: we are listening. Your next message, of any kind, is the answer.
question-why-not = #{ $number }: no problem. What is in the way? Your next message goes to the team.

## The staff

staff-answered = { $how ->
    [choice] { $name }, the customer has chosen: <b>{ $choice }</b>
    [done] { $name }, the customer says: <b>done</b>.
    [cannot] { $name }, the customer <b>cannot do it</b>; the reason stands above.
   *[words] { $name }, the customer has answered.
}
fact-question-delivered = delivered the question
