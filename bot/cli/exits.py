"""How commands end. 0: all right. 1: something is wrong. 2: a setting or an option is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

import typer

if TYPE_CHECKING:
    from bot.domain.rules import DeskRules
    from bot.settings import Settings

WRONG, MISSET = 1, 2


def settings_of_this_process() -> Settings:
    from bot.settings import SettingsError, load_settings

    try:
        return load_settings()
    except SettingsError as error:
        fail(MISSET, *error.sentences)


def usable_desk_file(settings: Settings) -> DeskRules:
    """What the settings and the desk file make together."""
    from bot.app import desk_rules
    from bot.ports import Misset
    from locales.catalog import Catalog

    try:
        return desk_rules(settings)
    except Misset as wrong:
        texts = Catalog()
        fail(MISSET, *(texts.text("en", mistake.key, **mistake.values) for mistake in wrong.mistakes))


def usable_database(settings: Settings) -> None:
    """A database that this program cannot use, or must not."""
    from bot.cli.check_database import database_findings
    from storage.condition import Schema, condition

    found = condition(settings.database_url)
    if found.schema in (Schema.UNUSABLE, Schema.NEWER):
        trouble = database_findings(found)[-1]
        fail(WRONG, f"{trouble.text} {trouble.remedy}")


def fail(code: int, *sentences: str) -> NoReturn:
    for sentence in sentences:
        typer.echo(sentence, err=True)
    raise typer.Exit(code)


def database_in_use() -> str:
    """The address of a database that this program can work with as it is, beside a running desk."""
    settings = settings_of_this_process()
    from bot.cli.check_database import database_findings
    from storage.condition import Schema, condition

    found = condition(settings.database_url)
    if found.schema is not Schema.CURRENT:
        trouble = database_findings(found)[-1]
        fail(WRONG, f"{trouble.text} {trouble.remedy}")
    return settings.database_url


def one_or_all(given: int | None, everything: bool) -> None:
    if (given is None) != everything:
        fail(MISSET, "Name one id, or --all.")
