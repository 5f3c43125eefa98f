"""Staff chats: what is wrong with them, and what becomes of everything when one gets another id."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import BindParameter, Delete, Update, bindparam, delete, func, insert, literal_column, select, update

from bot.domain.statements import (
    ELSEWHERE,
    MAIN,
    Address,
    CardView,
    Listing,
    Mark,
    Notice,
    Remove,
    Retire,
    Thread,
    TicketTopic,
    TopicView,
    order_key,
)
from storage.pen import Pen
from storage.tables import (
    OPEN,
    TRANSFERRED,
    guest_topics,
    members,
    messages,
    moved_chats,
    outbox,
    places,
    prompts,
    tickets,
    transfer_chat,
    troubles,
    views,
)

OLD: BindParameter[int] = bindparam("old")
NEW: BindParameter[int] = bindparam("new")
SUCCESSOR = select(moved_chats.c.new_id).where(moved_chats.c.old_id == OLD)
REMEMBER = insert(moved_chats)
GUESTS = (
    select(tickets.c.number)
    .where(transfer_chat == OLD, tickets.c.chat_id != OLD, OPEN, TRANSFERRED)
    .order_by(tickets.c.number)
)
OF_OLD = select(tickets.c.number).where(tickets.c.chat_id == OLD, OPEN).order_by(tickets.c.number)
ROWS = select(outbox.c.id, outbox.c.to, outbox.c.payload)
ADDRESS = (
    update(outbox)
    .where(outbox.c.id == bindparam("this"))
    .values(to=bindparam("place", type_=outbox.c.to.type), order_key=bindparam("key"),
            payload=bindparam("words", type_=outbox.c.payload.type),
            merge_key=func.replace(outbox.c.merge_key, bindparam("there"), bindparam("here")))
)  # fmt: skip
DROP = delete(outbox).where(outbox.c.id == bindparam("this"))
NOWHERE: dict[str, Any] = {"chat_id": None, "message_id": None, "digest": None, "at": None, "face": MAIN}
FOLLOWING = (
    update(moved_chats).where(moved_chats.c.new_id == OLD).values(new_id=NEW),
    update(tickets).where(tickets.c.chat_id == OLD).values(chat_id=NEW, topic_id=None),
    update(tickets)
    .where(transfer_chat == OLD)
    .values(transfer=func.json_set(tickets.c.transfer, literal_column("'$.chat_id'"), NEW)),
    # What was written there can be pointed at no more: no message has an id below 0.
    update(messages).where(messages.c.chat_id == OLD).values(chat_id=NEW, message_id=-messages.c.message_id),
    update(members).where(members.c.chat_id == OLD).values(chat_id=NEW).prefix_with("OR IGNORE"),
)
LEFT_BEHIND: tuple[Update | Delete, ...] = (
    update(views).where(views.c.chat_id == OLD).values(NOWHERE),
    delete(guest_topics).where(guest_topics.c.chat_id == OLD),
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

    def move(self, old: int, new: int) -> Sequence[TicketTopic] | None:
        news = self._pen.execute(SUCCESSOR, {"old": old}).value() is None
        topics = [
            *(TicketTopic(new, number) for number in self._pen.execute(OF_OLD, {"old": old}).values()),
            *(TicketTopic(new, number, guest=True) for number in self._pen.execute(GUESTS, {"old": old}).values()),
        ]
        for statement in FOLLOWING:
            self._pen.execute(statement, {"old": old, "new": new})
        for left in LEFT_BEHIND:
            self._pen.execute(left, {"old": old})
        self._move_rows(old, new)
        if news:
            self._pen.execute(REMEMBER, {"old_id": old, "new_id": new})
        return topics if news else None

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
            words = _elsewhere(payload, new)
            if words is None:
                self._pen.execute(DROP, {"this": number})
                continue
            place: Address = replace(to, chat_id=new) if isinstance(to, TicketTopic) else Thread(new, None)
            values = {"this": number, "place": place, "key": order_key(place, words), "words": words}
            self._pen.execute(ADDRESS, values | {"there": f"{ELSEWHERE}{old}", "here": f"{ELSEWHERE}{new}"})


def _elsewhere(payload: Any, new: int) -> Any:
    """The same for a chat in which the old messages are not: no replies, and nothing that changes one of them."""
    match payload:
        case Mark() | Retire() | Remove():
            return None
        case Notice(edits=int()) | Listing(edits=int()):
            return None
        case Notice():
            return replace(payload, reply_to=None)
        case TopicView(guest=int()) | CardView(guest=int()):
            return replace(payload, guest=new)
        case _:
            return payload
