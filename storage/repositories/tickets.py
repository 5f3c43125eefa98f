"""Tickets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    ColumnElement,
    Select,
    String,
    bindparam,
    column,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from bot.domain.errors import DraftIncomplete, NoSuchTicket
from bot.domain.intake import Draft
from bot.domain.levels import next_due_at
from bot.domain.lifecycle import Closing, Status
from bot.domain.release import BATCH
from bot.domain.rules import DeskRules
from bot.domain.sla import Clocks
from bot.domain.team import Service
from bot.domain.ticket import Ticket
from bot.ports import VersionConflict
from storage.columns import among
from storage.pen import Pen
from storage.repositories.timers import Changed
from storage.tables import (
    ACTIVE,
    BY_URGENCY,
    CLOSED,
    OPEN,
    RECEIVED,
    STRANDED,
    drafts,
    guest_topics,
    messages,
    tickets,
    transfer_assignee,
    transfer_chat,
)

FIELDS = tuple(field.name for field in fields(Ticket))
BIGGEST = 2**63 - 1
"""What the database can look up; people can write more."""
TICKET = tuple(tickets.c[name] for name in FIELDS)
MOVED = tuple(name for name in FIELDS if name not in ("number", "topic_id", "last_reply", "replied_at"))
"""What `save` writes; the others have a way of their own."""


def _where(*conditions: ColumnElement[bool]) -> Select[Any]:
    return select(*TICKET).where(*conditions).order_by(tickets.c.number)


GET = _where(tickets.c.number == bindparam("wanted"))
OF_DRAFT = _where(tickets.c.draft == bindparam("wanted"))
IN_TOPIC = _where(tickets.c.chat_id == bindparam("chat"), tickets.c.topic_id == bindparam("topic"))
GUEST_IN = (
    select(*TICKET)
    .join(guest_topics, guest_topics.c.number == tickets.c.number)
    .where(guest_topics.c.chat_id == bindparam("chat"), guest_topics.c.topic_id == bindparam("topic"))
)
OPEN_OF = _where(tickets.c.customer_id == bindparam("wanted"), OPEN)
LAST_CLOSED = (
    select(*TICKET)
    .where(
        tickets.c.customer_id == bindparam("wanted"),
        tickets.c.status == CLOSED,
        tickets.c.closing != Closing.MERGED,
        tickets.c.closed_at >= bindparam("since"),
    )
    .order_by(tickets.c.closed_at.desc(), tickets.c.number.desc())
    .limit(1)
)
OPEN_WITH = _where(tickets.c.executor_id == bindparam("wanted"), OPEN)
PICKED_UP_BY = _where(transfer_assignee == bindparam("wanted"), OPEN, tickets.c.transfer.is_not(None))
PROMISED = _where(tickets.c.promised == bindparam("release"), tickets.c.number > bindparam("after")).limit(BATCH)
ACTIVE_WITH = (
    select(tickets.c.executor_id, func.count())
    .where(ACTIVE, among(tickets.c.executor_id, "executors"))
    .group_by(tickets.c.executor_id)
)
QUEUED_AT_ONCE = 20
STRANDED_AT_ONCE = 300
"""Numbers that one message has room for."""
_in_service = tickets.c.service == bindparam("of_service")
_service = func.json_each(bindparam("services", type_=JSON)).table_valued(column("value", String)).c.value
QUEUED_IN = select(_service).where(select(1).where(RECEIVED, tickets.c.service == _service).exists())
_next = (
    select(tickets.c.number)
    .where(RECEIVED, _in_service)
    .order_by(*BY_URGENCY)
    .limit(QUEUED_AT_ONCE)
    .offset(func.coalesce(bindparam("skipped"), 0))
)
QUEUE_OF = select(*TICKET).where(tickets.c.number.in_(_next)).order_by(*BY_URGENCY)
_untold = select(tickets.c.number).where(STRANDED, _in_service).order_by(tickets.c.number).limit(STRANDED_AT_ONCE)
TELL_STRANDED = update(tickets).where(tickets.c.number.in_(_untold)).values(nudges=1).returning(tickets.c.number)
OPEN_AFTER = _where(tickets.c.number > bindparam("wanted"), OPEN).limit(BATCH)
ADD = insert(tickets).returning(tickets.c.number)
THIS = update(tickets).where(tickets.c.number == bindparam("this"))
ADOPT = THIS.where(tickets.c.chat_id == bindparam("chat"), tickets.c.topic_id.is_(None))
_here = (guest_topics.c.number == bindparam("this")) & (guest_topics.c.chat_id == bindparam("chat"))
GUEST_TOPIC = select(guest_topics.c.topic_id).where(_here)
_place = sqlite_insert(guest_topics)
PLACE_GUEST = _place.on_conflict_do_update(
    index_elements=[guest_topics.c.number, guest_topics.c.chat_id], set_={"topic_id": _place.excluded.topic_id}
)
GUEST_GONE = delete(guest_topics).where(_here)
ADOPT_GUEST = (
    sqlite_insert(guest_topics)
    .from_select(
        ["number", "chat_id", "topic_id"],
        select(tickets.c.number, bindparam("chat"), bindparam("topic")).where(
            tickets.c.number == bindparam("this"),
            tickets.c.chat_id != bindparam("chat"),
            transfer_chat == bindparam("chat"),
        ),
    )
    .on_conflict_do_nothing()
)
SAVE = THIS.where(tickets.c.version == bindparam("seen"))
FILE = (
    update(messages)
    .where(messages.c.draft == bindparam("from_draft"), among(messages.c.id, "pieces"))
    .values(ticket=bindparam("to_ticket"), draft=None)
)
DROPPED = delete(messages).where(messages.c.draft == bindparam("this"))
DONE = delete(drafts).where(drafts.c.id == bindparam("this"))


class SqlTickets:
    def __init__(self, pen: Pen, rules: DeskRules, changed: Changed) -> None:
        self._pen = pen
        self._terms = rules.terms
        self._changed = changed

    def add(self, draft: Draft, service: Service, at: datetime, *, filed_by: str | None = None) -> Ticket:
        """What the customer had taken out of the draft again goes with it."""
        values = _asked(draft, service, at) | {"filed_by": filed_by}
        if self._terms.targets:
            values["clocks"] = Clocks.submitted(at)
        due = next_due_at(Ticket(0, **values), self._terms)
        number = self._pen.execute(ADD, values | {"due_at": due}).value()
        pieces = [piece.message for piece in draft.pieces]
        self._pen.execute(FILE, {"from_draft": draft.id, "pieces": pieces, "to_ticket": number})
        self._pen.execute(DROPPED, {"this": draft.id})
        self._pen.execute(DONE, {"this": draft.id})
        ticket: Ticket = Ticket(number, **values)
        self._changed.saved(ticket)
        return ticket

    def get(self, number: int) -> Ticket:
        ticket = self._one(GET, wanted=number) if number <= BIGGEST else None
        if ticket is None:
            raise NoSuchTicket(number=number)
        return ticket

    def of_draft(self, draft_id: int) -> Ticket | None:
        return self._one(OF_DRAFT, wanted=draft_id)

    def in_topic(self, chat_id: int, topic_id: int | None) -> Ticket | None:
        if not topic_id:
            return None
        where = {"chat": chat_id, "topic": topic_id}
        return self._one(IN_TOPIC, **where) or self._one(GUEST_IN, **where)

    def open_of(self, customer_id: int) -> Sequence[Ticket]:
        return self._all(OPEN_OF, wanted=customer_id)

    def last_closed(self, customer_id: int, since: datetime) -> Ticket | None:
        return self._one(LAST_CLOSED, wanted=customer_id, since=since)

    def open_with(self, executor_id: int) -> Sequence[Ticket]:
        return self._all(OPEN_WITH, wanted=executor_id)

    def picked_up_by(self, person_id: int) -> Sequence[Ticket]:
        return self._all(PICKED_UP_BY, wanted=person_id)

    def active_with(self, executors: Sequence[int]) -> dict[int, int]:
        return dict(self._pen.execute(ACTIVE_WITH, {"executors": list(executors)}))

    def queued_in(self, services: Sequence[str]) -> Sequence[str]:
        return self._pen.execute(QUEUED_IN, {"services": list(services)}).values()

    def queue_of(self, service: str, skipped: int) -> Sequence[Ticket]:
        return [Ticket(*row) for row in self._pen.execute(QUEUE_OF, {"of_service": service, "skipped": skipped})]

    def stranded_in(self, service: str) -> Sequence[int]:
        return sorted(self._pen.execute(TELL_STRANDED, {"of_service": service}).values())

    def save(self, ticket: Ticket) -> None:
        values = {name: getattr(ticket, name) for name in MOVED}
        values |= {"this": ticket.number, "seen": ticket.version, "version": ticket.version + 1}
        values["promised"] = ticket.promise.release if ticket.promise else None
        values["due_at"] = next_due_at(ticket, self._terms)
        if self._pen.execute(SAVE, values).changed == 0:
            raise VersionConflict(ticket.number, ticket.version)
        self._changed.saved(ticket)

    def promised(self, release: int, after: int) -> Sequence[Ticket]:
        return self._all(PROMISED, release=release, after=after)

    def replied(self, number: int, message: int, at: datetime) -> None:
        ticket = self._changed.known(number) or self.get(number)
        clocks = ticket.clocks and ticket.clocks.replied(at)
        replied = replace(ticket, replied_at=at, nudges=0, clocks=clocks)
        due = next_due_at(replied, self._terms)
        values = {"last_reply": message, "replied_at": at, "nudges": 0, "clocks": clocks, "due_at": due}
        self._pen.execute(THIS, {"this": number} | values)
        self._changed.saved(replied)

    def open_after(self, number: int) -> Sequence[Ticket]:
        return self._all(OPEN_AFTER, wanted=number)

    def adopt_topic(self, chat_id: int, number: int, topic_id: int) -> None:
        self._pen.execute(ADOPT, {"this": number, "chat": chat_id, "topic_id": topic_id})

    def in_place(self, number: int, topic_id: int | None) -> None:
        self._pen.execute(THIS, {"this": number, "topic_id": topic_id})

    def adopt_guest(self, chat_id: int, number: int, topic_id: int) -> None:
        self._pen.execute(ADOPT_GUEST, {"this": number, "chat": chat_id, "topic": topic_id})

    def guest_topic(self, number: int, chat_id: int) -> int | None:
        found: int | None = self._pen.execute(GUEST_TOPIC, {"this": number, "chat": chat_id}).value()
        return found

    def guest_in_place(self, number: int, chat_id: int, topic_id: int | None) -> None:
        if topic_id is None:
            self._pen.execute(GUEST_GONE, {"this": number, "chat": chat_id})
        else:
            self._pen.execute(PLACE_GUEST, {"number": number, "chat_id": chat_id, "topic_id": topic_id})

    def _one(self, query: Select[Any], **wanted: Any) -> Ticket | None:
        row = self._pen.execute(query, wanted).first()
        return self._loaded(row) if row else None

    def _all(self, query: Select[Any], **wanted: int) -> list[Ticket]:
        return [self._loaded(row) for row in self._pen.execute(query, wanted)]

    def _loaded(self, row: Sequence[Any]) -> Ticket:
        ticket = Ticket(*row)
        self._changed.loaded(ticket)
        return ticket


def _asked(draft: Draft, service: Service, at: datetime) -> dict[str, Any]:
    if draft.kind is None:
        raise DraftIncomplete
    return {
        "customer_id": draft.customer_id,
        "chat_id": service.chat_id,
        "service": service.key,
        "kind": draft.kind,
        "subject": draft.subject,
        "description": draft.description,
        "created_at": at,
        "draft": draft.id,
        "status": Status.RECEIVED,
        "stand": draft.stand,
        "component": draft.component,
        "period": draft.period,
        "no_log": draft.no_log,
        "logs": draft.logs,
        "media": draft.media,
        "since": at,
        "follow_up_of": draft.follow_up_of,
    }
