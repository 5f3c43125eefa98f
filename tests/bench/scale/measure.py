"""What an act costs: statements, the steps that SQLite takes for them, and time."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from statistics import quantiles
from time import perf_counter, process_time
from typing import Any

from sqlalchemy import AdaptedConnection, Engine, event

from storage.reads import SqlReads
from storage.store import SqlStore
from tests.bench.scale.screens import Act, Desk, acts
from tests.bench.scale.size import Size
from tests.counting import counted
from tests.storage.builders import RULES, StillClock


@dataclass(frozen=True, slots=True)
class Price:
    """`steps`: instructions of SQLite's virtual machine, some ten for a row that is passed; a statement that reads
    more as the tables grow shows here, however fast the machine is. Times in ms; `cpu`: the 99th of a hundred, of all
    threads, which does not wait for other programs.
    """

    name: str
    tickets: int
    statements: int
    steps: int
    p50: float
    p99: float
    cpu: float


async def prices(path: Path, size: Size, times: int) -> list[Price]:
    """Steps and statements are of one more run than those that are timed."""
    ids = count(size.unused)
    with _stepping() as steps:
        async with _desk(path, size, ids) as desk:
            found = [await _costs(desk, act, steps) for act in acts(size).values()]
    async with _desk(path, size, ids) as desk:
        spent = [await _timed(desk, act, times) for act in acts(size).values()]
    return [Price(name, size.tickets, *cost, *time) for name, cost, time in zip(acts(size), found, spent, strict=True)]


@asynccontextmanager
async def _desk(path: Path, size: Size, ids: Iterator[int]) -> AsyncIterator[Desk]:
    url = f"sqlite:///{path}"
    store, reads = SqlStore(url, StillClock(), RULES), SqlReads(url)
    try:
        yield Desk(size, store, reads, ids)
    finally:
        await reads.close()
        await store.close()


async def _costs(desk: Desk, act: Act, steps: Iterator[int]) -> tuple[int, int]:
    await act(desk)  # what is done once for a connection is not counted
    before = next(steps)
    with counted() as statements:
        await act(desk)
    return len(statements), next(steps) - before - 1


async def _timed(desk: Desk, act: Act, times: int) -> tuple[float, float, float]:
    await act(desk)
    spent = [await _once(desk, act) for _ in range(times)]
    wall, cpu = (quantiles(one, n=100, method="inclusive") for one in zip(*spent, strict=True))
    return wall[49], wall[98], cpu[98]


async def _once(desk: Desk, act: Act) -> tuple[float, float]:
    wall, cpu = perf_counter(), process_time()
    await act(desk)
    return (perf_counter() - wall) * 1000, (process_time() - cpu) * 1000


@contextmanager
def _stepping() -> Iterator[Iterator[int]]:
    """Counts the steps of all connections that are made meanwhile."""
    steps = count()

    def step() -> int:
        next(steps)
        return 0

    def connected(connection: Any, _: object) -> None:
        if isinstance(connection, sqlite3.Connection):
            connection.set_progress_handler(step, 1)
        elif isinstance(connection, AdaptedConnection):
            connection.run_async(lambda driver: driver.set_progress_handler(step, 1))

    event.listen(Engine, "connect", connected)
    try:
        yield steps
    finally:
        event.remove(Engine, "connect", connected)
