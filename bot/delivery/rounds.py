"""What nobody comes by for: replays that another process asked for, owners to be told, old rows to be forgotten, the
tickets that a change of a release has not reached yet, and those that are to be given out.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

import structlog

from bot.delivery.inbox import Inbox
from bot.delivery.record import revived
from bot.delivery.waiting import sleep
from bot.ports import Clock, Ledger, Store, StoredUpdate
from bot.usecases.alarm import tell_of_set_aside, tell_of_stuck
from bot.usecases.release_tickets import tell_next
from bot.usecases.stranded import look_after_queues

log = structlog.get_logger("rounds")
EVERY = 20.0
"""Seconds."""
KEPT = timedelta(days=3)
"""How long what is done is remembered. Telegram hands nothing over again after a day."""
PURGED_EVERY = timedelta(days=1)


class Rounds:
    """`run` until cancelled; the first round comes when the inbox has been loaded long ago."""

    def __init__(self, store: Store, clock: Clock, inbox: Inbox) -> None:
        self._store, self._clock, self._inbox = store, clock, inbox
        self._purged: datetime | None = None

    async def run(self) -> None:
        while True:
            await sleep(self._clock, EVERY)
            try:
                self._inbox.take_up(await self._store.unit(self._round))
                await self._store.unit(look_after_queues)
                while await self._store.unit(tell_next):
                    pass  # a unit of work each, so that others have their turn between them
            except Exception:  # the disk is full, the file locked: the next round does it
                log.exception("round_failed")

    def _round(self, ledger: Ledger) -> Sequence[StoredUpdate]:
        for row in ledger.outbox.revive():
            revived(ledger, row)
        tell_of_set_aside(ledger, ledger.inbox)
        tell_of_stuck(ledger, ledger.alarms)
        if self._purged is None or self._purged + PURGED_EVERY <= ledger.now:
            ledger.inbox.purge(ledger.now - KEPT)
            self._purged = ledger.now
        return ledger.inbox.again()
