"""The tables. Where a table keeps one class of the domain, its columns are the fields of that class."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    literal_column,
    text,
    true,
)

from bot.domain.content import Side
from bot.domain.lifecycle import Cause, Closing, Status
from bot.domain.people import Standing
from bot.domain.release import ReleaseState
from bot.domain.statements import Priority
from bot.domain.ticket import Kind
from bot.domain.timers import Alarm
from bot.ports import Purpose, RowState, UpdateState
from storage.columns import Coded, Id, Moment, Named, Ranked

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# SQLite takes a partial index only where a statement has its condition word by word, not as a bound value.
CLOSED = literal_column("'closed'", String)
WAITING = literal_column("'waiting'", String)
PENDING = literal_column("'pending'", String)
ASKED_FOR = literal_column("'again'", String)
UNSENT = text("state IN ('waiting', 'sending')")
ELSEWHERE = text("status <> 'closed' AND transfer IS NOT NULL")
ASIDE = text("state IN ('parked', 'again')")
ACTIVE = text("status IN ('assigned', 'in_progress', 'transferred')")
RECEIVED = text("status = 'received'")
STRANDED = text("status = 'received' AND nudges = 0")
GOES_ON = literal_column("(kind <> 'stopped')", Boolean)
"""Work that can wait: in a queue after that which stands still."""
NOT_DUE = literal_column("(due_at IS NULL)", Boolean)
"""In a queue after what is due."""
MERGING = text("state = 'waiting' AND merge_key IS NOT NULL")

# `spoken`: what the person's Telegram speaks; `chosen`: what they chose here.
people = Table(
    "people", metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("name", String, nullable=False),
    Column("username", String),
    Column("spoken", String),
    Column("chosen", String),
    Column("zone", String),
    Column("reachable", Boolean, nullable=False, server_default=true()),
    Column("last_message_id", BigInteger, nullable=False, server_default="0"),
    Column("ticket_spoke_id", BigInteger, nullable=False, server_default="0"),
    Column("unreachable_since", Moment),
    Index("ix_people_username", text("lower(username)")),
)  # fmt: skip

members = Table(
    "members", metadata,
    Column("chat_id", BigInteger, nullable=False),
    Column("person_id", BigInteger, ForeignKey("people.id"), nullable=False),
    Column("standing", Ranked(Standing), nullable=False),
    PrimaryKeyConstraint("chat_id", "person_id"),
)  # fmt: skip

# What somebody has chosen to work in; `service` is the key in the desk file.
service_members = Table(
    "service_members", metadata,
    Column("service", String, nullable=False),
    Column("person_id", BigInteger, ForeignKey("people.id"), nullable=False),
    Column("joined_at", Moment, nullable=False),
    PrimaryKeyConstraint("service", "person_id"),
    Index("ix_service_members_person_id", "person_id"),
)  # fmt: skip

# Whose turn was when, of the tickets that the desk has given out in a service: the highest number is the newest.
turns = Table(
    "turns", metadata,
    Column("service", String, nullable=False),
    Column("person_id", BigInteger, ForeignKey("people.id"), nullable=False),
    Column("turn", BigInteger, nullable=False),
    PrimaryKeyConstraint("service", "person_id"),
)  # fmt: skip

# Who is away; over when `until` has come.
absences = Table(
    "absences", metadata,
    Column("person_id", BigInteger, ForeignKey("people.id"), primary_key=True, autoincrement=False),
    Column("since", Moment, nullable=False),
    Column("until", Moment),
)  # fmt: skip

# `draft` is empty until it is first saved; `recalled_at`: when the customer was told that it lies there. Ids are never
# reused: tickets remember them.
drafts = Table(
    "drafts", metadata,
    Column("id", Id, primary_key=True),
    Column("customer_id", BigInteger, ForeignKey("people.id"), nullable=False, unique=True),
    Column("started_at", Moment, nullable=False),
    Column("saved_at", Moment, nullable=False),
    Column("draft", Coded),
    Column("recalled_at", Moment),
    Index("ix_drafts_saved_at", "saved_at"),
    sqlite_autoincrement=True,
)  # fmt: skip

# `draft` is unique: one request is submitted once. Numbers are never reused. `promised` is the release of `promise`, to
# find the tickets by; `due_at` what the clocks have due next, to order them by.
tickets = Table(
    "tickets", metadata,
    Column("number", Id, primary_key=True),
    Column("customer_id", BigInteger, ForeignKey("people.id"), nullable=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("kind", Named(Kind), nullable=False),
    Column("subject", String, nullable=False),
    Column("description", Text, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("draft", BigInteger, nullable=False, unique=True),
    Column("status", Named(Status), nullable=False),
    Column("stand", String),
    Column("component", String),
    Column("period", Coded),
    Column("no_log", Boolean, nullable=False, server_default=false()),
    Column("logs", Integer, nullable=False, server_default="0"),
    Column("media", Integer, nullable=False, server_default="0"),
    Column("proof", BigInteger),
    Column("topic_id", BigInteger),
    Column("executor_id", BigInteger),
    Column("executor_name", String),
    Column("closing", Named(Closing)),
    Column("cause", Named(Cause)),
    Column("rating", Integer),
    Column("disagreements", Integer, nullable=False, server_default="0"),
    Column("closed_at", Moment),
    Column("last_reply", BigInteger),
    Column("turn", Integer, nullable=False, server_default="0"),
    Column("version", Integer, nullable=False, server_default="0"),
    Column("service", String, nullable=False, server_default="support"),
    Column("since", Moment),
    Column("declined", Coded, nullable=False, server_default='{"$": "tuple", "items": []}'),
    Column("by_lead", Boolean, nullable=False, server_default=false()),
    Column("question", Coded),
    Column("transfer", Coded),
    Column("verdict", Coded),
    Column("promise", Coded),
    Column("acceptance", Coded),
    Column("unexplained_since", Moment),
    Column("replied_at", Moment),
    Column("nudges", Integer, nullable=False, server_default="0"),
    Column("follow_up_of", BigInteger),
    Column("merged_into", BigInteger),
    Column("promised", BigInteger),
    Column("filed_by", String),
    Column("clocks", Coded),
    Column("alarmed", Coded, nullable=False, server_default='{"$": "tuple", "items": []}'),
    Column("due_at", Moment),
    UniqueConstraint("chat_id", "topic_id"),
    Index("ix_tickets_open_customer", "customer_id", "number", sqlite_where=text("status <> 'closed'")),
    Index("ix_tickets_open_executor", "executor_id", "number", sqlite_where=text("status <> 'closed'")),
    Index(
        "ix_tickets_open_queue", "chat_id", GOES_ON, NOT_DUE, "due_at", "created_at", "number", "kind", "status",
        sqlite_where=text("status <> 'closed'"),
    ),
    Index("ix_tickets_customer", "customer_id", "number"),
    Index("ix_tickets_promised", "promised", "number", sqlite_where=text("promised IS NOT NULL")),
    Index("ix_tickets_active", "executor_id", sqlite_where=ACTIVE),
    Index("ix_tickets_received", "service", GOES_ON, "created_at", sqlite_where=RECEIVED),
    Index("ix_tickets_stranded", "service", sqlite_where=STRANDED),
    Index("ix_tickets_open_number", "number", sqlite_where=text("status <> 'closed'")),
    Index("ix_tickets_there", text("json_extract(transfer, '$.chat_id')"), sqlite_where=ELSEWHERE),
    Index("ix_tickets_assignee", text("json_extract(transfer, '$.assignee_id')"), sqlite_where=ELSEWHERE),
    sqlite_autoincrement=True,
)  # fmt: skip
OPEN = tickets.c.status != CLOSED
# Where a transferred ticket is, and with whom, stands inside `transfer`; indexes take these words as they are.
TRANSFERRED = text("transfer IS NOT NULL")
transfer_chat = literal_column("json_extract(transfer, '$.chat_id')", BigInteger)
transfer_assignee = literal_column("json_extract(transfer, '$.assignee_id')", BigInteger)

# The topics of tickets in other groups than their own.
guest_topics = Table(
    "guest_topics", metadata,
    Column("number", BigInteger, ForeignKey("tickets.number"), nullable=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("topic_id", BigInteger, nullable=False),
    PrimaryKeyConstraint("number", "chat_id"),
    UniqueConstraint("chat_id", "topic_id"),
    sqlite_with_rowid=False,
)  # fmt: skip
BY_URGENCY = (GOES_ON, tickets.c.created_at, tickets.c.number)

# One row a version and stand; a version is three numbers, so that the database can order it.
releases = Table(
    "releases", metadata,
    Column("id", Id, primary_key=True),
    Column("product", Integer, nullable=False),
    Column("component", Integer, nullable=False),
    Column("build", Integer, nullable=False),
    Column("stand", String, nullable=False),
    Column("on", Date, nullable=False),
    Column("state", Named(ReleaseState), nullable=False),
    Column("by_id", BigInteger, nullable=False),
    Column("by_name", String, nullable=False),
    Column("turn", Integer, nullable=False),
    Column("telling", Boolean, nullable=False),
    Column("told", BigInteger, nullable=False),
    UniqueConstraint("product", "component", "build", "stand"),
    Index("ix_releases_stand_on", "stand", "on"),
    Index("ix_releases_telling", "id", sqlite_where=text("telling")),
    sqlite_autoincrement=True,
)  # fmt: skip

# Neither `ticket` nor `draft`: held.
messages = Table(
    "messages", metadata,
    Column("id", Id, primary_key=True),
    Column("author_id", BigInteger, nullable=False),
    Column("side", Named(Side), nullable=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("message_id", BigInteger, nullable=False),
    Column("content", Coded, nullable=False),
    Column("at", Moment, nullable=False),
    Column("ticket", BigInteger, ForeignKey("tickets.number")),
    Column("draft", BigInteger, ForeignKey("drafts.id")),
    Column("album", String),
    Column("reply_to", BigInteger),
    Column("quote", Text),
    UniqueConstraint("chat_id", "message_id"),
    Index("ix_messages_held", "author_id", "id", sqlite_where=text("ticket IS NULL AND draft IS NULL")),
    Index("ix_messages_draft", "draft", sqlite_where=text("draft IS NOT NULL")),
    Index("ix_messages_ticket", "ticket", "id", sqlite_where=text("ticket IS NOT NULL")),
    Index("ix_messages_album", "ticket", "album", sqlite_where=text("album IS NOT NULL")),
    sqlite_autoincrement=True,
)  # fmt: skip

# What the bot itself has put somewhere: copies of messages (`source`), notices and cards.
places = Table(
    "places", metadata,
    Column("chat_id", BigInteger, nullable=False),
    Column("message_id", BigInteger, nullable=False),
    Column("ticket", BigInteger, ForeignKey("tickets.number")),
    Column("source", BigInteger, ForeignKey("messages.id")),
    Column("at", Moment, nullable=False),
    PrimaryKeyConstraint("chat_id", "message_id"),
    Index("ix_places_source", "source", sqlite_where=text("source IS NOT NULL")),
    sqlite_with_rowid=False,
)  # fmt: skip

# The texts that stand at one place as one message.
joined = Table(
    "joined", metadata,
    Column("chat_id", BigInteger, nullable=False),
    Column("message_id", BigInteger, nullable=False),
    Column("seat", Integer, nullable=False),
    Column("source", BigInteger, ForeignKey("messages.id"), nullable=False),
    PrimaryKeyConstraint("chat_id", "message_id", "seat"),
    ForeignKeyConstraint(["chat_id", "message_id"], ["places.chat_id", "places.message_id"], ondelete="CASCADE"),
    Index("ix_joined_source", "source"),
    sqlite_with_rowid=False,
)  # fmt: skip

# `one` is the smaller number.
links = Table(
    "links", metadata,
    Column("one", BigInteger, ForeignKey("tickets.number"), nullable=False),
    Column("other", BigInteger, ForeignKey("tickets.number"), nullable=False),
    PrimaryKeyConstraint("one", "other"),
    Index("ix_links_other", "other"),
    sqlite_with_rowid=False,
)  # fmt: skip

prompts = Table(
    "prompts", metadata,
    Column("id", Id, primary_key=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("person_id", BigInteger, nullable=False),
    Column("number", BigInteger, ForeignKey("tickets.number"), nullable=False),
    Column("purpose", Named(Purpose), nullable=False),
    Column("data", Coded, nullable=False),
    Column("turn", Integer, nullable=False),
    UniqueConstraint("chat_id", "person_id", "number"),
)  # fmt: skip

history = Table(
    "history", metadata,
    Column("id", Id, primary_key=True),
    Column("number", BigInteger, ForeignKey("tickets.number"), nullable=False),
    Column("at", Moment, nullable=False),
    Column("actor_id", BigInteger, nullable=False),
    Column("actor_name", String, nullable=False),
    Column("fact", String, nullable=False),
    Column("source", String),
    Column("to", String, nullable=False),
    Column("details", Coded, nullable=False),
    Index("ix_history_number", "number", "id"),
)  # fmt: skip

# `raw` is emptied when the update is done; the row stays a while, so that a redelivered one is known. `told_at`: when
# the owners were told that it was set aside.
inbox = Table(
    "inbox", metadata,
    Column("id", Id, primary_key=True),
    Column("update_id", BigInteger, nullable=False, unique=True),
    Column("lane", String, nullable=False),
    Column("raw", Text, nullable=False),
    Column("state", Named(UpdateState), nullable=False),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("error", Text),
    Column("stored_at", Moment, nullable=False),
    Column("told_at", Moment),
    Index("ix_inbox_pending", "id", sqlite_where=text("state = 'pending'")),
    Index("ix_inbox_aside", "id", sqlite_where=ASIDE),
    Index("ix_inbox_told_at", "told_at", sqlite_where=text("told_at IS NOT NULL")),
)  # fmt: skip

# What follows from a ticket: `due_at`, when something happens by itself. `wake_at`: when it is looked at, later than
# that after a failure or where it is late; never, when it was set aside. `told_at`: when the owners were told of that.
timers = Table(
    "timers", metadata,
    Column("number", BigInteger, ForeignKey("tickets.number"), nullable=False),
    Column("alarm", Named(Alarm), nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("wake_at", Moment),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("told_at", Moment),
    PrimaryKeyConstraint("number", "alarm"),
    Index("ix_timers_wake_at", "wake_at"),
    sqlite_with_rowid=False,
)  # fmt: skip

# A row is deleted when it is sent. `merge_key`: what may wait only once (a view, an album).
outbox = Table(
    "outbox", metadata,
    Column("id", Id, primary_key=True),
    Column("order_key", String, nullable=False),
    Column("to", Coded, nullable=False),
    Column("payload", Coded, nullable=False),
    Column("priority", Ranked(Priority), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("not_before", Moment),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("part", Integer, nullable=False, server_default="0"),
    Column("state", Named(RowState), nullable=False),
    Column("merge_key", String),
    Column("error", Text),
    Index("uq_outbox_waiting_merge_key", "merge_key", unique=True, sqlite_where=MERGING),
    Index("ix_outbox_order_key", "order_key"),
    Index("ix_outbox_again", "id", sqlite_where=text("state = 'again'")),
    sqlite_autoincrement=True,
)  # fmt: skip

# A view that was never on a screen has a face only.
views = Table(
    "views", metadata,
    Column("key", String, primary_key=True),
    Column("face", Coded, nullable=False),
    Column("chat_id", BigInteger),
    Column("message_id", BigInteger),
    Column("digest", String),
    Column("at", Moment),
)  # fmt: skip

# One row: the process that serves.
lease = Table(
    "lease", metadata,
    Column("id", Integer, primary_key=True),
    Column("holder", String, nullable=False),
    Column("until", Moment, nullable=False),
)  # fmt: skip

# Groups in which only people can mend what is wrong, as the owners were told of it.
troubles = Table(
    "troubles", metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("reason", String, nullable=False),
)  # fmt: skip

# A group that became a supergroup has another id since then.
moved_chats = Table(
    "moved_chats", metadata,
    Column("old_id", BigInteger, primary_key=True, autoincrement=False),
    Column("new_id", BigInteger, nullable=False),
)  # fmt: skip
