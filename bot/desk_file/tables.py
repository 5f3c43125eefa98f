"""The tables of `desk.toml`; each description is the key of the remedy, in the texts, that completes "set it to …"."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PositiveInt, StringConstraints
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from bot.desk_file.values import Length, day_hours, length, real_time, working_hours
from bot.domain.calendar import Day
from bot.domain.team import CAPACITY, Assignment
from bot.domain.times import Times
from bot.settings import zone_of
from locales import LANGUAGES

DEFAULTS = Times()
OFF = "off"


def _names(value: object) -> object:
    """One name for all languages, or one for each; who has none is called by the first."""
    if isinstance(value, str):
        return dict.fromkeys(LANGUAGES, value)
    if not isinstance(value, dict) or not value or not value.keys() <= set(LANGUAGES):
        raise ValueError("no names")
    first = next(iter(value.values()))
    return {language: value.get(language, first) for language in LANGUAGES}


def _off(value: object) -> object:
    return None if value == OFF else value


def _distinct(ids: tuple[int, ...]) -> tuple[int, ...]:
    if len(set(ids)) < len(ids):
        raise ValueError("named twice")
    return ids


def _ascending(days: tuple[int, ...]) -> tuple[int, ...]:
    if list(days) != sorted(set(days)):
        raise ValueError("out of order")
    return days


Number = Annotated[PositiveInt, Field(strict=True)]
Chat = Annotated[int, Field(strict=True, lt=-(10**12))]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=32)]
Names = Annotated[Mapping[str, Name], BeforeValidator(_names)]
Contacts = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]
Ids = Annotated[tuple[Number, ...], AfterValidator(_distinct)]
Hours = Annotated[Day, BeforeValidator(day_hours)]
Zone = Annotated[ZoneInfo, BeforeValidator(zone_of)]
RealTime = Annotated[timedelta, BeforeValidator(real_time)]
WorkingHours = Annotated[timedelta, BeforeValidator(working_hours)]
WorkingDays = Number
Target = Annotated[Length, BeforeValidator(length)]


class Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class ServiceTable(Table):
    name: Names | None = Field(default=None, description="name")
    chat: Chat | None = Field(default=None, description="chat")
    assignment: Assignment = Field(default=Assignment.MANUAL, description="assignment")
    capacity: Number = Field(default=CAPACITY, description="number")
    leads: Ids = Field(default=(), description="ids")
    calendar: str = Field(default="always", description="calendar")


class CalendarTable(Table):
    """`days`: dates with hours of their own."""

    hours: dict[str, Hours] = Field(description="hours")
    zone: Zone | None = Field(default=None, description="zone")
    holidays: tuple[date, ...] = Field(default=(), description="dates")
    days: dict[date, Hours] = Field(default_factory=dict, description="hours")


class TargetsTable(Table):
    first_response: Target | None = Field(default=None, description="target")
    next_reply: Target | None = Field(default=None, description="target")
    resolution: Target | None = Field(default=None, description="target")


class TimesTable(Table):
    """The fields of `Times`, and the share of a target after which it is warned of."""

    not_taken: WorkingHours = Field(default=DEFAULTS.not_taken, description="working-hours")
    not_picked_up: WorkingHours = Field(default=DEFAULTS.not_picked_up, description="working-hours")
    question_reminders: Annotated[tuple[WorkingDays, ...], AfterValidator(_ascending)] = Field(
        default=DEFAULTS.question_reminders, description="working-days-list"
    )
    silence: Annotated[WorkingDays | None, BeforeValidator(_off)] = Field(
        default=DEFAULTS.silence, description="working-days-or-off"
    )
    acceptance: RealTime = Field(default=DEFAULTS.acceptance, description="length")
    acceptance_reminder: RealTime = Field(default=DEFAULTS.acceptance_reminder, description="length")
    after_reminder: RealTime = Field(default=DEFAULTS.after_reminder, description="length")
    disagreement_reason: RealTime = Field(default=DEFAULTS.disagreement_reason, description="length")
    unreachable: RealTime = Field(default=DEFAULTS.unreachable, description="length")
    reopen: RealTime = Field(default=DEFAULTS.reopen, description="length")
    nudge: WorkingDays = Field(default=DEFAULTS.nudge, description="working-days")
    nudge_lead: WorkingDays = Field(default=DEFAULTS.nudge_lead, description="working-days")
    draft_recall: RealTime = Field(default=DEFAULTS.draft_recall, description="length")
    draft_discard: RealTime = Field(default=DEFAULTS.draft_discard, description="length")
    warning: Annotated[Number, Field(le=100)] = Field(default=75, description="percent")


class HelpTable(Table):
    """What `/help` says beside the commands."""

    contacts: Annotated[Mapping[str, Contacts] | None, BeforeValidator(_names)] = Field(
        default=None, description="contacts"
    )


class DeskTables(BaseSettings):
    """The whole file. It comes from the file alone: no variable of the environment reaches into it."""

    model_config = SettingsConfigDict(extra="forbid", frozen=True)

    services: dict[str, ServiceTable] = Field(default_factory=dict, description="table")
    calendars: dict[str, CalendarTable] = Field(default_factory=dict, description="table")
    targets: dict[str, dict[str, TargetsTable]] = Field(default_factory=dict, description="table")
    times: TimesTable = Field(default=TimesTable(), description="table")
    help: HelpTable = Field(default=HelpTable(), description="table")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003 (all of these are pydantic's)
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,  # noqa: ARG003 (likewise)
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 (likewise)
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 (likewise)
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return (init_settings,)
