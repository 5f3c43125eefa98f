"""The staff correct what the customer filled in (move 19)."""

from __future__ import annotations

from bot.domain.errors import UnknownChoice
from bot.domain.intake import Step, subject_line
from bot.domain.lifecycle import Move
from bot.domain.people import Actor
from bot.domain.statements import MAIN, Face
from bot.domain.ticket import Field, Ticket
from bot.ports import Prompt, Purpose, UnitOfWork
from bot.usecases.asked import ask_words
from bot.usecases.outcome import settle, turn_card
from bot.usecases.owned import movable_ticket


def choose_field(uow: UnitOfWork, actor: Actor, number: int, turn: int) -> None:
    turn_card(uow, actor, movable_ticket(uow, actor, number, turn, Move.CORRECT), Face("correct"))


def choose_value(uow: UnitOfWork, actor: Actor, number: int, turn: int, field: str) -> None:
    """The choices of a field; a subject is written as the next message."""
    ticket = movable_ticket(uow, actor, number, turn, Move.CORRECT)
    wanted = _field(field)
    face = Face("values", {"field": wanted.value})
    if wanted is Field.SUBJECT:
        ask_words(uow, actor, ticket, face, Purpose.SUBJECT)
    else:
        turn_card(uow, actor, ticket, face)


def correct(uow: UnitOfWork, actor: Actor, number: int, turn: int, value: str) -> None:
    """`value` is field.index, as the card's button carries it."""
    ticket = movable_ticket(uow, actor, number, turn, Move.CORRECT)
    name, _, index = value.partition(".")
    field = _field(name)
    choices = uow.rules.form.choices(Step(field))
    if not index.isdecimal() or int(index) >= len(choices):
        raise UnknownChoice
    _corrected(uow, actor, ticket, field, choices[int(index)])


def correct_subject(uow: UnitOfWork, actor: Actor, ticket: Ticket, _: Prompt, text: str) -> None:
    _corrected(uow, actor, ticket, Field.SUBJECT, subject_line(text))


def _corrected(uow: UnitOfWork, actor: Actor, ticket: Ticket, field: Field, value: str) -> None:
    """What is so already is no correction, and nobody is told of one."""
    corrected, fact = ticket.correct(field, value, by=actor, at=uow.now)
    if fact.before == fact.after:
        turn_card(uow, actor, ticket, MAIN)
    else:
        settle(uow, corrected, fact)


def _field(name: str) -> Field:
    try:
        return Field(name)
    except ValueError:
        raise UnknownChoice from None
