"""`deskgram inbox`: the updates that were set aside."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.cli.exits import WRONG, database_in_use, fail, one_or_all
from bot.cli.table import ago, show

app = typer.Typer(
    help="Updates that could not be handled and were set aside.", no_args_is_help=True, rich_markup_mode=None
)


@app.command("list")
def list_() -> None:
    """What was set aside, and why."""
    url = database_in_use()
    from storage.aside import set_aside

    rows = [(one.update_id, one.lane, ago(one.stored_at), one.attempts, one.error) for one in set_aside(url)]
    show(("ID", "LANE", "AGE", "ATTEMPTS", "ERROR"), rows, "Nothing is set aside.")


@app.command()
def replay(
    update: Annotated[int | None, typer.Argument(metavar="ID", help="Of the update.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="Whatever is set aside.")] = False,
) -> None:
    """Handle it once more.

    A running desk does so within half a minute, else the next start.
    """
    one_or_all(update, everything)
    url = database_in_use()
    from bot.ports import UpdateState
    from storage import aside

    if update is None:
        number = aside.replay_all(url)
        typer.echo(f"To be handled once more: {number}." if number else "Nothing is set aside.")
        return
    match aside.replay(url, update):
        case UpdateState.PARKED:
            typer.echo(f"Update {update} will be handled once more.")
        case None:
            fail(WRONG, f"There is no update {update}.")
        case UpdateState.DONE:
            fail(WRONG, f"{update} is not set aside: it is done.")
        case _:
            fail(WRONG, f"{update} is not set aside: it waits to be handled.")
