from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.budgets import Budgets, Limits

GROUP, ANNA = -1001, 7


def spend(budgets: Budgets, times: int, chat_id: int, now: float, method: str = "sendMessage") -> list[int | None]:
    return [budgets.charge(method, chat_id, now) for _ in range(times)]


def test_a_group_takes_twenty_units_a_minute() -> None:
    budgets = Budgets()
    assert spend(budgets, 20, GROUP, 0.0) == [None] * 20
    assert budgets.charge("sendMessage", GROUP, 10.5) == 50
    assert budgets.charge("sendMessage", GROUP, 60.0) is None


@pytest.mark.parametrize(
    "method", ["editMessageText", "createForumTopic", "editForumTopic", "pinChatMessage", "EDITMESSAGETEXT"]
)
def test_edits_topics_and_pins_spend_the_groups_units(method: str) -> None:
    budgets = Budgets()
    spend(budgets, 20, GROUP, 0.0, method)
    assert budgets.charge("sendMessage", GROUP, 1.0) == 59


@pytest.mark.parametrize(
    "method",
    [
        "answerCallbackQuery",
        "getChat",
        "deleteMessage",
        "sendChatAction",
        "setMessageReaction",
        "sendMessageDraft",
    ],
)
def test_reads_deletes_answers_and_reactions_cost_nothing(method: str) -> None:
    budgets = Budgets()
    assert spend(budgets, 100, GROUP, 0.0, method) == [None] * 100
    assert budgets.units(method) == 0
    assert budgets.charge("sendMessage", GROUP, 0.0) is None


def test_an_album_costs_as_much_as_its_items() -> None:
    budgets = Budgets()
    assert budgets.units("sendMediaGroup", 10) == 10
    assert budgets.charge("sendMediaGroup", GROUP, 0.0, items=10) is None
    assert budgets.charge("sendMediaGroup", GROUP, 0.0, items=10) is None
    assert budgets.charge("sendMessage", GROUP, 0.0) == 60


def test_what_is_heavier_than_the_limit_waits_for_an_empty_minute() -> None:
    budgets = Budgets()
    budgets.charge("sendMessage", GROUP, 0.0)
    assert budgets.charge("copyMessages", GROUP, 1.0, items=25) == 59
    assert budgets.charge("copyMessages", GROUP, 60.0, items=25) is None


def test_a_private_chat_takes_a_burst_and_then_one_a_second() -> None:
    budgets = Budgets()
    assert spend(budgets, 6, ANNA, 0.0) == [None] * 5 + [1]
    assert spend(budgets, 2, ANNA, 1.0) == [None, 1]
    assert budgets.charge("sendMessage", ANNA + 1, 1.0) is None


def test_an_album_leaves_a_private_chat_in_debt() -> None:
    budgets = Budgets()
    assert budgets.charge("sendMediaGroup", ANNA, 0.0, items=10) is None
    assert budgets.charge("sendMessage", ANNA, 0.0) == 6


def test_everybody_together_gets_thirty_a_second() -> None:
    budgets = Budgets()
    assert [budgets.charge("sendMessage", chat_id, 0.0) for chat_id in range(1, 32)] == [None] * 30 + [1]
    assert budgets.charge("sendMessage", 31, 0.999) == 1
    assert budgets.charge("sendMessage", 31, 1.0) is None


def test_a_refused_call_is_not_charged() -> None:
    budgets = Budgets()
    spend(budgets, 20, GROUP, 0.0)
    assert spend(budgets, 50, GROUP, 30.0) == [30] * 50
    assert spend(budgets, 20, GROUP, 60.0) == [None] * 20


def test_the_numbers_are_settable_and_the_whole_can_be_switched_off() -> None:
    budgets = Budgets(Limits(group=1, group_window=5.0, charged=frozenset({"getchat"})))
    assert budgets.charge("sendMessage", GROUP, 0.0) is None
    assert spend(budgets, 2, GROUP, 0.0, "getChat") == [None, 5]
    budgets.on = False
    assert spend(budgets, 9, GROUP, 0.0, "getChat") == [None] * 9


@given(st.lists(st.tuples(st.floats(0, 20), st.integers(1, 10)), max_size=60))
def test_no_minute_ever_holds_more_than_twenty(steps: list[tuple[float, int]]) -> None:
    budgets, now, passed = Budgets(), 0.0, list[tuple[float, int]]()
    for pause, items in steps:
        now += pause
        wait = budgets.charge("sendMediaGroup", GROUP, now, items=items)
        if wait is None:
            passed.append((now, items))
        assert sum(count for at, count in passed if at > now - 60) <= 20
        assert wait is None or 1 <= wait <= 60


@given(st.integers(1, 10), st.lists(st.integers(1, 10), max_size=20))
def test_after_waiting_as_told_the_call_passes(items: int, before: list[int]) -> None:
    budgets = Budgets()
    for count in before:
        budgets.charge("sendMediaGroup", GROUP, 0.0, items=count)
    wait = budgets.charge("sendMediaGroup", GROUP, 0.25, items=items)
    if wait is not None:
        assert budgets.charge("sendMediaGroup", GROUP, 0.25 + wait, items=items) is None
