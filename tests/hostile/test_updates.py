"""Whatever comes in as an update is done or set aside, at once, and stops nothing."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from structlog.testing import capture_logs

from bot.ports import UpdateState
from bot.sandbox.loop import IdleLoop
from bot.sandbox.telegram import LocalTelegram
from tests.hostile.mutation import mutated
from tests.hostile.reception import FrontDoor, samples

# The models of aiogram tell of unknown kinds and fields by a warning, and go on.
pytestmark = pytest.mark.filterwarnings("ignore::RuntimeWarning", "ignore::UserWarning")
TELEGRAM = LocalTelegram()
SAMPLES = asyncio.run(samples(TELEGRAM))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=8,
)
DEFINED = {"unreadable"}


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[FrontDoor, asyncio.Runner]]:
    with asyncio.Runner(loop_factory=IdleLoop) as runner:
        door = FrontDoor(TELEGRAM, tmp_path_factory.mktemp("door") / "desk.sqlite3")
        yield door, runner
        runner.run(door.store.close())


def judged(door: tuple[FrontDoor, asyncio.Runner], updates: list[dict[str, Any]]) -> None:
    """None is lost, and nothing went wrong that is not defined."""
    with capture_logs() as events:
        states = door[1].run(door[0].take(*updates))
    for update in updates:
        state, error = states[update["update_id"]]
        assert state is UpdateState.DONE or (state is UpdateState.PARKED and error in DEFINED), (update, error)
    errors = [event for event in events if event["log_level"] in ("error", "critical")]
    assert [event for event in errors if event.get("error") not in DEFINED] == [], updates


def test_the_samples_themselves_are_read(door: tuple[FrontDoor, asyncio.Runner]) -> None:
    with capture_logs() as events:
        states = door[1].run(door[0].take(*SAMPLES))
    assert [event for event in events if event["log_level"] == "error"] == []
    assert {states[update["update_id"]] for update in SAMPLES} == {(UpdateState.DONE, None)}


@pytest.mark.parametrize("seed", range(40))
def test_a_broken_update_stops_nothing(door: tuple[FrontDoor, asyncio.Runner], seed: int) -> None:
    chance = random.Random(seed)
    updates = [mutated(chance.choice(SAMPLES), chance) for _ in range(25)]
    for number, update in enumerate(updates):
        update["update_id"] = 10_000_000_000 + seed * 1000 + number
    judged(door, updates)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(st.data())
def test_arbitrary_json_instead_of_what_belongs_there(
    door: tuple[FrontDoor, asyncio.Runner], data: st.DataObject
) -> None:
    kind = data.draw(st.sampled_from(["message", "edited_message", "callback_query", "chat_member", "my_chat_member"]))
    update = {"update_id": data.draw(st.integers(10**11, 10**12)), kind: data.draw(JSON)}
    judged(door, [update])
