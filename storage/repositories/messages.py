"""What people wrote, and what the bot has put where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, fields
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    bindparam,
    delete,
    exists,
    func,
    literal,
    literal_column,
    select,
    update,
)
from sqlalchemy.dialects.sqlite import insert

from bot.domain.content import Content, Incoming, Message, Place, Side
from bot.domain.people import Actor
from bot.ports import WrittenBefore
from storage.columns import among
from storage.pen import Pen
from storage.tables import joined, messages, places

MESSAGE = tuple(messages.c[field.name] for field in fields(Message))
PLACE = tuple(places.c[field.name] for field in fields(Place))


def _where(*conditions: ColumnElement[bool]) -> Select[Any]:
    return select(*MESSAGE).where(*conditions).order_by(messages.c.id)


AS_WRITTEN = select(messages.c.chat_id, messages.c.message_id, messages.c.ticket, messages.c.id, messages.c.at)

ADD = insert(messages).on_conflict_do_nothing().returning(messages.c.id)
GET = _where(messages.c.id == bindparam("this"))
WRITTEN = _where(messages.c.chat_id == bindparam("chat"), messages.c.message_id == bindparam("there"))
HELD = _where(messages.c.author_id == bindparam("author"), messages.c.ticket.is_(None), messages.c.draft.is_(None))
ALBUM = _where(
    messages.c.ticket == bindparam("of_ticket"),
    messages.c.album == bindparam("of_album"),
    messages.c.side != literal(Side.NOTE, messages.c.side.type),
    messages.c.chat_id != bindparam("chat"),
    ~exists().where(places.c.source == messages.c.id, places.c.chat_id == bindparam("chat")),
)
PARTS = _where(messages.c.ticket == bindparam("of_ticket"), messages.c.album == bindparam("of_album"))
NEWEST = select(func.max(messages.c.id)).where(messages.c.ticket == bindparam("of_ticket"))
NEWEST_FILES = (
    select(*MESSAGE)
    .where(
        messages.c.ticket == bindparam("of_ticket"),
        messages.c.side != literal(Side.NOTE, messages.c.side.type),
        func.json_extract(messages.c.content, literal_column("'$.file_id'")).is_not(None),
    )
    .order_by(messages.c.id.desc())
    .limit(literal_column("10"))
)
STANDS = (
    select(*PLACE)
    .where(places.c.chat_id == bindparam("chat"), places.c.message_id == bindparam("there"))
    .union_all(AS_WRITTEN.where(messages.c.chat_id == bindparam("chat"), messages.c.message_id == bindparam("there")))
    .limit(1)
)
_here = and_(joined.c.chat_id == places.c.chat_id, joined.c.message_id == places.c.message_id)
COPIES = (
    select(*PLACE)
    .where(places.c.source == bindparam("this"))
    .union(select(*PLACE).join(joined, _here).where(joined.c.source == bindparam("this")))
    .order_by(places.c.chat_id, places.c.message_id)
)
JOINED = (
    select(*MESSAGE)
    .join(joined, joined.c.source == messages.c.id)
    .where(joined.c.chat_id == bindparam("chat"), joined.c.message_id == bindparam("there"))
    .order_by(joined.c.seat)
)
CONVERSATION = _where(messages.c.ticket == bindparam("of_ticket"))
_shown = insert(places)
SHOWN = _shown.on_conflict_do_update(
    index_elements=[places.c.chat_id, places.c.message_id],
    set_={name: _shown.excluded[name] for name in ("ticket", "source", "at")},
)
JOIN = insert(joined).on_conflict_do_nothing()
GONE = delete(places).where(places.c.chat_id == bindparam("chat"), places.c.message_id == bindparam("there"))
THIS = update(messages).where(messages.c.id == bindparam("this"))
AMEND = THIS.values(content=bindparam("new_content"))
BECOME = THIS.values(side=bindparam("new_side"))
FILE = (
    update(messages)
    .where(among(messages.c.id, "these"))
    .values(ticket=bindparam("to_ticket"), draft=bindparam("to_draft"))
)


class SqlMessages:
    def __init__(self, pen: Pen) -> None:
        self._pen = pen

    def add(
        self, incoming: Incoming, author: Actor, side: Side, at: datetime, *,
        ticket: int | None = None, draft: int | None = None, reply_to: int | None = None,
    ) -> Message:  # fmt: skip
        values: dict[str, Any] = {
            "author_id": author.id,
            "side": side,
            "chat_id": incoming.chat_id,
            "message_id": incoming.message_id,
            "content": incoming.content,
            "at": at,
            "ticket": ticket,
            "draft": draft,
            "album": incoming.album,
            "reply_to": reply_to,
            "quote": incoming.quote,
        }
        number = self._pen.execute(ADD, values).value()
        if number is None:
            raise WrittenBefore
        return Message(number, **values)

    def get(self, message: int) -> Message:
        return Message(*self._pen.execute(GET, {"this": message}).one())

    def find(self, message: int) -> Message | None:
        row = self._pen.execute(GET, {"this": message}).first()
        return Message(*row) if row else None

    def album(self, ticket: int, album: str, chat_id: int) -> Sequence[Message]:
        rows = self._pen.execute(ALBUM, {"of_ticket": ticket, "of_album": album, "chat": chat_id})
        return [Message(*row) for row in rows]

    def parts(self, ticket: int, album: str) -> Sequence[Message]:
        rows = self._pen.execute(PARTS, {"of_ticket": ticket, "of_album": album})
        return [Message(*row) for row in rows]

    def written(self, chat_id: int, message_id: int) -> Message | None:
        row = self._pen.execute(WRITTEN, {"chat": chat_id, "there": message_id}).first()
        return Message(*row) if row else None

    def place(self, chat_id: int, message_id: int) -> Place | None:
        row = self._pen.execute(STANDS, {"chat": chat_id, "there": message_id}).first()
        return Place(*row) if row else None

    def copies(self, message: int) -> Sequence[Place]:
        return [Place(*row) for row in self._pen.execute(COPIES, {"this": message})]

    def newest(self, ticket: int) -> int:
        found: int | None = self._pen.execute(NEWEST, {"of_ticket": ticket}).value()
        return found or 0

    def files(self, ticket: int) -> Sequence[Message]:
        rows = self._pen.execute(NEWEST_FILES, {"of_ticket": ticket})
        return [Message(*row) for row in reversed(rows)]

    def joined(self, place: Place) -> Sequence[Message]:
        rows = self._pen.execute(JOINED, {"chat": place.chat_id, "there": place.message_id})
        return [Message(*row) for row in rows]

    def shown(self, place: Place, joined: Sequence[int] = ()) -> None:
        self._pen.execute(SHOWN, asdict(place))
        for seat, source in enumerate(joined):
            part = {"chat_id": place.chat_id, "message_id": place.message_id, "seat": seat, "source": source}
            self._pen.execute(JOIN, part)

    def gone(self, place: Place) -> None:
        self._pen.execute(GONE, {"chat": place.chat_id, "there": place.message_id})

    def amend(self, message: int, content: Content) -> None:
        self._pen.execute(AMEND, {"this": message, "new_content": content})

    def become(self, message: int, side: Side) -> None:
        self._pen.execute(BECOME, {"this": message, "new_side": side})

    def held(self, customer_id: int) -> Sequence[Message]:
        return [Message(*row) for row in self._pen.execute(HELD, {"author": customer_id})]

    def conversation(self, ticket: int) -> Sequence[Message]:
        return [Message(*row) for row in self._pen.execute(CONVERSATION, {"of_ticket": ticket})]

    def file(self, messages: Sequence[int], *, ticket: int | None = None, draft: int | None = None) -> None:
        values = {"these": list(messages), "to_ticket": ticket, "to_draft": draft}
        self._pen.execute(FILE, values)
