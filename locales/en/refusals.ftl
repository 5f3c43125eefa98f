# Every way in which a rule says no: plain text, 200 characters at most, for it may stand in a pop-up.

refusal-not-current = This is no longer current.
refusal-no-such-ticket = There is no such ticket.
refusal-not-your-ticket = #{ $number }: only its executor or a lead can do that.
refusal-staff-only = Only members of the staff group can do that.
refusal-lead-only = Only a lead can do that.
refusal-customer-only = #{ $number }: only the customer can decide that.
refusal-move-not-allowed = #{ $number } – { status }: { $move ->
    [take] it cannot be taken now.
    [reassign] it cannot be given to somebody now.
    [complete] it cannot be completed now.
    [take_back] there is no completion to take back.
    [confirm] there is nothing to confirm now.
    [disagree] there is nothing to disagree with now.
    [close] it cannot be closed now.
   *[correct] it cannot be corrected any more.
}
refusal-already-taken = #{ $number }: { $name } was first.
refusal-not-present = That person is not in the staff group.
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
