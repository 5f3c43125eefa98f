"""The HTML of messages: a tag parser with tdlib's rules, error strings and byte offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.sandbox.entities import Entity, sort_key
from bot.sandbox.marks import KNOWN, Tag, close_code, marked, refused

SPACE = b" \t\r\n\x00\x0b"
NAMED = {b"lt": "<", b"gt": ">", b"amp": "&", b"quot": '"'}
_REFERENCE = re.compile(rb"&(?:#x([0-9A-Fa-f]*)|#([0-9]*)|([A-Za-z]*))")
_TOKEN = re.compile(rb"[A-Za-z0-9.\-]*")
_NAME_END = re.compile(rb"[ \t\r\n\x00\x0b>]")
_ATTRIBUTE_END = re.compile(rb"[ \t\r\n\x00\x0b=>/\"']")
_PLAIN = re.compile(rb"[^&<]+")


@dataclass
class _Parser:
    """``at`` is a byte position in ``source``; ``offset`` counts the UTF-16 units of the text made so far."""

    source: bytes
    at: int = 0
    offset: int = 0
    parts: list[str] = field(default_factory=list)
    open: list[Tag] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    def run(self) -> None:
        while self.at < len(self.source):
            plain = _PLAIN.match(self.source, self.at)
            if plain is not None:
                self.at = plain.end()
                self.put(plain.group().decode())
            elif self.source[self.at : self.at + 1] == b"&":
                self.put(self.reference() or self.take(1))
            elif self.peek(1) == b"/":
                self.end_tag()
            else:
                self.start_tag()
        if self.open:
            raise refused(f'Can\'t find end tag corresponding to start tag "{self.open[-1].name}"')

    def put(self, text: str) -> None:
        self.parts.append(text)
        self.offset += len(text) + sum(1 for character in text if character > "\uffff")

    def peek(self, ahead: int = 0) -> bytes:
        """One byte; empty behind the end."""
        return self.source[self.at + ahead : self.at + ahead + 1]

    def take(self, count: int) -> str:
        self.at += count
        return self.source[self.at - count : self.at].decode()

    def skip_space(self) -> None:
        while self.peek() and self.peek() in SPACE:
            self.at += 1

    def until(self, end: re.Pattern[bytes]) -> str:
        found = end.search(self.source, self.at)
        stop = found.start() if found else len(self.source)
        return self.take(stop - self.at)

    def reference(self) -> str:
        """The character of a reference, or nothing: it stays as typed. The semicolon may be missing."""
        found = _REFERENCE.match(self.source, self.at)
        if found is None:  # the pattern matches a lone ampersand too
            return ""
        hexadecimal, decimal, name = found.groups()
        if name is not None:
            character = NAMED.get(name, "")
        else:
            digits, base = (hexadecimal, 16) if hexadecimal is not None else (decimal, 10)
            code = int(digits, base) if 0 < len(digits) < 10 else 0
            character = chr(code) if 0 < code < 0x10FFFF and found.end() - self.at < 10 else ""
        if character:
            self.at = found.end()
            self.at += self.peek() == b";"
        return character

    def start_tag(self) -> None:
        begin = self.at
        self.at += 1
        name = _lower(self.until(_NAME_END))
        if not self.peek():
            raise refused(f"Unclosed start tag at byte offset {begin}")
        if name not in KNOWN:
            raise refused(f'Unsupported start tag "{name}" at byte offset {begin}')
        attributes: dict[str, str] = {}
        self.skip_space()
        while self.peek() != b">":
            key, value = self.attribute(name, begin)
            attributes[key] = value
            self.skip_space()
        self.at += 1
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise refused(f'Tag "span" must have class "tg-spoiler" at byte offset {begin}')
        self.open.append(Tag(name, attributes, self.offset, len(self.parts)))

    def attribute(self, tag: str, begin: int) -> tuple[str, str]:
        name = self.until(_ATTRIBUTE_END)
        if not name:
            raise refused(f'Empty attribute name in the tag "{tag}" at byte offset {begin}')
        self.skip_space()
        unclosed = refused(f'Unclosed start tag "{tag}" at byte offset {begin}')
        if self.peek() != b"=":
            if not self.peek():
                raise unclosed
            return name, ""
        self.at += 1
        self.skip_space()
        if not self.peek():
            raise unclosed
        value = self.quoted() if self.peek() in b"\"'" else self.token()
        if not self.peek():
            raise refused(f"Unclosed start tag at byte offset {begin}")
        return name, value

    def token(self) -> str:
        begin = self.at
        found = _TOKEN.match(self.source, begin)
        value = self.take(len(found.group()) if found else 0)
        if self.peek() != b">" and self.peek() not in SPACE:
            raise refused(f"Unexpected end of name token at byte offset {begin}")
        return _lower(value)

    def quoted(self) -> str:
        quote = self.take(1).encode()
        ends = re.compile(rb"[&" + quote + rb"]")
        value = self.until(ends)
        while self.peek() == b"&":
            value += self.reference() or self.take(1)
            value += self.until(ends)
        self.at += self.peek() == quote
        return value

    def end_tag(self) -> None:
        begin = self.at
        if not self.open:
            raise refused(f"Unexpected end tag at byte offset {begin}")
        self.at += 2
        name = _lower(self.until(_NAME_END))
        self.skip_space()
        if self.peek() != b">":
            raise refused(f"Unclosed end tag at byte offset {begin}")
        self.at += 1
        tag = self.open[-1]
        if name and name != tag.name:
            raise refused(f'Unmatched end tag at byte offset {begin}, expected "</{tag.name}>", found "</{name}>"')
        if self.offset > tag.offset:
            self.close(tag)
        self.open.pop()

    def close(self, tag: Tag) -> None:
        extent = {"offset": tag.offset, "length": self.offset - tag.offset}
        if tag.name in ("pre", "code"):
            close_code(tag, extent, self.entities)
        elif found := marked(tag, "".join(self.parts[tag.begin :])):
            self.entities.append({**found, **extent})


def _lower(name: str) -> str:
    """ASCII only, as tag names are compared."""
    return name.encode().lower().decode()


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """The text and its entities, sorted; refused with ``can't parse entities: ...`` when the HTML is bad.

    Named references other than lt, gt, amp and quot stay as typed; an entity around nothing is dropped.
    """
    parser = _Parser(source.encode())
    parser.run()
    text = "".join(parser.parts)
    try:
        text.encode()
    except UnicodeEncodeError:
        raise refused(
            "Text contains invalid Unicode characters after decoding HTML entities, "
            "check for unmatched surrogate code units"
        ) from None
    for entity in parser.entities:
        if entity["type"] == "code":
            entity.pop("language", None)
    return text, sorted(parser.entities, key=sort_key)
