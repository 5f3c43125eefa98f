"""Another service looks into it."""

from __future__ import annotations

from typing import assert_never

from bot.domain.facts import (
    HandingFact,
    TicketTransferred,
    TransferDeclined,
    TransferLeft,
    TransferPickedUp,
    TransferRecalled,
    VerdictGiven,
)
from bot.domain.notices.told import NOTHING, Told, notice, to_executor
from bot.domain.ticket import Ticket

PART, RESOLUTION, VARIANT = 500, 2000, 150
"""Characters that are said again; all of them stand where they were written, and in the history."""


def told_of_handing(fact: HandingFact, ticket: Ticket) -> Told:
    match fact:
        case TicketTransferred():
            return _transferred(fact, ticket)
        case VerdictGiven():
            values = {"part": _short(fact.part, PART), "resolution": _short(fact.resolution, RESOLUTION)}
            variants = [("staff-verdict-variant", {"variant": _short(variant, VARIANT)}) for variant in fact.variants]
            return Told(staff=(to_executor(ticket, "staff-verdict", service=fact.service, **values, lines=variants),))
        case TransferDeclined():
            values = {"service": fact.service, "reason": fact.reason, "by": fact.by.name}
            return Told(staff=(to_executor(ticket, "staff-transfer-declined", **values),))
        case TransferLeft():
            left = notice(ticket, "staff-transfer-left", service=fact.service, name=fact.name)
            return Told(staff=(left,), team=True)
        case TransferPickedUp() | TransferRecalled():
            return NOTHING  # the card shows it
        case _:
            assert_never(fact)


def _transferred(fact: TicketTransferred, ticket: Ticket) -> Told:
    """In another group the note stands below the card; where the topic is the same, the service is called there."""
    told = notice(ticket, "ticket-transferred", service=fact.service, executor=ticket.executor_name or "")
    if ticket.guest_chat is not None:
        return Told(customer=(told,))
    called = notice(
        ticket, "staff-transferred", service=fact.service, by=fact.by.name, note=_short(fact.note, RESOLUTION)
    )
    return Told(customer=(told,), staff=(called,), team=True)


def _short(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
