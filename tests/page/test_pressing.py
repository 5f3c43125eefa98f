"""Buttons under messages and what comes back."""

from __future__ import annotations

from typing import Any

from playwright.async_api import Page, expect

from tests.page.fake import ANNA, BOT, GROUP, IVAN, OLGA, FakeTelegram


def button(text: str, style: str | None = None, url: str | None = None) -> dict[str, Any]:
    return {"text": text, "data": None if url else f"data of {text}", "style": style, "url": url}


async def test_a_press_carries_the_buttons_data_and_turns_until_the_answer(page: Page, fake: FakeTelegram) -> None:
    number = fake.message(ANNA, BOT, "Sure?", buttons=[[button("Yes"), button("No")]])
    yes = page.get_by_role("button", name="Yes")
    await yes.click()
    assert await fake.asked("tap") == {
        "person": ANNA,
        "do": "tap",
        "chat": ANNA,
        "message": number,
        "data": "data of Yes",
    }
    await expect(yes).to_have_attribute("aria-busy", "true")
    fake.tell(type="answer", person=OLGA, query="1", text=None, alert=False)
    fake.tell(type="answer", person=ANNA, query="2", text=None, alert=False)
    await expect(yes).not_to_have_attribute("aria-busy", "true")


async def test_buttons_carry_telegrams_styles(page: Page, fake: FakeTelegram) -> None:
    styles = ["primary", "success", "danger", None]
    fake.message(ANNA, BOT, "Choose", buttons=[[button(str(style), style) for style in styles]])
    await expect(page.get_by_test_id("key")).to_have_count(4)
    colours = await page.get_by_test_id("key").evaluate_all(
        "all => all.map((key) => getComputedStyle(key).backgroundColor)"
    )
    assert len(set(colours)) == 4


async def test_a_link_button_is_a_link_and_asks_nothing_of_the_bot(page: Page, fake: FakeTelegram) -> None:
    fake.message(ANNA, BOT, "Read", buttons=[[button("Manual", url="https://example.com/manual")]])
    await expect(page.get_by_role("link", name="Manual")).to_have_attribute("href", "https://example.com/manual")


async def test_an_answer_passes_by_over_the_window_of_who_pressed(page: Page, fake: FakeTelegram) -> None:
    fake.tell(type="answer", person=IVAN, query="1", text="Olga was first", alert=False)
    await expect(page.get_by_test_id("group").get_by_test_id("toast")).to_have_text("Olga was first")
    await expect(page.get_by_test_id("phone").get_by_test_id("toast")).to_have_count(0)


async def test_an_answer_to_somebody_else_is_not_shown(page: Page, fake: FakeTelegram) -> None:
    fake.tell(type="answer", person=OLGA, query="1", text="for Olga", alert=True)
    fake.tell(type="answer", person=IVAN, query="2", text="for Ivan", alert=False)
    await expect(page.get_by_text("for Ivan")).to_be_visible()
    await expect(page.get_by_text("for Olga")).to_have_count(0)


async def test_an_alert_stays_until_it_is_read(page: Page, fake: FakeTelegram) -> None:
    fake.tell(type="answer", person=ANNA, query="1", text="Not yours to press", alert=True)
    await expect(page.get_by_test_id("alert")).to_contain_text("Not yours to press")
    await page.keyboard.press("Enter")
    await expect(page.get_by_test_id("alert")).to_have_count(0)


async def test_the_focus_stays_when_a_window_changes_under_it(page: Page, fake: FakeTelegram) -> None:
    number = fake.message(GROUP, BOT, "1/6", buttons=[[button("Back"), button("Next")]])
    await page.get_by_role("button", name="Next").focus()
    fake.change(number, text="2/6", buttons=[[button("Back"), button("Forward")]])
    await expect(page.get_by_role("button", name="Forward")).to_be_focused()
    fake.change(number, text="done", buttons=[])
    await expect(page.get_by_test_id("message").filter(has_text="done")).to_be_focused()
