"""A whole story, in both languages: nobody answers, for a long time."""

from __future__ import annotations

from tests.journeys.telling import Tale, read

TOLD = {
    "en": """\
Desk: ✅ Sent as #1.
Desk: #1 received. To add something, just write here. [Close request]
Desk: Ivan is working on #1 and will answer here.
Desk: Which card do you pay with?
Desk: #1: may we remind you? We need your answer to go on.
Which card do you pay with?
Desk: #1: may we remind you? We need your answer to go on. Without it we complete the request Wed 11 Mar 2026, \
10:05.
Which card do you pay with?
Desk: #1: we have not heard from you, and without your answer we cannot go on. So we have completed it. Is it \
solved for you? If not, we gladly go on. Without your reply it closes Mon 16 Mar 2026, 12:00. [Solved] [Not solved]
Desk: #1: is it solved for you? Without your reply it closes Mon 16 Mar 2026, 12:00. To add something, just write \
here. [Solved] [Not solved]
Desk: #1 closed: no reply for 3 days. Still a problem? Reopen it until Mon 23 Mar 2026, 12:00. [Reopen]
Anna: I was on holiday, sorry: a green one
Desk: ✅ Passed on to #1.
Desk: #1 is open again. Ivan goes on with it. To add something, just write here.
Desk: Green cards go through now.
Desk: #1 is done on our side. Is it solved for you? Without your reply it closes Tue 24 Mar 2026, 09:00.
Desk: #1 closed. Your mark: 5 ⭐. Thank you! You can reopen it until Fri 27 Mar 2026, 16:00. [Reopen]""",
    "ru": """\
Desk: ✅ Отправлено: #1.
Desk: Обращение #1 получено. Дополнить можно прямо здесь. [Закрыть обращение]
Desk: Обращением #1 занимается Иван. Ответ придёт сюда.
Desk: Какой картой вы платите?
Desk: Обращение #1: позвольте напомнить. Чтобы продолжить, нужен ваш ответ.
Какой картой вы платите?
Desk: Обращение #1: позвольте напомнить. Чтобы продолжить, нужен ваш ответ. Без него мы завершим работу 11 марта \
2026, ср, 10:05.
Какой картой вы платите?
Desk: Обращение #1: ответа от вас не было, а без него нам не продолжить. Поэтому мы завершили работу. У вас всё \
решено? Если нет, с радостью продолжим. Без вашего ответа закроется 16 марта 2026, пн, 12:00. [Решено] [Не решено]
Desk: Обращение #1: у вас всё решено? Без вашего ответа закроется 16 марта 2026, пн, 12:00. Дополнить можно \
прямо здесь. [Решено] [Не решено]
Desk: Обращение #1 закрыто: 3 дня без ответа. Проблема осталась? Откройте снова до 23 марта 2026, пн, 12:00. \
[Открыть снова]
Анна: Простите, была в отпуске: зелёной
Desk: ✅ Передано в обращение #1.
Desk: Обращение #1 снова открыто. Им занимается Иван. Дополнить можно прямо здесь.
Desk: Теперь проходят и зелёные карты.
Desk: По обращению #1 всё сделано. У вас всё решено? Без вашего ответа закроется 24 марта 2026, вт, 09:00.
Desk: Обращение #1 закрыто. Ваша оценка: 5 ⭐. Спасибо! Открыть снова можно до 27 марта 2026, пт, 16:00. [Открыть \
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

Payment fails with error 500. [Reopen] [More…]
Ivan: ? Which card do you pay with?
Desk: The customer has opened #1 again.
Ivan, it is yours again.
Desk: I was on holiday, sorry: a green one
Ivan: Green cards go through now.""",
    "ru": """\
Desk: ✅ #1 · Что-то не так
Закрыто, клиент подтвердил · Ошибка в программе · 5 ⭐ · Иван

От: Анна
Получено: 2 марта 2026, пн, 10:00
Где: PROD
Когда: продолжается
Лог: нет

Оплата не проходит, ошибка 500. [Открыть снова] [Ещё…]
Иван: ? Какой картой вы платите?
Desk: Клиент снова открыл обращение #1.
Иван, оно снова у вас.
Desk: Простите, была в отпуске: зелёной
Иван: Теперь проходят и зелёные карты.""",
}
HISTORY = {
    "en": """\
Anna: sent the request
Ivan: took it
Ivan: asked the customer a question
The desk: delivered the question
The desk: reminded the customer
The desk: reminded the customer
The desk: completed it: no answer came
The desk: reminded the customer
The desk: closed it: no answer came
Anna: opened it again – I was on holiday, sorry: a green one
Ivan: completed it (Software fault)
Anna: confirmed that it is solved
Anna: gave 5 ⭐""",
    "ru": """\
Анна: новое обращение
Иван: взято в работу
Иван: вопрос клиенту
Служба поддержки: вопрос доставлен
Служба поддержки: напоминание клиенту
Служба поддержки: напоминание клиенту
Служба поддержки: выполнено: ответа нет
Служба поддержки: напоминание клиенту
Служба поддержки: закрыто: ответа нет
Анна: открыто снова – Простите, была в отпуске: зелёной
Иван: выполнено (Ошибка в программе)
Анна: подтверждено, что всё решено
Анна: оценка 5 ⭐""",
}

WHEN = {
    "03 09:59": 0, "03 10:05": 1, "04 09:59": 1, "04 10:05": 2, "05 17:00": 2, "11 10:04": 2, "11 10:05": 3,
    "13 10:00": 3, "13 10:10": 4, "16 11:59": 4, "16 12:00": 5,
}  # fmt: skip
"""What Anna has heard by then. It is the 2nd, a Monday, at 10:00 when she is asked."""
QUESTION = {
    "en": """\
Desk: #1 is closed. What does your message mean?
It is kept until you choose.
I was on holiday, sorry: a green one [Reopen it] [New request] [Just a comment]""",
    "ru": """\
Desk: Обращение #1 закрыто. Что значит ваше сообщение?
Пока вы выбираете, оно сохранено.
Простите, была в отпуске: зелёной [Открыть снова] [Новое обращение] [Просто комментарий]""",
}


async def test_who_is_silent_is_reminded_loses_nothing_and_comes_back(tale: Tale) -> None:
    anna, ivan = tale.anna, tale.ivan
    await tale.taps(ivan, "Take")
    await tale.says(ivan, "? Which card do you pay with?", "? Какой картой вы платите?")
    asked = len(anna.chat.messages)
    for moment, since in WHEN.items():
        await tale.comes(f"2026-03-{moment}")
        assert len(anna.chat.messages) - asked == since, moment
    await tale.comes("2026-03-20 15:00")
    await tale.says(anna, "I was on holiday, sorry: a green one", "Простите, была в отпуске: зелёной")
    assert anna.chat.last.line() == QUESTION[tale.language]
    await tale.taps(anna, "Reopen it")
    await tale.taps(ivan, "Complete", "Software fault")
    await tale.says(ivan, "Green cards go through now.", "Теперь проходят и зелёные карты.")
    await tale.comes("2026-03-20 16:00")
    await tale.taps(anna, "Solved", "5 ⭐")
    assert anna.chat.transcript() == TOLD[tale.language]
    assert read(tale.topic()) == TOPIC[tale.language]
    assert await tale.history() == HISTORY[tale.language]
