"""A ticket's history: every move in one line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from bot.domain.content import TEXT_LIMIT
from bot.domain.facts import CustomerAnswered
from bot.domain.ticket import Field, Ticket
from bot.ports import HistoryRow
from bot.screens.context import Reader
from bot.screens.letter import Letter
from bot.screens.markup import NAME_LIMIT, length, lines, one_line
from bot.screens.periods import day, moment
from locales.catalog import Html

ROWS = 45
"""Two entities each, of the 100 that one message may have."""
_WHY = 200
_RESERVE = 300
ANSWERS = {"choice": "choice", "done": "done", "cannot": "cannot"}
"""How a question was answered, by the detail that says so."""


def history(reader: Reader, ticket: Ticket, rows: Sequence[HistoryRow]) -> Letter:
    """In the order of time: the newest moves that one message can hold, and how many came before them."""
    shown: list[Html] = []
    room = TEXT_LIMIT - _RESERVE
    for row in reversed(rows[-ROWS:]):
        line = _line(reader, row)
        room -= length(line) + 1
        if room < 0:
            break
        shown.insert(0, line)
    earlier = len(rows) - len(shown)
    title = reader.html("history-title", number=ticket.number, subject=one_line(ticket.subject, 120))
    more = reader.html("history-earlier", count=earlier) if earlier else ""
    return Letter(lines((title, more, lines(shown)), "\n\n"))


def _line(reader: Reader, row: HistoryRow) -> Html:
    what = reader.html(f"fact-{_slug(row.fact)}", **_details(reader, row))
    who = one_line(row.actor_name, NAME_LIMIT) or reader.text("the-desk")
    line = reader.html("history-line", at=moment(reader, row.at), who=who, what=what)
    why = one_line(str(row.details.get("reason") or row.details.get("comment") or row.details.get("note") or ""), _WHY)
    return reader.html("history-why", line=line, why=why) if why else line


def _slug(name: str) -> str:
    """`TicketTaken` → `ticket-taken`."""
    return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("-")


def _details(reader: Reader, row: HistoryRow) -> dict[str, str | int]:
    """The fact's own fields, short enough for a line; yes and no as 1 and 0."""
    short = {key: _short(reader, value) for key, value in row.details.items() if value is not None}
    if row.fact == CustomerAnswered.__name__:
        short["how"] = next((how for how in ANSWERS if row.details.get(ANSWERS[how])), "words")
    if row.details.get("field") == Field.KIND:
        for key in ("before", "after"):
            short[key] = reader.text("kind", kind=row.details[key])
    return short


def _short(reader: Reader, value: Any) -> str | int:
    match value:
        case str():
            return one_line(value, _WHY)
        case date():
            return day(reader, value)
        case [*parts]:
            return one_line("; ".join(parts), _WHY)
        case _:
            return int(value)
