"""Things that storage tests are made of; each builder shows only what matters."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.domain.content import Content, ContentKind, Incoming, Side
from bot.domain.intake import Draft, Form, Step, add_piece
from bot.domain.people import Actor
from bot.domain.rules import DeskRules
from bot.domain.team import support
from bot.domain.ticket import Kind, Ticket
from bot.ports import UnitOfWork

NOW = datetime(2026, 11, 21, 10, 5, tzinfo=UTC)
LATER = NOW + timedelta(minutes=1)
DESK = -1001
SUPPORT = support(DESK)
RULES = DeskRules(DESK, Form(("PROD", "TEST")), "Acme")
ANNA = Actor(11, "Anna", "anna", "ru-RU")
BORIS = Actor(12, "Борис", "boris", "en")


class StillClock:
    def __init__(self) -> None:
        self.at = NOW

    def now(self) -> datetime:
        return self.at

    async def sleep_until(self, at: datetime) -> None:
        self.at = max(self.at, at)


def text(words: str = "It fails with error 500") -> Content:
    return Content(ContentKind.TEXT, words)


def incoming(message_id: int, chat_id: int = ANNA.id, **more: Any) -> Incoming:
    return Incoming(chat_id, message_id, more.pop("content", text()), **more)


def written(unit: UnitOfWork, message_id: int, author: Actor = ANNA, side: Side = Side.CUSTOMER, **more: Any) -> int:
    """A stored message's id."""
    kept = {name: more.pop(name) for name in ("ticket", "draft", "reply_to") if name in more}
    chat_id = more.pop("chat_id", author.id)
    return unit.messages.add(incoming(message_id, chat_id, **more), author, side, unit.now, **kept).id


def filled_draft(unit: UnitOfWork, customer: Actor = ANNA, kind: Kind = Kind.WRONG) -> Draft:
    unit.people.meet(customer)
    draft = replace(unit.drafts.start(customer.id, unit.now), kind=kind, stand="PROD", step=Step.SUMMARY)
    unit.drafts.save(draft, unit.now)
    return draft


def ticket(unit: UnitOfWork, customer: Actor = ANNA, kind: Kind = Kind.WRONG, chat_id: int = DESK) -> Ticket:
    return unit.tickets.add(filled_draft(unit, customer, kind), support(chat_id), unit.now)


def with_piece(unit: UnitOfWork, draft: Draft, message_id: int, content: Content) -> Draft:
    message = written(unit, message_id, content=content, draft=draft.id)
    return add_piece(draft, message, content)
