"""`python -m tests.fuzz`: people do whatever they like to a desk, and at the end the laws must hold."""

from __future__ import annotations

import argparse
import asyncio
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bot.sandbox.loop import IdleLoop
from tests.fuzz.moves import Cell, missing, table
from tests.fuzz.run import CHAPTER, Chapter, chapter
from tests.journeys.reading import counting_reads


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument(
        "--updates", type=int, default=100_000, help="how many updates, in chapters of %(default)s at most"
    )
    parser.add_argument("--seed", type=int, default=None, help="of the first chapter; the next ones count on")
    asked = parser.parse_args()
    seed = random.randrange(1_000_000) if asked.seed is None else asked.seed
    _say(f"seed {seed}")
    done, began = 0, time.process_time()
    moves: Counter[Cell] = Counter()
    refusals: Counter[str] = Counter()
    with tempfile.TemporaryDirectory(prefix="deskgram-fuzz-") as name, counting_reads():
        while done < asked.updates:
            size = min(CHAPTER, asked.updates - done)
            with asyncio.Runner(loop_factory=IdleLoop) as runner:
                went = runner.run(chapter(Path(name), seed, size))
            done, seed = done + went.updates, seed + 1
            moves, refusals = moves + went.moves, refusals + went.refusals
            _say(_line(went, done))
            if went.laws:
                _say(*went.laws[:20], f"again: python -m tests.fuzz --updates {size} --seed {went.seed}")
                return 1
    _say(*_seen(moves, refusals))
    _say(f"{done} updates in {time.process_time() - began:.0f} s of CPU, every law holds")
    return 0


def _say(*lines: str) -> None:
    sys.stdout.write("\n".join([*lines, ""]))
    sys.stdout.flush()


def _line(went: Chapter, done: int) -> str:
    calls = ", ".join(f"{method} {times}" for method, times in went.calls.most_common(6))
    return f"{done} updates; chapter {went.seed}: {went.tickets} tickets, {went.passed}; {calls}"


def _seen(moves: Counter[Cell], refusals: Counter[str]) -> Iterator[str]:
    """The table of moves with how often each was made, and the refusals."""
    yield ""
    yield from table(moves)
    yield f"never made: {', '.join(sorted(missing(moves))) or 'none'}"
    yield f"refused: {', '.join(f'{name} {times}' for name, times in refusals.most_common())}"


if __name__ == "__main__":
    sys.exit(main())
