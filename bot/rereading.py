"""The desk file while the desk is at work: read again when somebody asks, in force without a restart of the process."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import structlog

from bot.delivery.moving import BeginAnew
from bot.delivery.waiting import sleep
from bot.domain.changes import changes_between
from bot.domain.rules import DeskRules
from bot.ports import Clock, Ledger, Misset, Store, StoreTrouble
from bot.usecases.reread import tell_misset, tell_reread

log = structlog.get_logger("desk_file")
TROUBLE_PAUSE = 1.0


class DeskFileChanged(BeginAnew):
    """Other rules are in force from now on."""


class Rereading:
    """The port `DeskFile`. `rules` are those in force, and outlive one run of the desk.

    :param read: reads settings and file; blocks, and raises Misset.
    :param hangup: set from outside (SIGHUP) to have the file read; the owners are told in private.
    """

    def __init__(self, read: Callable[[], DeskRules], hangup: asyncio.Event, clock: Clock) -> None:
        self._read, self._hangup, self._clock = read, hangup, clock
        self._adopted = asyncio.Event()
        self.rules = read()

    async def read(self) -> DeskRules:
        return await asyncio.get_running_loop().run_in_executor(None, self._read)

    def adopt(self, rules: DeskRules) -> None:
        if rules != self.rules:
            self.rules = rules
            self._adopted.set()

    async def watch(self) -> None:
        """Raises DeskFileChanged when other rules were adopted."""
        await self._adopted.wait()
        self._adopted.clear()
        raise DeskFileChanged

    async def listen(self, store: Store) -> None:
        """Read the file whenever SIGHUP has come."""
        while True:
            await self._hangup.wait()
            self._hangup.clear()
            try:
                read = await self.read()
            except Misset as wrong:
                mistakes = wrong.mistakes
                log.warning("desk_file_misset", lines=[mistake.values.get("line") for mistake in mistakes])
                await self._told(store, lambda ledger: tell_misset(ledger, mistakes))  # noqa: B023 (awaited here)
            else:
                changes = changes_between(self.rules, read)
                log.info("desk_file_read", changes=[key for key, _ in changes])
                await self._told(store, lambda ledger: tell_reread(ledger, changes))  # noqa: B023 (awaited here)
                self.adopt(read)

    async def _told(self, store: Store, job: Callable[[Ledger], None]) -> None:
        while True:
            try:
                return await store.unit(job)
            except StoreTrouble:
                await sleep(self._clock, TROUBLE_PAUSE)
