"""Updates of one lane are handled in order; so everything that must not overtake each other shares one."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.lanes import lane_of

GROUP = {"id": -100, "type": "supergroup"}
PRIVATE = {"id": 7, "type": "private"}
IVAN, OLGA = {"id": 1}, {"id": 2}


def said(kind: str = "message", chat: dict[str, Any] = PRIVATE, by: dict[str, Any] = IVAN, **more: Any) -> str:
    return lane_of({"update_id": 1, kind: {"message_id": 5, "chat": chat, "from": by, **more}})


def pressed(chat: dict[str, Any], by: dict[str, Any] = IVAN, **more: Any) -> str:
    message = {"message_id": 5, "chat": chat, "from": {"id": 99}, **more}
    return lane_of({"update_id": 1, "callback_query": {"id": "q", "from": by, "message": message}})


def topic(number: int) -> dict[str, Any]:
    return {"chat": GROUP, "message_thread_id": number, "is_topic_message": True}


def test_a_private_chat_is_one_lane_edits_and_presses_included() -> None:
    assert said() == said("edited_message") == pressed(PRIVATE, by={"id": 7})
    assert said() != said(chat={"id": 8, "type": "private"})


def test_a_topic_is_one_lane_whoever_writes_or_presses() -> None:
    assert said(**topic(3)) == said("edited_message", **topic(3), by=OLGA) == pressed(**topic(3), by=OLGA)
    assert said(**topic(3)) != said(**topic(4))


def test_in_general_everybody_has_a_lane() -> None:
    assert said(chat=GROUP) == pressed(GROUP)
    assert said(chat=GROUP) != said(chat=GROUP, by=OLGA)


def test_the_false_thread_of_a_reply_in_general_is_no_topic() -> None:
    assert said(chat=GROUP, message_thread_id=3) == said(chat=GROUP)


def test_blocking_and_unblocking_keep_their_order() -> None:
    assert lane_of({"update_id": 1, "my_chat_member": {"chat": PRIVATE, "from": IVAN}}) == said()


def test_what_nobody_knows_holds_up_only_its_kind() -> None:
    assert lane_of({"update_id": 1, "dreamt_message": {"chat": PRIVATE}}) == "dreamt_message"
    assert lane_of({"update_id": 1}) == "empty"
    assert lane_of({"update_id": 1, "callback_query": {"id": "q", "from": IVAN}})
    assert lane_of({"update_id": 1, "message": {"chat": GROUP, "message_id": 1}})


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
PARTS = ("chat", "from", "message", "id", "type", "is_topic_message", "message_thread_id", "update_id")
ODD = st.dictionaries(st.sampled_from(PARTS), JSON | st.dictionaries(st.sampled_from(PARTS), JSON))
KINDS = st.sampled_from(["message", "edited_message", "callback_query", "my_chat_member", "chat_member", "new_kind"])


@given(st.dictionaries(KINDS, ODD | JSON))
def test_whatever_an_update_is_made_of_it_has_a_lane(update: dict[str, Any]) -> None:
    assert isinstance(lane_of({"update_id": 1, **update}), str)
