"""What the catalogue promises to everybody who takes a text from it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from locales.catalog import Catalog, Html, MissingText

EN = """\
hello = Hello, { $name }!
quoted = <blockquote>{ $text }</blockquote>
link = <a href="{ $address }">here</a>
number = #{ $number }
grouped = { NUMBER($number, useGrouping: 1) }
messages = { $count ->
    [one] { $count } message
   *[other] { $count } messages
}
when = { DATETIME($at, dateStyle: "medium", timeStyle: "short") }
-brand = Deskgram
brand = { -brand }: { hello }
shape = { $kind ->
    [question] A question
   *[other] Something of { $name }
}
"""
RU = """\
hello = Здравствуйте, { $name }!
messages = { $count ->
    [one] { $count } сообщение
    [few] { $count } сообщения
   *[many] { $count } сообщений
}
when = { DATETIME($at, dateStyle: "medium", timeStyle: "short") }
"""


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    for language, texts in {"en": EN, "ru": RU}.items():
        (tmp_path / language).mkdir()
        (tmp_path / language / "main.ftl").write_text(texts, "utf-8")
    return Catalog(["en", "ru"], folder=tmp_path)


def test_a_text_is_in_the_language_asked_for(catalog: Catalog) -> None:
    assert catalog.text("en", "hello", name="Anna") == "Hello, Anna!"
    assert catalog.text("ru", "hello", name="Анна") == "Здравствуйте, Анна!"


@pytest.mark.parametrize(
    ("code", "language"),
    [("ru-RU", "ru"), ("RU", "ru"), ("en-GB", "en"), ("de", "en"), ("", "en"), (None, "en")],
)
def test_a_language_code_is_taken_by_its_prefix_and_an_unknown_one_is_the_default(
    catalog: Catalog, code: str | None, language: str
) -> None:
    assert catalog.language(code) == language
    assert catalog.text(code, "hello", name="A") == catalog.text(language, "hello", name="A")


def test_the_default_language_can_be_another(tmp_path: Path, catalog: Catalog) -> None:
    assert Catalog(["en", "ru"], default="ru", folder=tmp_path).language("de") == "ru"


def test_a_default_that_nobody_has_translated_is_refused() -> None:
    with pytest.raises(MissingText, match="'de'"):
        Catalog(["en"], default="de")


@pytest.mark.parametrize("key", ["no-such-key", "-brand", "brand.title"])
def test_an_unknown_key_is_an_error_and_never_printed(catalog: Catalog, key: str) -> None:
    with pytest.raises(MissingText, match=f"en: no text '{key}'"):
        catalog.text("en", key)


def test_a_key_that_only_another_language_has_is_an_error(catalog: Catalog) -> None:
    with pytest.raises(MissingText, match="ru: no text 'quoted'"):
        catalog.html("ru", "quoted", text="x")


@pytest.mark.parametrize("key", ["hello", "brand", "messages", "when"])
def test_a_missing_variable_is_an_error(catalog: Catalog, key: str) -> None:
    with pytest.raises(MissingText, match=f"en: {key}: "):
        catalog.text("en", key)


def test_a_variable_that_the_chosen_variant_does_not_need_may_be_missing(catalog: Catalog) -> None:
    assert catalog.text("en", "shape", kind="question") == "A question"
    with pytest.raises(MissingText, match="name"):
        catalog.text("en", "shape", kind="change")


def test_no_invisible_mark_stands_around_a_value(catalog: Catalog) -> None:
    assert catalog.text("en", "brand", name="Anna").isprintable()


def test_a_value_as_long_as_the_longest_description_arrives_whole(catalog: Catalog) -> None:
    description = "<" * 4_000
    assert catalog.text("en", "hello", name=description) == f"Hello, {description}!"
    assert catalog.html("en", "quoted", text=description).count("&lt;") == 4_000


def test_html_escapes_what_people_wrote(catalog: Catalog) -> None:
    assert catalog.html("en", "quoted", text='</blockquote> & "x"') == (
        "<blockquote>&lt;/blockquote&gt; &amp; &quot;x&quot;</blockquote>"
    )
    assert catalog.html("en", "link", address='x" onclick="y').count('"') == 2


def test_html_lets_through_what_is_html_already_and_its_own_result_is(catalog: Catalog) -> None:
    inner = catalog.html("en", "quoted", text="<")
    assert isinstance(inner, Html)
    outer = catalog.html("en", "quoted", text=inner)
    assert outer == "<blockquote><blockquote>&lt;</blockquote></blockquote>"


def test_plain_text_is_not_escaped(catalog: Catalog) -> None:
    assert catalog.text("en", "hello", name="<A&B>") == "Hello, <A&B>!"


def test_numbers_have_no_separators_unless_the_text_wants_them(catalog: Catalog) -> None:
    assert catalog.text("en", "number", number=1_234_567) == "#1234567"
    assert catalog.html("en", "number", number=1234.5) == "#1234.5"
    assert catalog.text("en", "grouped", number=1_234_567) == "1,234,567"


@pytest.mark.parametrize(
    ("count", "text"),
    [(1, "1 сообщение"), (3, "3 сообщения"), (11, "11 сообщений"), (1021, "1021 сообщение")],
)
def test_russian_plurals_are_right(catalog: Catalog, count: int, text: str) -> None:
    assert catalog.text("ru", "messages", count=count) == text


def test_a_time_is_shown_in_the_zone_it_comes_in(catalog: Catalog) -> None:
    at = datetime(2026, 11, 21, 10, 5, tzinfo=ZoneInfo("Europe/Moscow"))
    # The language's own narrow spaces are read as spaces here.
    assert catalog.text("en", "when", at=at).replace("\u202f", " ") == "Nov 21, 2026, 10:05 AM"
    assert catalog.text("ru", "when", at=at).replace("\u202f", " ") == "21 нояб. 2026 г., 10:05"


@pytest.mark.parametrize(
    ("texts", "trouble"),
    [("a = 1\na = 2\n", "a is there twice"), ("a = 1\nb { $x\n", "'b { \\$x' is no text")],
)
def test_texts_that_are_double_or_broken_are_refused(tmp_path: Path, texts: str, trouble: str) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "main.ftl").write_text(texts, "utf-8")
    with pytest.raises(MissingText, match=f"en/main.ftl: {trouble}"):
        Catalog(["en"], folder=tmp_path).text("en", "a")
