"""How much may be sent: to everybody, to one private chat, to one group.

The real limits are unpublished and move. The numbers are estimates: 30 a second, one a second to one chat
and twenty a minute to one group are from Telegram's FAQ; that edits and topics spend the group's twenty is
the server maintainer's word; that an album costs as many as its items is what developers report; the burst
of five in a private chat and the price of pins and of closing a topic are guesses on the safe side.
"""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass, field
from math import ceil

_SENT = (
    "sendMessage sendPhoto sendLivePhoto sendAudio sendDocument sendVideo sendAnimation sendVoice "
    "sendVideoNote sendPaidMedia sendMediaGroup sendLocation sendVenue sendContact sendPoll "
    "sendChecklist sendDice sendSticker sendInvoice sendGame sendGift sendRichMessage forwardMessage "
    "forwardMessages copyMessage copyMessages"
)
_EDITED = (
    "editMessageText editMessageCaption editMessageMedia editMessageReplyMarkup editMessageLiveLocation "
    "stopMessageLiveLocation editMessageChecklist stopPoll setGameScore"
)
_SERVICE_MESSAGES = (
    "createForumTopic editForumTopic closeForumTopic reopenForumTopic editGeneralForumTopic "
    "closeGeneralForumTopic reopenGeneralForumTopic hideGeneralForumTopic unhideGeneralForumTopic "
    "pinChatMessage"
)
CHARGED = frozenset(f"{_SENT} {_EDITED} {_SERVICE_MESSAGES}".lower().split())
"""Methods that spend units, in lower case. Reads, deletes, reactions, actions, answers do not."""

_MOMENT = 1e-6
"""Seconds that are lost in sums of binary fractions and make nobody wait."""


@dataclass(frozen=True)
class Limits:
    """A private chat takes ``private_burst`` units at once, then one each ``private_pause`` seconds."""

    everybody: int = 30
    everybody_window: float = 1.0
    private_burst: int = 5
    private_pause: float = 1.0
    group: int = 20
    group_window: float = 60.0
    charged: frozenset[str] = CHARGED


@dataclass
class _Window:
    """At most ``limit`` units in any ``seconds``; a heavier call waits until nothing else is spent."""

    limit: int
    seconds: float
    spent: deque[tuple[float, int]] = field(default_factory=deque)

    def wait(self, units: int, now: float) -> float:
        """Seconds until ``units`` fit; 0 when they fit now."""
        while self.spent and self.spent[0][0] + self.seconds <= now + _MOMENT:
            self.spent.popleft()
        over = sum(count for _, count in self.spent) + units - max(self.limit, units)
        for at, count in self.spent:
            if over <= 0:
                return 0.0
            over -= count
            if over <= 0:
                return at + self.seconds - now
        return 0.0

    def spend(self, units: int, now: float) -> None:
        self.spent.append((now, units))


@dataclass
class _Bucket:
    """``burst`` units at once, one more each ``pause``; a heavier call needs it full and leaves debt."""

    burst: int
    pause: float
    full_at: float = 0.0

    def wait(self, units: int, now: float) -> float:
        """Seconds until ``units`` fit; 0 when they fit now."""
        room = max(0, self.burst - units) * self.pause
        return max(0.0, self.full_at - now - room)

    def spend(self, units: int, now: float) -> None:
        self.full_at = max(self.full_at, now) + units * self.pause


class Budgets:
    """What was spent. ``now`` is seconds of a clock that never goes back; ``on`` false lifts all limits."""

    def __init__(self, limits: Limits | None = None, *, on: bool = True) -> None:
        self.limits = limits or Limits()
        self.on = on
        self._everybody = _Window(self.limits.everybody, self.limits.everybody_window)
        self._groups = defaultdict[int, _Window](lambda: _Window(self.limits.group, self.limits.group_window))
        self._private = defaultdict[int, _Bucket](lambda: _Bucket(self.limits.private_burst, self.limits.private_pause))

    def units(self, method: str, items: int = 1) -> int:
        """What a call costs; ``items`` are those of an album or of a plural copy or forward."""
        return max(1, items) if method.lower() in self.limits.charged else 0

    def charge(self, method: str, chat_id: int, now: float, *, items: int = 1) -> int | None:
        """Spend the call's units, or return ``retry_after`` (whole seconds, at least 1) and spend nothing."""
        units = self.units(method, items)
        if not self.on or not units:
            return None
        chat = self._private[chat_id] if chat_id > 0 else self._groups[chat_id]
        wait = max(self._everybody.wait(units, now), chat.wait(units, now))
        if wait > _MOMENT:
            return ceil(wait - _MOMENT)
        self._everybody.spend(units, now)
        chat.spend(units, now)
        return None
