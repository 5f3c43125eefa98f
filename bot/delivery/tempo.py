"""How fast people write."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

MINUTE = timedelta(minutes=1)


@dataclass(slots=True)
class Spell:
    """A minute of somebody's messages. `told`: they were told to slow down, in it or in the minute before."""

    began: datetime
    said: int = 0
    told: bool = False


class Tempo:
    """Messages by person and minute, by the time at which they were written: what piled up while the desk was away was
    not written fast.

    In memory: a restart forgets it, and the worst that follows is a second word in one burst.
    """

    def __init__(self, per_minute: int) -> None:
        """More messages a minute than that are too many; 0: there are never too many."""
        self._per_minute = per_minute
        self._spells: dict[int, Spell] = {}

    def __len__(self) -> int:
        return len(self._spells)

    def too_fast(self, person_id: int, at: datetime) -> bool:
        """Count a message; True for the one that is too many, once in a burst. A calm minute ends the burst."""
        if not self._per_minute:
            return False
        spell = self._spell(person_id, at)
        spell.said += 1
        if spell.said <= self._per_minute or spell.told:
            return False
        spell.told = True
        return True

    def _spell(self, person_id: int, at: datetime) -> Spell:
        former = self._spells.get(person_id)
        if former is not None and at < former.began + MINUTE:
            return former
        burst = former is not None and former.said > self._per_minute and at < former.began + 2 * MINUTE
        self._forget(at)
        self._spells.pop(person_id, None)
        self._spells[person_id] = spell = Spell(at, told=burst)
        return spell

    def _forget(self, at: datetime) -> None:
        """Spells stand in the order of their beginning."""
        while self._spells:
            oldest = next(iter(self._spells))
            if at < self._spells[oldest].began + 2 * MINUTE:
                return
            del self._spells[oldest]
