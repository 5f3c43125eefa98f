"""A topic's name and icon: the list of topics is the board of the desk."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.lifecycle import Status
from bot.domain.ticket import Kind, Ticket
from bot.screens.markup import escaped, link, one_line
from locales.catalog import Html

NAME_LIMIT = 128
_SUPERGROUP = 1_000_000_000_000

_WAITING = {Kind.STOPPED: "‼️", Kind.WRONG: "❗️", Kind.QUESTION: "❓", Kind.CHANGE: "💡"}
_STATES = {
    Status.ASSIGNED: "👀",
    Status.IN_PROGRESS: "💻",
    Status.WAITING_CUSTOMER: "💬",
    Status.TRANSFERRED: "🔎",
    Status.WAITING_RELEASE: "📆",
    Status.COMPLETED: "🏁",
    Status.CLOSED: "✅",
}
# Telegram's palette has these six colours only; two are left out.
_COLOURS = {Kind.STOPPED: 16478047, Kind.WRONG: 16766590, Kind.QUESTION: 7322096, Kind.CHANGE: 9367192}


def topic_name(ticket: Ticket) -> str:
    """`#17 · PROD · subject`, at most 128 characters."""
    parts = (f"#{ticket.number}", ticket.stand, ticket.subject)
    return one_line(" · ".join(part for part in parts if part), NAME_LIMIT)


def guest_icon(ticket: Ticket, chat_id: int) -> tuple[str, int]:
    """As `topic_icon`, for a group that has it, or had it, as a guest: as if it were a ticket of its own."""
    transfer = ticket.transfer
    if transfer is None or ticket.guest_chat != chat_id:
        seen = replace(ticket, status=Status.CLOSED)
    elif ticket.status is Status.TRANSFERRED:
        seen = replace(ticket, status=Status.RECEIVED if transfer.assignee_id is None else Status.IN_PROGRESS)
    else:
        seen = ticket
    return topic_icon(seen)


def topic_icon(ticket: Ticket) -> tuple[str, int]:
    """An emoji of Telegram's set of topic icons, for the state; and a colour, for the kind, given at creation.

    What nobody works on yet shows its kind; stopped work burns as long as somebody works on it.
    """
    if ticket.status is Status.RECEIVED:
        emoji = _WAITING[ticket.kind]
    elif ticket.status is Status.IN_PROGRESS and ticket.kind is Kind.STOPPED:
        emoji = "🔥"
    else:
        emoji = _STATES[ticket.status]
    return emoji, _COLOURS[ticket.kind]


def topic_address(chat_id: int, topic_id: int) -> str:
    """Opens the topic for members of the group."""
    return f"https://t.me/c/{-chat_id - _SUPERGROUP}/{topic_id}"


def ticket_link(ticket: Ticket) -> Html:
    """The number; it leads to the topic, where there is one."""
    number = f"#{ticket.number}"
    if ticket.topic_id is None:
        return escaped(number)
    return link(topic_address(ticket.chat_id, ticket.topic_id), number)
