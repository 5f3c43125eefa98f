from __future__ import annotations

import html
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.entities import Entity, end
from bot.sandbox.errors import ApiError, bad_request, forbidden, not_found, too_many
from bot.sandbox.markup import (
    CAPTION,
    MESSAGE,
    detect,
    formatted,
    to_html,
    utf16_len,
    utf16_slice,
)

PARSE = "Bad Request: can't parse entities: "
FACE = "\U0001f600"


def refusal(text: str, mode: str | None = None, entities: object = None, limit: int = MESSAGE) -> str:
    with pytest.raises(ApiError) as caught:
        formatted(text, mode, entities, limit=limit)
    assert caught.value.code == 400
    return caught.value.description


def entity(kind: str, offset: int, length: int, **more: Any) -> Entity:
    return {"type": kind, "offset": offset, "length": length, **more}


@pytest.mark.parametrize(
    ("error", "code", "description"),
    [
        (bad_request("Message text is empty"), 400, "Bad Request: message text is empty"),
        (bad_request("TOPIC_CLOSED"), 400, "Bad Request: TOPIC_CLOSED"),
        (bad_request("X_INVALID"), 400, "Bad Request: X_INVALID"),
        (forbidden("bot was blocked by the user"), 403, "Forbidden: bot was blocked by the user"),
        (not_found(), 404, "Not Found"),
        (not_found("method not found"), 404, "Not Found: method not found"),
        (too_many(7), 429, "Too Many Requests: retry after 7"),
    ],
)
def test_a_description_is_a_prefix_and_a_sentence_with_its_first_letter_lowered(
    error: ApiError, code: int, description: str
) -> None:
    assert (error.code, error.description) == (code, description)


def test_only_a_flood_and_a_migration_carry_parameters() -> None:
    assert too_many(7).parameters == {"retry_after": 7}
    assert bad_request("x", migrate_to_chat_id=-100).parameters == {"migrate_to_chat_id": -100}
    assert bad_request("x").parameters == {}


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("a <b@c.de>", 'Unsupported start tag "b@c.de" at byte offset 2'),
        ("я <x>y</x>", 'Unsupported start tag "x" at byte offset 3'),
        ("<B/>", 'Unsupported start tag "b/" at byte offset 0'),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("a <", "Unclosed start tag at byte offset 2"),
        ("a <b", "Unclosed start tag at byte offset 2"),
        ("<a href", 'Unclosed start tag "a" at byte offset 0'),
        ("<a href=", 'Unclosed start tag "a" at byte offset 0'),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<b>x</b y>", "Unclosed end tag at byte offset 4"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<i>x", 'Can\'t find end tag corresponding to start tag "i"'),
        ("<b>x<I>", 'Can\'t find end tag corresponding to start tag "i"'),
        ('<a ="x">y</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<b />", 'Empty attribute name in the tag "b" at byte offset 0'),
        ("<a href=x/y>z</a>", "Unexpected end of name token at byte offset 8"),
        ("x<span>y</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 1'),
        ('<tg-emoji emoji-id="x">y</tg-emoji>', "Invalid custom emoji identifier specified"),
        ("<tg-emoji>y</tg-emoji>", "Invalid custom emoji identifier specified"),
        ('<tg-time unix="1" format="q">y</tg-time>', "Invalid date format used"),
        (
            "a&#xD83D;b",
            "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched "
            "surrogate code units",
        ),
    ],
)
def test_bad_html_is_refused_in_telegrams_words_with_byte_offsets(text: str, rest: str) -> None:
    assert refusal(text, "HTML") == PARSE + rest


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("<b>x</b>", "x", [entity("bold", 0, 1)]),
        ("<strong>x</strong>", "x", [entity("bold", 0, 1)]),
        ("<i>x</i><EM>y</Em>", "xy", [entity("italic", 0, 2)]),
        ("<u>x</u> <ins>y</ins>", "x y", [entity("underline", 0, 1), entity("underline", 2, 1)]),
        (
            "<s>x</s> <strike>y</strike> <del>z</del>",
            "x y z",
            [entity("strikethrough", n, 1) for n in (0, 2, 4)],
        ),
        ("<tg-spoiler>x</tg-spoiler>", "x", [entity("spoiler", 0, 1)]),
        ('<span class="tg-spoiler">x</span>', "x", [entity("spoiler", 0, 1)]),
        ("<a href='example.com'>x</a>", "x", [entity("text_link", 0, 1, url="http://example.com/")]),
        (
            '<a href="https://E.com/A?q=1&amp;r">x</a>',
            "x",
            [entity("text_link", 0, 1, url="https://e.com/A?q=1&r")],
        ),
        ('<a href="tg://user?id=42">x</a>', "x", [entity("text_mention", 0, 1, user={"id": 42})]),
        ('<a href="no host">x</a>', "x", []),
        ("<code>x</code>", "x", [entity("code", 0, 1)]),
        ('<code class="language-py">x</code>', "x", [entity("code", 0, 1)]),
        ("<pre>x</pre>", "x", [entity("pre", 0, 1)]),
        ('<pre><code class="language-py">x</code></pre>', "x", [entity("pre", 0, 1, language="py")]),
        ('<code class="language-py"><pre>x</pre></code>', "x", [entity("pre", 0, 1, language="py")]),
        ("<blockquote>x</blockquote>", "x", [entity("blockquote", 0, 1)]),
        ("<blockquote expandable>x</blockquote>", "x", [entity("expandable_blockquote", 0, 1)]),
        ('<tg-emoji emoji-id="5">x</tg-emoji>', "x", [entity("custom_emoji", 0, 1, custom_emoji_id="5")]),
        ('<tg-time unix="1700000000">x</tg-time>', "x", [entity("date_time", 0, 1, unix_time=1700000000)]),
        (
            '<tg-time unix="1700000000" format="tDw">x</tg-time>',
            "x",
            [entity("date_time", 0, 1, unix_time=1700000000, date_time_format="wDt")],
        ),
        ("<b>x</>", "x", [entity("bold", 0, 1)]),
        ("a<b></b>", "a", []),
        ("&lt;&gt;&amp;&quot; &#65;&#x42; &lt", '<>&" AB <', []),
        ("&nbsp;&copy; &", "&nbsp;&copy; &", []),
        (f"{FACE}<b>x</b>", f"{FACE}x", [entity("bold", 2, 1)]),
    ],
)
def test_every_tag_becomes_its_entity(source: str, text: str, entities: list[Entity]) -> None:
    assert formatted(source, "html", None) == (text, entities)


@pytest.mark.parametrize(
    ("source", "entities"),
    [
        ("<b>a<code>b</code>c</b>", [entity("bold", 0, 1), entity("code", 1, 1), entity("bold", 2, 1)]),
        ("<code>a<b>b</b></code>", [entity("code", 0, 2)]),
        ("<b>a<i>b</i></b>", [entity("bold", 0, 1), entity("bold", 1, 1), entity("italic", 1, 1)]),
        ("<b>a</b><b>b</b>", [entity("bold", 0, 2)]),
        (
            "<blockquote>a<b>b</b></blockquote>",
            [entity("blockquote", 0, 2), entity("bold", 1, 1)],
        ),
        ("<blockquote>a<blockquote>b</blockquote></blockquote>", [entity("blockquote", 0, 2)]),
    ],
)
def test_entities_that_may_not_nest_are_cut_or_dropped(source: str, entities: list[Entity]) -> None:
    assert formatted(source, "HTML", None)[1] == entities


@pytest.mark.parametrize(
    ("entities", "rest"),
    [
        (
            [entity("bold", 0, 2)],
            "entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at byte offset 5",
        ),
        ([entity("bold", 2, 1)], "entity begins in a middle of a UTF-16 symbol at byte offset 5"),
        ([entity("bold", 9, 1)], "entity begins after the end of the text at UTF-16 offset 9"),
        (
            [entity("bold", 1, 9)],
            "entity beginning at UTF-16 offset 1 ends after the end of the text at UTF-16 offset 10",
        ),
        ([entity("bold", -1, 1)], "receive an entity with incorrect offset -1"),
        ([entity("sparkling", 0, 1)], "can't parse MessageEntity: Unsupported type specified"),
        (["bold"], "can't parse MessageEntity: expected an Object"),
        ([{"type": "bold", "offset": 0}], "can't parse MessageEntity: Can't find field \"length\""),
        ([entity("text_link", 0, 1, url="x")], "entity URL 'x' is invalid: Wrong HTTP URL"),
    ],
)
def test_entities_that_do_not_fit_the_text_are_refused(entities: list[Any], rest: str) -> None:
    assert refusal(f"a{FACE}b", None, entities) == "Bad Request: " + rest


@pytest.mark.parametrize(
    ("text", "mode", "limit", "description"),
    [
        ("", None, MESSAGE, "Bad Request: message text is empty"),
        (" \n\t", None, MESSAGE, "Bad Request: text must be non-empty"),
        ("\u200b\u00a0\u2800", None, MESSAGE, "Bad Request: text must be non-empty"),
        ("<b></b>", "HTML", MESSAGE, "Bad Request: text must be non-empty"),
        ("я" * 16_385, None, MESSAGE, "Bad Request: text is too long"),
        ("a" * 4097, None, MESSAGE, "Bad Request: message is too long"),
        ("a" * 1025, None, CAPTION, "Bad Request: message caption is too long"),
        ("x", "BBCode", MESSAGE, "Bad Request: unsupported parse_mode"),
        (
            "x",
            "MarkdownV2",
            MESSAGE,
            "Bad Request: parse_mode MarkdownV2 is unsupported by the local Telegram",
        ),
        ("\ud83d", None, MESSAGE, "Bad Request: strings must be encoded in UTF-8"),
    ],
)
def test_texts_that_cannot_be_sent(text: str, mode: str | None, limit: int, description: str) -> None:
    assert refusal(text, mode, limit=limit) == description


def test_limits_count_code_points_after_parsing_and_trimming() -> None:
    assert formatted(FACE * 4096 + "\n ", None, None)[0] == FACE * 4096
    assert len(formatted("<b>" + "a" * 4096 + "</b>", "HTML", None)[0]) == 4096


def test_an_empty_caption_is_no_mistake() -> None:
    assert formatted("", "HTML", None, limit=CAPTION) == ("", [])
    assert formatted(" ", None, None, limit=CAPTION) == ("", [])


def test_text_is_cleaned_and_trimmed_and_its_entities_move_along() -> None:
    given_text = "\n\r a\tb\r\u202ec \n"
    assert formatted(given_text, None, [entity("bold", 7, 3)]) == ("a bc", [entity("bold", 3, 1)])


def test_a_run_of_direction_marks_keeps_only_its_last() -> None:
    assert formatted("a\u200f\u200e\u200fb", None, None)[0] == "a\u200c\u200c\u200fb"


def test_an_entity_holds_the_space_before_it_from_being_trimmed() -> None:
    assert formatted("  a ", None, [entity("bold", 1, 3)]) == (" a", [entity("bold", 0, 2)])


def test_an_entity_of_trailing_space_alone_is_dropped() -> None:
    assert formatted("a  ", None, [entity("bold", 1, 2)]) == ("a", [])


def test_parse_mode_wins_over_entities() -> None:
    notes: list[str] = []
    assert formatted("<i>x</i>", "HTML", [entity("bold", 0, 1)], note=notes.append)[1] == [entity("italic", 0, 1)]
    assert notes == ["entities given beside parse_mode are not read"]


def test_the_hundred_and_first_entity_is_dropped_without_an_error() -> None:
    notes: list[str] = []
    given_entities = [entity("code", 2 * n, 1) for n in range(101)]
    _, kept = formatted("a " * 101, None, given_entities, note=notes.append)
    assert kept == given_entities[:100]
    assert notes == ["1 entities over 100 dropped"]


@pytest.mark.parametrize("given_entities", ["[{", "bold", 5, None, pytest.param("[" * 200_000, id="deep")])
def test_entities_that_are_no_list_are_none(given_entities: object) -> None:
    assert formatted("x", None, given_entities) == ("x", [])


def test_entities_may_come_as_json_text() -> None:
    assert formatted("x", None, '[{"type": "bold", "offset": "0", "length": 1}]')[1] == [entity("bold", 0, 1)]


def test_entities_come_back_sorted() -> None:
    shuffled = [entity("code", 4, 1), entity("bold", 0, 1), entity("blockquote", 0, 3)]
    assert [found["type"] for found in formatted("a b c", None, shuffled)[1]] == [
        "blockquote",
        "bold",
        "code",
    ]


@pytest.mark.parametrize(
    ("text", "kind", "marked"),
    [
        ("/start abc", "bot_command", "/start"),
        ("say /help@acme_bot now", "bot_command", "/help@acme_bot"),
        ("see https://example.com/a?b=1.", "url", "https://example.com/a?b=1"),
        ("see (example.com/x)", "url", "example.com/x"),
        ("ask @anna_1!", "mention", "@anna_1"),
        (f"{FACE} #заявка, please", "hashtag", "#заявка"),
        ("write to anna@example.com.", "email", "anna@example.com"),
    ],
)
def test_telegram_finds_entities_in_plain_text(text: str, kind: str, marked: str) -> None:
    [found] = detect(text)
    assert found["type"] == kind
    assert utf16_slice(text, found["offset"], found["length"]) == marked
    assert formatted(text, None, None) == (text, [found])


@pytest.mark.parametrize("text", ["and/or", "1/2", "#1", "readme.txt", "a.b", "</b>", "@", "no-one@", "x/start"])
def test_what_only_looks_like_an_entity_stays_plain(text: str) -> None:
    assert detect(text) == []


def test_found_entities_give_way_to_given_ones() -> None:
    text = "/start example.com"
    assert formatted(text, None, [entity("code", 0, 6)])[1] == [entity("code", 0, 6), entity("url", 7, 11)]


def test_lengths_are_utf16_units() -> None:
    assert utf16_len(f"a{FACE}я") == 4
    assert utf16_slice(f"a{FACE}я", 1, 2) == FACE


@pytest.mark.parametrize(
    ("entities", "expected"),
    [
        ([entity("spoiler", 0, 1)], '<span class="spoiler">&lt;</span>&amp;'),
        ([entity("text_link", 0, 2, url="javascript:alert(1)")], '<span class="text_link">&lt;&amp;</span>'),
        (
            [entity("date_time", 0, 2, unix_time=0, date_time_format="r")],
            '<time datetime="1970-01-01T00:00:00+00:00" data-format="r">&lt;&amp;</time>',
        ),
        ([entity("pre", 0, 2, language='"x')], '<pre><code class="language-&quot;x">&lt;&amp;</code></pre>'),
    ],
)
def test_the_page_gets_html_that_is_safe(entities: list[Entity], expected: str) -> None:
    assert to_html("<&", entities) == expected


TEXTS = st.text(st.sampled_from(f"ab \n\r\t&<>\"'/я{FACE}\u200b\u202e.@#"), max_size=30)
KINDS = st.sampled_from(
    ["bold", "italic", "underline", "strikethrough", "code", "pre", "blockquote", "expandable_blockquote"]
)
ENTITIES = st.lists(st.builds(entity, KINDS, st.integers(0, 12), st.integers(0, 12)), max_size=6)
TAGS = """<b> </b> <i> </i> </> <pre> </pre> <code> </code> </span> </blockquote> </a> &lt; < > = " <a
<a\thref='x.de'> <span\tclass=tg-spoiler> <blockquote\texpandable> <tg-time\tunix='5'\tformat= </tg-time>
<tg-emoji\temoji-id=1> &#xd800; &#1114111; &#99999999;""".replace("\n", " ").split(" ")
HTML = st.lists(TEXTS | st.sampled_from(TAGS), max_size=12).map("".join)


def stays_inside(text: str, entities: list[Entity]) -> bool:
    return all(0 <= found["offset"] < end(found) <= utf16_len(text) for found in entities)


@given(HTML)
def test_the_parser_raises_nothing_but_api_errors(source: str) -> None:
    try:
        text, entities = formatted(source, "HTML", None)
    except ApiError:
        return
    assert stays_inside(text, entities)


@given(TEXTS, ENTITIES)
def test_entities_stay_inside_the_cleaned_text(source: str, entities: list[Entity]) -> None:
    try:
        text, kept = formatted(source, None, entities)
    except ApiError:
        return
    assert stays_inside(text, kept)
    assert formatted(text, None, kept) == (text, kept)


@given(TEXTS, ENTITIES)
def test_the_html_of_a_text_says_the_same_as_the_text(source: str, entities: list[Entity]) -> None:
    try:
        text, kept = formatted(source, None, entities)
    except ApiError:
        return
    shown = to_html(text, [found for found in kept if found["type"] not in ("mention", "hashtag", "bot_command")])
    assert formatted(shown, "HTML", None) == (text, kept)


@given(st.text(max_size=40))
def test_escaped_text_comes_through_unchanged(text: str) -> None:
    try:
        plain = formatted(text, None, None)
    except ApiError:
        return
    assert formatted(html.escape(text), "HTML", None) == plain
