# Файл деска: что с ним изменилось и что в нём неверно. Также для терминала, поэтому без разметки.

desk-file-read = Файл деска прочитан и действует:
desk-file-same = Файл деска прочитан. Ничего не изменилось.
desk-services-new = Новые службы: { $services }
desk-services-gone = Больше нет служб: { $services }
desk-services-changed = Изменились службы: { $services }
desk-services-default = Новые обращения приходят в службу: { $service }
desk-hours-changed = Другие рабочие часы: { $services }
desk-targets-changed = Другие сроки по уровню обслуживания
desk-times-changed = Другие сроки напоминаний и закрытия
desk-contacts-changed = Другие контакты в /help

desk-file-misset = Файл деска неверен. Ничего не изменилось, деск работает как прежде.
desk-file-absent = DESKGRAM_DESK_FILE неверно ({ $file }): такого файла нет, создайте его или уберите настройку.
desk-file-unreadable = { $file } не читается: у деска должно быть право его читать, а текст должен быть в UTF-8.
desk-file-syntax = { $file }, строка { $line }, столбец { $column }: это не TOML; тексты пишутся в "кавычках", списки в [скобках], каждый ключ один раз.
desk-file-unfinished = { $file }: файл обрывается; закройте последнюю кавычку или скобку.
desk-file-unknown = { $file }, строка { $line }: { $name } здесь не бывает: уберите или напишите одно из { $known }.
desk-file-missing = { $file }, строка { $line }: нет { $name }: укажите { remedy }.
desk-file-wrong = { $file }, строка { $line }: { $name } неверно ({ $value }): укажите { remedy }.
remedy = { $remedy ->
    [key] имя не длиннее 32 знаков из букв, цифр, - и _
    [name] название от 1 до 32 знаков или по одному на язык: {"{"} en = "Support", ru = "Поддержка" {"}"}
    [contacts] текст от 1 до 500 знаков или по одному на язык: {"{"} en = "By phone: …", ru = "По телефону: …" {"}"}
    [chat] id супергруппы сотрудников, число вида -1001234567890
    [assignment] "manual" или "round_robin"
    [number] целое число больше 0
    [ids] список id в Telegram, каждый один раз: [12345678, 23456789]
    [calendar] "always" или имя одного из календарей этого файла
    [calendar-name] другое имя: "always" значит круглосуточно
    [hours] часы вида "9:00-13:00, 14:00-18:00" по порядку или "closed"; хотя бы один день недели должен быть рабочим
    [weekday] часы для mon, tue, wed, thu, fri, sat, sun или промежутка вида mon-fri
    [weekday-once] часы для дней, которые ещё не названы
    [zone] часовой пояс по имени IANA, например "Europe/Moscow"
    [dates] список дат, каждая один раз и не из таблицы days: [2026-12-25, 2026-12-26]
    [target] длину рабочего времени вида "30m", "4h" или "2d 4h", где день – рабочий
    [stand] один из стендов DESKGRAM_STANDS или "any"
    [kind] одно из stopped, wrong, question, change
    [length] длину времени вида "30m", "48h" или "3d"
    [working-hours] длину рабочего времени в часах и минутах, вида "15m" или "1h 30m"
    [working-days] целое число рабочих дней больше 0
    [working-days-list] список рабочих дней по возрастанию: [1, 2]
    [working-days-or-off] целое число рабочих дней больше 0 или "off"
    [percent] целое число от 1 до 100
    [less] меньше, чем { $than }
    [more] больше, чем { $than }
    [silence-last] такие значения, чтобы silence наступало позже последнего из question_reminders, или "off" для silence
   *[table] таблицу, как в desk.example.toml
}
