"""What people read."""

from __future__ import annotations

from typing import Any

from playwright.async_api import Page, expect

from tests.page.conftest import Visit
from tests.page.fake import ANNA, BOT, GROUP, IVAN, OLGA, FakeTelegram, media


async def test_a_message_appears_without_reloading(page: Page, fake: FakeTelegram) -> None:
    fake.message(ANNA, BOT, "Hello, Anna!")
    await expect(page.get_by_test_id("phone").get_by_test_id("message")).to_contain_text("Hello, Anna!")


async def test_what_people_write_is_never_markup(page: Page, fake: FakeTelegram) -> None:
    evil = "<img src=x onerror=alert(1)><b>bold</b>"
    fake.set(person=OLGA, name=evil)
    fake.topic(5, evil)
    first = fake.message(GROUP, OLGA, evil, buttons=[[{"text": evil, "data": "1", "style": None, "url": None}]])
    fake.message(
        GROUP, OLGA, evil, reply_to={"id": first, "name": evil, "text": evil}, media=media("document", file_name=evil)
    )
    fake.message(GROUP, OLGA, service=evil)
    await expect(page.get_by_test_id("service")).to_have_text(evil)
    await expect(page.get_by_test_id("group").get_by_test_id("message").first).to_contain_text(evil)
    assert await page.locator("img[src=x]").count() == 0


async def test_an_edit_changes_the_bubble_in_place_and_is_marked(page: Page, fake: FakeTelegram) -> None:
    number = fake.message(ANNA, BOT, "before")
    await expect(page.get_by_test_id("message")).to_contain_text("before")
    fake.change(number, text="after", edited=True)
    await expect(page.get_by_test_id("message")).to_contain_text("after")
    await expect(page.get_by_test_id("message").get_by_test_id("edited")).to_have_text("edited")


async def test_a_deleted_message_is_gone(page: Page, fake: FakeTelegram) -> None:
    fake.message(ANNA, BOT, "stays")
    number = fake.message(ANNA, BOT, "goes")
    await expect(page.get_by_test_id("message")).to_have_count(2)
    fake.remove(number)
    await expect(page.get_by_test_id("message")).to_have_count(1)


async def test_a_reply_shows_the_quoted_part_and_leads_to_it(page: Page, fake: FakeTelegram) -> None:
    first = fake.message(ANNA, BOT, "the very first words")
    for at in range(30):
        fake.message(ANNA, BOT, f"line {at}")
    fake.message(ANNA, ANNA, "yes", reply_to={"id": first, "name": "Acme support", "text": "…"}, quote="first words")
    bar = page.get_by_test_id("reply-bar")
    await expect(bar).to_contain_text("Acme supportfirst words")
    await expect(page.get_by_text("the very first words")).not_to_be_in_viewport()
    await bar.click()
    await expect(page.get_by_text("the very first words")).to_be_in_viewport()


async def test_an_album_is_one_bubble_with_one_caption(page: Page, fake: FakeTelegram) -> None:
    for caption in ("Three photos", "", ""):
        fake.message(ANNA, ANNA, caption, album="a", media=media("photo"))
    await expect(page.get_by_test_id("message")).to_have_count(1)
    await expect(page.get_by_test_id("album-item")).to_have_count(3)
    await expect(page.get_by_test_id("message")).to_contain_text("Three photos")


async def test_a_time_is_read_in_the_readers_own_zone_and_tongue(visit: Visit, fake: FakeTelegram) -> None:
    fake.message(ANNA, BOT, "x", html='by <time datetime="2026-11-23T15:30:00+00:00" data-format="wt">?</time>')
    page = await visit(timezone_id="Asia/Tokyo")
    await expect(page.locator(".text time[data-format]")).to_have_text("Tuesday, 00:30")


SHOWN: dict[str, tuple[dict[str, Any], str]] = {
    "photo": ({"width": 320, "height": 240}, "photo"),
    "video": ({"duration": 12}, "video"),
    "voice": ({"duration": 7}, "voice"),
    "video_note": ({"duration": 4}, "video_note"),
    "audio": ({"duration": 182, "title": "Hold music"}, "audio"),
    "document": ({"file_name": "error.log"}, "document"),
    "animation": ({}, "animation"),
    "sticker": ({"emoji": "👍"}, "sticker"),
    "location": ({"latitude": 52.5, "longitude": 13.4}, "location"),
    "venue": ({"latitude": 52.5, "longitude": 13.4, "title": "Office", "address": "Main street"}, "venue"),
    "contact": ({"name": "Anna Smith", "phone": "+49 30 12345"}, "contact"),
    "poll": ({"question": "When?", "options": ["Today", "Never"]}, "poll"),
    "dice": ({"emoji": "🎲", "value": 5}, "dice"),
    "story": ({}, "story"),
    "hologram": ({}, "document"),
}


async def test_every_kind_of_message_is_shown(page: Page, fake: FakeTelegram) -> None:
    for kind, (details, shown_as) in SHOWN.items():
        fake.message(ANNA, ANNA, media=media(kind, **details))
        await expect(page.get_by_test_id("message").last.get_by_test_id(shown_as)).to_be_in_viewport()


async def test_a_file_can_be_downloaded_under_its_name(page: Page, fake: FakeTelegram) -> None:
    fake.files["document"] = (b"500 Internal Server Error", "text/plain")
    fake.message(ANNA, BOT, media=media("document", file_name="error.log"))
    async with page.expect_download() as download:
        await page.get_by_test_id("document").click()
    found = await download.value
    assert found.suggested_filename == "error.log"
    assert (await found.path()).read_bytes() == b"500 Internal Server Error"


async def test_a_photo_opens_large(page: Page, fake: FakeTelegram) -> None:
    fake.message(ANNA, BOT, media=media("photo"))
    await page.get_by_test_id("photo").click()
    await expect(page.get_by_test_id("viewer").get_by_role("img")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.get_by_test_id("viewer")).to_have_count(0)


async def test_the_reader_stays_where_they_scrolled_to(page: Page, fake: FakeTelegram) -> None:
    for at in range(40):
        fake.message(ANNA, BOT, f"line {at}")
    await expect(page.get_by_text("line 39")).to_be_in_viewport()
    old = page.get_by_test_id("message").nth(2)
    await old.scroll_into_view_if_needed()
    await expect(page.get_by_test_id("phone").get_by_test_id("jump")).to_be_visible()
    fake.message(ANNA, BOT, "news")
    await expect(page.get_by_label("1 new message")).to_be_visible()
    await expect(old).to_be_in_viewport()
    await page.get_by_test_id("phone").get_by_test_id("jump").click()
    await expect(page.get_by_text("news")).to_be_in_viewport()


async def test_the_bot_types_until_it_speaks(page: Page, fake: FakeTelegram) -> None:
    fake.tell(type="typing", chat=ANNA, topic=None)
    await expect(page.get_by_test_id("phone-status")).to_have_text("typing")
    fake.message(ANNA, BOT, "here it is")
    await expect(page.get_by_test_id("phone-status")).to_have_text("bot")


async def test_a_reaction_shows_who_many_and_a_press_takes_part(page: Page, fake: FakeTelegram) -> None:
    number = fake.message(GROUP, BOT, "card", reactions=[{"emoji": "👍", "by": [OLGA, BOT]}])
    pill = page.get_by_role("button", name="👍, 2 people")
    await pill.click()
    assert await fake.asked("react") == {"person": IVAN, "do": "react", "chat": GROUP, "message": number, "emoji": "👍"}
    fake.change(number, reactions=[{"emoji": "👍", "by": [OLGA, BOT, IVAN]}])
    await page.get_by_role("button", name="👍, 3 people", pressed=True).click()
    assert (await fake.asked("react"))["emoji"] is None
