"""What a ticket costs one staff group, in the local Telegram's own time and under its real budgets."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.sandbox.people import Person
from bot.sandbox.telegram import LocalTelegram
from bot.sandbox.views import TopicView
from storage import migrate
from tests.bench.process import size
from tests.journeys.stage import RunningDesk, file_request, only_topic

LOOK = 3.0
"""Virtual seconds after which somebody looks again whether what they wait for is there."""
SETTLED = 120.0
"""Virtual seconds after which what was put off is shown too."""


@dataclass(frozen=True)
class OneTicket:
    """Calls of all kinds, but getUpdates; units are what the staff group's budget pays."""

    calls: int
    in_group: int
    units: int
    units_to_taken: int


@dataclass(frozen=True)
class Crowded:
    """`tickets` that come all at once: how many an hour are closed, what each costs the group, what it leaves stored.

    `floods`: refusals for lack of budget.
    """

    tickets: int
    an_hour: float
    units_each: float
    stored_each: float
    floods: int


async def one_ticket(folder: Path) -> OneTicket:
    """From the first word to the rating: taken, a question and its answer, completed, solved, five stars."""
    async with LocalTelegram() as telegram, RunningDesk(telegram, folder / "one.sqlite3"):
        anna, ivan = telegram.customer("Anna"), telegram.member("Ivan")
        telegram.calls.clear()
        await file_request(telegram, anna)
        topic = only_topic(telegram)
        await ivan.tap("Take", topic=topic)
        await telegram.settle()
        to_taken = telegram.units(telegram.staff.chat_id)
        await _lived(telegram, [_served(telegram, ivan, topic), _closed(telegram, anna)])
        await telegram.clock.advance(SETTLED)
        in_group = [call for call in telegram.calls if call.chat_id == telegram.staff.chat_id]
        return OneTicket(len(telegram.calls), len(in_group), telegram.units(telegram.staff.chat_id), to_taken)


async def crowded(folder: Path, tickets: int) -> Crowded:
    """So many customers write in the same minute; everybody goes on as soon as the desk has shown them how."""
    database = folder / "crowded.sqlite3"
    migrate.upgrade(f"sqlite:///{database}")
    empty = size(database)
    async with LocalTelegram() as telegram:
        async with RunningDesk(telegram, database):
            begun, ivan = telegram.clock.now(), telegram.member("Ivan")
            await _lived(telegram, [_life(telegram, ivan, number) for number in range(tickets)])
            ended = telegram.clock.now()
            await telegram.clock.advance(SETTLED)
            units = telegram.units(telegram.staff.chat_id)
            floods = sum("Too Many Requests" in (call.error or "") for call in telegram.calls)
        hours = (ended - begun).total_seconds() / 3600
        stored = (size(database) - empty) / tickets
    return Crowded(tickets, tickets / hours, units / tickets, stored, floods)


async def _lived(telegram: LocalTelegram, lives: Sequence[Coroutine[Any, Any, None]]) -> None:
    """Let time pass until all that is done; TimeoutError after a day."""
    limit, tasks = telegram.clock.now() + timedelta(days=1), [asyncio.create_task(life) for life in lives]
    while not all(task.done() for task in tasks):
        if telegram.clock.now() > limit:
            raise TimeoutError
        await telegram.clock.advance(LOOK)
    await asyncio.gather(*tasks)


async def _life(telegram: LocalTelegram, ivan: Person, number: int) -> None:
    customer = telegram.customer(f"Customer {number}")
    words = f"Error {number + 1000} at payment."
    await customer.say("/new")
    await _tap(telegram, customer, "Something is wrong")
    await customer.say(words)
    for label in ("Next", "PROD, live", "Still happening", "No log", "Send"):
        await _tap(telegram, customer, label)
    topic = await _topic(telegram, words)
    await _tap(telegram, ivan, "Take", topic)
    await asyncio.gather(_served(telegram, ivan, topic), _closed(telegram, customer))


async def _served(telegram: LocalTelegram, ivan: Person, topic: TopicView) -> None:
    await ivan.say("Which card is it?", topic=topic)
    await _until(telegram, lambda: any("A green one" in message.text for message in topic.messages))
    await _tap(telegram, ivan, "Complete", topic)
    await _tap(telegram, ivan, "Software fault", topic)
    await ivan.say("It works again.", topic=topic)
    await _until(telegram, lambda: topic.closed)


async def _closed(telegram: LocalTelegram, customer: Person) -> None:
    await _until(telegram, lambda: any("Which card" in message.text for message in customer.chat.messages))
    await customer.say("A green one")
    await _tap(telegram, customer, "Solved")
    await _tap(telegram, customer, "5 ⭐")


async def _topic(telegram: LocalTelegram, words: str) -> TopicView:
    def named() -> list[TopicView]:
        return [topic for topic in telegram.staff.topics.values() if words in topic.name]

    await _until(telegram, lambda: bool(named()))
    return named()[0]


async def _tap(telegram: LocalTelegram, person: Person, label: str, topic: TopicView | None = None) -> None:
    where = topic or person.chat
    await _until(telegram, lambda: any(label in message.labels for message in where.messages))
    await person.tap(label, topic=topic)


async def _until(telegram: LocalTelegram, seen: Callable[[], bool]) -> None:
    while not seen():
        await telegram.clock.sleep(LOOK)
