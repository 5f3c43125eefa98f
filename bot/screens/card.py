"""The card: the first message of a topic, the ticket's state and the moves of that state."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.domain.assignment import Colleague
from bot.domain.intake import Form
from bot.domain.lifecycle import Cause, Closing, Status
from bot.domain.people import Person
from bot.domain.release import Release
from bot.domain.sla import Due
from bot.domain.statements import Face
from bot.domain.ticket import Ticket
from bot.screens.card_asking import asking_prompt, waited_for
from bot.screens.card_buttons import card_keyboard
from bot.screens.card_ending import Around, ending_keyboard, ending_prompt
from bot.screens.card_handing import HOME, Sight, found, handing_prompt, whereabouts
from bot.screens.card_promising import promise_line, releases_text
from bot.screens.context import Reader
from bot.screens.letter import Letter
from bot.screens.levels import due_lines
from bot.screens.markup import NAME_LIMIT, cut, lines, mention, one_line
from bot.screens.periods import moment, period_text
from bot.screens.quotes import quote
from bot.screens.topic import guest_icon, ticket_link, topic_icon
from locales.catalog import Html

EXCERPT = 1000
MOST_RELATED = 10


def card(
    reader: Reader,
    ticket: Ticket,
    customer: Person,
    face: Face,
    *,
    form: Form,
    members: Sequence[Colleague] = (),
    releases: Sequence[Release] = (),
    others: Sequence[Ticket] = (),
    related: Sequence[Ticket] = (),
    sight: Sight = HOME,
    dues: Sequence[Due] = (),
) -> Letter:
    """The card with one of its sides up; `members` are needed by the side `people` only, `releases` by `releases` and
    `told`, the customer's `others` by those that offer them; `related` are those it is linked with; `dues` what is
    due of the service level.

    Faces and their values: main; causes; completing (cause, has_reply, name; with an improvement version, which
    may be empty); taking_back (name); people (page); correct; values (field, name); ask; asking (kind, name); releases
    (stand, cause, page, today); told (stand, page, today); more; merging; linking; unlinking; rejecting (name);
    reopening (name); services; handing (service, name); verdict (step, name); handing_back (name); offering (name).
    """
    around = Around(customer, others, related)
    blocks = (
        lines((*_head(reader, ticket, sight, dues), *whereabouts(reader, ticket, sight))),
        lines(_facts(reader, ticket, around)),
        _words(reader, ticket),
        found(reader, ticket, sight),
        _prompt(reader, face, releases, sight),
    )
    keyboard = ending_keyboard(reader, ticket, face, around, sight)
    if keyboard is None:
        keyboard = card_keyboard(reader, ticket, face, form, members, releases, sight)
    return Letter(lines(blocks, "\n\n"), keyboard=keyboard)


def _head(reader: Reader, ticket: Ticket, sight: Sight, dues: Sequence[Due]) -> Iterator[str]:
    emoji, _ = topic_icon(ticket) if sight.guest is None else guest_icon(ticket, sight.guest)
    yield reader.html("card-title", emoji=emoji, number=ticket.number, kind=ticket.kind)
    if sight.over(ticket):
        return  # nobody keeps it up to date there
    yield _state(reader, ticket)
    yield from waited_for(reader, ticket)
    yield promise_line(reader, ticket)
    if ticket.disagreements:
        yield reader.html("card-disagreements", times=ticket.disagreements)
    yield from due_lines(reader, dues)


def _state(reader: Reader, ticket: Ticket) -> Html:
    """The state, what it came to, and the executor: a mention, which is how they learn of it."""
    state = reader.html("status", status=ticket.status)
    if ticket.status is Status.CLOSED:
        closing = ticket.closing or Closing.CONFIRMED
        state = reader.html("card-closed", closing=closing, other=ticket.merged_into or 0)
    if ticket.cause:
        state = reader.html("card-cause", state=state, cause=ticket.cause)
    if ticket.rating:
        state = reader.html("card-rating", state=state, rating=ticket.rating)
    if ticket.executor_id is None or ticket.executor_name is None:
        return state
    executor = mention(ticket.executor_id, ticket.executor_name)
    return reader.html("card-executor", state=state, executor=executor)


def _facts(reader: Reader, ticket: Ticket, around: Around) -> Iterator[str]:
    customer = around.customer
    yield reader.html("card-customer", customer=_customer(customer))
    if not customer.reachable:
        since = customer.unreachable_since
        yield reader.html("card-unreachable", since=moment(reader, since) if since else "–")
    yield reader.html("card-received", at=moment(reader, ticket.created_at))
    if ticket.filed_by:
        yield reader.html("card-filed-by", name=one_line(ticket.filed_by, NAME_LIMIT))
    if ticket.follow_up_of:
        yield reader.html("card-follow-up", number=ticket.follow_up_of)
    if around.related:
        yield reader.html("card-related", numbers=_linked(around.related))
    place = [one_line(part, NAME_LIMIT) for part in (ticket.stand, ticket.component) if part]
    if place:
        yield reader.html("card-place", place=" · ".join(place))
    if ticket.period:
        yield reader.html("card-period", period=period_text(reader, ticket.period))
    if ticket.logs or ticket.no_log:
        yield reader.html("card-logs", count=ticket.logs)
    if ticket.media:
        yield reader.html("card-media", count=ticket.media)


def _linked(related: Sequence[Ticket]) -> Html:
    """Numbers that lead to their topics."""
    shown = [ticket_link(one) for one in related[:MOST_RELATED]]
    return Html(", ".join([*shown, "…"] if len(related) > MOST_RELATED else shown))


def _customer(customer: Person) -> Html:
    name = mention(customer.id, customer.name)
    return Html(f"{name} @{customer.username}") if customer.username else name


def _words(reader: Reader, ticket: Ticket) -> Html:
    """The subject, and what the description says beyond it; of a long one the beginning."""
    subject = reader.html("card-subject", subject=ticket.subject)
    first, _, rest = ticket.description.strip().partition("\n")
    words = rest.strip() if first.strip() == ticket.subject else ticket.description.strip()
    if not words:
        return subject
    if not ticket.long:
        return lines((subject, quote(words)))
    return lines((subject, quote(cut(words, EXCERPT)), reader.html("card-full-text")))


def _prompt(reader: Reader, face: Face, releases: Sequence[Release], sight: Sight) -> Html:
    """What the desk waits for while this side is up."""
    name = one_line(face.values.get("name", ""), NAME_LIMIT)
    match face.name:
        case "causes":
            return reader.html("card-ask-cause")
        case "completing":
            return _ask_answer(reader, face, name)
        case "releases" | "told":
            return releases_text(reader, face, releases)
        case "taking_back":
            return reader.html("card-ask-reason", name=name)
        case "people":
            return reader.html("card-ask-person")
        case "correct":
            return reader.html("card-ask-field")
        case "values":
            return reader.html("card-ask-value", name=name, field=face.values["field"])
        case "ask" | "asking":
            return asking_prompt(reader, face)
        case "services" | "handing" | "verdict" | "handing_back" | "offering":
            return handing_prompt(reader, face, sight)
        case _:
            return ending_prompt(reader, face)


def _ask_answer(reader: Reader, face: Face, name: str) -> Html:
    """By cause: the right actions after a mistake, the reason for what is not planned."""
    cause, version = face.values["cause"], face.values.get("version")
    key = {
        Cause.USER_MISTAKE: "card-ask-actions",
        Cause.IMPROVEMENT: "card-ask-improvement" if version else "card-ask-not-planned",
    }.get(cause, "card-ask-answer")
    reply = reader.html("card-or-last-reply", reply=int(face.values["has_reply"]))
    return reader.html(key, name=name, cause=cause, version=version or "", or_reply=reply)
