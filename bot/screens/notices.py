"""The desk's own sentences: a notice becomes a letter, a refusal becomes words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from bot.domain.errors import Refusal
from bot.domain.statements import Notice
from bot.domain.ticket import Field
from bot.screens.context import Reader
from bot.screens.keyboards import keyboard
from bot.screens.letter import Letter
from bot.screens.markup import NAME_LIMIT, cut, lines, mention, one_line
from bot.screens.periods import day, moment
from locales.catalog import Html, Value

POPUP_LIMIT = 200
MOST_CALLED = 20
MOST_LINES = 40
_VALUE_LIMIT = 3000
_NAMES = ("name", "by", "before", "executor", "company")


def letter(reader: Reader, notice: Notice) -> Letter:
    """The notice in the reader's language, with its buttons; also for refusals, whose keys and values fit.

    `lines` in its values are sentences of their own below it: key and values of each.
    """
    values = notice.values if notice.number is None else {"number": notice.number, **notice.values}
    leads, below = values.get("leads", ()), values.get("lines", ())
    html = sentence(reader, notice.key, {key: value for key, value in values.items() if key not in ("leads", "lines")})
    html = lines((html, *(sentence(reader, key, of_line) for key, of_line in below[:MOST_LINES])))
    if leads:
        called = Html(", ".join(mention(*lead) for lead in leads[:MOST_CALLED]))
        html = lines((html, reader.html("staff-leads-called", leads=called)))
    return Letter(html, keyboard=keyboard(reader, notice), reply_to=notice.reply_to)


def sentence(reader: Reader, key: str, values: Mapping[str, Any]) -> Html:
    """A text with the values of a notice or a refusal.

    `person` makes `name` a mention; `numbers` is a list of tickets; what a field was corrected to is named in words, a
    date in the reader's way.
    """
    return reader.html(key, **_worded(reader, values))


def popup(reader: Reader, refusal: Refusal) -> str:
    """The refusal as the answer to a button press: plain text within Telegram's 200 characters."""
    return cut(reader.text(refusal.key, **_worded(reader, refusal.values)), POPUP_LIMIT)


def _worded(reader: Reader, values: Mapping[str, Any]) -> dict[str, Value]:
    worded = {key: _short(reader, key, value) for key, value in values.items()}
    if "person" in values:
        worded["name"] = mention(values["person"], values["name"])
    if values.get("field") == Field.KIND:
        worded["value"] = reader.text("kind", kind=values["value"])
    return worded


def _short(reader: Reader, key: str, value: Any) -> Value:
    match value:
        case datetime():
            return moment(reader, value)
        case date():
            return day(reader, value)
        case dict():
            return one_line(value.get(reader.language) or next(iter(value.values()), ""), NAME_LIMIT)
        case [*numbers]:
            return ", ".join(f"#{number}" for number in numbers)
        case str() if key in _NAMES:
            return one_line(value, NAME_LIMIT)
        case str():
            return cut(value, _VALUE_LIMIT)
        case int() | float():
            return value
        case _:
            raise TypeError(f"a notice cannot say {key}={value!r}")
