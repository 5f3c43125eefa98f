"""Lists of tickets, one ticket a line; a customer can open one of theirs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.domain.lifecycle import Closing, Status
from bot.domain.release import Release
from bot.domain.sla import Terms
from bot.domain.ticket import Ticket
from bot.domain.ticket.ending import REOPENABLE
from bot.domain.timers import NO_TERMS
from bot.ports import Page, ReleasePage
from bot.screens.callbacks import TicketPress
from bot.screens.context import Reader
from bot.screens.keyboards import new_request, pager, ticket_button
from bot.screens.letter import Button, Keyboard, Letter, Style
from bot.screens.levels import answer_line, next_line
from bot.screens.markup import lines, one_line
from bot.screens.periods import day, moment
from bot.screens.topic import ticket_link, topic_icon
from locales.catalog import Html

_SUBJECT = 60
_WIDTH = 40
MOST_RELATED = 10


def my_tickets(reader: Reader, page: Page) -> Letter:
    """A customer's own."""
    if not page.tickets:
        return Letter(reader.html("list-my-empty"), keyboard=((new_request(reader),),))
    html = _listed(reader, "list-my", page, (_own(reader, ticket) for ticket in page.tickets))
    return Letter(html, keyboard=(*((_open(ticket),) for ticket in page.tickets), *pager(reader, "my", page)))


def opened(reader: Reader, ticket: Ticket, related: Sequence[Ticket] = (), terms: Terms = NO_TERMS) -> Letter:
    """One ticket as its customer sees it, with what the customer can do now. Of the related ones only their own."""
    own = [f"#{one.number}" for one in related if one.customer_id == ticket.customer_id]
    body = (
        reader.html("mine-title", number=ticket.number, subject=ticket.subject),
        reader.html("mine-kind", kind=ticket.kind),
        reader.html("mine-state", state=_state(reader, ticket)),
        reader.html("mine-executor", name=one_line(ticket.executor_name, _WIDTH)) if ticket.executor_name else "",
        reader.html("mine-received", at=moment(reader, ticket.created_at)),
        answer_line(reader, ticket, terms) or "",
        reader.html("mine-related", numbers=", ".join(own[:MOST_RELATED])) if own else "",
        reader.html("mine-write") if ticket.open else "",
    )
    story = ticket_button(reader, ticket.number, ticket.turn, "story")
    return Letter(lines(body), keyboard=(*_moves(reader, ticket), (story,)))


def queue(reader: Reader, page: Page, terms: Terms = NO_TERMS) -> Letter:
    """All open tickets of the desk, in the order of the queue; each with what is due next."""
    if not page.tickets:
        return Letter(reader.html("list-queue-empty"))
    html = _listed(reader, "list-queue", page, (_for_staff(reader, ticket, terms) for ticket in page.tickets))
    return Letter(html, keyboard=pager(reader, "queue", page))


def mine(reader: Reader, page: Page, name: str, executor: int, terms: Terms = NO_TERMS) -> Letter:
    """The open tickets of one executor, whose `name` stands above, whoever turns the pages."""
    name = one_line(name, _WIDTH)
    if not page.tickets:
        return Letter(reader.html("list-mine-empty", name=name))
    rows = (_for_staff(reader, ticket, terms) for ticket in page.tickets)
    return Letter(_listed(reader, "list-mine", page, rows, name=name), keyboard=pager(reader, "mine", page, executor))


def releases(reader: Reader, page: ReleasePage) -> Letter:
    """Every version on every stand, with its date there and how many tickets wait for it."""
    if not page.releases:
        return Letter(reader.html("list-releases-empty"))
    rows = (_release(reader, release, waiting) for release, waiting in page.releases)
    return Letter(_listed(reader, "list-releases", page, rows), keyboard=pager(reader, "releases", page))


def _listed(reader: Reader, key: str, page: Page | ReleasePage, rows: Iterable[str], **values: str) -> Html:
    title = reader.html(key, total=page.total, **values)
    place = reader.html("list-page", page=page.page + 1, pages=page.pages) if page.pages > 1 else ""
    return lines((title, lines(rows), place), "\n\n")


def _own(reader: Reader, ticket: Ticket) -> Html:
    subject = one_line(ticket.subject, _SUBJECT)
    return reader.html("list-own", number=ticket.number, subject=subject, state=_state(reader, ticket))


def _release(reader: Reader, release: Release, waiting: int) -> Html:
    values = {"version": str(release.version), "stand": release.stand, "on": day(reader, release.on)}
    line = reader.html("list-release", state=release.state, **values)
    return reader.html("list-release-waiting", line=line, count=waiting) if waiting else line


def _for_staff(reader: Reader, ticket: Ticket, terms: Terms) -> Html:
    """The number leads to the topic."""
    emoji, _ = topic_icon(ticket)
    subject = " · ".join(part for part in (ticket.stand, one_line(ticket.subject, _SUBJECT)) if part)
    line = reader.html(
        "list-staff",
        emoji=emoji,
        number=ticket_link(ticket),
        subject=subject,
        executor=one_line(ticket.executor_name or reader.text("list-nobody"), _WIDTH),
        at=moment(reader, ticket.created_at),
    )
    due = next_line(reader, ticket, terms)
    return reader.html("list-due", line=line, due=due) if due else line


def _state(reader: Reader, ticket: Ticket) -> str:
    """What the customer may know of the state."""
    if ticket.status is Status.CLOSED:
        closing = ticket.closing or Closing.CONFIRMED
        return reader.text("mine-closed", closing=closing, other=ticket.merged_into or 0)
    if ticket.status is Status.WAITING_RELEASE and ticket.promise:
        return reader.text("mine-promised", version=ticket.promise.version, on=day(reader, ticket.promise.on))
    return reader.text("mine-status", status=ticket.status)


def _open(ticket: Ticket) -> Button:
    text = one_line(f"#{ticket.number} · {ticket.subject}", _WIDTH)
    return Button(text, TicketPress(number=ticket.number, turn=ticket.turn, do="open").pack())


def _moves(reader: Reader, ticket: Ticket) -> Keyboard:
    close = ticket_button(reader, ticket.number, ticket.turn, "close")
    if ticket.status is Status.COMPLETED:
        solved = ticket_button(reader, ticket.number, ticket.turn, "solved", Style.SUCCESS)
        return (solved, ticket_button(reader, ticket.number, ticket.turn, "not_solved", Style.DANGER)), (close,)
    if ticket.open:
        return ((close,),)
    again = ticket_button(reader, ticket.number, ticket.turn, "reopen", Style.PRIMARY)
    return ((again,),) if ticket.closing in REOPENABLE or ticket.closing is Closing.UNREACHABLE else ()
