"""The last step: every field, each with its own Edit, and Send."""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.content import FILES
from bot.domain.intake import Draft, Form, Step
from bot.screens.context import Reader
from bot.screens.keyboards import in_rows
from bot.screens.letter import Keyboard, Style
from bot.screens.markup import NAME_LIMIT, cut, lines, one_line
from bot.screens.periods import period_text
from bot.screens.presses import press
from bot.screens.quotes import quote
from locales.catalog import Html

EXCERPT = 1500


def summary_text(reader: Reader, form: Form, draft: Draft) -> Html:
    """A long description is shown by its beginning."""
    fields = lines(
        reader.html("summary-field", field=step, value=value) for step, value in _answers(reader, form, draft)
    )
    words = quote(cut(draft.description, EXCERPT))
    return lines((reader.html("dialog-summary"), fields, words), "\n\n")


def summary_buttons(reader: Reader, form: Form, draft: Draft) -> Keyboard:
    send = press(draft, reader.text("button-send"), "submit", style=Style.SUCCESS)
    edits = [press(draft, reader.text("button-edit", field=step), "edit", step) for step in _fields(form, draft)]
    return ((send,), *in_rows(edits, 2))


def _fields(form: Form, draft: Draft) -> list[Step]:
    """The steps of this kind of request in their order; the subject goes before the description."""
    fields: list[Step] = [step for step in form.steps(draft.kind) if step is not Step.SUMMARY]
    fields.insert(fields.index(Step.DESCRIPTION), Step.SUBJECT)
    return fields


def _answers(reader: Reader, form: Form, draft: Draft) -> Iterator[tuple[str, str]]:
    for step in _fields(form, draft):
        match step:
            case Step.KIND if draft.kind:
                yield step, reader.text("kind", kind=draft.kind)
            case Step.SUBJECT:
                yield step, draft.subject
            case Step.STAND if draft.stand:
                yield step, one_line(draft.stand, NAME_LIMIT)
            case Step.COMPONENT if draft.component:
                yield step, one_line(draft.component, NAME_LIMIT)
            case Step.PERIOD if draft.period:
                yield step, period_text(reader, draft.period)
            case Step.LOG:
                yield step, reader.text("summary-logs", count=draft.logs)
            case _:
                continue  # the description stands below
    if draft.follow_up_of is not None:
        yield "follow_up", f"#{draft.follow_up_of}"
    files = sum(piece.kind in FILES and piece.part is not Step.LOG for piece in draft.pieces)
    if files:
        yield "files", str(files)
