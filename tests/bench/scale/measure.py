"""What an act costs: statements, the steps that SQLite takes for them, and time."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from statistics import quantiles
from time import perf_counter
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
    more as the tables grow shows here, however fast the machine is. Times in ms.
    """

    name: str
    tickets: int
    statements: int
    steps: int
    p50: float
    p99: float


async def prices(path: Path, size: Size, times: int) -> list[Price]:
    """Steps and statements are of one more run than those that are timed."""
    ids = count(size.unused)
    with _stepping() as steps:
        async with _desk(path, size, ids) as desk:
            found = [await _costs(desk, act, steps) for act in acts(size).values()]
    async with _desk(path, size, ids) as desk:
        spent = [await _timed(desk, act, times) for act in acts(size).values()]
    return [
        Price(name, size.tickets, *cost, *time) for name, cost, time in zip(acts(size), found, spent, strict=True)
    ]


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


async def _timed(desk: Desk, act: Act, times: int) -> tuple[float, float]:
    spent = []
    for _ in range(times + 1):
        start = perf_counter()
        await act(desk)
        spent.append((perf_counter() - start) * 1000)
    return _percentiles(spent[1:])


def _percentiles(spent: Sequence[float]) -> tuple[float, float]:
    hundredths = quantiles(spent, n=100, method="inclusive")
    return hundredths[49], hundredths[98]


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
