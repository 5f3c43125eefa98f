"""Replies and quotes: reading what a call wishes, finding the target, and the fields that the message gets."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.access import known
from bot.sandbox.chats import ANONYMOUS_BOT, Account, Chat, Json, Record
from bot.sandbox.errors import bad_request
from bot.sandbox.markup import CAPTION, Entity, formatted, utf16_len
from bot.sandbox.params import Call, truth, whole
from bot.sandbox.posting import MEDIA, shallow
from bot.sandbox.world import World

QUOTED_ENTITIES = frozenset({"bold", "italic", "underline", "strikethrough", "spoiler", "custom_emoji"})


@dataclass
class Wish:
    message_id: int
    chat: object = None
    without: bool = False
    quote: str = ""
    entities: list[Entity] = field(default_factory=list)
    position: int = 0


def wished(call: Call) -> Wish | None:
    """The reply a call asks for, from ``reply_parameters`` or the older pair of parameters."""
    if not call.given("reply_parameters"):
        wish = Wish(call.number("reply_to_message_id"), without=call.flag("allow_sending_without_reply"))
        return wish if wish.message_id > 0 else None
    given = call.nested("reply_parameters", bad_request("Can't parse reply parameters JSON object"))
    if not given:
        return None
    if not isinstance(given, dict):
        raise bad_request("Object expected as reply parameters")
    if "message_id" not in given:
        raise bad_request('Can\'t find field "message_id"')
    return _read(given, call.world)


def _read(given: Json, world: World) -> Wish | None:
    quote = ""
    entities: list[Entity] = []
    if given.get("quote"):
        quote, entities = formatted(
            given["quote"],
            given.get("quote_parse_mode"),
            given.get("quote_entities"),
            limit=CAPTION,
            note=world.strict.note,
        )
    wish = Wish(
        whole(given["message_id"]), given.get("chat_id"), truth(given.get("allow_sending_without_reply", False))
    )
    wish.quote, wish.entities, wish.position = quote, entities, whole(given.get("quote_position", 0))
    return wish if wish.message_id > 0 else None


def resolved(
    world: World, chat: Chat, topic: int | None, wish: Wish | None, *, explicit: bool
) -> tuple[Json, int | None]:
    """The reply fields of the new message, and its topic.

    ``explicit``: the call named its topic. Without a name the message follows its target into the target's topic; with
    one, a target in another topic makes it an external reply.
    """
    if wish is None:
        return {}, topic
    elsewhere = known(world, wish.chat) if wish.chat else chat
    target = elsewhere.find(wish.message_id)
    if target is None:
        if wish.without and elsewhere is chat:
            return {}, topic
        raise bad_request("message to be replied not found")
    if elsewhere is chat and chat.is_forum and not explicit:
        topic = target.topic
    outside = elsewhere is not chat or (chat.is_forum and target.topic != topic)
    fields = {"external_reply": external(world, target)} if outside else {"reply_to_message": shallow(target.message)}
    if wish.quote:
        fields["quote"] = quoted(target.message, wish.quote, wish.entities, wish.position)
    return fields, topic


def quoted(message: Json, quote: str, entities: list[Entity], position: int) -> Json:
    """TextQuote, when ``quote`` is an exact part, formatting included; of several the one nearest to ``position``."""
    text = message.get("text") or message.get("caption") or ""
    source = message.get("entities") or message.get("caption_entities") or []
    wanted = _marks(entities)
    for place in sorted(_places(text, quote), key=lambda found: abs(found - position)):
        if _marks(_cut(source, place, utf16_len(quote))) == wanted:
            found: Json = {"text": quote, "position": place, "is_manual": True}
            return found | ({"entities": entities} if entities else {})
    raise bad_request("QUOTE_TEXT_INVALID")


def quote_of_person(message: Json, quote: str) -> Json:
    """What a person's own client makes of a marked part: the formatting comes along."""
    text = message.get("text") or message.get("caption") or ""
    source = message.get("entities") or message.get("caption_entities") or []
    place = next(iter(_places(text, quote)), None)
    if place is None:
        raise ValueError(f"no {quote!r} in the message")
    entities = [one for one in _cut(source, place, utf16_len(quote)) if one["type"] in QUOTED_ENTITIES]
    return {"text": quote, "position": place, "is_manual": True} | ({"entities": entities} if entities else {})


def _places(text: str, quote: str) -> list[int]:
    places, start = [], text.find(quote)
    while start >= 0:
        places.append(utf16_len(text[:start]))
        start = text.find(quote, start + 1)
    return places


def _cut(entities: list[Entity], start: int, length: int) -> list[Entity]:
    """The parts of entities inside of a stretch, with offsets from its beginning."""
    parts = []
    for entity in entities:
        begin = max(entity["offset"], start)
        end = min(entity["offset"] + entity["length"], start + length)
        if begin < end:
            parts.append(entity | {"offset": begin - start, "length": end - begin})
    return parts


def _marks(entities: list[Entity]) -> set[tuple[Any, ...]]:
    return {(one["type"], one["offset"], one["length"], one.get("custom_emoji_id")) for one in entities
            if one["type"] in QUOTED_ENTITIES}  # fmt: skip


def external(world: World, target: Record) -> Json:
    """ExternalReplyInfo; a private chat is not named."""
    reply: Json = {"origin": origin(target, world.accounts.get(target.sender))}
    if target.chat.type in ("supergroup", "channel"):
        reply |= {"chat": target.chat.json(), "message_id": target.id}
    reply |= {kind: target.message[kind] for kind in MEDIA if kind in target.message}
    return reply


def origin(record: Record, author: Account | None) -> Json:
    """MessageOrigin. ``author`` is the account behind the message, when it may hide itself."""
    message = record.message
    if "forward_origin" in message:
        return dict(message["forward_origin"])
    date = message["date"]
    if record.chat.type == "channel":
        return {"type": "channel", "date": date, "chat": record.chat.json(), "message_id": record.id}
    if "sender_chat" in message:
        return {"type": "chat", "date": date, "sender_chat": message["sender_chat"]}
    user = message.get("from", ANONYMOUS_BOT)
    if author and author.hides_forwards:
        name = " ".join(filter(None, (user["first_name"], user.get("last_name"))))
        return {"type": "hidden_user", "date": date, "sender_user_name": name}
    return {"type": "user", "date": date, "sender_user": user}
