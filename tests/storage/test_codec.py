from __future__ import annotations

import json
from dataclasses import dataclass, is_dataclass
from datetime import UTC, datetime, timedelta, timezone
from enum import Enum
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.content import Content, ContentKind
from bot.domain.intake import Draft
from bot.domain.period import Period
from bot.domain.statements import Address, Face, Notice, Relay, Statement, View
from bot.domain.ticket import Kind
from storage.codec import dump, load

EARLIEST = datetime(1990, 1, 1)  # noqa: DTZ001 - hypothesis adds the zone
MOMENTS = st.datetimes(min_value=EARLIEST, timezones=st.just(UTC)).map(lambda at: at.replace(fold=0))
PLAIN = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
VALUES = st.recursive(
    PLAIN | MOMENTS | st.sampled_from([*Kind, *ContentKind]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(st.text() | st.just("$") | st.integers(), inner, max_size=3)
    ),
    max_leaves=6,
)
PERIODS = st.just(Period()) | st.just(Period(ongoing=True)) | MOMENTS.map(lambda at: Period(at, at + timedelta(1)))
STORED = (*get_args(Statement), *get_args(View), *get_args(Address), Face, Content, Draft)


def values_of(hint: Any) -> st.SearchStrategy[Any]:
    """Values for a field with this annotation."""
    match get_origin(hint):
        case UnionType():
            return st.one_of(*map(values_of, get_args(hint)))
        case origin if origin is UnionType:
            return st.one_of(*map(values_of, get_args(hint)))
        case origin if origin is tuple:
            return st.lists(values_of(get_args(hint)[0]), max_size=2).map(tuple)
        case origin if origin is dict:
            return st.dictionaries(st.text(), VALUES, max_size=3)
    if hint is Period:
        return PERIODS
    if is_dataclass(hint):
        return instances(hint)
    if issubclass(hint, Enum):
        return st.sampled_from(list(hint))
    return {datetime: MOMENTS, str: st.text(), int: st.integers(), bool: st.booleans(), NoneType: st.none()}[hint]


def instances(stored: Any) -> st.SearchStrategy[Any]:
    return st.builds(stored, **{name: values_of(hint) for name, hint in get_type_hints(stored).items()})


def returned(value: Any) -> Any:
    return load(json.loads(json.dumps(dump(value), allow_nan=False)))


@pytest.mark.parametrize("stored", STORED, ids=lambda stored: stored.__name__)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_everything_that_is_stored_comes_back_as_it_was(stored: type, data: st.DataObject) -> None:
    value = data.draw(instances(stored))
    again = returned(value)
    assert again == value
    assert repr(again) == repr(value), "types count: a tuple is no list, an enum no text"


def test_a_moment_of_another_zone_stays_the_same_moment() -> None:
    moment = datetime(2026, 11, 21, 12, tzinfo=timezone(timedelta(hours=3)))
    assert returned(moment) == moment


def test_false_is_not_zero() -> None:
    notice = Notice("key", turn=False)
    assert returned(notice).turn is False


def test_what_has_its_default_is_not_written() -> None:
    assert dump(Notice("welcome")) == {"$": "Notice", "key": "welcome"}


def test_a_field_that_is_no_longer_known_is_passed_over() -> None:
    assert load({"$": "Relay", "message": 5, "colour": "red"}) == Relay(5)


def test_an_unknown_class_is_refused_before_it_is_stored() -> None:
    @dataclass
    class Stranger:
        pass

    with pytest.raises(TypeError, match="Stranger"):
        dump(Notice("key", {"who": Stranger()}))


def test_a_stranger_with_a_known_name_is_refused() -> None:
    @dataclass
    class Relay:
        message: int

    with pytest.raises(TypeError, match="Relay"):
        dump(Relay(5))


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        dump(datetime(2026, 1, 1))  # noqa: DTZ001 - that is the point
