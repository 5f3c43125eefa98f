"""No part of the desk dies unheard: it goes on, or the whole desk ends."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.app import serve
from bot.delivery.beside import Beside
from bot.delivery.inbox import Inbox
from bot.delivery.outbox import Outbox
from bot.delivery.session import Session
from bot.sandbox.telegram import LocalTelegram
from tests.journeys.stage import RunningDesk, settings


class Defect(Exception):
    """What nobody has thought of."""


@pytest.fixture(autouse=True)
def _logged() -> Iterator[Any]:
    with capture_logs() as events:
        yield events


@pytest.mark.parametrize(("part", "step"), [(Inbox, "_one"), (Outbox, "_failed"), (Outbox, "_pick"), (Beside, "run")])
async def test_the_desk_ends_when_a_part_of_it_has_failed(
    telegram: LocalTelegram, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: type, step: str
) -> None:
    def fail(*_: Any) -> None:
        raise Defect

    monkeypatch.setattr(part, step, fail)
    telegram.faults.server_error(method="sendMessage")
    serving = asyncio.create_task(serve(settings(telegram, tmp_path / "desk.sqlite3"), telegram.clock))
    await telegram.customer("Anna", language="en").start()
    await telegram.settle()
    assert serving.done()
    with pytest.raises(ExceptionGroup) as failure:
        await serving
    assert failure.group_contains(Defect)


@pytest.mark.parametrize("method", ["sendMessage", "answerCallbackQuery"])
async def test_a_call_that_cannot_even_be_made_stops_nothing(
    telegram: LocalTelegram, desk: RunningDesk, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    anna, boris = telegram.customer("Anna", language="en"), telegram.customer("Boris", language="en")
    await boris.start()
    await telegram.settle()
    post = Session._post

    async def spoilt(self: Session, bot: Any, call: Any, seconds: float) -> tuple[int, str]:
        if call.__api_method__ == method and getattr(call, "chat_id", boris.id) == boris.id:
            raise Defect
        return await post(self, bot, call, seconds)

    monkeypatch.setattr(Session, "_post", spoilt)
    await boris.tap("New request")
    await boris.say("Is anybody there?")
    await anna.start()
    await telegram.settle()
    assert anna.chat.last.by_bot
    monkeypatch.undo()
    await boris.say("/help")
    await telegram.settle()
    assert boris.chat.last.by_bot
