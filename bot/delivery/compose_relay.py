"""People's words become calls: said from what was stored, changed when they were edited, taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from aiogram.methods import CopyMessage, DeleteMessage, DeleteMessages

from bot.delivery.calls import Answers, Call, Spot, amend_content, send_album, send_content
from bot.delivery.parcel import Effect, Parcel
from bot.domain.content import Content, ContentKind, Message, Place, Side
from bot.domain.joining import fits, joined, together
from bot.domain.statements import Address, AlbumRelay, Amend, Private, Relay, Retract, TicketTopic
from bot.domain.ticket import Ticket
from bot.ports import Ledger, Row
from bot.screens.context import Reader
from bot.screens.letter import Keyboard
from bot.screens.question_buttons import question_keyboard
from bot.screens.relay import CAPTIONED, header, quoted, relayed, roomy, said_elsewhere, without_sign

EDITED_SIGN = "✏️ "
ALBUM_MOST = 10
QUOTE_LIMIT = 1024


@dataclass(frozen=True, slots=True)
class Relays:
    ledger: Ledger
    reader: Reader
    to: Address
    fallback: int = 0
    styled: bool = True

    def compose(self, row: Row, spot: Spot, payload: Relay | AlbumRelay | Amend | Retract) -> Parcel | None:
        match payload:
            case Relay(message):
                return self._relay(row, spot, self.ledger.messages.get(message))
            case AlbumRelay():
                return self._album(row, spot, payload)
            case Amend(message):
                return self._amend(row, spot, self.ledger.messages.get(message))
            case Retract(message):
                return self._retract(row, spot, self.ledger.messages.get(message))

    def joined(self, row: Row, spot: Spot, behind: Sequence[Row]) -> Parcel | None:
        """With it goes what waits right behind it, as far as all of that can be one message."""
        unsent = set(self.ledger.outbox.unsent([row.id, *(other.id for other in behind)]))
        if row.id not in unsent:
            return None
        still = [one for one in (row, *behind) if one.id in unsent]
        rows = [(one, one.payload.message) for one in still if isinstance(one.payload, Relay)]
        texts = together(self.ledger.messages.get(message) for _, message in rows)
        first, *more = texts
        if not more:
            return self._relay(row, spot, first)
        whole, *rest = relayed(joined([text.content for text in texts]), self._author(first) or None)
        if rest:
            return self._relay(row, spot, first)
        return Parcel(
            row, self._say(spot, first, whole, self._answers(first, spot)), spot, Effect.SAID, self.reader,
            sources=tuple(text.id for text in texts), ticket=first.ticket,
            along=tuple(one for one, _ in rows[1 : len(texts)]),
            written=self._written(*reversed(texts)),
        )  # fmt: skip

    def over_there(self, source: int, spot: Spot) -> int | None:
        """The message id of a stored message in the chat that is written to; words of a discarded draft are nowhere."""
        message = self.ledger.messages.find(source)
        if message is not None and message.chat_id == spot.chat_id:
            return message.message_id
        copies = self._copies(source, spot)
        return copies[0].message_id if copies else None

    def _relay(self, row: Row, spot: Spot, message: Message, sign: str = "", under: int | None = None) -> Parcel | None:
        """A reply that has become a note since is said to nobody. `under`: the message over there that it amends."""
        if message.side is Side.NOTE or (spot.topic_id is None and message.side is not Side.REPLY):
            return None
        tickets = self._tickets(spot)
        contents = self._contents(message, tickets, sign)
        part = min(row.part, len(contents) - 1)
        answers = Answers(under) if under else self._answers(message, spot) if part == 0 else None
        keyboard = self._keyboard(message, tickets) if part == len(contents) - 1 else ()
        return Parcel(
            row, self._say(spot, message, contents[part], answers, keyboard), spot, Effect.SAID, self.reader,
            parts=len(contents), sources=(message.id,), ticket=_ticket(row, message),
            asks=message.id if keyboard else None, written=self._written(message),
        )  # fmt: skip

    def _album(self, row: Row, spot: Spot, album: AlbumRelay) -> Parcel | None:
        """What has no copy yet, at most ten at once; then, in texts, what the captions could not hold."""
        unsaid = self.ledger.messages.album(album.ticket, album.album, spot.chat_id)
        parts = self.ledger.messages.parts(album.ticket, album.album)
        tickets = self._tickets(spot)
        rest = [] if unsaid else self._rest(parts, spot, tickets)
        if not unsaid and not rest:
            return None
        some = list(unsaid[:ALBUM_MOST]) or [rest[0][0]]
        if unsaid:
            contents = [self._worded(part, tickets, parts[0], alone=part is some[0]) for part in some]
            more = len(unsaid) > len(some) or any(len(words) > 1 for words in contents)
            call = self._gathered(spot, some, [words[0] for words in contents])
        else:
            more, call = len(rest) > 1, self._say(spot, some[0], rest[0][1], None)
        return Parcel(
            row, call, spot, Effect.SAID, self.reader,
            units=len(some), sources=tuple(part.id for part in some), ticket=album.ticket, first=more,
            written=self._written(some[0]),
        )  # fmt: skip

    def _gathered(self, spot: Spot, some: Sequence[Message], contents: Sequence[Content]) -> Call:
        answers = self._answers(some[0], spot)
        if len(some) == 1:
            return self._say(spot, some[0], contents[0], answers)
        return send_album(spot, [self._plain(content) for content in contents], answers)

    def _rest(self, parts: Sequence[Message], spot: Spot, tickets: Sequence[Ticket]) -> list[tuple[Message, Content]]:
        """What is still to be said of the captions of parts that have arrived."""
        arrived = [(part, len(self._copies(part.id, spot)), self._worded(part, tickets, parts[0])) for part in parts]
        return [(part, content) for part, said, words in arrived if said for content in words[said:]]

    def _worded(
        self, part: Message, tickets: Sequence[Ticket], first: Message, *, alone: bool = False
    ) -> tuple[Content, ...]:
        """The number stands before the first part, and before one that comes late where there is room for it."""
        if part.id == first.id or (alone and roomy(part.content)):
            return self._contents(part, tickets, "")
        return relayed(part.content)

    def _amend(self, row: Row, spot: Spot, message: Message) -> Parcel | None:
        """Copies follow one by one; words that stand on the card only are said anew, marked as edited."""
        everywhere = self._here(row, self._copies(message.id, spot))
        copies = [place for place in everywhere if not self.ledger.messages.joined(place)]
        if everywhere and not copies:
            return self._rejoin(row, spot, message, everywhere[-1])
        if not copies:
            return self._anew(row, spot, message)
        if message.content.kind is not ContentKind.TEXT and message.content.kind not in CAPTIONED:
            return None
        tickets = self._tickets(spot)
        contents = self._contents(message, tickets, "")
        parts, part = max(len(contents), len(copies)), row.part
        keyboard = self._keyboard(message, tickets) if part == len(contents) - 1 else ()
        asks = message.id if keyboard else None
        if part >= len(contents):
            call: Call | None = DeleteMessage(chat_id=spot.chat_id, message_id=copies[part].message_id)
        elif part >= len(copies):
            return Parcel(
                row, self._say(spot, message, contents[part], None, keyboard), spot, Effect.SAID, self.reader,
                parts=parts, sources=(message.id,), ticket=message.ticket, asks=asks,
            )  # fmt: skip
        else:
            call = amend_content(spot, copies[part].message_id, contents[part], keyboard, styled=self.styled)
        if call is None:
            return None
        return Parcel(
            row, call, spot, Effect.EDITED, self.reader,
            parts=parts, sources=(message.id,), ticket=message.ticket, asks=asks,
        )  # fmt: skip

    def _rejoin(self, row: Row, spot: Spot, message: Message, place: Place) -> Parcel | None:
        """The whole is written anew. A part that has grown too long for it is said below, and stands there from then
        on: what is written anew later goes without it.
        """
        parts = [part for part in self.ledger.messages.joined(place) if len(self._copies(part.id, spot)) == 1]
        contents = [part.content for part in parts]
        if not fits(contents):
            return self._anew(row, spot, message, place.message_id)
        whole, *rest = relayed(joined(contents), self._author(message) or None)
        call = None if rest else amend_content(spot, place.message_id, self._plain(whole))
        return None if call is None else Parcel(row, call, spot, Effect.EDITED, self.reader, sources=(message.id,))

    def _anew(self, row: Row, spot: Spot, message: Message, under: int | None = None) -> Parcel | None:
        """Of what needs several messages the sign would move the seams."""
        if message.side is not Side.CUSTOMER:
            return None
        single = len(self._contents(message, self._tickets(spot), EDITED_SIGN)) == 1
        return self._relay(row, spot, message, EDITED_SIGN if single else "", under)

    def _retract(self, row: Row, spot: Spot, message: Message) -> Parcel | None:
        """An album is taken back as it was sent: whole."""
        parts = [message.id]
        if message.album is not None and message.ticket is not None:
            parts = [part.id for part in self.ledger.messages.parts(message.ticket, message.album)]
        ids = [place.message_id for part in parts for place in self._copies(part, spot)]
        if not ids:
            return None
        call = DeleteMessages(chat_id=spot.chat_id, message_ids=ids)
        return Parcel(row, call, spot, Effect.REMOVED, self.reader, units=0, sources=tuple(parts))

    def _say(
        self, spot: Spot, message: Message, content: Content, answers: Answers | None, keyboard: Keyboard = ()
    ) -> Call:
        if content.kind is ContentKind.OTHER:
            return CopyMessage(
                chat_id=spot.chat_id, message_thread_id=spot.topic_id,
                from_chat_id=message.chat_id, message_id=message.message_id,
            )  # fmt: skip
        return send_content(spot, self._plain(content), answers, keyboard, styled=self.styled)

    def _contents(self, message: Message, tickets: Sequence[Ticket], sign: str) -> tuple[Content, ...]:
        """In a private chat where several `tickets` speak, the words carry their number; in a topic, what was said to
        the customer from another one carries its author.
        """
        content = without_sign(message.content) if message.side is Side.REPLY else message.content
        if content.kind is ContentKind.DICE:
            content = Content(ContentKind.TEXT, f"{content.data['emoji']} {content.data['value']}")
        number = header(message.ticket or 0) if len(tickets) > 1 else ""
        return relayed(content, (number + self._author(message) + sign) or None)

    def _author(self, message: Message) -> str:
        if not isinstance(self.to, TicketTopic) or message.side is not Side.REPLY:
            return ""
        author = self.ledger.people.get(message.author_id)
        return said_elsewhere(author.name if author else "")

    def _written(self, *messages: Message) -> tuple[tuple[int, int], ...]:
        """Whose authors are to see that it has arrived: not where it is only shown beside that."""
        guest = isinstance(self.to, TicketTopic) and self.to.guest
        said = (one for one in messages if (one.side is Side.REPLY) == isinstance(self.to, Private) and not guest)
        return tuple((one.chat_id, one.message_id) for one in said)

    def _tickets(self, spot: Spot) -> Sequence[Ticket]:
        """Those that speak in a private chat."""
        return self.ledger.tickets.open_of(spot.chat_id) if spot.topic_id is None else ()

    def _keyboard(self, message: Message, tickets: Sequence[Ticket]) -> Keyboard:
        """The buttons under an open question; an album can have none."""
        if message.album is not None:
            return ()
        asked = (ticket for ticket in tickets if ticket.question and ticket.question.message == message.id)
        ticket = next(asked, None)
        return question_keyboard(self.reader, ticket.number, ticket.question) if ticket and ticket.question else ()

    def _answers(self, message: Message, spot: Spot) -> Answers | None:
        """Words that stand on the card only are answered there; of joined ones, those that are meant are quoted.

        A refused quote is done without, then the answer.
        """
        if message.reply_to is None or self.fallback > 1:
            return None
        there = self.over_there(message.reply_to, spot)
        if there is None:
            card = self.ledger.speech.shown(self.to.card) if isinstance(self.to, TicketTopic) else None
            return Answers(card.message_id) if card else None
        answered = self.ledger.messages.find(message.reply_to)
        if answered is None or self.fallback:
            return Answers(there)
        words = message.quote or self._part(answered, spot)
        entities = quoted(answered.content, words) if words else None
        return Answers(there) if entities is None else Answers(there, words, entities)

    def _part(self, answered: Message, spot: Spot) -> str | None:
        """Its words, if they stand among others over there."""
        places = self._copies(answered.id, spot) if spot.topic_id is not None else []
        among = len(places) == 1 and self.ledger.messages.joined(places[0])
        return answered.content.text if among and len(answered.content.text) <= QUOTE_LIMIT else None

    def _here(self, row: Row, copies: list[Place]) -> list[Place]:
        """Of copies in several topics of a group those in the topic that is spoken to."""
        if not isinstance(row.to, TicketTopic):
            return copies
        return [copy for copy in copies if copy.ticket == row.to.number]

    def _copies(self, source: int, spot: Spot) -> list[Place]:
        return [place for place in self.ledger.messages.copies(source) if place.chat_id == spot.chat_id]

    def _plain(self, content: Content) -> Content:
        return replace(content, entities=()) if self.fallback > 1 else content


def _ticket(row: Row, message: Message) -> int | None:
    """What is said in a topic belongs to its ticket, also where the words came to another one."""
    return row.to.number if isinstance(row.to, TicketTopic) else message.ticket
