"""A ticket's history: every move in one line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from bot.domain.content import TEXT_LIMIT
from bot.domain.facts import CustomerAnswered, TicketRated, TicketReceived
from bot.domain.team import Service
from bot.domain.ticket import Field, Ticket
from bot.ports import HistoryRow
from bot.screens.context import Reader
from bot.screens.letter import Letter
from bot.screens.markup import NAME_LIMIT, cut, length, lines, one_line
from bot.screens.periods import day, moment, point
from bot.screens.quotes import quote
from bot.screens.topic import ticket_link
from locales.catalog import Html

ROWS = 45
"""Two entities each, of the 100 that one message may have."""
_WHY = 200
_MERGED_ROWS = 5
_MERGED_WORDS = 1000
_RESERVE = 300
Services = Mapping[str, Service]
"""All of the desk, by their keys: a history knows the key only."""
NONE: Services = {}
ANSWERS = {"choice": "choice", "done": "done", "cannot": "cannot"}
"""How a question was answered, by the detail that says so."""


def history(
    reader: Reader, ticket: Ticket, rows: Sequence[HistoryRow], before: int = 0, services: Services = NONE
) -> Letter:
    """In the order of time: the newest moves that one message can hold, and how many came before them; `before`: of
    those, how many are not among `rows`.
    """
    shown: list[Html] = []
    room = TEXT_LIMIT - _RESERVE
    for row in reversed(rows[-ROWS:]):
        line = _line(reader, row, services)
        room -= length(line) + 1
        if room < 0:
            break
        shown.insert(0, line)
    earlier = before + len(rows) - len(shown)
    title = reader.html("history-title", number=ticket.number, subject=one_line(ticket.subject, 120))
    more = reader.html("history-earlier", count=earlier) if earlier else ""
    return Letter(lines((title, more, lines(shown)), "\n\n"))


def _line(reader: Reader, row: HistoryRow, services: Services) -> Html:
    what = reader.html(f"fact-{slug(row.fact)}", **details(reader, row, services))
    who = one_line(row.actor_name, NAME_LIMIT) or reader.text("the-desk")
    line = reader.html("history-line", at=moment(reader, row.at), who=who, what=what)
    why = one_line(_reason(row), _WHY)
    return reader.html("history-why", line=line, why=why) if why else line


def sentence(reader: Reader, row: HistoryRow, services: Services) -> str:
    """The move in plain text, with the whole of its reason."""
    what = reader.text(f"fact-{slug(row.fact)}", **details(reader, row, services))
    return f"{what} – {why}" if (why := _reason(row)) else what


def merged(reader: Reader, ticket: Ticket, rows: Sequence[HistoryRow], services: Services = NONE) -> Letter:
    """What a ticket was, for the topic of the one it goes on in, with the way to its files and conversation."""
    link = ticket_link(ticket)
    title = reader.html("merged-title", number=link, subject=one_line(ticket.subject, 120))
    words = quote(cut(ticket.description, _MERGED_WORDS))
    moves = lines(_line(reader, row, services) for row in rows[-_MERGED_ROWS:])
    return Letter(lines((title, words, moves, reader.html("merged-files", number=link)), "\n\n"))


def _reason(row: HistoryRow) -> str:
    return str(row.details.get("reason") or row.details.get("comment") or row.details.get("note") or "")


def slug(name: str) -> str:
    """`TicketTaken` → `ticket-taken`."""
    return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("-")


def details(reader: Reader, row: HistoryRow, services: Services = NONE) -> dict[str, str | int]:
    """The fact's own fields, short enough for a line; yes and no as 1 and 0. A service is called by its name; one that
    is there no more, by its key.
    """
    short = {key: _short(reader, value) for key, value in row.details.items() if value is not None}
    if row.fact == TicketReceived.__name__:
        short.setdefault("filed", 0)  # recorded since the staff can file, too
    if row.fact == TicketRated.__name__:
        short["commented"] = int(bool(row.details.get("comment")))
    if row.fact == CustomerAnswered.__name__:
        short["how"] = next((how for how in ANSWERS if row.details.get(ANSWERS[how])), "words")
    if service := services.get(row.details.get("service", "")):
        short["service"] = one_line(service.name(reader.language), NAME_LIMIT)
    if row.details.get("field") == Field.KIND:
        for key in ("before", "after"):
            short[key] = reader.text("kind", kind=row.details[key])
    return short


def _short(reader: Reader, value: Any) -> str | int:
    match value:
        case str():
            return one_line(value, _WHY)
        case datetime():
            return point(reader, value)
        case date():
            return day(reader, value)
        case [*parts]:
            return one_line("; ".join(parts), _WHY)
        case _:
            return int(value)
