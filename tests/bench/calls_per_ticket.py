"""What one ticket of the story costs: calls to Telegram, and units of the staff group's budget.

`python -m tests.bench.calls_per_ticket`
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.sandbox.loop import IdleLoop
from bot.sandbox.params import Call
from bot.sandbox.telegram import LocalTelegram
from tests.journeys.stage import RunningDesk, only_topic

PARTS = ("request", "taken", "talk", "completed", "closed")


@dataclass(frozen=True)
class Price:
    """Calls of one part of the story, without getUpdates. `units` are those of the staff group."""

    part: str
    total: int
    group: int
    units: int


async def story(telegram: LocalTelegram, folder: Path) -> list[Price]:
    """One ticket with a log: asked for, taken, two questions and two answers, completed, confirmed, marked."""
    async with RunningDesk(telegram, folder / "desk.sqlite3"):
        anna, ivan = telegram.customer("Anna", language="en"), telegram.member("Ivan")
        prices = []
        for part, deeds in zip(PARTS, _deeds(), strict=True):
            before = len(telegram.calls)
            for who, act, words in deeds:
                place = only_topic(telegram) if who == "Ivan" else None
                person = ivan if who == "Ivan" else anna
                match act:
                    case "says":
                        await person.say(words, topic=place)
                    case "sends":
                        await person.send("document", file_name=words)
                    case _:
                        await person.tap(words, topic=place)
                await telegram.settle()
            await telegram.clock.advance(60)
            prices.append(_price(part, telegram.calls[before:], telegram.staff.chat_id))
        return prices


def table(prices: Sequence[Price]) -> str:
    total = Price("in all", *(sum(getattr(one, name) for one in prices) for name in ("total", "group", "units")))
    rows = [f"{one.part:<10}{one.total:>8}{one.group:>8}{one.units:>8}" for one in (*prices, total)]
    return "\n".join([f"{'':<10}{'calls':>8}{'group':>8}{'units':>8}", *rows])


def _deeds() -> list[list[tuple[str, str, str]]]:
    return [
        [
            ("Anna", "says", "/start"),
            ("Anna", "taps", "New request"),
            ("Anna", "taps", "Something is wrong"),
            ("Anna", "says", "Payment fails with error 500."),
            *(("Anna", "taps", label) for label in ("Next", "PROD, live", "Still happening")),
            ("Anna", "sends", "gateway.log"),
            ("Anna", "taps", "Next"),
            ("Anna", "taps", "Send"),
        ],
        [("Ivan", "taps", "Take")],
        [
            ("Ivan", "says", "Which card is it?"),
            ("Anna", "says", "A green one"),
            ("Ivan", "says", "And which bank?"),
            ("Anna", "says", "The one at the corner"),
        ],
        [("Ivan", "taps", "Complete"), ("Ivan", "taps", "Software fault"), ("Ivan", "says", "It works again.")],
        [("Anna", "taps", "Solved"), ("Anna", "taps", "5 ⭐")],
    ]


def _price(part: str, calls: Sequence[Call], group: int) -> Price:
    there = [call for call in calls if call.chat_id == group]
    return Price(part, len(calls), len(there), sum(call.units for call in there if call.ok))


async def _main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with LocalTelegram() as telegram:
            sys.stdout.write(table(await story(telegram, Path(folder))) + "\n")


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=IdleLoop) as runner:
        runner.run(_main())
