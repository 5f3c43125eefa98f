# Релизы и то, что с ними обещано.

# Клиенту.
ticket-promised = <b>Обращение #{ $number }: решение выйдет в версии { $version }, { $on }.</b> Когда она выйдет, напишем сюда.
ticket-promise-changed = <b>Обращение #{ $number }: решение выйдет в версии { $version }, { $on },</b> а не в { $before }, как мы обещали. Когда она выйдет, напишем сюда.
ticket-promise-moved = <b>Обращение #{ $number }: у версии { $version } с решением новая дата: { $on }.</b> Когда она выйдет, напишем сюда.
ticket-promise-withdrawn = <b>Обращение #{ $number } снова в работе.</b> Обещанное с версией { $version } больше не в силе; мы напишем сюда.
ticket-published = <b>Обращение #{ $number }: вышла версия { $version } с решением.</b> У вас всё решено? { closes-without-reply }
ticket-release-withdrawn = <b>Обращение #{ $number } снова в работе:</b> версию { $version } пришлось отозвать. Просим прощения; мы напишем сюда.
ticket-withdrawal-told = <b>Обращение #{ $number }: версию { $version } с решением пришлось отозвать.</b> Просим прощения. Проблема вернулась? Откройте обращение снова этой кнопкой.
ticket-completed-release = <b>По обращению #{ $number } всё сделано.</b> Это версия { $version }, { $on }. У вас всё решено? { closes-without-reply }
button-reopen = Открыть снова
mine-promised = выйдет в версии { $version }, { $on }

# На карточке.
card-promised = Обещано: { $version }, { $on }
card-fixed-in = Решено в { $version }
card-ask-release = <b>Какой релиз на { $stand } это решит?</b> Клиент узнает версию и дату. Причина: { cause }
card-no-release = <b>На { $stand } релизов не запланировано.</b> Запланировать может руководитель: /release 1.4.1 { $stand } 2026-12-01
card-ask-told = <b>В каком релизе это выйдет?</b> Затем напишете ответ; вместе с ним клиент узнает версию и дату. Или не планируется: тогда спросим причину.
card-or-last-reply = { $reply ->
    [1] Ответом станет ваше следующее сообщение здесь или уже отправленный последний ответ.
   *[other] Ответом станет ваше следующее сообщение здесь.
}
card-ask-actions = <b>{ $name }, что клиенту сделать, по шагам?</b> { $or_reply } Причина: { cause }
card-ask-improvement = <b>{ $name }, что ответим клиенту?</b> { $or_reply } Причина: { cause }, релиз { $version }
card-ask-not-planned = <b>{ $name }, почему это не планируется?</b> Клиент это прочтёт. { $or_reply } Причина: { cause }
card-button-promise = Обещать релиз
card-button-promise-anew = Изменить обещание
card-button-unpromise = Отозвать обещание
card-button-unplanned = Не планируется, потому что…
card-button-release = { $version } · { $on }
card-button-as = Нет, причина: { cause }

# Сотрудникам.
staff-release-withdrawn = { $name }, обращение #{ $number } снова ваше: релиз { $version } отозван.
staff-release-planned = { $waiting ->
    [0] <b>{ $version } на { $stand }: { $on }.</b>
    [one] <b>{ $version } на { $stand }: { $on }.</b> Об этом узнает { $waiting } клиент, который его ждёт.
    [few] <b>{ $version } на { $stand }: { $on }.</b> Об этом узнают { $waiting } клиента, которые его ждут.
   *[many] <b>{ $version } на { $stand }: { $on }.</b> Об этом узнают { $waiting } клиентов, которые его ждут.
}
staff-publish-sure = { $waiting ->
    [0] <b>Опубликовать { $version } на { $stand }?</b> Его не ждёт ни одно обращение.
    [one] <b>Опубликовать { $version } на { $stand }?</b> Будет выполнено { $waiting } обращение, клиент узнает об этом.
    [few] <b>Опубликовать { $version } на { $stand }?</b> Будут выполнены { $waiting } обращения, клиенты узнают об этом.
   *[many] <b>Опубликовать { $version } на { $stand }?</b> Будет выполнено { $waiting } обращений, клиенты узнают об этом.
}
staff-published = <b>{ $version } вышел на { $stand }.</b> Кто опубликовал: { $by }. Выполнено обращений: { $waiting }
staff-withdraw-sure = <b>Отозвать { $version } с { $stand }?</b> Вернётся в работу: { $completed }. Закрыто, и клиенты узнают, что можно открыть снова: { $closed }
staff-withdrawn = <b>{ $version } отозван с { $stand }.</b> Кто отозвал: { $by }. Вернулось в работу: { $completed }. Закрыто, клиентам сказано: { $closed }
staff-release-kept = <b>{ $version } на { $stand } остаётся как есть.</b>
button-publish = { $count ->
    [0] Опубликовать
   *[other] Опубликовать, обращений: { $count }
}
button-withdraw = { $count ->
    [0] Отозвать
   *[other] Отозвать, обращений: { $count }
}
button-release-keep = Нет

list-releases = <b>Релизы: { $total }</b>
list-releases-empty = Релизов пока не запланировано. Запланировать может руководитель: /release 1.4.1 PROD 2026-12-01
list-release = { $state ->
    [published] ✅ <b>{ $version }</b> { $stand } – опубликован
    [withdrawn] ↩️ <b>{ $version }</b> { $stand } – отозван
   *[scheduled] 📆 <b>{ $version }</b> { $stand } – { $on }
}
list-release-waiting = { $line }, ждут обращений: { $count }

# История.
fact-withdrawal-told = клиент узнал, что релиз { $version } отозван

# Отказы.
refusal-version-not-understood = Версия – это три числа. Например: /release 1.4.1 PROD 2026-12-01 или /publish 1.4.1 PROD
refusal-unknown-stand = После версии – стенд: { $stands }. Например: 1.4.1 PROD
refusal-day-not-understood = Не понял дату. Например: /release 1.4.1 PROD 2026-12-01 или «1 декабря», «пятница».
refusal-day-is-past = Этот день уже прошёл. Когда релиз выйдет? Например: /release 1.4.1 PROD 2026-12-01
refusal-no-such-release = { $version } на { $stand } не запланирован. Смотрите /releases или запланируйте: /release { $version } { $stand } 2026-12-01
refusal-release-out = { $version } на { $stand } уже опубликован.
refusal-release-not-planned = У { $version } на { $stand } нет даты впереди. Назначить её может руководитель: /release { $version } { $stand } 2026-12-01
refusal-release-not-published = { $version } на { $stand } не опубликован, отзывать нечего.
refusal-release-busy = { $version } на { $stand }: клиентам ещё сообщают о прошлом изменении. Попробуйте через минуту.
refusal-already-promised = Обращение #{ $number }: { $version } уже обещан.
