"""The guided request, step by step: a customer presses real buttons, the card in the staff group has it all."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.sandbox.telegram import LocalTelegram
from tests.journeys.dialog import EN, RU, Customer, Words, visiting


async def test_what_is_wrong_is_asked_everything_and_stands_on_the_card(anyone: Customer) -> None:
    words = anyone.words
    await anyone.person.start()
    await anyone.telegram.settle()
    await anyone.tap(words.new)
    assert anyone.asked == "1/6"
    await anyone.tap(words.wrong)
    assert anyone.asked == "2/6"
    await anyone.say(words.problem)
    await anyone.tap(words.next)
    assert anyone.asked == "3/6"
    await anyone.tap(words.live)
    assert anyone.asked == "4/6"
    await anyone.say(words.typed_period)
    assert words.understood in anyone.window.text
    await anyone.tap(words.right)
    assert anyone.asked == "5/6"
    await anyone.tap(words.no_log)
    assert anyone.asked == "6/6"
    assert all(part in anyone.window.text for part in (words.problem, words.understood, "PROD", words.wrong))
    await anyone.tap(words.send)
    assert [message.text for message in anyone.bot][1].endswith("#1.")
    assert len(anyone.bot) == 3, "the welcome, the window that ended, and what happens next"
    for part in ("Something is wrong", "Where: PROD", "Sun 1 Mar 2026, 14:00–16:00 (UTC)", "Log: none", words.problem):
        assert part in anyone.card
    assert anyone.topics[0].name == f"#1 · PROD · {words.problem}"


@pytest.mark.parametrize(("kind", "steps"), [("stopped", 6), ("question", 4), ("change", 3)])
async def test_other_kinds_are_asked_what_they_need(anyone: Customer, kind: str, steps: int) -> None:
    words = anyone.words
    await anyone.reach("stand" if kind != "change" else "description", getattr(words, kind))
    assert anyone.asked.endswith(f"/{steps}")
    if kind == "change":
        await anyone.say(words.problem)
        await anyone.tap(words.next)
    else:
        await anyone.tap(words.live)
    if kind == "stopped":
        await anyone.tap(words.ongoing, words.no_log)
    assert anyone.asked == f"{steps}/{steps}"
    await anyone.tap(words.send)
    assert ("Where: PROD" in anyone.card) == (kind != "change")
    assert ("When:" in anyone.card, "Log: none" in anyone.card) == (kind == "stopped", kind == "stopped")


@pytest.mark.parametrize("words", [EN, RU], ids=lambda words: words.language)
async def test_a_configured_component_is_asked_and_may_be_written(
    telegram: LocalTelegram, tmp_path: Path, words: Words
) -> None:
    async with visiting(telegram, tmp_path / "desk", words, components=("Billing", "Portal")) as anna:
        await anna.reach("stand")
        await anna.tap(words.live)
        assert anna.asked == "4/7"
        await anna.say("portal")
        assert anna.asked == "5/7"
        await anna.tap(words.ongoing, words.no_log)
        assert "Portal" in anna.window.text
        await anna.tap(words.edit("component"), "Billing", words.send)
        assert "Where: PROD · Billing" in anna.card


async def test_the_description_is_several_messages_media_and_an_album(anyone: Customer) -> None:
    words = anyone.words
    await anyone.reach("description")
    await anyone.say(words.problem)
    await anyone.say("It began after the update.")
    await anyone.send("photo", caption="the screen")
    await anyone.send("voice")
    await anyone.album(["photo", "video", "photo"], caption="three more")
    assert anyone.at_the_bottom
    assert len(anyone.bot) == 1
    await anyone.tap(words.next, words.live, words.ongoing, words.no_log, words.send)
    assert "It began after the update." in anyone.card
    media = [(message.media, message.text) for message in anyone.relayed]
    assert media == [
        ("photo", "the screen"),
        ("voice", ""),
        ("photo", "three more"),
        ("video", ""),
        ("photo", ""),
    ]
    assert len({message.media_group_id for message in anyone.relayed[2:]}) == 1


async def test_a_document_that_was_sent_early_passes_the_log_step(anyone: Customer) -> None:
    words = anyone.words
    await anyone.reach("stand")
    await anyone.send("document", file_name="server.log")
    await anyone.tap(words.live, words.ongoing)
    assert anyone.asked == "6/6"
    await anyone.tap(words.send)
    assert "Log: none" not in anyone.card
    assert [message.media for message in anyone.relayed] == ["document"]


async def test_logs_are_files_and_text(anyone: Customer) -> None:
    words = anyone.words
    await anyone.reach("log")
    await anyone.say("Traceback: the gateway said 500")
    await anyone.send("document", file_name="server.log")
    await anyone.tap(words.next)
    assert anyone.asked == "6/6"
    assert "Traceback" not in anyone.window.text
    await anyone.tap(words.send)
    assert "Traceback" not in anyone.card
    assert [message.text or message.media for message in anyone.relayed] == [
        "Traceback: the gateway said 500",
        "document",
    ]


async def test_a_long_description_follows_the_card_whole(anna: Customer) -> None:
    long = "The report of the month. " * 150
    await anna.reach("description")
    await anna.say(long.strip())
    await anna.tap("Next", "PROD, live", "Still happening", "No log", "Send")
    assert [message.text for message in anna.relayed] == [long.strip()]


async def test_the_stand_may_be_written(anna: Customer) -> None:
    await anna.reach("stand")
    await anna.say("test")
    assert anna.asked == "4/6"
    await anna.tap("Still happening", "No log", "Send")
    assert "Where: TEST" in anna.card


async def test_back_leads_through_all_steps_and_loses_nothing(anyone: Customer) -> None:
    words = anyone.words
    await anyone.reach("summary")
    met = []
    while anyone.asked != "1/6":
        await anyone.tap(words.back)
        met.append(anyone.asked)
    assert met == ["5/6", "4/6", "3/6", "2/6", "1/6"]
    assert words.back not in anyone.window.labels
    assert f"✓ {words.wrong}" in anyone.window.labels
    await anyone.tap(f"✓ {words.wrong}")
    assert anyone.asked == "6/6"
    assert words.problem in anyone.window.text
    assert len(anyone.bot) == 1


async def test_cancel_asks_where_something_would_be_lost(anyone: Customer) -> None:
    words = anyone.words
    await anyone.reach("stand")
    await anyone.tap(words.cancel)
    assert anyone.window.labels == [words.discard, words.keep]
    await anyone.tap(words.keep)
    assert anyone.asked == "3/6"
    await anyone.tap(words.cancel, words.discard)
    assert anyone.bot[-1].labels == [words.new]
    assert len(anyone.bot) == 1
    await anyone.tap(words.new)
    assert anyone.asked == "1/6"
    assert words.problem not in anyone.window.text


async def test_cancel_asks_nothing_where_nothing_was_written(anyone: Customer) -> None:
    words = anyone.words
    await anyone.reach("description")
    await anyone.tap(words.cancel)
    assert anyone.bot[-1].labels == [words.new]
    assert anyone.topics == []


async def test_an_answer_in_spite_of_cancel_goes_on(anna: Customer) -> None:
    await anna.reach("stand")
    await anna.tap("Cancel")
    await anna.say("TEST")
    assert anna.asked == "4/6"


async def test_every_field_can_be_edited_from_the_summary(anyone: Customer) -> None:
    words = anyone.words
    await anyone.reach("summary")
    await anyone.tap(words.edit("subject"))
    await anyone.say("The till <is> down")
    assert anyone.asked == "6/6"
    await anyone.tap(words.edit("description"), words.anew)
    await anyone.say("Nothing can be paid at all.")
    await anyone.tap(words.next, words.edit("stand"), "TEST", words.edit("period"))
    await anyone.say(words.typed_period)
    await anyone.tap(words.right, words.edit("log"))
    await anyone.send("document", file_name="till.log")
    await anyone.tap(words.next, words.edit("kind"), words.stopped)
    assert anyone.asked == "6/6"
    for part in ("The till <is> down", "Nothing can be paid at all.", "TEST", words.understood, words.stopped):
        assert part in anyone.window.text
    assert words.problem not in anyone.window.text
    await anyone.tap(words.send)
    for part in ("Work has stopped", "The till <is> down", "Nothing can be paid at all.", "Where: TEST", "14:00–16:00"):
        assert part in anyone.card
    assert "Log: none" not in anyone.card
    assert [message.media for message in anyone.relayed] == ["document"]
    assert anyone.topics[0].name == "#1 · TEST · The till <is> down"


async def test_an_edit_can_be_left_by_back(anyone: Customer) -> None:
    words = anyone.words
    await anyone.reach("summary")
    before = anyone.window.text
    for field in ("kind", "subject", "description", "stand", "period", "log"):
        await anyone.tap(words.edit(field), words.back)
        assert anyone.window.text == before


async def test_another_kind_asks_for_what_was_skipped_and_drops_what_it_skips(anna: Customer) -> None:
    await anna.reach("stand", "Question")
    await anna.tap("PROD, live", "✏️ Kind", "Something is wrong")
    assert anna.asked == "4/6"
    await anna.tap("Still happening", "No log", "✏️ Kind", "Change")
    assert anna.asked == "3/3"
    assert "PROD" not in anna.window.text
    await anna.tap("Send")
    assert "PROD" not in anna.card
    assert "When:" not in anna.card
