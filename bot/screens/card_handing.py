"""The card while another service has the ticket, or has said what it found: at home, and from where it is a guest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.domain.lifecycle import Move, Status, moves_from
from bot.domain.statements import Face
from bot.domain.team import Service
from bot.domain.ticket import Ticket
from bot.screens.context import Reader
from bot.screens.markup import NAME_LIMIT, cut, lines, link, mention, one_line
from bot.screens.quotes import quote
from bot.screens.topic import topic_address
from locales.catalog import Html

THEIRS = {Move.PICK_UP, Move.GIVE_VERDICT, Move.HAND_BACK}
"""The moves of the service that has it: their buttons are where its people are."""
AS_GUEST = THEIRS | {Move.ASK, Move.TRANSFER}
_NOTE, _PART, _RESOLUTION, _VARIANT = 400, 150, 300, 60


@dataclass(frozen=True, slots=True)
class Sight:
    """From where a card is seen.

    `services` are all of the desk; `guest`: the group in which it is a guest, None at home; `other`: chat and topic of
    the same ticket in the other group.
    """

    services: tuple[Service, ...] = ()
    guest: int | None = None
    other: tuple[int, int] | None = None

    def targets(self, ticket: Ticket) -> list[Service]:
        return [service for service in self.services if ticket.may_go_to(service.key)]

    def over(self, ticket: Ticket) -> bool:
        """The group has it no more."""
        return self.guest is not None and self.guest != ticket.guest_chat

    def name(self, reader: Reader, key: str) -> str:
        """Of a service that is there no more, its key."""
        names = (service.name(reader.language) for service in self.services if service.key == key)
        return one_line(next(names, key), NAME_LIMIT)


HOME = Sight()


def moves_here(ticket: Ticket, sight: Sight) -> frozenset[Move]:
    """The moves of the state that have a button on this card."""
    moves = set(moves_from(ticket.status))
    transfer = ticket.transfer
    if not sight.targets(ticket):
        moves -= {Move.TRANSFER}
    if sight.guest is not None:
        over = sight.over(ticket) or ticket.status is not Status.TRANSFERRED
        moves &= set() if over else AS_GUEST
    elif ticket.guest_chat is not None:
        moves -= THEIRS
    if THEIRS & moves or offers(ticket, sight):
        moves -= {Move.CORRECT}  # a card has room for seven: it is among the rare ones
    if transfer is not None:
        picked = transfer.assignee_id is not None
        moves -= {Move.PICK_UP} if picked else {Move.GIVE_VERDICT}
        moves -= {Move.ASK, Move.TRANSFER} if sight.guest is not None and not picked else set()
    return frozenset(moves)


def offers(ticket: Ticket, sight: Sight) -> bool:
    """The executor may ask the customer to choose from what the verdict has named."""
    named = ticket.verdict is not None and bool(ticket.verdict.variants)
    return named and sight.guest is None and ticket.status is Status.IN_PROGRESS


def whereabouts(reader: Reader, ticket: Ticket, sight: Sight) -> Iterator[Html]:
    """With whom it is, and the way to its other topic."""
    transfer = ticket.transfer
    if sight.over(ticket):
        yield reader.html("card-guest-over")
    elif transfer is not None:
        service = sight.name(reader, transfer.service)
        if transfer.assignee_id is None or transfer.assignee_name is None:
            yield reader.html("card-with-nobody", service=service)
        else:
            assignee = mention(transfer.assignee_id, transfer.assignee_name)
            yield reader.html("card-with", service=service, assignee=assignee)
    if sight.other is not None:
        text = reader.text("card-other-topic", guest=int(sight.guest is not None))
        yield link(topic_address(*sight.other), text)


def found(reader: Reader, ticket: Ticket, sight: Sight) -> Html:
    """Why it is with the other service; afterwards, what that has found."""
    if ticket.transfer is not None and not sight.over(ticket):
        heading = reader.html("card-transfer-note", guest=int(sight.guest is not None))
        return lines((heading, quote(cut(ticket.transfer.note, _NOTE))))
    verdict = ticket.verdict
    if verdict is None:
        return Html()
    variants = (f"{at}. {one_line(each, _VARIANT)}" for at, each in enumerate(verdict.variants, 1))
    words = "\n".join([cut(verdict.resolution, _RESOLUTION), *variants])
    service, part = sight.name(reader, verdict.service), one_line(verdict.part, _PART)
    return lines((reader.html("card-verdict", service=service, part=part), quote(words)))


def handing_prompt(reader: Reader, face: Face, sight: Sight) -> Html:
    """What the desk waits for on the sides of this chapter."""
    name = one_line(face.values.get("name", ""), NAME_LIMIT)
    match face.name:
        case "handing":
            return reader.html("card-ask-note", name=name, service=sight.name(reader, face.values["service"]))
        case "verdict":
            return reader.html("card-ask-verdict", name=name, step=face.values["step"])
        case "handing_back":
            return reader.html("card-ask-declined", name=name)
        case "offering":
            return reader.html("card-ask-offer", name=name)
        case _:
            return reader.html("card-ask-service")
