# The desk file: what has changed with it, and what is wrong in it. Also for the terminal, so without any markup.

desk-file-read = The desk file is read, and in force:
desk-file-same = The desk file is read. Nothing has changed.
desk-services-new = New services: { $services }
desk-services-gone = Services that are gone: { $services }
desk-services-changed = Changed services: { $services }
desk-services-default = New requests come to: { $service }
desk-hours-changed = Other working hours: { $services }
desk-targets-changed = Other targets
desk-times-changed = Other times
desk-contacts-changed = Other contacts in /help

desk-file-misset = The desk file is wrong. Nothing has changed, the desk goes on as before.
desk-file-absent = DESKGRAM_DESK_FILE is wrong ({ $file }): there is no such file, so write one, or take the setting out.
desk-file-unreadable = { $file } cannot be read: the desk must be allowed to read it, and its text must be UTF-8.
desk-file-syntax = { $file }, line { $line }, column { $column }: this is not TOML; texts stand in "quotation marks", lists in [brackets], and every key once.
desk-file-unfinished = { $file }: the file ends too early; close the last quotation mark or bracket.
desk-file-unknown = { $file }, line { $line }: { $name } is unknown: take it out, or write one of { $known }.
desk-file-missing = { $file }, line { $line }: { $name } is missing: set it to { remedy }.
desk-file-wrong = { $file }, line { $line }: { $name } is wrong ({ $value }): set it to { remedy }.
remedy = { $remedy ->
    [key] a name of at most 32 letters, digits, - and _
    [name] a name of 1 to 32 characters, or one for each language: {"{"} en = "Support", ru = "Поддержка" {"}"}
    [contacts] a text of 1 to 500 characters, or one for each language: {"{"} en = "By phone: …", ru = "По телефону: …" {"}"}
    [chat] the id of a staff supergroup, a number such as -1001234567890
    [assignment] "manual" or "round_robin"
    [number] a whole number above 0
    [ids] a list of Telegram ids, each once: [12345678, 23456789]
    [calendar] "always", or the name of one of the calendars of this file
    [calendar-name] another name: "always" means day and night
    [hours] hours such as "9:00-13:00, 14:00-18:00", in order, or "closed"; some day of the week has to be open
    [weekday] hours for mon, tue, wed, thu, fri, sat, sun or a range such as mon-fri
    [weekday-once] hours for days that are not named before
    [zone] a time zone by its IANA name, such as "Europe/Berlin"
    [dates] a list of dates, each once and not among the days: [2026-12-25, 2026-12-26]
    [target] a length of working time such as "30m", "4h" or "2d 4h", where a day is a working day
    [stand] one of the stands of DESKGRAM_STANDS, or "any"
    [kind] one of stopped, wrong, question, change
    [length] a length of time such as "30m", "48h" or "3d"
    [working-hours] a length of working time in hours and minutes, such as "15m" or "1h 30m"
    [working-days] a whole number of working days above 0
    [working-days-list] a list of working days, ascending: [1, 2]
    [working-days-or-off] a whole number of working days above 0, or "off"
    [percent] a whole number from 1 to 100
    [less] less than { $than }
    [more] more than { $than }
    [silence-last] such values that silence comes after the last of question_reminders, or turn silence "off"
   *[table] a table, as in desk.example.toml
}
