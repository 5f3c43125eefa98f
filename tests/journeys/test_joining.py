"""What has to wait for the staff group's budget goes as one message, and every part of it can still be pointed at."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from bot.sandbox.errors import bad_request
from bot.sandbox.telegram import LocalTelegram
from bot.sandbox.utf16 import utf16_slice
from bot.sandbox.views import Message
from tests.journeys.life import Life, Request, living
from tests.journeys.stage import RunningDesk, file_request, only_topic
from tests.journeys.talk import Talk, copy_of, said, talking, texts

BOLD = [{"type": "bold", "offset": 4, "length": 5}]
SHORT = ("one", "two", "three")


async def waiting(talk: Talk, *words: str) -> list[Message]:
    """The group has been paused: all of it waits."""
    talk.hold(talk.telegram.staff)
    written = [await talk.anna.say(one) for one in words]
    await talk.settle()
    return written


async def together(talk: Talk, *words: str) -> tuple[list[Message], Message]:
    """What was written, and the one message that says it."""
    written = await waiting(talk, *words)
    await talk.later()
    (whole,) = [message for message in said(talk.topic) if message.text == "\n\n".join(words)]
    return written, whole


def of_staff(life: Life, method: str = "sendMessage") -> list[Any]:
    chat_id = life.telegram.staff.chat_id
    return [call for call in life.telegram.calls if (call.method, call.chat_id) == (method, chat_id) and call.ok]


async def test_a_burst_into_a_full_group_arrives_complete_in_order_and_in_few_units(
    telegram: LocalTelegram, tmp_path: Path
) -> None:
    boris = telegram.customer("Boris")
    async with living(telegram, tmp_path, [Request(boris)] * 15) as life:
        before = len(life.said())
        for number in range(30):
            await life.anna.say(f"Line {number}.")
            await telegram.clock.advance(0.2)
        assert len(life.said()) == before, "the group is full"
        await telegram.settle(quiet=70, within=3600)
        words = life.said()[before:]
        assert "\n\n".join(words) == "\n\n".join(f"Line {number}." for number in range(30))
        assert len(words) <= 3
        written = [message for message in life.anna.chat.messages if message.text.startswith("Line ")]
        assert written[-1].reactions == ["👌"], (
            "the newest says that they are there; more marks go as the budget allows"
        )


async def test_while_the_budget_lasts_every_message_stands_by_itself(telegram: LocalTelegram, tmp_path: Path) -> None:
    async with living(telegram, tmp_path) as life:
        await life.later()
        for words in SHORT:
            await life.anna.say(words)
        await life.settle()
        assert life.said()[-3:] == list(SHORT)


async def test_every_part_keeps_its_formatting_and_gets_its_mark(talk: Talk) -> None:
    talk.hold(talk.telegram.staff)
    first = await talk.anna.say("😀 is it")
    second = await talk.anna.say("the green card", entities=BOLD)
    third = await talk.anna.say("the green card", entities=[{**BOLD[0], "type": "spoiler"}])
    await talk.later()
    whole = said(talk.topic)[-1]
    assert whole.text == "😀 is it\n\nthe green card\n\nthe green card"
    marked = [(one["type"], utf16_slice(whole.text, one["offset"], one["length"])) for one in whole.entities]
    assert marked == [("bold", "green"), ("spoiler", "green")]
    assert [message.reactions for message in (first, second, third)] == [["👌"]] * 3


async def test_a_reply_or_a_photo_stands_alone_and_in_its_place(talk: Talk) -> None:
    asked = await talk.ivan_says("Which card?")
    before = said(talk.topic)[-1]
    await waiting(talk, "one", "two")
    await talk.anna.say("The green one", reply_to=copy_of(asked, talk.anna.chat))
    await talk.anna.say("three")
    await talk.anna.send("photo")
    await talk.anna.say("four")
    await talk.anna.say("five")
    await talk.later()
    shown = said(talk.topic, after=before)
    assert [one.text or one.media for one in shown] == ["one\n\ntwo", "The green one", "three", "photo", "four\n\nfive"]
    assert [one.reply_to for one in shown] == [None, asked, None, None, None]


# Pointing at a part ----------------------------------------------------------------------------------------------


async def test_a_reply_to_the_whole_answers_its_last_part(talk: Talk) -> None:
    (*_, third), whole = await together(talk, *SHORT)
    reply = await talk.olga_says("Thank you", reply_to=whole)
    assert copy_of(reply, talk.anna.chat).reply_to == third


@pytest.mark.parametrize("part", [0, 1, 2])
async def test_a_reply_with_a_quote_answers_the_part_that_was_quoted(talk: Talk, part: int) -> None:
    written, whole = await together(talk, *SHORT)
    reply = await talk.olga_says("Really?", reply_to=whole, quote=SHORT[part])
    shown = copy_of(reply, talk.anna.chat)
    assert (shown.reply_to, shown.quote) == (written[part], SHORT[part])


async def test_a_quote_over_a_seam_answers_the_last_part(talk: Talk) -> None:
    (*_, third), whole = await together(talk, *SHORT)
    reply = await talk.olga_says("Really?", reply_to=whole, quote="one\n\ntwo")
    shown = copy_of(reply, talk.anna.chat)
    assert (shown.reply_to, shown.quote) == (third, None)


async def test_the_customers_reply_to_a_part_quotes_it(talk: Talk) -> None:
    written, whole = await together(talk, *SHORT)
    more = await talk.anna_says("I mean this one", reply_to=written[1])
    assert (copy_of(more, talk.topic).reply_to, copy_of(more, talk.topic).quote) == (whole, "two")
    more = await talk.anna_says("This letter", reply_to=written[2], quote="h")
    assert (copy_of(more, talk.topic).reply_to, copy_of(more, talk.topic).quote) == (whole, "h")


# Edits -----------------------------------------------------------------------------------------------------------


async def test_an_edit_of_a_part_writes_the_whole_anew(talk: Talk) -> None:
    written, whole = await together(talk, *SHORT)
    await talk.anna.edit(written[1], text="the green card")
    await talk.settle()
    assert (whole.text, whole.edited) == ("one\n\nthe green card\n\nthree", True)
    await talk.anna.edit(written[0], text="1")
    await talk.settle()
    assert whole.text == "1\n\nthe green card\n\nthree"
    reply = await talk.olga_says("Green?", reply_to=whole, quote="green")
    assert copy_of(reply, talk.anna.chat).reply_to == written[1]


async def test_what_is_edited_while_it_waits_is_joined_as_it_is_then(talk: Talk) -> None:
    written = await waiting(talk, *SHORT)
    await talk.anna.edit(written[1], text="zwei")
    await talk.later()
    assert said(talk.topic)[-1].text == "one\n\nzwei\n\nthree"
    assert not said(talk.topic)[-1].edited


async def test_a_part_that_grows_too_long_follows_the_whole_and_stands_there_from_then_on(talk: Talk) -> None:
    written, whole = await together(talk, *SHORT)
    long = "x" * 4095
    await talk.anna.edit(written[1], text=long)
    await talk.settle()
    follows = said(talk.topic)[-1]
    assert (follows.text, follows.reply_to) == (long, whole)
    assert whole.text == "one\n\ntwo\n\nthree"
    await talk.anna.edit(written[0], text="1")
    await talk.settle()
    assert whole.text == "1\n\nthree", "its old words are gone, the new ones stand below"
    await talk.anna.edit(written[1], text="2")
    await talk.settle()
    assert (whole.text, follows.text) == ("1\n\nthree", "2")


async def test_an_edit_says_a_part_anew_where_the_staff_have_deleted_the_whole(talk: Talk) -> None:
    written, whole = await together(talk, *SHORT)
    await talk.lena.delete(whole)
    for part in written[:2]:
        await talk.anna.edit(part, text=f"{part.text}!")
        await talk.settle()
    assert texts(said(talk.topic))[-2:] == ["✏️ one!", "✏️ two!"]


# Troubles --------------------------------------------------------------------------------------------------------


async def test_a_second_flood_keeps_all_of_it_waiting_in_its_order(talk: Talk) -> None:
    before = said(talk.topic)[-1]
    written = await waiting(talk, "one", "two")
    talk.hold(talk.telegram.staff)
    await talk.telegram.clock.advance(40)
    assert said(talk.topic, after=before) == []
    await talk.anna.say("three")
    await talk.anna.edit(written[1], text="zwei")
    await talk.later()
    (whole,) = said(talk.topic, after=before)
    assert (whole.text, whole.edited) == ("one\n\nzwei\n\nthree", False)


def states(database: Path) -> list[str]:
    """Of the texts that are not done in the books."""
    with sqlite3.connect(database) as connection:
        return [state for (state,) in connection.execute("SELECT state FROM outbox WHERE payload LIKE '%\"Relay\"%'")]


async def test_in_the_books_all_parts_go_wait_and_are_done_together(telegram: LocalTelegram, tmp_path: Path) -> None:
    async with talking(telegram, tmp_path / "desk.sqlite3") as talk:
        await waiting(talk, *SHORT)
        found = [states(tmp_path / "desk.sqlite3")]
        talk.hold(telegram.staff)
        for seconds in (32, 21.5, 10):
            await telegram.clock.advance(seconds)
            found.append(states(tmp_path / "desk.sqlite3"))
            telegram.faults.delay(5, chat=telegram.staff.chat_id, method="sendMessage")
        assert found == [["waiting"] * 3, ["waiting"] * 3, ["sending"] * 3, []]


async def test_when_the_whole_is_refused_every_part_goes_alone(talk: Talk) -> None:
    before = said(talk.topic)[-1]
    written = await waiting(talk, "one", "two")
    written.append(await talk.anna.say("the green card", entities=BOLD))
    talk.telegram.faults.refuse(bad_request("something in it is wrong"), method="sendMessage")
    await talk.later()
    assert texts(said(talk.topic, after=before)) == ["one", "two", "the green card"]
    assert said(talk.topic)[-1].entities, "none has lost its formatting"
    assert [message.reactions for message in written] == [["👌"]] * 3


async def test_a_part_that_cannot_be_read_holds_up_no_other(telegram: LocalTelegram, tmp_path: Path) -> None:
    """What is stored of it belongs to another version of the desk, say."""
    async with talking(telegram, tmp_path / "desk.sqlite3", errors=1) as talk:
        before = said(talk.topic)[-1]
        await waiting(talk, *SHORT)
        with sqlite3.connect(tmp_path / "desk.sqlite3") as connection:
            connection.execute('UPDATE messages SET content = \'{"$": "Riddle"}\' WHERE content LIKE \'%"two"%\'')
        await talk.later()
        assert texts(said(talk.topic, after=before)) == ["one", "three"]


async def test_into_a_new_topic_it_goes_as_one_message_too(talk: Talk) -> None:
    old = talk.topic
    await waiting(talk, *SHORT)
    await talk.telegram.delete_topic(old)
    await talk.later()
    assert talk.topic.id != old.id
    assert "one\n\ntwo\n\nthree" in texts(said(talk.topic))


async def test_an_answer_that_got_lost_doubles_one_message(talk: Talk) -> None:
    await waiting(talk, *SHORT)
    talk.telegram.faults.drop_after(method="sendMessage", chat=talk.telegram.staff.chat_id)
    await talk.later()
    assert texts(said(talk.topic))[-2:] == ["one\n\ntwo\n\nthree"] * 2


async def test_what_a_killed_process_may_have_said_as_one_message_is_said_so_again(
    telegram: LocalTelegram, tmp_path: Path
) -> None:
    anna, database = telegram.customer("Anna", language="en"), tmp_path / "desk.sqlite3"
    async with RunningDesk(telegram, database) as desk:
        await anna.start()
        await file_request(telegram, anna)
        telegram.faults.flood(30, chat=telegram.staff.chat_id, method="sendMessage")
        for words in SHORT:
            await anna.say(words)
        await telegram.settle()
        await desk.stop()
        with sqlite3.connect(database) as connection:
            connection.execute("UPDATE outbox SET state = 'sending' WHERE id < (SELECT max(id) FROM outbox)")
        await desk.start()
        await telegram.settle(quiet=60)
        assert texts(said(only_topic(telegram)))[-2:] == ["one\n\ntwo", "three"]
