"""What the screens' tests are made of: only what matters to a test is said in it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.content import Content, ContentKind
from bot.domain.intake import Draft, Form, Piece, Step
from bot.domain.people import Person
from bot.domain.ticket import Kind, Ticket
from bot.sandbox.entities import Entity
from bot.sandbox.tags import parse_html
from bot.screens.context import Reader
from bot.screens.letter import Letter
from locales import LANGUAGES
from locales.catalog import Catalog

CATALOG = Catalog()
NOW = datetime(2026, 11, 21, 10, 5, tzinfo=UTC)
HOSTILE = '<b>"Rob"&\'</b> </a><script> &amp; \u202e %s'
FORM = Form(("PROD", "TEST"), ("Payments", "Reports & <Co>"))
ANNA = Person(7, "Anna", "anna_k", "en")
CUSTOMER = Person(501, "Ivan Petrov", "ivan", "ru")


def reader(language: str = "en", zone: str = "Europe/Berlin", **changes: Any) -> Reader:
    return Reader(CATALOG, language, ZoneInfo(zone), NOW, **changes)


READERS = [reader(language) for language in LANGUAGES]


def ticket(number: int = 17, **changes: Any) -> Ticket:
    known: dict[str, Any] = {
        "number": number,
        "customer_id": CUSTOMER.id,
        "chat_id": -1001234567890,
        "kind": Kind.STOPPED,
        "subject": "Payment fails",
        "description": "Payment fails\nError 500 since the morning.",
        "created_at": NOW - timedelta(hours=1),
        "draft": 3,
        "stand": "PROD",
        "component": "Payments",
    }
    return Ticket(**known | changes)


def piece(text: str = "", kind: ContentKind = ContentKind.TEXT, part: Step = Step.DESCRIPTION) -> Piece:
    return Piece(1, part, kind, text)


def draft(step: Step = Step.KIND, **changes: Any) -> Draft:
    known: dict[str, Any] = {"id": 3, "customer_id": CUSTOMER.id, "started_at": NOW, "step": step, "version": 5}
    return Draft(**known | changes)


def text(words: str, *entities: Entity) -> Content:
    return Content(ContentKind.TEXT, words, entities)


def seen(letter: Letter) -> str:
    """The letter as Telegram shows it: plain text; it must be fit to be sent."""
    words, entities = parse_html(letter.html)
    assert words.strip()
    assert len(words) <= 4096
    assert len(entities) <= 100
    for row in letter.keyboard:
        assert 0 < len(row) <= 8
        for button in row:
            assert button.text.strip()
            assert len(button.text) <= 64
            assert 1 <= len(button.data.encode()) <= 64
    return words


def buttons(letter: Letter) -> list[str]:
    return [button.text for row in letter.keyboard for button in row]


def data(letter: Letter) -> list[str]:
    return [button.data for row in letter.keyboard for button in row]
