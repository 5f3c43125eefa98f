"""A release that many wait for: nobody is told twice, nobody is forgotten, and nobody has to wait meanwhile."""

from __future__ import annotations

import asyncio
import sqlite3
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.app import desk_rules
from bot.domain.lifecycle import Cause
from bot.domain.people import Actor, Standing
from bot.domain.release import BATCH, Release, Version
from bot.ports import UnitOfWork
from bot.sandbox.faults import Fault
from bot.sandbox.nursery import Nursery
from bot.sandbox.params import Call
from bot.sandbox.people import Person
from bot.sandbox.telegram import LocalTelegram
from bot.usecases import release_tickets
from bot.usecases.outcome import settle
from storage.store import SqlStore
from tests.journeys.life import Request, filed
from tests.journeys.stage import RunningDesk
from tests.journeys.test_kill import Assassin

MANY = 30
MORE = BATCH + 3
LEAD = Actor(77, "Lena", standing=Standing.LEAD)
IVAN = Actor(78, "Ivan", standing=Standing.MEMBER)


async def waiting(telegram: LocalTelegram, desk: RunningDesk, many: int) -> list[Person]:
    """As many customers, each with a ticket that waits for 1.4.1; whatever there was to say is said."""
    customers = [telegram.customer(f"Customer{number:02}") for number in range(1, many + 1)]
    await filed(telegram, desk.settings, [Request(one, "The report is empty.") for one in customers])
    store = SqlStore(desk.settings.database_url, telegram.clock, desk_rules(desk.settings))
    await store.unit(lambda unit: _promise(unit, many))
    await store.close()
    with sqlite3.connect(desk.settings.database_url.removeprefix("sqlite:///")) as database:
        database.execute("DELETE FROM outbox")
    return customers


def _promise(uow: UnitOfWork, many: int) -> None:
    on = date(2026, 12, 1)
    planned = Release(Version(1, 4, 1), "PROD", on).schedule(on, by=LEAD, today=on)
    release = uow.releases.save(planned.told_all())
    for number in range(1, many + 1):
        settle(uow, *uow.tickets.get(number).take(by=IVAN, at=uow.now))
        promise(uow, number, release)


def promise(uow: UnitOfWork, number: int, release: Release) -> None:
    ticket = uow.tickets.get(number)
    settle(uow, *ticket.promise_release(release, Cause.IMPROVEMENT, today=release.on, by=IVAN, at=uow.now))


def found(uow: UnitOfWork) -> Release:
    release = uow.releases.find(Version(1, 4, 1), "PROD")
    assert release is not None
    return release


def stored(desk: RunningDesk, query: str) -> Any:
    with sqlite3.connect(desk.settings.database_url.removeprefix("sqlite:///")) as database:
        return database.execute(query).fetchall()


def completed(desk: RunningDesk) -> list[int]:
    return [number for (number,) in stored(desk, "SELECT number FROM history WHERE fact = 'ReleasePublished'")]


def told(who: Person, words: str) -> int:
    return sum(words in message.text for message in who.chat.messages if message.by_bot)


async def publish(telegram: LocalTelegram, lena: Person, words: str = "/publish 1.4.1 PROD") -> None:
    await lena.say(words, topic=telegram.staff.general)
    await telegram.settle(quiet=5)
    asked = next(one for one in reversed(telegram.staff.general.messages) if one.labels)
    await lena.press(asked, data=next(button.data or "" for row in asked.buttons for button in row))


async def test_a_desk_that_dies_amid_a_release_tells_every_customer_once(
    telegram: LocalTelegram, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lena = telegram.admin("Lena")
    desk = RunningDesk(telegram, tmp_path / "desk.sqlite3")
    customers = await waiting(telegram, desk, MANY)
    tell = release_tickets._tell

    def dies(uow: UnitOfWork, release: Release, ticket: Any) -> None:
        tell(uow, release, ticket)
        if ticket.number == 25:
            raise RuntimeError("the desk dies here")

    monkeypatch.setattr(release_tickets, "_tell", dies)
    with capture_logs() as events:
        async with desk:
            await publish(telegram, lena)
            await telegram.settle(quiet=60)
            assert completed(desk) == list(range(1, 21)), "the first ones in the commit of the press itself"
            busy = "customers are still being told of its last change"
            await lena.say("/withdraw 1.4.1 PROD", topic=telegram.staff.general)
            await telegram.settle()
            assert busy in telegram.staff.general.last.text
    assert {event["event"] for event in events if event["log_level"] == "error"} == {"round_failed"}
    monkeypatch.setattr(release_tickets, "_tell", tell)
    async with desk:
        await telegram.settle(quiet=60)
        assert completed(desk) == list(range(1, MANY + 1)), "in ascending number, each once"
        assert [told(one, "release 1.4.1 with your solution is out") for one in customers] == [1] * MANY
        assert stored(desk, "SELECT telling FROM releases") == [(0,)]
        await publish(telegram, lena, "/withdraw 1.4.1 PROD")
        await telegram.settle(quiet=60)
        assert [told(one, "had to be withdrawn") for one in customers] == [1] * MANY


class Ambush(Assassin):
    """Kills the desk over the message to a customer that comes after so many."""

    left = 0

    def _strike(self, call: Call) -> Fault | None:
        to_customer = call.method.lower() == "sendmessage" and int(call.params["chat_id"]) > 0
        if self.victim is None or not to_customer:
            return None
        if self.struck:
            return Fault("drop_before")  # what a dead process had begun
        self.left -= 1
        return super()._strike(call) if self.left < 0 else None


async def test_processes_that_are_killed_amid_a_release_tell_every_customer_once(tmp_path: Path) -> None:
    """Among the first ones, whose tickets were completed with the press, and among the last ones, whose follow. Twice
    is told at most what was on its way at that moment.
    """
    url = f"sqlite:///{tmp_path / 'desk.sqlite3'}"
    async with Nursery() as nursery, LocalTelegram() as telegram:
        lena, database = telegram.admin("Lena"), RunningDesk(telegram, tmp_path / "desk.sqlite3")
        customers = await waiting(telegram, database, MORE)
        doubtful: set[str] = set()
        ambush = Ambush(telegram, "sendMessage", "drop_before")
        desk = ambush.victim = await nursery.start(telegram, url)
        ambush.left = 7
        await publish(telegram, lena)
        for then in (3, None):
            await telegram.settle(quiet=5)
            assert ambush.struck
            assert 0 < sum(told(one, "release 1.4.1 with your solution is out") for one in customers) < MORE
            await desk.kill()
            doubtful |= {key for (key,) in stored(database, "SELECT order_key FROM outbox WHERE state = 'sending'")}
            ambush.victim = None
            desk = await nursery.start(telegram, url)
            if then is not None:
                ambush.victim, ambush.left, ambush.struck = desk, then, False
        await telegram.clock.advance(45)
        await telegram.settle()
        assert completed(database) == list(range(1, MORE + 1))
        for one in customers:
            times = told(one, "release 1.4.1 with your solution is out")
            assert times == 1 or (times == 2 and f"p{one.id}" in doubtful), one
        assert stored(database, "SELECT telling FROM releases") == [(0,)]
        await desk.kill()
        assert telegram.strict.lines == []


async def test_a_moved_date_reaches_each_once_and_not_who_was_promised_the_new_one(
    telegram: LocalTelegram, tmp_path: Path
) -> None:
    desk = RunningDesk(telegram, tmp_path / "desk.sqlite3")
    await waiting(telegram, desk, 22)
    store = SqlStore(desk.settings.database_url, telegram.clock, desk_rules(desk.settings))

    def move(uow: UnitOfWork) -> None:
        """Number 22 is promised the release anew while the first ones are told."""
        release = found(uow)
        release_tickets.change_release(uow, release.schedule(date(2026, 12, 8), by=LEAD, today=release.on))
        settle(uow, *uow.tickets.get(22).withdraw_promise(by=IVAN, at=uow.now))
        promise(uow, 22, found(uow))

    await store.unit(move)
    while await store.unit(release_tickets.tell_next):
        pass
    moved = stored(desk, "SELECT number FROM history WHERE fact = 'ReleasePromised' AND actor_name = 'Lena'")
    assert moved == [(number,) for number in range(1, 22)]
    tickets = await store.unit(lambda uow: [*uow.tickets.promised(1, 0), *uow.tickets.promised(1, 20)])
    assert {ticket.promise and ticket.promise.on for ticket in tickets} == {date(2026, 12, 8)}
    await store.close()


async def test_others_have_their_turn_between_the_batches(telegram: LocalTelegram, tmp_path: Path) -> None:
    desk = RunningDesk(telegram, tmp_path / "desk.sqlite3")
    await waiting(telegram, desk, 2 * BATCH)
    store = SqlStore(desk.settings.database_url, telegram.clock, desk_rules(desk.settings))

    def out(uow: UnitOfWork) -> None:
        uow.releases.save(found(uow).publish(by=LEAD))

    await store.unit(out)
    first = asyncio.ensure_future(store.unit(release_tickets.tell_next))
    between = asyncio.ensure_future(store.unit(lambda uow: uow.releases.reach(1)))
    assert await first
    reach = await between
    assert (reach.waiting, reach.completed) == (BATCH, BATCH)
    left = [await store.unit(release_tickets.tell_next) for _ in range(3)]
    assert left == [True, True, False], "the last batch was full, so one more has to look"
    await store.close()
