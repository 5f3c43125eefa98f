"""A release is to bring the solution."""

from __future__ import annotations

from typing import assert_never

from bot.domain.facts import (
    PromiseWithdrawn,
    PromisingFact,
    ReleasePromised,
    ReleasePublished,
    ReleaseWithdrawn,
)
from bot.domain.notices.told import NOTHING, Told
from bot.domain.ticket import Ticket


def told_of_promising(fact: PromisingFact, _: Ticket) -> Told:
    match fact:
        case ReleasePromised() | PromiseWithdrawn() | ReleasePublished() | ReleaseWithdrawn():
            return NOTHING
        case _:
            assert_never(fact)
