"""UTF-16 arithmetic: Telegram counts offsets of entities in UTF-16 units, but its limits in code points."""

from __future__ import annotations


def widen(text: str) -> str:
    """One character per UTF-16 unit: the halves of a pair stand apart, so indices are Telegram's offsets."""
    if text.isascii() or max(text) <= "\uffff":
        return text
    return "".join(map(chr, memoryview(text.encode("utf-16-le", "surrogatepass")).cast("H")))


def narrow(units: str) -> str:
    """The reverse of ``widen``; a half without its other half becomes U+FFFD."""
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def utf16_len(text: str) -> int:
    """The length of ``text`` as an entity counts it."""
    return len(text) + sum(1 for character in text if character > "\uffff")


def utf16_slice(text: str, offset: int, length: int) -> str:
    """The part of ``text`` that an entity with this offset and length marks."""
    return narrow(widen(text)[offset : offset + length])


def is_half(units: str, offset: int) -> bool:
    """Whether ``offset`` lies in the middle of a character of the widened text."""
    return 0 < offset < len(units) and "\udc00" <= units[offset] <= "\udfff"
