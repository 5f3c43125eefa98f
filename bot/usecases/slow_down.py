"""Somebody writes faster than a conversation goes."""

from __future__ import annotations

from bot.domain.people import Actor
from bot.domain.statements import Notice, Priority, Private
from bot.ports import UnitOfWork
from bot.usecases.draft_says import show_window


def slow_down(uow: UnitOfWork, actor: Actor) -> None:
    """A word to them, beside whatever their message does. In mid-dialog the window comes after it."""
    uow.speech.say(Private(actor.id), Notice("slow-down"), Priority.LIVE)
    if draft := uow.drafts.of(actor.id):
        show_window(uow, draft)
