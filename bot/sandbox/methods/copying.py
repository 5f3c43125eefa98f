"""Copies and forwards."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from bot.sandbox.access import readable
from bot.sandbox.chats import Chat, Json, Record
from bot.sandbox.errors import bad_request
from bot.sandbox.methods.registry import method
from bot.sandbox.outgoing import admit, aim, caption_content, put, read_keyboard
from bot.sandbox.params import Call
from bot.sandbox.partial import several
from bot.sandbox.posting import CONTENT, media_of
from bot.sandbox.replies import origin, wished

MOST_IDS = 100
CAPTION_FIELDS = ("caption", "caption_entities", "show_caption_above_media")
WITH_CAPTION = frozenset({"photo", "video", "audio", "document", "animation", "voice"})


def kind_of(record: Record) -> str:
    found = media_of(record.message)
    return found[0] if found else "text"


def copied_content(call: Call, record: Record) -> Json:
    """What of a message a copy holds; refused for service messages, stories, and quizzes of others."""
    message = record.message
    quiz = message.get("poll", {}).get("type") == "quiz" and record.sender != call.world.bot.id
    if record.service or quiz or "story" in message:
        raise bad_request("the message can't be copied")
    content = {name: message[name] for name in CONTENT if name in message}
    if "dice" in content:
        content["dice"] = content["dice"] | {"value": call.world.random.randint(1, 5)}
    if "poll" in content:
        content["poll"] = content["poll"] | {"id": str(call.world.random.getrandbits(60)), "total_voter_count": 0}
    return content


@method("copyMessage")
def copy_message(call: Call) -> Json:
    new_caption = caption_content(call) if call.given("caption") else None
    wish, markup = wished(call), read_keyboard(call)
    source = source_chat(call)
    record = source.find(call.number("message_id"))
    if record is None:
        raise bad_request("message to copy not found")
    place = aim(call, wish)
    content = copied_content(call, record)
    if new_caption is not None and kind_of(record) in WITH_CAPTION:
        content = {name: value for name, value in content.items() if name not in CAPTION_FIELDS} | new_caption
    admit(call, place, kind_of(record))
    copy = put(call.world, place, content, markup, protect=call.flag("protect_content"))
    return {"message_id": copy.id}


def source_chat(call: Call) -> Chat:
    if not call.text("from_chat_id"):
        raise bad_request('parameter "from_chat_id" is required')
    return readable(call, "from_chat_id")


def source_records(call: Call) -> list[Record]:
    """The messages of a plural call that still exist, in their order."""
    ids = call.numbers("message_ids", "message identifiers")
    if not ids:
        raise bad_request("message identifiers are not specified")
    if len(ids) > MOST_IDS:
        raise bad_request("too many message identifiers specified")
    if any(one >= two for one, two in pairwise(ids)):
        raise bad_request("message identifiers must be in a strictly increasing order")
    source = source_chat(call)
    found = [source.find(message_id) for message_id in ids]
    return [record for record in found if record is not None]


@method("copyMessages")
def copy_messages(call: Call) -> list[Json]:
    records = [record for record in source_records(call) if not record.service and "story" not in record.message]
    place = aim(call, None)
    if not records:
        raise bad_request("there are no messages to copy")
    contents = regrouped(call, records, [copied_content(call, record) for record in records])
    if call.flag("remove_caption"):
        contents = [{name: one[name] for name in one if name not in CAPTION_FIELDS} for one in contents]
    admit(call, place, *(kind_of(record) for record in records))

    def copy(content: Json) -> Json:
        return {"message_id": put(call.world, place, content, None, protect=call.flag("protect_content")).id}

    return several(call, "sent", [partial(copy, content) for content in contents])


def regrouped(call: Call, records: list[Record], contents: list[Json]) -> list[Json]:
    """Albums stay together under a new group id."""
    groups: dict[str, str] = {}
    for record, content in zip(records, contents, strict=True):
        group = record.message.get("media_group_id")
        if group:
            content["media_group_id"] = groups.setdefault(group, str(call.world.random.getrandbits(56)))
    return contents


def forwarded_content(call: Call, record: Record) -> Json:
    if record.message.get("has_protected_content"):
        raise bad_request("message has protected content and can't be forwarded")
    if record.service:
        raise bad_request("the message can't be forwarded")
    content = {name: record.message[name] for name in CONTENT if name in record.message}
    return content | {"forward_origin": origin(record, call.world.accounts.get(record.sender))}


@method("forwardMessage")
def forward_message(call: Call) -> Json:
    record = source_chat(call).find(call.number("message_id"))
    if record is None:
        raise bad_request("message to forward not found")
    place = aim(call, None)
    content = forwarded_content(call, record)
    admit(call, place, kind_of(record))
    return put(call.world, place, content, None, protect=call.flag("protect_content")).message


@method("forwardMessages")
def forward_messages(call: Call) -> list[Json]:
    found = source_records(call)
    place = aim(call, None)
    if not found:
        raise bad_request("there are no messages to forward")
    records = [one for one in found if not one.service and not one.message.get("has_protected_content")]
    if not records:
        raise bad_request("messages can't be forwarded")
    contents = regrouped(call, records, [forwarded_content(call, record) for record in records])
    admit(call, place, *(kind_of(record) for record in records))

    def forward(content: Json) -> Json:
        return {"message_id": put(call.world, place, content, None, protect=call.flag("protect_content")).id}

    return several(call, "forwarded", [partial(forward, content) for content in contents])
