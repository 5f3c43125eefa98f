"""What people come to the desk for: short ways through its buttons, which nobody would find by chance alone."""

from __future__ import annotations

from bot.sandbox.views import Message
from tests.fuzz.words import kind_of, pressable

STAFF: tuple[tuple[str, ...], ...] = (
    ("c:take",),
    ("c:decline",),
    ("c:assign", "c:assign_to"),
    ("c:give", "c:give_to"),
    ("c:ask", "c:ask_for:info"),
    ("c:ask", "c:ask_for:choice"),
    ("c:ask", "c:ask_for:action"),
    ("c:withdraw_question",),
    ("c:transfer", "c:to"),
    ("c:pick_up",),
    ("c:verdict",),
    ("c:no_variants",),
    ("c:hand_back",),
    ("c:recall",),
    ("c:offer",),
    ("c:promise", "c:as_fault", "c:for_fault"),
    ("c:promise", "c:for_improvement"),
    ("c:promise_anew", "c:for_fault"),
    ("c:unpromise",),
    ("c:complete", "c:cause:user_mistake"),
    ("c:complete", "c:cause:software_fault", "c:last_reply"),
    ("c:complete", "c:cause:improvement", "c:told"),
    ("c:complete", "c:cause:improvement", "c:unplanned"),
    ("c:complete", "c:cause:other"),
    ("c:take_back",),
    ("c:more", "c:reject"),
    ("c:more", "c:give_up"),
    ("c:more", "c:merge", "c:merge_into"),
    ("c:more", "c:link", "c:link_to"),
    ("c:more", "c:unlink", "c:unlink_from"),
    ("c:reopen",),
    ("c:correct", "c:field:kind", "c:set"),
    ("c:correct", "c:field:stand", "c:set"),
    ("c:correct", "c:field:subject"),
)
CUSTOMER: tuple[tuple[str, ...], ...] = (
    ("q:answer",),
    ("q:choose",),
    ("q:commit",),
    ("q:done",),
    ("q:cannot",),
    ("t:solved", "t:rate"),
    ("t:not_solved",),
    ("t:close", "t:close_sure"),
    ("t:close", "t:close_keep"),
    ("t:reopen",),
    ("t:story",),
)


def buttons(messages: list[Message]) -> dict[str, list[tuple[Message, str]]]:
    """By their kinds, the newest last."""
    found: dict[str, list[tuple[Message, str]]] = {}
    for message in messages:
        if "reply_markup" in message.json:
            for data in pressable(message.buttons):
                found.setdefault(kind_of(data), []).append((message, data))
    return found
