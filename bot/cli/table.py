"""Rows for a terminal, or for `awk`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import typer

UNITS = (("d", 86_400), ("h", 3_600), ("min", 60))


def show(head: Sequence[str], rows: Sequence[Sequence[object]], nothing: str) -> None:
    """Columns as wide as they need, at least two spaces apart; without rows the sentence `nothing`."""
    if not rows:
        typer.echo(nothing)
        return
    lines = [tuple(head), *(tuple(map(str, row)) for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        typer.echo("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


def ago(moment: datetime) -> str:
    """In the greatest unit that fits: 40s, 5min, 3h, 2d."""
    from bot.clock import SystemClock

    seconds = max(int((SystemClock().now() - moment).total_seconds()), 0)
    return next((f"{seconds // size}{unit}" for unit, size in UNITS if seconds >= size), f"{seconds}s")
