"""What another service has to know of a ticket that comes to it, in one message."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.content import TEXT_LIMIT, ContentKind, Message
from bot.domain.ticket import Ticket
from bot.screens.context import Reader
from bot.screens.letter import Letter
from bot.screens.markup import NAME_LIMIT, cut, escaped, length, lines, mention, one_line
from bot.screens.notices import MOST_CALLED
from bot.screens.periods import moment
from bot.screens.quotes import quote
from bot.screens.relay import described
from locales.catalog import Html

LINES = 35
"""Two entities each, of the 100 that one message may have."""
_NOTE, _WORDS, _RESERVE = 1500, 700, 100


def briefing(
    reader: Reader, ticket: Ticket, said: Sequence[tuple[Message, str]], called: Sequence[tuple[int, str]]
) -> Letter:
    """The note for the service, which is called by name, and the conversation so far: the newest of it that one message
    can hold. The words of the request are on the card.
    """
    note = ticket.transfer.note if ticket.transfer else ""
    names = Html(", ".join(mention(*person) for person in called[:MOST_CALLED]))
    head = [
        lines((reader.html("briefing-note"), quote(cut(note, _NOTE)))) if note else "",
        reader.html("staff-leads-called", leads=names) if called else "",
    ]
    talk = [(one, author) for one, author in said if not _described(ticket, one)]
    shown: list[Html] = []
    room = TEXT_LIMIT - _RESERVE - sum(map(length, head))
    for one, author in reversed(talk[-LINES:]):
        line = _line(reader, one, author)
        room -= length(line) + 1
        if room < 0:
            break
        shown.insert(0, line)
    title = reader.html("briefing-talk", left=len(talk) - len(shown)) if talk else reader.html("briefing-no-talk")
    return Letter(lines((*head, lines((title, *shown))), "\n\n"))


def description(reader: Reader, ticket: Ticket) -> Letter:
    """The whole of one that is too long for the card."""
    return Letter(lines((reader.html("briefing-description"), escaped(ticket.description))))


def _line(reader: Reader, said: Message, author: str) -> Html:
    words = cut(said.content.text, _WORDS)
    if said.content.kind is not ContentKind.TEXT:
        words = described(reader, said.content)
    return reader.html("briefing-line", at=moment(reader, said.at), author=one_line(author, NAME_LIMIT), words=words)


def _described(ticket: Ticket, message: Message) -> bool:
    """It is a part of the description."""
    before = message.at <= ticket.created_at and message.content.kind is ContentKind.TEXT
    return before and message.content.text.strip() in ticket.description
