"""Who works on a ticket: take it, be second, give it to somebody else, leave."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bot.sandbox.telegram import LocalTelegram
from tests.journeys.life import Life, Request, data_of, living, mentioned

NOT_THERE = "That person is not in the staff group. Please choose somebody else."
FOR_STAFF = "Only members of the staff group can do that."


def named(labels: Sequence[str]) -> list[str]:
    return [label for label in labels if label.startswith("Agent")]


async def test_whoever_takes_first_has_it_and_the_second_is_told_who_that_was(life: Life) -> None:
    assert life.card.labels == ["Take", "Ask the customer", "Assign…", "Correct", "More…"]
    take = data_of(life.card, "Take")
    assert await life.tap(life.ivan, "Take") is None
    assert "In progress · Ivan" in life.card.text
    assert life.ivan.id in mentioned(life.card)
    assert life.told(life.anna)[-1] == "Ivan is working on #1 and will answer here."
    assert life.card.labels == ["Complete", "Ask the customer", "Promise a release", "Give to…", "Correct", "More…"]
    assert await life.press(life.olga, take) == "#1: Ivan was first."
    assert await life.press(life.ivan, take) == "#1 is with Ivan already."
    assert "In progress · Ivan" in life.card.text
    assert [text for text in life.told(life.anna) if "is working on" in text] == [life.told(life.anna)[-1]]


async def test_of_two_who_press_at_the_same_moment_one_wins(life: Life) -> None:
    answers = [await who.tap("Take", topic=life.topic) for who in (life.olga, life.ivan, life.olga)]
    await life.settle()
    assert [answer.text for answer in answers] == [None, "#1: Olga was first.", "#1 is with Olga already."]
    assert "In progress · Olga" in life.card.text
    assert len([text for text in life.told(life.anna) if "is working on" in text]) == 1


async def test_nobody_from_outside_the_staff_takes_anything(life: Life) -> None:
    outsider = life.telegram.member("Mallory", chat=life.telegram.forum("Another desk"))
    for who in (outsider, life.anna):
        assert await life.press(who, "c:1:0:take:") == FOR_STAFF
    assert "Take" in life.card.labels
    assert not [text for text in life.told(life.anna) if "is working on" in text]


async def test_the_executor_gives_it_to_a_colleague_who_is_mentioned_and_the_customer_told(life: Life) -> None:
    await life.tap(life.ivan, "Take")
    await life.olga_says("I could help")
    await life.tap(life.ivan, "Give to…")
    assert life.card.labels == ["Lena", "Olga", "‹ Back"], "administrators are known from the beginning"
    give = data_of(life.card, "Olga")
    await life.tap(life.ivan, "Olga")
    assert "In progress · Olga" in life.card.text
    assert life.said() == ["Olga, #1 is yours now, given by Ivan."]
    assert mentioned(life.topic.last) == [life.olga.id]
    assert life.told(life.anna)[-1] == "#1 is with Olga now, who will answer here."
    assert await life.press(life.ivan, give) == "This is no longer current."
    await life.ivan_says("still me?")
    await life.olga_says("Hello from Olga")
    assert life.told(life.anna)[-1] == "Hello from Olga"
    assert "still me?" not in life.told(life.anna)


async def test_a_lead_gives_it_to_anybody_and_a_colleague_to_nobody(life: Life) -> None:
    await life.olga_says("here")
    await life.tap(life.ivan, "Take")
    assert await life.tap(life.olga, "Give to…") == "#1: only its executor or a lead can do that."
    assert life.card.labels == ["Complete", "Ask the customer", "Promise a release", "Give to…", "Correct", "More…"]
    await life.tap(life.lena, "Give to…", "Olga")
    assert "In progress · Olga" in life.card.text
    same = f"c:1:2:give_to:{life.olga.id}"
    assert await life.press(life.lena, same) == "#1 is with Olga already."
    assert await life.press(life.lena, f"c:1:2:give_to:{life.anna.id}") == NOT_THERE
    await life.tap(life.lena, "Give to…", "Lena")
    assert "In progress · Lena" in life.card.text


async def test_who_has_left_cannot_be_given_a_ticket(life: Life) -> None:
    await life.olga_says("here")
    await life.tap(life.ivan, "Take", "Give to…")
    await life.olga.leave(life.telegram.staff)
    await life.settle()
    assert await life.tap(life.ivan, "Olga") == NOT_THERE
    assert "In progress · Ivan" in life.card.text


async def test_a_long_list_of_people_has_pages(telegram: LocalTelegram, tmp_path: Path) -> None:
    async with living(telegram, tmp_path) as life:
        agents = [telegram.member(f"Agent{number:02}") for number in range(19)]
        await life.tap(life.ivan, "Take")
        for agent in agents:
            await agent.say("present", topic=life.topic)
        await life.settle()
        await life.tap(life.ivan, "Give to…")
        assert named(life.card.labels) == [agent.name for agent in agents[:8]]
        await life.tap(life.ivan, "Next ›")
        assert named(life.card.labels) == [agent.name for agent in agents[8:16]]
        await life.tap(life.ivan, "Next ›")
        assert (named(life.card.labels), "Next ›" in life.card.labels) == ([a.name for a in agents[16:]], False)
        await life.press(life.ivan, f"c:1:1:give_page:{10**20}")
        assert named(life.card.labels) == [agent.name for agent in agents[16:]]
        await life.tap(life.ivan, "‹ Previous", "Agent12")
        assert "In progress · Agent12" in life.card.text


async def test_who_leaves_the_group_has_no_say_any_more_and_their_tickets_are_named_once(
    telegram: LocalTelegram, tmp_path: Path
) -> None:
    boris = telegram.customer("Boris")
    requests = [Request(boris, "Reports are slow today."), Request(boris, "The export is empty.")]
    async with living(telegram, tmp_path, requests) as life:
        for number in (1, 3):
            await life.tap(life.ivan, "Take", number=number)
        await telegram.kick(life.ivan)
        answers = [await life.ivan.press(life.card, data="c:1:1:complete:")]
        await life.settle()
        assert [answer.text for answer in answers] == [FOR_STAFF]
        general = [one.text for one in telegram.staff.general.messages if one.by_bot and not one.service]
        assert general == [
            "Ivan is no longer in the group. Open tickets left behind: #1, #3. A lead can give them to somebody else."
            "\nPlease have a look: Lena"
        ]
        await life.ivan.join(telegram.staff)
        await life.settle()
        assert await life.tap(life.ivan, "Complete") is None


async def test_an_owner_is_a_lead_without_being_an_administrator(telegram: LocalTelegram, tmp_path: Path) -> None:
    owner = telegram.member("Olive")
    async with living(telegram, tmp_path, owner_ids=[owner.id]) as life:
        await life.tap(life.ivan, "Take")
        assert await life.tap(life.olga, "Complete") == "#1: only its executor or a lead can do that."
        assert await life.tap(owner, "Complete", "Other") is None
        await life.staff_says(owner, "Done by the owner.")
        assert "Done by the owner." in life.told(life.anna)


async def test_a_promotion_and_its_end_count_at_once(life: Life) -> None:
    await life.tap(life.ivan, "Take")
    assert await life.tap(life.olga, "Complete") == "#1: only its executor or a lead can do that."
    await life.telegram.promote(life.olga)
    assert await life.tap(life.olga, "Complete", "‹ Back") is None
    await life.telegram.demote(life.olga)
    assert await life.tap(life.olga, "Complete") == "#1: only its executor or a lead can do that."
