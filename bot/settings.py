"""What the people who run a desk can set: environment variables DESKGRAM_…, or the same lines in `.env`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    NonNegativeInt,
    PositiveFloat,
    PositiveInt,
    SecretStr,
    StringConstraints,
    ValidationError,
)
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.domain.intake import DEFAULT_SKIPS, Step
from bot.domain.ticket import Kind
from locales import LANGUAGES

PREFIX = "DESKGRAM_"
SECRET = {"bot_token", "database_url"}
"""Never shown, not even when wrong: a database address may hold a password."""

T = TypeVar("T")


class SettingsError(Exception):
    """What keeps the desk from starting: one sentence for each setting, for the person at the terminal."""

    def __init__(self, sentences: tuple[str, ...]) -> None:
        super().__init__("\n".join(sentences))
        self.sentences = sentences


def _listed(value: object) -> object:
    """`a, b` becomes [a, b]."""
    if not isinstance(value, str):
        return value
    return [part.strip() for part in value.split(",") if part.strip()]


def _table(value: object) -> object:
    """`question: period, log; change: stand` becomes {question: [period, log], change: [stand]}."""
    if not isinstance(value, str):
        return value
    rows = (row.partition(":") for row in value.split(";") if row.strip())
    return {kind.strip(): _listed(steps) for kind, _, steps in rows}


def _skippable(step: Step) -> Step:
    if step not in {Step.STAND, Step.COMPONENT, Step.PERIOD, Step.LOG}:
        raise ValueError("no ticket goes without it")
    return step


def _upper(value: object) -> object:
    return value.upper() if isinstance(value, str) else value


def zone_of(value: object) -> object:
    try:
        return ZoneInfo(value) if isinstance(value, str) else value
    except (ZoneInfoNotFoundError, OSError) as error:  # OSError: a mere region, such as Europe
        raise ValueError("no such zone") from error


def _token(token: SecretStr) -> SecretStr:
    if re.fullmatch(r"\d+:[\w-]+", token.get_secret_value()) is None:
        raise ValueError("not of a token's shape")
    return token


def _distinct(names: tuple[T, ...]) -> tuple[T, ...]:
    if len(set(names)) < len(names):
        raise ValueError("named twice")
    return names


def _known(language: str) -> str:
    if language not in LANGUAGES:
        raise ValueError("no such language")
    return language


Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=32)]
Names = Annotated[tuple[Name, ...], NoDecode, BeforeValidator(_listed), AfterValidator(_distinct)]
Numbers = Annotated[tuple[PositiveInt, ...], NoDecode, BeforeValidator(_listed), AfterValidator(_distinct)]
Language = Annotated[str, AfterValidator(_known)]
LogLevel = Annotated[Literal["DEBUG", "INFO", "WARNING", "ERROR"], BeforeValidator(_upper)]
Skippable = Annotated[Step, AfterValidator(_skippable)]
SkipTable = Annotated[Mapping[Kind, frozenset[Skippable]], NoDecode, BeforeValidator(_table)]

ONE_LANGUAGE = f"one of {', '.join(LANGUAGES)}"


class Settings(BaseSettings):
    """All settings of one desk; each description completes the sentence "set it to …"."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=".env",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    bot_token: Annotated[SecretStr, AfterValidator(_token)] = Field(
        description="the token that @BotFather gave you, such as 123456789:AAExample"
    )
    staff_chat_id: int = Field(
        lt=-(10**12),  # the ids of supergroups begin with -100; only they can have topics
        description="the id of the staff supergroup, a number such as -1001234567890",
    )
    owner_ids: Numbers = Field(
        default=(),
        description="the Telegram ids of the people who run the desk, with commas between: 12345678,23456789",
    )
    desk_file: str = Field(
        default="desk.toml",
        min_length=1,
        description="the file with services, working hours, targets and times; without one the defaults hold",
    )
    company: Name = Field(default="Deskgram", description="the name that customers know you by, at most 32 characters")
    database_url: str = Field(
        default="sqlite:///deskgram.sqlite3",
        pattern=r"^sqlite:///.+$",
        repr=False,
        description="the address of the database: sqlite:/// and a file name",
    )
    api_url: Annotated[str, AfterValidator(lambda url: url.rstrip("/"))] = Field(
        default="https://api.telegram.org",
        pattern=r"^https?://[^\s/]+\S*$",
        description="the address of a Bot API server, beginning with https:// or http://",
    )
    stands: Names = Field(
        default=("PROD", "TEST"),
        min_length=1,
        description="the names of your environments, at most 32 characters each and each once: PROD,TEST",
    )
    components: Names = Field(
        default=(),
        description="the modules of your product, at most 32 characters each and each once: billing,portal",
    )
    skip_steps: SkipTable = Field(
        default=DEFAULT_SKIPS,
        description="the steps (stand, component, period, log) that a kind of request (stopped, wrong, "
        "question, change) goes without: question:period,log;change:period,log,stand",
    )
    timezone: Annotated[ZoneInfo, BeforeValidator(zone_of)] = Field(
        default=ZoneInfo("UTC"), description="the desk's time zone by its IANA name, such as Europe/Berlin"
    )
    default_language: Language = Field(default="en", description=ONE_LANGUAGE)
    staff_language: Language = Field(default="en", description=ONE_LANGUAGE)
    log_level: LogLevel = Field(default="INFO", description="one of DEBUG, INFO, WARNING, ERROR")
    group_per_minute: PositiveInt = Field(
        default=20, description="the messages a minute that one group may get, a whole number above 0"
    )
    chat_per_second: PositiveFloat = Field(
        default=1, description="the messages a second that one private chat may get, a number above 0"
    )
    chat_burst: PositiveInt = Field(
        default=3, description="the messages at once that one private chat may get, a whole number above 0"
    )
    global_per_second: PositiveFloat = Field(
        default=30, description="the messages a second that all chats together may get, a number above 0"
    )
    slow_down_per_minute: NonNegativeInt = Field(
        default=30,
        description="the messages a minute after which a customer is asked to slow down, a whole number; 0 means never",
    )


def load_settings(**overrides: Any) -> Settings:
    """The settings of this process; `overrides` go before the environment, and the environment before `.env`.

    :raises SettingsError: something required is missing, or something is wrong.
    """
    try:
        return Settings(**overrides)
    except ValidationError as error:
        raise SettingsError(tuple(_sentences(error))) from None


def _sentences(error: ValidationError) -> Iterator[str]:
    """One for each setting, in the order of the settings, however many faults it has."""
    faults = {str(fault["loc"][0]): fault for fault in reversed(error.errors(include_url=False))}
    for field, info in Settings.model_fields.items():
        if (fault := faults.get(field)) is None:
            continue
        if fault["type"] == "missing":
            trouble = "is missing"
        elif field in SECRET:
            trouble = "is wrong"
        else:
            trouble = f"is wrong ({fault['input']!r})"
        yield f"{PREFIX}{field.upper()} {trouble}: set it to {info.description}."
