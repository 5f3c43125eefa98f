"""A button of the dialog's window."""

from __future__ import annotations

from bot.domain.intake import Draft
from bot.screens.callbacks import DraftPress
from bot.screens.letter import Button, Style


def press(draft: Draft, text: str, do: str, value: str = "", *, style: Style = Style.PLAIN) -> Button:
    """It carries the draft's id and version: on an older window it is no longer current."""
    return Button(text, DraftPress(draft=draft.id, version=draft.version, do=do, value=value).pack(), style)
