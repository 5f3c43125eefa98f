"""Saying words again: nothing is lost, and formatting stays on the words it was on."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.domain.content import FILES, Content, ContentKind, utf16
from bot.sandbox.utf16 import utf16_len, utf16_slice
from bot.screens.relay import described, header, quoted, relayed
from tests.screens.builders import HOSTILE, READERS, reader, text

LIMITS = {ContentKind.TEXT: 4096} | dict.fromkeys(FILES, 1024)
letters = st.text(alphabet="abc \n😀👍é<&я", min_size=1, max_size=40)
lengths = st.integers(min_value=1, max_value=400)


@st.composite
def written(draw: st.DrawFn) -> Content:
    """Words as Telegram delivers them: trimmed, with entities between whole characters."""
    words = (draw(letters) * draw(lengths)).strip() or "x"
    bounds = st.integers(0, len(words) - 1)
    entities: list[dict[str, Any]] = []
    for begin, end in draw(st.lists(st.tuples(bounds, bounds), max_size=4)):
        first, last = sorted((begin, end))
        marked = words[first : last + 1]
        entities.append({"type": "bold", "offset": utf16_len(words[:first]), "length": utf16_len(marked)})
    kind = draw(st.sampled_from([ContentKind.TEXT, ContentKind.PHOTO]))
    return Content(kind, words, tuple(entities), file_id="f")


def marked(content: Content) -> list[str]:
    return [utf16_slice(content.text, entity["offset"], entity["length"]) for entity in content.entities]


def dense(words: str) -> str:
    """Without the white space, which alone may go where a text is broken."""
    return "".join(words.split())


@given(written(), st.sampled_from([None, "#17 · ", "😀 "]))
@example(Content(ContentKind.TEXT, ("a" * 4000 + "  ") * 2 + "a", file_id="f"), None).via("two spaces at the seams")
def test_no_word_is_lost_and_every_part_fits(content: Content, before: str | None) -> None:
    parts = relayed(content, before)
    assert dense("".join(part.text for part in parts)) == dense((before or "") + content.text)
    for part in parts:
        assert 1 <= len(part.text) <= LIMITS[part.kind]
        assert part.text == part.text.strip()
    assert parts[0].kind is content.kind
    assert parts[0].file_id == "f"
    assert all(part.kind is ContentKind.TEXT for part in parts[1:])


@given(written(), st.sampled_from([None, "#17 · ", "😀 "]))
def test_formatting_stays_on_its_words(content: Content, before: str | None) -> None:
    parts = relayed(content, before)
    said = dense("".join(words for part in parts for words in marked(part)))
    assert sorted(said) == sorted(dense("".join(marked(content))))
    for part in parts:
        for entity in part.entities:
            assert 0 <= entity["offset"] < entity["offset"] + entity["length"] <= utf16_len(part.text)
            assert "\ufffd" not in utf16_slice(part.text, entity["offset"], entity["length"])


@given(st.text())
def test_lengths_are_counted_as_telegram_does(words: str) -> None:
    assert utf16(words) == len(words.encode("utf-16-le", "surrogatepass")) // 2


def test_a_header_moves_the_formatting_along() -> None:
    (said,) = relayed(text("😀 bold", {"type": "bold", "offset": 3, "length": 4}), header(17))
    assert said.text == "#17 · 😀 bold"
    assert marked(said) == ["bold"]


def test_without_a_header_the_content_is_said_as_it_is() -> None:
    content = Content(ContentKind.PHOTO, "look", file_id="f", data={"spoiler": True})
    assert relayed(content) == (content,)
    assert relayed(text("x" * 4096)) == (text("x" * 4096),)


@pytest.mark.parametrize("kind", sorted(set(ContentKind) - FILES - {ContentKind.TEXT} | {ContentKind.VIDEO_NOTE}))
def test_what_has_no_caption_follows_its_header(kind: ContentKind) -> None:
    content = Content(kind, file_id="f")
    assert relayed(content, header(17)) == (text("#17"), content)
    assert relayed(content) == (content,)


def test_a_long_caption_goes_on_as_text() -> None:
    content = Content(ContentKind.PHOTO, "a" * 1000 + "\n\n" + "b" * 24, file_id="f")
    assert [(part.kind, part.text) for part in relayed(content, header(17))] == [
        (ContentKind.PHOTO, "#17 · " + "a" * 1000),
        (ContentKind.TEXT, "b" * 24),
    ]


@pytest.mark.parametrize(
    ("words", "head"),
    [
        ("a " * 2000 + "\n\n" + "b\n" * 40 + "c " * 100, "a " * 1999 + "a"),
        ("a " * 2000 + "\n" + "b " * 100, "a " * 1999 + "a"),
        ("a" * 3000 + " " + "b" * 3000, "a" * 3000),
        ("\n" + "a" * 6000, "\n" + "a" * 4071),
        ("👨‍👩‍👧" * 1000, "👨‍👩‍👧" * 814),
        ("👍🏽" * 2500, "👍🏽" * 2036),
        ("a" + "🇩🇪" * 2500, "a" + "🇩🇪" * 2035),
        ("a" + "e\u0301" * 2500, "a" + "e\u0301" * 2035),
    ],
)
def test_a_text_breaks_at_a_paragraph_a_line_or_a_word(words: str, head: str) -> None:
    assert relayed(text(words))[0].text.rstrip(" ") == head


def test_what_nobody_would_see_is_no_message_of_its_own() -> None:
    """Telegram refuses it as empty."""
    assert relayed(text("x" * 4000 + "\u200b" * 96), header(17)) == (text("#17 · " + "x" * 4000 + "\u200b" * 72),)


@pytest.mark.parametrize("each", READERS, ids=lambda each: each.language)
@pytest.mark.parametrize("kind", ContentKind)
def test_everything_can_be_described_in_one_line(kind: ContentKind, each: Any) -> None:
    line = described(each, Content(kind, HOSTILE + "\n" + "long " * 99, file_name="report.pdf"))
    assert line
    assert "\n" not in line
    assert len(line) < 500


def test_a_description_says_what_it_is_and_what_stands_under_it() -> None:
    assert described(reader(), text("Hello\nthere")) == "Hello there"
    assert described(reader(), Content(ContentKind.VOICE)) == "Voice message"
    document = Content(ContentKind.DOCUMENT, "see line 5", file_name="a.log")
    assert described(reader("ru"), document) == "Файл: a.log: see line 5"


def test_a_quote_has_the_formatting_of_its_words_counted_from_its_beginning() -> None:
    bold, link = {"type": "bold", "offset": 3, "length": 5}, {"type": "text_link", "offset": 9, "length": 4, "url": "u"}
    content = text("😀 green card", bold, link)
    assert quoted(content, "een ca") == ({"type": "bold", "offset": 0, "length": 3},)
    assert quoted(content, "card") == ()
    assert quoted(content, "blue") is None
