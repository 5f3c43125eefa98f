"""Several staff groups: each works as if it were the only one, and none reaches into another."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.sandbox.people import Person
from bot.sandbox.telegram import LocalTelegram
from bot.sandbox.views import Forum, Message, TopicView
from tests.journeys.stage import RunningDesk, file_request

FOR_STAFF = "Only members of the staff group can do that."
NO_SUCH = "There is no such ticket."
SERVICES = "[services.support]\nname = 'Support'\n[services.web]\nname = 'Web'\nchat = {chat}\n"


@dataclass
class Groups:
    """Support has the first staff group and gets new tickets, Web the second one. Ivan is in Support, Wanda in Web, Bob
    owns the desk. Anna's #1 is in Support.
    """

    telegram: LocalTelegram
    web: Forum
    anna: Person
    ivan: Person
    wanda: Person
    bob: Person

    @property
    def support(self) -> Forum:
        return self.telegram.staff

    @property
    def topic(self) -> TopicView:
        return next(topic for topic in self.support.topics.values() if topic.name.startswith("#1 "))

    @property
    def card(self) -> Message:
        return next(message for message in self.topic.messages if message.by_bot and not message.service)

    async def press(self, who: Person, data: str, on: Message) -> str | None:
        answer = await who.press(on, data=data)
        await self.telegram.settle()
        return answer.text


@pytest.fixture
async def groups(telegram: LocalTelegram, tmp_path: Path) -> AsyncIterator[Groups]:
    web = telegram.forum("Web")
    ivan, wanda, bob = telegram.member("Ivan"), telegram.member("Wanda", chat=web), telegram.customer("Bob")
    file = tmp_path / "desk.toml"
    file.write_text(SERVICES.format(chat=web.chat_id), "utf-8")
    anna = telegram.customer("Anna")
    async with RunningDesk(telegram, tmp_path / "desk.sqlite3", desk_file=str(file), owner_ids=(bob.id,)):
        await bob.start()
        await anna.start()
        await file_request(telegram, anna)
        yield Groups(telegram, web, anna, ivan, wanda, bob)


async def test_a_new_ticket_comes_to_the_group_of_the_first_service(groups: Groups) -> None:
    assert groups.card.labels[0] == "Take"
    assert not groups.web.topics


async def test_each_group_has_its_menu_its_administrators_and_its_commands(groups: Groups) -> None:
    asked = {call.chat_id for call in groups.telegram.calls if call.method == "getChatAdministrators"}
    assert asked == {groups.support.chat_id, groups.web.chat_id}
    for who, where in ((groups.ivan, groups.support), (groups.wanda, groups.web)):
        await who.say("/team")
        await groups.telegram.settle()
        assert where.general.last.text.startswith("Who works where")


async def test_who_is_in_one_group_is_nobody_in_another(groups: Groups) -> None:
    assert await groups.press(groups.wanda, "c:1:0:take:", groups.card) == FOR_STAFF
    assert "Received" in groups.card.text


async def test_a_member_of_one_group_moves_no_ticket_of_another_from_their_own(groups: Groups) -> None:
    await groups.wanda.say("/team")
    await groups.telegram.settle()
    for data in ("c:1:0:take:", "c:1:0:complete:", "c:1:0:give:", f"c:1:0:give_to:{groups.wanda.id}", "c:1:0:main:"):
        assert await groups.press(groups.wanda, data, groups.web.general.last) == NO_SUCH, data
    assert "Received" in groups.card.text
    await groups.ivan.tap("Take", topic=groups.topic)
    await groups.telegram.settle()
    await groups.ivan.tap("Give to…", topic=groups.topic)
    await groups.telegram.settle()
    assert "Wanda" not in groups.card.labels, "and is not among those who can be given it"


async def test_who_leaves_one_group_stays_in_the_other(groups: Groups) -> None:
    await groups.ivan.join(groups.web)
    await groups.ivan.leave(groups.support)
    await groups.telegram.settle()
    assert await groups.press(groups.ivan, "c:1:0:take:", groups.card) == FOR_STAFF
    await groups.ivan.say("/join web", to=groups.web)
    await groups.telegram.settle()
    assert groups.web.general.last.text == "You have joined Web. Your service: Web."


async def test_the_owner_is_told_which_group_is_out_of_reach(groups: Groups) -> None:
    await groups.telegram.kick_bot(groups.web)
    await groups.telegram.settle()
    assert groups.bob.chat.last.text.startswith(
        "The desk cannot write in the staff group of Web: the bot was removed from it."
    )
    await groups.telegram.add_bot(groups.web)
    await groups.telegram.settle(quiet=40)
    assert groups.bob.chat.last.text.startswith("The desk can write in the staff group of Web again.")


async def test_a_group_out_of_reach_holds_up_no_other(groups: Groups) -> None:
    await groups.telegram.kick_bot(groups.web)
    await groups.anna.say("Anybody there?")
    await groups.telegram.settle()
    assert groups.topic.messages[-1].text == "Anybody there?"
