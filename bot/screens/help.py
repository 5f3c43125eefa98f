"""What one can do here, when the team is there, and how else to reach it."""

from __future__ import annotations

from itertools import groupby

from bot.domain.calendar import ROUND_THE_CLOCK, Calendar, Day
from bot.domain.rules import DeskRules
from bot.screens.context import Reader
from bot.screens.keyboards import new_request
from bot.screens.letter import Letter
from bot.screens.markup import NAME_LIMIT, lines, one_line
from bot.screens.periods import moment, zone_name
from locales.catalog import Html


def help_customer(reader: Reader, rules: DeskRules) -> Letter:
    commands = reader.html("help-customer", company=one_line(rules.company, NAME_LIMIT))
    return Letter(lines((commands, _reached(reader, rules)), "\n\n"), keyboard=((new_request(reader),),))


def help_staff(reader: Reader, rules: DeskRules, *, lead: bool, owner: bool) -> Letter:
    """With the commands that this person may use."""
    more = (reader.html("help-leads") if lead else "", reader.html("help-owners") if owner else "")
    commands = lines((reader.html("help-staff-commands"), *more))
    return Letter(lines((reader.html("help-staff"), commands, _reached(reader, rules)), "\n\n"))


def _reached(reader: Reader, rules: DeskRules) -> Html:
    contacts = rules.contacts.get(reader.language, "")
    named = reader.html("help-contacts", contacts=contacts) if contacts else ""
    return lines((_hours(reader, rules.default_service.calendar), named))


def _hours(reader: Reader, calendar: Calendar) -> Html:
    """Those of the service that gets the new requests; `reader.now` decides whether it is open."""
    if calendar.week == ROUND_THE_CLOCK and not calendar.holidays:
        return reader.html("help-always")
    opens = calendar.next_open(reader.now)
    now = reader.html("help-closed", opens=moment(reader, opens)) if opens > reader.now else reader.html("help-open")
    zone = zone_name(calendar.time_zone)
    return reader.html("help-hours", week="; ".join(_week(reader, calendar)), zone=zone, now=now)


def _week(reader: Reader, calendar: Calendar) -> list[str]:
    """Days that follow each other with the same hours in one; closed ones are not named."""
    parts = []
    for hours, days in groupby(enumerate(calendar.week, 1), key=lambda day: day[1]):
        first, *others = [reader.text("weekday", weekday=number) for number, _ in days]
        if hours:
            parts.append(f"{'–'.join([first, *others[-1:]])} {_day(hours)}")
    return parts


def _day(hours: Day) -> str:
    """The end of the day is 24:00, not its beginning."""
    return ", ".join(f"{opens:%H:%M}–{closes:%H:%M}".replace("–00:00", "–24:00") for opens, closes in hours)
