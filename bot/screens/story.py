"""What happened to a request, for its customer: in plain words, without what is the staff's own."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain import facts
from bot.domain.content import TEXT_LIMIT
from bot.domain.facts import Fact
from bot.domain.ticket import Ticket
from bot.ports import HistoryRow
from bot.screens.context import Reader
from bot.screens.history import details, slug
from bot.screens.letter import Letter
from bot.screens.markup import length, lines, one_line
from bot.screens.periods import moment
from locales.catalog import Html

ROWS = 90
_RESERVE = 300
_STAFFS_OWN: tuple[type[Fact], ...] = (
    facts.TicketAssigned, facts.TicketDeclined, facts.TakeMissed, facts.TicketNudged, facts.TransferPickedUp,
    facts.TransferLeft,
    facts.VerdictGiven, facts.TransferDeclined, facts.TransferRecalled, facts.TicketAbsorbed, facts.TicketUnlinked,
    facts.QuestionDelivered, facts.LevelWarned, facts.LevelBreached,
)  # fmt: skip
HIDDEN = frozenset(kind.__name__ for kind in _STAFFS_OWN)


def story(reader: Reader, ticket: Ticket, rows: Sequence[HistoryRow]) -> Letter:
    """The newest that one message can hold, in the order of time."""
    shown: list[Html] = []
    room = TEXT_LIMIT - _RESERVE
    for row in reversed([row for row in rows if _concerns(row)][-ROWS:]):
        line = _line(reader, row)
        room -= length(line) + 1
        if room < 0:
            break
        shown.insert(0, line)
    title = reader.html("story-title", number=ticket.number, subject=one_line(ticket.subject, 120))
    return Letter(lines((title, lines(shown)), "\n\n"))


def _concerns(row: HistoryRow) -> bool:
    """Other people's tickets are nobody's business."""
    if row.fact == facts.TicketLinked.__name__:
        return bool(row.details["same_customer"])
    return row.fact not in HIDDEN


def _line(reader: Reader, row: HistoryRow) -> Html:
    """Only texts of the story itself choose what they say: it is given who did it, and the fact's own fields."""
    who = one_line(row.actor_name, 64)
    what = reader.html(f"story-{slug(row.fact)}", who=who, **details(reader, row))
    return reader.html("story-line", at=moment(reader, row.at), what=what)
