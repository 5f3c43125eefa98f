"""What people come to the desk for: short ways through its buttons, which nobody would find by chance alone."""

from __future__ import annotations

from collections import Counter
from typing import Any

from bot.sandbox.people import Person
from bot.sandbox.views import ChatView, Message
from tests.fuzz.books import Known
from tests.fuzz.deeds import Deeds
from tests.fuzz.words import kind_of, pressable

STAFF: tuple[tuple[str, ...], ...] = (
    ("c:take",),
    ("c:decline",),
    ("c:assign", "c:assign_to"),
    ("c:give", "c:give_to"),
    ("c:ask", "c:ask_for:info"),
    ("c:ask", "c:ask_for:choice"),
    ("c:ask", "c:ask_for:action"),
    ("c:withdraw_question",),
    ("c:transfer", "c:to"),
    ("c:pick_up",),
    ("c:verdict",),
    ("c:no_variants",),
    ("c:hand_back",),
    ("c:recall",),
    ("c:offer",),
    ("c:promise", "c:as_fault", "c:for_fault"),
    ("c:promise", "c:for_improvement"),
    ("c:promise_anew", "c:for_fault"),
    ("c:unpromise",),
    ("c:complete", "c:cause:user_mistake"),
    ("c:complete", "c:cause:software_fault", "c:last_reply"),
    ("c:complete", "c:cause:improvement", "c:told"),
    ("c:complete", "c:cause:improvement", "c:unplanned"),
    ("c:complete", "c:cause:other"),
    ("c:take_back",),
    ("c:more", "c:reject"),
    ("c:more", "c:give_up"),
    ("c:more", "c:merge", "c:merge_into"),
    ("c:more", "c:link", "c:link_to"),
    ("c:more", "c:unlink", "c:unlink_from"),
    ("c:reopen",),
    ("c:correct", "c:field:kind", "c:set"),
    ("c:correct", "c:field:stand", "c:set"),
    ("c:correct", "c:field:subject"),
)
CUSTOMER: tuple[tuple[str, ...], ...] = (
    ("q:answer",),
    ("q:choose",),
    ("q:commit",),
    ("q:done",),
    ("q:cannot",),
    ("t:solved", "t:rate"),
    ("t:not_solved",),
    ("t:close", "t:close_sure"),
    ("t:close", "t:close_keep"),
    ("t:reopen",),
    ("t:story",),
)


class Errands(Deeds):
    """`gone` counts the ways: the rarer one was gone, the sooner it is gone again."""

    def __init__(self, *of_deeds: Any) -> None:
        super().__init__(*of_deeds)
        self.gone: Counter[tuple[str, ...]] = Counter()
        self._focus = 0

    async def errand(self) -> None:
        """Somebody comes for something: button after button of one way, as far as it goes."""
        if self.chance.random() < 0.1 and any(ticket.promised for ticket in self.books.tickets.values()):
            await self._of_releases()
            return
        ticket = self._ticket()
        if ticket is None:
            return
        if self.chance.random() < 0.35:
            who = self.telegram.people[ticket.customer]
            if ticket.status == "completed" and not who.account.blocked and self.chance.random() < 0.1:
                await who.block()
                return
            await self._go(who, who.chat, CUSTOMER)
            return
        who = self._whose_turn(ticket) if self.chance.random() < 0.85 else self.chance.choice(self.staff)
        topics = [self._topic(home.chat_id, ticket.number) for home in self.homes(who)]
        if known := [topic for topic in topics if topic]:
            await self._go(who, self.chance.choice(known), STAFF)

    async def _of_releases(self) -> None:
        """A lead publishes or withdraws what was promised, and means it."""
        promised = sorted({ticket.promised for ticket in self.books.tickets.values() if ticket.promised})
        who, general = self.chance.choice((self.leads[0], self.owner)), self.telegram.staff.general
        deed = self.chance.choice(("publish", "publish", "withdraw"))
        await who.say(f"/{deed} {self.chance.choice(promised)} PROD", topic=general)
        await self.telegram.settle(quiet=3)
        await self._go(who, general, (("v:publish",), ("v:withdraw",)))

    async def _go(self, who: Person, chat: ChatView, ways: tuple[tuple[str, ...], ...]) -> None:
        """The way of those open here that was gone least."""
        offered = buttons(chat.messages)
        open_ways = [way for way in ways if way[0] in offered]
        if not open_ways or who.account.blocked:
            return
        way = self.chance.choices(open_ways, [1 / (1 + self.gone[way]) ** 2 for way in open_ways])[0]
        self.gone[way] += 1
        for kind in way:
            if kind not in offered:
                return
            message, data = offered[kind][-1] if self.chance.random() < 0.8 else self.chance.choice(offered[kind])
            self.pressed[kind] += 1
            await who.press(message, data=data)
            await self.telegram.settle(quiet=3)
            offered = buttons(chat.messages)

    def _ticket(self) -> Known | None:
        """Mostly that of the moment, so that one thing leads to the next."""
        known = list(self.books.tickets.values())
        lively = [ticket for ticket in known if ticket.status != "closed"]
        before = self.books.tickets.get(self._focus)
        if before in lively and self.chance.random() < 0.85:
            return before
        if not known:
            return None
        chosen = self.chance.choice(lively if lively and self.chance.random() < 0.85 else known)
        self._focus = chosen.number
        return chosen

    def _whose_turn(self, ticket: Known) -> Person:
        at_work = [self.telegram.people[one] for one in (ticket.assignee, ticket.executor) if one is not None]
        if ticket.status == "transferred" and ticket.assignee is None:
            at_work += self.of(ticket.service)
        return self.chance.choice(at_work or self.staff)


def buttons(messages: list[Message]) -> dict[str, list[tuple[Message, str]]]:
    """By their kinds, the newest last."""
    found: dict[str, list[tuple[Message, str]]] = {}
    for message in messages:
        if "reply_markup" in message.json:
            for data in pressable(message.buttons):
                found.setdefault(kind_of(data), []).append((message, data))
    return found
