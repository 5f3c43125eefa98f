"""How long things may take before the desk reminds, tells, closes or forgets: every number of the lifecycle."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Times:
    """The numbers beside the moves of the lifecycle, in the order of its table.

    `not_taken` and `not_picked_up` are working time of the service's calendar; `question_reminders`, `silence`, `nudge`
    and `nudge_lead` whole working days; all others time as it passes. `silence` None: a question is never given up.
    """

    not_taken: timedelta = timedelta(minutes=15)
    not_picked_up: timedelta = timedelta(minutes=60)
    question_reminders: tuple[int, ...] = (1, 2)
    silence: int | None = 5
    acceptance: timedelta = timedelta(days=3)
    acceptance_reminder: timedelta = timedelta(hours=48)
    after_reminder: timedelta = timedelta(hours=24)
    disagreement_reason: timedelta = timedelta(hours=24)
    unreachable: timedelta = timedelta(days=3)
    reopen: timedelta = timedelta(days=7)
    nudge: int = 2
    nudge_lead: int = 3
    draft_recall: timedelta = timedelta(hours=24)
    draft_discard: timedelta = timedelta(days=7)
