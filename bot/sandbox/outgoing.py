"""What every send of the bot has in common: reading the shared parameters, the checks in their order, the cost."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.sandbox.access import editable, open_topic, sending_allowed, topic_for
from bot.sandbox.chats import Chat, Json, Record
from bot.sandbox.errors import bad_request, too_many
from bot.sandbox.keyboards import keyboard
from bot.sandbox.markup import CAPTION, MESSAGE, Entity, formatted
from bot.sandbox.params import Call, whole
from bot.sandbox.posting import post
from bot.sandbox.replies import Wish, resolved, wished
from bot.sandbox.world import World


@dataclass
class Target:
    """Where a send goes, found after all checks."""

    chat: Chat
    topic: int | None
    reply: Json = field(default_factory=dict)


def read_text(
    call: Call, name: str = "text", *, limit: int = MESSAGE, source: Json | None = None
) -> tuple[str, list[Entity]]:
    """A text with its entities from a call, or from ``source``, an object inside of one (album items)."""
    entities_name = "entities" if name == "text" else f"{name}_entities"
    if source is not None:
        text, mode, entities = source.get(name, ""), source.get("parse_mode"), source.get(entities_name)
    else:
        text, mode = call.text(name), call.text("parse_mode")
        entities = call.nested(entities_name, bad_request("can't parse MessageEntity: JSON array expected"))
    parsed, found = formatted(text, mode, entities, limit=limit, note=call.world.strict.note)
    return parsed, with_known_people(call.world, found)


def text_content(call: Call) -> Json:
    text, entities = read_text(call)
    content: Json = {"text": text}
    if entities:
        content["entities"] = entities
    options = call.nested("link_preview_options", bad_request("can't parse link preview options JSON object"))
    return content | ({"link_preview_options": options} if options else {})


def caption_content(call: Call, source: Json | None = None) -> Json:
    caption, entities = read_text(call, "caption", limit=CAPTION, source=source)
    content: Json = {"caption": caption} if caption else {}
    if entities:
        content["caption_entities"] = entities
    given = source if source is not None else {name: call.flag(name) for name in CAPTION_FLAGS}
    return content | {kept: True for name, kept in CAPTION_FLAGS.items() if given.get(name) in (True, "true")}


CAPTION_FLAGS = {"show_caption_above_media": "show_caption_above_media", "has_spoiler": "has_media_spoiler"}


def with_known_people(world: World, entities: list[Entity]) -> list[Entity]:
    """Mentions by id become full users; those of people whom the bot never met are dropped."""
    kept = []
    for entity in entities:
        if entity["type"] == "text_mention":
            account = world.accounts.get(entity["user"]["id"])
            if account is None or not account.known:
                continue
            entity = entity | {"user": account.user()}
        kept.append(entity)
    return kept


def aim(call: Call, wish: Wish | None) -> Target:
    """Chat, topic and replied message of a send, checked in this order."""
    chat = editable(call)
    topic = topic_for(call, chat)
    reply, topic = resolved(call.world, chat, topic, wish, explicit=call.number("message_thread_id") != 0)
    return Target(chat, topic, reply)


def admit(call: Call, place: Target, *kinds: str) -> None:
    """Rights for these kinds of content, then the cloud's own checks; then the cost is paid."""
    for kind in kinds:
        sending_allowed(call.world, place.chat, kind)
    open_topic(call.world, place.chat, place.topic)
    spend(call, place.chat, len(kinds))


def spend(call: Call, chat: Chat, items: int = 1) -> None:
    """Pay from the chat's budget, or 429. ``items`` are those of albums and plural forms."""
    budgets = call.world.budgets
    retry_after = budgets.charge(call.method, chat.id, call.world.clock.seconds(), items=items)
    if retry_after is not None:
        raise too_many(retry_after)
    call.units = budgets.units(call.method, items)


def send(call: Call, kind: str, content: Json) -> Record:
    """Send one message of the bot. Text and media of ``content`` have been checked before."""
    wish = wished(call)
    markup = read_keyboard(call)
    place = aim(call, wish)
    admit(call, place, kind)
    return put(call.world, place, content, markup, protect=call.flag("protect_content"))


def put(world: World, place: Target, content: Json, markup: Json | None, *, protect: bool = False) -> Record:
    fields = dict(content)
    if markup and "inline_keyboard" in markup:
        fields["reply_markup"] = markup
    if protect:
        fields["has_protected_content"] = True
    record = post(world, place.chat, world.bot, fields, topic=place.topic, reply=place.reply)
    record.keyboard = markup
    return record


def read_keyboard(call: Call, *, inline_only: bool = False) -> Json | None:
    private = whole(call.params.get("chat_id")) > 0
    note = call.world.strict.note
    return keyboard(call.params.get("reply_markup"), private=private, inline_only=inline_only, note=note)
