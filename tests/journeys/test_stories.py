"""Whole stories, in both languages: what somebody did wrong, and what was not solved at once."""

from __future__ import annotations

from tests.journeys.telling import Tale, read

MISTAKE_TOLD = {
    "en": """\
Desk: ✅ Sent as #1.
Desk: #1 received. To add something, just write here. [Close request]
Desk: Ivan is working on #1 and will answer here.
Desk: Which card do you pay with?
Anna: A green one
Desk: Green cards are debit cards here:
1. Open the payment page
2. Choose “debit card”
3. Pay again
Desk: #1 is done on our side. Is it solved for you? Without your reply it closes Thu 5 Mar 2026, 11:01.
Desk: #1 closed. Your mark: 5 ⭐. Thank you! You can reopen it until Mon 9 Mar 2026, 11:00. [Reopen]""",
    "ru": """\
Desk: ✅ Отправлено: #1.
Desk: Обращение #1 получено. Дополнить можно прямо здесь. [Закрыть обращение]
Desk: Обращением #1 занимается Иван. Ответ придёт сюда.
Desk: Какой картой вы платите?
Анна: Зелёной
Desk: Зелёные карты у нас дебетовые:
1. Откройте страницу оплаты
2. Выберите «дебетовая карта»
3. Оплатите снова
Desk: По обращению #1 всё сделано. У вас всё решено? Без вашего ответа закроется 5 марта 2026, чт, 11:01.
Desk: Обращение #1 закрыто. Ваша оценка: 5 ⭐. Спасибо! Открыть снова можно до 9 марта 2026, пн, 11:00. [Открыть \
снова]""",
}
MISTAKE_TOPIC = {
    "en": """\
Desk: ✅ #1 · Something is wrong
Closed, confirmed by the customer · User mistake · 5 ⭐ · Ivan

From: Anna
Received: Mon 2 Mar 2026, 10:00
Where: PROD
When: still happening
Log: none

Payment fails with error 500. [Reopen] [More…]
Ivan: Which card do you pay with?
Desk: A green one
Ivan: Green cards are debit cards here:
1. Open the payment page
2. Choose “debit card”
3. Pay again""",
    "ru": """\
Desk: ✅ #1 · Что-то не так
Закрыто, клиент подтвердил · Ошибка пользователя · 5 ⭐ · Иван

От: Анна
Получено: 2 марта 2026, пн, 10:00
Где: PROD
Когда: продолжается
Лог: нет

Оплата не проходит, ошибка 500. [Открыть снова] [Ещё…]
Иван: Какой картой вы платите?
Desk: Зелёной
Иван: Зелёные карты у нас дебетовые:
1. Откройте страницу оплаты
2. Выберите «дебетовая карта»
3. Оплатите снова""",
}
MISTAKE_HISTORY = {
    "en": """\
Anna: sent the request
Ivan: took it
Ivan: completed it (User mistake)
Anna: confirmed that it is solved
Anna: gave 5 ⭐""",
    "ru": """\
Анна: новое обращение
Иван: взято в работу
Иван: выполнено (Ошибка пользователя)
Анна: подтверждено, что всё решено
Анна: оценка 5 ⭐""",
}


async def test_who_made_a_mistake_is_shown_the_right_steps(tale: Tale) -> None:
    anna, ivan = tale.anna, tale.ivan
    await tale.taps(ivan, "Take")
    await tale.says(ivan, "Which card do you pay with?", "Какой картой вы платите?")
    await tale.says(anna, "A green one", "Зелёной")
    await tale.comes("2026-03-02 11:00")
    await tale.taps(ivan, "Complete", "User mistake")
    await tale.says(
        ivan,
        "Green cards are debit cards here:\n1. Open the payment page\n2. Choose “debit card”\n3. Pay again",
        "Зелёные карты у нас дебетовые:\n1. Откройте страницу оплаты\n2. Выберите «дебетовая карта»\n3. Оплатите снова",
    )
    await tale.taps(anna, "Solved", "5 ⭐")
    assert anna.chat.transcript() == MISTAKE_TOLD[tale.language]
    assert read(tale.topic()) == MISTAKE_TOPIC[tale.language]
    assert await tale.history() == MISTAKE_HISTORY[tale.language]


DISAGREEMENT_TOLD = {
    "en": """\
Desk: ✅ Sent as #1.
Desk: #1 received. To add something, just write here. [Close request]
Desk: Ivan is working on #1 and will answer here.
Desk: We have restarted the gateway, it works again.
Desk: #1 is done on our side. Is it solved for you? Without your reply it closes Thu 5 Mar 2026, 10:01.
Desk: #1 is being worked on again.
What is still wrong? Your next message goes to the team.
Anna: The green card still fails
Desk: I see it, too. One moment, please.
Desk: Green cards go through now.
Desk: #1 is done on our side. Is it solved for you? Without your reply it closes Thu 5 Mar 2026, 12:01.
Desk: #1 closed. Your mark: 2 ⭐. We are sorry.
What should we have done better? Your next message goes to the team. [Reopen]
Anna: Two attempts for one card
Desk: Thank you, we have passed it on to the team.""",
    "ru": """\
Desk: ✅ Отправлено: #1.
Desk: Обращение #1 получено. Дополнить можно прямо здесь. [Закрыть обращение]
Desk: Обращением #1 занимается Иван. Ответ придёт сюда.
Desk: Шлюз перезапустили, снова работает.
Desk: По обращению #1 всё сделано. У вас всё решено? Без вашего ответа закроется 5 марта 2026, чт, 10:01.
Desk: Обращение #1 снова в работе.
Что ещё не так? Ваше следующее сообщение передадим команде.
Анна: Зелёная карта всё ещё не проходит
Desk: Теперь и я это вижу. Минуту, пожалуйста.
Desk: Теперь проходят и зелёные карты.
Desk: По обращению #1 всё сделано. У вас всё решено? Без вашего ответа закроется 5 марта 2026, чт, 12:01.
Desk: Обращение #1 закрыто. Ваша оценка: 2 ⭐. Нам очень жаль.
Что стоило сделать лучше? Ваше следующее сообщение передадим команде. [Открыть снова]
Анна: Две попытки ради одной карты
Desk: Спасибо, передали команде.""",
}
DISAGREEMENT_TOPIC = {
    "en": """\
Desk: ✅ #1 · Something is wrong
Closed, confirmed by the customer · Software fault · 2 ⭐ · Ivan
“Not solved”: 1 time

From: Anna
Received: Mon 2 Mar 2026, 10:00
Where: PROD
When: still happening
Log: none

Payment fails with error 500. [Reopen] [More…]
Ivan: We have restarted the gateway, it works again.
Desk: Ivan, the customer says: not solved. We have asked why.
Desk: The green card still fails
Ivan: I see it, too. One moment, please.
Ivan: Green cards go through now.
Desk: The customer's mark: 2 ⭐. Two attempts for one card""",
    "ru": """\
Desk: ✅ #1 · Что-то не так
Закрыто, клиент подтвердил · Ошибка в программе · 2 ⭐ · Иван
«Не решено»: 1 раз

От: Анна
Получено: 2 марта 2026, пн, 10:00
Где: PROD
Когда: продолжается
Лог: нет

Оплата не проходит, ошибка 500. [Открыть снова] [Ещё…]
Иван: Шлюз перезапустили, снова работает.
Desk: Иван, клиент говорит: не решено. Спросили, что ещё не так.
Desk: Зелёная карта всё ещё не проходит
Иван: Теперь и я это вижу. Минуту, пожалуйста.
Иван: Теперь проходят и зелёные карты.
Desk: Оценка клиента: 2 ⭐. Две попытки ради одной карты""",
}
DISAGREEMENT_HISTORY = {
    "en": """\
Anna: sent the request
Ivan: took it
Ivan: completed it (Software fault)
Anna: said that it is not solved
Anna: said what is still wrong – The green card still fails
Ivan: completed it (Software fault)
Anna: confirmed that it is solved
Anna: gave 2 ⭐
Anna: said why 2 ⭐ – Two attempts for one card""",
    "ru": """\
Анна: новое обращение
Иван: взято в работу
Иван: выполнено (Ошибка в программе)
Анна: не решено
Анна: что ещё не так – Зелёная карта всё ещё не проходит
Иван: выполнено (Ошибка в программе)
Анна: подтверждено, что всё решено
Анна: оценка 2 ⭐
Анна: почему 2 ⭐ – Две попытки ради одной карты""",
}
DISAGREEMENT_STORY = {
    "en": """\
What happened to #1 · Payment fails with error 500.

You sent the request.
Ivan started to work on it.
We finished our work on it.
You said that it is not solved.
You said what is still wrong.
We finished our work on it.
You confirmed that it is solved.
Your mark: 2 ⭐
You told us what we should have done better.""",
    "ru": """\
Что произошло с обращением #1 · Оплата не проходит, ошибка 500.

Вы отправили обращение.
Обращением занимается Иван.
С нашей стороны всё сделано.
Вы сообщили, что не решено.
Вы написали, что ещё не так.
С нашей стороны всё сделано.
Вы подтвердили, что всё решено.
Ваша оценка: 2 ⭐
Вы написали, что стоило сделать лучше.""",
}


async def test_what_is_not_solved_is_worked_on_until_it_is(tale: Tale) -> None:
    anna, ivan = tale.anna, tale.ivan
    await tale.taps(ivan, "Take", "Complete", "Software fault")
    await tale.says(ivan, "We have restarted the gateway, it works again.", "Шлюз перезапустили, снова работает.")
    await tale.comes("2026-03-02 11:00")
    await tale.taps(anna, "Not solved")
    await tale.says(anna, "The green card still fails", "Зелёная карта всё ещё не проходит")
    await tale.says(ivan, "I see it, too. One moment, please.", "Теперь и я это вижу. Минуту, пожалуйста.")
    await tale.comes("2026-03-02 12:00")
    await tale.taps(ivan, "Complete", "Software fault")
    await tale.says(ivan, "Green cards go through now.", "Теперь проходят и зелёные карты.")
    await tale.comes("2026-03-02 13:00")
    await tale.taps(anna, "Solved", "2 ⭐")
    await tale.says(anna, "Two attempts for one card", "Две попытки ради одной карты")
    assert anna.chat.transcript() == DISAGREEMENT_TOLD[tale.language]
    assert read(tale.topic()) == DISAGREEMENT_TOPIC[tale.language]
    assert await tale.history() == DISAGREEMENT_HISTORY[tale.language]
    assert await tale.what_happened() == DISAGREEMENT_STORY[tale.language]
