"""What a ticket owes by its service level: its clocks, folded from its history, against the terms of the desk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from bot.domain.calendar import Calendar
from bot.domain.facts import Fact, QuestionDelivered, ReleasePromised
from bot.domain.lifecycle import Status
from bot.domain.sla import Clocks, Due, Goal, Terms, running

if TYPE_CHECKING:  # the ticket carries its clocks, and so knows this room
    from bot.domain.ticket import Ticket

PROMISED = ReleasePromised.__name__
DELIVERED = QuestionDelivered.__name__


@dataclass(frozen=True, slots=True)
class Happening:
    """What the clocks need to know of a fact: the name of its class, the date that it promises; `merged`: the clocks of
    the ticket that goes on in this one.
    """

    what: str
    at: datetime
    to: Status
    on: date | None = None
    merged: Clocks | None = None


def happening(fact: Fact) -> Happening:
    return Happening(type(fact).__name__, fact.at, fact.to, fact.on if isinstance(fact, ReleasePromised) else None)


def after(clocks: Clocks, happened: Happening, calendar: Calendar) -> Clocks:
    """`calendar` says when a promised date has passed. A question waits from its delivery on."""
    if happened.what == PROMISED and happened.on is not None:
        clocks = clocks.promised(calendar.end_of(happened.on), happened.at)
    if happened.merged is not None:
        clocks = clocks.took_over(happened.merged, happened.at)
    if happened.to is Status.WAITING_CUSTOMER and happened.what != DELIVERED:
        return clocks
    return clocks.moved(happened.to, happened.at)


def replayed(
    submitted: datetime,
    history: Iterable[Happening],
    said: Iterable[tuple[datetime, bool]],
    calendar: Calendar,
) -> Clocks:
    """The clocks from what is stored: the history in its order; when something was `said` to the other side, in its
    order, and whether by the customer. What the customer wrote until the submission is the request itself.
    """
    moves = [(one.at, partial(after, happened=one, calendar=calendar)) for one in history]
    words = [
        (at, partial(Clocks.wrote if customer else Clocks.replied, at=at))
        for at, customer in said
        if at > submitted or not customer
    ]
    clocks = Clocks.submitted(submitted)
    for _, turn in sorted([*moves, *words], key=lambda event: event[0]):
        clocks = turn(clocks)
    return clocks


def dues_of(ticket: Ticket, terms: Terms) -> tuple[Due, ...]:
    """All that is due, the earliest first; nothing where the desk has no targets."""
    if ticket.clocks is None or not terms.targets:
        return ()
    return running(ticket.clocks, terms.level(ticket.stand, ticket.kind))


def next_due_at(ticket: Ticket, terms: Terms) -> datetime | None:
    """The place of the ticket in the queue."""
    return next((due.due_at for due in dues_of(ticket, terms)), None)


def answer_due(ticket: Ticket, terms: Terms) -> Due | None:
    """Until when the customer hears of us."""
    return next((due for due in dues_of(ticket, terms) if due.goal is not Goal.RESOLUTION), None)


def unwarned(ticket: Ticket, terms: Terms) -> Iterator[Due]:
    """Of which nobody was told anything yet."""
    told = {(one.goal, one.due_at) for one in ticket.alarmed}
    return (due for due in dues_of(ticket, terms) if (due.goal, due.due_at) not in told)


def unmissed(ticket: Ticket, terms: Terms) -> Iterator[Due]:
    """Whose end nobody was told of yet. That of a promised date has an alarm of its own (9)."""
    told = {(one.goal, one.due_at) for one in ticket.alarmed if one.breached}
    for due in dues_of(ticket, terms):
        promised = due.goal is Goal.RESOLUTION and ticket.status is Status.WAITING_RELEASE
        if not promised and (due.goal, due.due_at) not in told:
            yield due
