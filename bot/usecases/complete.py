"""The executor completes a ticket, by cause, with an answer (11); and takes that back (11a)."""

from __future__ import annotations

from bot.domain.content import Incoming, Message, Side
from bot.domain.errors import ReleaseNotPlanned, UnknownChoice
from bot.domain.lifecycle import GIVEN_CAUSES, Cause, Move
from bot.domain.people import Actor
from bot.domain.release import Release, ReleaseState
from bot.domain.statements import MAIN, Face
from bot.domain.ticket import Ticket
from bot.ports import Prompt, Purpose, UnitOfWork
from bot.usecases.asked import ask_words, asked_words
from bot.usecases.outcome import settle, turn_card
from bot.usecases.owned import movable_ticket, staff_ticket
from bot.usecases.promise import release_for, stand_of
from bot.usecases.releases import today
from bot.usecases.reply import reply


def choose_cause(uow: UnitOfWork, actor: Actor, number: int, turn: int) -> None:
    turn_card(uow, actor, movable_ticket(uow, actor, number, turn, Move.COMPLETE), Face("causes"))


def ask_answer(uow: UnitOfWork, actor: Actor, number: int, turn: int, cause: str) -> None:
    """The next message of the actor in the topic is the closing answer; or the last reply serves."""
    if cause not in GIVEN_CAUSES:
        raise UnknownChoice
    if cause == Cause.IMPROVEMENT:
        return choose_told(uow, actor, number, turn, 0)
    return _ask(uow, actor, movable_ticket(uow, actor, number, turn, Move.COMPLETE), cause, {})


def choose_told(uow: UnitOfWork, actor: Actor, number: int, turn: int, page: int) -> None:
    """An improvement comes with a release, which the customer is told; or it is not planned, because…"""
    ticket = movable_ticket(uow, actor, number, turn, Move.COMPLETE)
    face = Face("told", {"stand": stand_of(uow, ticket), "page": page, "today": today(uow)})
    turn_card(uow, actor, ticket, face)


def tell_release(uow: UnitOfWork, actor: Actor, number: int, turn: int, release: int) -> None:
    ticket = movable_ticket(uow, actor, number, turn, Move.COMPLETE)
    found = _tellable(uow, ticket, release)
    _ask(uow, actor, ticket, Cause.IMPROVEMENT, {"release": found.id, "version": str(found.version)})


def not_planned(uow: UnitOfWork, actor: Actor, number: int, turn: int) -> None:
    """The reason goes to the customer."""
    ticket = movable_ticket(uow, actor, number, turn, Move.COMPLETE)
    _ask(uow, actor, ticket, Cause.IMPROVEMENT, {"release": 0, "version": ""})


def complete_with_last_reply(uow: UnitOfWork, actor: Actor, number: int, turn: int) -> None:
    ticket = movable_ticket(uow, actor, number, turn, Move.COMPLETE)
    prompt = asked_words(uow, actor, ticket, Purpose.COMPLETING)
    _complete(uow, actor, ticket, prompt, _last_reply(uow, ticket))


def complete_with(uow: UnitOfWork, actor: Actor, ticket: Ticket, prompt: Prompt, incoming: Incoming) -> None:
    answer = reply(uow, ticket, actor, incoming)
    _complete(uow, actor, uow.tickets.get(ticket.number), prompt, answer)


def ask_why_taken_back(uow: UnitOfWork, actor: Actor, number: int, turn: int) -> None:
    ticket = movable_ticket(uow, actor, number, turn, Move.TAKE_BACK)
    ask_words(uow, actor, ticket, Face("taking_back"), Purpose.TAKING_BACK)


def take_back(uow: UnitOfWork, actor: Actor, ticket: Ticket, _: Prompt, reason: str) -> None:
    settle(uow, *ticket.take_back(reason, by=actor, at=uow.now))


def turn_to_main(uow: UnitOfWork, actor: Actor, number: int, turn: int) -> None:
    """Back on a card: its buttons come up again."""
    turn_card(uow, actor, staff_ticket(uow, actor, number, turn), MAIN)


def _ask(uow: UnitOfWork, actor: Actor, ticket: Ticket, cause: str, about: dict[str, str | int]) -> None:
    """`about`: for an improvement, the release."""
    data = {"cause": str(cause), **about}
    face = Face("completing", {"has_reply": _last_reply(uow, ticket) is not None, **data})
    ask_words(uow, actor, ticket, face, Purpose.COMPLETING, data)


def _complete(uow: UnitOfWork, actor: Actor, ticket: Ticket, prompt: Prompt, answer: Message | None) -> None:
    """As it was begun by the `prompt`; a release that was withdrawn since then is not told."""
    cause, told = Cause(prompt.data["cause"]), prompt.data.get("release")
    release = _tellable(uow, ticket, told) if told else None
    settle(uow, *ticket.complete(cause, answer=answer.id if answer else None, by=actor, at=uow.now, release=release))


def _tellable(uow: UnitOfWork, ticket: Ticket, release: int) -> Release:
    found = release_for(uow, ticket, release)
    if found.state is not ReleaseState.PUBLISHED and not found.promisable(today(uow)):
        raise ReleaseNotPlanned(version=str(found.version), stand=found.stand)
    return found


def _last_reply(uow: UnitOfWork, ticket: Ticket) -> Message | None:
    """None also when it was taken back."""
    last = None if ticket.last_reply is None else uow.messages.get(ticket.last_reply)
    return last if last and last.side is Side.REPLY else None
