"""Edits of the bot's own messages."""

from __future__ import annotations

from bot.sandbox.access import editable
from bot.sandbox.chats import Chat, Json, Record
from bot.sandbox.errors import bad_request
from bot.sandbox.files import media
from bot.sandbox.methods.registry import method
from bot.sandbox.methods.sending import location
from bot.sandbox.outgoing import caption_content, read_keyboard, spend, text_content
from bot.sandbox.params import Call
from bot.sandbox.posting import MEDIA, edited
from bot.sandbox.uploads import input_file

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current content"
    " and reply markup of the message"
)
TEXT_FIELDS = ("text", "entities", "link_preview_options")
CAPTION_FIELDS = ("caption", "caption_entities", "show_caption_above_media")
CAPTIONED = ("photo", "video", "audio", "document", "animation", "voice")
FILE_KINDS = ("photo", "video", "audio", "document", "animation")


@method("editMessageText")
def edit_message_text(call: Call) -> Json:
    content = text_content(call)
    markup = read_inline(call)
    record = own_message(call)
    if "text" not in record.message:
        raise bad_request("there is no text in the message to edit")
    return change(call, record, content, TEXT_FIELDS, markup)


@method("editMessageCaption")
def edit_message_caption(call: Call) -> Json:
    content = caption_content(call)
    markup = read_inline(call)
    record = own_message(call)
    if not any(kind in record.message for kind in CAPTIONED):
        raise bad_request("there is no caption in the message to edit")
    return change(call, record, content, CAPTION_FIELDS, markup)


@method("editMessageReplyMarkup")
def edit_message_reply_markup(call: Call) -> Json:
    markup = read_inline(call)
    return change(call, own_message(call), {}, (), markup)


@method("editMessageMedia")
def edit_message_media(call: Call) -> Json:
    markup = read_inline(call)
    item = call.nested("media", bad_request("can't parse input media JSON object"))
    if not isinstance(item, dict) or item.get("type") not in FILE_KINDS:
        raise bad_request("invalid message content type")
    caption = caption_content(call, item)
    record = own_message(call)
    if not any(kind in record.message for kind in ("text", *FILE_KINDS)):
        raise bad_request("message can't be edited")
    if record.message.get("media_group_id") and item["type"] not in record.message:
        raise bad_request("message content type can't be changed in an album")
    file = input_file(call, item["type"], item.get("media"), item)
    return change(
        call, record, media(file) | caption, (*TEXT_FIELDS, *MEDIA, *CAPTION_FIELDS, "has_media_spoiler"), markup
    )


@method("editMessageLiveLocation")
def edit_message_live_location(call: Call) -> Json:
    place = location(call)
    markup = read_inline(call)
    record = live_location(call)
    current = record.message["location"]
    kept = {"live_period": current["live_period"]}
    return change(call, record, {"location": kept | place}, ("location",), markup)


@method("stopMessageLiveLocation")
def stop_message_live_location(call: Call) -> Json:
    markup = read_inline(call)
    record = live_location(call)
    place = {name: value for name, value in record.message["location"].items() if name in ("latitude", "longitude")}
    return change(call, record, {"location": place}, ("location",), markup)


def live_location(call: Call) -> Record:
    record = own_message(call)
    place = record.message.get("location", {})
    if "live_period" not in place or record.message["date"] + place["live_period"] <= call.world.date():
        raise bad_request("message can't be edited")
    return record


@method("stopPoll")
def stop_poll(call: Call) -> Json:
    markup = read_inline(call)
    chat = editable(call)
    record = existing(call, chat, "message with poll to stop not found")
    if "poll" not in record.message:
        raise bad_request("message with poll to stop not found")
    if record.sender != call.world.bot.id:
        raise bad_request("poll can't be stopped")
    if record.message["poll"]["is_closed"]:
        raise bad_request("poll has already been closed")
    closed: Json = change(call, record, {"poll": record.message["poll"] | {"is_closed": True}}, ("poll",), markup)[
        "poll"
    ]
    return closed


def read_inline(call: Call) -> Json | None:
    return read_keyboard(call, inline_only=True)


def own_message(call: Call) -> Record:
    """The message that a call edits, after the checks of chat, message and right to edit."""
    chat = editable(call)
    record = existing(call, chat, "message to edit not found")
    foreign = record.sender != call.world.bot.id or record.service or "forward_origin" in record.message
    if foreign or (record.keyboard is not None and "inline_keyboard" not in record.keyboard):
        raise bad_request("message can't be edited")
    return record


def existing(call: Call, chat: Chat, refusal: str) -> Record:
    message_id = call.number("message_id")
    if message_id == 0:
        raise bad_request("message identifier is not specified")
    record = chat.find(message_id)
    if record is None:
        raise bad_request(refusal)
    return record


def change(call: Call, record: Record, content: Json, fields: tuple[str, ...], markup: Json | None) -> Json:
    """Replace ``fields`` by ``content``, and the keyboard by ``markup`` (None removes it)."""
    new = content | ({"reply_markup": markup} if markup else {})
    replaced = (*fields, "reply_markup")
    if new == {name: record.message[name] for name in replaced if name in record.message}:
        raise bad_request(NOT_MODIFIED)
    spend(call, record.chat)
    edited(call.world, record, new, drop=replaced)
    record.keyboard = markup
    return record.message
