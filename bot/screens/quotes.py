"""People's words inside the desk's own."""

from __future__ import annotations

from bot.screens.markup import escaped
from locales.catalog import Html

_FOLDED_FROM = 400


def quote(text: str) -> Html:
    """A block of its own; a longer one comes folded, and a tap opens it."""
    folded = " expandable" if len(text) > _FOLDED_FROM else ""
    return Html(f"<blockquote{folded}>{escaped(text)}</blockquote>")
