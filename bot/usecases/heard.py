"""The customer has written: nobody waits in vain for a word of theirs."""

from __future__ import annotations

from bot.domain.ticket import Ticket
from bot.ports import UnitOfWork


def heard(uow: UnitOfWork, *tickets: Ticket) -> None:
    """Of each of them, because it may be meant."""
    for ticket in tickets:
        after = ticket.heard(uow.now)
        if after is not ticket:
            uow.tickets.save(after)
