from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection

from storage import engine, migrate
from storage.reads import SqlReads
from storage.store import SqlStore
from storage.unit_of_work import SqlUnit
from tests.storage.builders import NOW, RULES, StillClock


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "desk.db"
    migrate.upgrade(f"sqlite:///{path}")
    return path


@pytest.fixture
def url(template: Path, tmp_path: Path) -> str:
    """A database of its own, with all tables."""
    shutil.copy(template, tmp_path / "desk.db")
    return f"sqlite:///{tmp_path / 'desk.db'}"


@pytest.fixture
def connection(url: str) -> Iterator[Connection]:
    writer = engine.writer(url)
    with writer.connect() as connection, connection.begin():
        yield connection
    writer.dispose()


@pytest.fixture
def unit(connection: Connection) -> SqlUnit:
    """A unit of work in an open transaction."""
    return SqlUnit(connection, NOW, RULES)


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
async def store(url: str, clock: StillClock) -> AsyncIterator[SqlStore]:
    store = SqlStore(url, clock, RULES)
    yield store
    await store.close()


@pytest.fixture
async def reads(url: str) -> AsyncIterator[SqlReads]:
    reads = SqlReads(url)
    yield reads
    await reads.close()
