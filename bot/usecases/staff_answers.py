"""The words that a button had asked one of the staff for, and what each of them does."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.domain.content import ContentKind, Incoming
from bot.domain.errors import TextExpected
from bot.domain.people import Actor
from bot.domain.ticket import Ticket
from bot.ports import FOR_STAFF, Prompt, Purpose, UnitOfWork
from bot.usecases.ask import ask_with
from bot.usecases.complete import complete_with, take_back
from bot.usecases.correct import correct_subject
from bot.usecases.end import reject
from bot.usecases.pick_up import hand_back
from bot.usecases.reopen import reopen_because
from bot.usecases.reply import keep_note, tell_writer
from bot.usecases.transfer import transfer
from bot.usecases.verdict import offer_with, verdict_says

REPLIES: Mapping[Purpose, Callable[[UnitOfWork, Actor, Ticket, Prompt, Incoming], None]] = {
    Purpose.COMPLETING: complete_with,
    Purpose.ASKING: ask_with,
    Purpose.OFFERING: offer_with,
}
NOTES: Mapping[Purpose, Callable[[UnitOfWork, Actor, Ticket, Prompt, str], None]] = {
    Purpose.TAKING_BACK: take_back,
    Purpose.REOPENING: reopen_because,
    Purpose.REJECTING: reject,
    Purpose.SUBJECT: correct_subject,
    Purpose.TRANSFERRING: transfer,
    Purpose.HANDING_BACK: hand_back,
    Purpose.VERDICT: verdict_says,
}
"""These get the text alone, which is a note already: it cannot go to the customer as it was written."""


def staff_answers(uow: UnitOfWork, actor: Actor, ticket: Ticket, incoming: Incoming) -> bool:
    """Whether the message was what a button had asked for; a question that life has overtaken is dropped."""
    prompt = uow.prompts.pending(incoming.chat_id, actor.id, ticket.number)
    if prompt is None:
        return False
    uow.prompts.answered(prompt)
    if prompt.turn != ticket.turn:
        return _overtaken(uow, actor, ticket, prompt, incoming)
    if say := REPLIES.get(prompt.purpose):
        say(uow, actor, ticket, prompt, incoming)
        return True
    if incoming.content.kind is not ContentKind.TEXT:
        raise TextExpected
    keep_note(uow, ticket, actor, incoming)
    NOTES[prompt.purpose](uow, actor, ticket, prompt, incoming.content.text)
    return True


def _overtaken(uow: UnitOfWork, actor: Actor, ticket: Ticket, prompt: Prompt, incoming: Incoming) -> bool:
    """Whether it was for colleagues: then it stays a note, and its author is told that it is no more than that."""
    if prompt.purpose not in FOR_STAFF:
        return False
    keep_note(uow, ticket, actor, incoming)
    tell_writer(uow, incoming, "staff-overtaken")
    return True
