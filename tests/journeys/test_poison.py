"""What cannot be understood is set aside and told; it stops nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.delivery.rounds import KEPT
from bot.sandbox.people import Person
from bot.sandbox.telegram import LocalTelegram
from bot.usecases.alarm import BETWEEN
from storage import aside
from storage.repositories.messages import SqlMessages
from tests.journeys.dialog import RU
from tests.journeys.life import living
from tests.journeys.stage import RunningDesk, file_request, only_topic
from tests.journeys.talk import Events

SOON = 30
"""Seconds in which what another process has asked for is done."""


@pytest.fixture
def log() -> Iterator[Events]:
    with capture_logs() as events:
        yield events


@pytest.fixture
def owner(telegram: LocalTelegram) -> Person:
    person = telegram.customer("Otto", language="en")
    person.account.started = person.account.known = True
    return person


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "desk.sqlite3"


@pytest.fixture
async def desk(telegram: LocalTelegram, file: Path, owner: Person, log: Events) -> AsyncIterator[RunningDesk]:
    async with RunningDesk(telegram, file, owner_ids=(owner.id,)) as running:
        yield running


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Messages with one of these texts cannot be handled."""
    words: set[str] = set()
    add = SqlMessages.add

    def fails(messages: SqlMessages, incoming: Any, *args: Any, **more: Any) -> Any:
        if incoming.content.text in words:
            raise KeyError("a defect")
        return add(messages, incoming, *args, **more)

    monkeypatch.setattr(SqlMessages, "add", fails)
    return words


def told(who: Person) -> list[str]:
    return [message.text for message in who.chat.messages if message.by_bot]


def poison(telegram: LocalTelegram, who: Person) -> int:
    """A message in somebody's own chat that no decoder understands."""
    person = {"id": who.id, "is_bot": False, "first_name": who.name}
    chat = {"id": who.id, "type": "private", "first_name": who.name}
    origin = {"type": "from_the_future", "date": 1}
    date = int(telegram.clock.now().timestamp())
    message = {"message_id": 9, "date": date, "from": person, "chat": chat, "text": "?", "forward_origin": origin}
    number = telegram.world.updates.add("message", message)
    assert number is not None
    return number


def states(file: Path) -> dict[str, int]:
    with closing(sqlite3.connect(file)) as connection:
        return dict(connection.execute("SELECT state, count(*) FROM inbox GROUP BY state"))


async def test_an_unreadable_update_stops_nothing_not_even_its_own_chat(
    telegram: LocalTelegram, desk: RunningDesk, file: Path, log: Events
) -> None:
    anna = telegram.customer("Anna")
    number = poison(telegram, anna)
    await file_request(telegram, anna)
    assert only_topic(telegram).name.startswith("#1 ")
    (kept,) = aside.set_aside(desk.settings.database_url)
    assert (kept.update_id, kept.lane, kept.error, kept.attempts) == (number, f"c{anna.id}", "unreadable", 1)
    assert [event["update"] for event in log if event["event"] == "update_set_aside"] == [number]
    assert states(file).keys() == {"done", "parked"}


async def test_the_owners_are_told_of_it_once_and_nobody_else_is(
    telegram: LocalTelegram, desk: RunningDesk, owner: Person
) -> None:
    anna = telegram.customer("Anna")
    number = poison(telegram, anna)
    await telegram.settle()
    (words,) = told(owner)
    assert words.startswith(f"⚠️ Update {number} could not be handled and was ")
    assert f"deskgram inbox replay {number}" in words
    await telegram.settle(quiet=2 * BETWEEN.total_seconds(), within=9000)
    assert len(told(owner)) == 1
    assert told(anna) == []


async def test_the_owner_reads_it_in_his_language(telegram: LocalTelegram, desk: RunningDesk, owner: Person) -> None:
    owner.account.language = RU.language
    await owner.start()
    await telegram.settle()
    number = poison(telegram, owner)
    await telegram.settle()
    assert told(owner)[-1].startswith(f"⚠️ Обновление {number} не удалось обработать")


async def test_a_flood_of_poison_is_summed_up(telegram: LocalTelegram, desk: RunningDesk, owner: Person) -> None:
    anna = telegram.customer("Anna")
    poison(telegram, anna)
    await telegram.settle()
    second, *_ = [poison(telegram, anna) for _ in range(250)]
    await telegram.settle()
    assert len(told(owner)) == 1
    await telegram.settle(quiet=BETWEEN.total_seconds() + SOON, within=9000)
    assert len(told(owner)) == 2
    assert told(owner)[1].startswith(
        f"⚠️ 250 updates could not be handled and were set aside; the first one is {second}."
    )


async def test_what_was_not_told_yet_is_told_after_a_restart(
    telegram: LocalTelegram, desk: RunningDesk, owner: Person
) -> None:
    anna = telegram.customer("Anna")
    poison(telegram, anna)
    await telegram.settle()
    poison(telegram, anna)
    await telegram.settle()
    await desk.stop()
    await telegram.clock.advance(BETWEEN.total_seconds())
    await desk.start()
    await telegram.settle(quiet=SOON)
    assert len(told(owner)) == 2


async def test_what_fails_five_times_is_set_aside_and_its_chat_goes_on(
    telegram: LocalTelegram, desk: RunningDesk, owner: Person, broken: set[str], log: Events
) -> None:
    anna = telegram.customer("Anna")
    await file_request(telegram, anna)
    broken.add("What breaks it")
    for words in ("Before", "What breaks it", "After"):
        await anna.say(words)
    await telegram.settle(quiet=60)
    said = [message.text for message in only_topic(telegram).messages if message.by_bot]
    assert [words for words in ("Before", "What breaks it", "After") if any(words in one for one in said)] == [
        "Before", "After",
    ]  # fmt: skip
    assert len([event for event in log if event["event"] == "handler_failed"]) == 5
    (kept,) = aside.set_aside(desk.settings.database_url)
    assert (kept.attempts, kept.error) == (5, "KeyError")
    assert f"Update {kept.update_id} could not be handled" in told(owner)[0]


async def test_a_replay_is_noticed_by_a_running_desk(
    telegram: LocalTelegram, desk: RunningDesk, owner: Person, broken: set[str], file: Path
) -> None:
    anna = telegram.customer("Anna")
    await file_request(telegram, anna)
    broken.add("What breaks it")
    await anna.say("What breaks it")
    await telegram.settle(quiet=60)
    (kept,) = aside.set_aside(desk.settings.database_url)
    aside.replay(desk.settings.database_url, kept.update_id)
    await telegram.settle(quiet=60)
    assert aside.set_aside(desk.settings.database_url) == [kept], "it has failed five times more"
    broken.clear()
    aside.replay(desk.settings.database_url, kept.update_id)
    await telegram.clock.advance(SOON)
    await telegram.settle()
    said = [message.text for message in only_topic(telegram).messages if message.by_bot]
    assert len([one for one in said if "What breaks it" in one]) == 1
    assert states(file).keys() == {"done"}
    assert len(told(owner)) == 1, "of one update they are told once"


async def test_a_replay_that_was_asked_for_while_the_desk_was_off_is_done_once(
    telegram: LocalTelegram, desk: RunningDesk, broken: set[str], file: Path
) -> None:
    anna = telegram.customer("Anna")
    await file_request(telegram, anna)
    broken.add("What breaks it")
    await anna.say("What breaks it")
    await telegram.settle(quiet=60)
    await desk.stop()
    broken.clear()
    assert aside.replay_all(desk.settings.database_url) == 1
    await desk.start()
    await telegram.settle(quiet=60)
    said = [message.text for message in only_topic(telegram).messages if message.by_bot]
    assert len([one for one in said if "What breaks it" in one]) == 1
    assert states(file).keys() == {"done"}


async def test_a_kind_that_nobody_knows_is_stored_and_done(
    telegram: LocalTelegram, desk: RunningDesk, file: Path, owner: Person, log: Events
) -> None:
    telegram.faults.unknown_update()
    telegram.faults.unknown_field()
    telegram.world.updates.add("message_reaction", {"odd": True}, forced=True)
    await telegram.settle()
    await desk.stop()
    with closing(sqlite3.connect(file)) as connection:
        kept = dict(connection.execute("SELECT lane, state FROM inbox"))
    assert kept["dreamt_message"] == "done"
    assert kept["c99"] == "done"
    assert [event for event in log if event["log_level"] == "error" and event.get("error") != "unreadable"] == []


async def test_what_was_given_up_is_said_by_a_running_desk_when_it_is_asked_for(
    telegram: LocalTelegram, desk: RunningDesk, file: Path
) -> None:
    anna = telegram.customer("Anna")
    await anna.start()
    await telegram.settle()
    before = told(anna)
    url = desk.settings.database_url
    to, payload = f'{{"$":"Private","person_id":{anna.id}}}', '{"$":"Notice","key":"slow-down"}'
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(
            'INSERT INTO outbox (order_key, "to", payload, priority, created_at, state, error)'
            " VALUES (?, ?, ?, 0, 0, 'dead', 'refused')",
            (f"p{anna.id}", to, payload),
        )
    (dead,) = aside.unsent(url)
    aside.retry(url, dead.row)
    await telegram.clock.advance(SOON)
    await telegram.settle()
    assert len(told(anna)) == len(before) + 1
    assert aside.unsent(url) == []


async def test_what_waits_can_be_dropped_beside_a_running_desk(telegram: LocalTelegram, tmp_path: Path) -> None:
    async with living(telegram, tmp_path) as life:
        url = f"sqlite:///{tmp_path / 'desk.sqlite3'}"
        await life.tap(life.ivan, "Take")
        await life.later()
        for number in range(30):
            await life.anna.say(f"Number {number}.")
            await telegram.clock.advance(0.5)
        waiting = [row.row for row in aside.unsent(url) if row.kind == "Relay"]
        aside.drop(url, waiting[-1])
        aside.drop(url, waiting[-3])
        await life.telegram.settle(quiet=70)
        said = "\n".join(life.said())
        assert [number for number in range(30) if f"Number {number}." not in said] == [27, 29]


async def test_what_is_done_is_forgotten_after_three_days(
    telegram: LocalTelegram, desk: RunningDesk, file: Path
) -> None:
    anna = telegram.customer("Anna")
    poison(telegram, anna)
    await anna.start()
    await telegram.settle()
    assert states(file) == {"done": 1, "parked": 1}
    await telegram.clock.leap(KEPT.total_seconds() - 3600)
    assert states(file) == {"done": 1, "parked": 1}
    await telegram.clock.leap(86_400 + 7200)
    assert states(file) == {"parked": 1}
