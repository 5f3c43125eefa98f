"""Releases are planned, published and withdrawn by command; what reaches many customers is asked for once more."""

from __future__ import annotations

from datetime import date

from bot.domain.errors import LeadOnly, NoSuchRelease, NotCurrent, StaffOnly, UnknownStand, VersionNotUnderstood
from bot.domain.people import Actor, Standing
from bot.domain.period import parse_day_ahead
from bot.domain.release import Release, Version
from bot.domain.statements import Buttons, Listing, Notice, Priority, Thread
from bot.ports import Reach, UnitOfWork
from bot.usecases.release_tickets import change_release


def list_releases(uow: UnitOfWork, actor: Actor, where: Thread, page: int = 0, edits: int | None = None) -> None:
    if actor.standing < Standing.MEMBER:
        raise StaffOnly
    uow.speech.say(where, Listing("releases", {"page": page}, edits))


def schedule_release(uow: UnitOfWork, actor: Actor, where: Thread, message_id: int, words: str) -> None:
    """`1.4.1 PROD 2026-12-01`: plan it, or move its date; whoever was promised it hears of that."""
    _lead(actor)
    version, stand, day = _named(uow, words)
    on = parse_day_ahead(day, today=today(uow))
    release = uow.releases.find(version, stand) or Release(version, stand, on)
    planned = release.schedule(on, by=actor, today=today(uow))
    waiting = uow.releases.reach(release.id).waiting if planned is not release else 0
    if planned is not release:
        change_release(uow, planned)
    values = {"version": str(version), "stand": stand, "on": on, "waiting": waiting}
    uow.speech.say(where, Notice("staff-release-planned", values, reply_to=message_id), Priority.LIVE)


def ask_to_publish(uow: UnitOfWork, actor: Actor, where: Thread, message_id: int, words: str) -> None:
    release = _known(uow, actor, words)
    release.check_publish(actor)
    _ask(uow, where, message_id, release, "staff-publish-sure", Buttons.PUBLISH)


def ask_to_withdraw(uow: UnitOfWork, actor: Actor, where: Thread, message_id: int, words: str) -> None:
    release = _known(uow, actor, words)
    release.check_withdraw(actor)
    _ask(uow, where, message_id, release, "staff-withdraw-sure", Buttons.WITHDRAW)


def press_release(uow: UnitOfWork, actor: Actor, where: Thread, pressed: int, number: int, turn: int, do: str) -> None:
    """The second word; `turn` is that of the release which the presser saw."""
    _lead(actor)
    release = uow.releases.get(number)
    if release is None or release.turn != turn:
        raise NotCurrent
    reach = uow.releases.reach(release.id)
    match do:
        case "publish":
            change_release(uow, release.publish(by=actor))
        case "withdraw":
            change_release(uow, release.withdraw(by=actor))
        case "keep":
            pass
        case _:
            raise NotCurrent
    key = {"publish": "staff-published", "withdraw": "staff-withdrawn", "keep": "staff-release-kept"}[do]
    values = _values(release, reach) | {"by": actor.name}
    uow.speech.say(where, Notice(key, values, edits=pressed), Priority.LIVE)


def today(uow: UnitOfWork) -> date:
    """Of the desk, whose zone the dates of releases are in."""
    return uow.now.astimezone(uow.rules.time_zone).date()


def _ask(uow: UnitOfWork, where: Thread, message_id: int, release: Release, key: str, buttons: Buttons) -> None:
    values = _values(release, uow.releases.reach(release.id)) | {"release": release.id}
    uow.speech.say(where, Notice(key, values, buttons, turn=release.turn, reply_to=message_id), Priority.LIVE)


def _values(release: Release, reach: Reach) -> dict[str, str | int]:
    counted = {"waiting": reach.waiting, "completed": reach.completed, "closed": reach.closed}
    return {"version": str(release.version), "stand": release.stand, **counted}


def _known(uow: UnitOfWork, actor: Actor, words: str) -> Release:
    _lead(actor)
    version, stand, rest = _named(uow, words)
    if rest:
        raise UnknownStand(stands=", ".join(uow.rules.form.stands))
    release = uow.releases.find(version, stand)
    if release is None:
        raise NoSuchRelease(version=str(version), stand=stand)
    return release


def _named(uow: UnitOfWork, words: str) -> tuple[Version, str, str]:
    """Version, stand and what follows; stands are read whatever their case, the longer name first."""
    first, _, rest = " ".join(words.split()).partition(" ")
    if not first:
        raise VersionNotUnderstood
    version = Version.parse(first)
    for stand in sorted(uow.rules.form.stands, key=len, reverse=True):
        head, tail = rest[: len(stand)], rest[len(stand) :]
        if head.casefold() == stand.casefold() and tail[:1] in ("", " "):
            return version, stand, tail.strip()
    raise UnknownStand(stands=", ".join(uow.rules.form.stands))


def _lead(actor: Actor) -> None:
    if actor.standing < Standing.MEMBER:
        raise StaffOnly
    if actor.standing is not Standing.LEAD:
        raise LeadOnly
