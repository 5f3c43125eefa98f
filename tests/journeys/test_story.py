"""The desk's main job, from the first word to the customer's yes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from bot.sandbox.icons import ICON_STICKERS
from bot.sandbox.people import Person
from bot.sandbox.telegram import LocalTelegram
from bot.sandbox.views import TopicView
from tests.journeys.stage import RunningDesk, file_request, only_topic

ENGLISH = """\
Anna: /start
Desk: Hello, Anna! This is Acme support.
Tell us what happened. Please hide passwords and card numbers. [New request]
Anna: Payment fails with error 500.
Desk: ✅ Sent as #1.
Desk: #1 received. To add something, just write here. [Close request]
Desk: Ivan is working on #1 and will answer here.
Desk: Which card is it?
Anna: A green one
Desk: It works again.
Desk: #1 is done on our side. Is it solved for you? Without your reply it closes Thu 5 Mar 2026, 10:03.
Desk: #1 closed. Your mark: 5 ⭐. Thank you! You can reopen it until Mon 9 Mar 2026, 10:02. [Reopen]"""
RUSSIAN = """\
Борис: /start
Desk: Здравствуйте, Борис! Это поддержка Acme.
Расскажите, что случилось. Пароли и номера карт скройте. [Новое обращение]
Борис: Оплата не проходит, ошибка 500.
Desk: ✅ Отправлено: #1.
Desk: Обращение #1 получено. Дополнить можно прямо здесь. [Закрыть обращение]
Desk: Обращением #1 занимается Иван. Ответ придёт сюда.
Desk: Какой картой платите?
Борис: Зелёной
Desk: Снова работает.
Desk: По обращению #1 всё сделано. У вас всё решено? Без вашего ответа закроется 5 марта 2026, чт, 10:03.
Desk: Обращение #1 закрыто. Ваша оценка: 5 ⭐. Спасибо! Открыть снова можно до 9 марта 2026, пн, 10:02. \
[Открыть снова]"""


def icon(topic: TopicView) -> str | None:
    return ICON_STICKERS.get(topic.icon or "")


async def play(telegram: LocalTelegram, *deeds: Callable[[], Awaitable[object]]) -> None:
    for deed in deeds:
        await deed()
        await telegram.settle()


async def test_the_story_is_lived_through_in_english(telegram: LocalTelegram, desk: RunningDesk) -> None:
    anna, ivan = telegram.customer("Anna", language="en"), telegram.member("Ivan")
    await play(telegram, anna.start, lambda: anna.tap("New request"))
    await file_request(telegram, anna)
    topic = only_topic(telegram)
    await play(
        telegram,
        lambda: ivan.tap("Take", topic=topic),
        lambda: ivan.say("Which card is it?", topic=topic),
        lambda: anna.say("A green one"),
        lambda: ivan.tap("Complete", topic=topic),
        lambda: ivan.tap("Software fault", topic=topic),
        lambda: ivan.say("It works again.", topic=topic),
        lambda: anna.tap("Solved"),
        lambda: anna.tap("5 ⭐"),
    )
    assert anna.chat.transcript() == ENGLISH


async def test_the_story_is_lived_through_in_russian(telegram: LocalTelegram, tmp_path: Path) -> None:
    async with RunningDesk(telegram, tmp_path / "desk.sqlite3", staff_language="ru"):
        boris, ivan = telegram.customer("Борис", language="ru"), telegram.member("Иван")
        await play(
            telegram,
            boris.start,
            lambda: boris.tap("Новое обращение"),
            lambda: boris.tap("Что-то не так"),
            lambda: boris.say("Оплата не проходит, ошибка 500."),
            lambda: boris.tap("Дальше"),
            lambda: boris.tap("PROD, рабочий"),
            lambda: boris.tap("Продолжается"),
            lambda: boris.tap("Лога нет"),
            lambda: boris.tap("Отправить"),
        )
        topic = only_topic(telegram)
        await play(
            telegram,
            lambda: ivan.tap("Взять", topic=topic),
            lambda: ivan.say("Какой картой платите?", topic=topic),
            lambda: boris.say("Зелёной"),
            lambda: ivan.tap("Выполнено", topic=topic),
            lambda: ivan.tap("Ошибка в программе", topic=topic),
            lambda: ivan.say("Снова работает.", topic=topic),
            lambda: boris.tap("Решено"),
            lambda: boris.tap("5 ⭐"),
        )
        assert boris.chat.transcript() == RUSSIAN


async def test_a_closed_ticket_has_a_closed_topic_with_the_icon_of_its_state(
    telegram: LocalTelegram, desk: RunningDesk
) -> None:
    anna = telegram.customer("Anna", language="en")
    await file_request(telegram, anna)
    topic = only_topic(telegram)
    assert (topic.name, icon(topic), topic.closed) == ("#1 · PROD · Payment fails with error 500.", "❗️", False)
    await play(telegram, lambda: anna.tap("Close request"), lambda: anna.tap("Yes, close it"))
    await telegram.clock.advance(60)
    assert (icon(topic), topic.closed) == ("✅", True)


async def test_from_submit_to_taken_the_group_pays_three_units(telegram: LocalTelegram, desk: RunningDesk) -> None:
    anna, ivan = telegram.customer("Anna", language="en"), telegram.member("Ivan")
    await file_request(telegram, anna)
    await play(telegram, lambda: ivan.tap("Take", topic=only_topic(telegram)))
    assert telegram.units(telegram.staff.chat_id) == 3


async def test_a_log_costs_the_group_one_unit_more(telegram: LocalTelegram, desk: RunningDesk) -> None:
    anna, ivan = telegram.customer("Anna", language="en"), telegram.member("Ivan")
    await play(
        telegram,
        lambda: anna.say("Payment fails with error 500."),
        lambda: anna.tap("Something is wrong"),
        lambda: anna.tap("Next"),
        lambda: anna.tap("TEST"),
        lambda: anna.tap("Yesterday"),
        lambda: anna.send("document", file_name="gateway.log"),
        lambda: anna.tap("Next"),
        lambda: anna.tap("Send"),
    )
    topic = only_topic(telegram)
    await play(telegram, lambda: ivan.tap("Take", topic=topic))
    assert telegram.units(telegram.staff.chat_id) == 4
    assert [message.media for message in topic.messages if message.media] == ["document"]


@pytest.mark.parametrize("customers", [1, 5])
async def test_the_story_meets_no_flood_with_budgets_on(
    telegram: LocalTelegram, desk: RunningDesk, customers: int
) -> None:
    people = [telegram.customer(f"Anna {number}", language="en") for number in range(customers)]
    for person in people:
        await file_request(telegram, person)
    ivan = telegram.member("Ivan")
    for topic in list(telegram.staff.topics.values()):
        await _helped(telegram, ivan, topic)
    await telegram.clock.advance(300)
    assert [call for call in telegram.calls if not call.ok] == []
    assert all(icon(topic) == "💻" for topic in telegram.staff.topics.values())


async def _helped(telegram: LocalTelegram, ivan: Person, topic: TopicView) -> None:
    await ivan.tap("Take", topic=topic)
    for number in range(5):
        await ivan.say(f"Please try again, {number}", topic=topic)
    await telegram.settle()
