"""👌 on what has arrived on the other side: best effort, never waited for. No mark means nothing."""

from __future__ import annotations

from datetime import timedelta

from aiogram import Bot
from aiogram.exceptions import AiogramError
from aiogram.methods import SetMessageReaction

from bot.delivery.beside import Beside
from bot.delivery.calls import Spot, reaction
from bot.delivery.outcome import Verdict, outcome_of
from bot.delivery.pace import Pace
from bot.delivery.session import Session
from bot.ports import Clock

ARRIVED = "👌"
SOON = timedelta(seconds=2)


class Courtesies(Beside[SetMessageReaction]):
    """A mark for which there is no budget soon is skipped."""

    def __init__(self, bot: Bot, session: Session, pace: Pace, clock: Clock) -> None:
        super().__init__(bot, session)
        self._pace, self._clock = pace, clock

    def arrived(self, chat_id: int, message_id: int) -> None:
        """What somebody wrote there is on the other side, whole."""
        self._put(reaction(Spot(chat_id), message_id, ARRIVED))

    async def _allowed(self, call: SetMessageReaction) -> bool:
        chat_id, now = int(call.chat_id), self._clock.now()
        at = self._pace.ready(chat_id, self._pace.wanted(chat_id, 0, courtesy=True), now)
        if at - now > SOON:
            return False
        await self._clock.sleep_until(at)
        return self._pace.take(chat_id, 0, self._clock.now(), courtesy=True)

    def _refused(self, call: SetMessageReaction, error: AiogramError) -> None:
        """A flood is one of the whole chat, whatever was asked with the call that has met it."""
        super()._refused(call, error)
        chat_id = int(call.chat_id)
        outcome = outcome_of(error, private=chat_id > 0)
        if outcome.verdict is Verdict.FLOOD:
            self._pace.pause(chat_id, self._clock.now() + timedelta(seconds=outcome.retry_after))
