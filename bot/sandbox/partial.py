"""Calls that send several messages: they are not atomic."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from bot.sandbox.errors import bad_request
from bot.sandbox.params import Call

T = TypeVar("T")


def several(call: Call, done: str, sends: list[Callable[[], T]]) -> list[T]:
    """Run the sends; a fault may let only the first ones through: the call fails, although they are in the chat.

    ``done`` is the word of the refusal: sent, copied or forwarded.
    """
    accepted = call.world.faults.accepted(call)
    results = [send() for send in sends[:accepted]]
    if accepted is not None and accepted < len(sends):
        raise bad_request(f'failed to send message #{accepted + 1} with the error message "Message was not {done}"')
    return results
