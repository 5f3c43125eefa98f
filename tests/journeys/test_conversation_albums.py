"""An album arrives as one album, however its parts trickle in."""

from __future__ import annotations

import pytest

from bot.sandbox.props import content
from bot.sandbox.views import ChatView, Message
from tests.journeys.talk import Talk, said

SHAPES = {
    "two photos": ["photo", "photo"],
    "ten mixed": ["photo", "video"] * 5,
    "documents": ["document"] * 3,
    "music": ["audio"] * 2,
}


def assert_one_album(sent: list[Message], chat: ChatView) -> list[Message]:
    """The last messages there are these, as one album."""
    shown = said(chat)[-len(sent) :]
    assert [message.file_id for message in shown] == [message.file_id for message in sent]
    assert [message.media for message in shown] == [message.media for message in sent]
    assert [message.text for message in shown] == [message.text for message in sent]
    (group,) = {message.media_group_id for message in shown}
    assert group not in (None, sent[0].media_group_id)
    return shown


@pytest.mark.parametrize("shape", SHAPES)
async def test_an_album_stays_one_album_both_ways(talk: Talk, shape: str) -> None:
    mine = await talk.anna.album(SHAPES[shape], caption="from Anna")
    await talk.later()
    assert_one_album(mine, talk.topic)
    assert mine[0].reactions == ["👌"]
    theirs = await talk.ivan.album(SHAPES[shape], caption="from Ivan", topic=talk.topic)
    await talk.later()
    assert_one_album(theirs, talk.anna.chat)
    assert theirs[0].reactions == ["👌"]


async def test_parts_that_come_late_join_their_album(talk: Talk) -> None:
    """Each part begins the second of waiting anew."""
    parts = []
    for _ in range(4):
        thing = content(talk.telegram.world, talk.anna.account, "photo")
        parts.append(Message(talk.telegram.world, talk.anna.put(thing | {"media_group_id": "77"})))
        await talk.telegram.clock.advance(0.8)
    await talk.settle()
    assert_one_album(parts, talk.topic)


async def test_a_part_that_comes_much_too_late_arrives_alone(talk: Talk) -> None:
    thing = content(talk.telegram.world, talk.anna.account, "photo")
    parts = [Message(talk.telegram.world, talk.anna.put(thing | {"media_group_id": "77"})) for _ in range(2)]
    await talk.settle()
    talk.anna.put(thing | {"media_group_id": "77"})
    await talk.settle()
    *album, late = said(talk.topic)[-3:]
    assert len({message.media_group_id for message in album}) == 1
    assert late.media_group_id is None
    assert late.media == "photo"
    assert len(parts) == 2


async def test_words_after_an_album_come_after_it(talk: Talk) -> None:
    await talk.anna.album(["photo", "photo"])
    await talk.anna_says("That is what I see")
    assert [message.media for message in said(talk.topic)[-3:]] == ["photo", "photo", None]


async def test_an_album_carries_the_number_of_its_ticket(talk: Talk) -> None:
    await talk.another_request()
    await talk.ivan.album(["photo", "photo"], caption="look", topic=talk.topic)
    await talk.settle()
    assert [message.text for message in said(talk.anna.chat)[-2:]] == ["#1 · look", ""]


async def test_the_caption_of_a_part_can_be_edited(talk: Talk) -> None:
    album = await talk.anna.album(["photo", "photo"], caption="look")
    await talk.settle()
    shown = assert_one_album(album, talk.topic)
    await talk.anna.edit(album[0], caption="look here")
    await talk.settle()
    assert shown[0].text == "look here"
    assert shown[0].file_id == album[0].file_id
