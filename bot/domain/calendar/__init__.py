"""Working time: when somebody is there, and how long something takes of it.

A calendar is weekly hours in a zone, with days that have hours of their own. All moments are aware and come back in
UTC; all lengths are real elapsed time, whatever the clocks on the wall do.
"""

from __future__ import annotations

from bot.domain.calendar.customers import customer_hours, reminder_at
from bot.domain.calendar.hours import ROUND_THE_CLOCK, Day, ImpossibleCalendar, Week, weekly
from bot.domain.calendar.model import ALWAYS, Calendar

__all__ = [
    "ALWAYS",
    "ROUND_THE_CLOCK",
    "Calendar",
    "Day",
    "ImpossibleCalendar",
    "Week",
    "customer_hours",
    "reminder_at",
    "weekly",
]
