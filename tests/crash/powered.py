"""A desk in the test's own process that loses its power, and what people have read by then."""

from __future__ import annotations

import asyncio
import contextlib
import re
from collections import deque
from pathlib import Path

import pytest

from bot.app import serve
from bot.sandbox.telegram import LocalTelegram
from bot.sandbox.views import ChatView
from tests.crash.mains import Mains, PowerCut
from tests.journeys.stage import settings

QUIET = 20
"""Seconds without a call after which the desk has nothing left to do: longer than any pause after a crash."""
PLENTY = 1000
CLOSES = re.compile(r"(\bcloses \w{3} \d+ \w{3} \d{4}), \d\d:\d\d")


class PoweredDesk:
    """`start` it, `cut` its power after so many steps; `recover` starts a new one on the same database file."""

    def __init__(self, telegram: LocalTelegram, database: Path, patch: pytest.MonkeyPatch) -> None:
        self.mains = Mains()
        self._telegram, self._patch = telegram, patch
        self._settings = settings(telegram, database, group_per_minute=PLENTY, chat_burst=PLENTY)
        self._serving: asyncio.Task[None] | None = None

    async def start(self) -> None:
        await self._begin()
        await self._telegram.settle(QUIET)

    async def recover(self, cut_after: int | None = None) -> None:
        """See the dead one off, and let a new one do what is left; `cut_after` so many steps that fails too."""
        await self.dead()
        self._patch.setattr("storage.migrate.upgrade", lambda _: None)  # the tables are there, and it takes long
        await self._begin(cut_after)
        await self._telegram.settle(QUIET)

    async def stop(self) -> None:
        """In an orderly way."""
        if self._serving is not None:
            self._serving.cancel()
            with contextlib.suppress(asyncio.CancelledError, PowerCut):  # a cut may come on the way to a clean stop
                await self._serving
            self._serving = None

    async def dead(self) -> None:
        """What was in memory is gone: no step of the way to a clean stop was taken."""
        if self._serving is None:
            return
        self.mains.off = True
        self._serving.cancel()
        await asyncio.wait({self._serving})
        if not self._serving.cancelled() and (error := self._serving.exception()) is not None:
            assert only_cut(error), error
        await self.mains.clear_away()
        self._serving = None

    async def _begin(self, cut_after: int | None = None) -> None:
        self.mains = Mains(cut_after)
        self._patch.setattr("bot.app.SqlStore", self.mains.store)
        self._patch.setattr("bot.app.Session", self.mains.session)
        self._serving = asyncio.create_task(serve(self._settings, self._telegram.clock))
        await asyncio.sleep(0)


def only_cut(error: BaseException) -> bool:
    if isinstance(error, BaseExceptionGroup):
        return all(only_cut(part) for part in error.exceptions)
    return isinstance(error, PowerCut | asyncio.CancelledError)


def read_in(chat: ChatView) -> list[str]:
    """Each message as it stands there, with what it answers; an album is one. The place of a service message about the
    icon is no part of it: the icon follows a ticket at a distance. Nor is the minute at which a request closes: it is
    reckoned when that is said, and a desk that was dead says it later.
    """
    read: list[str] = []
    albums: set[str] = set()
    for message in chat.messages:
        album = message.media_group_id
        if message.service == "forum_topic_edited":
            continue
        if album in albums:
            read[-1] += f" + {message.line()}"
        else:
            answers = f" ↩ {message.reply_to.line()}" if message.reply_to else ""
            read.append(CLOSES.sub(r"\1", message.line() + answers))
        albums |= {album} if album else set()
    return read


def beyond(calm: list[str], lived: list[str]) -> list[str]:
    """What was said beyond the undisturbed; nothing of which may be missing or out of order."""
    extra, rest = [], deque(calm)
    for line in lived:
        if rest and line == rest[0]:
            rest.popleft()
        else:
            extra.append(line)
    assert not rest, (rest[0], calm, lived)
    return extra
