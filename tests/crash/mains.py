"""A desk on a power line that can be cut between any two steps of storage and network."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from aiogram import Bot
from aiogram.methods import TelegramMethod

from bot.delivery.session import Session
from bot.ports import Ledger
from storage.store import SqlStore

T = TypeVar("T")


class PowerCut(BaseException):
    """Nothing in the desk may catch it, and none of its doings after it reaches the database or Telegram."""


class Mains:
    """`cut_after` so many steps; None never. `steps` are those that were taken, by name."""

    def __init__(self, cut_after: int | None = None) -> None:
        self.cut_after = cut_after
        self.steps: list[str] = []
        self.off = False
        self._fed: list[SqlStore | Session] = []

    def step(self, name: str) -> None:
        if not self.off:
            self.off = len(self.steps) == self.cut_after
            self.steps.append(name)
        if self.off:
            raise PowerCut(name)

    def cut_within(self, steps: int | None) -> None:
        """From now on."""
        self.cut_after = None if steps is None else len(self.steps) + steps

    def store(self, *args: Any) -> SqlStore:
        store = PoweredStore(self, *args)
        self._fed.append(store)
        return store

    def session(self, **more: Any) -> Session:
        session = PoweredSession(self, **more)
        self._fed.append(session)
        return session

    async def clear_away(self) -> None:
        """What the system does for a dead process: files and connections are closed."""
        for part in self._fed:
            await part.close()


class PoweredStore(SqlStore):
    """A step before each unit, and one between its commit and the caller's hearing of it."""

    def __init__(self, mains: Mains, *args: Any) -> None:
        super().__init__(*args)
        self._mains = mains

    async def unit(self, job: Callable[[Ledger], T]) -> T:
        self._mains.step("unit")
        result = await super().unit(job)
        self._mains.step("committed")
        return result

    async def close(self) -> None:
        if not self._closed:
            await super().close()

    def _start(self) -> None:
        if not self._mains.off:
            return super()._start()
        waiting, self._waiting = self._waiting, []
        for _, answer in waiting:
            if not answer.done():
                answer.set_exception(PowerCut("waiting"))
        return None


class PoweredSession(Session):
    """A step before a call reaches Telegram, and one before its answer is read."""

    def __init__(self, mains: Mains, **more: Any) -> None:
        super().__init__(**more)
        self._mains = mains

    async def _post(self, bot: Bot, method: TelegramMethod[Any], seconds: float) -> tuple[int, str]:
        self._mains.step(f"{method.__api_method__} goes")
        answer = await super()._post(bot, method, seconds)
        self._mains.step(f"{method.__api_method__} is answered")
        return answer
