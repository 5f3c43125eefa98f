# Списки и истории.

list-page = Страница { $page } из { $pages }
list-my = <b>Ваши обращения: { $total }</b>
list-my-empty = У вас пока нет обращений.
list-own = <b>#{ $number }</b> { $subject } – { $state }
list-queue = <b>Открытые обращения: { $total }</b>
list-queue-empty = Очередь пуста. Отличная работа!
list-mine = <b>{ $name }, открытые обращения: { $total }</b>
list-mine-empty = { $name }: открытых обращений нет.
list-nobody = ещё не взято
list-staff = { $emoji } <b>{ $number }</b> { $subject } – { $executor }, { $at }

mine-title = <b>#{ $number } · { $subject }</b>
mine-kind = Вид: { kind }
mine-state = Состояние: { $state }
mine-status = { $status ->
    [received] получено
    [completed] сделано, ждём вашего слова
    [waiting_customer] ждём вашего ответа
    [waiting_release] ждёт новой версии
   *[in_progress] в работе
}
mine-closed = { $closing ->
    [confirmed] закрыто, вы подтвердили решение
    [customer] закрыто по вашей просьбе
    [merged] закрыто, продолжается в #{ $other }
    [rejected] закрыто, не удалось принять
   *[auto] закрыто, ответа не было
}
mine-executor = Занимается: { $name }
mine-received = Получено: { $at }
mine-write = Чтобы дополнить, ответьте на это сообщение.

history-title = <b>#{ $number } · { $subject }</b>
history-earlier = { $count ->
    [one] … и ещё { $count } шаг до этого
    [few] … и ещё { $count } шага до этого
   *[many] … и ещё { $count } шагов до этого
}
history-line = { $at } <b>{ $who }</b>: { $what }
history-why = { $line } – { $why }

fact-ticket-received = { $filed ->
    [1] обращение создано за клиента
   *[0] новое обращение
}
fact-ticket-taken = взято в работу
fact-ticket-reassigned = передано, исполнитель – { $to_name }
fact-ticket-completed = выполнено ({ cause })
fact-completion-taken-back = выполнение отозвано
fact-ticket-confirmed = { $by_customer ->
    [1] подтверждено, что всё решено
   *[0] закрыто по словам клиента
}
fact-customer-disagreed = не решено
fact-disagreement-explained = что ещё не так
fact-ticket-closed-by-customer = обращение закрыто
fact-ticket-corrected = исправлены данные. { field }: { $before } → { $after }
fact-ticket-rated = { $commented ->
    [1] почему { $rating } ⭐
   *[0] оценка { $rating } ⭐
}
