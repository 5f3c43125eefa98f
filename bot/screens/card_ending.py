"""The sides of a card with the rare moves: merge, link, reject, close as unreachable, reopen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.lifecycle import Move, moves_from
from bot.domain.people import Person
from bot.domain.statements import Face
from bot.domain.ticket import Ticket
from bot.domain.ticket.ending import REOPENABLE
from bot.screens.card_handing import Sight, moves_here
from bot.screens.card_press import card_button, named_button
from bot.screens.context import Reader
from bot.screens.keyboards import in_rows
from bot.screens.letter import Button, Keyboard, Style
from bot.screens.markup import NAME_LIMIT, one_line
from locales.catalog import Html

SHOWN = 8
_WIDTH = 40


@dataclass(frozen=True, slots=True)
class Around:
    """What a card tells beside its ticket: whose it is, the customer's other open tickets, those it is linked with."""

    customer: Person
    others: Sequence[Ticket] = ()
    related: Sequence[Ticket] = ()


def ending_keyboard(reader: Reader, ticket: Ticket, face: Face, around: Around, sight: Sight) -> Keyboard | None:
    """None for the sides of other chapters."""
    match face.name:
        case "more":
            rows = in_rows(list(_rare(reader, ticket, around, sight)), 2)
        case "merging":
            rows = tuple((_ticket(one, ticket, "merge_into"),) for one in _newest(around.others))
        case "linking":
            linked = {one.number for one in around.related}
            choice = [one for one in _newest(around.others) if one.number not in linked]
            rows = tuple((_ticket(one, ticket, "link_to"),) for one in choice)
        case "unlinking":
            rows = tuple((_ticket(one, ticket, "unlink_from"),) for one in _newest(around.related))
        case "rejecting" | "reopening":
            rows = ()
        case _:
            return None
    return (*rows, (named_button(reader, ticket, "main"),))


def ending_buttons(reader: Reader, ticket: Ticket) -> Iterator[Button]:
    """The last ones of the main side."""
    if Move.REOPEN in moves_from(ticket.status) and ticket.closing in REOPENABLE:
        yield named_button(reader, ticket, "reopen", style=Style.PRIMARY)
    yield named_button(reader, ticket, "more")


def ending_prompt(reader: Reader, face: Face) -> Html:
    """What the desk waits for while one of these sides is up."""
    name = one_line(face.values.get("name", ""), NAME_LIMIT)
    match face.name:
        case "merging" | "linking" | "unlinking":
            return reader.html(f"card-ask-{face.name}")
        case "rejecting" | "reopening":
            return reader.html(f"card-ask-{face.name}", name=name)
        case _:
            return Html()


def _rare(reader: Reader, ticket: Ticket, around: Around, sight: Sight) -> Iterator[Button]:
    moves = moves_from(ticket.status)
    if Move.CORRECT in moves - moves_here(ticket, sight):
        yield named_button(reader, ticket, "correct")
    if Move.MERGE in moves and around.others:
        yield named_button(reader, ticket, "merge")
    yield named_button(reader, ticket, "link")
    if around.related:
        yield named_button(reader, ticket, "unlink")
    if Move.GIVE_UP in moves and not around.customer.reachable:
        yield named_button(reader, ticket, "give_up", style=Style.DANGER)
    if Move.REJECT in moves:
        yield named_button(reader, ticket, "reject", style=Style.DANGER)


def _newest(tickets: Sequence[Ticket]) -> list[Ticket]:
    """More than a keyboard holds are named by a command."""
    return sorted(tickets, key=lambda ticket: ticket.number, reverse=True)[:SHOWN]


def _ticket(one: Ticket, of: Ticket, do: str) -> Button:
    return card_button(of, one_line(f"#{one.number} · {one.subject}", _WIDTH), do, str(one.number))
