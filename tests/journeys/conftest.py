"""A desk on a local Telegram: the production code over real HTTP, on a loop that knows when it is idle."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from bot.sandbox.loop import IdleLoop
from bot.sandbox.nursery import Nursery
from bot.sandbox.telegram import LocalTelegram
from tests.journeys.dialog import EN, RU, Customer, visiting
from tests.journeys.life import Life, living
from tests.journeys.reading import counting_reads
from tests.journeys.stage import RunningDesk
from tests.journeys.talk import Talk, talking
from tests.journeys.telling import BOTH, Tale, telling
from tests.warm import warm

__all__ = ["warm"]


def pytest_asyncio_loop_factories(config: pytest.Config, item: pytest.Item) -> Mapping[str, Callable[[], Any]]:
    return {"idle": IdleLoop}


@pytest.fixture(autouse=True)
def _reads_count_as_work() -> Iterator[None]:
    with counting_reads():
        yield


@pytest_asyncio.fixture(scope="package", loop_scope="package")
async def nursery() -> AsyncIterator[Nursery]:
    """One for all who want a desk's process, on their common loop: it takes longer than most of their tests."""
    async with Nursery() as nursery:
        yield nursery


@pytest.fixture
async def telegram() -> AsyncIterator[LocalTelegram]:
    """Budgets on; whatever the cloud would silently ignore fails the test at its end."""
    async with LocalTelegram() as telegram:
        yield telegram
    assert telegram.strict.lines == []


@pytest.fixture
async def desk(telegram: LocalTelegram, tmp_path: Path) -> AsyncIterator[RunningDesk]:
    async with RunningDesk(telegram, tmp_path / "desk.sqlite3") as running:
        yield running


@pytest.fixture
async def talk(telegram: LocalTelegram, tmp_path: Path) -> AsyncIterator[Talk]:
    """A ticket that is being talked about."""
    async with talking(telegram, tmp_path / "desk.sqlite3") as talk:
        yield talk


@pytest.fixture
async def talk_by_dialog(telegram: LocalTelegram, tmp_path: Path) -> AsyncIterator[Talk]:
    """As `talk`, and Anna's own words of the request are in her chat."""
    async with talking(telegram, tmp_path / "desk.sqlite3", by_dialog=True) as talk:
        yield talk


@pytest.fixture
async def life(telegram: LocalTelegram, tmp_path: Path) -> AsyncIterator[Life]:
    """A ticket that nobody has taken."""
    async with living(telegram, tmp_path) as life:
        yield life


@pytest.fixture(params=BOTH)
async def tale(telegram: LocalTelegram, tmp_path: Path, request: pytest.FixtureRequest) -> AsyncIterator[Tale]:
    """Anna's request, and all who will have to do with it, in either language."""
    async with telling(telegram, tmp_path, request.param) as tale:
        yield tale


@pytest.fixture
async def anna(telegram: LocalTelegram, tmp_path: Path) -> AsyncIterator[Customer]:
    """A customer who speaks English, and has not said anything yet."""
    async with visiting(telegram, tmp_path / "desk.sqlite3") as anna:
        yield anna


@pytest.fixture(params=[EN, RU], ids=lambda words: words.language)
async def anyone(telegram: LocalTelegram, tmp_path: Path, request: pytest.FixtureRequest) -> AsyncIterator[Customer]:
    """A customer of either language."""
    async with visiting(telegram, tmp_path / "desk.sqlite3", request.param) as anyone:
        yield anyone
