"""Staff chats: what is wrong with them, and what becomes of everything when one gets another id."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import BindParameter, Delete, Update, bindparam, delete, insert, select, update

from bot.domain.statements import MAIN, Listing, Mark, Notice, Remove, Retire, Thread, TicketTopic, order_key
from storage.pen import Pen
from storage.tables import (
    OPEN,
    members,
    messages,
    moved_chats,
    outbox,
    places,
    prompts,
    tickets,
    troubles,
    views,
)

OLD: BindParameter[int] = bindparam("old")
NEW: BindParameter[int] = bindparam("new")
SUCCESSOR = select(moved_chats.c.new_id).where(moved_chats.c.old_id == OLD)
REMEMBER = insert(moved_chats)
OF_OLD = select(tickets.c.number).where(tickets.c.chat_id == OLD, OPEN).order_by(tickets.c.number)
ROWS = select(outbox.c.id, outbox.c.to, outbox.c.payload)
ADDRESS = (
    update(outbox)
    .where(outbox.c.id == bindparam("this"))
    .values(to=bindparam("place", type_=outbox.c.to.type), order_key=bindparam("key"),
            payload=bindparam("words", type_=outbox.c.payload.type))
)  # fmt: skip
DROP = delete(outbox).where(outbox.c.id == bindparam("this"))
NOWHERE: dict[str, Any] = {"chat_id": None, "message_id": None, "digest": None, "at": None, "face": MAIN}
FOLLOWING = (
    update(moved_chats).where(moved_chats.c.new_id == OLD).values(new_id=NEW),
    update(tickets).where(tickets.c.chat_id == OLD).values(chat_id=NEW, topic_id=None),
    # What was written there can be pointed at no more: no message has an id below 0.
    update(messages).where(messages.c.chat_id == OLD).values(chat_id=NEW, message_id=-messages.c.message_id),
    update(members).where(members.c.chat_id == OLD).values(chat_id=NEW).prefix_with("OR IGNORE"),
)
LEFT_BEHIND: tuple[Update | Delete, ...] = (
    update(views).where(views.c.chat_id == OLD).values(NOWHERE),
    delete(places).where(places.c.chat_id == OLD),
    delete(prompts).where(prompts.c.chat_id == OLD),
    delete(members).where(members.c.chat_id == OLD),
    delete(troubles).where(troubles.c.chat_id == OLD),
)
TROUBLE = select(troubles.c.reason).where(troubles.c.chat_id == OLD)
IN_TROUBLE = select(troubles.c.chat_id)
END = delete(troubles).where(troubles.c.chat_id == OLD)
BEGIN = insert(troubles)


class SqlChats:
    def __init__(self, pen: Pen) -> None:
        self._pen = pen

    def present(self, chat_id: int) -> int:
        successor: int | None = self._pen.execute(SUCCESSOR, {"old": chat_id}).value()
        return chat_id if successor is None else successor

    def move(self, old: int, new: int) -> Sequence[int] | None:
        news = self._pen.execute(SUCCESSOR, {"old": old}).value() is None
        numbers = self._pen.execute(OF_OLD, {"old": old}).values()
        for statement in FOLLOWING:
            self._pen.execute(statement, {"old": old, "new": new})
        for left in LEFT_BEHIND:
            self._pen.execute(left, {"old": old})
        self._move_rows(old, new)
        if news:
            self._pen.execute(REMEMBER, {"old_id": old, "new_id": new})
        return numbers if news else None

    def trouble(self, chat_id: int) -> str | None:
        found: str | None = self._pen.execute(TROUBLE, {"old": chat_id}).value()
        return found

    def begin_trouble(self, chat_id: int, reason: str) -> bool:
        if self.trouble(chat_id) == reason:
            return False
        self.end_trouble(chat_id)
        self._pen.execute(BEGIN, {"chat_id": chat_id, "reason": reason})
        return True

    def end_trouble(self, chat_id: int) -> bool:
        return self._pen.execute(END, {"old": chat_id}).changed > 0

    def in_trouble(self) -> Sequence[int]:
        return self._pen.execute(IN_TROUBLE).values()

    def _move_rows(self, old: int, new: int) -> None:
        for number, to, payload in self._pen.execute(ROWS):
            if not isinstance(to, TicketTopic | Thread) or to.chat_id != old:
                continue
            words = _elsewhere(payload)
            if words is None:
                self._pen.execute(DROP, {"this": number})
                continue
            place = TicketTopic(new, to.number) if isinstance(to, TicketTopic) else Thread(new, None)
            key = order_key(place, words)
            self._pen.execute(ADDRESS, {"this": number, "place": place, "key": key, "words": words})


def _elsewhere(payload: Any) -> Any:
    """The same for a chat in which the old messages are not: no replies, and nothing that changes one of them."""
    match payload:
        case Mark() | Retire() | Remove():
            return None
        case Notice(edits=int()) | Listing(edits=int()):
            return None
        case Notice():
            return replace(payload, reply_to=None)
        case _:
            return payload
