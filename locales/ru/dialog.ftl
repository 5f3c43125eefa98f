# Оформление обращения: шаги окна и его последние слова.

dialog-kind =
    <b>Чем помочь?</b>
    Например, «Работа стоит», если без исправления продолжать нельзя.
dialog-description =
    <b>Опишите своими словами, можно скриншоты.</b>
    Пример: «Оплата не проходит, ошибка 500».
dialog-so-far = Уже есть: { $what }.
dialog-stand =
    <b>Где это происходит?</b>
    Пример: { $example }. Нажмите или напишите.
dialog-component =
    <b>О какой части продукта речь?</b>
    Пример: { $example }. Нажмите или напишите.
dialog-period =
    <b>Когда ({ $zone })?</b>
    Нажмите или напишите, например «вчера 14:00–15:30».
dialog-period-shown =
    <b>Понято так: { $period }.</b>
    Верно? Если нет, просто напишите ещё раз, например «вчера 14:00–15:30».
dialog-zone =
    <b>В каком вы часовом поясе?</b>
    Сейчас { $zone }. Нажмите на место либо напишите город или разницу с UTC, например «Самара» или «UTC+3».
dialog-log =
    <b>Есть лог запроса и ошибки?</b>
    Пришлите файлы или текст, например «server.log».
dialog-subject =
    <b>Напишите новую тему одной строкой.</b>
    Сейчас: { $subject }
    Пример: «Оплата не проходит, ошибка 500»
dialog-summary = <b>Всё верно?</b>

summary-field = <b>{ field }:</b> { $value }
summary-logs = { $count ->
    [0] нет
   *[other] есть, { $count }
}

window-note = ⚠️ { $refusal }
window-leaving =
    <b>Отменить это обращение?</b>
    Всё, что вы для него написали, будет удалено.
window-sent = ✅ Отправлено: <b>#{ $number }</b>.
window-cancelled = Обращение отменено, ничего не отправлено.

button-back = ‹ Назад
button-cancel = Отмена
button-next = Дальше
button-anew = Написать заново
button-no-log = Лога нет
button-send = Отправить
button-edit = ✏️ { field }
button-chosen = ✓ { $choice }
button-discard = Да, отменить
button-keep = Нет, продолжить
button-zone = 🌐 { $zone }
button-zone-city = { $city }, { $offset }
button-period-right = Верно, дальше
button-period-ongoing = Продолжается
button-period-hour = Последний час
button-period-today = Сегодня
button-period-yesterday = Вчера
button-period-unknown = Не знаю
stand-live = { $stand }, рабочий

zone-america-los-angeles = Лос-Анджелес
zone-america-new-york = Нью-Йорк
zone-america-sao-paulo = Сан-Паулу
zone-europe-london = Лондон
zone-europe-berlin = Берлин
zone-europe-moscow = Москва
zone-asia-dubai = Дубай
zone-asia-yekaterinburg = Екатеринбург
zone-asia-almaty = Алматы
zone-asia-kolkata = Дели
zone-asia-shanghai = Шанхай
zone-australia-sydney = Сидней

## К какому обращению относится сообщение?

held-pick = <b>К какому обращению это относится?</b> Пока вы выбираете, сообщение сохранено.
held-draft = <b>Это к отправленному обращению или к новому?</b> Пока вы выбираете, сообщение сохранено.
held-completed =
    <b>Обращение #{ $number } ждёт вашего слова. Что значит ваше сообщение?</b>
    Пока вы выбираете, оно сохранено.
held-placed = { $number ->
    [0] ✅ Добавлено к новому обращению.
   *[other] ✅ Передано в обращение #{ $number }.
}
button-held-draft = К новому обращению
button-held-new = Это о другом
