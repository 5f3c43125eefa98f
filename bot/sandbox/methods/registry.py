"""Where methods register themselves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.sandbox.params import Call

Method = Callable[[Call], Any]
METHODS: dict[str, Method] = {}


class Raw(str):
    """A result that is JSON text already."""


def method(name: str) -> Callable[[Method], Method]:
    """Register a function as the method ``name``; it returns the result, or an awaitable of it."""

    def register(function: Method) -> Method:
        METHODS[name.lower()] = function
        return function

    return register
