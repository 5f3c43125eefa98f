# Что поддержка говорит клиентам.

welcome =
    Здравствуйте, { $name }! Это поддержка { $company }.
    Расскажите, что случилось. Пароли и номера карт скройте.
slow-down = <b>Минутку, пожалуйста.</b> Всё, что вы написали, получено, по порядку. Быстрее пойдёт, если писать больше в одном сообщении.
language-choose = На каком языке будем говорить?
language-set = Теперь говорим по-русски.

ticket-received = <b>Обращение #{ $number } получено.</b> Дополнить можно прямо здесь.
ticket-taken = Обращением #{ $number } занимается { $executor }. Ответ придёт сюда.
ticket-reassigned = Обращением #{ $number } теперь занимается { $executor }. Ответ придёт сюда.
ticket-reassigned-completed = Обращением #{ $number } теперь занимается { $executor }. У вас всё решено? { closes-without-reply }
closes-without-reply = Без вашего ответа закроется { $closes }.
ticket-completed = <b>По обращению #{ $number } всё сделано.</b> У вас всё решено? { closes-without-reply }
ticket-completed-not-planned = <b>Это наш ответ по обращению #{ $number }.</b> Для вас вопрос решён? { closes-without-reply }
ticket-taken-back = Обращение #{ $number } снова в работе: { $reason }
ticket-confirmed = <b>Обращение #{ $number } закрыто: вы подтвердили решение.</b> Спасибо! Как мы справились?
ticket-confirmed-by-staff = <b>Обращение #{ $number } закрыто: вы написали, что всё решено.</b> Проблема осталась? Нажмите кнопку.
ticket-disagreed =
    <b>Обращение #{ $number } снова в работе.</b>
    Что ещё не так? Ваше следующее сообщение передадим команде.
ticket-disagreed-explained = <b>Обращение #{ $number } снова в работе.</b> Ваше сообщение передали команде.
ticket-closed-by-customer = <b>Обращение #{ $number } закрыто по вашей просьбе.</b> Проблема осталась? Откройте его снова до { $until }.
ticket-corrected = В обращении #{ $number } уточнили данные. { field }: { $value }

close-sure = <b>Закрыть обращение #{ $number }?</b> Работа над ним прекратится.
close-kept = Обращение #{ $number } остаётся открытым.
rating-thanks = <b>Обращение #{ $number } закрыто.</b> Ваша оценка: { $rating } ⭐. Спасибо! Открыть снова можно до { $until }.
rating-comment-asked =
    <b>Обращение #{ $number } закрыто.</b> Ваша оценка: { $rating } ⭐. Нам очень жаль.
    Что стоило сделать лучше? Ваше следующее сообщение передадим команде.
rating-comment-thanks = Спасибо, передали команде.
