"""All that is known of a ticket as a text file: every fact and every message, by whom and when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.domain.content import ContentKind, Message
from bot.domain.ticket import Ticket
from bot.ports import HistoryRow
from bot.screens.context import Reader
from bot.screens.history import NONE, Services, sentence
from bot.screens.letter import Document
from bot.screens.periods import point, zone_name

Said = Sequence[tuple[Message, str]]


def export(
    reader: Reader, ticket: Ticket, rows: Sequence[HistoryRow], said: Said, services: Services = NONE
) -> Document:
    """In the order of time; in the desk's zone and language."""
    entries = [(row.at, _fact(reader, row, services)) for row in rows]
    entries += [(message.at, _message(reader, message, name)) for message, name in said]
    body = "\n".join(entry for _, entry in sorted(entries, key=lambda entry: entry[0]))
    title = f"#{ticket.number} · {ticket.subject}\n{reader.text('export-zone', zone=zone_name(reader.zone))}"
    caption = reader.html("export-caption", number=ticket.number)
    return Document(f"ticket-{ticket.number}.txt", f"{title}\n\n{body}\n", caption)


def _fact(reader: Reader, row: HistoryRow, services: Services) -> str:
    who = row.actor_name or reader.text("the-desk")
    return f"{point(reader, row.at)}  * {who}: {sentence(reader, row, services)}"


def _message(reader: Reader, message: Message, name: str) -> str:
    head = reader.text("export-message", name=name or str(message.author_id), side=message.side)
    return "\n".join([f"{point(reader, message.at)}  {head}", *(f"    {line}" for line in _content(reader, message))])


def _content(reader: Reader, message: Message) -> Iterator[str]:
    """Files stay at Telegram: of them the kind and the name."""
    content = message.content
    if content.kind is not ContentKind.TEXT:
        what = reader.text("content", kind=content.kind)
        yield f"[{what}: {content.file_name}]" if content.file_name else f"[{what}]"
    yield from content.text.splitlines()
