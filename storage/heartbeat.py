"""A sign of life beside the database file, for health checks of another process."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

PREFIX = "sqlite:///"


def heart(url: str) -> Callable[[], None]:
    """What beats once when called. A beat that cannot be written is missing, which is what a check looks for."""
    file = _file(url)

    def beat() -> None:
        with suppress(OSError):
            file.touch()

    return beat


def last_beat(url: str) -> datetime | None:
    """By the machine's time; None when there has never been one."""
    try:
        return datetime.fromtimestamp(_file(url).stat().st_mtime, UTC)
    except FileNotFoundError:
        return None


def _file(url: str) -> Path:
    return Path(url.removeprefix(PREFIX) + "-alive")
