"""A row of the outbox becomes a call: looked up, rendered and addressed at the moment of sending."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import assert_never
from zoneinfo import ZoneInfo

from aiogram.methods import DeleteMessage, EditMessageReplyMarkup

from bot.delivery.calls import Spot, edit_letter, reaction, send_letter
from bot.delivery.compose_question import of_question
from bot.delivery.compose_relay import Relays
from bot.delivery.compose_views import Views
from bot.delivery.niceties import Niceties
from bot.delivery.parcel import Effect, Parcel
from bot.domain.rules import DeskRules
from bot.domain.statements import (
    AlbumRelay,
    Amend,
    Buttons,
    CardView,
    Listing,
    Mark,
    Notice,
    Private,
    QuestionView,
    Rekey,
    Relay,
    Remove,
    Retire,
    Retract,
    TicketTopic,
    TopicView,
    WindowView,
)
from bot.domain.ticket import Ticket
from bot.ports import Ledger, Row
from bot.screens import notices
from bot.screens.context import Reader
from locales.catalog import Catalog

OF_A_TICKET = {"opened", "story"}
"""Listings that a customer may answer with words about the ticket."""


@dataclass(frozen=True, slots=True)
class Composer:
    """`compose` reads the present state in the unit of work that also marks the row as being sent."""

    catalog: Catalog
    rules: DeskRules
    niceties: Niceties

    def compose(
        self, ledger: Ledger, row: Row, fallback: int = 0, *, closed: bool = False, behind: Sequence[Row] = ()
    ) -> Parcel | None:
        """The call of a row, or of what must be there before it; None when there is nothing left to do.

        `fallback`: 1 without decoration, 2 as plain text; raised when Telegram has refused the richer form.
        `closed`: the topic has to be opened first. `behind`: what waits behind it and may go along, as far as it fits.
        """
        ticket = ledger.tickets.get(row.to.number) if isinstance(row.to, TicketTopic) else None
        spot = _spot(ledger, row, ticket)
        if ticket is not None and _nowhere(spot, ticket):
            return None
        reader = self._reader(ledger, row, fallback)
        views = Views(ledger, reader, self.niceties, fallback)
        if closed and (ticket is None or spot.topic_id is not None):
            return views.reopened(row, spot)
        if ticket is not None and (missing := views.missing(row, spot, ticket)):
            return missing
        match row.payload:
            case TopicView() | CardView():
                return views.of_ticket(row, spot, _present(ticket))
            case WindowView():
                return views.window(row, spot, row.payload)
            case QuestionView():
                return views.question(row, spot, row.payload)
            case Relay() if behind:
                return Relays(ledger, reader, row.to, fallback).joined(row, spot, behind)
            case Relay() | AlbumRelay() | Amend() | Retract():
                return Relays(ledger, reader, row.to, fallback, self._styled(fallback)).compose(row, spot, row.payload)
            case Rekey() | Notice(buttons=Buttons.QUESTION):
                return of_question(ledger, row, spot, reader, row.payload, styled=self._styled(fallback))
            case Notice():
                return self._notice(ledger, row, spot, reader, row.payload, fallback)
            case Listing():
                effect = Effect.SAID if row.payload.edits is None else Effect.EDITED
                number = row.payload.values.get("number") if row.payload.name in OF_A_TICKET else None
                return Parcel(row, row.payload, spot, effect, reader, ticket=number)
            case Mark(message_id, emoji):
                return Parcel(row, reaction(spot, message_id, emoji), spot, Effect.EDITED, reader, units=0)
            case Retire(message_id):
                bare = EditMessageReplyMarkup(chat_id=spot.chat_id, message_id=message_id)
                return Parcel(row, bare, spot, Effect.EDITED, reader)
            case Remove(message_id):
                delete = DeleteMessage(chat_id=spot.chat_id, message_id=message_id)
                return Parcel(row, delete, spot, Effect.REMOVED, reader, units=0)
            case _:
                assert_never(row.payload)

    def _notice(self, ledger: Ledger, row: Row, spot: Spot, reader: Reader, notice: Notice, fallback: int) -> Parcel:
        letter = notices.letter(reader, notice)
        if notice.about is not None:
            place = Relays(ledger, reader, row.to, fallback).over_there(notice.about, spot)
            letter = replace(letter, reply_to=place)
        number = row.to.number if isinstance(row.to, TicketTopic) else notice.number
        styled = self._styled(fallback)
        if notice.edits is not None:
            call = edit_letter(spot, notice.edits, letter, styled=styled)
            return Parcel(row, call, spot, Effect.EDITED, reader, ticket=number)
        return Parcel(row, send_letter(spot, letter, styled=styled), spot, Effect.SAID, reader, ticket=number)

    def _styled(self, fallback: int) -> bool:
        return self.niceties.styles and not fallback

    def _reader(self, ledger: Ledger, row: Row, fallback: int) -> Reader:
        """In private the person's own language and zone, in the group the desk's."""
        language, zone = self.rules.staff_language, self.rules.zone
        if isinstance(row.to, Private):
            person = ledger.people.get(row.to.person_id)
            language = (person and person.language) or self.rules.language
            zone = (person and person.zone) or zone
        entities = self.niceties.time_entities and not fallback
        return Reader(self.catalog, self.catalog.language(language), ZoneInfo(zone), ledger.now, entities)


def _spot(ledger: Ledger, row: Row, ticket: Ticket | None) -> Spot:
    match row.to:
        case Private(person_id):
            return Spot(person_id)
        case TicketTopic(chat_id, number, guest=True):
            return Spot(chat_id, ledger.tickets.guest_topic(number, chat_id))
        case TicketTopic(chat_id):
            return Spot(chat_id, _present(ticket).topic_id)
        case _:
            return Spot(row.to.chat_id, row.to.topic_id)


def _nowhere(spot: Spot, ticket: Ticket) -> bool:
    """In a group that has it no more nobody makes a topic for it."""
    return spot.topic_id is None and spot.chat_id not in (ticket.chat_id, ticket.guest_chat)


def _present(ticket: Ticket | None) -> Ticket:
    assert ticket is not None, "topics and cards are addressed to a ticket's topic"  # noqa: S101 (an invariant)
    return ticket
