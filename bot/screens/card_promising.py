"""The sides of the card on which a release is chosen: to be promised, or to be told with an improvement."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.lifecycle import Cause, Status
from bot.domain.release import Release
from bot.domain.statements import Face
from bot.domain.ticket import Ticket
from bot.screens.card_press import card_button, named_button, page_buttons
from bot.screens.context import Reader
from bot.screens.letter import Keyboard, Style
from bot.screens.periods import day
from locales.catalog import Html

RELEASES_ON_A_PAGE = 6
OTHER = {Cause.SOFTWARE_FAULT: Cause.IMPROVEMENT, Cause.IMPROVEMENT: Cause.SOFTWARE_FAULT}
SHORT = {Cause.SOFTWARE_FAULT: "fault", Cause.IMPROVEMENT: "improvement"}


def promise_line(reader: Reader, ticket: Ticket) -> Html:
    """What was promised, or what has come of it."""
    promise = ticket.promise
    if promise is None or (ticket.status is not Status.WAITING_RELEASE and ticket.cause is None):
        return Html()
    if ticket.status is Status.WAITING_RELEASE:
        return reader.html("card-promised", version=promise.version, on=day(reader, promise.on))
    return reader.html("card-fixed-in", version=promise.version)


def releases_text(reader: Reader, face: Face, releases: Sequence[Release]) -> Html:
    """Without any release, how one comes to be."""
    if face.name == "told":
        return reader.html("card-ask-told")
    key = "card-ask-release" if releases else "card-no-release"
    return reader.html(key, stand=face.values["stand"], cause=face.values["cause"])


def releases_keyboard(reader: Reader, ticket: Ticket, face: Face, releases: Sequence[Release]) -> Keyboard:
    if face.name == "told":
        rows = _paged(reader, ticket, releases, face.values["page"], "told", "told_page")
        return (*rows, (named_button(reader, ticket, "unplanned"),))
    cause = Cause(face.values["cause"])
    open_ones = [release for release in releases if ticket.promise is None or release.id != ticket.promise.release]
    short, page = SHORT[cause], face.values["page"]
    rows = _paged(reader, ticket, open_ones, page, f"for_{short}", f"as_{short}")
    if open_ones:
        other = OTHER[cause]
        rows = (*rows, (card_button(ticket, reader.text("card-button-as", cause=other), f"as_{SHORT[other]}", "0"),))
    if ticket.promise is not None:
        rows = (*rows, (named_button(reader, ticket, "unpromise", style=Style.DANGER),))
    return rows


def _paged(reader: Reader, ticket: Ticket, releases: Sequence[Release], page: int, choose: str, turn: str) -> Keyboard:
    pages = max(1, -(-len(releases) // RELEASES_ON_A_PAGE))
    page = min(page, pages - 1)
    shown = releases[page * RELEASES_ON_A_PAGE : (page + 1) * RELEASES_ON_A_PAGE]
    rows = tuple((card_button(ticket, _named(reader, one), choose, str(one.id)),) for one in shown)
    return rows + page_buttons(reader, ticket, turn, page, pages)


def _named(reader: Reader, release: Release) -> str:
    return reader.text("card-button-release", version=str(release.version), on=day(reader, release.on))
