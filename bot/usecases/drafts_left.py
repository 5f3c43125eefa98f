"""Requests that somebody has begun and left: recalled once, and discarded in the end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.domain.statements import Buttons, Face, Notice, Priority, Private, WindowView
from bot.domain.timers import LeftDraft
from bot.ports import UnitOfWork
from bot.usecases.draft_says import draft_of, show_window


def drafts_left(uow: UnitOfWork) -> tuple[Sequence[int], datetime]:
    """The customers whose drafts are to be seen to now, and when to look again: a new draft is not left before."""
    times, zone = uow.rules.times, uow.rules.zone
    before = uow.now - times.draft_recall
    moments = [(draft.due(times, zone), draft.customer_id) for draft in uow.drafts.left(before)]
    oldest = uow.drafts.saved_after(before) or uow.now
    coming = [oldest + times.draft_recall, *(due for due, _ in moments if due > uow.now)]
    return [customer_id for due, customer_id in moments if due <= uow.now], min(coming)


def see_to_draft(uow: UnitOfWork, customer_id: int) -> None:
    """Looked at once more: it may have been sent, or gone on with, this very moment."""
    left = {one.customer_id: one for one in uow.drafts.left(uow.now - uow.rules.times.draft_recall)}.get(customer_id)
    if left is None or left.due(uow.rules.times, uow.rules.zone) > uow.now:
        return
    if left.recalled_at is None and left.reachable:
        _recall(uow, left)
    else:
        _discard(uow, left)


def _recall(uow: UnitOfWork, left: LeftDraft) -> None:
    """The window goes down below the word."""
    draft = draft_of(uow, left.customer_id)
    if draft is not None:
        uow.drafts.recalled(left.customer_id, uow.now)
        uow.speech.say(Private(left.customer_id), Notice("draft-recalled"), Priority.REMINDER)
        show_window(uow, draft)


def _discard(uow: UnitOfWork, left: LeftDraft) -> None:
    draft = uow.drafts.of(left.customer_id)
    if draft is None:
        return
    uow.drafts.discard(draft)
    to = Private(left.customer_id)
    uow.speech.show(to, WindowView(left.customer_id, draft.id), Face("cancelled"))
    if left.reachable:
        uow.speech.say(to, Notice("draft-discarded", buttons=Buttons.WELCOME), Priority.REMINDER)
