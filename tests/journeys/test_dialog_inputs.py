"""What does not fit a step gets one clear sentence over the window, and changes nothing."""

from __future__ import annotations

import pytest

from bot.sandbox.telegram import LocalTelegram
from tests.journeys.dialog import Customer

HOSTILE = '<b>&amp;</b> <a href="tg://user?id=1">me</a> </blockquote> *_`[x](y) { $number } evil'
HUGE = "9" * 40
GARBAGE = (
    "", "x", "d", "d:", "d:1", "d:x:y:z:", "d:1:1:choose:1:1", "t:-1:0:solved:0", "zz:1", "\x00", "д" * 32,
    f"d:{HUGE}:1:next:", f"d:1:{HUGE}:next:", f"t:{HUGE}:0:solved:0", f"t:1:{HUGE}:rate:5", f"h:{HUGE}:ticket",
    f"p:my:{HUGE}", "p:my:-1", "h:-5:new", "l:xx", f"r:{HUGE}", "c:1:0:take:",
)  # fmt: skip
NOT_OFFERED = (
    "choose:2", "choose:-1", "choose:99999999", "choose:²", "choose:", "next:", "period:ongoing", "period:never",
    "no_log:", "anew:", "zone:Europe/Berlin", "zone:../../x", "edit:kind", "edit:summary", "edit:nowhere", "submit:",
    "discard:", "explode:",
)  # fmt: skip


async def refuses(customer: Customer, sentence: str) -> None:
    """It is said over the window of the same step; the chat has one message of the bot, at its end."""
    text = customer.window.text
    assert text.startswith("⚠️ ")
    assert sentence in text.splitlines()[0]
    assert customer.at_the_bottom
    assert len(customer.bot) == 1


@pytest.mark.parametrize(
    ("step", "en", "ru"),
    [
        ("kind", "buttons", "кнопкой"),
        ("description", "text message", "текстом"),
        ("stand", "buttons", "кнопкой"),
        ("period", "text message", "текстом"),
        ("log", "file or a text", "файл или текст"),
        ("summary", "buttons", "кнопкой"),
    ],
)
async def test_a_sticker_where_an_answer_is_expected(anyone: Customer, step: str, en: str, ru: str) -> None:
    await anyone.reach(step)
    before = anyone.asked
    await anyone.send("sticker")
    await refuses(anyone, {"en": en, "ru": ru}[anyone.words.language])
    assert anyone.asked == before
    await anyone.send("location")
    await refuses(anyone, {"en": en, "ru": ru}[anyone.words.language])


async def test_4001_characters_are_too_many_in_one_message_or_in_several(anyone: Customer) -> None:
    await anyone.reach("description")
    await anyone.say("x" * 4001)
    await refuses(anyone, "4001")
    assert anyone.words.next not in anyone.window.labels
    await anyone.say("x" * 3000)
    assert "⚠️" not in anyone.window.text
    await anyone.say("y" * 1000)
    await refuses(anyone, "4001")
    await anyone.tap(anyone.words.next)
    assert anyone.asked == "3/6"


async def test_a_description_of_a_few_letters_is_too_short(anyone: Customer) -> None:
    await anyone.reach("description")
    await anyone.say("broken")
    await anyone.tap(anyone.words.next)
    await refuses(anyone, "10")
    await anyone.say("It shows error 500")
    await anyone.tap(anyone.words.next)
    assert anyone.asked == "3/6"


async def test_a_picture_alone_is_no_description(anyone: Customer) -> None:
    await anyone.reach("description")
    await anyone.send("photo")
    await anyone.tap(anyone.words.next)
    await refuses(anyone, "10")


@pytest.mark.parametrize(
    ("typed", "en", "ru"),
    [
        ("yesterday 16:00-14:00", "before the start", "раньше начала"),
        ("вчера с 16:00 до 14:00", "before the start", "раньше начала"),
        ("tomorrow 10:00", "future", "не наступило"),
        ("when the moon was full", "did not understand", "понять"),
    ],
)
async def test_a_period_that_cannot_be(anyone: Customer, typed: str, en: str, ru: str) -> None:
    await anyone.reach("period")
    await anyone.say(typed)
    await refuses(anyone, {"en": en, "ru": ru}[anyone.words.language])
    assert anyone.asked == "4/6"
    await anyone.say(anyone.words.typed_period)
    assert anyone.words.understood in anyone.window.text
    assert "⚠️" not in anyone.window.text


async def test_an_unknown_stand_or_zone_and_an_empty_or_long_subject(anna: Customer) -> None:
    await anna.reach("stand")
    await anna.say("STAGING")
    await refuses(anna, "buttons")
    await anna.tap("PROD, live", "🌐 UTC")
    await anna.say("Atlantis")
    await refuses(anna, "zone")
    await anna.tap("‹ Back", "Still happening", "No log", "✏️ Subject")
    await anna.say("x" * 121)
    await refuses(anna, "120")


async def test_ten_wrong_messages_leave_one_window(anna: Customer) -> None:
    await anna.reach("stand")
    for _ in range(5):
        await anna.person.send("sticker")
        await anna.person.say("nonsense")
    await anna.telegram.settle()
    await refuses(anna, "buttons")


async def test_hostile_words_and_names_are_shown_as_they_are(telegram: LocalTelegram, anna: Customer) -> None:
    anna.person.account.first_name = HOSTILE[:60]
    await anna.person.start()
    await telegram.settle()
    assert HOSTILE[:60] in anna.bot[0].text
    await anna.reach("description")
    await anna.say(f"{HOSTILE} first line\n{HOSTILE}")
    await anna.tap("Next", "PROD, live", "Still happening")
    await anna.say(f"{HOSTILE} in the log")
    await anna.tap("Next", "✏️ Subject")
    await anna.say(f"{HOSTILE} subject")
    assert f"{HOSTILE} subject" in anna.window.text
    assert f"{HOSTILE} first line\n{HOSTILE}" in anna.window.text
    await anna.tap("Send")
    for part in (f"{HOSTILE} subject", f"{HOSTILE} first line\n{HOSTILE}", HOSTILE[:30]):
        assert part in anna.card
    assert [message.text for message in anna.relayed] == [f"{HOSTILE} in the log"]


async def test_garbage_in_a_button_changes_nothing_and_is_answered(anyone: Customer) -> None:
    await anyone.reach("stand")
    before = anyone.person.chat.transcript()
    for data in GARBAGE:
        assert (data, (await anyone.press(data)).text) == (data, anyone.words.not_current)
    assert anyone.person.chat.transcript() == before


async def test_a_press_that_the_window_has_not_offered_changes_nothing(anna: Customer) -> None:
    """With the right draft and version, as a forging client can send it."""
    await anna.reach("stand")
    buttons = anna.window.buttons
    draft, version = draft_and_version(anna)
    for do in NOT_OFFERED:
        assert (await anna.press(f"d:{draft}:{version}:{do}")).text, do
        assert (anna.asked, anna.window.buttons) == ("3/6", buttons), do
    await anna.tap("TEST")
    assert anna.asked == "4/6"


async def test_nobody_presses_in_the_draft_of_another(telegram: LocalTelegram, anna: Customer) -> None:
    await anna.reach("summary")
    draft, version = draft_and_version(anna)
    eve = Customer(telegram, anna.desk, telegram.customer("Eve"), anna.words)
    await eve.reach("kind")
    for do in ("submit:", "cancel:", "discard:", "back:", "edit:stand"):
        assert (await eve.press(f"d:{draft}:{version}:{do}")).text == "This is no longer current."
    assert anna.asked == "6/6"
    assert eve.asked == "1/6"
    assert anna.topics == []
    await anna.tap("Send")
    assert len(anna.topics) == 1


def draft_and_version(customer: Customer) -> tuple[str, str]:
    data = customer.window.buttons[0][0].data or ""
    _, draft, version, *_ = data.split(":")
    return draft, version
