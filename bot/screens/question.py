"""While messages of the customer are held, the question: which ticket are they for?"""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.content import Content
from bot.domain.statements import Face
from bot.domain.ticket import Ticket
from bot.screens.callbacks import HeldPress
from bot.screens.context import Reader
from bot.screens.letter import Button, Keyboard, Letter, Style
from bot.screens.markup import cut, lines, one_line
from bot.screens.quotes import quote
from bot.screens.relay import described

SHOWN = 20
_WIDTH = 40
_EXCERPT = 400


def question(reader: Reader, face: Face, tickets: Sequence[Ticket], held: Sequence[Content]) -> Letter:
    """The customer's open tickets to choose from, the newest first; older ones can be answered by a swipe.

    Faces: pick; draft (one is being written as well); completed (number); closed (number, how: reopen, follow_up or
    none); placed (number, 0 for a request), which takes the buttons away.
    """
    number = face.values.get("number", 0)
    match face.name:
        case "placed":
            return Letter(reader.html("held-placed", number=number))
        case "completed":
            return Letter(_asked(reader, "held-completed", held, number), keyboard=_completed(reader, number))
        case "closed":
            return Letter(_asked(reader, "held-closed", held, number), keyboard=_closed(reader, number, face))
        case _:
            key = "held-draft" if face.name == "draft" else "held-pick"
            return Letter(_asked(reader, key, held), keyboard=_picker(reader, face, tickets))


def _asked(reader: Reader, key: str, held: Sequence[Content], number: int = 0) -> str:
    """The question, and how the held words begin."""
    excerpt = "\n".join(described(reader, content) for content in held[:3])
    return lines((reader.html(key, number=number), quote(cut(excerpt, _EXCERPT)) if excerpt else ""))


def _picker(reader: Reader, face: Face, tickets: Sequence[Ticket]) -> Keyboard:
    newest = sorted(tickets, key=lambda ticket: ticket.number, reverse=True)[:SHOWN]
    rows = [
        (_button(one_line(f"#{ticket.number} · {ticket.subject}", _WIDTH), "ticket", ticket.number),)
        for ticket in newest
    ]
    key = "button-held-draft" if face.name == "draft" else "button-new"
    return (*rows, (_button(reader.text(key), "new", style=Style.PRIMARY),))


def _completed(reader: Reader, number: int) -> Keyboard:
    solved = _button(reader.text("button-solved"), "solved", number, Style.SUCCESS)
    not_solved = _button(reader.text("button-not-solved"), "not_solved", number, Style.DANGER)
    return (solved, not_solved), (_button(reader.text("button-held-new"), "new"),)


def _closed(reader: Reader, number: int, face: Face) -> Keyboard:
    how = face.values["how"]
    again = _button(reader.text("button-held-again", how=how), "reopen", number, Style.PRIMARY)
    rest = (
        (_button(reader.text("button-new"), "new"),),
        (_button(reader.text("button-held-comment"), "comment", number),),
    )
    return rest if how == "none" else ((again,), *rest)


def _button(text: str, do: str, number: int = 0, style: Style = Style.PLAIN) -> Button:
    return Button(text, HeldPress(number=number, do=do).pack(), style)
