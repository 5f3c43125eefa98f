"""The clocks of the service level, turned where things happen."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.domain.content import Side
from bot.domain.facts import Fact, TicketAbsorbed, TicketReceived, Who
from bot.domain.levels import Happening, after, answer_due, dues_of, happening, replayed
from bot.domain.lifecycle import Status
from bot.domain.rules import DeskRules
from bot.domain.sla import Clocks
from bot.domain.ticket import Ticket
from bot.ports import HistoryRow, UnitOfWork
from bot.usecases.topics import topics_of

CARD_PAUSE = timedelta(seconds=30)
"""The card follows a conversation at a distance: many words cost the group one edit."""


def timed(rules: DeskRules, ticket: Ticket, fact: Fact) -> Ticket:
    """The ticket after the fact, with its clocks."""
    if ticket.clocks is None:
        return ticket
    return replace(ticket, clocks=after(ticket.clocks, happening(fact), rules.terms.calendar))


def received(uow: UnitOfWork, ticket: Ticket, by: Who, *, filed: bool = False) -> TicketReceived:
    """With what the customer is promised, where there is a target."""
    fact = TicketReceived(ticket.number, by, uow.now, None, Status.RECEIVED, filed=filed)
    due = answer_due(ticket, uow.rules.terms)
    if due is None:
        return fact
    opens = due.calendar.next_open(uow.now)
    return replace(fact, answer_by=due.due_at, opens_at=opens if opens > uow.now else None)


def replied(uow: UnitOfWork, ticket: Ticket) -> None:
    """A reply to the customer is stored, and has turned the clocks."""
    if ticket.clocks is not None:
        renew_card(uow, ticket, replace(ticket, clocks=ticket.clocks.replied(uow.now)))


def wrote(uow: UnitOfWork, ticket: Ticket) -> Ticket:
    """Words of the customer are with the staff: only the oldest unanswered ones turn a clock, and cost a statement."""
    if ticket.clocks is None or (clocks := ticket.clocks.wrote(uow.now)) is ticket.clocks:
        return ticket
    after = replace(ticket, clocks=clocks)
    uow.tickets.save(after)
    renew_card(uow, ticket, after)
    return replace(after, version=ticket.version + 1)


def set_clocks(uow: UnitOfWork, ticket: Ticket) -> Ticket:
    """Of a ticket from before there were targets: they follow from its history."""
    if ticket.clocks is None and uow.rules.terms.targets:
        ticket = replace(ticket, clocks=from_history(uow, ticket))
        uow.tickets.save(ticket)
    return ticket


def recount(uow: UnitOfWork, ticket: Ticket) -> Ticket:
    """A message has become another one's, or no reply: the clocks are counted anew. The ticket as it is stored now."""
    if ticket.clocks is None:
        return ticket
    present = uow.tickets.get(ticket.number)
    counted = replace(present, clocks=from_history(uow, present))
    if counted == present:
        return present
    uow.tickets.save(counted)
    renew_card(uow, present, counted)
    return replace(counted, version=counted.version + 1)


def renew_card(uow: UnitOfWork, before: Ticket, now: Ticket) -> None:
    """Something else is due by now, and no move shows it."""
    if dues_of(before, uow.rules.terms) != dues_of(now, uow.rules.terms):
        for topic in topics_of(now):
            uow.speech.renew(topic, topic.card, not_before=uow.now + CARD_PAUSE)


def from_history(uow: UnitOfWork, ticket: Ticket) -> Clocks:
    """What the clocks are by all that is stored of the ticket."""
    rows, said = uow.history.of(ticket.number), uow.messages.conversation(ticket.number)
    return replayed(
        ticket.created_at,
        [_happening(uow, row) for row in rows],
        [(message.at, message.side is Side.CUSTOMER) for message in said if message.side is not Side.NOTE],
        uow.rules.terms.calendar,
    )


def _happening(uow: UnitOfWork, row: HistoryRow) -> Happening:
    """A merged ticket never comes back: what it was in the end it was when it was merged."""
    merged = uow.tickets.get(row.details["merged"]) if row.fact == TicketAbsorbed.__name__ else None
    clocks = None if merged is None else from_history(uow, merged)
    return Happening(row.fact, row.at, Status(row.to), row.details.get("on"), clocks)
