"""Adjacent waiting texts as one message, which costs one unit of a group's budget instead of many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.domain.content import TEXT_LIMIT, Content, ContentKind, Message, utf16

SEAM = "\n\n"
"""Stands between two parts."""
ENTITY_LIMIT = 100
"""Of one message; Telegram drops the rest without a word."""


def together(messages: Iterable[Message]) -> list[Message]:
    """The longest beginning that can be one message, or the first alone.

    They are texts of one author, and answer the same words or nothing: so that none seems to say what another says.
    """
    taken: list[Message] = []
    for message in messages:
        if taken and not (_alike(taken[0], message) and fits([*(one.content for one in taken), message.content])):
            break
        taken.append(message)
    return taken


def fits(contents: Sequence[Content]) -> bool:
    """Whether one message can hold them all."""
    length = sum(len(content.text) for content in contents) + len(SEAM) * (len(contents) - 1)
    entities = sum(len(content.entities) for content in contents)
    texts = all(content.kind is ContentKind.TEXT for content in contents)
    return texts and length <= TEXT_LIMIT and entities <= ENTITY_LIMIT


def joined(contents: Sequence[Content]) -> Content:
    """One text of several, each with its own formatting."""
    entities = tuple(
        {**entity, "offset": entity["offset"] + begin}
        for content, begin in zip(contents, _beginnings(contents), strict=True)
        for entity in content.entities
    )
    return Content(ContentKind.TEXT, SEAM.join(content.text for content in contents), entities)


def holder(contents: Sequence[Content], words: str, at: int) -> int | None:
    """Which of the joined texts has these words, `at` so many UTF-16 units from the beginning of the whole.

    The last one that has them where an edit has moved them; None when no single one has them.
    """
    having = [index for index, content in enumerate(contents) if words in content.text]
    begins = _beginnings(contents)
    there = [index for index in having if begins[index] <= at < begins[index] + utf16(contents[index].text)]
    return max(there or having, default=None)


def _alike(one: Message, other: Message) -> bool:
    return (one.author_id, one.side, one.ticket, one.reply_to, one.quote) == (
        other.author_id, other.side, other.ticket, other.reply_to, other.quote,
    )  # fmt: skip


def _beginnings(contents: Sequence[Content]) -> list[int]:
    """Where each part begins, in UTF-16 units."""
    begins, at = [], 0
    for content in contents:
        begins.append(at)
        at += utf16(content.text) + utf16(SEAM)
    return begins
