from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from bot.domain.lifecycle import Cause, Closing, Status
from bot.domain.people import Actor, Standing
from bot.domain.release import Release, ReleaseState, Version
from bot.domain.ticket import Promise
from bot.ports import Reach
from storage.unit_of_work import SqlUnit
from tests.storage.builders import NOW, ticket

ON = date(2026, 12, 1)
LENA = Actor(13, "Lena", standing=Standing.LEAD)


def release(build: int = 1, stand: str = "PROD", on: date = ON) -> Release:
    return Release(Version(1, 4, build), stand, on).schedule(on, by=LENA, today=NOW.date())


def test_a_release_is_kept_with_everything(unit: SqlUnit) -> None:
    kept = unit.releases.save(release())
    assert unit.releases.get(kept.id) == unit.releases.find(Version(1, 4, 1), "PROD") == kept
    changed = unit.releases.save(kept.told_all().publish(by=LENA).told_up_to(17))
    assert unit.releases.get(kept.id) == changed
    assert (unit.releases.get(99), unit.releases.get(2**70)) == (None, None)
    assert unit.releases.find(Version(1, 4, 1), "TEST") is None


def test_the_next_one_is_promised_first_and_the_newest_told_first(unit: SqlUnit) -> None:
    far, near, elsewhere, past, out = (
        unit.releases.save(one)
        for one in (
            release(10, on=ON + timedelta(days=7)), release(2), release(3, "TEST"), release(4, on=NOW.date()),
            replace(release(5), state=ReleaseState.PUBLISHED),
        )
    )  # fmt: skip
    today = ON - timedelta(days=1)
    assert unit.releases.promisable("PROD", today) == [near, far]
    assert unit.releases.tellable("PROD", today) == [far, out, near]
    assert unit.releases.promisable("TEST", today) == [elsewhere]
    assert past in unit.releases.promisable("PROD", NOW.date())


def test_whoever_carries_a_promise_is_found_in_ascending_number_and_counted(unit: SqlUnit) -> None:
    kept = unit.releases.save(release())
    promise = Promise("1.4.1", ON, NOW, kept.id)
    states: list[dict[str, Any]] = [
        {"status": Status.WAITING_RELEASE},
        {"status": Status.COMPLETED, "cause": Cause.IMPROVEMENT},
        {"status": Status.CLOSED, "cause": Cause.IMPROVEMENT, "closing": Closing.AUTO},
        {"status": Status.CLOSED, "cause": Cause.IMPROVEMENT, "closing": Closing.MERGED},
        {"status": Status.CLOSED, "closing": Closing.CUSTOMER},
    ]
    numbers = []
    for state in states:
        made = ticket(unit)
        unit.tickets.save(replace(made, promise=promise, **state))
        numbers.append(made.number)
    other = ticket(unit)
    assert [one.number for one in unit.tickets.promised(kept.id, 0)] == numbers
    assert [one.number for one in unit.tickets.promised(kept.id, numbers[1])] == numbers[2:]
    assert unit.releases.reach(kept.id) == Reach(1, 1, 1)
    assert other.number not in numbers
    waits = unit.tickets.get(numbers[0])
    unit.tickets.save(replace(waits, promise=None))
    assert unit.releases.reach(kept.id) == Reach(0, 1, 1)


def test_what_is_unfinished_is_found_until_all_are_told(unit: SqlUnit) -> None:
    kept = unit.releases.save(release())
    assert unit.releases.unfinished() == kept
    unit.releases.save(kept.told_all())
    assert unit.releases.unfinished() is None
