"""Customers who write, and when their words stand in the staff group. They live in the local Telegram's process."""

from __future__ import annotations

import asyncio
import itertools
import random
import re
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any

from bot.sandbox.chats import Record
from bot.sandbox.clock import SandboxClock
from bot.sandbox.events import Events
from bot.sandbox.people import Person
from bot.sandbox.telegram import LocalTelegram
from bot.sandbox.updates import UpdateQueue

NUMBERED = re.compile(r"№(\d+)")
WORDS = "№{} The payment page shows error 500 again, and the order stays open."
LONGEST = 120.0
"""Seconds after which messages count as lost."""
QUIET = 0.3
"""Seconds without a call after which the bot has nothing left to do."""


class FirstPoll(UpdateQueue):
    """Tells when somebody has asked for updates."""

    def __init__(self, clock: SandboxClock) -> None:
        super().__init__(clock)
        self.asked = asyncio.Event()

    async def get(self, offset: int, limit: int, seconds: int) -> str:
        self.asked.set()
        return await super().get(offset, limit, seconds)


class Arrivals(Events):
    """Notes the moment in which a numbered text of the bot is posted in the staff group."""

    def __init__(self, chat_id: int, bot_id: int) -> None:
        super().__init__()
        self._chat_id, self._bot_id = chat_id, bot_id
        self.expected: dict[str, asyncio.Future[float]] = {}

    def emit(self, kind: str, /, **payload: Any) -> None:
        super().emit(kind, **payload)
        if kind != "message":
            return
        record: Record = payload["record"]
        if record.chat.id == self._chat_id and record.sender == self._bot_id:
            for number in NUMBERED.findall(record.message.get("text", "")):
                self.expected.pop(number).set_result(perf_counter())


@dataclass(frozen=True)
class Carried:
    """`seconds` from the first word to the last copy; `delays`: milliseconds from each word to its copy, sorted."""

    seconds: float
    delays: list[float]

    def percentile(self, share: float) -> float:
        return self.delays[min(int(len(self.delays) * share), len(self.delays) - 1)]


@dataclass
class Crowd:
    telegram: LocalTelegram
    customers: list[Person]
    topics: dict[int, int]
    arrivals: Arrivals
    polls: FirstPoll
    _numbers: itertools.count[int] = field(default_factory=itertools.count)

    async def at_full_speed(self, each: int) -> Carried:
        """Everybody writes so many messages, the next one as soon as the last stands in the staff group."""

        async def talk(customer: Person) -> list[float]:
            return [await self._write(customer) for _ in range(each)]

        begun = perf_counter()
        async with asyncio.timeout(LONGEST):
            delays = await asyncio.gather(*(talk(customer) for customer in self.customers))
        return _carried(perf_counter() - begun, list(itertools.chain(*delays)))

    async def steadily(self, per_second: float, seconds: float) -> Carried:
        """One after the other, at random moments that are the same in every run."""
        gaps, begun, at = random.Random(1), perf_counter(), 0.0
        written = []
        for number in range(int(per_second * seconds)):
            at += gaps.expovariate(per_second)
            await asyncio.sleep(begun + at - perf_counter())
            customer = self.customers[number % len(self.customers)]
            written.append(asyncio.create_task(self._write(customer)))
        async with asyncio.timeout(LONGEST):
            delays = await asyncio.gather(*written)
        return _carried(perf_counter() - begun, list(delays))

    async def quiet(self) -> None:
        """Until the bot has nothing left to say."""
        calls = -1
        while calls != len(self.telegram.calls):
            calls = len(self.telegram.calls)
            await asyncio.sleep(QUIET)

    async def _write(self, customer: Person) -> float:
        number = str(next(self._numbers))
        arrival: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        self.arrivals.expected[number] = arrival
        written = perf_counter()
        await customer.say(WORDS.format(number))
        return (await arrival - written) * 1000


def _carried(seconds: float, delays: list[float]) -> Carried:
    return Carried(seconds, sorted(delays))


async def gathered(telegram: LocalTelegram, how_many: int) -> Crowd:
    """So many customers, each of whom has a topic in the staff group already."""
    world = telegram.world
    polls = world.updates = FirstPoll(telegram.clock)
    arrivals = world.events = Arrivals(telegram.staff.chat_id, telegram.bot_id)
    customers = [telegram.customer(f"Customer {number}") for number in range(how_many)]
    topics = {}
    for customer in customers:
        customer.account.started = customer.account.known = True
        topics[customer.id] = (await telegram.create_topic(customer.name)).id
    return Crowd(telegram, customers, topics, arrivals, polls)
