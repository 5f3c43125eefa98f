"""Our own polling: what getUpdates brings is stored before the next call confirms it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError
from aiogram.methods import GetUpdates

from bot.delivery.inbox import Inbox
from bot.delivery.moving import BeginAnew
from bot.delivery.outcome import UNKNOWN_TOKEN, Outcome, Verdict, outcome_of
from bot.delivery.session import CALL_TIMEOUT, Session
from bot.delivery.waiting import sleep
from bot.ports import Clock, StoreTrouble

log = structlog.get_logger("intake")
LONG_POLL = 25
KINDS = ["message", "edited_message", "callback_query", "my_chat_member", "chat_member"]
LONGEST_PAUSE = 30.0
TROUBLE_PAUSE = 1.0


class Intake:
    """`beat` is called all the time, at most a minute apart: a sign that the way in is not stuck."""

    def __init__(self, bot: Bot, session: Session, inbox: Inbox, clock: Clock, beat: Callable[[], None]) -> None:
        self._bot, self._session, self._inbox, self._clock = bot, session, inbox, clock
        self._beat = beat
        self._told: set[str] = set()

    async def run(self) -> None:
        """Poll until cancelled. A cancelled poll loses nothing: what is not stored is not confirmed."""
        newest = await self._inbox.load()
        failures = 0
        while True:
            self._beat()
            poll = GetUpdates(offset=None if newest is None else newest + 1, timeout=LONG_POLL, allowed_updates=KINDS)
            try:
                updates = await self._session.raw(self._bot, poll, LONG_POLL + CALL_TIMEOUT)
            except AiogramError as error:
                failures += 1
                await self._pause(error, failures)
                continue
            failures = 0
            if UNKNOWN_TOKEN in self._told:
                self._told.discard(UNKNOWN_TOKEN)
                log.info("token_accepted")
            if updates and await self._stored(updates):
                newest = max(update["update_id"] for update in updates)

    async def _stored(self, updates: list[dict[str, Any]]) -> bool:
        """What could not be stored (the disk is full) is not confirmed: Telegram hands it over again."""
        try:
            await self._inbox.store(updates)
        except BeginAnew:
            raise
        except Exception as error:  # whatever the store's trouble is, the way in must outlive it
            log.error("not_stored", updates=len(updates), exc_info=not isinstance(error, StoreTrouble))
            await sleep(self._clock, TROUBLE_PAUSE)
            return False
        return True

    async def _pause(self, error: AiogramError, failures: int) -> None:
        self._beat()
        outcome = outcome_of(error, private=False)
        seconds = outcome.retry_after if outcome.verdict is Verdict.FLOOD else min(2.0 ** (failures - 1), LONGEST_PAUSE)
        if outcome.verdict is Verdict.MISCONFIGURED:
            await self._tell(outcome)
        else:
            log.warning("no_updates", reason=outcome.reason, failures=failures)
        await sleep(self._clock, seconds)

    async def _tell(self, outcome: Outcome) -> None:
        """What only people can mend is said once. With a token that is not known nothing can be said but in the log."""
        if outcome.reason in self._told:
            return
        self._told.add(outcome.reason)
        log.error("token_refused" if outcome.reason == UNKNOWN_TOKEN else "updates_go_elsewhere", reason=outcome.reason)
        if outcome.reason != UNKNOWN_TOKEN:
            await self._inbox.tell_owners("owner-updates-elsewhere", reason=outcome.reason)
