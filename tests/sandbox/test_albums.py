"""sendMediaGroup, and plural sends that come out in part."""

from __future__ import annotations

from typing import Any

import pytest

from bot.sandbox.people import Person
from bot.sandbox.telegram import LocalTelegram
from tests.sandbox.client import Client


@pytest.fixture
async def anna(telegram: LocalTelegram, bot: Client) -> Person:
    anna = telegram.customer("Anna")
    await anna.start()
    await bot.updates()
    return anna


def item(kind: str, **more: Any) -> dict[str, Any]:
    return {"type": kind, "media": "attach://file"} | more


FILE = ("a.png", b"x")


async def test_an_album_is_several_messages_of_one_group(bot: Client, anna: Person) -> None:
    media = [item("photo", caption="<b>see</b>", parse_mode="HTML"), item("video")]
    sent = await bot("sendMediaGroup", chat_id=anna.id, media=media, file=FILE)
    assert len({message["media_group_id"] for message in sent}) == 1
    assert [one.line() for one in anna.chat.messages[1:]] == ["Desk: <photo> see", "Desk: <video>"]
    assert sent[0]["caption_entities"][0]["type"] == "bold"


async def test_an_album_of_one_is_just_a_message(bot: Client, anna: Person) -> None:
    (sent,) = await bot("sendMediaGroup", chat_id=anna.id, media=[item("photo")], file=FILE)
    assert "media_group_id" not in sent


@pytest.mark.parametrize(
    ("media", "description"),
    [
        ([], "there are no messages to send"),
        ([item("photo")] * 11, "too many messages to send as an album"),
        ([item("voice")] * 2, "invalid message content type"),
        ([item("animation")] * 2, "can't use the media of the specified type in the album"),
        ([item("photo"), item("document")], "document can't be mixed with other media types"),
        ([item("photo"), item("audio")], "audio can't be mixed with other media types"),
        ("{", "can't parse media JSON object"),
    ],
)
async def test_what_albums_refuse(bot: Client, anna: Person, media: Any, description: str) -> None:
    refusal = await bot.refused("sendMediaGroup", chat_id=anna.id, media=media, file=FILE)
    assert refusal.description == f"Bad Request: {description}"


async def test_one_bad_file_fails_the_whole_album_beforehand(bot: Client, anna: Person) -> None:
    media = [item("photo"), item("photo", media="no such id")]
    await bot.refused("sendMediaGroup", chat_id=anna.id, media=media, file=FILE)
    assert anna.chat.transcript() == "Anna: /start"


async def test_an_album_of_a_person_is_separate_updates_with_one_caption(bot: Client, anna: Person) -> None:
    await anna.album(["photo", "video", "photo"], caption="see")
    messages = [update["message"] for update in await bot.updates()]
    assert len({message["media_group_id"] for message in messages}) == 1
    assert isinstance(messages[0]["media_group_id"], str)
    assert [message.get("caption") for message in messages] == ["see", None, None]


@pytest.mark.parametrize("method", ["sendMediaGroup", "copyMessages", "forwardMessages"])
async def test_a_plural_send_may_fail_with_some_of_it_in_the_chat(
    telegram: LocalTelegram, bot: Client, anna: Person, method: str
) -> None:
    album = await anna.album(["photo"] * 3)
    telegram.faults.partial(accepted=2)
    ids = {"from_chat_id": anna.id, "message_ids": [one.id for one in album]}
    given = {"media": [item("photo")] * 3, "file": FILE} if method == "sendMediaGroup" else ids
    refusal = await bot.refused(method, chat_id=telegram.staff.chat_id, **given)
    word = "forwarded" if method == "forwardMessages" else "sent"
    assert refusal.description == (
        f'Bad Request: failed to send message #3 with the error message "Message was not {word}"'
    )
    assert len(telegram.staff.general.messages) == 2


async def test_an_album_costs_as_much_as_its_items(telegram: LocalTelegram, bot: Client, anna: Person) -> None:
    await bot("sendMediaGroup", chat_id=telegram.staff.chat_id, media=[item("photo")] * 3, file=FILE)
    assert telegram.units(telegram.staff.chat_id) == 3
