"""A whole story, in both languages: another service finds the fault, and the customer chooses."""

from __future__ import annotations

from tests.journeys.telling import Tale, read

TOLD = {
    "en": """\
Desk: ✅ Sent as #1.
Desk: #1 received. To add something, just write here. [Close request]
Desk: Ivan is working on #1 and will answer here.
Desk: #1: our service Backend is looking into it. Ivan stays your contact.
Anna: Any news?
Desk: My colleagues are looking at it.
Desk: We have to restart the payment gateway: nobody can pay for five minutes. When does it suit you?

1. Now
2. Tonight at 23:00 [✓ Tonight at 23:00]
Desk: Thank you! Ivan goes on with #1.
Desk: The gateway was restarted at 23:00, payments go through.
Desk: #1 is done on our side. Is it solved for you? Without your reply it closes Fri 6 Mar 2026, 09:11.
Desk: #1 closed. Your mark: 5 ⭐. Thank you! You can reopen it until Tue 10 Mar 2026, 09:10. [Reopen]""",
    "ru": """\
Desk: ✅ Отправлено: #1.
Desk: Обращение #1 получено. Дополнить можно прямо здесь. [Закрыть обращение]
Desk: Обращением #1 занимается Иван. Ответ придёт сюда.
Desk: Обращением #1 сейчас занимается служба «Бэкенд». Иван по-прежнему на связи с вами.
Анна: Есть новости?
Desk: Коллеги уже смотрят.
Desk: Нужно перезапустить платёжный шлюз: пять минут оплаты не будет. Когда вам удобно?

1. Сейчас
2. Сегодня в 23:00 [✓ Сегодня в 23:00]
Desk: Спасибо! Иван продолжает работу над обращением #1.
Desk: В 23:00 шлюз перезапустили, оплата проходит.
Desk: По обращению #1 всё сделано. У вас всё решено? Без вашего ответа закроется 6 марта 2026, пт, 09:11.
Desk: Обращение #1 закрыто. Ваша оценка: 5 ⭐. Спасибо! Открыть снова можно до 10 марта 2026, вт, 09:10. [Открыть \
снова]""",
}
TOPIC = {
    "en": """\
Desk: ✅ #1 · Something is wrong
Closed, confirmed by the customer · Software fault · 5 ⭐ · Ivan

From: Anna
Received: Mon 2 Mar 2026, 10:00
Where: PROD
When: still happening
Log: none

Payment fails with error 500.

Backend has found: The payment gateway
It has to be restarted, which takes five minutes
1. Now
2. Tonight at 23:00 [Reopen] [More…]
Ivan: Error 500 on every payment since 9:40, what is it?
Desk: Any news?
Ivan: My colleagues are looking at it.
Desk: Ivan, Backend has found what it is. The payment gateway: It has to be restarted, which takes five minutes
• Now
• Tonight at 23:00
Ivan: We have to restart the payment gateway: nobody can pay for five minutes. When does it suit you?
Desk: Ivan, the customer has chosen: Tonight at 23:00
Ivan: The gateway was restarted at 23:00, payments go through.""",
    "ru": """\
Desk: ✅ #1 · Что-то не так
Закрыто, клиент подтвердил · Ошибка в программе · 5 ⭐ · Иван

От: Анна
Получено: 2 марта 2026, пн, 10:00
Где: PROD
Когда: продолжается
Лог: нет

Оплата не проходит, ошибка 500.

Бэкенд, заключение: Платёжный шлюз
Его надо перезапустить, это пять минут
1. Сейчас
2. Сегодня в 23:00 [Открыть снова] [Ещё…]
Иван: С 9:40 каждая оплата даёт ошибку 500, что это?
Desk: Есть новости?
Иван: Коллеги уже смотрят.
Desk: Иван, заключение службы «Бэкенд». Платёжный шлюз: Его надо перезапустить, это пять минут
• Сейчас
• Сегодня в 23:00
Иван: Нужно перезапустить платёжный шлюз: пять минут оплаты не будет. Когда вам удобно?
Desk: Иван, клиент выбрал: Сегодня в 23:00
Иван: В 23:00 шлюз перезапустили, оплата проходит.""",
}
AT_BACKEND = {
    "en": """\
Desk: ✅ #1 · Something is wrong
This is no longer with you.
Home topic

From: Anna
Received: Mon 2 Mar 2026, 10:00
Where: PROD
When: still happening
Log: none

Payment fails with error 500.

Backend has found: The payment gateway
It has to be restarted, which takes five minutes
1. Now
2. Tonight at 23:00
Desk: What you are asked
Error 500 on every payment since 9:40, what is it?

Please have a look: Boris

Nothing has been said yet beyond the request above.
Desk: Any news?
Desk: ✉️ Ivan: My colleagues are looking at it.
Boris: The payment gateway
Boris: It has to be restarted, which takes five minutes
Boris: Now
Tonight at 23:00
Desk: Thank you. Ivan has the verdict and goes on with #1.""",
    "ru": """\
Desk: ✅ #1 · Что-то не так
Больше не у вас.
Исходная тема

От: Анна
Получено: 2 марта 2026, пн, 10:00
Где: PROD
Когда: продолжается
Лог: нет

Оплата не проходит, ошибка 500.

Бэкенд, заключение: Платёжный шлюз
Его надо перезапустить, это пять минут
1. Сейчас
2. Сегодня в 23:00
Desk: О чём вас просят
С 9:40 каждая оплата даёт ошибку 500, что это?

Посмотрите, пожалуйста: Борис

Больше ничего не сказано, кроме самого обращения выше.
Desk: Есть новости?
Desk: ✉️ Иван: Коллеги уже смотрят.
Борис: Платёжный шлюз
Борис: Его надо перезапустить, это пять минут
Борис: Сейчас
Сегодня в 23:00
Desk: Спасибо. Заключение получено, дальше обращение #1 ведёт Иван.""",
}
HISTORY = {
    "en": """\
Anna: sent the request
Ivan: took it
Ivan: transferred it to Backend – Error 500 on every payment since 9:40, what is it?
Boris: picked it up for Backend
Boris: gave the verdict of Backend. The payment gateway: It has to be restarted, which takes five minutes
Ivan: offered solutions to choose from
The desk: delivered the question
Anna: chose: Tonight at 23:00
Ivan: completed it (Software fault)
Anna: confirmed that it is solved
Anna: gave 5 ⭐""",
    "ru": """\
Анна: новое обращение
Иван: взято в работу
Иван: передано в службу «Бэкенд» – С 9:40 каждая оплата даёт ошибку 500, что это?
Борис: принято службой «Бэкенд»
Борис: заключение службы «Бэкенд». Платёжный шлюз: Его надо перезапустить, это пять минут
Иван: клиенту предложены решения на выбор
Служба поддержки: вопрос доставлен
Анна: выбрано: Сегодня в 23:00
Иван: выполнено (Ошибка в программе)
Анна: подтверждено, что всё решено
Анна: оценка 5 ⭐""",
}


async def test_another_service_finds_the_fault_and_the_customer_chooses_when_it_is_mended(tale: Tale) -> None:
    anna, ivan, boris = tale.anna, tale.ivan, tale.boris
    await tale.taps(ivan, "Take", "To another service", "Backend")
    await tale.says(
        ivan, "Error 500 on every payment since 9:40, what is it?", "С 9:40 каждая оплата даёт ошибку 500, что это?"
    )
    there = tale.there()
    await tale.taps(boris, "Pick up", where=there)
    await tale.says(anna, "Any news?", "Есть новости?")
    await tale.says(ivan, "My colleagues are looking at it.", "Коллеги уже смотрят.")
    await tale.taps(boris, "Verdict", where=there)
    await tale.says(boris, "The payment gateway", "Платёжный шлюз", there)
    await tale.says(
        boris, "It has to be restarted, which takes five minutes", "Его надо перезапустить, это пять минут", there
    )
    await tale.says(boris, "Now\nTonight at 23:00", "Сейчас\nСегодня в 23:00", there)
    await tale.taps(ivan, "Offer the customer a choice")
    await tale.says(
        ivan,
        "We have to restart the payment gateway: nobody can pay for five minutes. When does it suit you?",
        "Нужно перезапустить платёжный шлюз: пять минут оплаты не будет. Когда вам удобно?",
    )
    await tale.taps(anna, tale.word("Tonight at 23:00", "Сегодня в 23:00"))
    await tale.comes("2026-03-03 09:10")
    await tale.taps(ivan, "Complete", "Software fault")
    await tale.says(
        ivan, "The gateway was restarted at 23:00, payments go through.", "В 23:00 шлюз перезапустили, оплата проходит."
    )
    await tale.taps(anna, "Solved", "5 ⭐")
    assert anna.chat.transcript() == TOLD[tale.language]
    assert read(tale.topic()) == TOPIC[tale.language]
    assert read(there) == AT_BACKEND[tale.language]
    assert await tale.history() == HISTORY[tale.language]
