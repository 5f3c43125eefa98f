"""What each step of the dialog asks, and the buttons that answer it."""

from __future__ import annotations

from collections.abc import Iterable

from bot.domain.content import FILES
from bot.domain.intake import Draft, Form, Piece, Step
from bot.screens.context import Reader
from bot.screens.keyboards import in_rows
from bot.screens.letter import Button, Keyboard, Style
from bot.screens.markup import lines, one_line
from bot.screens.presses import press
from bot.screens.summary import summary_buttons, summary_text
from bot.screens.when import period_buttons, period_step_text, zone_buttons, zone_text
from locales.catalog import Html

_WIDTH = 32


def step_text(reader: Reader, form: Form, draft: Draft) -> Html:
    """What is expected, with one example; and what has come already."""
    match draft.step:
        case Step.KIND:
            return lines((reader.html("dialog-kind"), _so_far(reader, described_by(draft))), "\n\n")
        case Step.DESCRIPTION:
            return lines((reader.html("dialog-description"), _so_far(reader, described_by(draft))), "\n\n")
        case Step.STAND:
            return reader.html("dialog-stand", example=form.stands[0])
        case Step.COMPONENT:
            return reader.html("dialog-component", example=form.components[0])
        case Step.PERIOD:
            return period_step_text(reader, draft)
        case Step.LOG:
            return lines((reader.html("dialog-log"), _so_far(reader, draft.log_pieces)), "\n\n")
        case Step.SUMMARY:
            return summary_text(reader, form, draft)
        case Step.SUBJECT:
            return reader.html("dialog-subject", subject=draft.subject)
        case Step.ZONE:
            return zone_text(reader)


def step_buttons(reader: Reader, form: Form, draft: Draft) -> Keyboard:
    match draft.step:
        case Step.KIND | Step.STAND | Step.COMPONENT:
            return _choices(reader, form, draft)
        case Step.DESCRIPTION:
            return _description(reader, draft)
        case Step.PERIOD:
            return period_buttons(reader, draft)
        case Step.LOG:
            return _log(reader, draft)
        case Step.SUMMARY:
            return summary_buttons(reader, form, draft)
        case Step.SUBJECT:
            return ()
        case Step.ZONE:
            return zone_buttons(reader, draft)


def described_by(draft: Draft) -> list[Piece]:
    return [piece for piece in draft.pieces if piece.part is not Step.LOG]


def _so_far(reader: Reader, pieces: Iterable[Piece]) -> Html:
    """How many messages and files have come; nothing as long as none have."""
    files = [piece.kind in FILES for piece in pieces]
    counts = {"count-messages": files.count(False), "count-files": files.count(True)}
    what = ", ".join(reader.text(key, count=count) for key, count in counts.items() if count)
    return reader.html("dialog-so-far", what=what) if what else Html()


def _choices(reader: Reader, form: Form, draft: Draft) -> Keyboard:
    """The present answer, where there is one, is marked."""
    chosen = {Step.KIND: draft.kind, Step.STAND: draft.stand, Step.COMPONENT: draft.component}[draft.step]
    buttons = []
    for index, choice in enumerate(form.choices(draft.step)):
        name = _choice_name(reader, draft.step, choice)
        text = reader.text("button-chosen", choice=name) if choice == chosen else name
        buttons.append(press(draft, text, "choose", str(index)))
    return in_rows(buttons, 1 if draft.step is Step.KIND else 2)


def _choice_name(reader: Reader, step: Step, choice: str) -> str:
    if step is Step.KIND:
        return reader.text("kind", kind=choice)
    if step is Step.STAND and choice.upper() == "PROD":
        return reader.text("stand-live", stand=choice)
    return one_line(choice, _WIDTH)


def _description(reader: Reader, draft: Draft) -> Keyboard:
    if not described_by(draft):
        return ()
    return ((_next(reader, draft), press(draft, reader.text("button-anew"), "anew")),)


def _log(reader: Reader, draft: Draft) -> Keyboard:
    no_log = press(draft, reader.text("button-no-log"), "no_log")
    return ((_next(reader, draft), no_log),) if draft.logs else ((no_log,),)


def _next(reader: Reader, draft: Draft) -> Button:
    return press(draft, reader.text("button-next"), "next", style=Style.SUCCESS)
