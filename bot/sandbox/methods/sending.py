"""sendMessage and its like, one message a call."""

from __future__ import annotations

from bot.sandbox.chats import Json
from bot.sandbox.errors import bad_request
from bot.sandbox.files import media
from bot.sandbox.methods.registry import method
from bot.sandbox.outgoing import admit, aim, caption_content, put, read_keyboard, send, text_content
from bot.sandbox.params import Call
from bot.sandbox.replies import wished
from bot.sandbox.uploads import input_file

DICE = {"🎲": 6, "🎯": 6, "🏀": 5, "⚽": 5, "🎳": 6, "🎰": 64}


@method("sendMessage")
def send_message(call: Call) -> Json:
    return send(call, "text", text_content(call)).message


def send_media(call: Call, kind: str, *, captioned: bool = True) -> Json:
    content = caption_content(call) if captioned else {}
    wish = wished(call)
    markup = read_keyboard(call)
    place = aim(call, wish)
    file = input_file(call, kind, call.params.get(kind), call.params)
    admit(call, place, file.kind)
    return put(call.world, place, media(file) | content, markup, protect=call.flag("protect_content")).message


@method("sendPhoto")
def send_photo(call: Call) -> Json:
    return send_media(call, "photo")


@method("sendVideo")
def send_video(call: Call) -> Json:
    return send_media(call, "video")


@method("sendAudio")
def send_audio(call: Call) -> Json:
    return send_media(call, "audio")


@method("sendDocument")
def send_document(call: Call) -> Json:
    return send_media(call, "document")


@method("sendAnimation")
def send_animation(call: Call) -> Json:
    return send_media(call, "animation")


@method("sendVoice")
def send_voice(call: Call) -> Json:
    return send_media(call, "voice")


@method("sendVideoNote")
def send_video_note(call: Call) -> Json:
    return send_media(call, "video_note", captioned=False)


@method("sendSticker")
def send_sticker(call: Call) -> Json:
    return send_media(call, "sticker", captioned=False)


def location(call: Call) -> Json:
    """Latitude and longitude in degrees, ``live_period`` in seconds."""
    latitude, longitude = call.real("latitude"), call.real("longitude")
    if not call.text("latitude"):
        raise bad_request("latitude is empty")
    if not call.text("longitude"):
        raise bad_request("longitude is empty")
    if abs(latitude) > 90 or abs(longitude) > 180:
        raise bad_request("invalid location specified")
    place: Json = {"latitude": latitude, "longitude": longitude}
    if call.real("horizontal_accuracy"):
        place["horizontal_accuracy"] = call.real("horizontal_accuracy")
    return place | {name: call.number(name) for name in ("live_period", "heading") if call.number(name)}


@method("sendLocation")
def send_location(call: Call) -> Json:
    return send(call, "location", {"location": location(call)}).message


@method("sendVenue")
def send_venue(call: Call) -> Json:
    place = location(call)
    venue: Json = {"location": place, "title": call.text("title"), "address": call.text("address")}
    if not venue["title"] or not venue["address"]:
        raise bad_request("title and address must be non-empty")
    return send(call, "venue", {"venue": venue, "location": place}).message


@method("sendContact")
def send_contact(call: Call) -> Json:
    names = ("phone_number", "first_name", "last_name", "vcard")
    contact: Json = {name: call.text(name) for name in names if call.text(name)}
    if "phone_number" not in contact:
        raise bad_request("phone number is empty")
    if "first_name" not in contact:
        raise bad_request("first name is empty")
    return send(call, "contact", {"contact": contact}).message


@method("sendDice")
def send_dice(call: Call) -> Json:
    emoji = call.text("emoji") or "🎲"
    if emoji not in DICE:
        raise bad_request("wrong dice emoji specified")
    return send(call, "dice", {"dice": {"emoji": emoji, "value": call.world.random.randint(1, DICE[emoji])}}).message


@method("sendPoll")
def send_poll(call: Call) -> Json:
    question = call.text("question")
    options = call.nested("options", bad_request("can't parse options JSON object")) or []
    if not question:
        raise bad_request("poll question can't be empty")
    if not isinstance(options, list) or not 1 <= len(options) <= 12:
        raise bad_request("poll must have at least 1 option" if not options else "poll can't have more than 12 options")
    texts = [option["text"] if isinstance(option, dict) else str(option) for option in options]
    poll = new_poll(call, question, texts)
    record = send(call, "poll", {"poll": poll})
    call.world.polls[poll["id"]] = record
    return record.message


def new_poll(call: Call, question: str, texts: list[str]) -> Json:
    options = [{"persistent_id": str(number), "text": text, "voter_count": 0} for number, text in enumerate(texts)]
    return {
        "id": str(call.world.random.getrandbits(60)),
        "question": question,
        "options": options,
        "total_voter_count": 0,
        "is_closed": call.flag("is_closed"),
        "is_anonymous": call.flag("is_anonymous") if call.given("is_anonymous") else True,
        "type": call.text("type") or "regular",
        "allows_multiple_answers": call.flag("allows_multiple_answers"),
        "allows_revoting": call.flag("allows_revoting"),
        "members_only": call.flag("members_only"),
    }
