"""Sending one message: order of checks, contents, replies and quotes, copies and forwards, files."""

from __future__ import annotations

import io
import json
from typing import Any

import aiohttp
import pytest

from bot.sandbox.people import Person
from bot.sandbox.props import picture
from bot.sandbox.telegram import LocalTelegram
from tests.sandbox.client import Client


@pytest.fixture
async def anna(telegram: LocalTelegram) -> Person:
    anna = telegram.customer("Anna")
    await anna.start()
    return anna


@pytest.mark.parametrize(
    ("given", "description"),
    [
        ({}, "Bad Request: message text is empty"),
        ({"text": " \u200b "}, "Bad Request: text must be non-empty"),
        ({"text": "x" * 4097}, "Bad Request: message is too long"),
        ({"text": "x" * 32769}, "Bad Request: text is too long"),
        ({"text": "x", "parse_mode": "BBCode"}, "Bad Request: unsupported parse_mode"),
        ({"text": "x", "entities": "{"}, "Bad Request: can't parse MessageEntity: "),
        ({"text": "x", "reply_parameters": "{"}, "Bad Request: can't parse reply parameters JSON object"),
        ({"text": "x", "reply_markup": "{"}, "Bad Request: can't parse reply keyboard markup JSON object"),
        ({"text": "x", "link_preview_options": "{"}, "Bad Request: can't parse link preview options JSON object"),
        ({"text": "x"}, "Bad Request: chat_id is empty"),
        ({"text": "x", "chat_id": 5}, "Bad Request: chat not found"),
    ],
)
async def test_what_send_message_refuses(bot: Client, given: dict[str, Any], description: str) -> None:
    assert (await bot.refused("sendMessage", **given)).description.startswith(description)


async def test_checks_come_in_telegrams_order(telegram: LocalTelegram, bot: Client) -> None:
    wrong: dict[str, Any] = {
        "text": "",
        "reply_parameters": "{",
        "reply_markup": {"inline_keyboard": ["flat"]},
        "chat_id": 5,
        "message_thread_id": 77,
    }
    mended: dict[str, Any] = {
        "text": "hello",
        "reply_parameters": {"message_id": 999},
        "reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": "b"}]]},
        "chat_id": telegram.staff.chat_id,
        "message_thread_id": (await telegram.create_topic("#1")).id,
    }
    fragments = ("text is empty", "reply parameters", "Array of Arrays", "chat not found", "thread not found")
    for name, fragment in zip(list(wrong), fragments, strict=True):
        assert fragment in (await bot.refused("sendMessage", **wrong)).description
        wrong[name] = mended[name]
    assert "message to be replied not found" in (await bot.refused("sendMessage", **wrong)).description


async def test_length_is_counted_in_code_points_and_entities_in_utf16(bot: Client, anna: Person) -> None:
    sent = await bot("sendMessage", chat_id=anna.id, text="😀" * 4095 + "<b>x</b>", parse_mode="HTML")
    assert sent["entities"] == [{"type": "bold", "offset": 8190, "length": 1}]


async def test_the_message_that_comes_back_is_the_one_that_anna_sees(bot: Client, anna: Person) -> None:
    keyboard = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y", "style": "success"}]]}
    sent = await bot("sendMessage", chat_id=anna.id, text="  Solved?  ", reply_markup=keyboard)
    assert (sent["text"], sent["reply_markup"]) == ("Solved?", keyboard)
    assert sent["chat"] == {"id": anna.id, "type": "private", "first_name": "Anna"}
    assert sent["from"]["is_bot"]
    button = anna.chat.last.buttons[0][0]
    assert (button.text, button.data, button.style) == ("Yes", "y", "success")


async def test_a_mention_of_somebody_unknown_stays_plain_text(
    telegram: LocalTelegram, bot: Client, anna: Person
) -> None:
    stranger = telegram.customer("Stranger")
    text = f'<a href="tg://user?id={stranger.id}">you</a> <a href="tg://user?id={anna.id}">me</a>'
    sent = await bot("sendMessage", chat_id=anna.id, text=text, parse_mode="HTML")
    assert [entity["user"]["id"] for entity in sent["entities"]] == [anna.id]


MEDIA = ["photo", "video", "audio", "document", "animation", "voice", "video_note", "sticker"]
METHODS = {kind: "send" + kind.title().replace("_", "") for kind in MEDIA}
NAMES = dict(zip(MEDIA, ("a.png", "a.mp4", "a.mp3", "a.txt", "a.mp4", "a.oga", "a.mp4", "a.webp"), strict=True))


@pytest.mark.parametrize("kind", MEDIA)
async def test_each_kind_can_be_uploaded_and_sent_again_by_its_id(
    telegram: LocalTelegram, bot: Client, anna: Person, kind: str
) -> None:
    sent = await bot(METHODS[kind], chat_id=anna.id, **{kind: (NAMES[kind], b"bytes")})
    assert anna.chat.last.media == kind
    file_id = anna.chat.last.file_id
    again = await bot(METHODS[kind], chat_id=telegram.staff.chat_id, **{kind: file_id})
    assert kind in sent
    assert telegram.staff.general.last.file_id == file_id
    assert kind in again


@pytest.mark.parametrize("kind", ["photo", "video", "audio", "document", "animation", "voice"])
async def test_captions_have_entities_and_a_limit(bot: Client, anna: Person, kind: str) -> None:
    file: dict[str, Any] = {kind: (NAMES[kind], b"bytes")}
    sent = await bot(METHODS[kind], chat_id=anna.id, caption="<i>see</i>", parse_mode="HTML", **file)
    assert (sent["caption"], sent["caption_entities"]) == ("see", [{"type": "italic", "offset": 0, "length": 3}])
    refusal = await bot.refused(METHODS[kind], chat_id=anna.id, caption="x" * 1025, **file)
    assert refusal.description == "Bad Request: message caption is too long"


@pytest.mark.parametrize(
    ("method", "given", "description"),
    [
        ("sendPhoto", {}, "Bad Request: there is no photo in the request"),
        ("sendVideoNote", {}, "Bad Request: there is no video note in the request"),
        ("sendDocument", {"document": "no such id"}, "Bad Request: wrong file identifier/HTTP URL specified"),
        ("sendDocument", {"document": "attach://none"}, "Bad Request: wrong file identifier/HTTP URL specified"),
        ("sendPhoto", {"photo": "https://example.com/a.png"}, "Bad Request: failed to get HTTP URL content"),
        ("sendPhoto", {"photo": ("a.txt", b"x")},
         "Bad Request: photo has unsupported extension. Use one of .jpg, .jpeg, .gif, .png, .tif or .bmp"),
    ],
)  # fmt: skip
async def test_wrong_files_are_refused(
    bot: Client, anna: Person, method: str, given: dict[str, Any], description: str
) -> None:
    assert (await bot.refused(method, chat_id=anna.id, **given)).description == description


async def test_a_photo_cannot_be_sent_as_a_document(bot: Client, anna: Person) -> None:
    photo = await anna.send("photo")
    refusal = await bot.refused("sendDocument", chat_id=anna.id, document=photo.file_id)
    assert refusal.description == "Bad Request: can't use file of type Photo as Document"


async def test_a_video_sent_as_a_document_stays_a_video_and_is_reported(
    telegram: LocalTelegram, bot: Client, anna: Person
) -> None:
    video = await anna.send("video")
    assert "video" in await bot("sendDocument", chat_id=anna.id, document=video.file_id)
    assert telegram.strict.lines == ["sendDocument: a video is sent as document and stays a video"]


async def test_other_things_can_be_sent(bot: Client, anna: Person) -> None:
    await bot("sendLocation", chat_id=anna.id, latitude=1.5, longitude=2.5)
    await bot("sendVenue", chat_id=anna.id, latitude=1.5, longitude=2.5, title="Office", address="Main Street 1")
    await bot("sendContact", chat_id=anna.id, phone_number="+1", first_name="Ivan")
    await bot("sendPoll", chat_id=anna.id, question="Tea?", options=[{"text": "Yes"}, {"text": "No"}])
    await bot("sendDice", chat_id=anna.id)
    assert [one.media for one in anna.chat.messages[1:]] == ["location", "venue", "contact", "poll", "dice"]


async def test_files_up_to_20_megabytes_can_be_downloaded(telegram: LocalTelegram, bot: Client, anna: Person) -> None:
    document = await anna.send("document", file_name="log.txt", data=b"the log")
    file = await bot("getFile", file_id=document.file_id)
    address = f"{telegram.url}/file/bot{telegram.token}/{file['file_path']}"
    async with aiohttp.ClientSession() as session, session.get(address) as response:
        assert await response.read() == b"the log"
    big = await anna.send("document", size=20 * 1024 * 1024 + 1)
    assert (await bot.refused("getFile", file_id=big.file_id)).description == "Bad Request: file is too big"
    assert "document" in await bot("sendDocument", chat_id=anna.id, document=big.file_id)


@pytest.mark.parametrize(("given", "description"), [("", "file_id not specified"), ("false", "invalid file_id")])
async def test_get_file_refuses_false_ids(bot: Client, given: str, description: str) -> None:
    assert (await bot.refused("getFile", file_id=given)).description == f"Bad Request: {description}"


async def test_uploads_have_limits(telegram: LocalTelegram, bot: Client, anna: Person) -> None:
    async with aiohttp.ClientSession() as session:
        form = aiohttp.FormData({"chat_id": str(anna.id)})
        form.add_field("document", io.BytesIO(b"x" * (50 * 1024 * 1024 + 1)), filename="big.bin")
        async with session.post(bot.address("sendDocument"), data=form) as response:
            assert (response.status, await response.read()) == (413, b"")
    refusal = await bot.refused(
        "sendPhoto", chat_id=anna.id, photo=("a.png", io.BytesIO(b"x" * (10 * 1024 * 1024 + 1)))
    )
    assert "is too big for a photo" in refusal.description


async def test_a_photo_of_a_person_is_a_picture(telegram: LocalTelegram, anna: Person) -> None:
    photo = await anna.send("photo", caption="see")
    file = telegram.world.files.by_id[str(photo.file_id)]
    assert file.data == picture()
    assert photo.text == "see"


# replies and quotes


async def test_a_reply_carries_its_target_one_level_deep(bot: Client, anna: Person) -> None:
    first = await anna.say("first")
    second = await anna.say("second", reply_to=first)
    sent = await bot("sendMessage", chat_id=anna.id, text="third", reply_parameters={"message_id": second.id})
    assert sent["reply_to_message"]["text"] == "second"
    assert "reply_to_message" not in sent["reply_to_message"]


async def test_a_reply_to_nothing_is_refused_unless_allowed(bot: Client, anna: Person) -> None:
    gone = await anna.say("first")
    await anna.delete(gone)
    wish: dict[str, Any] = {"message_id": gone.id}
    refusal = await bot.refused("sendMessage", chat_id=anna.id, text="x", reply_parameters=wish)
    assert refusal.description == "Bad Request: message to be replied not found"
    wish["allow_sending_without_reply"] = True
    assert "reply_to_message" not in await bot("sendMessage", chat_id=anna.id, text="x", reply_parameters=wish)


async def test_across_chats_it_cannot_go_without_its_target(telegram: LocalTelegram, bot: Client, anna: Person) -> None:
    wish = {"message_id": 999, "chat_id": telegram.staff.chat_id, "allow_sending_without_reply": True}
    refusal = await bot.refused("sendMessage", chat_id=anna.id, text="x", reply_parameters=wish)
    assert refusal.description == "Bad Request: message to be replied not found"


async def test_a_reply_across_chats_is_external(telegram: LocalTelegram, bot: Client, anna: Person) -> None:
    ivan = telegram.member("Ivan")
    said = await ivan.say("hello")
    wish = {"message_id": said.id, "chat_id": telegram.staff.chat_id, "quote": "hell"}
    sent = await bot("sendMessage", chat_id=anna.id, text="x", reply_parameters=wish)
    assert "reply_to_message" not in sent
    assert sent["external_reply"]["message_id"] == said.id
    assert sent["quote"]["text"] == "hell"


QUOTES: list[tuple[str, dict[str, Any], bool]] = [
    ("bold move", {"quote": "<b>bold</b> move", "quote_parse_mode": "HTML"}, True),
    ("part of a word", {"quote": "mov"}, True),
    ("formatting left out", {"quote": "bold move"}, False),
    ("formatting put in", {"quote": "a <b>bold</b> <i>move</i>", "quote_parse_mode": "HTML"}, False),
    ("other words", {"quote": "timid move"}, False),
    ("links do not count", {"quote": "here"}, True),
]


@pytest.mark.parametrize(("quote", "found"), [row[1:] for row in QUOTES], ids=[row[0] for row in QUOTES])
async def test_a_quote_is_an_exact_part_with_its_formatting(
    bot: Client, anna: Person, quote: dict[str, Any], found: bool
) -> None:
    text = 'a <b>bold</b> move, <a href="https://example.com/">here</a>'
    source = await bot("sendMessage", chat_id=anna.id, text=text, parse_mode="HTML")
    asked = {"chat_id": anna.id, "text": "x", "reply_parameters": {"message_id": source["message_id"]} | quote}
    if found:
        assert (await bot("sendMessage", **asked))["quote"]["position"] == source["text"].index(
            (await bot("sendMessage", **asked))["quote"]["text"]
        )
    else:
        assert (await bot.refused("sendMessage", **asked)).description == "Bad Request: QUOTE_TEXT_INVALID"


async def test_the_place_of_a_quote_is_the_nearest_in_utf16(bot: Client, anna: Person) -> None:
    source = await anna.say("😀 yes, yes, yes")
    wish = {"message_id": source.id, "quote": "yes", "quote_position": 9}
    sent = await bot("sendMessage", chat_id=anna.id, text="x", reply_parameters=wish)
    assert sent["quote"] == {"text": "yes", "position": 8, "is_manual": True}


# copies and forwards


async def test_a_copy_has_no_origin_and_keeps_or_changes_its_caption(
    telegram: LocalTelegram, bot: Client, anna: Person
) -> None:
    photo = await anna.send("photo", caption="see")
    asked = {"chat_id": telegram.staff.chat_id, "from_chat_id": anna.id, "message_id": photo.id}
    assert list(await bot("copyMessage", **asked)) == ["message_id"]
    general = telegram.staff.general
    assert (general.last.media, general.last.text) == ("photo", "see")
    assert "forward_origin" not in general.last.json
    await bot("copyMessage", caption="look", **asked)
    assert general.last.text == "look"
    await bot("copyMessage", caption="", **asked)
    assert general.last.text == ""


@pytest.mark.parametrize(
    ("method", "description"),
    [("copyMessage", "message to copy not found"), ("forwardMessage", "message to forward not found")],
)
async def test_what_is_gone_cannot_be_copied_or_forwarded(
    telegram: LocalTelegram, bot: Client, anna: Person, method: str, description: str
) -> None:
    asked = {"chat_id": telegram.staff.chat_id, "from_chat_id": anna.id, "message_id": 999}
    assert (await bot.refused(method, **asked)).description == f"Bad Request: {description}"


async def test_service_messages_are_neither_copied_nor_forwarded(
    telegram: LocalTelegram, bot: Client, anna: Person
) -> None:
    topic = await telegram.create_topic("#1")
    asked = {"chat_id": anna.id, "from_chat_id": telegram.staff.chat_id, "message_id": topic.id}
    refusals = [(await bot.refused(method, **asked)).description for method in ("copyMessage", "forwardMessage")]
    assert refusals == [
        "Bad Request: the message can't be copied",
        "Bad Request: the message can't be forwarded",
    ]


async def test_a_forward_tells_its_origin_unless_the_author_hides(
    telegram: LocalTelegram, bot: Client, anna: Person
) -> None:
    said = await anna.say("hello")
    asked = {"chat_id": telegram.staff.chat_id, "from_chat_id": anna.id, "message_id": said.id}
    origin = (await bot("forwardMessage", **asked))["forward_origin"]
    assert (origin["type"], origin["sender_user"]["id"]) == ("user", anna.id)
    anna.account.hides_forwards = True
    origin = (await bot("forwardMessage", **asked))["forward_origin"]
    assert origin == {"type": "hidden_user", "date": said.json["date"], "sender_user_name": "Anna"}


async def test_protected_messages_are_not_forwarded(telegram: LocalTelegram, bot: Client, anna: Person) -> None:
    sent = await bot("sendMessage", chat_id=anna.id, text="secret", protect_content=True)
    asked = {"chat_id": telegram.staff.chat_id, "from_chat_id": anna.id, "message_id": sent["message_id"]}
    refusal = await bot.refused("forwardMessage", **asked)
    assert refusal.description == "Bad Request: message has protected content and can't be forwarded"


@pytest.mark.parametrize("method", ["copyMessages", "forwardMessages"])
async def test_plural_forms_skip_what_is_missing_and_keep_albums(
    telegram: LocalTelegram, bot: Client, anna: Person, method: str
) -> None:
    album = await anna.album(["photo", "video"])
    ids = [album[0].id, album[1].id, 999]
    result = await bot(method, chat_id=telegram.staff.chat_id, from_chat_id=anna.id, message_ids=ids)
    copies = telegram.staff.general.messages
    assert [one["message_id"] for one in result] == [copy.id for copy in copies]
    assert copies[0].media_group_id == copies[1].media_group_id
    assert copies[0].media_group_id not in (None, album[0].media_group_id)


@pytest.mark.parametrize(
    ("ids", "description"),
    [
        ([], "Bad Request: message identifiers are not specified"),
        ([2, 1], "Bad Request: message identifiers must be in a strictly increasing order"),
        ([1, 1], "Bad Request: message identifiers must be in a strictly increasing order"),
        (list(range(1, 102)), "Bad Request: too many message identifiers specified"),
        ([998, 999], "Bad Request: there are no messages to forward"),
    ],
)
async def test_what_plural_forms_refuse(
    telegram: LocalTelegram, bot: Client, anna: Person, ids: list[int], description: str
) -> None:
    asked = {"chat_id": telegram.staff.chat_id, "from_chat_id": anna.id, "message_ids": json.dumps(ids)}
    assert (await bot.refused("forwardMessages", **asked)).description == description


async def test_only_service_messages_cannot_be_forwarded_together(
    telegram: LocalTelegram, bot: Client, anna: Person
) -> None:
    topic = await telegram.create_topic("#1")
    asked = {"chat_id": anna.id, "from_chat_id": telegram.staff.chat_id, "message_ids": [topic.id]}
    assert (await bot.refused("forwardMessages", **asked)).description == "Bad Request: messages can't be forwarded"


@pytest.mark.parametrize(
    ("given", "description"),
    [
        ({"text": "x"}, "Bad Request: draft identifier must be non-zero"),
        ({"text": "<b>", "parse_mode": "HTML", "draft_id": 1}, "Bad Request: can't parse entities"),
        ({"text": "x" * 4097, "draft_id": 1}, "Bad Request: message is too long"),
    ],
)
async def test_drafts_are_checked(bot: Client, anna: Person, given: dict[str, Any], description: str) -> None:
    assert (await bot.refused("sendMessageDraft", chat_id=anna.id, **given)).description.startswith(description)


async def test_a_draft_leaves_nothing_behind(bot: Client, anna: Person) -> None:
    before = anna.chat.transcript()
    assert await bot("sendMessageDraft", chat_id=anna.id, draft_id=1, text="thinking") is True
    assert anna.chat.transcript() == before
