"""Who holds the lease, and when a former holder is known to be gone."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.delivery.lease import LENGTH, Lease, LeaseLost, _host
from bot.ports import Held
from storage.store import SqlStore
from tests.storage.builders import NOW, RULES, StillClock
from tests.warm import upgrade

ELSEWHERE = "elsewhere/1:1"


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqlStore]:
    url = f"sqlite:///{tmp_path / 'desk.db'}"
    upgrade(url)
    store = SqlStore(url, StillClock(), RULES)
    yield store
    await store.close()


async def given(store: SqlStore, holder: str) -> None:
    await store.unit(lambda ledger: ledger.lease.take(holder, NOW + LENGTH))


async def held(store: SqlStore) -> Held | None:
    return await store.unit(lambda ledger: ledger.lease.held())


async def waited(store: SqlStore) -> timedelta:
    clock = store._clock
    await Lease(store, clock).get()
    return clock.now() - NOW


def gone_pid() -> int:
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        pass
    return process.pid


async def test_nobody_waits_for_a_lease_that_is_free(store: SqlStore) -> None:
    assert await waited(store) == timedelta()


@pytest.mark.parametrize(
    "holder",
    [f"{_host()}:{gone_pid()}", f"{socket.gethostname()}/an-earlier-start:1", f"{_host()}:{os.getpid()}"],
    ids=["dead process", "the host was started anew", "the same id, so a former life of our own"],
)
async def test_nobody_waits_for_a_holder_that_is_known_to_be_gone(store: SqlStore, holder: str) -> None:
    await given(store, holder)
    assert await waited(store) == timedelta()


@pytest.mark.parametrize("holder", [ELSEWHERE, f"{_host()}:{os.getppid()}"], ids=["another host", "a live process"])
async def test_a_holder_that_may_live_is_waited_for_and_named_once(store: SqlStore, holder: str) -> None:
    await given(store, holder)
    with capture_logs() as log:
        assert await waited(store) == LENGTH
    assert [entry["event"] for entry in log] == ["another_desk_serves", "taken_over"]
    assert log[0]["holder"] == holder


async def test_whoever_has_lost_it_does_not_take_it_back(store: SqlStore) -> None:
    lease = Lease(store, store._clock)
    await lease.get()
    await given(store, ELSEWHERE)
    with pytest.raises(LeaseLost):
        await lease.keep()
    await lease.drop()
    assert await held(store) == Held(ELSEWHERE, NOW + LENGTH)
