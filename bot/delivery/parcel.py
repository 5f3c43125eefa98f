"""A row of the outbox, made ready to be sent."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from bot.delivery.calls import Call, Spot
from bot.domain.statements import Listing, View
from bot.ports import Row
from bot.screens.context import Reader


class Effect(Enum):
    """What has happened when the call has succeeded, and so what is to be written down."""

    SAID = auto()
    EDITED = auto()
    REMOVED = auto()
    TOPIC_MADE = auto()
    TOPIC_CHANGED = auto()
    TOPIC_OPENED = auto()
    VIEW_SENT = auto()
    VIEW_EDITED = auto()


@dataclass(frozen=True, slots=True)
class Parcel:
    """One call for one row, and for those that go `along` with it.

    `call` is a listing where the screen is still to be read. `view`: what it brings up to date, with the `digest` of
    what it shows then. `first`: something the row needs before its own turn, after which it waits again. `parts`: of
    how many messages the statement consists. `sources`: the stored messages it says. `replaces`: the message that
    this one moves to the bottom. `written`: the chat and message of somebody who is to see that their words have
    arrived, once nothing of the row is left to be said; of several the newest first, for the budget may not do for all.
    `asks`: the open question (its stored message) that stands there with its buttons afterwards.
    """

    row: Row
    call: Call | Listing
    spot: Spot
    effect: Effect
    reader: Reader
    units: int = 1
    view: View | None = None
    digest: str = ""
    first: bool = False
    parts: int = 1
    sources: tuple[int, ...] = ()
    ticket: int | None = None
    replaces: int | None = None
    written: tuple[tuple[int, int], ...] = ()
    along: tuple[Row, ...] = ()
    asks: int | None = None

    @property
    def rows(self) -> tuple[Row, ...]:
        return (self.row, *self.along)
