"""The Bot API's methods, by group. Importing the groups registers them; ``METHODS`` finds them by lower-case name."""

from __future__ import annotations

from bot.sandbox.methods import (
    albums,
    chats,
    commands,
    copying,
    editing,
    files,
    marking,
    queries,
    sending,
    topics,
    updates,
)
from bot.sandbox.methods.registry import METHODS

__all__ = [
    "METHODS", "albums", "chats", "commands", "copying", "editing", "files", "marking", "queries", "sending", "topics",
    "updates",
]  # fmt: skip
