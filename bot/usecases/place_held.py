"""The customer says where the held messages belong."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from bot.domain.content import Message
from bot.domain.errors import NotCurrent, WrongInput
from bot.domain.facts import DisagreementExplained
from bot.domain.intake import Draft, add_piece
from bot.domain.lifecycle import Status
from bot.domain.people import Actor, Person
from bot.domain.statements import Face, Private, QuestionView
from bot.domain.ticket import Ticket
from bot.ports import UnitOfWork
from bot.usecases.answer_question import answer_with
from bot.usecases.customer_says import ask_where, meaning
from bot.usecases.draft_says import draft_of, save, show_window, typed
from bot.usecases.follow_up import FOLLOWED, follow_up
from bot.usecases.heard import heard
from bot.usecases.levels import recount
from bot.usecases.outcome import settle
from bot.usecases.owned import own_ticket, surviving
from bot.usecases.relay import relay
from bot.usecases.reopen import bring_back

CHOICES = {"ticket", "new", "solved", "not_solved", "reopen", "comment"}


def place_held(uow: UnitOfWork, actor: Actor, number: int, do: str) -> None:
    """`do`: one of CHOICES; solved and not_solved are said of the completed ticket `number`, reopen and comment of a
    closed one.
    """
    person = uow.people.meet(actor)
    held = uow.messages.held(actor.id)
    if not held or do not in CHOICES:
        raise NotCurrent
    if do == "new":
        return _into_draft(uow, person, held)
    ticket = surviving(uow, own_ticket(uow, actor, number))
    if do == "ticket" and ticket.status in (Status.COMPLETED, Status.CLOSED):
        return ask_where(uow, actor.id, _asked_again(uow, ticket))
    if do in ("reopen", "not_solved") and not ticket.open:
        return _go_on(uow, actor, ticket, held)
    if ticket.status is Status.COMPLETED and do == "solved":
        settle(uow, *ticket.confirm(by=actor, at=uow.now))
    elif ticket.status is Status.COMPLETED:
        _disagree(uow, actor, ticket, held)
    ticket = hand_over(uow, ticket, held)
    answer_with(uow, actor, ticket, held)
    if ticket.unexplained_since is not None:
        heard(uow, ticket)
    if draft := uow.drafts.of(actor.id):
        show_window(uow, draft)
    return None


def _asked_again(uow: UnitOfWork, ticket: Ticket) -> Face:
    """The ticket was chosen, and is over by now: what do the words mean, or which other one are they for?"""
    if ticket.open or not (uow.drafts.of(ticket.customer_id) or uow.tickets.open_of(ticket.customer_id)):
        return meaning(uow, ticket)
    return Face("draft" if uow.drafts.of(ticket.customer_id) else "pick")


def _go_on(uow: UnitOfWork, actor: Actor, ticket: Ticket, held: Sequence[Message]) -> None:
    """Reopened for the reason that is held; when it is too late for that, a request that follows it."""
    if ticket.closing in FOLLOWED and not ticket.reopenable(uow.now, uow.rules.times.reopen):
        follow_up(uow, actor, ticket, held)
        return _answered(uow, actor.id, Face("placed", {"number": 0}))
    hand_over(uow, bring_back(uow, actor, ticket, _words(held)), held)
    return None


def _words(held: Sequence[Message]) -> str:
    return "\n".join(message.content.text for message in held if message.content.text)


def held_for(uow: UnitOfWork, ticket: Ticket) -> Sequence[Message]:
    """What is held and can be for nothing else: the customer has no other open ticket, and writes no request."""
    if len(uow.tickets.open_of(ticket.customer_id)) > 1 or uow.drafts.of(ticket.customer_id):
        return ()
    return uow.messages.held(ticket.customer_id)


def hand_over(uow: UnitOfWork, ticket: Ticket, held: Sequence[Message]) -> Ticket:
    """To the staff, as words about that ticket, which it returns as it is stored now."""
    uow.messages.file([message.id for message in held], ticket=ticket.number)
    for message in held:
        relay(uow, message, ticket)
    _answered(uow, ticket.customer_id, Face("placed", {"number": ticket.number}))
    return recount(uow, ticket)


def _disagree(uow: UnitOfWork, actor: Actor, ticket: Ticket, held: Sequence[Message]) -> None:
    """The held words are the reason: nobody asks for another one."""
    moved, fact = ticket.disagree(by=actor, at=uow.now, explained=True)
    settle(uow, moved, fact)
    explained = DisagreementExplained(ticket.number, fact.by, uow.now, moved.status, moved.status, _words(held))
    uow.history.record(explained)


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
