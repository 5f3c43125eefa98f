"""What another set of rules changes, as sentences for those who have asked for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bot.domain.rules import DeskRules

Change = tuple[str, dict[str, Any]]
"""The key of a sentence, and its values."""


def changes_between(old: DeskRules, new: DeskRules) -> tuple[Change, ...]:
    """Services that came, went or work in another way; opening hours; targets; times; contacts."""
    return tuple(_changes(old, new))


def _changes(old: DeskRules, new: DeskRules) -> Iterator[Change]:
    before, after = old.services, new.services
    both = [key for key in after if key in before]
    yield from _named("desk-services-new", (key for key in after if key not in before))
    yield from _named("desk-services-gone", (key for key in before if key not in after))
    yield from _named("desk-services-changed", (key for key in both if _plain(before, key) != _plain(after, key)))
    if old.default_service.key != new.default_service.key:
        yield "desk-services-default", {"service": new.default_service.key}
    yield from _named("desk-hours-changed", (key for key in both if before[key].calendar != after[key].calendar))
    if old.terms.targets != new.terms.targets:
        yield "desk-targets-changed", {}
    if (old.times, old.terms.warning) != (new.times, new.terms.warning):
        yield "desk-times-changed", {}
    if old.contacts != new.contacts:
        yield "desk-contacts-changed", {}


def _plain(services: Mapping[str, Any], key: str) -> tuple[Any, ...]:
    """All of a service but its hours."""
    one = services[key]
    return one.names, one.chat_id, one.assignment, one.capacity, one.leads


def _named(sentence: str, keys: Iterable[str]) -> Iterator[Change]:
    if names := ", ".join(keys):
        yield sentence, {"services": names}
