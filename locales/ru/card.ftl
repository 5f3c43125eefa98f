# Карточка обращения в его теме.

status = { $status ->
    [received] Получено
    [assigned] Назначено
    [in_progress] В работе
    [waiting_customer] Ждём клиента
    [transferred] Передано
    [waiting_release] Ждём релиза
    [completed] Выполнено, ждём слова клиента
   *[closed] Закрыто
}
cause = { $cause ->
    [user_mistake] Ошибка пользователя
    [software_fault] Ошибка в программе
    [improvement] Улучшение
    [no_information] Нет информации
   *[other] Другое
}

card-title = <b>{ $emoji } #{ $number } · { kind }</b>
card-closed = { $closing ->
    [confirmed] Закрыто, клиент подтвердил
    [auto] Закрыто, ответа не было
    [customer] Закрыто клиентом
    [merged] Закрыто, продолжается в #{ $other }
    [rejected] Закрыто, это не обращение
   *[unreachable] Закрыто, клиент недоступен
}
card-cause = { $state } · { cause }
card-rating = { $state } · { $rating } ⭐
card-executor = { $state } · { $executor }
card-disagreements = { $times ->
    [one] «Не решено»: { $times } раз
    [few] «Не решено»: { $times } раза
   *[many] «Не решено»: { $times } раз
}
card-customer = От: { $customer }
card-received = Получено: { $at }
card-place = Где: { $place }
card-period = Когда: { $period }
card-logs = { $count ->
    [0] Лог: нет
   *[other] Лог: есть, { $count }
}
card-media = Вложения: { $count }
card-subject = <b>{ $subject }</b>
card-full-text = Полный текст – следом.

card-ask-cause = <b>В чём было дело?</b> Клиент этого не увидит.
card-ask-answer = <b>{ $name }, что ответим клиенту?</b> { $or_reply } Причина: { cause }
card-ask-reason = <b>{ $name }, почему всё-таки не сделано?</b> Ваше следующее сообщение здесь станет причиной, её узнает и клиент.
card-ask-person = <b>Кому передать?</b> Здесь все, кто писал в этой группе, и администраторы.
card-ask-field = <b>Что исправить?</b> Клиент об этом узнает.
card-ask-value = { $field ->
    [subject] <b>{ $name }, какой должна быть тема?</b> Напишите её здесь следующим сообщением, одной строкой.
   *[other] <b>{ field }: как верно?</b>
}

card-button-take = Взять
card-button-complete = Выполнено
card-button-take-back = Ещё не сделано
card-button-give = Передать…
card-button-correct = Исправить
card-button-last-reply = Взять последний ответ
card-button-main = ‹ Назад
