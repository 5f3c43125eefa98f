"""The customer says where the held messages belong."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from bot.domain.content import Message
from bot.domain.errors import NotCurrent, WrongInput
from bot.domain.intake import Draft, add_piece
from bot.domain.lifecycle import Status
from bot.domain.people import Actor, Person
from bot.domain.statements import Face, Private, QuestionView
from bot.ports import UnitOfWork
from bot.usecases.customer_says import ask_where
from bot.usecases.draft_says import draft_of, save, typed
from bot.usecases.outcome import settle
from bot.usecases.owned import own_ticket
from bot.usecases.relay import relay


def place_held(uow: UnitOfWork, actor: Actor, number: int, do: str) -> None:
    """`do`: ticket, new, solved or not_solved (of the completed ticket `number`)."""
    person = uow.people.meet(actor)
    held = uow.messages.held(actor.id)
    if not held:
        raise NotCurrent
    if do == "new":
        return _into_draft(uow, person, held)
    ticket = own_ticket(uow, actor, number)
    if ticket.status is Status.COMPLETED and do == "ticket":
        return ask_where(uow, actor.id, Face("completed", {"number": number}))
    if ticket.status is Status.COMPLETED and do == "solved":
        settle(uow, *ticket.confirm(by=actor, at=uow.now))
    elif ticket.status is Status.COMPLETED:
        settle(uow, *ticket.disagree(by=actor, at=uow.now))
    uow.messages.file([message.id for message in held], ticket=number)
    for message in held:
        relay(uow, message, ticket)
    return _answered(uow, actor.id, Face("placed", {"number": number}))


def _into_draft(uow: UnitOfWork, person: Person, held: Sequence[Message]) -> None:
    draft = draft_of(uow, person.id) or uow.drafts.start(person.id, uow.now)
    uow.messages.file([message.id for message in held], draft=draft.id)
    _answered(uow, person.id, Face("placed", {"number": 0}))
    for message in held:
        draft = _with(uow, draft, person, message)
    save(uow, draft)


def _with(uow: UnitOfWork, draft: Draft, person: Person, message: Message) -> Draft:
    """It answers the present step if it can; else it joins the words of the request."""
    with suppress(WrongInput):
        if filled := typed(uow, draft, person, message.content):
            return filled
    return add_piece(draft, message.id, message.content)


def _answered(uow: UnitOfWork, customer_id: int, face: Face) -> None:
    uow.speech.show(Private(customer_id), QuestionView(customer_id), face)
