"""The clocks of any history, against the plain reading of the contract."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import reduce
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.lifecycle import Status
from bot.domain.sla import Clocks, Expected, Goal, Level, Stopwatch, Targets, running
from tests.domain.test_working_time import calendars, search, worktimes

START = datetime(2026, 3, 20, 8, tzinfo=UTC)
ZERO = timedelta(0)
PAUSES = {Status.WAITING_CUSTOMER, Status.WAITING_RELEASE, Status.COMPLETED, Status.CLOSED}


@dataclass(frozen=True)
class Event:
    """`what` is None for a message of the customer, "reply" for one of the staff, else the new state."""

    at: datetime
    what: Status | str | None

    def onto(self, clocks: Clocks) -> Clocks:
        if isinstance(self.what, Status):
            return clocks.moved(self.what, self.at)
        return clocks.replied(self.at) if self.what else clocks.wrote(self.at)


happenings = st.sampled_from([None, "reply", *Status])


@st.composite
def histories(draw: st.DrawFn) -> list[Event]:
    pauses = draw(st.lists(st.timedeltas(ZERO, timedelta(days=4)), max_size=12))
    moments = [START + sum(pauses[:n], ZERO) for n in range(1, len(pauses) + 1)]
    return [Event(at, draw(happenings)) for at in moments]


targets = st.none() | st.timedeltas(timedelta(minutes=1), timedelta(days=9))
levels = st.builds(Level, calendars(), st.builds(Targets, targets, targets, targets))


def folded(history: list[Event]) -> Clocks:
    return reduce(lambda clocks, event: event.onto(clocks), history, Clocks.submitted(START))


def in_other_words(clocks: Clocks) -> Clocks:
    """Built anew from its parts, as from storage."""
    watches = [Stopwatch(tuple((a, b) for a, b in watch.runs), watch.since) for watch in map(clocks.watch, Goal)]
    promise = clocks.promise and Expected(clocks.promise.made_at, clocks.promise.due_at)
    first, next_, resolution = watches
    return Clocks(clocks.status, first, resolution, next_, clocks.answered_at, clocks.unanswered_since, promise)


@search
@given(histories(), levels)
def test_a_replay_gives_the_live_figures(history: list[Event], level: Level) -> None:
    live = Clocks.submitted(START)
    for passed, event in enumerate(history, 1):
        live = event.onto(in_other_words(live))
        replayed = folded(history[:passed])
        assert live == replayed
        assert running(live, level) == running(replayed, level)


@search
@given(histories(), levels)
def test_the_resolution_has_run_in_no_state_that_pauses_it(history: list[Event], level: Level) -> None:
    clocks = folded(history)
    end = history[-1].at if history else START
    status, expected = Status.RECEIVED, ZERO
    for before, event in pairwise([Event(START, Status.RECEIVED), *history]):
        status = before.what if isinstance(before.what, Status) else status
        expected += level.calendar.working_time(before.at, event.at) if status not in PAUSES else ZERO
    assert clocks.resolution.spent(level.calendar, end) == expected


@search
@given(histories(), levels, worktimes)
def test_clocks_never_run_backwards_and_never_count_below_zero(
    history: list[Event], level: Level, later: timedelta
) -> None:
    clocks = folded(history)
    now = history[-1].at if history else START
    for watch in map(clocks.watch, Goal):
        edges = [edge for run in watch.runs for edge in run] + ([watch.since] if watch.since else [])
        assert edges == sorted(edges)
        spent = watch.spent(level.calendar, now)
        assert ZERO <= spent <= watch.spent(level.calendar, now + later)


@search
@given(st.permutations(range(6)), st.lists(happenings, min_size=6, max_size=6))
def test_moments_out_of_order_do_not_turn_a_clock_back(order: list[int], what: list[Status | str | None]) -> None:
    """As when a delivery is learned of late."""
    clocks = folded([Event(START + timedelta(hours=n), kind) for n, kind in zip(order, what, strict=True)])
    edges = [edge for run in clocks.resolution.runs for edge in run]
    assert edges == sorted(edges)
    assert all(since < until for since, until in clocks.resolution.runs)


@search
@given(histories(), levels)
def test_a_running_clock_is_due_when_its_target_is_spent(history: list[Event], level: Level) -> None:
    clocks = folded(history)
    now = history[-1].at if history else START
    dues = [one for one in running(clocks, level) if clocks.status is not Status.WAITING_RELEASE]
    assert dues == sorted(dues, key=lambda one: one.due_at)
    for one in dues:
        watch, target = clocks.watch(one.goal), level.targets.of(one.goal)
        assert target is not None
        spent = watch.spent(level.calendar, now)
        assert START <= one.warn_at <= one.due_at
        assert one.breached(now) == (spent >= target)
        assert one.warned(now) == (spent >= target * level.warning)
        assert one.left(now) == max(target - spent, ZERO)
