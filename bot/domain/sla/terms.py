"""What was agreed: how soon, reckoned by which calendar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.domain.calendar import ALWAYS, Calendar
from bot.domain.sla.clocks import Goal

if TYPE_CHECKING:  # the ticket carries its clocks, and so knows this room
    from bot.domain.ticket import Kind

WARNING = 0.75


@dataclass(frozen=True, slots=True)
class Targets:
    """Working time, above zero; None where nothing is promised. ValueError for less."""

    first_response: timedelta | None = None
    next_reply: timedelta | None = None
    resolution: timedelta | None = None

    def __post_init__(self) -> None:
        for goal in Goal:
            target = self.of(goal)
            if target is not None and target <= timedelta(0):
                raise ValueError(f"the target for {goal.value} is not above zero")

    def of(self, goal: Goal) -> timedelta | None:
        found: timedelta | None = getattr(self, goal.value)
        return found


@dataclass(frozen=True, slots=True)
class Level:
    """What holds for one ticket; `warning` is the part of a target after which it is warned of."""

    calendar: Calendar = ALWAYS
    targets: Targets = Targets()
    warning: float = WARNING


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds for one agreement: targets by stand and kind, where the stand None is any.

    ValueError for a `warning` outside 0 < warning <= 1.
    """

    calendar: Calendar = ALWAYS
    targets: Mapping[tuple[str | None, Kind], Targets] = field(default_factory=dict)
    warning: float = WARNING

    def __post_init__(self) -> None:
        if not 0 < self.warning <= 1:
            raise ValueError(f"a warning at {self.warning} of the target comes never or too late")

    def level(self, stand: str | None, kind: Kind) -> Level:
        """The row of exactly this stand, else that of any; no targets without either."""
        found = self.targets.get((stand, kind)) or self.targets.get((None, kind)) or Targets()
        return Level(self.calendar, found, self.warning)
