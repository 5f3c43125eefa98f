"""Both languages, complete."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import Page, expect

from tests.page.conftest import Visit
from tests.page.fake import PAGE, FakeTelegram

KEY = re.compile(r"^  (\w+): ", re.MULTILINE)
SOURCES = "".join(path.read_text() for path in PAGE.glob("*.js") if not path.name.startswith("words_"))


def keys(language: str) -> list[str]:
    return KEY.findall((PAGE / f"words_{language}.js").read_text())


def test_both_languages_have_the_same_words() -> None:
    assert keys("en") == keys("ru")


def test_every_word_asked_for_exists() -> None:
    asked = set(re.findall(r'word\("(\w+)"', SOURCES))
    assert asked - set(keys("en")) == set()


def test_every_word_is_used() -> None:
    built = {f"tab_{name}" for name in ("customer", "staff")}
    named = set(re.findall(r'"(\w+)"', SOURCES)) | set(re.findall(r"^  (\w+): \"", SOURCES, re.MULTILINE)) | built
    assert set(keys("en")) - named == set()


@pytest.mark.parametrize(("locale", "title"), [("en-GB", "Local Telegram"), ("ru-RU", "Локальный Telegram")])
async def test_the_page_speaks_the_browsers_language(visit: Visit, locale: str, title: str) -> None:
    page = await visit(locale=locale)
    await expect(page).to_have_title(title)


async def test_the_language_is_chosen_once_and_remembered(page: Page, fake: FakeTelegram) -> None:
    fake.set(strict=["one", "two"])
    await page.get_by_test_id("page-language").select_option("ru")
    await expect(page.get_by_test_id("start")).to_have_text("Запустить")
    await expect(page.locator("html")).to_have_attribute("lang", "ru")
    await page.get_by_test_id("strict").click()
    await expect(page.get_by_test_id("strict-dialog")).to_contain_text("2 вещи")
    await page.reload()
    await expect(page.get_by_test_id("start")).to_have_text("Запустить")
    assert "Customer" not in await page.locator("body").inner_text()
