"""Where the person stands: an instant, and a zone whose clock they read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from bot.domain.period.syntax import Amount

AHEAD = timedelta(minutes=5)  # not every clock is right


@dataclass(frozen=True, slots=True)
class Present:
    """`now` is UTC. A time that the clocks skip counts as if they had not yet been put forward."""

    now: datetime
    zone: tzinfo

    @property
    def today(self) -> date:
        return self.now.astimezone(self.zone).date()

    def ahead(self, at: datetime) -> bool:
        return at > self.now + AHEAD

    def first(self, day: date, hours: timedelta) -> datetime:
        """The instant at which the clock shows that time; `hours` after midnight, a day has any number of them."""
        return self._shown(day, hours).astimezone(UTC)

    def last(self, day: date, hours: timedelta) -> datetime:
        """The same, but the later one where the clock shows it twice, unless that is still ahead."""
        first = self.first(day, hours)
        again = self._shown(day, hours).replace(fold=1).astimezone(UTC)
        return first if self.ahead(again) else max(first, again)

    def before(self, amount: Amount) -> datetime:
        """So long ago; days keep the time of day whatever the clocks did since."""
        if not amount.days:
            return self.now - amount.exact
        here = self.now.astimezone(self.zone) - timedelta(days=amount.days)
        return here.astimezone(UTC) - amount.exact

    def anchor(self, hours: timedelta) -> date:
        """The day of a time without a day: today, or yesterday where today's is still ahead."""
        today = self.today
        return today - timedelta(days=1) if self.ahead(self.first(today, hours)) else today

    def _shown(self, day: date, hours: timedelta) -> datetime:
        return (datetime.combine(day, time()) + hours).replace(tzinfo=self.zone)
