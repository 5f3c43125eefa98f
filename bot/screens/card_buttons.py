"""The card's buttons: one keyboard for the whole group, those of the state; the person is checked at the press."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.assignment import Colleague
from bot.domain.intake import Form, Step
from bot.domain.lifecycle import GIVEN_CAUSES, Ask, Move, Status
from bot.domain.release import Release
from bot.domain.statements import Face
from bot.domain.ticket import Field, Ticket
from bot.screens.card_ending import ending_buttons
from bot.screens.card_handing import HOME, Sight, moves_here, offers
from bot.screens.card_press import card_button as _button
from bot.screens.card_press import named_button as _named
from bot.screens.card_press import page_buttons
from bot.screens.card_promising import releases_keyboard
from bot.screens.context import Reader
from bot.screens.keyboards import in_rows
from bot.screens.letter import Keyboard, Style
from bot.screens.markup import one_line

PEOPLE_ON_A_PAGE = 8
_WIDTH = 32
_NAME_WIDTH = 24
# In the order of the keyboard. The other moves are the customer's, or made by a command.
_MOVES = {
    Move.TAKE: ("take", Style.PRIMARY),
    Move.PICK_UP: ("pick_up", Style.PRIMARY),
    Move.GIVE_VERDICT: ("verdict", Style.SUCCESS),
    Move.COMPLETE: ("complete", Style.SUCCESS),
    Move.ASK: ("ask", Style.PLAIN),
    Move.WITHDRAW_QUESTION: ("withdraw_question", Style.PLAIN),
    Move.TAKE_BACK: ("take_back", Style.DANGER),
    Move.TRANSFER: ("transfer", Style.PLAIN),
    Move.PROMISE: ("promise", Style.PLAIN),
    Move.HAND_BACK: ("hand_back", Style.PLAIN),
    Move.RECALL: ("recall", Style.PLAIN),
    Move.ASSIGN: ("assign", Style.PLAIN),
    Move.REASSIGN: ("give", Style.PLAIN),
    Move.CORRECT: ("correct", Style.PLAIN),
    Move.DECLINE: ("decline", Style.PLAIN),
}


def card_keyboard(
    reader: Reader,
    ticket: Ticket,
    face: Face,
    form: Form,
    members: Sequence[Colleague],
    releases: Sequence[Release] = (),
    sight: Sight = HOME,
) -> Keyboard:
    back = ((_named(reader, ticket, "main"),),)
    match face.name:
        case "causes":
            return _causes(reader, ticket) + back
        case "completing" if face.values["has_reply"]:
            return ((_named(reader, ticket, "last_reply", style=Style.SUCCESS),), *back)
        case "completing" | "taking_back" | "asking" | "handing" | "handing_back" | "offering":
            return back
        case "ask":
            return _asks(reader, ticket) + back
        case "services":
            return _services(reader, ticket, sight) + back
        case "verdict":
            last = face.values["step"] == "variants"
            return ((_named(reader, ticket, "no_variants"),), *back) if last else back
        case "people":
            return _people(reader, ticket, members, face.values["page"]) + back
        case "releases" | "told":
            return releases_keyboard(reader, ticket, face, releases) + back
        case "correct":
            return _fields(reader, ticket, form) + back
        case "values":
            return _values(reader, ticket, form, Field(face.values["field"])) + back
        case _:
            return _main(reader, ticket, sight)


def field_choices(reader: Reader, form: Form, field: Field) -> tuple[str, ...]:
    """What a field can be corrected to, as people read it; their order is the form's."""
    choices = form.choices(Step(field))
    return tuple(reader.text("kind", kind=kind) for kind in choices) if field is Field.KIND else choices


def _main(reader: Reader, ticket: Ticket, sight: Sight) -> Keyboard:
    moves = moves_here(ticket, sight)
    if Move.TAKE in moves:
        moves |= {Move.ASK}  # the question takes it
    offered = [_again(ticket, *named) for move, named in _MOVES.items() if move in moves]
    buttons = [_named(reader, ticket, do, style=style) for do, style in offered]
    buttons += ending_buttons(reader, ticket) if sight.guest is None else ()
    offer = ((_named(reader, ticket, "offer", style=Style.PRIMARY),),) if offers(ticket, sight) else ()
    return offer + in_rows(buttons, 2)


def _again(ticket: Ticket, do: str, style: Style) -> tuple[str, Style]:
    """What was promised can be changed."""
    return ("promise_anew" if do == "promise" and ticket.promise else do), style


def _services(reader: Reader, ticket: Ticket, sight: Sight) -> Keyboard:
    targets = sight.targets(ticket)
    return in_rows([_button(ticket, one_line(to.name(reader.language), _WIDTH), "to", to.mark) for to in targets], 2)


def _causes(reader: Reader, ticket: Ticket) -> Keyboard:
    buttons = [_button(ticket, reader.text("cause", cause=cause), "cause", cause) for cause in GIVEN_CAUSES]
    return in_rows(buttons, 2)


def _asks(reader: Reader, ticket: Ticket) -> Keyboard:
    return tuple((_button(ticket, reader.text("card-button-ask-for", kind=kind), "ask_for", kind),) for kind in Ask)


def _people(reader: Reader, ticket: Ticket, members: Sequence[Colleague], page: int) -> Keyboard:
    """In the order they come in; a ticket that waits is assigned, one that is somebody's is given on."""
    to, turn_to = ("assign_to", "assign_page") if ticket.status is Status.RECEIVED else ("give_to", "give_page")
    others = [one for one in members if one.person.id != ticket.executor_id]
    page = min(page, max(0, len(others) - 1) // PEOPLE_ON_A_PAGE)
    begin = page * PEOPLE_ON_A_PAGE
    shown = others[begin : begin + PEOPLE_ON_A_PAGE]
    named = [_button(ticket, _called(reader, one), to, str(one.person.id)) for one in shown]
    pages = -(-len(others) // PEOPLE_ON_A_PAGE)
    return in_rows(named, 2) + page_buttons(reader, ticket, turn_to, page, pages)


def _called(reader: Reader, one: Colleague) -> str:
    name = one_line(one.person.name, _NAME_WIDTH)
    return reader.text("card-person", name=name, active=one.active, away=int(one.away))


def _fields(reader: Reader, ticket: Ticket, form: Form) -> Keyboard:
    fields = [field for field in Field if field is Field.SUBJECT or field_choices(reader, form, field)]
    return in_rows([_button(ticket, reader.text("field", field=field), "field", field) for field in fields], 2)


def _values(reader: Reader, ticket: Ticket, form: Form, field: Field) -> Keyboard:
    """`value` is field.index: callback data is held together by colons."""
    choices = field_choices(reader, form, field)
    return in_rows(
        [_button(ticket, one_line(choice, _WIDTH), "set", f"{field}.{index}") for index, choice in enumerate(choices)],
        2,
    )
