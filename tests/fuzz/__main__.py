"""`python -m tests.fuzz`: people do whatever they like to a desk, and at the end the laws must hold."""

from __future__ import annotations

import argparse
import asyncio
import random
import sys
import tempfile
import time
from pathlib import Path

from bot.sandbox.loop import IdleLoop
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
    sys.stdout.write(f"seed {seed}\n")
    done, began = 0, time.process_time()
    with tempfile.TemporaryDirectory(prefix="deskgram-fuzz-") as name, counting_reads():
        while done < asked.updates:
            size = min(CHAPTER, asked.updates - done)
            with asyncio.Runner(loop_factory=IdleLoop) as runner:
                went = runner.run(chapter(Path(name), seed, size))
            done, seed = done + went.updates, seed + 1
            sys.stdout.write(_line(went, done) + "\n")
            sys.stdout.flush()
            if went.laws:
                sys.stdout.write(
                    "\n".join([*went.laws[:20], f"again: python -m tests.fuzz --updates {size} --seed {went.seed}\n"])
                )
                return 1
    sys.stdout.write(f"{done} updates in {time.process_time() - began:.0f} s of CPU, every law holds\n")
    return 0


def _line(went: Chapter, done: int) -> str:
    calls = ", ".join(f"{method} {times}" for method, times in went.calls.most_common(6))
    return f"{done} updates; chapter {went.seed}: {went.tickets} topics; {calls}"


if __name__ == "__main__":
    sys.exit(main())
