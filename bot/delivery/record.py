"""What has become of a parcel is written down: in the books of the outbox, and for the rules to go on from."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.delivery.outcome import Outcome, Verdict
from bot.delivery.parcel import Effect, Parcel
from bot.domain.content import Message, Place, Side
from bot.domain.statements import (
    AlbumRelay,
    Buttons,
    Mark,
    Notice,
    Priority,
    Private,
    Relay,
    Remove,
    Retract,
    TicketTopic,
)
from bot.ports import Ledger, Row, Shown
from bot.usecases.arrived import notice_arrived, reminder_refused, reply_arrived
from bot.usecases.membership import customer_gone, welcome_back
from bot.usecases.question_delivery import question_failed, question_shown
from bot.usecases.staff_chat import tell_again
from bot.usecases.topics import topic_in, topic_of

FAILED = "💔"


def succeeded(ledger: Ledger, parcel: Parcel, result: Any) -> None:
    """The call is done. Messages that came into being get their places; then the row is done, or goes on."""
    ids = _ids(result)
    match parcel.effect:
        case Effect.SAID:
            _said(ledger, parcel, ids)
        case Effect.VIEW_SENT if ids:
            _shown(ledger, parcel, ids[0])
            _said(ledger, parcel, ids)
        case Effect.TOPIC_CHANGED if parcel.spot.topic_id is not None:
            _shown(ledger, parcel, parcel.spot.topic_id)
        case Effect.VIEW_EDITED if parcel.view:
            before = ledger.speech.shown(parcel.view)
            if before is not None:
                _shown(ledger, parcel, before.message_id)
        case Effect.TOPIC_MADE if result:
            topic_made(ledger, parcel, result["message_thread_id"])
        case Effect.TOPIC_OPENED:
            topic_open(ledger, parcel)
        case Effect.REMOVED:
            _removed(ledger, parcel)
        case _:
            pass
    if parcel.asks is not None and parcel.ticket is not None and ids:
        question_shown(ledger, parcel.ticket, parcel.asks, ids[-1])
    _next(ledger, parcel)


def topic_made(ledger: Ledger, parcel: Parcel, topic_id: int) -> None:
    to = parcel.row.to
    assert isinstance(to, TicketTopic), "a topic is made for a ticket"  # noqa: S101 (an invariant)
    _in_place(ledger, to, topic_id)
    _shown(ledger, parcel, topic_id)
    if to.guest:
        home = topic_of(ledger.tickets.get(to.number))
        ledger.speech.show(home, home.card, ledger.outbox.face(home.card))  # it leads there now


def topic_gone(ledger: Ledger, parcel: Parcel) -> None:
    """Somebody has deleted the topic: the row waits until there is a new one, with a new card and the history."""
    to = parcel.row.to
    if isinstance(to, TicketTopic) and _place_of(ledger, to) == parcel.spot.topic_id:
        _in_place(ledger, to, None)
        ledger.outbox.forget(to.board)
        ledger.outbox.forget(to.card)
        tell_again(ledger, to)
    again(ledger, parcel)


def topic_open(ledger: Ledger, parcel: Parcel) -> None:
    """Somebody had closed it. That of a closed ticket is closed again when everything is said."""
    to = parcel.row.to
    view = ledger.speech.shown(to.board) if isinstance(to, TicketTopic) else None
    if isinstance(to, TicketTopic) and view is not None:
        digest = json.dumps({**json.loads(view.digest), "closed": False})
        ledger.outbox.put(to.board, replace(view, digest=digest, at=ledger.now))
        ledger.speech.show(to, to.board)


def again(ledger: Ledger, parcel: Parcel, until: datetime | None = None) -> None:
    """It waits once more, with all that went along."""
    for row in parcel.rows:
        ledger.outbox.again(row.id, until)


def view_gone(ledger: Ledger, parcel: Parcel) -> None:
    """Somebody has deleted the message: the row waits, and sends it anew."""
    if parcel.view is not None:
        ledger.outbox.forget(parcel.view)
    _forget_copies(ledger, parcel)
    again(ledger, parcel)


def undelivered(ledger: Ledger, row: Row, outcome: Outcome) -> None:
    """What cannot arrive is kept; the staff see that on the message, with a reason and a Retry. A customer is told."""
    if isinstance(row.to, Private) and outcome.verdict is Verdict.RECIPIENT_GONE:
        customer_gone(ledger, row.to.person_id, outcome.reason)
    for source in _sources(ledger, row):
        message = ledger.messages.get(source)
        if _beside(row, message):
            continue
        if message.side is Side.CUSTOMER and outcome.verdict is Verdict.PARTLY:
            ledger.speech.say(row.to, Notice("staff-album-partly", number=message.ticket), Priority.LIVE)
        elif message.side is Side.CUSTOMER:
            told = Notice("refusal-not-repeatable", number=message.ticket, reply_to=message.message_id)
            ledger.speech.say(Private(message.chat_id), told, Priority.LIVE)
        if message.side is not Side.REPLY or message.ticket is None:
            continue
        to = _written_in(ledger, message, message.ticket)
        ledger.speech.say(to, Mark(message.message_id, FAILED), Priority.LIVE)
        values = {"reason": outcome.reason, "message": message.id}
        notice = Notice("undelivered", values, Buttons.RETRY, message.ticket, reply_to=message.message_id)
        ledger.speech.say(to, notice, Priority.LIVE)
        question_failed(ledger, message)
    if isinstance(row.payload, Retract) and isinstance(row.to, Private):
        _unsent(ledger, row.payload.message, "staff-unsend-failed")
    if isinstance(row.payload, Notice) and row.payload.reminds and outcome.verdict is not Verdict.RECIPIENT_GONE:
        reminder_refused(ledger, row.payload, outcome.reason)
    ledger.outbox.dead(row.id, outcome.reason)


def revived(ledger: Ledger, row: Row) -> None:
    """What was given up is tried again: 💔 goes, as it does when somebody presses Retry."""
    for source in _sources(ledger, row):
        message = ledger.messages.get(source)
        if message.side is Side.REPLY and message.ticket is not None and not _beside(row, message):
            to = _written_in(ledger, message, message.ticket)
            ledger.speech.say(to, Mark(message.message_id, None), Priority.LIVE)


def _said(ledger: Ledger, parcel: Parcel, ids: list[int]) -> None:
    sources = parcel.sources or (None,)
    chat_id = parcel.spot.chat_id
    if parcel.along:
        for message_id in ids:
            place = Place(chat_id, message_id, parcel.ticket, parcel.sources[-1], ledger.now)
            ledger.messages.shown(place, parcel.sources)
    elif parcel.ticket is not None:
        for message_id, source in zip(ids, sources, strict=False):
            ledger.messages.shown(Place(chat_id, message_id, parcel.ticket, source, ledger.now))
    if isinstance(parcel.row.to, Private) and ids:
        ledger.people.heard(chat_id, max(ids), of_ticket=parcel.ticket is not None)
        welcome_back(ledger, chat_id)
        _arrived(ledger, parcel)


def _arrived(ledger: Ledger, parcel: Parcel) -> None:
    """The customer has it, whole: from now on they have time to answer."""
    if parcel.first or parcel.row.part + 1 < parcel.parts:
        return
    if isinstance(parcel.row.payload, Notice):
        notice_arrived(ledger, parcel.row.payload)
    elif isinstance(parcel.row.payload, Relay | AlbumRelay) and parcel.ticket is not None:
        reply_arrived(ledger, parcel.ticket)


def _shown(ledger: Ledger, parcel: Parcel, message_id: int) -> None:
    if parcel.view is None:
        return
    ledger.outbox.put(parcel.view, Shown(parcel.spot.chat_id, message_id, parcel.digest, ledger.now))
    if parcel.replaces is not None:
        ledger.speech.say(Private(parcel.spot.chat_id), Remove(parcel.replaces), Priority.LIVE)


def _removed(ledger: Ledger, parcel: Parcel) -> None:
    _forget_copies(ledger, parcel)
    if isinstance(parcel.row.payload, Retract) and isinstance(parcel.row.to, Private):
        _unsent(ledger, parcel.row.payload.message, "staff-unsent")


def _unsent(ledger: Ledger, source: int, key: str) -> None:
    """The word about `/unsend` stands under the message that it was for."""
    message = ledger.messages.get(source)
    if message.ticket is not None:
        to = _written_in(ledger, message, message.ticket)
        ledger.speech.say(to, Notice(key, number=message.ticket, reply_to=message.message_id))


def _written_in(ledger: Ledger, message: Message, number: int) -> TicketTopic:
    """The topic in which somebody of the staff has written it."""
    return topic_in(ledger.tickets.get(number), message.chat_id)


def _beside(row: Row, message: Message) -> bool:
    """Only shown there: it has been said, or will be, elsewhere."""
    return isinstance(row.to, TicketTopic) and (row.to.guest or message.side is Side.REPLY)


def _place_of(ledger: Ledger, to: TicketTopic) -> int | None:
    return ledger.tickets.guest_topic(to.number, to.chat_id) if to.guest else ledger.tickets.get(to.number).topic_id


def _in_place(ledger: Ledger, to: TicketTopic, topic_id: int | None) -> None:
    if to.guest:
        ledger.tickets.guest_in_place(to.number, to.chat_id, topic_id)
    else:
        ledger.tickets.in_place(to.number, topic_id)


def _forget_copies(ledger: Ledger, parcel: Parcel) -> None:
    for source in parcel.sources:
        for place in ledger.messages.copies(source):
            if place.chat_id == parcel.spot.chat_id:
                ledger.messages.gone(place)


def _next(ledger: Ledger, parcel: Parcel) -> None:
    if parcel.first:
        again(ledger, parcel)
    elif parcel.row.part + 1 < parcel.parts:
        ledger.outbox.advance(parcel.row.id)
    else:
        for row in parcel.rows:
            ledger.outbox.sent(row.id)


def _sources(ledger: Ledger, row: Row) -> list[int]:
    match row.payload:
        case Relay(message):
            return [message]
        case AlbumRelay(album, ticket):
            parts = ledger.messages.album(ticket, album, row.chat_id) or ledger.messages.parts(ticket, album)
            return [message.id for message in parts][:1]
        case _:
            return []


def _ids(result: Any) -> list[int]:
    """The message ids of a result: one message, or an album's."""
    messages = result if isinstance(result, list) else [result]
    return [message["message_id"] for message in messages if isinstance(message, dict) and "message_id" in message]
