"""What people write and what forged clients send."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

from bot.sandbox.views import Button
from handlers.staff.presses import NAMED, NUMBERED, PLAIN

KINDS = ("photo", "video", "voice", "video_note", "audio", "document", "animation", "sticker", "location",
         "live_location", "venue", "contact", "poll", "dice", "story")  # fmt: skip
CAPTIONED = frozenset({"photo", "video", "voice", "audio", "document", "animation"})
TAILS = ("", "", " <b>&amp;</b> </>", " 😀👍🏽🇩🇪", " שלום\u2067\u200e", " Z͑ͫ̓ͪ̂", " { $x } %s *_`",
         "\nline\n\nline", " word" * 700,
         " yesterday 14:00", " @anna #1 /x")  # fmt: skip
FORGED = ("", "x", "n", "l:ru", "l:xx", "d:1:1:next:", "d:2:3:submit:", "d:1:0:choose:0", "d:1:1:zone:Europe/Berlin",
          "c:1:1:give_to:500005", "c:1:1:set:kind.1", "c:3:1:field:subject", "x" * 64)  # fmt: skip
DEEDS = {
    "d": ("choose", "next", "back", "edit", "period", "no_log", "anew", "zone", "submit", "cancel", "discard", "keep"),
    "t": ("solved", "not_solved", "close", "close_sure", "close_keep", "rate", "open", "reopen", "story"),
    "q": ("answer", "choose", "commit", "done", "cannot"),
    "h": ("ticket", "new", "solved", "not_solved", "reopen", "comment"),
    "c": (*PLAIN, *NAMED, *NUMBERED, "nonsense"),
    "v": ("publish", "withdraw", "keep"),
    "p": ("my", "queue", "mine", "releases"),
}
VALUES = (
    "",
    "0",
    "1",
    "2",
    "bug",
    "user_mistake",
    "info",
    "choice",
    "action",
    "subject",
    "kind.1",
    "99999999999999999999",
)
NUMBERS = (0, 99_999, 2**63 - 1, 2**63)
PRIVATE_WORDS = ("/new", "/my", "/help", "/language", "/start", "/nonsense", "вчера с 14:00 до 15:30", "UTC", "PROD")
WHERE_THE_KIND_STANDS = {"d": 3, "t": 3, "q": 3, "c": 3, "v": 3, "h": 2, "p": 1}
TOLD_APART = {"cause", "ask_for", "field"}
"""Buttons of which each value is a kind of its own."""


def kind_of(data: str) -> str:
    """Which kind of button it is, whatever ticket and turn it is about."""
    parts = data.split(":")
    at = WHERE_THE_KIND_STANDS.get(parts[0])
    if at is None or len(parts) <= at:
        return parts[0]
    value = f":{parts[-1]}" if parts[at] in TOLD_APART else ""
    return f"{parts[0]}:{parts[at]}{value}"


def forged(chance: random.Random, tickets: int) -> str:
    """A button's data as nobody was given it: mostly of a real ticket, with a turn, a person and a value by chance."""
    if chance.random() < 0.2:
        return chance.choice(FORGED)
    prefix = chance.choice(list(DEEDS))
    number = chance.choice(NUMBERS) if chance.random() < 0.1 else chance.randint(1, tickets + 1)
    turn, deed, value = chance.randrange(12), chance.choice(DEEDS[prefix]), chance.choice(VALUES)
    match prefix:
        case "h":
            return f"h:{number}:{deed}"
        case "v":
            return f"v:{number}:{turn}:{deed}"
        case "p":
            return f"p:{deed}:{turn}:{number if chance.random() < 0.5 else 0}"
        case "t" | "q":
            return f"{prefix}:{number}:{turn}:{deed}:{chance.randrange(7)}"
        case _:
            return f"{prefix}:{number}:{turn}:{deed}:{value}"[:64]


def question(chance: random.Random, words: str) -> str:
    """What is typed after `? `, or when the desk asks for a question: with solutions below it, or without."""
    marks = chance.choice(
        ((), ("- one", "- two"), ("1. yes", "2) no", "• perhaps"), tuple(f"- {at}" for at in range(8)))
    )
    return "\n".join([words.replace("\n", " ")[:1500], *marks])


def command(chance: random.Random, tickets: int, now: datetime, words: str) -> str:
    """A command of the staff; half of its arguments are such as make sense."""
    number = str(chance.randint(1, tickets + 1)) if chance.random() < 0.8 else chance.choice(("", "x", "9" * 30, "#0"))
    day = (now + timedelta(days=chance.randrange(-1, 9))).date().isoformat()
    service = chance.choice(("support", "web", "Backend", "поддержка", "", "nothing"))
    return chance.choice(
        (
            "/queue", "/mine", "/releases", "/team", "/help", "/unsend", "/confirmed", "/tkae", "/queue@other_bot",
            f"/history {number}", f"/history {number} file", f"/decline {words}"[:3000], f"/reopen {number} because",
            *(f"/merge {number}", f"/link {number}", f"/unlink {number}", f"/move {number}", "/move new", "/move"),
            *(f"/file {number} It does not work either", "/file Another thing is broken", "/file x"),
            release(chance, now),
            *(f"/join {service}", "/join support", f"/leave {service}", "/here", "/here", "/here", "/reload"),
            *("/away", f"/away {day}", "/away 18:00", "/away nonsense"),
        )
    )  # fmt: skip


def release(chance: random.Random, now: datetime) -> str:
    """What is said about releases; who may is another question."""
    version = f"1.{chance.choice('45')}.{chance.choice('12')}" if chance.random() < 0.9 else "1.x"
    stand = chance.choice(("PROD", "PROD", "PROD", "PROD", "TEST", "", "nowhere"))
    day = (now + timedelta(days=chance.randrange(-1, 9))).date().isoformat()
    return chance.choice(
        (f"/release {version} {stand} {day}", f"/publish {version} {stand}", f"/withdraw {version} {stand}")
    )


def pressable(buttons: list[list[Button]]) -> list[str]:
    return [button.data for row in buttons for button in row if button.data]
