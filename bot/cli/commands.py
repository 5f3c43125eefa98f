"""The commands: thin, in English, with exit codes that scripts can rely on (`bot.cli.exits`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from bot.cli import inbox, outbox
from bot.cli.exits import MISSET, WRONG, fail, settings_of_this_process, usable_database, usable_desk_file

if TYPE_CHECKING:
    from bot.cli.findings import Finding

app = typer.Typer(
    help="A service desk that lives in Telegram.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.add_typer(inbox.app, name="inbox")
app.add_typer(outbox.app, name="outbox")


@app.command()
def run() -> None:
    """Serve until stopped.

    The database is brought up to date first.
    """
    settings = settings_of_this_process()
    import asyncio
    import gc

    gc.disable()  # imports only add: looking for garbage among them takes a sixth of the start
    from bot import logs
    from bot.cli.run import TokenRefused, run_desk

    gc.enable()
    usable_desk_file(settings)
    usable_database(settings)
    logs.configure(settings.log_level)
    try:
        asyncio.run(run_desk(settings))
    except TokenRefused:
        fail(MISSET, "DESKGRAM_BOT_TOKEN is refused by Telegram: set it to the token that @BotFather gave you.")
    except Exception:  # the last one who hears of it
        import structlog

        structlog.get_logger("run").exception("failed")
        raise typer.Exit(WRONG) from None
    finally:
        gc.freeze()  # else Python looks through all that was ever imported before it ends, which takes seconds


@app.command()
def demo(
    port: Annotated[int, typer.Option(min=0, max=65535, help="Of the page; 0 takes a free one.")] = 0,
    language: Annotated[Literal["en", "ru"], typer.Option(help="Of the staff group.")] = "en",
) -> None:
    """Try the desk in a browser, without a token.

    Nothing leaves this machine.
    """
    from bot.cli.demo import become_demo

    become_demo(port, language)


@app.command()
def check() -> None:
    """Say what is not in place, and how to mend it."""
    settings = settings_of_this_process()
    rules = usable_desk_file(settings)
    import asyncio

    from bot.cli.check_database import database_findings
    from bot.cli.check_telegram import telegram_findings
    from bot.cli.findings import Level, right
    from bot.cli.telegram import connected
    from storage.condition import condition

    async def ask() -> list[Finding]:
        async with connected(settings) as bot:
            return await telegram_findings(bot, settings, rules.staff_chats)

    services = ", ".join(service.name("en") for service in rules.services.values())
    found = [
        right("The settings are complete."),
        right(f"The services are: {services}."),
        *database_findings(condition(settings.database_url)),
    ]
    _show(found)
    asked = asyncio.run(ask())
    _show(asked)
    if any(finding.level is Level.WRONG for finding in [*found, *asked]):
        raise typer.Exit(WRONG)


@app.command()
def migrate(
    check: Annotated[bool, typer.Option("--check", help="Change nothing; exit code 1 when behind.")] = False,
) -> None:
    """Bring the database up to date."""
    settings = settings_of_this_process()
    from storage import migrate as schema
    from storage.condition import Schema, condition

    usable_database(settings)
    before, after = condition(settings.database_url), schema.head()
    step = f"{before.revision or 'empty'} → {after}"
    if before.schema is Schema.CURRENT:
        typer.echo(f"The database is up to date: {after}.")
    elif check:
        fail(WRONG, f"The database is behind: {step}. Run `deskgram migrate`.")
    else:
        schema.upgrade(settings.database_url)
        typer.echo(f"The database was brought up to date: {step}.")


@app.command()
def health() -> None:
    """Tell by exit code 0 or 1 whether the desk is at work."""
    settings = settings_of_this_process()
    from bot.cli.health import FRESH, seconds_since_last_beat

    seconds = seconds_since_last_beat(settings.database_url)
    if seconds is None or seconds > FRESH:
        when = "has never been at work" if seconds is None else f"was last at work {seconds:.0f} s ago"
        fail(WRONG, f"The desk {when}.")
    typer.echo(f"The desk was at work {seconds:.0f} s ago.")


def _show(found: list[Finding]) -> None:
    colours = {"✓": "green", "!": "yellow", "✗": "red"}
    for finding in found:
        typer.echo(f"{typer.style(finding.level, colours[finding.level], bold=True)} {finding.text}")
        if finding.remedy:
            typer.echo(f"  {finding.remedy}")
