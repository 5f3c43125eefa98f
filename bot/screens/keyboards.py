"""The named keyboards under notices, and the pieces that several screens share."""

from __future__ import annotations

from typing import assert_never

from bot.domain.statements import Buttons, Notice
from bot.ports import Page, ReleasePage
from bot.screens.callbacks import LanguagePress, NewPress, PagePress, ReleasePress, RetryPress, TicketPress
from bot.screens.context import Reader
from bot.screens.letter import Button, Keyboard, Style

MARKS = range(1, 6)


def keyboard(reader: Reader, notice: Notice) -> Keyboard:
    """The buttons under a notice. RETRY needs `message` among its values, PUBLISH and WITHDRAW a `release` and how many
    tickets it concerns.
    """
    match notice.buttons:
        case Buttons.NONE | Buttons.QUESTION:
            return ()
        case Buttons.WELCOME:
            return ((new_request(reader),),)
        case Buttons.RECEIVED:
            return ((_about(reader, notice, "close"),),)
        case Buttons.COMPLETED:
            return (
                (
                    _about(reader, notice, "solved", Style.SUCCESS),
                    _about(reader, notice, "not_solved", Style.DANGER),
                ),
            )
        case Buttons.CONFIRMED_BY_STAFF:
            return ((_about(reader, notice, "not_solved", Style.DANGER),),)
        case Buttons.REOPEN:
            return ((_about(reader, notice, "reopen", Style.PRIMARY),),)
        case Buttons.PUBLISH:
            return (_release(reader, notice, "publish", Style.SUCCESS),)
        case Buttons.WITHDRAW:
            return (_release(reader, notice, "withdraw", Style.DANGER),)
        case Buttons.CLOSE_SURE:
            return ((_about(reader, notice, "close_sure", Style.DANGER), _about(reader, notice, "close_keep")),)
        case Buttons.RATING:
            return (_rating(reader, notice),)
        case Buttons.RETRY:
            retry = RetryPress(message=notice.values["message"]).pack()
            return ((Button(reader.text("button-retry"), retry, Style.PRIMARY),),)
        case Buttons.LANGUAGE:
            return tuple((_language(reader, code),) for code in reader.catalog.languages)
        case _:
            assert_never(notice.buttons)


def new_request(reader: Reader) -> Button:
    return Button(reader.text("button-new"), NewPress().pack(), Style.PRIMARY)


def ticket_button(reader: Reader, number: int, turn: int, do: str, style: Style = Style.PLAIN) -> Button:
    """A customer's button about one of their tickets."""
    data = TicketPress(number=number, turn=turn, do=do).pack()
    return Button(reader.text(f"button-{do.replace('_', '-')}"), data, style)


def pager(reader: Reader, name: str, page: Page | ReleasePage, owner: int = 0) -> Keyboard:
    """Earlier and later pages of a listing, where there are any."""
    row = tuple(
        Button(reader.text(key), PagePress(name=name, page=number, owner=owner).pack())
        for key, number in (("button-page-before", page.page - 1), ("button-page-after", page.page + 1))
        if 0 <= number < page.pages
    )
    return (row,) if row else ()


def in_rows(buttons: list[Button], width: int) -> Keyboard:
    return tuple(tuple(buttons[at : at + width]) for at in range(0, len(buttons), width))


def _about(reader: Reader, notice: Notice, do: str, style: Style = Style.PLAIN) -> Button:
    return ticket_button(reader, notice.number or 0, notice.turn, do, style)


def _rating(reader: Reader, notice: Notice) -> tuple[Button, ...]:
    return tuple(
        Button(
            reader.text("button-rate", value=mark),
            TicketPress(number=notice.number or 0, turn=notice.turn, do="rate", value=mark).pack(),
        )
        for mark in MARKS
    )


def _release(reader: Reader, notice: Notice, do: str, style: Style) -> tuple[Button, ...]:
    """How many tickets it concerns stands on the button."""
    values, release = notice.values, notice.values["release"]
    count = values["waiting"] if do == "publish" else values["completed"] + values["closed"]
    sure, keep = (ReleasePress(release=release, turn=notice.turn, do=what).pack() for what in (do, "keep"))
    yes = Button(reader.text(f"button-{do}", count=count), sure, style)
    return yes, Button(reader.text("button-release-keep"), keep)


def _language(reader: Reader, code: str) -> Button:
    """Each language by its own name."""
    return Button(reader.catalog.text(code, "language-name"), LanguagePress(language=code).pack())
