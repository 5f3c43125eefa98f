# Как обращение кончается и возвращается и как связано с другими.

ticket-reopened = { $by_customer ->
    [1] <b>Обращение #{ $number } снова открыто.</b>
   *[0] <b>Мы снова открыли обращение #{ $number }.</b>
} { $former ->
    [1] Им занимается { $executor }.
   *[0] Скоро его возьмут в работу.
} { $asked ->
    [1] Что ещё не так? Ваше следующее сообщение передадим команде.
   *[0] Дополнить можно прямо здесь.
}
ticket-merged = <b>Обращение #{ $number } продолжается в #{ $other }:</b> оба об одном. Что вы напишете о любом из них, придёт туда.
ticket-rejected = <b>Обращение #{ $number } закрыто, принять его не можем:</b> { $reason }
ticket-filed = Для вас создано обращение <b>#{ $number } · { $subject }</b>. Кто создал: { $by }. Дополнить можно прямо здесь.
ticket-linked = Обращение #{ $number } связано с #{ $other }. Работа идёт над обоими.
ticket-unlinked = Обращение #{ $number } с #{ $other } всё-таки не связано. Работа идёт над обоими.
ticket-message-moved = Это сообщение теперь относится к обращению #{ $number }.

staff-reopened =
    { $by_customer ->
        [1] <b>Клиент снова открыл обращение #{ $number }.</b>
       *[0] <b>Обращение #{ $number } снова открыто. { $by }:</b> { $reason }
    }
    { $former ->
        [1] { $name }, оно снова у вас.
       *[0] Исполнителя пока нет.
    }
staff-merged = <b>Обращение #{ $number } объединено с #{ $other }. Кто объединил: { $by }.</b> Работа идёт там; туда придёт и то, что напишет клиент.
staff-message-moved = ➡️ Перенесено в #{ $other }. Кто перенёс: { $by }.
staff-filed = <b>Обращение #{ $number } создано.</b> Клиенту сообщили.
staff-linked = #{ $number } и #{ $other } связаны.
staff-unlinked = #{ $number } и #{ $other } больше не связаны.
merged-title = <b>Сюда перенесено { $number }:</b> { $subject }
merged-files = Файлы и вся переписка: { $number }

held-closed =
    <b>Обращение #{ $number } закрыто. Что значит ваше сообщение?</b>
    Пока вы выбираете, оно сохранено.
button-held-again = { $how ->
    [reopen] Открыть снова
   *[follow_up] Новое обращение о том же
}
button-held-comment = Просто комментарий

card-unreachable = 💔 Недоступен с { $since }
card-filed-by = Кто создал: { $name }
card-follow-up = Продолжение: #{ $number }
card-related = Связано: { $numbers }
card-ask-merging = <b>В каком обращении продолжить?</b> Это закроется, клиенту сообщим. Другие: /merge 12
card-ask-linking = <b>С каким обращением оно связано?</b> Любое другое, и другого клиента тоже: /link 12
card-ask-unlinking = <b>Какую связь убрать?</b>
card-ask-rejecting = <b>{ $name }, почему это не обращение?</b> Следующее сообщение здесь – причина, её увидит клиент.
card-ask-reopening = <b>{ $name }, почему открываем снова?</b> Следующее сообщение здесь – причина, она останется здесь. Тема закрыта для вас? /reopen 12 и причина, в General.
card-button-more = Ещё…
card-button-merge = Объединить с…
card-button-link = Связать с…
card-button-unlink = Убрать связь…
card-button-reject = Отклонить
card-button-give-up = Закрыть: недоступен
card-button-reopen = Открыть снова

mine-related = Связано: { $numbers }

command-staff-merge = Объединить с другим обращением
command-staff-link = Связать с другим обращением
command-staff-unlink = Убрать связь
command-staff-move = Перенести сообщение в другое обращение (ответом)
command-staff-file = Создать обращение за клиента
command-leads-reopen = Открыть закрытое обращение снова

button-story = Что произошло
story-title = <b>Что произошло с обращением #{ $number } · { $subject }</b>
story-line = { $at } { $what }
story-ticket-received = { $filed ->
    [1] Обращение создано за вас. Кто: { $who }.
   *[0] Вы отправили обращение.
}
story-ticket-taken = Обращением занимается { $who }.
story-ticket-reassigned = Теперь обращением занимается { $to_name }.
story-ticket-corrected = Мы уточнили данные. { field }: { $after }
story-customer-asked = { $ask ->
    [choice] Мы предложили решения на выбор.
    [action] Мы попросили вас кое-что сделать.
   *[info] Мы задали вам вопрос.
}
story-customer-answered = { $how ->
    [choice] Вы выбрали: { $choice }
    [done] Вы сделали, о чём мы просили.
    [cannot] Сделать у вас не получилось.
   *[words] Вы ответили.
}
story-customer-committed = Вы обещали сделать.
story-question-withdrawn = Ответ больше не понадобился.
story-customer-reminded = Мы напомнили вам.
story-information-missing = Ответа не было, считаем обращение выполненным.
story-ticket-transferred = Подключили коллег из другой команды.
story-release-promised = Решение обещано в версии { $version }, { $on }.
story-promise-withdrawn = В версии { $version } решения всё-таки не будет, работаем дальше.
story-release-published = Вышла версия { $version } с решением.
story-release-withdrawn = Версию { $version } пришлось отозвать, работаем дальше.
story-ticket-completed = С нашей стороны всё сделано.
story-completion-taken-back = Мы продолжили работу: { $reason }
story-ticket-confirmed = { $by_customer ->
    [1] Вы подтвердили, что всё решено.
   *[0] Закрыто: вы написали, что всё решено.
}
story-customer-disagreed = Вы сообщили, что не решено.
story-disagreement-explained = Вы написали, что ещё не так.
story-disagreement-lapsed = Что ещё не так, вы не написали; считаем обращение выполненным.
story-ticket-expired = Закрыто: ответа не было.
story-ticket-given-up = Закрыто: не удалось с вами связаться.
story-ticket-closed-by-customer = Вы закрыли обращение.
story-ticket-reopened = { $by_customer ->
    [1] Вы открыли обращение снова.
   *[0] Мы открыли обращение снова.
}
story-ticket-merged = Продолжается в обращении #{ $into }.
story-ticket-rejected = Принять не смогли: { $reason }
story-ticket-rated = { $commented ->
    [1] Вы написали, что стоило сделать лучше.
   *[0] Ваша оценка: { $rating } ⭐
}
story-ticket-linked = Связано с обращением #{ $other }.
story-message-moved = Ваше сообщение перенесено из #{ $origin } в #{ $into }.

export-zone = Время везде: { $zone }
export-caption = <b>#{ $number }</b>: все шаги и сообщения.
export-message = { $name } ({ $side ->
    [customer] клиент
    [reply] клиенту
   *[note] заметка
}):
story-withdrawal-told = Версию { $version } с решением пришлось отозвать.
