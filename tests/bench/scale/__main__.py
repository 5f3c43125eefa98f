"""`python -m tests.bench.scale`: what a screen costs on a desk of ten thousand tickets, and on one of a million."""

from __future__ import annotations

import argparse
import asyncio
import gc
import os
import platform
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from tests.bench.scale.fill import fill
from tests.bench.scale.measure import Price, prices
from tests.bench.scale.size import MESSAGES, Size

SMALL, BIG = 10_000, 1_000_000
TIMES = 300
A_TICKET = 10_000
"""Bytes, with its messages and facts and some to spare."""


def measured(folder: Path, size: Size, times: int) -> list[Price]:
    path = folder / f"{size.tickets}.sqlite3"
    start = perf_counter()
    fill(path, size)
    filled, bytes_ = perf_counter() - start, path.stat().st_size
    what = f"{size.tickets:,} tickets, {size.tickets * MESSAGES:,} messages"
    sys.stdout.write(f"{what}: {bytes_ / 1e9:.2f} GB, filled in {filled:.0f} s\n")
    found = asyncio.run(prices(path, size, times))
    path.unlink()  # else there would have to be room for both
    return found


def table(found: Sequence[Price]) -> str:
    """Side by side what is the same act on both desks, the smaller one first."""
    head = (
        "| | tickets | statements | SQLite's steps | p50, ms | p99, ms | CPU p99, ms |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    )
    rows = (
        f"| {one.name} | {one.tickets:,} | {one.statements} | {one.steps:,} | {one.p50:.1f} | {one.p99:.1f} "
        f"| {one.cpu:.1f} |"
        for one in found
    )
    return "\n".join((*head, *rows))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.scale", description=__doc__)
    parser.add_argument("--tickets", type=int, default=BIG, help="of the bigger desk, in thousands: 100000 is quick")
    tickets = parser.parse_args().tickets
    if tickets < 1000 or tickets % 1000:
        parser.error("--tickets takes whole thousands")
    with tempfile.TemporaryDirectory(prefix="deskgram-bench-") as name:
        if shutil.disk_usage(name).free < tickets * A_TICKET:
            parser.error(f"{name} has no room for {tickets * A_TICKET / 1e9:.0f} GB; set TMPDIR, or take fewer tickets")
        load = os.getloadavg()[0]
        gc.freeze()  # as the desk does at its start
        small, big = (measured(Path(name), Size(wanted), TIMES) for wanted in (SMALL, tickets))
    loads = f"load {load:.1f} before and {os.getloadavg()[0]:.1f} after"
    machine = f"{os.cpu_count()} cores, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {loads}"
    pairs = [one for pair in zip(small, big, strict=True) for one in pair]
    sys.stdout.write(f"{machine}\n\n{table(pairs)}\n")


if __name__ == "__main__":
    main()
