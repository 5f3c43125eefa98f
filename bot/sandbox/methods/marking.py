"""Deletions, pins, reactions, chat actions and drafts."""

from __future__ import annotations

from bot.sandbox.access import editable, need, readable, sending_allowed, topic_for
from bot.sandbox.chats import Chat, Record
from bot.sandbox.errors import bad_request
from bot.sandbox.markup import formatted
from bot.sandbox.methods.editing import existing
from bot.sandbox.methods.registry import method
from bot.sandbox.outgoing import spend
from bot.sandbox.params import Call
from bot.sandbox.pins import pin, unpin
from bot.sandbox.posting import typing
from bot.sandbox.reactions import EMOJI, react
from bot.sandbox.world import World

TWO_DAYS = 48 * 3600
DAY = 24 * 3600
UNDELETABLE = frozenset({"forum_topic_created", "supergroup_chat_created", "channel_chat_created"})
_ACTIONS = (
    "typing upload_photo record_video upload_video record_voice upload_voice record_audio "
    "upload_audio upload_document choose_sticker find_location pick_up_location record_video_note "
    "upload_video_note"
)
ACTIONS = frozenset(_ACTIONS.split())
PINNING = "manage pinned messages in the chat"


@method("deleteMessage")
def delete_message(call: Call) -> bool:
    if not call.text("chat_id"):
        raise bad_request("chat identifier is not specified")
    if call.number("message_id") == 0:
        raise bad_request("message identifier is not specified")
    chat = editable(call)
    record = existing(call, chat, "message to delete not found")
    if not deletable(call.world, record):
        raise bad_request("message can't be deleted for everyone" if chat.person else "message can't be deleted")
    delete(call.world, record)
    return True


@method("deleteMessages")
def delete_messages(call: Call) -> bool:
    ids = call.numbers("message_ids", "message identifiers")
    if not ids:
        raise bad_request("message identifiers are not specified")
    if len(ids) > 100:
        raise bad_request("too many message identifiers specified")
    chat = editable(call)
    records = [record for record in map(chat.find, ids) if record is not None]
    if not all(deletable(call.world, record) for record in records):
        raise bad_request("message can't be deleted for everyone" if chat.person else "message can't be deleted")
    for record in records:
        delete(call.world, record)
    return True


def deletable(world: World, record: Record) -> bool:
    message, chat = record.message, record.chat
    age = world.date() - message["date"]
    if not UNDELETABLE.isdisjoint(message):
        return False
    if chat.person and "dice" in message and age < DAY:
        return False
    member = world.bot_member(chat)
    if chat.type in ("supergroup", "channel") and member.may("can_delete_messages"):
        return True
    own = record.sender == world.bot.id or chat.person is not None
    return own and age < TWO_DAYS


def delete(world: World, record: Record) -> None:
    record.deleted = True
    world.events.emit("delete", chat=record.chat.id, id=record.id)


def pinning(call: Call) -> Chat:
    chat = editable(call)
    if not chat.person:
        need(call.world, chat, "can_pin_messages", PINNING)
    return chat


@method("pinChatMessage")
def pin_chat_message(call: Call) -> bool:
    chat = editable(call)
    record = existing(call, chat, "message to pin not found")
    pinning(call)
    if record.service:
        raise bad_request("message can't be pinned")
    spend(call, chat)
    pin(call.world, record, call.world.bot)
    return True


@method("unpinChatMessage")
def unpin_chat_message(call: Call) -> bool:
    chat = editable(call)
    wanted = call.number("message_id") or max(pinned_ids(chat), default=0)
    record = chat.find(wanted)
    if record is None:
        raise bad_request("message to unpin not found")
    pinning(call)
    unpin(call.world, record)
    return True


@method("unpinAllChatMessages")
def unpin_all_chat_messages(call: Call) -> bool:
    chat = pinning(call)
    for message_id in pinned_ids(chat):
        unpin(call.world, chat.records[message_id])
    return True


def pinned_ids(chat: Chat) -> list[int]:
    return chat.pinned + [one for topic in chat.topics.values() for one in topic.pinned]


@method("setMessageReaction")
def set_message_reaction(call: Call) -> bool:
    given = call.nested("reaction", bad_request("can't parse reaction types JSON object")) or []
    if not isinstance(given, list):
        raise bad_request("expected an Array of ReactionType")
    wanted = [reaction_emoji(one) for one in given]
    chat = readable(call)
    record = chat.find(call.number("message_id"))
    if record is None:
        raise bad_request("message to react not found")
    if len(wanted) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    react(call.world, first_of_album(record), call.world.bot, wanted)
    return True


def reaction_emoji(given: object) -> str:
    if not isinstance(given, dict):
        raise bad_request("expected an Object")
    emoji = str(given.get("emoji", "")).replace("\ufe0f", "")
    if given.get("type") != "emoji" or emoji not in EMOJI:
        raise bad_request("REACTION_INVALID")
    return emoji


def first_of_album(record: Record) -> Record:
    group = record.message.get("media_group_id")
    if not group:
        return record
    return next(one for one in record.chat.records.values() if one.message.get("media_group_id") == group)


@method("sendChatAction")
def send_chat_action(call: Call) -> bool:
    """The topic is not checked."""
    action = call.text("action").lower()
    if action not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = editable(call)
    sending_allowed(call.world, chat, "text")
    typing(call.world, chat, call.number("message_thread_id") or None, action)
    return True


@method("sendMessageDraft")
def send_message_draft(call: Call) -> bool:
    """Checked and forgotten."""
    if call.text("text"):
        entities = call.nested("entities", bad_request("can't parse MessageEntity: JSON array expected"))
        formatted(call.text("text"), call.text("parse_mode"), entities)
    chat = editable(call)
    if not chat.person:
        raise bad_request("drafts can be sent to private chats only")
    topic_for(call, chat)
    if call.number("draft_id") == 0:
        raise bad_request("draft identifier must be non-zero")
    sending_allowed(call.world, chat, "text")
    return True
