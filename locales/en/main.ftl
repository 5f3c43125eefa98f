# Words that many screens share. A language is there as soon as this file is.

language-name = English

kind = { $kind ->
    [stopped] Work has stopped
    [wrong] Something is wrong
    [question] Question
   *[change] Change
}
field = { $field ->
    [kind] Kind
    [subject] Subject
    [description] Description
    [stand] Stand
    [component] Component
    [period] When
    [log] Log
    [follow_up] Follow-up of
   *[files] Attachments
}
content = { $kind ->
    [photo] Photo
    [video] Video
    [animation] Animation
    [audio] Audio
    [voice] Voice message
    [video_note] Video message
    [document] File
    [sticker] Sticker
    [location] Location
    [venue] Place
    [contact] Contact
    [poll] Poll
    [dice] Die
   *[other] Message
}

count-messages = { $count ->
    [one] { $count } message
   *[other] { $count } messages
}
count-files = { $count ->
    [one] { $count } file
   *[other] { $count } files
}

## For the people who run the desk

owner-set-aside = { $count ->
    [1] ⚠️ <b>Update { $update } could not be handled and was set aside.</b>
   *[other] ⚠️ <b>{ $count } updates could not be handled and were set aside;</b> the first one is { $update }.
}
    Nothing is lost, and nothing else is held up. On the desk's machine:
    <code>deskgram inbox list</code> – what it is
    <code>deskgram inbox replay { $update }</code> – once more, when it is mended

## Times

weekday = { $weekday ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[7] Sun
}
time-day = { weekday } { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
} { $year }
time-point = { $day }, { $time }

period-unknown = unknown
period-ongoing = still happening
period-since = since { $start }, still happening ({ $zone })
period-moment = { $at } ({ $zone })
period-day = { $day }, all day ({ $zone })
period-days = { $first } – { $last }, whole days ({ $zone })
period-hours = { $day }, { $start }–{ $end } ({ $zone })
period-span = { $start } – { $end } ({ $zone })

## Buttons

button-new = New request
button-solved = Solved
button-not-solved = Not solved
button-close = Close request
button-close-sure = Yes, close it
button-close-keep = No, keep it open
button-rate = { $value } ⭐
button-retry = Send again
button-page-before = ‹ Previous
button-page-after = Next ›
