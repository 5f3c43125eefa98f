"""The ticket goes to another service, with a note (7); and is called back from there (8c)."""

from __future__ import annotations

from bot.domain.errors import NotCurrent, UnknownChoice
from bot.domain.lifecycle import Move
from bot.domain.people import Actor
from bot.domain.statements import Face
from bot.domain.ticket import Ticket
from bot.ports import Prompt, Purpose, UnitOfWork
from bot.usecases.asked import ask_words
from bot.usecases.outcome import settle, turn_card
from bot.usecases.owned import movable_ticket


def choose_service(uow: UnitOfWork, actor: Actor, number: int, turn: int) -> None:
    turn_card(uow, actor, movable_ticket(uow, actor, number, turn, Move.TRANSFER), Face("services"))


def ask_note(uow: UnitOfWork, actor: Actor, number: int, turn: int, mark: str) -> None:
    """`mark` is the service's. The actor's next message in the topic is the note for it."""
    ticket = movable_ticket(uow, actor, number, turn, Move.TRANSFER)
    service = next((one for one in uow.rules.services.values() if one.mark == mark), None)
    if service is None or not ticket.may_go_to(service.key):
        raise UnknownChoice
    data = {"service": service.key}
    ask_words(uow, actor, ticket, Face("handing", data), Purpose.TRANSFERRING, data)


def transfer(uow: UnitOfWork, actor: Actor, ticket: Ticket, prompt: Prompt, note: str) -> None:
    """To the service that was chosen, which may be gone since then."""
    to = uow.rules.services.get(prompt.data["service"])
    if to is None:
        raise NotCurrent
    settle(uow, *ticket.hand_over(to.key, to.chat_id, note, by=actor, at=uow.now))


def recall(uow: UnitOfWork, actor: Actor, number: int, turn: int) -> None:
    ticket = movable_ticket(uow, actor, number, turn, Move.RECALL)
    settle(uow, *ticket.recall(by=actor, at=uow.now))
