# The guided request: the window's steps and its last words.

dialog-kind =
    <b>What do you need?</b>
    For example, “Work has stopped” if you cannot go on until it is fixed.
dialog-description =
    <b>Describe it in your own words, screenshots welcome.</b>
    Example: “Payment fails with error 500.”
dialog-so-far = So far: { $what }.
dialog-stand =
    <b>Where does it happen?</b>
    Example: { $example }. Tap or write.
dialog-component =
    <b>Which part of the product is it about?</b>
    Example: { $example }. Tap or write.
dialog-period =
    <b>When ({ $zone })?</b>
    Tap or write, for example “yesterday 14:00–15:30”.
dialog-period-shown =
    <b>Understood: { $period }.</b>
    Is that right? If not, just write it again, for example “yesterday 14:00–15:30”.
dialog-zone =
    <b>Which time zone are you in?</b>
    Now it is { $zone }. Tap a place, or write a city or an offset, for example “Lisbon” or “UTC+3”.
dialog-log =
    <b>Any log of the request and the error?</b>
    Send files or text, for example “server.log”.
dialog-subject =
    <b>Write a new subject in one line.</b>
    Now it is: { $subject }
    Example: “Payment fails with error 500”.
dialog-summary = <b>All correct?</b>

summary-field = <b>{ field }:</b> { $value }
summary-logs = { $count ->
    [0] none
   *[other] yes, { $count }
}

window-note = ⚠️ { $refusal }
window-leaving =
    <b>Cancel this request?</b>
    What you have written for it will be discarded.
window-sent = ✅ Sent as <b>#{ $number }</b>.
window-cancelled = The request was cancelled. Nothing was sent.

button-back = ‹ Back
button-cancel = Cancel
button-next = Next
button-anew = Write anew
button-no-log = No log
button-send = Send
button-edit = ✏️ { field }
button-chosen = ✓ { $choice }
button-discard = Yes, discard it
button-keep = No, go on
button-zone = 🌐 { $zone }
button-zone-city = { $city }, { $offset }
button-period-right = Right, go on
button-period-ongoing = Still happening
button-period-hour = Last hour
button-period-today = Today
button-period-yesterday = Yesterday
button-period-unknown = Don't know
stand-live = { $stand }, live

zone-america-los-angeles = Los Angeles
zone-america-new-york = New York
zone-america-sao-paulo = São Paulo
zone-europe-london = London
zone-europe-berlin = Berlin
zone-europe-moscow = Moscow
zone-asia-dubai = Dubai
zone-asia-yekaterinburg = Yekaterinburg
zone-asia-almaty = Almaty
zone-asia-kolkata = Delhi
zone-asia-shanghai = Shanghai
zone-australia-sydney = Sydney

## Which ticket is a message for?

held-pick = <b>Which request is this for?</b> It is kept until you choose.
held-draft = <b>Is this for a request you have sent, or for the new one?</b> It is kept until you choose.
held-completed =
    <b>#{ $number } is waiting for your word. What does your message mean?</b>
    It is kept until you choose.
held-placed = { $number ->
    [0] ✅ Added to the new request.
   *[other] ✅ Passed on to #{ $number }.
}
button-held-draft = The new request
button-held-new = Something new
