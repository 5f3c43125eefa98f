"""What a message costs does not grow with the desk: no statement reads a whole table."""

from __future__ import annotations

import re
from typing import Any

import pytest
from sqlalchemy import CompoundSelect, Connection, Delete, Select, Update
from sqlalchemy.dialects import sqlite

from storage import reads
from storage.repositories import (
    drafts,
    inbox,
    links,
    messages,
    outbox,
    people,
    prompts,
    releases,
    speech,
    team,
    tickets,
)  # fmt: skip

BUILDING_BLOCKS = {"ALL_RELEASES", "AS_WRITTEN", "THIS"}
WHOLE = {
    "outbox.ALL": "once, at start",
    "inbox.WAITING": "once, at start, and only what waits",
    "inbox.AGAIN": "only what is set aside",
    "inbox.UNTOLD": "only what is set aside",
    "outbox.AGAIN": "only what is asked for once more",
    "inbox.PURGE": "once in a while",
    "reads.RELEASES": "a row a version and stand, and only when the list is asked for",
    "reads.RELEASE_LINES": "likewise",
    "releases.UNFINISHED": "only what is unfinished",
    "team.ABSENT": "of the staff only",
    "inbox.NEWEST": "stops at the last row",
}
"""What may go through a table, and why."""

FOUND = {
    f"{module.__name__.rpartition('.')[2]}.{name}": statement
    for module in (drafts, inbox, links, messages, outbox, people, prompts, reads, releases, speech, team, tickets)
    for name, statement in vars(module).items()
    if isinstance(statement, CompoundSelect | Delete | Select | Update) and name not in BUILDING_BLOCKS
}
LISTS = {
    f"reads.{name}.{part}": getattr(listing, part)
    for name, listing in vars(reads).items()
    if isinstance(listing, reads.Listing)
    for part in ("counts", "lines")
}
STATEMENTS = FOUND | LISTS


def plan(connection: Connection, statement: Any) -> list[str]:
    changed = [statement.table.columns.keys()[-1]] if isinstance(statement, Update) else None
    compiled = str(statement.compile(dialect=sqlite.dialect(), column_keys=changed))
    single = re.sub(r"__\[POSTCOMPILE_\w+\]", "?", compiled)
    values = ("[]" if "json_each" in single else 1,) * single.count("?")
    return [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {single}", values)]


@pytest.mark.parametrize("name", sorted(STATEMENTS.keys() - WHOLE.keys()))
def test_a_lookup_goes_by_an_index(connection: Connection, name: str) -> None:
    steps = plan(connection, STATEMENTS[name])
    small = ("SUBQUERY", "VIRTUAL TABLE", "SCAN near", "SCAN page", "SCAN CONSTANT ROW")  # found or handed in already
    assert not [step for step in steps if step.startswith("SCAN") and not any(one in step for one in small)], steps


@pytest.mark.parametrize(
    ("name", "index"),
    [
        ("tickets.OPEN_OF", "ix_tickets_open_customer"),
        ("tickets.ACTIVE_WITH", "ix_tickets_active"),
        ("tickets.QUEUED_IN", "ix_tickets_received"),
        ("tickets.QUEUE_OF", "ix_tickets_received"),
        ("tickets.TELL_STRANDED", "ix_tickets_stranded"),
        ("tickets.OPEN_WITH", "ix_tickets_open_executor"),
        ("tickets.PICKED_UP_BY", "ix_tickets_assignee"),
        ("tickets.IN_TOPIC", "uq_tickets_chat_id_topic_id"),
        ("tickets.PROMISED", "ix_tickets_promised"),
        ("people.CALLED", "ix_people_username"),
        ("releases.REACH", "ix_tickets_promised"),
        ("releases.FIND", "sqlite_autoindex_releases"),
        ("releases.PROMISABLE", "ix_releases_stand_on"),
        ("releases.UNFINISHED", "ix_releases_telling"),
        ("reads.RELEASE_LINES", "ix_tickets_promised"),
        ("reads.QUEUE.lines", "ix_tickets_open_queue"),
        ("reads.QUEUE.lines", "ix_tickets_there"),
        ("reads.WITH_PERSON.lines", "ix_tickets_assignee"),
        ("reads.CONVERSATION", "ix_messages_ticket"),
        ("tickets.GUEST_IN", "guest_topics"),
        ("reads.HISTORY", "ix_history_number"),
        ("messages.HELD", "ix_messages_held"),
        ("messages.ALBUM", "ix_messages_album"),
        ("messages.COPIES", "ix_places_source"),
        ("messages.COPIES", "ix_joined_source"),
        ("inbox.WAITING", "ix_inbox_pending"),
        ("inbox.AGAIN", "ix_inbox_aside"),
        ("inbox.UNTOLD", "ix_inbox_aside"),
        ("inbox.LAST_TOLD", "ix_inbox_told_at"),
        ("outbox.AGAIN", "ix_outbox_again"),
        ("speech.REPLACE", "uq_outbox_waiting_merge_key"),
        ("speech.UNSENT", "ix_outbox_order_key"),
    ],
)
def test_every_index_is_there_for_a_lookup(connection: Connection, name: str, index: str) -> None:
    used = " ".join(plan(connection, STATEMENTS[name]))
    unnamed = index.replace("uq_tickets_chat_id_topic_id", "sqlite_autoindex_tickets")
    assert index in used or unnamed in used


@pytest.mark.parametrize("name", ["reads.OF_CUSTOMER.lines", "reads.HISTORY", "tickets.QUEUE_OF"])
def test_a_long_list_is_read_in_its_order_up_to_the_page(connection: Connection, name: str) -> None:
    """Sorting reads all of it, however little is shown; the page itself may be sorted."""
    steps = plan(connection, STATEMENTS[name])
    assert "USE TEMP B-TREE FOR ORDER BY" not in steps[: len(steps) - (name == "tickets.QUEUE_OF")], steps


def test_the_queue_is_read_in_its_order_without_a_ticket_that_is_not_shown(connection: Connection) -> None:
    """Its own stand in the index whole and in order."""
    steps = plan(connection, STATEMENTS["reads.QUEUE.lines"])
    at = steps.index("SEARCH tickets USING COVERING INDEX ix_tickets_open_queue (chat_id=?)")
    assert steps[at + 1] == "SCAN near", steps
