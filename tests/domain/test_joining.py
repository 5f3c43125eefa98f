"""Several waiting texts as one message: complete, in order, within the limits, formatted as they were."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.domain.content import Content, ContentKind, Message, Side
from bot.domain.joining import SEAM, fits, holder, joined, together
from bot.sandbox.utf16 import utf16_len, utf16_slice

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
KINDS = ("bold", "text_link", "custom_emoji")
words_of = st.text(alphabet="abc \n😀👍é<&я", min_size=1, max_size=40)
lengths = st.sampled_from([1, 2, 30, 60, 100])


@st.composite
def texts(draw: st.DrawFn) -> Content:
    """Words as Telegram delivers them: trimmed, with entities between whole characters."""
    words = (draw(words_of) * draw(lengths)).strip()[:4096].strip() or "x"
    bounds = st.integers(0, len(words) - 1)
    entities: list[dict[str, Any]] = []
    for begin, end in draw(st.lists(st.tuples(bounds, bounds), max_size=40)):
        first, last = sorted((begin, end))
        length = utf16_len(words[first : last + 1])
        entities.append({"type": draw(st.sampled_from(KINDS)), "offset": utf16_len(words[:first]), "length": length})
    return Content(ContentKind.TEXT, words, tuple(entities))


def message(content: Content | str, number: int = 1, **more: Any) -> Message:
    if isinstance(content, str):
        content = Content(ContentKind.TEXT, content)
    values: dict[str, Any] = {"author_id": 7, "side": Side.CUSTOMER, "chat_id": 7, "ticket": 17} | more
    return Message(number, message_id=number, content=content, at=NOW, **values)


def split(contents: list[Content]) -> list[list[Message]]:
    """As the outbox does it: the longest beginning, then the rest."""
    waiting = [message(content, number) for number, content in enumerate(contents)]
    groups = []
    while waiting:
        groups.append(together(waiting))
        waiting = waiting[len(groups[-1]) :]
    return groups


def marked(content: Content) -> list[tuple[str, str]]:
    return [(one["type"], utf16_slice(content.text, one["offset"], one["length"])) for one in content.entities]


@settings(deadline=None)
@given(st.lists(texts(), min_size=1, max_size=8))
@example([Content(ContentKind.TEXT, "x" * 2047)] * 2)
@example([Content(ContentKind.TEXT, "x" * 2048), Content(ContentKind.TEXT, "x" * 2047)])
@example([Content(ContentKind.TEXT, "x", ({"type": "bold", "offset": 0, "length": 1},) * 51)] * 2)
def test_nothing_is_lost_or_moved_and_every_message_fits(contents: list[Content]) -> None:
    groups = split(contents)
    assert [one.content for group in groups for one in group] == contents
    for group in groups:
        whole = joined([one.content for one in group])
        assert whole.text == SEAM.join(one.content.text for one in group)
        assert len(whole.text) <= 4096
        assert len(whole.entities) <= 100 or len(group) == 1, "Telegram drops what is above"
        assert marked(whole) == [entity for one in group for entity in marked(one.content)]


@settings(deadline=None)
@given(st.lists(texts(), min_size=1, max_size=8))
def test_no_message_is_shorter_than_it_must_be(contents: list[Content]) -> None:
    groups = split(contents)
    for group, following in pairwise(groups):
        assert not fits([*(one.content for one in group), following[0].content])


def test_two_texts_that_fill_a_message_are_one_and_one_character_more_is_too_much() -> None:
    assert len(together([message("x" * 2047), message("y" * 2047)])) == 2
    assert len(together([message("x" * 2047), message("y" * 2048)])) == 1


@pytest.mark.parametrize(
    "other",
    [
        message("b", reply_to=3),
        message("b", quote="b"),
        message("b", author_id=8),
        message("b", side=Side.REPLY),
        message("b", ticket=18),
        message(Content(ContentKind.PHOTO, "b", file_id="f")),
        message(Content(ContentKind.DICE, data={"emoji": "🎲", "value": 5})),
    ],
    ids=lambda other: f"{other.content.kind}",
)
def test_what_is_of_another_sort_stands_alone(other: Message) -> None:
    assert together([message("a"), other, message("c")]) == [message("a")]
    assert together([other, message("c")]) == [other]


def test_answers_to_the_same_words_are_one_message() -> None:
    answers = [message("a", reply_to=3, quote="why"), message("b", reply_to=3, quote="why")]
    assert together([*answers, message("c", reply_to=3)]) == answers


def test_no_more_is_looked_at_than_is_needed() -> None:
    looked_at: list[int] = []

    def waiting() -> Any:
        for number in range(9):
            looked_at.append(number)
            yield message("x" * 2000, number)

    assert len(together(waiting())) == 2
    assert looked_at == [0, 1, 2]


PARTS = [Content(ContentKind.TEXT, words) for words in ("ok 😀", "no, wrong", "ok", "fine")]


@pytest.mark.parametrize(
    ("words", "at", "part"),
    [("ok", 0, 0), ("😀", 3, 0), ("ok", 18, 2), ("o", 8, 1), ("fine", 22, 3), ("ok", 400, 2), ("ok\n", 18, None)],
)
def test_a_quote_is_of_the_part_in_which_it_stands(words: str, at: int, part: int | None) -> None:
    assert holder(PARTS, words, at) == part
