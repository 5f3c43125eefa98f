"""One desk serves one database: a second one waits, and takes over when the first is gone."""

from __future__ import annotations

import os
import socket
from datetime import timedelta
from functools import cache
from pathlib import Path

import structlog

from bot.delivery.moving import BeginAnew
from bot.delivery.waiting import sleep
from bot.ports import Clock, Held, Ledger, Store

log = structlog.get_logger("lease")
LENGTH = timedelta(seconds=60)
RENEWED = 20.0
LOOKED_AT = 5.0
BOOT = Path("/proc/sys/kernel/random/boot_id")


class LeaseLost(BeginAnew):
    """Another desk has taken over, because this one had not renewed its lease in time."""


class Lease:
    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock
        self._name = f"{_host()}:{os.getpid()}"

    async def get(self) -> None:
        """Return when this process may serve; said in the log once when it has to wait."""
        told = False
        while held := await self._store.unit(self._take):
            if not told:
                log.warning("another_desk_serves", holder=held.holder, until=held.until.isoformat())
                told = True
            await sleep(self._clock, LOOKED_AT)
        if told:
            log.info("taken_over")

    async def keep(self) -> None:
        """Renew it for ever; raises LeaseLost."""
        while True:
            await sleep(self._clock, RENEWED)
            try:
                held = await self._store.unit(self._renew)
            except Exception:  # the disk is full, the file locked: nobody else can write there either
                log.exception("lease_not_renewed")
                continue
            if held is None or held.holder != self._name:
                log.error("lease_lost", holder=held and held.holder)
                raise LeaseLost

    async def drop(self) -> None:
        """The next desk need not wait; where that cannot be written, it waits until the lease is over."""
        try:
            await self._store.unit(lambda ledger: ledger.lease.drop(self._name))
        except Exception:  # the disk is full, the file locked: that must not keep the desk from stopping
            log.exception("lease_not_dropped")

    def _take(self, ledger: Ledger) -> Held | None:
        """None when it is ours now, else whose it is."""
        held = ledger.lease.held()
        if held and held.holder != self._name and held.until > ledger.now and _alive(held.holder):
            return held
        ledger.lease.take(self._name, ledger.now + LENGTH)
        return None

    def _renew(self, ledger: Ledger) -> Held | None:
        held = ledger.lease.held()
        if held and held.holder == self._name:
            ledger.lease.take(self._name, ledger.now + LENGTH)
        return held


def _alive(holder: str) -> bool:
    """Only of processes on the same host, since its last start, can be known that they are gone."""
    host, _, pid = holder.rpartition(":")
    if host.partition("/")[0] != socket.gethostname():
        return True
    if host != _host():
        return False
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


@cache
def _host() -> str:
    """The host's name, and its start where the system tells it."""
    boot = BOOT.read_text("ascii").strip() if BOOT.exists() else ""
    return f"{socket.gethostname()}/{boot}"
