# Обращением занимается другая служба: карточка, что об этом сказано и что приходит вместе с ним.

card-with-nobody = Сейчас: { $service }, пока никто не взял. Кто возьмёт?
card-with = Сейчас: { $service }, { $assignee }
card-guest-over = Больше не у вас.
card-other-topic = { $guest ->
    [1] Исходная тема
   *[other] Тема в той службе
}
card-transfer-note = { $guest ->
    [1] <b>О чём вас просят:</b>
   *[other] <b>О чём просят:</b>
}
card-verdict = <b>{ $service }, заключение:</b> { $part }

card-ask-service = <b>Какой службе передать?</b> Для клиента вы остаётесь на связи.
card-ask-note = <b>{ $name }, что важно знать службе «{ $service }»?</b> Ваше следующее сообщение здесь станет запиской. Клиент её не увидит.
card-ask-verdict = { $step ->
    [part] <b>{ $name }, что именно отказало?</b> Ваше следующее сообщение здесь, 1 из 3. Клиент его не увидит.
    [resolution] <b>{ $name }, как это решить?</b> Ваше следующее сообщение здесь, 2 из 3. Клиент его не увидит.
   *[variants] <b>{ $name }, есть варианты на выбор?</b> До 6, по одному в строке, 3 из 3; или «нет».
}
card-ask-declined = <b>{ $name }, почему это не к вам?</b> Ваше следующее сообщение здесь станет причиной. Клиент её не увидит.
card-ask-offer = <b>{ $name }, что напишем клиенту?</b> Ваше следующее сообщение здесь уйдёт клиенту, варианты на выбор – под ним.

card-button-transfer = В другую службу
card-button-pick-up = Принять
card-button-verdict = Заключение
card-button-no-variants = Вариантов нет
card-button-hand-back = Отклонить
card-button-recall = Вернуть себе
card-button-offer = Предложить клиенту выбор

ticket-transferred = Обращением #{ $number } сейчас занимается служба «{ $service }». { $executor } по-прежнему на связи с вами.

staff-transferred = <b>{ $by } просит службу «{ $service }» посмотреть:</b> { $note }
staff-transfer-left = <b>Обращение #{ $number } снова ни у кого в службе «{ $service }».</b> Больше не в группе: { $name }. Кто возьмёт?
staff-verdict = { $name }, заключение службы «{ $service }». <b>{ $part }:</b> { $resolution }
staff-verdict-variant = • { $variant }
staff-transfer-declined = { $name }, служба «{ $service }» отклонила ({ $by }): { $reason }
staff-guest-over = { $why ->
    [verdict] <b>Спасибо.</b> Заключение получено, дальше обращение #{ $number } ведёт { $name }.
    [declined] <b>Отклонено.</b> Причину знает { $name }.
    [recalled] <b>Дальше обращение #{ $number } ведёт { $name }.</b> Здесь больше ничего не нужно.
    [onward] <b>Обращение #{ $number } теперь в другой службе.</b> Здесь больше ничего не нужно.
    [closed] <b>Обращение #{ $number } закрыто.</b> Здесь больше ничего не нужно.
   *[back] <b>Обращение #{ $number } снова ведёт { $name }.</b> Здесь больше ничего не нужно.
}
staff-overtaken = <b>Это осталось заметкой:</b> обращение тем временем изменилось. Если ещё нужно, нажмите кнопку на карточке снова.

briefing-note = <b>О чём вас просят</b>
briefing-talk = { $left ->
    [0] <b>Что уже сказано</b>
    [one] <b>Что уже сказано</b>, без { $left } более раннего сообщения
    [few] <b>Что уже сказано</b>, без { $left } более ранних сообщений
   *[many] <b>Что уже сказано</b>, без { $left } более ранних сообщений
}
briefing-no-talk = <b>Больше ничего не сказано</b>, кроме самого обращения выше.
briefing-line = { $at } <b>{ $author }:</b> { $words }
briefing-description = <b>Описание целиком</b>
