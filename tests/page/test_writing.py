"""What people write and send."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import Locator, Page, expect

from tests.page.fake import ANNA, BORIS, BOT, GENERAL, GROUP, IVAN, FakeTelegram, media
from tests.page.pictures import png


@pytest.fixture(autouse=True)
def started(fake: FakeTelegram) -> None:
    fake.message(ANNA, ANNA, "/start")


def field(page: Page, window: str = "phone") -> Locator:
    return page.get_by_test_id(window).get_by_test_id("composer-text")


async def open_menu(page: Page, words: str) -> None:
    await page.get_by_test_id("message").filter(has_text=words).click(button="right")


async def test_enter_sends_and_shift_enter_breaks_the_line(page: Page, fake: FakeTelegram) -> None:
    await field(page).fill("one")
    await field(page).press("Shift+Enter")
    await field(page).press_sequentially("two")
    await field(page).press("Enter")
    assert (await fake.asked("say"))["text"] == "one\ntwo"
    await expect(field(page)).to_have_value("")


async def test_what_is_written_in_a_topic_goes_to_that_topic(page: Page, fake: FakeTelegram) -> None:
    fake.topic(5, "#17")
    await page.get_by_test_id("topic-5").click()
    await field(page, "group").fill("hello")
    await page.get_by_test_id("group").get_by_test_id("send").click()
    said = await fake.asked("say")
    assert (said["person"], said["chat"], said["topic"], said["text"]) == (IVAN, GROUP, 5, "hello")


async def test_an_empty_message_is_not_sent(page: Page, fake: FakeTelegram) -> None:
    await field(page).fill("  \n ")
    await field(page).press("Enter")
    await field(page).fill("words")
    await field(page).press("Enter")
    assert (await fake.asked("say"))["text"] == "words"


async def test_a_reply_points_at_its_message(page: Page, fake: FakeTelegram) -> None:
    number = fake.message(ANNA, BOT, "which version?")
    await open_menu(page, "which version?")
    await page.get_by_test_id("menu-reply").click()
    await field(page).fill("1.2.3")
    await field(page).press("Enter")
    said = await fake.asked("say")
    assert (said["reply_to"], said["quote"]) == (number, None)


async def test_a_quote_is_the_selected_part(page: Page, fake: FakeTelegram) -> None:
    number = fake.message(ANNA, BOT, "first second third")
    await expect(page.get_by_text("first second third")).to_be_visible()
    await page.evaluate(
        """() => { const bubbles = [...document.querySelectorAll('.text')];
                   const text = bubbles.find((bubble) => bubble.textContent.includes('second')).firstChild;
                   getSelection().setBaseAndExtent(text, 6, text, 12); }"""
    )
    await page.get_by_test_id("message").filter(has_text="second").dispatch_event("contextmenu")
    await page.get_by_test_id("menu-quote").click()
    await field(page).fill("this one")
    await field(page).press("Enter")
    said = await fake.asked("say")
    assert (said["reply_to"], said["quote"]) == (number, "second")


async def test_escape_gives_the_reply_up_and_keeps_the_text(page: Page, fake: FakeTelegram) -> None:
    await open_menu(page, "/start")
    await page.get_by_test_id("menu-reply").click()
    await field(page).fill("words")
    await field(page).press("Escape")
    await field(page).press("Enter")
    said = await fake.asked("say")
    assert (said["reply_to"], said["text"]) == (None, "words")


async def test_only_ones_own_messages_can_be_edited_and_deleted(page: Page, fake: FakeTelegram) -> None:
    fake.message(ANNA, BOT, "from the bot")
    await open_menu(page, "from the bot")
    await expect(page.get_by_test_id("menu-reply")).to_be_visible()
    await expect(page.get_by_test_id("menu-edit")).to_have_count(0)
    await expect(page.get_by_test_id("menu-delete")).to_have_count(0)


async def test_an_edit_replaces_the_text(page: Page, fake: FakeTelegram) -> None:
    number = fake.message(ANNA, ANNA, "payment fials")
    await open_menu(page, "payment fials")
    await page.get_by_test_id("menu-edit").click()
    await expect(field(page)).to_have_value("payment fials")
    await field(page).fill("payment fails")
    await field(page).press("Enter")
    assert await fake.asked("edit") == {
        "person": ANNA,
        "do": "edit",
        "chat": ANNA,
        "message": number,
        "text": "payment fails",
    }


async def test_arrow_up_edits_the_last_own_message_and_a_caption_as_caption(page: Page, fake: FakeTelegram) -> None:
    number = fake.message(ANNA, ANNA, "old caption", media=media("photo"))
    fake.message(ANNA, BOT, "thanks")
    await expect(page.get_by_text("thanks")).to_be_visible()
    await field(page).press("ArrowUp")
    await field(page).fill("new caption")
    await field(page).press("Enter")
    done = await fake.asked("edit")
    assert (done["message"], done["caption"]) == (number, "new caption")


async def test_delete_and_react_come_from_the_menu(page: Page, fake: FakeTelegram) -> None:
    number = fake.message(ANNA, ANNA, "mine")
    await open_menu(page, "mine")
    await page.get_by_test_id("react-👍").click()
    assert (await fake.asked("react"))["emoji"] == "👍"
    await open_menu(page, "mine")
    await page.get_by_test_id("menu-delete").click()
    assert (await fake.asked("delete"))["message"] == number


async def test_a_draft_waits_in_its_chat(page: Page, fake: FakeTelegram) -> None:
    fake.message(BORIS, BORIS, "/start")
    await field(page).fill("half a thought")
    await page.get_by_test_id(f"person-{BORIS}").click()
    await expect(field(page)).to_have_value("")
    await page.get_by_test_id(f"person-{ANNA}").click()
    await expect(field(page)).to_have_value("half a thought")


async def test_refused_words_come_back_with_the_reason(page: Page, fake: FakeTelegram) -> None:
    fake.refusal = "Anna has blocked the bot"
    await field(page).fill("precious words")
    await field(page).press("Enter")
    await expect(page.get_by_test_id("toast")).to_contain_text("Anna has blocked the bot")
    await expect(field(page)).to_have_value("precious words")


async def test_a_slash_offers_the_commands_of_the_person(page: Page, fake: FakeTelegram) -> None:
    fake.commands = [{"command": name, "description": f"About {name}"} for name in ("new", "my", "help")]
    await field(page).press_sequentially("/")
    await expect(page.get_by_test_id("palette").get_by_role("option")).to_have_count(3)
    await field(page).press_sequentially("m")
    await expect(page.get_by_test_id("palette").get_by_role("option")).to_have_text(["/myAbout my"])
    await field(page).press("Enter")
    assert (await fake.asked("say"))["text"] == "/my"


async def test_the_menu_button_offers_the_commands_too(page: Page, fake: FakeTelegram) -> None:
    fake.commands = [{"command": "new", "description": "New request"}]
    await page.get_by_test_id("commands").click()
    await page.get_by_test_id("command-new").click()
    assert (await fake.asked("say"))["text"] == "/new"


SAMPLES = ("voice", "video_note", "audio", "animation", "sticker", "location", "contact", "poll", "dice")


async def test_a_sample_of_each_kind_can_be_sent(page: Page, fake: FakeTelegram) -> None:
    for kind in SAMPLES:
        await page.get_by_test_id("group").get_by_test_id("attach").click()
        await page.get_by_test_id(f"attach-{kind}").click()
        sent = await fake.asked("send")
        assert (sent["person"], sent["chat"], sent["topic"], sent["kind"]) == (IVAN, GROUP, GENERAL, kind)


@pytest.fixture
def photos(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{name}.png" for name in ("one", "two", "three")]
    for path in paths:
        path.write_bytes(png(30, 20, (200, 80, 80)))
    return paths


async def choose(page: Page, entry: str, paths: list[Path]) -> None:
    await page.get_by_test_id("phone").get_by_test_id("attach").click()
    async with page.expect_file_chooser() as chooser:
        await page.get_by_test_id(entry).click()
    await (await chooser.value).set_files(paths)


async def test_several_photos_leave_as_one_album(page: Page, fake: FakeTelegram, photos: list[Path]) -> None:
    await choose(page, "attach-photo", photos)
    await page.get_by_test_id("caption").fill("what I see")
    await page.get_by_test_id("send-files").click()
    sent = await fake.uploads.get()
    assert sent["files"] == ["one.png", "two.png", "three.png"]
    assert (sent["album"], sent["caption"], sent["person"], sent["chat"]) == ("1", "what I see", str(ANNA), str(ANNA))


async def test_photos_leave_one_by_one_when_not_grouped(page: Page, fake: FakeTelegram, photos: list[Path]) -> None:
    await choose(page, "attach-photo", photos)
    await page.get_by_test_id("as-album").uncheck()
    await page.get_by_test_id("caption").fill("first only")
    await page.get_by_test_id("send-files").click()
    sent = [await fake.uploads.get() for _ in photos]
    assert [each["files"] for each in sent] == [["one.png"], ["two.png"], ["three.png"]]
    assert [each["caption"] for each in sent] == ["first only", "", ""]


async def test_a_picture_sent_as_a_file_stays_a_file(page: Page, fake: FakeTelegram, photos: list[Path]) -> None:
    await choose(page, "attach-file", photos[:1])
    await page.get_by_test_id("send-files").click()
    assert (await fake.uploads.get())["kind"] == "document"
