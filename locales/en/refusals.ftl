# Every way in which a rule says no: plain text, 200 characters at most, for it may stand in a pop-up.

refusal-not-current = This is no longer current.
refusal-no-such-ticket = There is no such ticket.
refusal-not-your-ticket = #{ $number }: only its executor or a lead can do that.
refusal-staff-only = Only members of the staff group can do that.
refusal-lead-only = Only a lead can do that.
refusal-not-assignee = #{ $number }: only who works on it now can do that.
refusal-not-of-service = #{ $number }: only members of { $service } can do that.
refusal-customer-only = #{ $number }: only the customer can decide that.
refusal-move-not-allowed = #{ $number } – { status }: { $move ->
    [assign] it cannot be assigned now.
    [take] it cannot be taken now.
    [decline] there is nothing to decline now.
    [miss] nobody has to take it now.
    [reassign] it cannot be given to somebody now.
    [ask] the customer cannot be asked now.
    [answer] there is no open question.
    [commit] there is nothing to promise to do now.
    [withdraw_question] there is no question to withdraw.
    [go_silent] no answer is waited for now.
    [transfer] it cannot be transferred now.
    [pick_up] it is not with another service now.
    [give_verdict] no verdict is waited for now.
    [hand_back] no other service has it to give back.
    [recall] no other service has it to return.
    [promise] no release can be promised now.
    [withdraw_promise] no release is promised now.
    [publish] it does not wait for a release.
    [withdraw_release] no release has completed it.
    [complete] it cannot be completed now.
    [take_back] there is no completion to take back.
    [confirm] there is nothing to confirm now.
    [disagree] there is nothing to disagree with now.
    [lapse] no reason is waited for now.
    [expire] it does not wait for the customer's word.
    [give_up] only a completed ticket can be closed that way.
    [close] it cannot be closed now.
    [reopen] it is open already.
    [merge] it cannot be merged any more.
    [reject] it cannot be rejected any more.
    [remind] there is nothing to remind of now.
    [nudge] there is nothing to press for now.
   *[correct] it cannot be corrected any more.
}
refusal-already-taken = #{ $number }: { $name } was first.
refusal-not-present = That person is not in the staff group. Please choose somebody else.
refusal-already-assignee = #{ $number } is with { $name } already.
refusal-text-missing = #{ $number }: that needs a few words. Please write them here.
refusal-proof-missing = #{ $number }: reply with /confirmed to the message in which the customer says that it works.
refusal-nothing-to-unsend = Reply with /unsend to a message of yours that went to the customer.
refusal-too-late-to-unsend = Telegram lets a message be taken back for 48 hours only. The customer keeps it.
refusal-not-atopic = This works in a ticket's topic. Open one, or name a number, for example /history 17
refusal-anonymous-sender = Nothing was done or sent: an anonymous sender has no name to answer for it. Turn off anonymity, or let a colleague do it.
refusal-ticket-closed = Not sent: #{ $number } is closed, nothing goes to the customer any more.
refusal-not-repeatable = Not passed on: Telegram lets no bot repeat this kind of message. Please send it as a text, a picture or a file.
refusal-wrong-input = That does not fit here.
refusal-button-expected = Please choose with one of the buttons.
refusal-text-expected = Please write that as a text message.
refusal-description-too-short = Please say a little more: { $limit } characters at least.
refusal-description-too-long = That makes { $length } characters, and { $limit } fit. Send the rest as a file, or write it shorter.
refusal-subject-length = A subject is one line of 1 to { $limit } characters.
refusal-log-expected = Please send a file or a text here, or tap “No log”.
refusal-zone-not-understood = I don't know that zone. Write a city or an offset, for example “Berlin” or “UTC+3”.
refusal-unknown-choice = This choice is no longer there. Please choose again.
refusal-draft-incomplete = Something is still missing. Please answer the question that is shown.
refusal-period-not-understood = I did not understand when. For example: “yesterday 14:00–15:30” or “since Friday”.
refusal-period-ends-before-start = The end lies before the start. Please write it again.
refusal-period-in-future = That lies in the future. When did it happen?
refusal-same-service = #{ $number } is with that service already. Please choose another one.
refusal-variants-count = Nothing was sent: first the question, then 1 to { $limit } solutions, each on a line of its own that begins with “- ”. Please write it again.
refusal-no-such-variant = #{ $number }: that was not among the solutions. Please choose one of the buttons.
refusal-question-kind = #{ $number }: this question is answered in another way. Please have a look at it again.
refusal-still-reachable = #{ $number } can be closed as unreachable when the customer has been out of reach for { $days } days.
refusal-reopen-too-late = #{ $number } could be opened again for { $days } days. Please send a new request: /new
refusal-not-reopenable = #{ $number } cannot be opened again. Please send a new request: /new
refusal-same-ticket = That is #{ $number } itself. Please name another one.
refusal-different-customers = #{ $number } and #{ $other } are of different customers and are never merged. They can be linked.
refusal-merge-closed = #{ $number } is closed. Please name an open ticket to go on in.
refusal-owner-only = Only the owners of the desk can do that.
refusal-no-such-service = There is no such service in this group. Services here: { $services }
refusal-service-elsewhere = { $name } is at home in another group. Please write this there.
refusal-not-in-service = You have not joined { $name }.
refusal-until-not-understood = I did not understand until when. For example: /away friday, /away 17:00, /away 21.11. or /away 3d
refusal-until-is-past = That lies in the past. Until when are you away?
refusal-merged-into = #{ $number } goes on in #{ $other }.
refusal-already-linked = #{ $number } and #{ $other } are linked already.
refusal-not-linked = #{ $number } and #{ $other } are not linked.
refusal-number-expected = Which ticket? For example: /{ $command } 12
refusal-nothing-to-move = Reply with /move 12 or /move new to a message of the customer in this topic.
refusal-not-their-ticket = #{ $number } is another customer's: the message stays here.
refusal-nobody-to-file-for = For whom? /file @username and the words, or /file 17 and the words for the customer of #17.
refusal-never-started = { $name } has not started the bot, so it cannot write to them. Ask them to send it /start first.
refusal-draft-in-the-way = You are writing a request already. Please send or cancel it first.
