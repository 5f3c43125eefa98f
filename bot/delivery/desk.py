"""The desk as a handler sees it: one use case for one update, done whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Concatenate, ParamSpec

import structlog

from bot.domain.errors import Refusal
from bot.domain.people import Actor
from bot.domain.statements import Private, Thread
from bot.ports import Ledger, Store, UnitOfWork, VersionConflict, WrittenBefore
from bot.usecases.refused import refused
from bot.usecases.slow_down import slow_down

log = structlog.get_logger("desk")
P = ParamSpec("P")
TRIES = 5


class DoneAlready(Exception):
    """The commit of an earlier attempt had succeeded, although it seemed to fail."""


@dataclass(slots=True)
class Desk:
    """Made for one update. `where` a refusal is said, `message_id` what was written there (None for a press).

    `hasty`: the actor writes too fast and is to be told so, in the same unit of work.
    `done` tells whether the update is finished in the store; `refusal` what a press has to be answered with.
    """

    store: Store
    update_id: int
    actor: Actor
    where: Private | Thread
    message_id: int | None = None
    hasty: bool = False
    done: bool = False
    refusal: Refusal | None = None
    language: str | None = None

    async def __call__(
        self, use_case: Callable[Concatenate[UnitOfWork, P], Any], *args: P.args, **kwargs: P.kwargs
    ) -> None:
        """Run the use case, mark the update as done, commit: one unit of work, the handler's last deed.

        A refusal undoes all of it; its words and "done" are then stored by a second unit. So does a message that came
        before, without a word.
        """
        try:
            await self._commit(lambda ledger: use_case(ledger, *args, **kwargs))
        except Refusal as refusal:
            await self._refuse(refusal)
        except DoneAlready:
            log.info("done_already", update=self.update_id)
        except WrittenBefore:
            log.info("written_before", update=self.update_id)
            await self._commit(lambda _: None)
        self.done = True

    async def _refuse(self, refusal: Refusal) -> None:
        log.info("refused", update=self.update_id, refusal=type(refusal).__name__)
        self.refusal = refusal
        with suppress(DoneAlready):
            self.language = await self._commit(
                lambda ledger: refused(ledger, self.actor, refusal, self.where, self.message_id)
            )

    async def _commit(self, job: Callable[[Ledger], Any]) -> Any:
        for last in (False,) * (TRIES - 1) + (True,):
            try:
                return await self.store.unit(lambda ledger: self._unit(ledger, job))
            except VersionConflict:
                if last:
                    raise
        return None

    def _unit(self, ledger: Ledger, job: Callable[[Ledger], Any]) -> Any:
        if not ledger.inbox.done(self.update_id):
            raise DoneAlready
        result = job(ledger)
        if self.hasty:
            slow_down(ledger, self.actor)
        return result
