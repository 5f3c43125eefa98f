"""A button of a ticket's card."""

from __future__ import annotations

from bot.domain.ticket import Ticket
from bot.screens.callbacks import CardPress
from bot.screens.context import Reader
from bot.screens.letter import Button, Style


def card_button(ticket: Ticket, text: str, do: str, value: str = "", *, style: Style = Style.PLAIN) -> Button:
    """It carries the ticket and its turn: on an older card it is no longer current."""
    return Button(text, CardPress(number=ticket.number, turn=ticket.turn, do=do, value=value).pack(), style)


def named_button(reader: Reader, ticket: Ticket, do: str, *, style: Style = Style.PLAIN) -> Button:
    return card_button(ticket, reader.text(f"card-button-{do.replace('_', '-')}"), do, style=style)


def page_buttons(reader: Reader, ticket: Ticket, do: str, page: int, pages: int) -> tuple[tuple[Button, ...], ...]:
    """A row to turn the pages with, where there are several."""
    beside = (("button-page-before", page - 1), ("button-page-after", page + 1))
    row = tuple(card_button(ticket, reader.text(key), do, str(to)) for key, to in beside if 0 <= to < pages)
    return (row,) if row else ()
