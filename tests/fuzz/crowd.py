"""People who do anything that a client lets them do, and some things that only a forged client can."""

from __future__ import annotations

import random
from collections.abc import Awaitable, Callable
from contextlib import suppress
from itertools import count
from typing import Any

from bot.sandbox.people import Person
from bot.sandbox.telegram import LocalTelegram
from bot.sandbox.views import ChatView, TopicView
from tests.hostile.mutation import mutated
from tests.hostile.reception import samples

Act = Callable[[], Awaitable[object]]
KINDS = ("photo", "video", "voice", "video_note", "audio", "document", "animation", "sticker", "location",
         "live_location", "venue", "contact", "poll", "dice", "story")  # fmt: skip
NAMES = (("Anna", "en"), ("Борис", "ru"), ("<b>Cy</b>&", "de"), ("Z\u0351\u036b\u0343" * 16, "en"))
CAPTIONED = frozenset({"photo", "video", "voice", "audio", "document", "animation"})
TAILS = ("", "", " <b>&amp;</b> </>", " 😀👍🏽🇩🇪", " שלום\u2067\u200e", " Z͑ͫ̓ͪ̂", " { $x } %s *_`",
         "\nline\n\nline", " word" * 700,
         " yesterday 14:00", " @anna #1 /x")  # fmt: skip
FORGED = ("", "x", "d:1:1:next:", "d:2:3:submit:", "d:1:0:choose:0", "n", "t:1:0:solved:0", "t:1:2:rate:5",
          "t:2:0:close_sure:0",
          "h:1:ticket", "h:0:new", "h:2:solved", "l:ru", "l:xx", "p:my:0:0", "p:queue:9:0", "r:1", "r:99999",
          "c:1:0:take:", "v:1:1:publish", "v:1:2:withdraw", "c:1:1:for_fault:1", "c:1:2:unpromise:", "c:1:1:told:1",
          "c:1:1:cause:bug", "c:2:1:give_to:500005", "c:1:1:set:kind.1", "c:3:1:field:subject",
          "d:1:1:zone:Europe/Berlin",
          "d:9223372036854775808:1:next:", "x" * 64)  # fmt: skip
PRIVATE_WORDS = ("/new", "/my", "/help", "/language", "/start", "/nonsense", "вчера с 14:00 до 15:30", "UTC", "PROD")
STAFF_WORDS = (
    "/queue",
    "/mine",
    "/history 1",
    "/history",
    "/help",
    "/unsend",
    "/confirmed",
    "/release 1.4.1 PROD 2026-12-01",
    "/publish 1.4.1 PROD",
    "/withdraw 1.4.1",
    "/releases",
    "/tkae",
    "/queue@other_bot",
)


class Crowd:
    """Everybody's words carry who may read them: `c7w3.` is a word of customer 7, `r2w4.` one in the topic of ticket 2,
    `n5.` a note.
    """

    def __init__(self, telegram: LocalTelegram, seed: int) -> None:
        self.telegram, self.chance = telegram, random.Random(seed)
        self.customers = [telegram.customer(name, language=language) for name, language in NAMES]
        self.members = [telegram.member(name) for name in ("Ivan", "Olga", "<i>Max")]
        self.leads = [telegram.admin("Lena"), telegram.admin("Ghost", anonymous=True)]
        self._samples: list[dict[str, Any]] = []
        self._numbers = count(1)
        self._broken = count(1 << 40)

    @property
    def staff(self) -> list[Person]:
        return [*self.members, *self.leads]

    async def gather(self) -> None:
        """What broken updates are made of, is learned from a Telegram elsewhere."""
        self._samples = await samples(LocalTelegram())

    async def act(self) -> None:
        """One act of somebody; what is impossible just now is left undone."""
        with suppress(ValueError, LookupError, TypeError):
            await self._choose()()

    def _choose(self) -> Act:
        draw = self.chance.random()
        if draw < 0.55:
            return self._of_customer(self.chance.choice(self.customers))
        if draw < 0.96:
            return self._of_staff(self.chance.choice(self.staff))
        return self.chance.choice((self._garbage, self._garbage, self._garbage, self._of_the_world))

    # Customers

    def _of_customer(self, who: Person) -> Act:
        def words() -> str:
            return f"c{who.id}w{next(self._numbers)}.{self.chance.choice(TAILS)}"

        if who.account.blocked:
            return self.chance.choice((who.unblock, who.start))
        weights: dict[Act, int] = {
            lambda: who.say(words()): 20,
            lambda: who.say(self.chance.choice(PRIVATE_WORDS)): 6,
            lambda: self._tap(who, who.chat): 40,
            lambda: self._swipe(who, who.chat, words()): 8,
            lambda: self._send(who, who.chat, words()): 10,
            lambda: self._album(who, who.chat, words()): 4,
            lambda: self._edit(who, who.chat, words()): 7,
            lambda: self._forge(who, who.chat): 4,
            lambda: self._forward(who, who.chat): 1,
            lambda: self._delete(who, who.chat): 2,
            who.block: 1,
        }
        return self._weighed(weights)

    # Staff

    def _of_staff(self, who: Person) -> Act:
        topics = list(self.telegram.staff.topics.values())
        if who not in self.telegram.people.values() or not self._present(who):
            return lambda: who.join(self.telegram.staff)
        if not topics:
            return lambda: who.say("hello in General", topic=self.telegram.staff.general)
        topic = self.chance.choice(topics)
        number = topic.name.partition(" ")[0].removeprefix("#")

        def words() -> str:
            return f"r{number}w{next(self._numbers)}.{self.chance.choice(TAILS)}"

        def note() -> str:
            return f"// n{next(self._numbers)}.{self.chance.choice(TAILS)}"

        weights: dict[Act, int] = {
            lambda: who.say(words(), topic=topic): 20,
            lambda: who.say(note(), topic=topic): 8,
            lambda: who.say(f"n{next(self._numbers)}.", topic=self.telegram.staff.general): 3,
            lambda: who.say(self.chance.choice(STAFF_WORDS), topic=topic): 5,
            lambda: self._tap(who, topic): 30,
            lambda: self._swipe(who, topic, words()): 14,
            lambda: self._swipe(who, topic, note()): 3,
            lambda: self._swipe(who, topic, self.chance.choice(STAFF_WORDS)): 4,
            lambda: self._send(who, topic, words()): 8,
            lambda: self._send(who, topic, note()): 2,
            lambda: self._album(who, topic, words()): 3,
            lambda: self._album(who, topic, note()): 1,
            lambda: self._edit(who, topic, words()): 6,
            lambda: self._forge(who, topic): 4,
            lambda: self._delete(who, topic): 2,
        }
        if who in self.members:
            weights[lambda: who.leave(self.telegram.staff)] = 1
        return self._weighed(weights)

    def _present(self, who: Person) -> bool:
        member = self.telegram.staff.chat.members.get(who.id)
        return member is not None and member.present

    # What anybody does

    async def _tap(self, who: Person, chat: ChatView) -> None:
        """Mostly a button of the newest message that has some."""
        offered = [
            message for message in chat.messages if any(button.data for row in message.buttons for button in row)
        ]
        if offered:
            message = offered[-1] if self.chance.random() < 0.8 else self.chance.choice(offered)
            data = self.chance.choice([button.data for row in message.buttons for button in row if button.data])
            await who.press(message, data=data)

    async def _forge(self, who: Person, chat: ChatView) -> None:
        theirs = [message for message in chat.messages if message.by_bot]
        if theirs:
            await who.press(self.chance.choice(theirs), data=self.chance.choice(FORGED))

    async def _swipe(self, who: Person, chat: ChatView, words: str) -> None:
        message = self.chance.choice(chat.messages[-40:])
        quote = message.text[:12].strip() if self.chance.random() < 0.2 else None
        await who.say(words, reply_to=message, quote=quote or None)

    async def _send(self, who: Person, chat: ChatView, words: str) -> None:
        kind = self.chance.choice(KINDS)
        caption = words[:1024] if kind in CAPTIONED and self.chance.random() < 0.7 else None
        if words.startswith("//") and caption is None:
            return
        await who.send(kind, to=chat, caption=caption)

    async def _album(self, who: Person, chat: ChatView, words: str) -> None:
        kinds = self.chance.choice((["photo"] * 3, ["photo", "video"], ["document"] * 2, ["audio"] * 4, ["photo"] * 10))
        await who.album(kinds, to=chat, caption=words[:1024])

    async def _edit(self, who: Person, chat: ChatView, words: str) -> None:
        """A note keeps its mark, whatever becomes of its slashes."""
        own = [one for one in chat.messages if one.record.sender == who.id and not one.service and "text" in one.json]
        if not own:
            return
        message = self.chance.choice(own[-20:])
        if message.text.startswith(("// n", "n")):
            words = message.text.removeprefix("// ") + " edited"
        await who.edit(message, text=words[:4096])

    async def _forward(self, who: Person, chat: ChatView) -> None:
        await who.forward(self.chance.choice([one for one in chat.messages if not one.service]))

    async def _delete(self, who: Person, chat: ChatView) -> None:
        await who.delete(self.chance.choice([one for one in chat.messages if not one.service]))

    # Nobody

    async def _garbage(self) -> None:
        """An update that no Telegram should send."""
        update = mutated(self.chance.choice(self._samples), self.chance)
        kind = next((kind for kind in update if kind != "update_id"), "nothing")
        if isinstance(payload := update.get(kind), dict):
            self.telegram.world.updates.add(kind, payload, forced=True)

    async def _of_the_world(self) -> None:
        topics: list[TopicView] = list(self.telegram.staff.topics.values())
        faults = self.telegram.faults
        match self.chance.randrange(6):
            case 0:
                faults.unknown_update()
            case 1:
                faults.unknown_field()
            case 2:
                faults.poison()
            case 3 if topics:
                await self.telegram.delete_topic(self.chance.choice(topics))
            case 4 if topics:
                await self.telegram.close_topic(self.chance.choice(topics))
            case 5 if topics:
                await self.telegram.rename_topic(self.chance.choice(topics), "renamed by hand")

    def _weighed(self, weights: dict[Act, int]) -> Act:
        return self.chance.choices(list(weights), list(weights.values()))[0]
