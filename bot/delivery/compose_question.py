"""What the customer is asked, once more; and the buttons under it, as they are now."""

from __future__ import annotations

from dataclasses import replace

from aiogram.methods import EditMessageReplyMarkup

from bot.delivery.calls import Spot, markup, send_letter
from bot.delivery.compose_relay import Relays
from bot.delivery.parcel import Effect, Parcel
from bot.domain.statements import Notice, Rekey
from bot.ports import Ledger, Row
from bot.screens.context import Reader
from bot.screens.question_buttons import asked_again, chosen_keyboard, question_keyboard


def of_question(
    ledger: Ledger, row: Row, spot: Spot, reader: Reader, payload: Notice | Rekey, *, styled: bool
) -> Parcel | None:
    if isinstance(payload, Rekey):
        return _rekeyed(ledger, row, spot, reader, payload, styled=styled)
    return _again(ledger, row, spot, reader, payload, styled=styled)


def _again(ledger: Ledger, row: Row, spot: Spot, reader: Reader, notice: Notice, *, styled: bool) -> Parcel | None:
    """It points at the question in the chat; one that is over meanwhile is not asked again."""
    ticket = ledger.tickets.get(notice.number or 0)
    if ticket.question is None:
        return None
    asked = ticket.question.message
    letter = asked_again(reader, notice, ticket, ledger.messages.get(asked).content)
    letter = replace(letter, reply_to=Relays(ledger, reader, row.to).over_there(asked, spot))
    call = send_letter(spot, letter, styled=styled)
    return Parcel(row, call, spot, Effect.SAID, reader, ticket=ticket.number, asks=asked)


def _rekeyed(ledger: Ledger, row: Row, spot: Spot, reader: Reader, rekey: Rekey, *, styled: bool) -> Parcel:
    ticket = ledger.tickets.get(rekey.number)
    if ticket.question is not None and rekey.message_id in ticket.question.shown:
        keyboard = question_keyboard(reader, ticket.number, ticket.question)
    else:
        keyboard = chosen_keyboard(reader, rekey.number, rekey.chosen)
    call = EditMessageReplyMarkup(
        chat_id=spot.chat_id, message_id=rekey.message_id, reply_markup=markup(keyboard, styled=styled)
    )
    return Parcel(row, call, spot, Effect.EDITED, reader)
