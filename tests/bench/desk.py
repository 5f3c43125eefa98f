"""A database in which every customer has an open ticket already, with its topic and card."""

from __future__ import annotations

from pathlib import Path

from bot.app import desk_rules
from bot.domain.statements import CardView, TopicView
from bot.ports import Ledger, Shown
from bot.settings import Settings
from storage.store import SqlStore
from tests.bench.crowd import Crowd
from tests.journeys.life import Request, filed
from tests.journeys.stage import settings

WIDE_OPEN = {
    "DESKGRAM_GROUP_PER_MINUTE": "1000000",
    "DESKGRAM_CHAT_PER_SECOND": "1000000",
    "DESKGRAM_CHAT_BURST": "1000000",
    "DESKGRAM_GLOBAL_PER_SECOND": "1000000",
}
"""The desk's own pace, out of the way."""


async def prepared(crowd: Crowd, database: Path) -> None:
    """Ticket by ticket in the order of the customers; nothing waits to be said."""
    wanted = settings(crowd.telegram, database)
    await filed(crowd.telegram, wanted, [Request(customer) for customer in crowd.customers])
    await _everything_said(crowd, wanted)


async def _everything_said(crowd: Crowd, wanted: Settings) -> None:
    clock, chat_id = crowd.telegram.clock, crowd.telegram.staff.chat_id

    def say(ledger: Ledger) -> None:
        for number, topic_id in enumerate(crowd.topics.values(), 1):
            ledger.tickets.in_place(number, topic_id)
            topic = '{"name": "", "icon": "", "closed": false}'
            ledger.outbox.put(TopicView(number), Shown(chat_id, topic_id, topic, ledger.now))
            ledger.outbox.put(CardView(number), Shown(chat_id, topic_id, "", ledger.now))
        for row in ledger.outbox.waiting():
            ledger.outbox.sent(row.id)

    store = SqlStore(wanted.database_url, clock, desk_rules(wanted))
    await store.unit(say)
    await store.close()
