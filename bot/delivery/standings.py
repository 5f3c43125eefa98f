"""Who is what in each of the staff groups, asked of Telegram and remembered for a short time."""

from __future__ import annotations

from datetime import datetime, timedelta

from aiogram import Bot
from aiogram.exceptions import AiogramError
from aiogram.methods import GetChatMember

from bot.delivery.outcome import Verdict, outcome_of
from bot.delivery.session import Session
from bot.domain.people import Standing
from bot.domain.rules import DeskRules
from bot.ports import Clock

REMEMBERED = timedelta(seconds=60)
LEADS = {"creator", "administrator"}


class TelegramStandings:
    """An owner is a lead everywhere; an administrator of a group, and a present member whom the desk file names as a
    lead of a service there, is one in that group; other present members are members.
    """

    def __init__(self, bot: Bot, session: Session, clock: Clock, rules: DeskRules) -> None:
        self._bot, self._session, self._clock, self._rules = bot, session, clock, rules
        self._known: dict[tuple[int, int], tuple[Standing, datetime]] = {}
        self._news = 0

    async def of(self, chat_id: int, person_id: int) -> Standing:
        """Raises AiogramError when Telegram does not answer: the update waits then, nobody is let in unasked."""
        known = self._known.get((chat_id, person_id))
        if known and self._clock.now() < known[1]:
            return known[0]
        asked = self._news
        owner = person_id in self._rules.owners
        standing = Standing.LEAD if owner else await self._ask(chat_id, person_id)
        if asked == self._news:
            self._known[chat_id, person_id] = (standing, self._clock.now() + REMEMBERED)
        return standing

    def forget(self, chat_id: int, person_id: int) -> None:
        """What was asked before and is answered after this is not remembered either."""
        self._news += 1
        self._known.pop((chat_id, person_id), None)

    async def _ask(self, chat_id: int, person_id: int) -> Standing:
        call = GetChatMember(chat_id=chat_id, user_id=person_id)
        try:
            member = await self._session.raw(self._bot, call)
        except AiogramError as error:
            if outcome_of(error, private=False).verdict is not Verdict.NOBODY:
                raise
            return Standing.OUTSIDER
        if member["status"] in LEADS:
            return Standing.LEAD
        if member["status"] != "member" and not member.get("is_member"):
            return Standing.OUTSIDER
        leads = any(person_id in service.leads for service in self._rules.services_in(chat_id))
        return Standing.LEAD if leads else Standing.MEMBER
