"""How big a desk is, and who and what in it has which number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from tests.storage.builders import DESK

OTHER_DESK = DESK - 1
"""The smaller staff group, with one ticket of 26."""
MANY, FEW = 21, 22
"""The customer with one ticket of 200, and the one with ten."""
EXECUTORS = range(100, 200)
FIRST_CUSTOMER = 1_000_000
MESSAGES, FACTS, LONG = 10, 8, 500
"""Of a ticket; `LONG`: facts of the one with the longest history."""
APART = timedelta(minutes=1)
"""From one ticket to the next."""


@dataclass(frozen=True, slots=True)
class Size:
    """`tickets`: a multiple of 1,000, or of 200 below that."""

    tickets: int

    @property
    def block(self) -> int:
        """So many tickets are in the making at once: between two messages of one lie those of all others."""
        return min(self.tickets, 1000)

    @property
    def in_big_desk(self) -> int:
        """Open ones."""
        return self.tickets // 20

    @property
    def in_small_desk(self) -> int:
        """Open ones."""
        return self.in_big_desk // 25

    @property
    def open(self) -> int:
        """The newest ones, in both groups."""
        return self.in_big_desk + self.in_small_desk

    @property
    def long(self) -> int:
        """The number of the ticket with the longest history."""
        return self.tickets // 2

    @property
    def customers(self) -> int:
        return self.tickets // 20

    def card_at(self, number: int) -> int:
        """Its message id in the staff group; people's messages and their copies have those before."""
        return self.tickets * MESSAGES + number

    def topic_at(self, number: int) -> int:
        return self.tickets * (MESSAGES + 1) + number

    @property
    def unused(self) -> int:
        """The first message id that nothing has."""
        return self.tickets * (MESSAGES + 2) + 1
