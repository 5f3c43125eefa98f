"""The executor promises a release, another one, or takes the promise back (9, 9a)."""

from __future__ import annotations

from bot.domain.errors import NotCurrent
from bot.domain.lifecycle import Cause, Move
from bot.domain.people import Actor
from bot.domain.release import Release
from bot.domain.statements import Face
from bot.domain.ticket import Kind, Ticket
from bot.ports import UnitOfWork
from bot.usecases.outcome import settle, turn_card
from bot.usecases.owned import movable_ticket, staff_ticket
from bot.usecases.releases import today

FAULTS = frozenset({Kind.STOPPED, Kind.WRONG})
"""What they turn out to be, as a rule, when a release solves them."""


def open_promise(uow: UnitOfWork, actor: Actor, number: int, turn: int) -> None:
    """The cause is guessed from the kind, or stays as it was; one button says that it is the other one."""
    ticket = movable_ticket(uow, actor, number, turn, Move.PROMISE)
    guess = Cause.SOFTWARE_FAULT if ticket.kind in FAULTS else Cause.IMPROVEMENT
    _show_releases(uow, actor, ticket, ticket.promise.cause if ticket.promise else guess, 0)


def choose_fault(uow: UnitOfWork, actor: Actor, number: int, turn: int, page: int) -> None:
    _show_releases(uow, actor, movable_ticket(uow, actor, number, turn, Move.PROMISE), Cause.SOFTWARE_FAULT, page)


def choose_improvement(uow: UnitOfWork, actor: Actor, number: int, turn: int, page: int) -> None:
    _show_releases(uow, actor, movable_ticket(uow, actor, number, turn, Move.PROMISE), Cause.IMPROVEMENT, page)


def promise_fault(uow: UnitOfWork, actor: Actor, number: int, turn: int, release: int) -> None:
    _promise(uow, actor, movable_ticket(uow, actor, number, turn, Move.PROMISE), release, Cause.SOFTWARE_FAULT)


def promise_improvement(uow: UnitOfWork, actor: Actor, number: int, turn: int, release: int) -> None:
    _promise(uow, actor, movable_ticket(uow, actor, number, turn, Move.PROMISE), release, Cause.IMPROVEMENT)


def withdraw_promise(uow: UnitOfWork, actor: Actor, number: int, turn: int) -> None:
    ticket = staff_ticket(uow, actor, number, turn)
    settle(uow, *ticket.withdraw_promise(by=actor, at=uow.now))


def stand_of(uow: UnitOfWork, ticket: Ticket) -> str:
    """Where a ticket's release has its date: without a stand of its own, the desk's first one."""
    return ticket.stand or uow.rules.form.stands[0]


def release_for(uow: UnitOfWork, ticket: Ticket, release: int) -> Release:
    """By an id from a button: of the ticket's stand only."""
    found = uow.releases.get(release)
    if found is None or found.stand != stand_of(uow, ticket):
        raise NotCurrent
    return found


def _show_releases(uow: UnitOfWork, actor: Actor, ticket: Ticket, cause: Cause, page: int) -> None:
    stand = stand_of(uow, ticket)
    face = Face("releases", {"stand": stand, "cause": cause.value, "page": page, "today": today(uow)})
    turn_card(uow, actor, ticket, face)


def _promise(uow: UnitOfWork, actor: Actor, ticket: Ticket, release: int, cause: Cause) -> None:
    found = release_for(uow, ticket, release)
    settle(uow, *ticket.promise_release(found, cause, today=today(uow), by=actor, at=uow.now))
