"""The dialog's window: one message that changes in place from the first question to the number of the ticket."""

from __future__ import annotations

from bot.domain.intake import Draft, Form
from bot.domain.statements import MAIN, Face
from bot.screens.context import Reader
from bot.screens.keyboards import new_request
from bot.screens.letter import Button, Keyboard, Letter, Style
from bot.screens.markup import lines
from bot.screens.notices import sentence
from bot.screens.presses import press
from bot.screens.steps import step_buttons, step_text
from locales.catalog import Html


def window(reader: Reader, form: Form, draft: Draft | None, face: Face = MAIN) -> Letter:
    """The present step of the draft; the reader's zone is the customer's.

    Faces: main; refused (a refusal's key and values), whose sentence stands over the step; sent (number) and cancelled,
    which need no draft.
    """
    if face.name == "sent":
        return Letter(reader.html("window-sent", number=face.values["number"]))
    if face.name == "cancelled" or draft is None:
        return Letter(reader.html("window-cancelled"), keyboard=((new_request(reader),),))
    note = _note(reader, face)
    if draft.leaving:
        return Letter(lines((note, reader.html("window-leaving")), "\n\n"), keyboard=_leaving(reader, draft))
    step, total = form.position(draft)
    body = lines((f"<b>{step}/{total}</b>", step_text(reader, form, draft)))
    return Letter(
        lines((note, body), "\n\n"),
        keyboard=(*step_buttons(reader, form, draft), _frame(reader, form, draft)),
    )


def _note(reader: Reader, face: Face) -> Html:
    if face.name != "refused":
        return Html()
    return reader.html("window-note", refusal=sentence(reader, face.values["key"], face.values["values"]))


def _frame(reader: Reader, form: Form, draft: Draft) -> tuple[Button, ...]:
    """Back, where there is something behind, and Cancel."""
    cancel = press(draft, reader.text("button-cancel"), "cancel")
    if form.position(draft)[0] == 1 and not draft.reviewed:
        return (cancel,)
    return press(draft, reader.text("button-back"), "back"), cancel


def _leaving(reader: Reader, draft: Draft) -> Keyboard:
    discard = press(draft, reader.text("button-discard"), "discard", style=Style.DANGER)
    return ((discard, press(draft, reader.text("button-keep"), "keep", style=Style.PRIMARY)),)
