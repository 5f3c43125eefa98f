"""The one writer: a thread of its own, one transaction for all jobs that arrived while it was busy."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, TypeVar

from sqlalchemy import Connection

from bot.domain.rules import DeskRules
from bot.ports import Clock, Ledger, Queued, Row, StoreTrouble
from storage import engine
from storage.pen import Pen
from storage.repositories.outbox import SqlOutbox
from storage.repositories.speech import Outgoing
from storage.repositories.timers import earliest
from storage.unit_of_work import SqlUnit

T = TypeVar("T")
Job = Callable[[Ledger], Any]
Clerk = Callable[[Ledger, Sequence[Row]], Sequence[Any]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one job: a result, or what it raised."""

    result: Any = None
    error: BaseException | None = None


class SqlStore:
    """The port `Store`. To be used from one event loop; the tables must be there (`storage.migrate.upgrade`)."""

    def __init__(self, url: str, clock: Clock, rules: DeskRules) -> None:
        self._engine = engine.writer(url)
        self._clock = clock
        self._rules = rules
        self._connection: Connection | None = None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="writer")
        self._waiting: list[tuple[Job, asyncio.Future[Any]]] = []
        self._running: asyncio.Future[tuple[list[Outcome], Queued]] | None = None
        self._listeners: list[Callable[[Queued], None]] = []
        self._clerk: Clerk | None = None
        self._closed = False
        self._unsure = False

    async def unit(self, job: Callable[[Ledger], T]) -> T:
        """A caller that is cancelled while it waits no longer hears of its job, which is done all the same."""
        if self._closed:
            raise RuntimeError("the store is closed")
        answer: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._waiting.append((job, answer))
        if self._running is None:
            self._start()
        return await answer

    def employ(self, clerk: Clerk) -> None:
        self._clerk = clerk

    def listen(self, listener: Callable[[Queued], None]) -> None:
        self._listeners.append(listener)

    async def close(self) -> None:
        """Finish what is queued; after that every `unit` is refused."""
        self._closed = True
        while self._running is not None:
            await asyncio.wait([self._running])
        await asyncio.get_running_loop().run_in_executor(self._thread, self._disconnect)
        self._thread.shutdown()

    def _start(self) -> None:
        batch, self._waiting = self._waiting, []
        jobs = [job for job, _ in batch]
        self._running = asyncio.get_running_loop().run_in_executor(self._thread, self._write, jobs)
        self._running.add_done_callback(partial(self._finish, [answer for _, answer in batch]))

    def _finish(
        self, answers: Sequence[asyncio.Future[Any]], done: asyncio.Future[tuple[list[Outcome], Queued]]
    ) -> None:
        self._running = None
        if self._waiting:
            self._start()
        outcomes, queued = done.result()
        for answer, outcome in zip(answers, outcomes, strict=True):
            if answer.done():
                continue
            if outcome.error is None:
                answer.set_result(outcome.result)
            else:
                answer.set_exception(outcome.error)
        if queued.rows or queued.replaced or queued.due_at:
            for listener in self._listeners:
                listener(queued)

    def _write(self, jobs: Sequence[Job]) -> tuple[list[Outcome], Queued]:
        """In the writer's thread."""
        outgoing = Outgoing()
        try:
            connection = self._connected()
            with connection.begin():
                outcomes = self._run(connection, jobs, outgoing)
                report = self._all_that_waits if self._unsure else self._begun
                queued = report(connection, outgoing)
                self._unsure = True  # until the commit has come back
            self._unsure = False
            return outcomes, queued
        except BaseException as error:  # whatever it is, the callers are to know that nothing was stored
            self._let_go()
            return [Outcome(error=error)] * len(jobs), Queued()

    def _connected(self) -> Connection:
        """One for all transactions, as long as none fails."""
        if self._connection is None:
            self._connection = self._engine.connect()
        return self._connection

    def _let_go(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    def _disconnect(self) -> None:
        self._let_go()
        self._engine.dispose()

    def _begun(self, connection: Connection, outgoing: Outgoing) -> Queued:
        queued = outgoing.queued()
        if self._clerk is None or not queued.rows:
            return queued
        unit = SqlUnit(connection, self._clock.now(), self._rules)
        return replace(queued, begun=tuple(self._clerk(unit, queued.rows)))

    def _all_that_waits(self, connection: Connection, outgoing: Outgoing) -> Queued:
        """A commit that seemed to fail may have queued rows, or set timers, of which nobody has heard."""
        pen = Pen(connection)
        rows = tuple(SqlOutbox(pen, outgoing).waiting())
        return Queued(rows, outgoing.queued().replaced, due_at=earliest(pen))

    def _run(self, connection: Connection, jobs: Sequence[Job], outgoing: Outgoing) -> list[Outcome]:
        if len(jobs) == 1:
            return [Outcome(self._do(connection, jobs[0], outgoing))]
        outcomes = []
        for job in jobs:
            connection.exec_driver_sql("SAVEPOINT job")
            try:
                outcomes.append(Outcome(self._do(connection, job, outgoing)))
            except StoreTrouble:  # SQLite may have undone the whole transaction by itself
                raise
            except BaseException as error:  # it belongs to the caller of this job
                connection.exec_driver_sql("ROLLBACK TO job")
                outcomes.append(Outcome(error=error))
            connection.exec_driver_sql("RELEASE job")
        return outcomes

    def _do(self, connection: Connection, job: Job, outgoing: Outgoing) -> Any:
        unit = SqlUnit(connection, self._clock.now(), self._rules)
        try:
            result = job(unit)
            unit.finish()
        except StopIteration as error:
            raise RuntimeError("a job must not raise StopIteration: no future can carry it") from error
        outgoing.join(unit.outgoing)
        return result
