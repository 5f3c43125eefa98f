"""What is to be said and shown: rows of the outbox, as data.

A *statement* is immutable and sent in order. A *view* is one thing on a screen: it is rendered from the state at
sending, so that only its newest state is ever sent. Both are addressed to a place; text is made at sending, in the
reader's language.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import Any


class Priority(IntEnum):
    """Chooses between conversations, never within one. COURTESY is skipped when the group's budget is tight."""

    LIVE = 0
    NOTICE = 1
    REMINDER = 2
    BROADCAST = 3
    COURTESY = 4


# Places ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Private:
    """The private chat of a person; its id is the person's."""

    person_id: int


@dataclass(frozen=True, slots=True)
class TicketTopic:
    """The topic of a ticket in its staff group; the topic's id is looked up at sending.

    `guest`: the group is not its own, but that of a service which it is with, or was.
    """

    chat_id: int
    number: int
    guest: bool = False

    @property
    def card(self) -> CardView:
        return CardView(self.number, self.chat_id if self.guest else None)

    @property
    def board(self) -> TopicView:
        """The topic in the list of topics."""
        return TopicView(self.number, self.chat_id if self.guest else None)


@dataclass(frozen=True, slots=True)
class Thread:
    """A given topic of a group (None: General), where a command was asked."""

    chat_id: int
    topic_id: int | None


Address = Private | TicketTopic | Thread


# Statements -----------------------------------------------------------------------------------------------------


class Buttons(StrEnum):
    """Named keyboards under notices; screens make them from the ticket's number and turn.

    QUESTION: those of the question that is open at sending; without one there is nothing to say any more.
    """

    NONE = "none"
    WELCOME = "welcome"
    RECEIVED = "received"
    COMPLETED = "completed"
    CLOSE_SURE = "close_sure"
    RATING = "rating"
    REOPEN = "reopen"
    RETRY = "retry"
    CONFIRMED_BY_STAFF = "confirmed_by_staff"
    PUBLISH = "publish"
    WITHDRAW = "withdraw"
    LANGUAGE = "language"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence of the desk itself: catalogue key, its values, a keyboard.

    `reply_to`: the message of that chat which it answers; `about`: the stored message which it answers, wherever that
    is over there; `edits`: the message it replaces in place. `reminds`: its delivery counts, the customer is reminded.
    """

    key: str
    values: dict[str, Any] = field(default_factory=dict)
    buttons: Buttons = Buttons.NONE
    number: int | None = None
    turn: int = 0
    reply_to: int | None = None
    about: int | None = None
    edits: int | None = None
    reminds: bool = False


@dataclass(frozen=True, slots=True)
class Relay:
    """One stored message, said on the other side."""

    message: int


@dataclass(frozen=True, slots=True)
class AlbumRelay:
    """All stored messages of an album that have not been said yet, as one album."""

    album: str
    ticket: int


@dataclass(frozen=True, slots=True)
class Amend:
    """The author edited a message: its copies follow."""

    message: int


@dataclass(frozen=True, slots=True)
class Retract:
    """Take the copies of a message back."""

    message: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A reaction of the bot on somebody's message; None removes it."""

    message_id: int
    emoji: str | None


@dataclass(frozen=True, slots=True)
class Retire:
    """Take the buttons off a message of the bot."""

    message_id: int


@dataclass(frozen=True, slots=True)
class Rekey:
    """The buttons under a message that has asked the customer something, as they are now: those of the open question of
    ticket `number`; when that is over, what was `chosen`, or none.
    """

    message_id: int
    number: int
    chosen: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A screen made of stored data at sending: a list or a history. `edits`: the message that turns its page."""

    name: str
    values: dict[str, Any] = field(default_factory=dict)
    edits: int | None = None


@dataclass(frozen=True, slots=True)
class Remove:
    """Delete a message of the bot that a newer one has replaced."""

    message_id: int


Statement = Notice | Relay | AlbumRelay | Amend | Retract | Mark | Retire | Rekey | Listing | Remove


# Views ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TopicView:
    """The topic itself: its name and its icon; `guest` is the group where the ticket is a guest, None at home."""

    number: int
    guest: int | None = None


@dataclass(frozen=True, slots=True)
class CardView:
    """The first message of the topic; `guest` as in TopicView."""

    number: int
    guest: int | None = None


@dataclass(frozen=True, slots=True)
class WindowView:
    """The dialog's window of one draft."""

    customer_id: int
    draft: int


@dataclass(frozen=True, slots=True)
class QuestionView:
    """The question which ticket it is for, while messages of the customer are held."""

    customer_id: int


View = TopicView | CardView | WindowView | QuestionView


@dataclass(frozen=True, slots=True)
class Face:
    """Which side of a view is up: the card's buttons or a choice in their place; a sentence over the window.

    `name` is the side ("main" after every move), `values` what it needs.
    """

    name: str = "main"
    values: dict[str, Any] = field(default_factory=dict)


MAIN = Face()


ELSEWHERE = "@"
"""In a key, before the group in which a ticket is a guest."""


def view_key(view: View) -> str:
    """The one row of the screen this view is: equal views share it."""
    match view:
        case TopicView(number, guest):
            return f"topic:{number}{_there(guest)}"
        case CardView(number, guest):
            return f"card:{number}{_there(guest)}"
        case WindowView(_, draft):
            return f"window:{draft}"
        case QuestionView(customer_id):
            return f"question:{customer_id}"


def _there(guest: int | None) -> str:
    return "" if guest is None else f"{ELSEWHERE}{guest}"


def order_key(to: Address, payload: Statement | View, *, shown: bool = False) -> str:
    """Within one key nothing overtakes. What stands on the screen already (`shown` views, marks on messages) depends on
    no other row and gets a key of its own, so that decoration never holds up a conversation.
    """
    match to:
        case Private(person_id):
            talk = f"p{person_id}"
        case TicketTopic(chat_id, number, guest):
            talk = f"t{number}{_there(chat_id if guest else None)}"
        case Thread(chat_id, topic_id):
            talk = f"g{chat_id}.{topic_id or 0}"
    if isinstance(payload, Mark):
        return f"{talk}.mark"
    if shown and isinstance(payload, TopicView | CardView):
        return f"{talk}.{view_key(payload)}"
    return talk
