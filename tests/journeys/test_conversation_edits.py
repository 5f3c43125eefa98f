"""What is edited on one side changes on the other; `/unsend` takes back."""

from __future__ import annotations

import pytest

from bot.sandbox.errors import bad_request
from bot.sandbox.people import Person
from tests.journeys.talk import Talk, copy_of, said, texts

HOURS = 3600


def edits(talk: Talk) -> list[str]:
    return [call.method for call in talk.telegram.calls if call.method.startswith("editMessage")]


async def test_an_edited_text_follows_on_the_other_side(talk: Talk) -> None:
    for person, chat, other in (
        (talk.anna, talk.anna.chat, talk.topic),
        (talk.ivan, talk.topic, talk.anna.chat),
    ):
        words = await person.say("It is green", to=chat)
        await talk.settle()
        shown = copy_of(words, other)
        await person.edit(words, text="It is blue")
        await talk.settle()
        assert (shown.text, shown.edited) == ("It is blue", True)


@pytest.mark.parametrize("who", ["anna", "ivan"])
async def test_an_edited_caption_follows_on_the_other_side(talk: Talk, who: str) -> None:
    person: Person = getattr(talk, who)
    chat, other = (talk.anna.chat, talk.topic) if person is talk.anna else (talk.topic, talk.anna.chat)
    for kind in ("photo", "document", "voice"):
        sent = await person.send(kind, caption="before", to=chat)
        await talk.settle()
        shown = said(other)[-1]
        for caption in ("after", ""):
            await person.edit(sent, caption=caption)
            await talk.settle()
            assert (shown.text, shown.file_id) == (caption, sent.file_id)


async def test_what_is_edited_before_it_goes_goes_as_it_is_then(talk: Talk) -> None:
    for person, chat, other in (
        (talk.anna, talk.anna.chat, talk.topic),
        (talk.ivan, talk.topic, talk.anna.chat),
    ):
        edited, before = edits(talk), said(other)[-1]
        talk.hold(talk.telegram.staff if other is talk.topic else other)
        words = await person.say("a typo", to=chat)
        await talk.settle()
        await person.edit(words, text="a type")
        await person.edit(words, text="no typo")
        await talk.later()
        assert texts(said(other, after=before)) == ["no typo"]
        assert edits(talk) == edited


async def test_several_edits_arrive_as_the_last_one(talk: Talk) -> None:
    words = await talk.anna_says("one")
    shown = copy_of(words, talk.topic)
    talk.hold(talk.telegram.staff, "editMessageText")
    for text in ("two", "three", "four"):
        await talk.anna.edit(words, text=text)
    before = len(edits(talk))
    await talk.later()
    assert shown.text == "four"
    assert len(edits(talk)) - before <= 2


async def test_an_edit_that_makes_a_text_longer_or_shorter_keeps_all_of_it(talk: Talk) -> None:
    await talk.another_request()
    words = await talk.ivan_says("short")
    before = said(talk.anna.chat)[-1]
    long = ("word " * 819 + "x")[:4096]
    await talk.ivan.edit(words, text=long)
    await talk.settle()
    parts = [before, *said(talk.anna.chat, after=before)]
    assert " ".join(texts(parts)) == f"#1 · {long}"
    await talk.ivan.edit(words, text="short again")
    await talk.settle()
    assert texts([before, *said(talk.anna.chat, after=before)]) == ["#1 · short again"]


async def test_an_edit_of_words_that_stand_on_the_card_is_said_anew(talk_by_dialog: Talk) -> None:
    talk = talk_by_dialog
    described = next(message for message in talk.anna.chat.messages if message.text.startswith("Payment fails"))
    await talk.anna.edit(described, text="Payment fails with error 502.")
    await talk.settle()
    assert said(talk.topic)[-1].text == "✏️ Payment fails with error 502."


async def test_an_edit_of_what_the_staff_have_deleted_is_said_anew(talk: Talk) -> None:
    words = await talk.anna_says("It is green")
    await talk.lena.delete(copy_of(words, talk.topic))
    await talk.anna.edit(words, text="It is blue")
    await talk.settle()
    assert said(talk.topic)[-1].text == "✏️ It is blue"


async def test_an_edit_of_what_the_customer_has_deleted_says_nothing(talk: Talk) -> None:
    words = await talk.ivan_says("It is green")
    await talk.anna.delete(copy_of(words, talk.anna.chat))
    before = talk.anna.chat.last
    await talk.ivan.edit(words, text="It is blue")
    await talk.settle()
    assert talk.anna.chat.last == before


# Taking back -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["ivan", "lena"])
async def test_the_author_and_a_lead_can_take_a_message_back(talk: Talk, who: str) -> None:
    wrong = await talk.ivan_says("Your password is 1234")
    await talk.staff_says(getattr(talk, who), "/unsend", reply_to=wrong)
    assert "1234" not in talk.anna.chat.transcript()
    answer = said(talk.topic)[-1]
    assert "Taken back" in answer.text
    assert answer.reply_to == wrong
    await talk.ivan.edit(wrong, text="Your password is 12345")
    await talk.settle()
    assert "1234" not in talk.anna.chat.transcript()


async def test_an_album_is_taken_back_whole(talk: Talk) -> None:
    before = talk.anna.chat.last
    album = await talk.ivan.album(["photo", "photo"], topic=talk.topic, caption="secret")
    await talk.settle()
    await talk.ivan_says("/unsend", reply_to=album[1])
    assert talk.anna.chat.last == before


async def test_what_has_not_gone_yet_is_taken_back_before_it_goes(talk: Talk) -> None:
    before = talk.anna.chat.last
    talk.hold(talk.anna.chat)
    wrong = await talk.ivan_says("Your password is 1234")
    await talk.ivan_says("/unsend", reply_to=wrong)
    await talk.later()
    assert talk.anna.chat.last == before
    assert not [call for call in talk.telegram.calls if call.method == "deleteMessages"]


async def test_a_colleague_cannot_take_back_what_others_wrote(talk: Talk) -> None:
    words = await talk.ivan_says("It is done")
    await talk.olga_says("/unsend", reply_to=words)
    assert talk.anna.chat.last.text == "It is done"
    assert "only its executor or a lead" in said(talk.topic)[-1].text


async def test_a_note_and_a_customers_message_cannot_be_taken_back(talk: Talk) -> None:
    note = await talk.olga_says("a note")
    words = await talk.anna_says("Hello?")
    for message in (note, copy_of(words, talk.topic), None):
        asked = await talk.olga_says("/unsend", reply_to=message)
        assert "Reply with /unsend to a message of yours" in said(talk.topic)[-1].text
        assert said(talk.topic)[-1].reply_to == asked
    assert talk.anna.chat.last == words


async def test_after_48_hours_it_is_too_late(talk: Talk) -> None:
    words = await talk.ivan_says("It is done")
    await talk.telegram.clock.leap(48 * HOURS + 60)
    await talk.ivan_says("/unsend", reply_to=words)
    assert talk.anna.chat.last.text == "It is done"
    assert "48 hours only" in said(talk.topic)[-1].text


async def test_when_telegram_keeps_a_message_the_staff_are_told(talk: Talk) -> None:
    words = await talk.ivan_says("It is done")
    talk.telegram.faults.refuse(bad_request("message can't be deleted for everyone"), method="deleteMessages")
    await talk.ivan_says("/unsend", reply_to=words)
    assert talk.anna.chat.last.text == "It is done"
    assert "the customer still has this message" in said(talk.topic)[-1].text
    assert said(talk.topic)[-1].reply_to == words
