"""What is due by the service level, and when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.domain.levels import answer_due, dues_of
from bot.domain.sla import Due, Terms
from bot.domain.ticket import Ticket
from bot.screens.context import Reader
from bot.screens.periods import countdown, moment
from locales.catalog import Html


def due_lines(reader: Reader, dues: Sequence[Due]) -> Iterator[Html]:
    """On the card: what is left counts down on each reader's own screen, so that no time changes the card."""
    for due in dues:
        if due.breached(reader.now):
            yield reader.html("level-overdue", goal=due.goal, at=moment(reader, due.due_at))
        else:
            at, left = moment(reader, due.due_at), countdown(reader, due.due_at)
            line = reader.html("level-due", goal=due.goal, at=at)
            yield reader.html("level-left", line=line, left=left) if left else line


def next_line(reader: Reader, ticket: Ticket, terms: Terms) -> Html | None:
    """In a list: the next one."""
    due = next(iter(dues_of(ticket, terms)), None)
    if due is None:
        return None
    return reader.html("level-next", overdue=int(due.breached(reader.now)), at=moment(reader, due.due_at))


def answer_line(reader: Reader, ticket: Ticket, terms: Terms) -> Html | None:
    """For the customer: nothing is promised for a moment that has passed."""
    due = answer_due(ticket, terms)
    if due is None or due.breached(reader.now):
        return None
    return reader.html("mine-answer", at=moment(reader, due.due_at))
