# Ходы обращения; перед каждым стоит имя того, кто его сделал.

the-desk = Служба поддержки
fact-ticket-assigned = назначено, исполнитель – { $to_name }
fact-ticket-declined = отказ
fact-take-missed = снова в очереди: не взято вовремя ({ $person_name })
fact-ticket-nudged = напоминание сотрудникам
fact-customer-asked = { $ask ->
    [choice] клиенту предложены решения на выбор
    [action] клиенту предложено сделать
   *[info] вопрос клиенту
}
fact-customer-answered = { $how ->
    [choice] выбрано: { $choice }
    [done] сделано
    [cannot] сделать не получается
   *[words] ответ
}
fact-customer-committed = обещание сделать
fact-question-withdrawn = вопрос отозван
fact-customer-reminded = напоминание клиенту
fact-information-missing = выполнено: ответа нет
fact-ticket-transferred = передано в службу «{ $service }»
fact-transfer-picked-up = принято службой «{ $service }»
fact-transfer-left = снова ни у кого в службе «{ $service }»: больше не в группе – { $name }
fact-verdict-given = заключение службы «{ $service }». { $part }: { $resolution }
fact-transfer-declined = отказ службы «{ $service }»
fact-transfer-recalled = возвращено из службы «{ $service }»
fact-release-promised = обещан релиз { $version }, { $on }
fact-promise-withdrawn = обещание релиза { $version } отозвано
fact-release-published = выполнено: вышел релиз { $version }
fact-release-withdrawn = снова в работе: релиз { $version } отозван
fact-disagreement-lapsed = снова выполнено: причина не названа
fact-ticket-expired = закрыто: ответа нет
fact-ticket-given-up = закрыто: клиент недоступен
fact-ticket-reopened = открыто снова
fact-ticket-merged = объединено с #{ $into }
fact-ticket-rejected = отклонено
fact-ticket-absorbed = сюда перенесено #{ $merged }
fact-ticket-linked = связано с #{ $other }
fact-ticket-unlinked = связь с #{ $other } убрана
fact-message-moved = сообщение клиента перенесено из #{ $origin } в #{ $into }
