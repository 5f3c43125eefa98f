"""`deskgram outbox`: what is still to be said, and what was given up."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.cli.exits import WRONG, database_in_use, fail, one_or_all
from bot.cli.table import ago, show

app = typer.Typer(help="What is still to be said, and what could not be.", no_args_is_help=True, rich_markup_mode=None)
Row = Annotated[int, typer.Argument(metavar="ID", help="Of the row.", show_default=False)]


@app.command("list")
def list_() -> None:
    """What waits and what is dead, and why."""
    url = database_in_use()
    from storage.aside import unsent

    rows = [
        (one.row, one.chat, one.kind, one.state, ago(one.created_at), one.attempts, one.error) for one in unsent(url)
    ]
    show(("ID", "CHAT", "KIND", "STATE", "AGE", "ATTEMPTS", "ERROR"), rows, "Everything has been said.")


@app.command()
def retry(
    row: Annotated[int | None, typer.Argument(metavar="ID", help="Of the row.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="Whatever is dead.")] = False,
) -> None:
    """Say once more what is dead.

    A running desk does so within half a minute, else the next start.
    """
    one_or_all(row, everything)
    url = database_in_use()
    from bot.ports import RowState
    from storage import aside

    if row is None:
        number = aside.retry_all(url)
        typer.echo(f"To be said once more: {number}." if number else "Nothing is dead.")
        return
    match aside.retry(url, row):
        case RowState.DEAD:
            typer.echo(f"Row {row} will be said once more.")
        case None:
            fail(WRONG, f"There is no row {row}: it has been said, or dropped.")
        case _:
            fail(WRONG, f"Row {row} is not dead: it is going to be said.")


@app.command()
def drop(row: Row) -> None:
    """Never say it."""
    url = database_in_use()
    from bot.ports import RowState
    from storage import aside

    match aside.drop(url, row):
        case None:
            fail(WRONG, f"There is no row {row}: it has been said, or dropped.")
        case RowState.SENDING:
            fail(WRONG, f"Row {row} is on its way to Telegram.")
        case _:
            typer.echo(f"Row {row} is dropped.")
