"""Whatever people write and whatever fails: the log knows ids only, no word of theirs, and no token."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import structlog

from bot import logs
from bot.domain.facts import Fact
from bot.sandbox.errors import bad_request
from bot.sandbox.telegram import LocalTelegram
from bot.sandbox.views import TopicView
from storage.repositories.history import SqlHistory
from tests.journeys.stage import RunningDesk, file_request

WORD = "swordfish"
HOSTILE = f'{WORD} <b>{WORD}</b> {{ $number }} %s {{0}} \u202e "; DROP TABLE tickets; --'
Deed = Callable[[], Awaitable[object]]


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """All lines of the process, from DEBUG on."""
    root, stream = logging.getLogger(), io.StringIO()
    handlers, level, before = list(root.handlers), root.level, structlog.get_config()
    logs.configure("DEBUG", stream)
    yield stream
    root.handlers[:] = handlers
    root.setLevel(level)
    for name in logs.QUIET:
        logging.getLogger(name).setLevel(logging.NOTSET)
    structlog.configure(**before)


def words_in(log: io.StringIO, telegram: LocalTelegram) -> list[str]:
    """Lines that say too much."""
    secret = telegram.token.partition(":")[2]
    return [line for line in log.getvalue().splitlines() if WORD in line.lower() or secret in line]


def events(log: io.StringIO) -> set[str]:
    return {json.loads(line)["event"] for line in log.getvalue().splitlines()}


async def play(telegram: LocalTelegram, *deeds: Deed) -> None:
    for deed in deeds:
        await deed()
        await telegram.settle(quiet=60)


def topic_of(telegram: LocalTelegram) -> TopicView:
    return next(iter(telegram.staff.topics.values()))


async def test_the_story_leaves_no_word_of_anybody_in_the_log(
    telegram: LocalTelegram, tmp_path: Path, log: io.StringIO
) -> None:
    anna = telegram.customer(f"Anna {WORD}", username=f"anna_{WORD}")
    ivan = telegram.member(f"Ivan {WORD}", username=f"ivan_{WORD}")
    async with RunningDesk(telegram, tmp_path / "desk.sqlite3"):
        await file_request(telegram, anna, HOSTILE)
        topic = topic_of(telegram)
        await play(
            telegram,
            lambda: ivan.say(HOSTILE, topic=topic),
            lambda: ivan.tap("Take", topic=topic),
            lambda: anna.say(HOSTILE),
            lambda: anna.send("document", caption=HOSTILE, file_name=f"{WORD}.log"),
            lambda: anna.press(anna.chat.last, data=f"t:{WORD}"),
            lambda: ivan.say(f"/{WORD} {HOSTILE}", topic=topic),
            lambda: ivan.say(f"/history {WORD}", topic=topic),
            lambda: ivan.tap("Correct", topic=topic),
            lambda: ivan.tap("Subject", topic=topic),
            lambda: ivan.say(WORD * 20, topic=topic),
            lambda: ivan.say(WORD, topic=topic),
            lambda: ivan.tap("Complete", topic=topic),
            lambda: ivan.tap("Other", topic=topic),
            lambda: ivan.say(HOSTILE, topic=topic),
            lambda: anna.tap("Solved"),
            lambda: anna.tap("1 ⭐"),
            lambda: anna.say(HOSTILE),
        )
    assert {"refused", "stopped"} <= events(log)
    assert words_in(log, telegram) == []


async def test_no_failure_puts_a_word_or_the_token_into_the_log(
    telegram: LocalTelegram, tmp_path: Path, log: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna, ivan, faults = telegram.customer("Anna"), telegram.member("Ivan"), telegram.faults
    record, failures = SqlHistory.record, [ValueError(HOSTILE), KeyError(WORD)]

    def fails(history: SqlHistory, fact: Fact) -> None:
        if failures:
            raise failures.pop()
        record(history, fact)

    def refuses(error: Any, **where: Any) -> Deed:
        async def switched() -> None:
            faults.refuse(error, **where)
            await anna.say(HOSTILE)

        return switched

    async with RunningDesk(telegram, tmp_path / "desk.sqlite3"):
        await file_request(telegram, anna, HOSTILE)
        topic = topic_of(telegram)
        monkeypatch.setattr(SqlHistory, "record", fails)
        await play(
            telegram,
            lambda: ivan.tap("Take", topic=topic),
            refuses(bad_request(f'can\'t parse entities: Unsupported start tag "{WORD}" at byte offset 0')),
            refuses(bad_request(f"something new about {WORD}"), chat=telegram.staff.chat_id),
            anna.block,
            lambda: ivan.say(HOSTILE, topic=topic),
        )
        for fault in (faults.flood, faults.delay):
            fault(5, chat=telegram.staff.chat_id)
        for method in ("getUpdates", None):
            faults.server_error(method=method)
            faults.drop_before(method=method)
            faults.drop_after(method=method)
        await play(telegram, anna.unblock, lambda: anna.say(HOSTILE), lambda: anna.say(HOSTILE))
        faults.poison()
        faults.unknown_update()
        await telegram.settle(quiet=60)
        assert not failures
    assert {"handler_failed", "refused", "no_updates"} <= events(log)
    assert words_in(log, telegram) == []


async def test_a_server_that_is_not_there_is_not_told_by_its_address(
    telegram: LocalTelegram, tmp_path: Path, log: io.StringIO
) -> None:
    telegram.faults.down = True
    desk = RunningDesk(telegram, tmp_path / "desk.sqlite3")
    await desk.start()
    await telegram.clock.advance(60)
    await desk.stop()
    assert "no_updates" in events(log)
    assert words_in(log, telegram) == []
