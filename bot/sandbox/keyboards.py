"""Keyboards under messages: read, checked, cut, and given back as Telegram would store them."""

from __future__ import annotations

import json
from typing import Any

from bot.sandbox.buttons import inline_button, reply_button
from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.fields import BadFieldError, Object, array, boolean, parsed, string
from bot.sandbox.strict import Note, nowhere

INLINE_ROW = 8
"""Buttons of an inline row (reported by developers; tdlib itself cuts at 12)."""
REPLY_ROW = 12
MOST_BUTTONS = 100
"""Of an inline keyboard, as developers report; tdlib cuts at 300."""
MOST_BYTES = 10_240
_CUT = 300
_PLACEHOLDER = 64


def keyboard(
    markup: object, *, private: bool, inline_only: bool = False, note: Note = nowhere
) -> dict[str, Any] | None:
    """The keyboard of a call's ``reply_markup`` (an object or its JSON text), or None if it is none.

    ``private`` tells the chat's type, on which some buttons depend; ``inline_only`` is for edits. Buttons
    over the width of a row and those without text are dropped; ``note`` hears of it.
    """
    value = _decoded(markup)
    if value is None:
        return None
    if not isinstance(value, dict):
        raise bad_request("Object expected as reply markup")
    try:
        return _keyboard(value, private, inline_only, note)
    except BadFieldError as error:
        raise bad_request(str(error)) from None


def _decoded(markup: object) -> object:
    if markup is None or markup == "":
        return None
    if not isinstance(markup, str):
        return markup
    try:
        return parsed(markup)
    except ValueError:
        raise bad_request("Can't parse reply keyboard markup JSON object") from None


def _keyboard(value: Object, private: bool, inline_only: bool, note: Note) -> Object | None:
    reply_rows = _rows(value, "keyboard", 'Field "keyboard" must be an Array of Arrays')
    inline_rows = _rows(
        value,
        "inline_keyboard",
        'Field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
    )
    shared = _flags(value, "selective") | _placeholder(value, note)
    if reply_rows or not inline_rows:
        other = _reply(value, reply_rows, private, note) if reply_rows else _bare(value)
        if other is not None and inline_only:
            raise bad_request("Inline keyboard expected")
        return None if other is None else other | shared
    rows = [[inline_button(button, private=private) for button in row] for row in inline_rows]
    kept = _cut(rows, INLINE_ROW, note)
    _measure(kept)
    return {"inline_keyboard": kept, **_flags(value, "force_reply")} if kept else None


def _rows(value: Object, name: str, sentence: str) -> list[list[Any]]:
    rows = array(value, name)
    if not all(isinstance(row, list) for row in rows):
        raise bad_request(sentence)
    return rows


def _reply(value: Object, rows: list[list[Any]], private: bool, note: Note) -> Object | None:
    kept = _cut([[reply_button(button, private=private) for button in row] for row in rows], REPLY_ROW, note)
    flags = _flags(value, "is_persistent", "resize_keyboard", "one_time_keyboard", "force_reply")
    return {"keyboard": kept, **flags} if kept else None


def _bare(value: Object) -> Object | None:
    """Without buttons: take the keyboard away, or ask for a reply."""
    for name in ("remove_keyboard", "force_reply"):
        if boolean(value, name):
            return {name: True}
    return None


def _flags(value: Object, *names: str) -> Object:
    return {name: True for name in names if boolean(value, name)}


def _placeholder(value: Object, note: Note) -> Object:
    text = string(value, "input_field_placeholder")
    if len(text) > _PLACEHOLDER:
        note(f"input_field_placeholder over {_PLACEHOLDER} characters")
    return {"input_field_placeholder": text} if text else {}


def _cut(rows: list[list[Object]], width: int, note: Note) -> list[list[Object]]:
    room = _CUT
    kept = []
    for row in rows:
        named = [button for button in row if button["text"] or "icon_custom_emoji_id" in button]
        if len(named) < len(row):
            note("a button without text dropped")
        if len(named) > min(width, room):
            note(f"a row of {len(named)} buttons cut to {min(width, room)}")
        kept.append(named[: min(width, room)])
        room -= len(kept[-1])
    return [row for row in kept if row]


def _measure(rows: list[list[Object]]) -> None:
    """What the cloud refuses in the end, after all checks of the button's form."""
    buttons = [button for row in rows for button in row]
    size = len(json.dumps(rows, ensure_ascii=False).encode())
    if len(buttons) > MOST_BUTTONS or size > MOST_BYTES:
        raise bad_request("reply markup is too long")
    for button in buttons:
        _check_content(button)


def _check_content(button: Object) -> None:
    if len(button.get("callback_data", "").encode()) > 64:
        raise ApiError(400, "Bad Request: BUTTON_DATA_INVALID")
    if "copy_text" in button and not 1 <= len(button["copy_text"]["text"]) <= 256:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
