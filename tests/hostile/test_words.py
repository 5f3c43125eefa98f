"""Words arrive on the other side as they were written, formatting and all, in both directions."""

from __future__ import annotations

from typing import Any

import pytest

from bot.sandbox.entities import Entity
from bot.sandbox.utf16 import utf16_len, utf16_slice
from bot.sandbox.views import Message
from tests.hostile.sides import both, carried
from tests.journeys.talk import Talk

WORDS = [
    "<b>bold</b> &amp; &lt;i&gt; &nbsp; &#128512; &unknown;",
    '<b> <i>unclosed <a href="x">',
    "</> </b> a <b@c.de> << >> <!-- --> <?xml?>",
    "*_`[x](y)~|{ $number } {-brand} %s %(x)s \\n {{0}}",
    "😀" * 2048,
    "שלום \u2067עולם\u2069 and \u200eback\u200f مرحبا",
    "zero\u200bwidth\u200cjoin\u200der\ufeff \u2060",
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢" * 20,
    "👩‍👩‍👧‍👦🏳️‍🌈🏴󠁧󠁢󠁥󠁮󠁧󠁿👍🏽🇩🇪1️⃣",
    "x" * 4096,
    "\u202b" + "я" * 4094,
    "/" "",
    "#1 @anna $USD https://example.org/?a=1&b=2 +4915112345678 a@b.co",
]  # fmt: skip


def mark(words: str, part: str, kind: str, **more: Any) -> Entity:
    return {"type": kind, "offset": utf16_len(words[: words.index(part)]), "length": utf16_len(part), **more}


RICH = "😀 bold nested link Anna code pre hidden 👍🏽 at noon\nquoted\nfolded words"


def marks(talk: Talk) -> list[Entity]:
    return [
        mark(RICH, "bold nested", "bold"),
        mark(RICH, "nested", "italic"),
        mark(RICH, "nested", "underline"),
        mark(RICH, "link", "text_link", url="https://example.org/?a=1&b=%22"),
        mark(RICH, "Anna", "text_mention", user=talk.anna.account.user()),
        mark(RICH, "code", "code"),
        mark(RICH, "pre", "pre", language="python"),
        mark(RICH, "hidden", "spoiler"),
        mark(RICH, "👍🏽", "custom_emoji", custom_emoji_id="5368324170671202286"),
        mark(RICH, "at noon", "date_time", unix_time=1_790_000_000, date_time_format="wDT"),
        mark(RICH, "quoted", "blockquote"),
        mark(RICH, "folded words", "expandable_blockquote"),
    ]


Look = tuple[int, str, str]


def looks(entities: list[Entity]) -> set[Look]:
    """How each UTF-16 unit looks. Telegram itself takes nested formatting into pieces."""
    return {
        (unit, entity["type"], str({name: value for name, value in entity.items() if name not in ("offset", "length")}))
        for entity in entities
        for unit in range(entity["offset"], entity["offset"] + entity["length"])
    }


def shifted(entities: list[Entity], by: int) -> list[Entity]:
    return [entity | {"offset": entity["offset"] + by} for entity in entities]


def as_telegram_keeps_it(words: str) -> str:
    """It takes some bidi controls out of whatever a bot sends."""
    return words.replace("\u202b", "")


async def test_whatever_is_written_is_read_as_it_is(talk: Talk) -> None:
    for side in both(talk):
        for words in WORDS:
            if words == "/" and side.who is not talk.anna:
                continue
            (shown,) = await side.arrived({"text": words})
            assert shown.text == as_telegram_keeps_it(words)
            given = [one for one in shown.entities if one["type"] in ("bold", "italic", "text_link", "code")]
            assert given == [], words


async def test_formatting_arrives_as_it_was(talk: Talk) -> None:
    for side in both(talk):
        (shown,) = await side.arrived({"text": RICH, "entities": marks(talk)})
        assert (shown.text, looks(shown.entities)) == (RICH, looks(marks(talk)))
        caption = side.media("photo", RICH, caption_entities=marks(talk))
        (shown,) = await side.arrived(caption)
        assert (shown.text, looks(shown.entities)) == (RICH, looks(marks(talk)))


async def test_formatting_stays_in_place_behind_the_number_and_after_an_edit(talk: Talk) -> None:
    await talk.another_request()
    _, ivan = both(talk)
    (shown,) = await ivan.arrived({"text": RICH, "entities": marks(talk)})
    before = "#1 · "
    assert (shown.text, looks(shown.entities)) == (before + RICH, looks(shifted(marks(talk), utf16_len(before))))
    (shown,) = await ivan.arrived(ivan.media("video", RICH, caption_entities=marks(talk)))
    assert (shown.text, looks(shown.entities)) == (before + RICH, looks(shifted(marks(talk), utf16_len(before))))


async def test_formatting_goes_on_where_a_text_is_broken(talk: Talk) -> None:
    """Together the parts have all of the words, and every word looks as it did."""
    await talk.another_request()
    _, ivan = both(talk)
    words = ("w😀rd " * 1000)[:4094]
    whole = {"type": "bold", "offset": 0, "length": utf16_len(words)}
    link = {"type": "text_link", "offset": utf16_len(words[:3990]), "length": utf16_len(words[3990:])}
    parts = await ivan.arrived({"text": words, "entities": [whole, link | {"url": "https://example.org/"}]})
    assert " ".join(part.text for part in parts) == "#1 · " + words
    assert "".join(styled(part, "bold") for part in parts).replace(" ", "") == words.replace(" ", "")
    assert "".join(styled(part, "text_link") for part in parts).replace(" ", "") == words[3990:].replace(" ", "")


def styled(message: Message, kind: str) -> str:
    found = [entity for entity in message.entities if entity["type"] == kind]
    return "".join(utf16_slice(message.text, one["offset"], one["length"]) for one in found)


@pytest.mark.parametrize("sign", ["👨‍👩‍👧‍👦", "👍🏽", "🇩🇪", "Z͑ͫ̓"])
async def test_a_text_without_a_space_is_not_broken_inside_a_sign(talk: Talk, sign: str) -> None:
    await talk.another_request()
    _, ivan = both(talk)
    words = sign * (4096 // len(sign))
    parts = [part.text for part in await ivan.arrived({"text": words})]
    assert "".join(parts) == "#1 · " + words
    for part in parts:
        assert part.removeprefix("#1 · ").replace(sign, "") == ""


async def test_a_reply_to_what_has_been_deleted_arrives_without_it(talk: Talk) -> None:
    for side in both(talk):
        (shown,) = await side.arrived({"text": "the first"})
        answered = side.here.messages[-1]
        await side.who.delete(shown)
        (second,) = await side.arrived({"text": "the second"}, reply_to=answered)
        assert (second.text, second.reply_to) == ("the second", None)


async def test_a_quote_with_formatting_points_at_the_same_words(talk: Talk) -> None:
    words = "😀 first line\nsecond <b> line"
    bold = mark(words, "second", "bold")
    (copy,) = await next(both(talk)).arrived({"text": words, "entities": [bold]})
    answer = await talk.ivan.say("which?", topic=talk.topic, reply_to=copy, quote="second <b>")
    await talk.settle()
    assert (talk.anna.chat.last.text, talk.anna.chat.last.quote) == (answer.text, "second <b>")


async def test_a_long_text_that_is_deleted_and_then_edited_is_said_anew_whole(talk: Talk) -> None:
    anna, _ = both(talk)
    words = "x" * 4095
    (shown,) = await anna.arrived({"text": words})
    written = talk.anna.chat.messages[-1]
    await talk.lena.delete(shown)
    before = talk.topic.last
    await talk.anna.edit(written, text="y" * 4096)
    await talk.later()
    new = [message.text for message in talk.topic.messages if message.id > before.id and message.by_bot]
    assert "".join(new) == "y" * 4096


async def test_a_kind_of_formatting_that_telegram_refuses_costs_the_formatting_only(talk: Talk) -> None:
    for side in both(talk):
        (shown,) = await side.arrived({"text": "new", "entities": [{"type": "hologram", "offset": 0, "length": 3}]})
        assert carried(shown) == {"text": "new"}
