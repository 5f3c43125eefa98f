"""Another service looks into it."""

from __future__ import annotations

from typing import assert_never

from bot.domain.facts import (
    HandingFact,
    TicketTransferred,
    TransferDeclined,
    TransferPickedUp,
    TransferRecalled,
    VerdictGiven,
)
from bot.domain.notices.told import NOTHING, Told
from bot.domain.ticket import Ticket


def told_of_handing(fact: HandingFact, _: Ticket) -> Told:
    match fact:
        case TicketTransferred() | TransferPickedUp() | VerdictGiven() | TransferDeclined() | TransferRecalled():
            return NOTHING
        case _:
            assert_never(fact)
