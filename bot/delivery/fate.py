"""What is done with a row after an answer: the decision table of the outbox, without any doing."""

from __future__ import annotations

from enum import Enum, auto
from typing import assert_never

from bot.delivery.outcome import Outcome, Verdict
from bot.delivery.parcel import Effect, Parcel
from bot.domain.statements import Amend, Mark, Retract, TicketTopic

PLAINEST = 2


class Fate(Enum):
    """DONE: as if it had succeeded. AGAIN: the chat rests, then the same once more. PLAINER: once more, less decorated.
    APART: what was joined goes one by one.
    NEW_TOPIC, NEW_VIEW: what was there is gone, it is made anew first. REOPEN: the topic is opened first.
    MOVED: the chat has another id. UNDELIVERED: kept, and the staff are told.
    DROPPED: worth nothing any more.
    """

    DONE = auto()
    AGAIN = auto()
    PLAINER = auto()
    APART = auto()
    NEW_TOPIC = auto()
    NEW_VIEW = auto()
    REOPEN = auto()
    MOVED = auto()
    UNDELIVERED = auto()
    DROPPED = auto()


def fate_of(parcel: Parcel, outcome: Outcome, fallback: int) -> Fate:
    """`fallback` is how plain the refused call was already."""
    match outcome.verdict:
        case Verdict.ALREADY_DONE:
            return Fate.DONE
        case Verdict.FLOOD | Verdict.NOT_SENT | Verdict.IN_DOUBT | Verdict.MISCONFIGURED:
            return Fate.AGAIN
        case Verdict.GROUP_PROBLEM:
            return Fate.AGAIN if parcel.spot.chat_id < 0 else Fate.UNDELIVERED
        case Verdict.MIGRATED:
            return Fate.MOVED
        case Verdict.TOPIC_CLOSED:
            return Fate.REOPEN
        case Verdict.TOPIC_GONE:
            return Fate.NEW_TOPIC if isinstance(parcel.row.to, TicketTopic) else Fate.DROPPED
        case Verdict.EDIT_TARGET_GONE:
            mended = parcel.effect is Effect.VIEW_EDITED or isinstance(parcel.row.payload, Amend)
            return Fate.NEW_VIEW if mended else Fate.DROPPED
        case Verdict.REPLY_TARGET_GONE | Verdict.REFUSED | Verdict.NOBODY:
            return _refused(parcel, fallback)
        case Verdict.RECIPIENT_GONE | Verdict.PARTLY:
            return Fate.UNDELIVERED
        case Verdict.QUERY_LATE:
            return Fate.DROPPED
        case _:
            assert_never(outcome.verdict)


def _refused(parcel: Parcel, fallback: int) -> Fate:
    """A reaction is a nicety; everything else is said more plainly, and then not at all."""
    if isinstance(parcel.row.payload, Retract):
        return Fate.UNDELIVERED
    if isinstance(parcel.row.payload, Mark) or parcel.effect is Effect.REMOVED:
        return Fate.DROPPED
    if parcel.along:
        return Fate.APART
    return Fate.PLAINER if fallback < PLAINEST else Fate.UNDELIVERED
