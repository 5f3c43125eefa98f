"""A short story, in both languages: the customer ends it, whatever is being done."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.sandbox.people import Person
from bot.sandbox.telegram import LocalTelegram
from tests.journeys.telling import BOTH, Tale, read, telling

TOLD = {
    "en": """\
Desk: ✅ Sent as #{number}.
Desk: #{number} received. To add something, just write here. [Close request]
{so_far}Desk: #{number} stays open.
Desk: Close #{number}? Nobody will work on it any more.
Desk: #{number} closed at your request. Still a problem? Reopen it until Mon 9 Mar 2026, 12:00. [Reopen]""",
    "ru": """\
Desk: ✅ Отправлено: #{number}.
Desk: Обращение #{number} получено. Дополнить можно прямо здесь. [Закрыть обращение]
{so_far}Desk: Обращение #{number} остаётся открытым.
Desk: Закрыть обращение #{number}? Работа над ним прекратится.
Desk: Обращение #{number} закрыто по вашей просьбе. Проблема осталась? \
Откройте его снова до 9 марта 2026, пн, 12:00. [Открыть снова]""",
}
SO_FAR = {
    "en": {
        "Received": "",
        "Assigned · Ivan": "",
        "In progress · Ivan": "Desk: Ivan is working on #3 and will answer here.\n",
        "Waiting for the customer · Ivan": """\
Desk: Ivan is working on #4 and will answer here.
Desk: Which card do you pay with?
""",
        "Transferred · Ivan": """\
Desk: Ivan is working on #5 and will answer here.
Desk: #5: our service Backend is looking into it. Ivan stays your contact.
""",
        "Waiting for a release · Ivan": """\
Desk: Ivan is working on #6 and will answer here.
Desk: #6: the solution comes with release 1.4.1, Tue 10 Mar 2026. You will hear from us here when it is out.
""",
        "Completed, waiting for the customer's word · Software fault · Ivan": """\
Desk: Ivan is working on #7 and will answer here.
Desk: Please try again now.
Desk: #7 is done on our side. Is it solved for you? Without your reply it closes Thu 5 Mar 2026, 10:05. [Solved] \
[Not solved]
""",
    },
    "ru": {
        "Получено": "",
        "Назначено · Иван": "",
        "В работе · Иван": "Desk: Обращением #3 занимается Иван. Ответ придёт сюда.\n",
        "Ждём клиента · Иван": """\
Desk: Обращением #4 занимается Иван. Ответ придёт сюда.
Desk: Какой картой вы платите?
""",
        "Передано · Иван": """\
Desk: Обращением #5 занимается Иван. Ответ придёт сюда.
Desk: Обращением #5 сейчас занимается служба «Бэкенд». Иван по-прежнему на связи с вами.
""",
        "Ждём релиза · Иван": """\
Desk: Обращением #6 занимается Иван. Ответ придёт сюда.
Desk: Обращение #6: решение выйдет в версии 1.4.1, 10 марта 2026, вт. Когда она выйдет, напишем сюда.
""",
        "Выполнено, ждём слова клиента · Ошибка в программе · Иван": """\
Desk: Обращением #7 занимается Иван. Ответ придёт сюда.
Desk: Попробуйте ещё раз.
Desk: По обращению #7 всё сделано. У вас всё решено? Без вашего ответа закроется 5 марта 2026, чт, 10:05. \
[Решено] [Не решено]
""",
    },
}
"""What has been said in each state, as the card names it; one customer is in each."""
TOPIC = {
    "en": "Closed by the customer{whose}\nDesk: The customer has closed #{number}.",
    "ru": "Закрыто клиентом{whose}\nDesk: Клиент закрыл обращение #{number}.",
}
OVER = {
    "en": "Desk: #5 is closed. Nothing more to do here.",
    "ru": "Desk: Обращение #5 закрыто. Здесь больше ничего не нужно.",
}


@pytest.mark.parametrize("language", BOTH)
async def test_a_customer_closes_in_every_open_state_after_being_asked_once(
    telegram: LocalTelegram, tmp_path: Path, language: str
) -> None:
    states = SO_FAR[language]
    customers = [telegram.customer(f"Anna {number}", language=language) for number, _ in enumerate(states, 1)]
    async with telling(telegram, tmp_path, language, customers) as tale:
        await one_in_every_state(tale)
        assert [state_of(tale, number) for number, _ in enumerate(states, 1)] == list(states)
        for label in ("Close request", "No, keep it open", "Close request"):
            await all_tap(tale, customers, label)
        assert [state_of(tale, number) for number, _ in enumerate(states, 1)] == list(states), "nothing has happened"
        await tale.comes("2026-03-02 12:00")
        await all_tap(tale, customers, "Yes, close it")
        for number, (state, so_far) in enumerate(states.items(), 1):
            told = customers[number - 1].chat.transcript()
            assert told == TOLD[language].format(number=number, so_far=so_far), state
            whose = "".join(state.partition(" · ")[1:])
            end = f"{state_of(tale, number)}\n{read(tale.topic(number)).splitlines()[-1]}"
            assert end == TOPIC[language].format(number=number, whose=whose), state
        assert read(tale.there(5)).splitlines()[-1] == OVER[language]
        assert tale.there(5).closed
        again = await customers[0].tap(tale.button("Close request"))
        await telegram.settle()
        assert again.text == tale.word("This is no longer current.", "Это уже неактуально.")


async def one_in_every_state(tale: Tale) -> None:
    """#1 to #7, in the order of the states; the deeds of the staff."""
    ivan, lena = tale.ivan, tale.lena
    await tale.says(lena, "/release 1.4.1 PROD 2026-03-10", "/release 1.4.1 PROD 10 марта", tale.general)
    await tale.taps(lena, "Assign…", ivan.name, where=tale.topic(2))
    for number in range(3, 8):
        await tale.taps(ivan, "Take", where=tale.topic(number))
    await tale.says(ivan, "? Which card do you pay with?", "? Какой картой вы платите?", tale.topic(4))
    await tale.taps(ivan, "To another service", "Backend", where=tale.topic(5))
    await tale.says(ivan, "Please have a look.", "Посмотрите, пожалуйста.", tale.topic(5))
    promise = tale.word("1.4.1 · Tue 10 Mar 2026", "1.4.1 · 10 марта 2026, вт")
    await tale.taps(ivan, "Promise a release", promise, where=tale.topic(6))
    await tale.taps(ivan, "Complete", "Software fault", where=tale.topic(7))
    await tale.says(ivan, "Please try again now.", "Попробуйте ещё раз.", tale.topic(7))


async def all_tap(tale: Tale, customers: list[Person], label: str) -> None:
    """At the same moment."""
    taps = [await customer.tap(tale.button(label)) for customer in customers]
    await tale.telegram.settle()
    assert [(tap.given, tap.text) for tap in taps] == [(True, None)] * len(customers)


def state_of(tale: Tale, number: int) -> str:
    return read(tale.topic(number)).splitlines()[1]
