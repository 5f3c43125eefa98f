"""The figures as a table of Markdown, each the median of its runs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from statistics import median

from tests.bench.group import Crowded, OneTicket
from tests.bench.run import Figures, Phase

Show = Callable[[Figures], float]


def table(bare: Sequence[Figures], desk: Sequence[Figures], one: OneTicket, many: Crowded) -> str:
    rows = [
        "| | bare bot | desk | desk ÷ bare |",
        "| --- | ---: | ---: | ---: |",
        *_phase("full speed", bare, desk, lambda run: run.full),
        *_phase("25 a second", bare, desk, lambda run: run.steady),
        _row("start to first poll, s", bare, desk, lambda run: run.start, 2),
        _row("resident after the start, MB", bare, desk, lambda run: run.idle, 0),
        _row("resident after all messages, MB", bare, desk, lambda run: run.resident, 0),
        f"| database growth a message, bytes | 0 | {median(run.stored for run in desk):.0f} | |",
        f"| calls to Telegram a ticket | | {one.calls} | |",
        f"| of them to the staff group | | {one.in_group} | |",
        f"| units of the staff group a ticket | | {one.units} | |",
        f"| of them from submit to taken | | {one.units_to_taken} | |",
        f"| {many.tickets} tickets at once: closed an hour in one staff group | | {many.an_hour:.0f} | |",
        f"| {many.tickets} tickets at once: units a ticket | | {many.units_each:.1f} | |",
        f"| {many.tickets} tickets at once: refused for lack of budget (429) | | {many.floods} | |",
        f"| database growth a ticket, bytes | | {many.stored_each:.0f} | |",
    ]
    return "\n".join(rows)


def _phase(name: str, bare: Sequence[Figures], desk: Sequence[Figures], phase: Callable[[Figures], Phase]) -> list[str]:
    def row(what: str, value: Callable[[Phase], float], digits: int) -> str:
        return _row(f"{name}: {what}", bare, desk, lambda run: value(phase(run)), digits)

    return [
        row("messages relayed a second", lambda one: one.per_second, 0),
        row("CPU of the bot, ms a message", lambda one: one.cpu, 2),
        row("messages relayed a CPU second of the bot", lambda one: 1000 / one.cpu, 0),
        row("written to copied, median, ms", lambda one: one.median, 1),
        row("written to copied, p99, ms", lambda one: one.p99, 1),
        row("the bot's share of a core, %", lambda one: one.busy * 100, 0),
        row("CPU of the local Telegram and its people, ms a message", lambda one: one.telegram_cpu, 2),
        row("the local Telegram's share of a core, %", lambda one: one.telegram_busy * 100, 0),
    ]


def _row(what: str, bare: Sequence[Figures], desk: Sequence[Figures], value: Show, digits: int) -> str:
    one, other = median(map(value, bare)), median(map(value, desk))
    return f"| {what} | {one:.{digits}f} | {other:.{digits}f} | {other / one:.2f} |"
