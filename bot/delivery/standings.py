"""Who is what in the staff chat, asked of Telegram and remembered for a short time."""

from __future__ import annotations

from datetime import datetime, timedelta

from aiogram import Bot
from aiogram.exceptions import AiogramError
from aiogram.methods import GetChatMember

from bot.delivery.outcome import Verdict, outcome_of
from bot.delivery.session import Session
from bot.domain.people import Standing
from bot.ports import Clock

REMEMBERED = timedelta(seconds=60)
LEADS = {"creator", "administrator"}


class TelegramStandings:
    """An administrator of the staff chat or an owner is a lead, a present member a member."""

    def __init__(self, bot: Bot, session: Session, clock: Clock, chat_id: int, owners: frozenset[int]) -> None:
        self._bot, self._session, self._clock, self._chat_id, self._owners = bot, session, clock, chat_id, owners
        self._known: dict[int, tuple[Standing, datetime]] = {}
        self._news = 0

    async def of(self, person_id: int) -> Standing:
        """Raises AiogramError when Telegram does not answer: the update waits then, nobody is let in unasked."""
        known = self._known.get(person_id)
        if known and self._clock.now() < known[1]:
            return known[0]
        asked = self._news
        standing = Standing.LEAD if person_id in self._owners else await self._ask(person_id)
        if asked == self._news:
            self._known[person_id] = (standing, self._clock.now() + REMEMBERED)
        return standing

    def forget(self, person_id: int) -> None:
        """What was asked before and is answered after this is not remembered either."""
        self._news += 1
        self._known.pop(person_id, None)

    async def _ask(self, person_id: int) -> Standing:
        call = GetChatMember(chat_id=self._chat_id, user_id=person_id)
        try:
            member = await self._session.raw(self._bot, call)
        except AiogramError as error:
            if outcome_of(error, private=False).verdict is not Verdict.NOBODY:
                raise
            return Standing.OUTSIDER
        if member["status"] in LEADS:
            return Standing.LEAD
        return Standing.MEMBER if member["status"] == "member" or member.get("is_member") else Standing.OUTSIDER
