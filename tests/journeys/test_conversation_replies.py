"""Replies and quotes keep pointing at the right message, whichever side they are on."""

from __future__ import annotations

import pytest

from bot.sandbox.views import Message
from tests.journeys.talk import Talk, copy_of, said, texts

BOLD = [{"type": "bold", "offset": 4, "length": 5}]


async def test_a_reply_points_at_the_same_message_on_the_other_side(talk: Talk) -> None:
    asked = await talk.ivan_says("Which card?")
    answered = await talk.anna_says("The green one", reply_to=copy_of(asked, talk.anna.chat))
    assert copy_of(answered, talk.topic).reply_to == asked
    thanks = await talk.ivan_says("Thank you", reply_to=copy_of(answered, talk.topic))
    assert copy_of(thanks, talk.anna.chat).reply_to == answered


async def test_a_reply_to_ones_own_message_points_at_its_copy(talk: Talk) -> None:
    first = await talk.anna_says("It happens again")
    more = await talk.anna_says("Every morning", reply_to=first)
    assert copy_of(more, talk.topic).reply_to == copy_of(first, talk.topic)
    asked = await talk.ivan_says("At which hour?")
    again = await talk.ivan_says("Roughly?", reply_to=asked)
    assert copy_of(again, talk.anna.chat).reply_to == copy_of(asked, talk.anna.chat)


async def test_a_quote_keeps_its_words_and_their_formatting(talk: Talk) -> None:
    await talk.anna_says("the green card", entities=BOLD)
    copy = said(talk.topic)[-1]
    asked = await talk.ivan_says("This one?", reply_to=copy, quote="green card")
    shown = copy_of(asked, talk.anna.chat)
    assert shown.quote == "green card"
    answered = await talk.anna_says("Yes", reply_to=shown, quote="This")
    assert copy_of(answered, talk.topic).quote == "This"
    assert copy_of(answered, talk.topic).reply_to == asked


async def test_a_quote_of_the_tickets_number_answers_the_whole_message(talk: Talk) -> None:
    await talk.another_request()
    asked = await talk.ivan_says("Which card?")
    answered = await talk.anna_says("Green", reply_to=said(talk.anna.chat)[-1], quote="#1 · Which")
    assert copy_of(answered, talk.topic).reply_to == asked
    assert copy_of(answered, talk.topic).quote is None


async def test_a_quote_that_an_edit_has_overtaken_still_answers_the_message(talk: Talk) -> None:
    first = await talk.anna_says("the green card")
    copy = copy_of(first, talk.topic)
    talk.hold(talk.anna.chat)
    asked = await talk.ivan_says("This one?", reply_to=copy, quote="green card")
    await talk.anna.edit(first, text="the blue card")
    await talk.later()
    shown = copy_of(asked, talk.anna.chat)
    assert (shown.reply_to, shown.quote) == (first, None)


async def test_a_reply_to_words_that_stand_on_the_card_points_at_the_card(talk_by_dialog: Talk) -> None:
    talk = talk_by_dialog
    described = next(message for message in talk.anna.chat.messages if message.text.startswith("Payment fails"))
    more = await talk.anna_says("Only with Visa", reply_to=described)
    assert copy_of(more, talk.topic).reply_to == talk.card


async def test_a_reply_to_the_desks_own_words_goes_to_their_ticket_without_pointing(talk: Talk) -> None:
    notice = next(message for message in said(talk.anna.chat) if "is working on" in message.text)
    thanks = await talk.anna_says("Thank you", reply_to=notice)
    assert copy_of(thanks, talk.topic).reply_to is None
    fine = await talk.ivan_says("We begin with the logs", reply_to=talk.card)
    assert copy_of(fine, talk.anna.chat).reply_to is None


@pytest.mark.parametrize("part", [0, 2])
async def test_a_reply_to_a_part_of_an_album_points_at_that_part(talk: Talk, part: int) -> None:
    album = await talk.anna.album(["photo", "photo", "photo"])
    await talk.settle()
    shown = copies_of(album, said(talk.topic))
    asked = await talk.ivan_says("What is this?", reply_to=shown[part])
    assert copy_of(asked, talk.anna.chat).reply_to == album[part]


async def test_an_album_may_be_a_reply(talk: Talk) -> None:
    asked = await talk.ivan_says("Screenshots, please")
    await talk.anna.album(["photo", "photo"], reply_to=copy_of(asked, talk.anna.chat))
    await talk.settle()
    assert [message.reply_to for message in said(talk.topic)[-2:]] == [asked, asked]


async def test_a_reply_to_a_message_deleted_meanwhile_arrives_without_pointing(talk: Talk) -> None:
    first = await talk.anna_says("Forget it")
    copy = copy_of(first, talk.topic)
    await talk.anna.delete(first)
    asked = await talk.ivan_says("Why?", reply_to=copy)
    assert copy_of(asked, talk.anna.chat).reply_to is None
    assert asked.reactions == ["👌"]


def copies_of(album: list[Message], messages: list[Message]) -> list[Message]:
    ids = [message.file_id for message in album]
    found = {message.file_id: message for message in messages}
    return [found[one] for one in ids]


async def test_both_sides_read_the_whole_conversation_in_its_order(talk: Talk) -> None:
    for words in ("one", "two", "three"):
        await talk.anna_says(f"anna {words}")
        await talk.ivan_says(f"ivan {words}")
    talked = [f"{who} {words}" for words in ("one", "two", "three") for who in ("anna", "ivan")]
    assert texts(talk.anna.chat.messages)[-6:] == talked
    assert texts([message for message in talk.topic.messages if not message.service])[-6:] == talked
