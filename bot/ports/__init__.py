"""What the rules need from the outside world, a room a file; `from bot.ports import Clock` finds everything."""

from bot.ports.inbox import InboxStore, StoredUpdate, UpdateState
from bot.ports.outbox import OutboxStore, Queued, Row, RowState
from bot.ports.people import Members, People, Presence, Team
from bot.ports.prompts import FOR_STAFF, Prompt, Prompts, Purpose
from bot.ports.reads import Page, Reads, ReleasePage
from bot.ports.releases import Reach, Releases
from bot.ports.speech import Chats, Shown, Speech
from bot.ports.store import AlarmStore, Held, LeaseStore, Ledger, Store, StoreTrouble
from bot.ports.tickets import Drafts, History, HistoryRow, Links, Messages, Tickets, Timers
from bot.ports.unit import Desk, UnitOfWork, VersionConflict, WrittenBefore
from bot.ports.world import Clock, DeskFile, Misset, Mistake, Standings, Waiting

__all__ = [
    "FOR_STAFF",
    "AlarmStore",
    "Chats",
    "Clock",
    "Desk",
    "DeskFile",
    "Drafts",
    "Held",
    "History",
    "HistoryRow",
    "InboxStore",
    "LeaseStore",
    "Ledger",
    "Links",
    "Members",
    "Messages",
    "Misset",
    "Mistake",
    "OutboxStore",
    "Page",
    "People",
    "Presence",
    "Prompt",
    "Prompts",
    "Purpose",
    "Queued",
    "Reach",
    "Reads",
    "ReleasePage",
    "Releases",
    "Row",
    "RowState",
    "Shown",
    "Speech",
    "Standings",
    "Store",
    "StoreTrouble",
    "StoredUpdate",
    "Team",
    "Tickets",
    "Timers",
    "UnitOfWork",
    "UpdateState",
    "VersionConflict",
    "Waiting",
    "WrittenBefore",
]
