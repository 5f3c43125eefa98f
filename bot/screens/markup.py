"""Small change of HTML: escaped, cut and counted as Telegram does."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape, unescape

from locales.catalog import Html

NAME_LIMIT = 64
_TAG = re.compile(r"<[^>]*>")


def cut(text: str, limit: int) -> str:
    """At most `limit` characters; an ellipsis tells that there was more."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def one_line(text: str, limit: int) -> str:
    return cut(" ".join(text.split()), limit)


def escaped(text: str) -> Html:
    return Html(escape(text))


def link(address: str, text: str) -> Html:
    return Html(f'<a href="{escape(address)}">{escape(text)}</a>')


def mention(person_id: int, name: str) -> Html:
    """A name that opens the person's profile, and calls them where the message is new."""
    return link(f"tg://user?id={person_id}", one_line(name, NAME_LIMIT))


def lines(parts: Iterable[str], between: str = "\n") -> Html:
    """Pieces of HTML, each on a line of its own; the empty ones leave none."""
    return Html(between.join(part for part in parts if part))


def length(html: str) -> int:
    """Characters as Telegram counts them: after the tags and references have been read."""
    return len(unescape(_TAG.sub("", html)))
