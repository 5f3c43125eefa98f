# Все отказы: простой текст, не больше 200 знаков, ведь он может стоять во всплывающем окне.

refusal-not-current = Это уже неактуально.
refusal-no-such-ticket = Такого обращения нет.
refusal-not-your-ticket = #{ $number }: это может только исполнитель или руководитель.
refusal-staff-only = Это могут только участники группы сотрудников.
refusal-lead-only = Это может только руководитель.
refusal-customer-only = #{ $number }: это решает только клиент.
refusal-move-not-allowed = #{ $number } – { status }: { $move ->
    [take] взять сейчас нельзя.
    [reassign] передать сейчас нельзя.
    [complete] выполнить сейчас нельзя.
    [take_back] отзывать нечего.
    [confirm] подтверждать пока нечего.
    [disagree] возражать пока не на что.
    [close] закрыть сейчас нельзя.
   *[correct] исправить уже нельзя.
}
refusal-already-taken = #{ $number }: вас опередили. Исполнитель – { $name }.
refusal-not-present = Этого человека нет в группе сотрудников.
refusal-already-assignee = #{ $number } уже у исполнителя: { $name }.
refusal-text-missing = #{ $number }: здесь нужно несколько слов. Напишите их, пожалуйста.
refusal-proof-missing = #{ $number }: ответьте командой /confirmed на сообщение, в котором клиент пишет, что всё работает.
refusal-nothing-to-unsend = Ответьте командой /unsend на своё сообщение, которое ушло клиенту.
refusal-too-late-to-unsend = Telegram даёт забрать сообщение только в течение 48 часов. Оно остаётся у клиента.
refusal-not-atopic = Это работает в теме обращения. Откройте её или назовите номер, например /history 17
refusal-anonymous-sender = Ничего не сделано и не отправлено: у анонимного автора нет имени. Отключите анонимность, или пусть это сделает коллега.
refusal-ticket-closed = Не отправлено: обращение #{ $number } закрыто, клиенту больше ничего не уходит.
refusal-not-repeatable = Не передано: такие сообщения Telegram не даёт повторять ботам. Пришлите, пожалуйста, текст, картинку или файл.
refusal-wrong-input = Это сюда не подходит.
refusal-button-expected = Пожалуйста, выберите кнопкой.
refusal-text-expected = Пожалуйста, напишите это текстом.
refusal-description-too-short = Расскажите чуть подробнее: нужно хотя бы { $limit } знаков.
refusal-description-too-long = Получается знаков: { $length }, а помещается { $limit }. Пришлите остальное файлом или напишите короче.
refusal-subject-length = Тема – это одна строка от 1 до { $limit } знаков.
refusal-log-expected = Пришлите сюда файл или текст либо нажмите «Лога нет».
refusal-zone-not-understood = Такой пояс не нашёлся. Напишите город или разницу с UTC, например «Самара» или «UTC+3».
refusal-unknown-choice = Такого варианта больше нет. Пожалуйста, выберите ещё раз.
refusal-draft-incomplete = Чего-то ещё не хватает. Пожалуйста, ответьте на вопрос в окне.
refusal-period-not-understood = Не удалось понять, когда. Например: «вчера 14:00–15:30» или «с пятницы».
refusal-period-ends-before-start = Конец раньше начала. Напишите, пожалуйста, ещё раз.
refusal-period-in-future = Это время ещё не наступило. Когда это случилось?
