from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import Connection, select, update

from bot.ports import StoredUpdate, UpdateState
from storage.tables import inbox
from storage.unit_of_work import SqlUnit
from tests.storage.builders import NOW, RULES

ONE, TWO, THREE = (StoredUpdate(number, "p11", f'{{"update_id":{number}}}') for number in (101, 102, 103))


def test_new_updates_wait_until_they_are_done(unit: SqlUnit) -> None:
    assert unit.inbox.add([ONE, TWO, THREE]) == [101, 102, 103]
    assert unit.inbox.pending() == [ONE, TWO, THREE]
    assert [unit.inbox.done(number) for number in (101, 103, 101, 999)] == [True, True, False, False]
    assert unit.inbox.pending() == [TWO]


def test_a_redelivered_update_is_not_stored_twice(unit: SqlUnit) -> None:
    unit.inbox.add([ONE])
    unit.inbox.done(101)
    assert unit.inbox.add([ONE, TWO]) == [102]
    assert unit.inbox.pending() == [TWO]


def test_nothing_new_is_nothing(unit: SqlUnit) -> None:
    assert unit.inbox.add([]) == []
    assert unit.inbox.newest() is None


def test_the_newest_is_what_came_last_even_if_telegram_counts_anew(unit: SqlUnit) -> None:
    unit.inbox.add([StoredUpdate(900, "p11", "{}")])
    unit.inbox.add([ONE])
    assert unit.inbox.newest() == 101
    assert [update.update_id for update in unit.inbox.pending()] == [900, 101]


def test_the_words_of_an_update_are_not_kept_longer_than_needed(unit: SqlUnit, connection: Connection) -> None:
    unit.inbox.add([ONE, TWO])
    unit.inbox.done(101)
    assert connection.execute(select(inbox.c.raw).order_by(inbox.c.id)).scalars().all() == ["", TWO.raw]


def test_a_failed_update_is_tried_again(unit: SqlUnit) -> None:
    unit.inbox.add([ONE])
    unit.inbox.failed(101, "database is locked", parked=False)
    unit.inbox.failed(101, "database is locked", parked=False)
    assert unit.inbox.pending() == [replace(ONE, attempts=2)]


def test_a_parked_update_holds_up_nobody_and_is_kept_whole(unit: SqlUnit, connection: Connection) -> None:
    unit.inbox.add([ONE, TWO])
    unit.inbox.failed(101, "KeyError", parked=True)
    assert unit.inbox.pending() == [TWO]
    row = connection.execute(select(inbox.c.raw, inbox.c.error, inbox.c.state).limit(1)).one()
    assert tuple(row) == (ONE.raw, "KeyError", UpdateState.PARKED)


def test_only_what_is_done_and_old_is_forgotten(unit: SqlUnit, connection: Connection) -> None:
    later = SqlUnit(connection, NOW + timedelta(days=3), RULES)
    unit.inbox.add([ONE, TWO, StoredUpdate(104, "p11", "{}")])
    later.inbox.add([THREE])
    unit.inbox.done(101)
    unit.inbox.done(103)
    unit.inbox.failed(104, "KeyError", parked=True)
    later.inbox.purge(later.now)
    assert connection.execute(select(inbox.c.update_id).order_by(inbox.c.id)).scalars().all() == [102, 104, 103]


def test_what_is_set_aside_is_told_once(unit: SqlUnit, connection: Connection) -> None:
    later = SqlUnit(connection, NOW + timedelta(minutes=1), RULES)
    unit.inbox.add([ONE, TWO, THREE])
    assert (unit.inbox.untold(), unit.inbox.last_told()) == ([], None)
    for number in (101, 102):
        unit.inbox.failed(number, "KeyError", parked=True)
    unit.inbox.told([101])
    assert (later.inbox.untold(), later.inbox.last_told()) == ([102], NOW)
    later.inbox.told([102])
    assert (later.inbox.untold(), later.inbox.last_told()) == ([], later.now)


def test_what_is_asked_for_once_more_comes_back_once(unit: SqlUnit, connection: Connection) -> None:
    unit.inbox.add([TWO, ONE, THREE])
    for number in (102, 101, 103):
        unit.inbox.failed(number, "KeyError", parked=True)
    connection.execute(update(inbox).where(inbox.c.update_id != 103).values(state=UpdateState.AGAIN))
    assert unit.inbox.again() == [TWO, ONE]
    assert unit.inbox.again() == []
    assert unit.inbox.pending() == [TWO, ONE]
