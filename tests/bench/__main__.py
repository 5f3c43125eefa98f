"""`python -m tests.bench`: the desk beside a bare bot, and what one staff group carries, as one table."""

from __future__ import annotations

import argparse
import asyncio
import os
import platform
import sys
import tempfile
from pathlib import Path

from bot import logs
from bot.sandbox.loop import IdleLoop
from bot.sandbox.telegram import LocalTelegram
from tests.bench.group import Crowded, OneTicket, crowded, one_ticket
from tests.bench.run import Arena, Figures, Size
from tests.bench.table import table

FULL, QUICK = Size(customers=200, each=20, steady=15), Size(customers=200, each=3, steady=3)


async def side_by_side(folder: Path, size: Size, runs: int) -> tuple[list[Figures], list[Figures]]:
    """Bare and desk by turns, so that a machine that gets slower slows both."""
    async with LocalTelegram(standing=False, budgets=False) as telegram:
        arena = await Arena.opened(telegram, folder, size)
        both = [(await arena.bare(), await arena.desk()) for _ in range(runs)]
    return [bare for bare, _ in both], [desk for _, desk in both]


async def in_one_group(folder: Path, tickets: int) -> tuple[OneTicket, Crowded]:
    return await one_ticket(folder), await crowded(folder, tickets)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one short run: shows that it works, not how fast it is")
    quick = parser.parse_args().quick
    logs.configure("ERROR")
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory(prefix="deskgram-bench-") as name:
        folder = Path(name)
        bare, desk = asyncio.run(side_by_side(folder, QUICK if quick else FULL, 1 if quick else 3))
        with asyncio.Runner(loop_factory=IdleLoop) as runner:
            group = runner.run(in_one_group(folder, 5 if quick else 60))
    loads = f"load {load:.1f} before and {os.getloadavg()[0]:.1f} after"
    machine = f"{os.cpu_count()} cores, Python {platform.python_version()}, {loads}"
    sys.stdout.write(f"{machine}\n\n{table(bare, desk, *group)}\n")


if __name__ == "__main__":
    main()
