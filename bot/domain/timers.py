"""What time does by itself: which timers a ticket has now, and when each of them is due.

They are a function of the ticket: whatever changes it changes them, and what is stored of them can be made anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.domain.calendar import Calendar, reminder_at
from bot.domain.levels import unmissed, unwarned
from bot.domain.lifecycle import Status
from bot.domain.sla import Terms
from bot.domain.times import Times

if TYPE_CHECKING:  # the ticket carries its clocks, and so knows this room
    from bot.domain.ticket import Question, Ticket

MINUTE = timedelta(minutes=1)
RESOLUTION = timedelta(microseconds=1)
NUDGES = 2
"""How often somebody is told of the same silence: first who works on it, then the leads or the customer."""
GRACE = timedelta(minutes=5)
"""So long after its moment a timer is late: then it goes by what hour it is now."""


class Alarm(StrEnum):
    """What happens when its moment has come, in the order of the table of moves.

    MISS (4): nobody has taken it. QUESTION (5): the customer is reminded of it. SILENCE (6b): no answer will come.
    PICK_UP (8a): the other service has not. OVERDUE (9): the promised date has passed, and the staff are told; LATE
    (9): the customer is. LAPSE (13): no reason was given. ACCEPTANCE (14): the customer is reminded; EXPIRE (14): it
    closes. NO_REPLY (20): the customer has had none for days. WARN, BREACH: a target is nearly used up, or wholly.
    """

    MISS = "miss"
    QUESTION = "question"
    SILENCE = "silence"
    PICK_UP = "pick_up"
    OVERDUE = "overdue"
    LATE = "late"
    LAPSE = "lapse"
    ACCEPTANCE = "acceptance"
    EXPIRE = "expire"
    NO_REPLY = "no_reply"
    WARN = "warn"
    BREACH = "breach"


Timer = tuple[Alarm, datetime]
NO_TERMS = Terms()
TO_CUSTOMERS = frozenset({Alarm.QUESTION, Alarm.LATE, Alarm.ACCEPTANCE})
"""They speak to the customer first, and so at their hours only."""
AT_ANY_HOUR = frozenset({Alarm.MISS, Alarm.LAPSE})


def timers_of(
    ticket: Ticket, times: Times, calendar: Calendar, *, zone: str, reachable: bool = True, terms: Terms = NO_TERMS
) -> dict[Alarm, datetime]:
    """Aware UTC. `calendar` is the service's; `zone`, an IANA name, and `reachable` are the customer's; `terms` hold
    for the service level.
    """
    of_state = _of_state(ticket, times, calendar, zone, reachable=reachable)
    return of_state | dict(_level(ticket, terms))


def _of_state(ticket: Ticket, times: Times, calendar: Calendar, zone: str, *, reachable: bool) -> dict[Alarm, datetime]:
    match ticket.status:
        case Status.ASSIGNED:
            return dict(_take(ticket, times, calendar))
        case Status.IN_PROGRESS:
            return dict([*_reason(ticket, times), *_reply(ticket, times, calendar)])
        case Status.WAITING_CUSTOMER if reachable:
            return dict(_answer(ticket, times, calendar, zone))
        case Status.TRANSFERRED:
            return dict(_pick_up(ticket, times, calendar))
        case Status.WAITING_RELEASE:
            return dict(_release(ticket, calendar, zone))
        case Status.COMPLETED if reachable:
            return dict(_word(ticket, times, calendar, zone))
        case _:
            return {}


def depends_on_customer(ticket: Ticket) -> bool:
    """Whether its timers ask for the zone and the presence of the customer."""
    match ticket.status:
        case Status.WAITING_CUSTOMER:
            return ticket.question is not None and ticket.question.delivered_at is not None
        case Status.COMPLETED:
            return ticket.acceptance is not None and ticket.acceptance.since is not None
        case _:
            return ticket.status is Status.WAITING_RELEASE


def closing_at(since: datetime, reminded_at: datetime, times: Times, calendar: Calendar) -> datetime:
    """When it closes without a word, if the reminder is delivered then."""
    at = max(since + times.acceptance, reminded_at + times.after_reminder)
    return at if calendar.open_at(at) else calendar.noon_of_next_working_day(at)


def named_hour(since: datetime, now: datetime, times: Times, calendar: Calendar) -> datetime:
    """What a reminder of now names as the hour of closing: a whole minute, in which it can be delivered in time."""
    return _whole_minute(closing_at(since, now, times, calendar))


def given_up_at(question: Question, now: datetime, times: Times, calendar: Calendar) -> datetime | None:
    """What a reminder of now, if it is the last one, names as the hour from which no answer is expected."""
    if times.silence is None or question.reminders + 1 < len(times.question_reminders):
        return None
    return _whole_minute(calendar.working_days_later(now, times.silence))


def _whole_minute(at: datetime) -> datetime:
    """This one or the next."""
    whole = at.replace(second=0, microsecond=0)
    return at if whole == at else whole + MINUTE


def expected_closing(delivered_at: datetime, times: Times, calendar: Calendar, zone: str) -> datetime:
    """When it closes without a word, if the customer has the question then, and the reminder in time."""
    reminded_at = reminder_at(delivered_at + times.acceptance_reminder, zone)
    return named_hour(delivered_at, reminded_at, times, calendar)


def suitable(alarm: Alarm, now: datetime, calendar: Calendar, zone: str) -> datetime:
    """When a timer that is late may go off: nobody is woken at night because the desk was down at noon."""
    if alarm in TO_CUSTOMERS:
        return reminder_at(now, zone)
    if alarm in AT_ANY_HOUR or calendar.open_at(now):
        return now
    return calendar.noon_of_next_working_day(now) if alarm is Alarm.EXPIRE else calendar.next_open(now)


@dataclass(frozen=True, slots=True)
class LeftDraft:
    """A request that somebody has begun; `recalled_at`: when they were told that it lies there."""

    customer_id: int
    saved_at: datetime
    recalled_at: datetime | None
    zone: str | None
    reachable: bool

    def due(self, times: Times, zone: str) -> datetime:
        """When it is recalled, or else discarded: later than a day after it was recalled. `zone` is the desk's."""
        at = self.saved_at + times.draft_discard
        if self.recalled_at is not None:
            at = max(at, self.recalled_at + times.draft_recall)
        elif self.reachable:
            at = self.saved_at + times.draft_recall
        return reminder_at(at, self.zone or zone)


def _level(ticket: Ticket, terms: Terms) -> Iterator[Timer]:
    if warnings := [due.warn_at for due in unwarned(ticket, terms)]:
        yield Alarm.WARN, min(warnings)
    if breaches := [due.due_at for due in unmissed(ticket, terms)]:
        yield Alarm.BREACH, min(breaches)


def _take(ticket: Ticket, times: Times, calendar: Calendar) -> Iterator[Timer]:
    if not ticket.by_lead:
        yield Alarm.MISS, calendar.add(ticket.since or ticket.created_at, times.not_taken)


def _reason(ticket: Ticket, times: Times) -> Iterator[Timer]:
    if ticket.unexplained_since is not None:
        yield Alarm.LAPSE, ticket.unexplained_since + times.disagreement_reason


def _reply(ticket: Ticket, times: Times, calendar: Calendar) -> Iterator[Timer]:
    if ticket.nudges < NUDGES:
        silent = max(ticket.since or ticket.created_at, ticket.replied_at or ticket.created_at)
        days = times.nudge_lead if ticket.nudges else times.nudge
        yield Alarm.NO_REPLY, calendar.working_days_later(silent, days)


def _pick_up(ticket: Ticket, times: Times, calendar: Calendar) -> Iterator[Timer]:
    transfer = ticket.transfer
    if transfer is not None and transfer.assignee_id is None and not ticket.nudges:
        yield Alarm.PICK_UP, calendar.add(transfer.since, times.not_picked_up)


def _release(ticket: Ticket, calendar: Calendar, zone: str) -> Iterator[Timer]:
    """The staff hear of it when they begin to work, the customer at noon of that day."""
    if ticket.promise is None or ticket.nudges >= NUDGES:
        return
    passed = calendar.end_of(ticket.promise.on)
    if not ticket.nudges:
        yield Alarm.OVERDUE, calendar.next_open(passed)
    else:
        yield Alarm.LATE, reminder_at(calendar.noon_of_next_working_day(passed - RESOLUTION), zone)


def _answer(ticket: Ticket, times: Times, calendar: Calendar, zone: str) -> Iterator[Timer]:
    """A reminder keeps its distance from the one before, however late that was."""
    question = ticket.question
    if question is None or question.delivered_at is None or question.reminding:
        return
    days = times.question_reminders
    if question.reminders < len(days):
        wanted = calendar.working_days_later(question.delivered_at, days[question.reminders])
        if question.reminded_at is not None:
            between = max(days[question.reminders] - days[question.reminders - 1], 1)
            wanted = max(wanted, calendar.working_days_later(question.reminded_at, between))
        yield Alarm.QUESTION, reminder_at(wanted, zone)
    elif times.silence is not None:
        moments = (question.delivered_at, question.reminded_at, question.heard_at)
        silent = max(moment for moment in moments if moment is not None)
        yield Alarm.SILENCE, calendar.working_days_later(silent, times.silence)


def _word(ticket: Ticket, times: Times, calendar: Calendar, zone: str) -> Iterator[Timer]:
    """Nothing while a message of the staff is still on its way."""
    acceptance = ticket.acceptance
    if acceptance is None or acceptance.since is None:
        return
    if ticket.replied_at is not None and ticket.replied_at > acceptance.since:
        return
    if acceptance.closes_at is None:
        yield Alarm.ACCEPTANCE, reminder_at(acceptance.since + times.acceptance_reminder, zone)
    elif acceptance.reminded_at is not None:
        closes = closing_at(acceptance.since, acceptance.reminded_at, times, calendar)
        yield Alarm.EXPIRE, max(acceptance.closes_at, closes)
