"""What a ticket has to do with others. The cards show the links; a merge is told by the ticket that was merged."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from bot.domain.facts import MessageMoved, RelatingFact, TicketAbsorbed, TicketLinked, TicketUnlinked
from bot.domain.notices.told import NOTHING, Told, notice
from bot.domain.ticket import Ticket


def told_of_relating(fact: RelatingFact, ticket: Ticket) -> Told:
    match fact:
        case TicketLinked(same_customer=True):
            return Told(customer=(notice(ticket, "ticket-linked", other=fact.other),))
        case TicketUnlinked(same_customer=True):
            return Told(customer=(notice(ticket, "ticket-unlinked", other=fact.other),))
        case MessageMoved() if fact.into == ticket.number:
            return Told(customer=(replace(notice(ticket, "ticket-message-moved"), about=fact.message),))
        case TicketLinked() | TicketUnlinked() | TicketAbsorbed() | MessageMoved():
            return NOTHING
        case _:
            assert_never(fact)
