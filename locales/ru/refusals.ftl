# Все отказы: простой текст, не больше 200 знаков, ведь он может стоять во всплывающем окне.

refusal-not-current = Это уже неактуально.
refusal-no-such-ticket = Такого обращения нет.
refusal-not-your-ticket = #{ $number }: это может только исполнитель или руководитель.
refusal-staff-only = Это могут только участники группы сотрудников.
refusal-lead-only = Это может только руководитель.
refusal-not-assignee = #{ $number }: это может только тот, кто сейчас над ним работает.
refusal-not-of-service = #{ $number }: это могут только сотрудники службы «{ $service }».
refusal-customer-only = #{ $number }: это решает только клиент.
refusal-move-not-allowed = #{ $number } – { status }: { $move ->
    [assign] назначить сейчас нельзя.
    [take] взять сейчас нельзя.
    [decline] отказываться сейчас не от чего.
    [miss] брать его сейчас никто не должен.
    [reassign] передать сейчас нельзя.
    [ask] спросить клиента сейчас нельзя.
    [answer] открытого вопроса нет.
    [commit] обещать сейчас нечего.
    [withdraw_question] отзывать нечего: вопроса нет.
    [go_silent] ответа сейчас не ждут.
    [transfer] передать в другую службу сейчас нельзя.
    [pick_up] сейчас оно не в другой службе.
    [give_verdict] заключения сейчас не ждут.
    [hand_back] возвращать нечего, оно не в другой службе.
    [recall] забирать не у кого, оно не в другой службе.
    [promise] обещать релиз сейчас нельзя.
    [withdraw_promise] релиз сейчас не обещан.
    [publish] релиза сейчас не ждут.
    [withdraw_release] релизом оно не выполнено.
    [complete] выполнить сейчас нельзя.
    [take_back] отзывать нечего.
    [confirm] подтверждать пока нечего.
    [disagree] возражать пока не на что.
    [lapse] причины сейчас не ждут.
    [expire] слова клиента сейчас не ждут.
    [give_up] так закрывают только выполненное обращение.
    [close] закрыть сейчас нельзя.
    [reopen] оно и так открыто.
    [merge] объединить уже нельзя.
    [reject] отклонить уже нельзя.
    [remind] напоминать сейчас не о чем.
    [nudge] торопить сейчас некого.
   *[correct] исправить уже нельзя.
}
refusal-already-taken = #{ $number }: вас опередили. Исполнитель – { $name }.
refusal-not-present = Этого человека нет в группе сотрудников. Выберите, пожалуйста, другого.
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
refusal-same-service = #{ $number } уже в этой службе. Выберите, пожалуйста, другую.
refusal-variants-count = Ничего не отправлено: сначала вопрос, потом от 1 до { $limit } решений, каждое с новой строки и начинается с «- ». Напишите, пожалуйста, ещё раз.
refusal-no-such-variant = #{ $number }: такого решения не предлагали. Выберите, пожалуйста, одну из кнопок.
refusal-question-kind = #{ $number }: на этот вопрос отвечают иначе. Посмотрите, пожалуйста, ещё раз.
refusal-still-reachable = #{ $number } можно закрыть как недоступное, когда клиент недоступен { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
}.
refusal-reopen-too-late = Открыть #{ $number } снова можно было { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
}. Создайте, пожалуйста, новое обращение: /new
refusal-not-reopenable = #{ $number } открыть снова нельзя. Создайте, пожалуйста, новое обращение: /new
refusal-same-ticket = Это и есть #{ $number }. Укажите, пожалуйста, другое.
refusal-different-customers = #{ $number } и #{ $other } от разных клиентов, их не объединяют. Их можно связать.
refusal-merge-closed = #{ $number } закрыто. Укажите открытое обращение, в котором продолжить.
refusal-owner-only = Это могут только владельцы деска.
refusal-no-such-service = Такой службы в этой группе нет. Здесь есть: { $services }
refusal-service-elsewhere = Дом службы «{ $name }» – другая группа. Напишите это там.
refusal-not-in-service = Вы не входите в службу «{ $name }».
refusal-until-not-understood = Непонятно, до какого времени. Например: /away пятница, /away 17:00, /away 21.11. или /away 3д
refusal-until-is-past = Это уже прошло. До какого времени вас не будет?
refusal-merged-into = #{ $number } продолжается в #{ $other }.
refusal-already-linked = #{ $number } и #{ $other } уже связаны.
refusal-not-linked = #{ $number } и #{ $other } не связаны.
refusal-number-expected = Какое обращение? Например: /{ $command } 12
refusal-nothing-to-move = Ответьте командой /move 12 или /move new на сообщение клиента в этой теме.
refusal-not-their-ticket = #{ $number } – обращение другого клиента, сообщение остаётся здесь.
refusal-nobody-to-file-for = Для кого? /file @username и слова или /file 17 и слова для клиента из #17.
refusal-never-started = { $name }: бот не запущен, написать нельзя. Попросите сначала отправить боту /start.
refusal-draft-in-the-way = Вы уже пишете обращение. Отправьте его или отмените.
