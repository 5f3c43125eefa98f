"""One call to Telegram, and what came of it."""

from __future__ import annotations

from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError

from bot.delivery.calls import Call, edit_letter, send_document, send_letter
from bot.delivery.listings import read
from bot.delivery.niceties import Niceties
from bot.delivery.outcome import Outcome, Verdict, outcome_of
from bot.delivery.parcel import Parcel
from bot.delivery.session import Session
from bot.domain.rules import DeskRules
from bot.domain.statements import Listing
from bot.ports import Reads, StoreTrouble
from bot.screens.letter import Document

log = structlog.get_logger("sender")


class Sender:
    def __init__(self, bot: Bot, session: Session, reads: Reads, rules: DeskRules, niceties: Niceties) -> None:
        self._bot, self._session, self._reads, self._niceties = bot, session, reads, niceties
        self._rules = rules

    async def send(self, parcel: Parcel) -> Any | Outcome:
        """Telegram's result as JSON, or the outcome of a failure."""
        try:
            call = parcel.call if not isinstance(parcel.call, Listing) else await self._listing(parcel, parcel.call)
            return await self._session.raw(self._bot, call)
        except AiogramError as error:
            return outcome_of(error, private=parcel.spot.chat_id > 0)
        except StoreTrouble:
            return Outcome(Verdict.NOT_SENT, "store")
        except Exception as error:  # a defect of one row must not stop its line
            log.exception("cannot_send", row=parcel.row.id)
            return Outcome(Verdict.REFUSED, type(error).__name__)

    async def _listing(self, parcel: Parcel, wanted: Listing) -> Call:
        letter = await read(parcel.reader, self._reads, wanted, self._rules)
        if isinstance(letter, Document):
            return send_document(parcel.spot, letter)
        if wanted.edits is not None:
            return edit_letter(parcel.spot, wanted.edits, letter, styled=self._niceties.styles)
        return send_letter(parcel.spot, letter, styled=self._niceties.styles)
