# Releases, and what is promised with them.

# To the customer.
ticket-promised = <b>#{ $number }: the solution comes with release { $version }, { $on }.</b> You will hear from us here when it is out.
ticket-promise-changed = <b>#{ $number }: the solution comes with release { $version }, { $on },</b> not with { $before } as we had told you. You will hear from us here when it is out.
ticket-promise-moved = <b>#{ $number }: release { $version } with your solution has another date: { $on }.</b> You will hear from us here when it is out.
ticket-promise-withdrawn = <b>#{ $number } is being worked on again.</b> What we had said about release { $version } no longer holds; we will write to you here.
ticket-published = <b>#{ $number }: release { $version } with your solution is out.</b> Is it solved for you? { closes-without-reply }
ticket-release-withdrawn = <b>#{ $number } is being worked on again:</b> release { $version } had to be withdrawn. We are sorry, and will write to you here.
ticket-withdrawal-told = <b>#{ $number }: release { $version } with your solution had to be withdrawn.</b> We are sorry. Is the problem back? Open your request again with the button.
ticket-completed-release = <b>#{ $number } is done on our side.</b> It belongs to release { $version }, { $on }. Is it solved for you? { closes-without-reply }
button-reopen = Reopen
mine-promised = comes with release { $version }, { $on }

# On the card.
card-promised = Promised: { $version }, { $on }
card-fixed-in = Solved in { $version }
card-ask-release = <b>Which release on { $stand } solves it?</b> The customer is told version and date. It counts as: { cause }
card-no-release = <b>No release is planned for { $stand }.</b> A lead plans one: /release 1.4.1 { $stand } 2026-12-01
card-ask-told = <b>Which release brings it?</b> Your answer comes next, and the customer is told version and date with it. Or it is not planned: then we ask you for the reason.
card-or-last-reply = { $reply ->
    [1] Your next message here is the answer, or use the last reply.
   *[other] Your next message here is the answer.
}
card-ask-actions = <b>{ $name }, what does the customer have to do, step by step?</b> { $or_reply } Cause: { cause }
card-ask-improvement = <b>{ $name }, what do we tell the customer?</b> { $or_reply } Cause: { cause }, release { $version }
card-ask-not-planned = <b>{ $name }, why is it not planned?</b> The customer reads this. { $or_reply } Cause: { cause }
card-button-promise = Promise a release
card-button-promise-anew = Change the promise
card-button-unpromise = Withdraw the promise
card-button-unplanned = Not planned, because…
card-button-release = { $version } · { $on }
card-button-as = No, it counts as: { cause }

# To the staff.
staff-release-withdrawn = { $name }, #{ $number } is yours again: release { $version } was withdrawn.
staff-release-planned = { $waiting ->
    [0] <b>{ $version } on { $stand }: { $on }.</b>
    [one] <b>{ $version } on { $stand }: { $on }.</b> { $waiting } customer who waits for it is told.
   *[other] <b>{ $version } on { $stand }: { $on }.</b> { $waiting } customers who wait for it are told.
}
staff-publish-sure = { $waiting ->
    [0] <b>Publish { $version } on { $stand }?</b> No ticket waits for it.
    [one] <b>Publish { $version } on { $stand }?</b> { $waiting } ticket is completed, and its customer told.
   *[other] <b>Publish { $version } on { $stand }?</b> { $waiting } tickets are completed, and their customers told.
}
staff-published = <b>{ $version } is out on { $stand },</b> published by { $by }. Tickets completed: { $waiting }
staff-withdraw-sure = <b>Withdraw { $version } from { $stand }?</b> Back to work: { $completed }. Closed, and told that they can be opened again: { $closed }
staff-withdrawn = <b>{ $version } is withdrawn from { $stand }</b> by { $by }. Back to work: { $completed }. Closed, and told: { $closed }
staff-release-kept = <b>{ $version } on { $stand } stays as it is.</b>
button-publish = { $count ->
    [0] Publish
   *[other] Publish, tickets: { $count }
}
button-withdraw = { $count ->
    [0] Withdraw
   *[other] Withdraw, tickets: { $count }
}
button-release-keep = No

list-releases = <b>Releases: { $total }</b>
list-releases-empty = No release is planned yet. A lead plans one: /release 1.4.1 PROD 2026-12-01
list-release = { $state ->
    [published] ✅ <b>{ $version }</b> { $stand } – published
    [withdrawn] ↩️ <b>{ $version }</b> { $stand } – withdrawn
   *[scheduled] 📆 <b>{ $version }</b> { $stand } – { $on }
}
list-release-waiting = { $line }, tickets waiting: { $count }

# History.
fact-withdrawal-told = told the customer that release { $version } was withdrawn

# Refusals.
refusal-version-not-understood = A version has three numbers. For example: /release 1.4.1 PROD 2026-12-01 or /publish 1.4.1 PROD
refusal-unknown-stand = After the version comes a stand: { $stands }. For example: 1.4.1 PROD
refusal-day-not-understood = I did not understand the date. For example: /release 1.4.1 PROD 2026-12-01, or “1 December”, “Friday”.
refusal-day-is-past = That day has passed. When will it come out? For example: /release 1.4.1 PROD 2026-12-01
refusal-no-such-release = { $version } is not planned for { $stand }. See /releases, or plan it: /release { $version } { $stand } 2026-12-01
refusal-release-out = { $version } is published on { $stand } already.
refusal-release-not-planned = { $version } has no date to come on { $stand }. A lead gives it one: /release { $version } { $stand } 2026-12-01
refusal-release-not-published = { $version } is not published on { $stand }, so there is nothing to withdraw.
refusal-release-busy = { $version } on { $stand }: customers are still being told of its last change. Please try again in a minute.
refusal-already-promised = #{ $number }: { $version } is promised already.
