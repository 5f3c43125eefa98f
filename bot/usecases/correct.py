"""The staff correct what the customer filled in (move 19)."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.errors import SubjectLength, UnknownChoice
from bot.domain.intake import SUBJECT_MAX
from bot.domain.lifecycle import Move
from bot.domain.people import Actor
from bot.domain.rules import DeskRules
from bot.domain.statements import Face
from bot.domain.ticket import Field, Kind, Ticket
from bot.ports import Prompt, Purpose, UnitOfWork
from bot.usecases.outcome import settle, show
from bot.usecases.owned import movable_ticket


def choose_field(uow: UnitOfWork, actor: Actor, number: int, turn: int) -> None:
    show(uow, movable_ticket(uow, actor, number, turn, Move.CORRECT), Face("correct"))


def choose_value(uow: UnitOfWork, actor: Actor, number: int, turn: int, field: str) -> None:
    """The choices of a field; a subject is written as the next message."""
    ticket = movable_ticket(uow, actor, number, turn, Move.CORRECT)
    wanted = _field(field)
    show(uow, ticket, Face("values", {"field": wanted.value, "name": actor.name}))
    if wanted is Field.SUBJECT:
        uow.prompts.ask(Prompt(ticket.chat_id, actor.id, number, Purpose.SUBJECT, {}, turn))


def correct(uow: UnitOfWork, actor: Actor, number: int, turn: int, value: str) -> None:
    """`value` is field.index, as the card's button carries it."""
    ticket = movable_ticket(uow, actor, number, turn, Move.CORRECT)
    name, _, index = value.partition(".")
    choices = field_choices(uow.rules, _field(name))
    if not index.isdecimal() or int(index) >= len(choices):
        raise UnknownChoice
    _corrected(uow, actor, ticket, _field(name), choices[int(index)])


def correct_subject(uow: UnitOfWork, actor: Actor, ticket: Ticket, text: str) -> None:
    line = " ".join(text.split())
    if not 1 <= len(line) <= SUBJECT_MAX:
        raise SubjectLength(limit=SUBJECT_MAX)
    _corrected(uow, actor, ticket, Field.SUBJECT, line)


def _corrected(uow: UnitOfWork, actor: Actor, ticket: Ticket, field: Field, value: str) -> None:
    """What is so already is no correction, and nobody is told of one."""
    corrected, fact = ticket.correct(field, value, by=actor, at=uow.now)
    if fact.before == fact.after:
        show(uow, ticket)
    else:
        settle(uow, corrected, fact)


def field_choices(rules: DeskRules, field: Field) -> Sequence[str]:
    match field:
        case Field.KIND:
            return tuple(Kind)
        case Field.STAND:
            return rules.form.stands
        case Field.COMPONENT:
            return rules.form.components
        case Field.SUBJECT:
            return ()


def _field(name: str) -> Field:
    try:
        return Field(name)
    except ValueError:
        raise UnknownChoice from None
