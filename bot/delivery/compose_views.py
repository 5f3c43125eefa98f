"""Views become calls: made when they are missing, changed in place, moved to the bottom of a chat."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from aiogram.methods import CloseForumTopic, CreateForumTopic, EditForumTopic, ReopenForumTopic, ReopenGeneralForumTopic

from bot.delivery.calls import Spot, edit_letter, send_letter
from bot.delivery.niceties import Niceties
from bot.delivery.parcel import Effect, Parcel
from bot.domain.levels import dues_of
from bot.domain.people import Person
from bot.domain.release import Release
from bot.domain.statements import CardView, Face, QuestionView, TicketTopic, TopicView, View, WindowView
from bot.domain.ticket import Ticket
from bot.ports import Ledger, Row, Shown
from bot.screens.card import card
from bot.screens.card_handing import Sight
from bot.screens.context import Reader
from bot.screens.letter import Letter
from bot.screens.question import question
from bot.screens.topic import guest_icon, topic_icon, topic_name
from bot.screens.window import window
from bot.usecases.colleagues import colleagues
from bot.usecases.topics import topic_in

FINAL = {"sent", "cancelled", "placed"}
"""Faces that end a view: they change it where it stands."""
CHOOSING = {"more", "merging", "linking"}
"""Sides of a card on which the customer's other tickets stand."""


@dataclass(frozen=True, slots=True)
class Views:
    ledger: Ledger
    reader: Reader
    niceties: Niceties
    fallback: int

    def missing(self, row: Row, spot: Spot, ticket: Ticket) -> Parcel | None:
        """A topic before everything else in it, its card before the rest: also when somebody has deleted them."""
        to = topic_in(ticket, spot.chat_id)
        if spot.topic_id is None:
            return self._new_topic(row, spot, ticket)
        if isinstance(row.payload, TopicView | CardView) or self.ledger.speech.shown(to.card):
            return None
        letter = self._card(to, ticket)
        call = send_letter(spot, letter, styled=self._styled)
        return Parcel(
            row, call, spot, Effect.VIEW_SENT, self.reader,
            view=to.card, digest=_digest(letter), first=True, ticket=ticket.number,
        )  # fmt: skip

    def reopened(self, row: Row, spot: Spot) -> Parcel:
        """Before the row's own turn."""
        call: Any = ReopenGeneralForumTopic(chat_id=spot.chat_id)
        if spot.topic_id is not None:
            call = ReopenForumTopic(chat_id=spot.chat_id, message_thread_id=spot.topic_id)
        return Parcel(row, call, spot, Effect.TOPIC_OPENED, self.reader, first=True)

    def of_ticket(self, row: Row, spot: Spot, ticket: Ticket) -> Parcel | None:
        """The topic itself, or the card in it."""
        make = self._topic if isinstance(row.payload, TopicView) else self._put_card
        return make(row, spot, ticket)

    def _topic(self, row: Row, spot: Spot, ticket: Ticket) -> Parcel | None:
        """One call at a time: the name and icon, then open or closed."""
        shown = self.ledger.speech.shown(topic_in(ticket, spot.chat_id).board)
        now = json.loads(shown.digest) if shown else {}
        wanted = self._wanted(spot, ticket)
        named = {**wanted, "closed": now.get("closed", False)}
        if now != named:
            call: Any = EditForumTopic(
                chat_id=spot.chat_id, message_thread_id=spot.topic_id or 0,
                name=wanted["name"], icon_custom_emoji_id=wanted["icon"] or None,
            )  # fmt: skip
            return self._changed(row, spot, call, named, first=named != wanted)
        if now == wanted:
            return None
        method = CloseForumTopic if wanted["closed"] else ReopenForumTopic
        call = method(chat_id=spot.chat_id, message_thread_id=spot.topic_id or 0)
        return self._changed(row, spot, call, wanted, first=False)

    def _put_card(self, row: Row, spot: Spot, ticket: Ticket) -> Parcel | None:
        to = topic_in(ticket, spot.chat_id)
        return self._put(row, spot, to.card, self._card(to, ticket), ticket=ticket.number)

    def window(self, row: Row, spot: Spot, view: WindowView) -> Parcel | None:
        face = self.ledger.outbox.face(view)
        draft = self.ledger.drafts.of(view.customer_id)
        present = draft if draft and draft.id == view.draft else None
        if present is None and face.name not in FINAL:
            return None
        form = self.ledger.rules.form
        letter = window(self.reader, form, present and form.fit(present), face)
        return self._put(row, spot, view, letter, final=face.name in FINAL)

    def question(self, row: Row, spot: Spot, view: QuestionView) -> Parcel | None:
        face = self.ledger.outbox.face(view)
        held = self.ledger.messages.held(view.customer_id)
        if not held and face.name not in FINAL:
            return None
        tickets = self.ledger.tickets.open_of(view.customer_id)
        letter = question(self.reader, face, tickets, [message.content for message in held])
        return self._put(row, spot, view, letter, final=face.name in FINAL)

    def _put(
        self, row: Row, spot: Spot, view: View, letter: Letter, *, final: bool = False, ticket: int | None = None
    ) -> Parcel | None:
        """Edit what is shown; send it anew below what the talk has put under it; nothing where nothing has changed."""
        shown = self.ledger.speech.shown(view)
        digest = _digest(letter)
        buried = shown is not None and not final and self._buried(spot, shown)
        if shown is not None and not buried:
            if shown.digest == digest:
                return None
            call = edit_letter(spot, shown.message_id, letter, styled=self._styled)
            return Parcel(row, call, spot, Effect.VIEW_EDITED, self.reader, view=view, digest=digest, ticket=ticket)
        call = send_letter(spot, letter, styled=self._styled)
        return Parcel(
            row, call, spot, Effect.VIEW_SENT, self.reader,
            view=view, digest=digest, ticket=ticket, replaces=shown.message_id if shown else None,
        )  # fmt: skip

    def _buried(self, spot: Spot, shown: Shown) -> bool:
        if spot.topic_id is not None:
            return False
        person = self.ledger.people.get(spot.chat_id)
        return person is not None and person.last_message_id > shown.message_id

    def _card(self, to: TicketTopic, ticket: Ticket) -> Letter:
        face, rules = self.ledger.outbox.face(to.card), self.ledger.rules
        customer = self.ledger.people.get(ticket.customer_id) or Person(ticket.customer_id, str(ticket.customer_id))
        members = colleagues(self.ledger, ticket) if face.name == "people" else ()
        others = self.ledger.tickets.open_of(ticket.customer_id) if face.name in CHOOSING else ()
        sight = Sight(tuple(rules.services.values()), guest=to.card.guest, other=self._other(to, ticket))
        return card(
            self.reader, ticket, customer, face,
            form=rules.form, members=members, releases=self._releases(face),
            others=[one for one in others if one.number != ticket.number],
            related=self.ledger.links.of(ticket.number), sight=sight, dues=dues_of(ticket, rules.terms),
        )  # fmt: skip

    def _releases(self, face: Face) -> Sequence[Release]:
        match face.name:
            case "releases":
                return self.ledger.releases.promisable(face.values["stand"], face.values["today"])
            case "told":
                return self.ledger.releases.tellable(face.values["stand"], face.values["today"])
            case _:
                return ()

    def _other(self, to: TicketTopic, ticket: Ticket) -> tuple[int, int] | None:
        """The topic of the same ticket in the other group, once it is there."""
        if to.guest:
            return None if ticket.topic_id is None else (ticket.chat_id, ticket.topic_id)
        if ticket.guest_chat is None:
            return None
        topic_id = self.ledger.tickets.guest_topic(ticket.number, ticket.guest_chat)
        return None if topic_id is None else (ticket.guest_chat, topic_id)

    def _new_topic(self, row: Row, spot: Spot, ticket: Ticket) -> Parcel:
        wanted = self._wanted(spot, ticket)
        _, colour = topic_icon(ticket)
        call = CreateForumTopic(
            chat_id=spot.chat_id, name=wanted["name"], icon_color=colour, icon_custom_emoji_id=wanted["icon"] or None
        )
        return Parcel(
            row, call, spot, Effect.TOPIC_MADE, self.reader,
            view=topic_in(ticket, spot.chat_id).board, digest=json.dumps({**wanted, "closed": False}),
            first=not isinstance(row.payload, TopicView), ticket=ticket.number,
        )  # fmt: skip

    def _wanted(self, spot: Spot, ticket: Ticket) -> dict[str, Any]:
        guest = spot.chat_id != ticket.chat_id
        emoji, _ = guest_icon(ticket, spot.chat_id) if guest else topic_icon(ticket)
        icon = None if self.fallback else self.niceties.icon(emoji)
        closed = ticket.guest_chat != spot.chat_id if guest else not ticket.open
        return {"name": topic_name(ticket), "icon": icon or "", "closed": closed}

    def _changed(self, row: Row, spot: Spot, call: Any, state: dict[str, Any], *, first: bool) -> Parcel:
        view = row.payload if isinstance(row.payload, TopicView) else None
        digest = json.dumps(state)
        return Parcel(row, call, spot, Effect.TOPIC_CHANGED, self.reader, view=view, digest=digest, first=first)

    @property
    def _styled(self) -> bool:
        return self.niceties.styles and not self.fallback


def _digest(letter: Letter) -> str:
    return sha256(repr((letter.html, letter.keyboard)).encode()).hexdigest()[:16]
