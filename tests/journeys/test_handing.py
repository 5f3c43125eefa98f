"""A ticket goes to another service, of the same staff group or of another one, and comes back."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.sandbox.errors import bad_request
from bot.sandbox.telegram import LocalTelegram
from tests.journeys.life import data_of, living, mentioned
from tests.journeys.two_services import NOTE, Services, serving

OUTDATED = "This is no longer current."
FOR_STAFF = "Only members of the staff group can do that."
NO_SUCH = "There is no such ticket."
FOUND = "Ivan, Backend has found what it is. The payment gate: Restart it at night\n• Wait an hour\n• Pay by invoice"


@pytest.fixture
async def desk(telegram: LocalTelegram, tmp_path: Path) -> AsyncIterator[Services]:
    async with serving(telegram, tmp_path) as desk:
        yield desk


async def test_a_fault_goes_to_another_group_and_comes_back_with_ways_to_choose_from(desk: Services) -> None:
    await desk.says(desk.ivan, "Which card is it?", desk.home)
    await desk.says(desk.olga, "Anna is always in a hurry", desk.home)
    await desk.anna_says("A blue one")
    begun = len(desk.telegram.calls)
    await desk.transfer()
    # One topic, one card, one message with everything that was said.
    paid = [call for call in desk.telegram.calls[begun:] if call.chat_id == desk.backend.chat_id and call.units]
    assert [call.method for call in paid] == ["createForumTopic", "sendMessage", "sendMessage"]
    assert desk.told()[-1] == "#1: our service Backend is looking into it. Ivan stays your contact."
    for card, other in ((desk.card, desk.there), (desk.guest_card, desk.home)):
        assert "With Backend, nobody yet: who picks it up?" in card.text
        assert NOTE in card.text
        links = [entity.get("url", "") for entity in card.entities]
        assert any(link.endswith(f"/{other.id}") for link in links), "each leads to the other"
    assert desk.guest_card.labels == ["Pick up", "Decline"]
    assert "Pick up" not in desk.card.labels
    (story,) = desk.by_bot(desk.there)[1:]
    assert NOTE in story.text
    assert "Ivan: Which card is it?" in story.text
    assert "Anna: A blue one" in story.text
    assert "hurry" not in story.text, "notes stay where they were written"
    assert mentioned(story) == [desk.bella.id, desk.boris.id]
    assert "Please have a look: " in story.text

    await desk.tap(desk.boris, "Pick up", topic=desk.there)
    assert "With Backend: Boris" in desk.guest_card.text
    assert "With Backend: Boris" in desk.card.text
    # Both sides hear the customer, and each other's words to her.
    heard = await desk.anna_says("Any news?")
    asked = await desk.says(desk.boris, "Does it fail with a red card?", desk.there)
    await desk.says(desk.ivan, "We are on it.", desk.home)
    await desk.says(desk.bella, "Looks like the gate", desk.there)
    assert desk.told()[-2:] == ["Does it fail with a red card?", "We are on it."]
    assert desk.said(desk.home)[-2:] == ["Any news?", "✉️ Boris: Does it fail with a red card?"]
    assert desk.said(desk.there)[-2:] == ["Any news?", "✉️ Ivan: We are on it."]
    assert (heard.reactions, asked.reactions) == (["👌"], ["👌"])
    marks = [call for call in desk.telegram.calls if call.method == "setMessageReaction"]
    assert len(marks) == 5, "once for each of the five messages that have arrived"

    await desk.tap(desk.boris, "Verdict", topic=desk.there)
    await desk.says(desk.boris, "The payment gate", desk.there)
    await desk.restart()
    await desk.says(desk.boris, "Restart it at night", desk.there)
    await desk.says(desk.boris, "1. Wait an hour\n\n2) Pay by invoice", desk.there)
    found = desk.by_bot(desk.home)[-1]
    assert found.text == FOUND
    assert mentioned(found) == [desk.ivan.id]
    assert "The payment gate" in desk.card.text
    assert desk.there.closed
    assert not desk.guest_card.labels
    assert desk.said(desk.there)[-1] not in desk.told()
    assert desk.told()[-1] == "We are on it.", "the verdict is for the staff"

    await desk.tap(desk.ivan, "Offer the customer a choice", topic=desk.home)
    await desk.says(desk.ivan, "What suits you?", desk.home)
    offer = desk.anna.chat.last
    assert offer.text == "What suits you?\n\n1. Wait an hour\n2. Pay by invoice"
    assert offer.labels == ["Wait an hour", "Pay by invoice"]
    await desk.anna.tap("Pay by invoice")
    await desk.settle()
    assert "Pay by invoice" in desk.said(desk.home)[-1]
    assert "Pay by invoice" not in " ".join(desk.said(desk.there)), "it has nothing to do with it any more"


async def test_in_the_same_group_the_topic_stays_and_the_service_is_called_there(desk: Services) -> None:
    await desk.transfer(service="Web")
    assert desk.told()[-1] == "#1: our service Web is looking into it. Ivan stays your contact."
    assert not desk.backend.topics
    called = desk.by_bot(desk.home)[-1]
    assert called.text == f"Ivan asks Web: {NOTE}\nPlease have a look: Olga"
    assert desk.card.labels[:2] == ["Pick up", "Ask the customer"]
    assert await desk.tap(desk.lena, "Pick up", topic=desk.home) == "#1: only members of Web can do that."
    await desk.tap(desk.olga, "Pick up", topic=desk.home)
    assert "With Web: Olga" in desk.card.text
    await desk.says(desk.olga, "Which browser is it?", desk.home)
    assert desk.told()[-1] == "Which browser is it?"
    await desk.tap(desk.olga, "Decline", topic=desk.home)
    await desk.says(desk.olga, "It is the bank's page", desk.home)
    assert desk.said(desk.home)[-1] == "Ivan, Web has declined it (Olga): It is the bank's page"
    assert desk.told()[-1] == "Which browser is it?"
    assert "Web" not in desk.card.text


async def test_it_goes_on_to_a_third_service_and_comes_again(desk: Services) -> None:
    await desk.transfer()
    await desk.tap(desk.boris, "Pick up", topic=desk.there)
    await desk.tap(desk.boris, "To another service", "Web", topic=desk.there)
    await desk.says(desk.boris, "It is in the page", desk.there)
    first = desk.there.id
    assert desk.said(desk.there)[-1] == "#1 is with another service now. Nothing more to do here."
    assert desk.there.closed
    assert "With Web, nobody yet" in desk.card.text
    assert desk.said(desk.home)[-1] == "Boris asks Web: It is in the page\nPlease have a look: Olga"
    await desk.anna_says("And now?")
    assert "And now?" not in desk.said(desk.there)
    await desk.tap(desk.ivan, "To another service", "Backend", topic=desk.home)
    await desk.ivan.say("It is the gate after all", topic=desk.home)
    await desk.telegram.settle(quiet=5)
    reopened = desk.there
    assert not reopened.closed, "at once: somebody is to look at it"
    await desk.settle()
    assert (desk.there.id, desk.there.closed) == (first, False)
    assert desk.guest_card.labels == ["Pick up", "Decline"]
    assert "Anna: And now?" in desk.said(desk.there)[-1]
    await desk.tap(desk.ivan, "Take back", topic=desk.home)
    assert desk.said(desk.there)[-1] == "Ivan goes on alone with #1. Nothing more to do here."
    assert desk.there.closed


async def test_nobody_moves_it_from_where_they_have_no_say(desk: Services) -> None:
    """The buttons are those of the state, the person is checked at the press."""
    bruno = desk.telegram.member("Bruno", chat=desk.backend)
    await desk.transfer()
    there, home = desk.guest_card, desk.card
    take_it = data_of(there, "Pick up")
    before = home.text
    refused = {
        (bruno, take_it): "#1: only members of Backend can do that.",
        (bruno, data_of(there, "Decline")): "#1: only members of Backend can do that.",
        (bruno, take_it.replace("pick_up", "verdict")): "#1: only who works on it now can do that.",
        (bruno, data_of(home, "Take back")): "#1: only its executor or a lead can do that.",
        (bruno, data_of(home, "To another service")): "#1: only its executor or a lead can do that.",
    }  # fmt: skip
    for (who, data), answer in refused.items():
        assert await desk.press(who, data, there) == answer, data
    # Members of the home group belong to no service of the other one.
    assert await desk.press(desk.ivan, take_it, home) == "#1: only members of Backend can do that."
    assert await desk.press(desk.boris, take_it, home) == FOR_STAFF
    service = data_of(home, "Take back").replace("recall", "to") + "00000000"
    assert await desk.press(desk.ivan, service, home) == "This choice is no longer there. Please choose again."
    await desk.tap(desk.boris, "Pick up", topic=desk.there)
    turn = data_of(desk.guest_card, "Verdict")
    assert await desk.press(desk.bella, turn, there) == "#1: only who works on it now can do that."
    assert await desk.press(desk.boris, turn.replace("verdict", "no_variants"), there) == OUTDATED
    assert await desk.press(desk.ivan, data_of(desk.card, "Take back"), home) in ("", None)
    assert "With Backend" in before
    assert "Backend" not in desk.card.text
    # It is over: the other group has no say in it at all.
    for data in (take_it, turn, data_of(desk.card, "Complete")):
        assert await desk.press(desk.boris, data, there) == NO_SUCH, data


async def test_the_executor_may_act_from_the_other_group_where_he_is_a_member(desk: Services) -> None:
    await desk.ivan.join(desk.backend)
    await desk.transfer()
    await desk.says(desk.ivan, "I look over their shoulders", desk.there)
    assert desk.told()[-1] == "I look over their shoulders"
    assert desk.said(desk.home)[-1] == "✉️ Ivan: I look over their shoulders"
    recall = data_of(desk.card, "Take back")
    assert await desk.press(desk.ivan, recall, desk.guest_card) in ("", None)
    assert "Backend" not in desk.card.text


async def test_of_two_who_pick_it_up_the_second_is_told_who_was_first(desk: Services) -> None:
    await desk.transfer()
    pick, decline = (data_of(desk.guest_card, label) for label in ("Pick up", "Decline"))
    first = await desk.boris.press(desk.guest_card, data=pick)
    second = await desk.bella.press(desk.guest_card, data=pick)
    await desk.settle()
    assert first.text in ("", None)
    assert second.text == "#1: Boris was first."
    assert await desk.press(desk.bella, decline, desk.guest_card) == OUTDATED
    assert "With Backend: Boris" in desk.card.text


async def test_who_leaves_the_other_group_leaves_what_they_had_picked_up_to_somebody_else(desk: Services) -> None:
    await desk.transfer()
    await desk.tap(desk.boris, "Pick up", topic=desk.there)
    await desk.boris.leave(desk.backend)
    await desk.settle()
    assert "With Backend, nobody yet" in desk.card.text
    assert "With Backend, nobody yet" in desk.guest_card.text
    left = "Boris is gone from Backend, and #1 is with nobody there. Who picks it up?"
    assert desk.said(desk.home)[-1] == left
    assert desk.said(desk.there)[-1] == left + "\nPlease have a look: Bella"
    await desk.tap(desk.bella, "Pick up", topic=desk.there)
    assert "With Backend: Bella" in desk.card.text
    await desk.says(desk.bella, "Which shop?", desk.there)
    assert desk.told()[-1] == "Which shop?"
    await desk.says(desk.ivan, "/history", desk.home)
    assert "The desk: took it back from Boris, who is gone from Backend" in desk.said(desk.home)[-1]


async def test_the_clocks_on_a_guests_card_follow_the_conversation_too(telegram: LocalTelegram, tmp_path: Path) -> None:
    async with serving(telegram, tmp_path, more='[targets.any.wrong]\nnext_reply = "1h"\n') as desk:
        await desk.transfer()
        assert "Next answer due" not in desk.guest_card.text
        await desk.anna_says("Any news?")
        assert "Next answer due" in desk.card.text
        assert "Next answer due" in desk.guest_card.text
        await desk.tap(desk.boris, "Pick up", topic=desk.there)
        await desk.says(desk.boris, "Soon.", desk.there)
        assert "Next answer due" not in desk.guest_card.text


async def test_of_recall_and_verdict_at_the_same_moment_one_wins_and_no_word_goes_astray(desk: Services) -> None:
    await desk.transfer()
    await desk.tap(desk.boris, "Pick up", "Verdict", topic=desk.there)
    await desk.says(desk.boris, "The gate, their fault", desk.there)
    told = desk.told()
    await desk.ivan.tap("Take back", topic=desk.home)
    await desk.boris.say("Restart it, and hush it up", topic=desk.there)
    await desk.settle()
    assert desk.told() == told
    assert any(text.startswith("This stayed a note:") for text in desk.said(desk.there))
    assert "gate" not in desk.card.text, "there was no verdict"


async def test_of_transfer_and_completion_at_the_same_moment_one_wins(desk: Services) -> None:
    await desk.tap(desk.ivan, "To another service", "Backend", topic=desk.home)
    note = await desk.ivan.say("They broke it", topic=desk.home)
    complete = await desk.lena.press(desk.card, data="c:1:1:cause:other")
    await desk.settle()
    assert complete.text == OUTDATED
    assert "With Backend, nobody yet" in desk.card.text
    assert note.text not in desk.told()


async def test_of_take_give_transfer_and_pick_up_at_the_same_moment_one_wins(desk: Services) -> None:
    told = desk.told()
    # It is given to Olga the moment before Ivan's note comes: the note is for nobody.
    await desk.tap(desk.ivan, "To another service", "Backend", topic=desk.home)
    await desk.press(desk.lena, data_of(desk.card, "‹ Back"), desk.card)
    await desk.tap(desk.lena, "Give to…", topic=desk.home)
    given = await desk.lena.press(desk.card, data=data_of(desk.card, "Olga"))
    await desk.ivan.say("They broke it", topic=desk.home)
    taken = await desk.ivan.press(desk.card, data="c:1:0:take:")
    await desk.settle()
    assert (given.text, taken.text) == (None, "#1: Olga was first.")
    assert "In progress · Olga" in desk.card.text
    assert desk.said(desk.home)[-1].startswith("This stayed a note:")
    assert not desk.backend.topics
    # The other way round: with Olga's note it is transferred, and given to nobody.
    await desk.tap(desk.lena, "Give to…", topic=desk.home)
    to_ivan = data_of(desk.card, "Ivan")
    await desk.press(desk.lena, data_of(desk.card, "‹ Back"), desk.card)
    await desk.tap(desk.olga, "To another service", "Backend", topic=desk.home)
    await desk.olga.say("They broke it, really", topic=desk.home)
    given = await desk.lena.press(desk.card, data=to_ivan)
    taken = await desk.ivan.press(desk.card, data="c:1:0:take:")
    await desk.settle()
    assert (given.text, taken.text) == (OUTDATED, "#1: Olga was first.")
    assert "With Backend, nobody yet" in desk.card.text
    # Picked up and taken back: who comes second acts on what is no more.
    back, pick = data_of(desk.card, "Take back"), data_of(desk.guest_card, "Pick up")
    picked = await desk.boris.press(desk.guest_card, data=pick)
    recalled = await desk.olga.press(desk.card, data=back)
    await desk.settle()
    assert (picked.text, recalled.text) == (None, OUTDATED)
    assert "With Backend: Boris" in desk.card.text
    assert [text for text in desk.told() if "broke" in text] == []
    assert len(desk.told()) == len(told) + 2, "who has it now, and that Backend looks into it"


async def test_words_for_colleagues_never_reach_the_customer_whatever_happens_meanwhile(desk: Services) -> None:
    told = desk.told()
    # A colleague turns the same card while the executor writes the note.
    await desk.tap(desk.ivan, "To another service", "Backend", topic=desk.home)
    await desk.press(desk.lena, data_of(desk.card, "‹ Back"), desk.card)
    assert "Correct" in desk.card.labels
    await desk.says(desk.ivan, "The customer is wrong, but look", desk.home)
    assert "With Backend, nobody yet" in desk.card.text
    # The executor asks the customer while the other one writes a verdict.
    await desk.tap(desk.boris, "Pick up", "Verdict", topic=desk.there)
    await desk.says(desk.ivan, "? Which card is it", desk.home)
    await desk.says(desk.boris, "They are hopeless", desk.there)
    assert desk.said(desk.there)[-1].startswith("This stayed a note:")
    await desk.anna_says("Blue")
    assert "Blue" in desk.said(desk.there)
    await desk.tap(desk.boris, "Decline", topic=desk.there)
    await desk.says(desk.boris, "Not ours, they are hopeless", desk.there)
    assert "hopeless" not in " ".join(desk.told())
    assert "wrong" not in " ".join(desk.told())
    assert len(desk.told()) == len(told) + 3 - 1, "that it was transferred, and what was asked"


async def test_what_is_written_in_a_topic_that_has_it_no_more_is_a_note(desk: Services) -> None:
    await desk.transfer()
    await desk.tap(desk.boris, "Pick up", topic=desk.there)
    await desk.anna_says("Hello?")
    hers = desk.by_bot(desk.there)[-1]
    await desk.tap(desk.ivan, "Take back", topic=desk.home)
    await desk.telegram.reopen_topic(desk.there)
    told = desk.told()
    await desk.says(desk.boris, "Silly customer", desk.there)
    await desk.says(desk.boris, "Silly customer!", desk.there, reply_to=hers)
    await desk.says(desk.bella, "Silly customer!!", desk.there, reply_to=desk.guest_card)
    assert desk.told() == told
    await desk.anna_says("Still there?")
    assert "Still there?" not in desk.said(desk.there)


async def test_the_other_service_asks_the_customer_and_hears_the_answer(desk: Services) -> None:
    await desk.transfer()
    await desk.tap(desk.boris, "Pick up", "Ask the customer", topic=desk.there)
    assert "Ask the customer" in desk.card.labels, "the card at home shows its own side"
    await desk.tap(desk.boris, "A question", topic=desk.there)
    await desk.says(desk.boris, "Which card is it?", desk.there)
    assert desk.anna.chat.last.labels == ["Answer"]
    assert not desk.guest_card.labels
    await desk.anna_says("A blue one")
    for topic in (desk.home, desk.there):
        answered = desk.by_bot(topic)[-1]
        assert "A blue one" in desk.said(topic)
        assert mentioned(answered) == [desk.boris.id], "whose turn it is, and no lead in his place"
    assert desk.guest_card.labels[0] == "Verdict"
    await desk.says(desk.boris, "? Is it new", desk.there)
    await desk.tap(desk.ivan, "Withdraw question", topic=desk.home)
    assert "In progress" in desk.card.text
    assert desk.said(desk.there)[-1] == "#1 is back with Ivan. Nothing more to do here."


async def test_a_swipe_reply_in_either_topic_finds_its_message_in_all_the_others(desk: Services) -> None:
    await desk.transfer()
    await desk.tap(desk.boris, "Pick up", topic=desk.there)
    hello = await desk.anna_says("Hello?")
    await desk.says(desk.bella, "One moment", desk.there, reply_to=desk.by_bot(desk.there)[-1])
    answer = desk.anna.chat.last
    assert answer.text == "One moment"
    assert answer.reply_to is not None
    assert answer.reply_to.id == hello.id
    at_home = desk.by_bot(desk.home)[-1]
    assert at_home.text == "✉️ Bella: One moment"
    assert at_home.reply_to is not None
    assert at_home.reply_to.text == "Hello?"
    await desk.says(desk.bella, "We look into it", desk.there, reply_to=desk.guest_card)
    assert desk.told()[-1] == "We look into it", "an answer to the card is one to the customer"
    thanks = await desk.anna.say("Thanks", reply_to=answer)
    await desk.settle()
    assert thanks.reactions == ["👌"]
    answered = desk.by_bot(desk.there)[-1].reply_to
    assert answered is not None
    assert answered.text == "One moment"


async def test_edits_and_second_thoughts_follow_wherever_it_is_shown(desk: Services) -> None:
    await desk.transfer()
    await desk.tap(desk.boris, "Pick up", topic=desk.there)
    hers = await desk.anna_says("It is red")
    his = await desk.says(desk.boris, "Which shop", desk.there)
    await desk.anna.edit(hers, text="It is blue")
    await desk.boris.edit(his, text="Which shop?")
    await desk.settle()
    assert desk.said(desk.home)[-2:] == ["It is blue", "✉️ Boris: Which shop?"]
    assert desk.said(desk.there)[-1] == "It is blue"
    await desk.says(desk.boris, "/unsend", desk.there, reply_to=his)
    assert "Which shop?" not in desk.told()
    assert "✉️ Boris: Which shop?" not in desk.said(desk.home)
    assert [text for text in desk.said(desk.there) if "Taken back" in text], "said where it was asked"


async def test_what_could_not_be_delivered_is_told_where_it_was_written(desk: Services) -> None:
    await desk.transfer()
    await desk.tap(desk.boris, "Pick up", topic=desk.there)
    await desk.anna.block()
    await desk.settle()
    lost = await desk.says(desk.boris, "Are you there?", desk.there)
    assert lost.reactions == ["💔"]
    later = await desk.says(desk.boris, "Which shop?", desk.there)
    failed, other = [one for one in desk.by_bot(desk.there) if one.labels == ["Send again"]]
    assert not [one for one in desk.by_bot(desk.home) if one.labels == ["Send again"]]
    await desk.anna.start()
    await desk.settle()
    await desk.press(desk.boris, data_of(failed, "Send again"), failed)
    assert desk.told()[-1] == "Are you there?"
    assert desk.said(desk.home).count("✉️ Boris: Are you there?") == 1
    assert lost.reactions == ["👌"]
    # What they had to say while it was theirs arrives also when that is over.
    await desk.tap(desk.ivan, "Take back", topic=desk.home)
    stranger = desk.telegram.customer("Mallory")
    assert await desk.press(stranger, data_of(other, "Send again"), other) == FOR_STAFF
    assert await desk.press(desk.bella, data_of(other, "Send again"), other) is None
    assert desk.told()[-1] == "Which shop?"
    assert later.reactions == ["👌"]


async def test_a_copy_that_telegram_refuses_is_nobodys_failure(desk: Services) -> None:
    await desk.transfer()
    await desk.tap(desk.boris, "Pick up", topic=desk.there)
    refused = bad_request("MESSAGE_EMPTY")
    desk.telegram.faults.refuse(refused, chat=desk.home.chat_id, method="sendMessage", times=3)
    asked = await desk.says(desk.boris, "Which card is it?", desk.there)
    told = desk.told()
    desk.telegram.faults.refuse(refused, chat=desk.there.chat_id, method="sendMessage", times=3)
    await desk.anna_says("A blue one")
    assert asked.reactions == ["👌"]
    assert desk.said(desk.home)[-1] == "A blue one"
    assert desk.told() == told
    assert not [one for topic in (desk.home, desk.there) for one in desk.by_bot(topic) if one.labels == ["Send again"]]


async def test_files_come_along_and_albums_reach_both_topics(desk: Services) -> None:
    await desk.anna.send("document", file_name="payment.log", caption="The log")
    await desk.anna.album(["photo", "photo"], caption="Two pictures")
    await desk.settle()
    await desk.transfer()
    files = [message.media for message in desk.by_bot(desk.there) if message.media]
    assert files == ["document", "photo", "photo"]
    assert "payment.log" in desk.said(desk.there)[0]
    album = await desk.anna.album(["photo", "photo", "photo"])
    await desk.settle()
    for topic, many in ((desk.home, 6), (desk.there, 6)):
        assert len([message for message in desk.by_bot(topic) if message.media]) == many
    assert album[0].reactions == ["👌"]
    await desk.tap(desk.boris, "Pick up", topic=desk.there)
    await desk.boris.album(["photo", "photo"], caption="Like this?", topic=desk.there)
    await desk.settle()
    assert [message.text for message in desk.by_bot(desk.home)[-2:]] == ["✉️ Boris: Like this?", ""]
    assert len([message for message in desk.anna.chat.messages if message.by_bot and message.media]) == 2


async def test_a_long_conversation_is_cut_to_one_message_and_a_long_description_is_another(
    telegram: LocalTelegram, tmp_path: Path
) -> None:
    long = "Payment fails.\n" + "It began on Monday. " * 150
    async with serving(telegram, tmp_path, text=long) as desk:
        for number in range(30):
            await desk.anna_says(f"{number}: " + "it fails again and again " * 10)
        await desk.transfer()
        story, description = desk.said(desk.there)
        assert len(story) <= 4096
        assert "29: it fails" in story
        assert " 0: it fails" not in story
        assert "earlier messages" in story
        assert description.endswith(long.strip())
        assert "It began" not in story


async def test_a_topic_that_somebody_deletes_over_there_is_made_anew_with_all_that_was_said(desk: Services) -> None:
    await desk.anna.send("document", file_name="payment.log")
    await desk.settle()
    await desk.transfer()
    await desk.tap(desk.boris, "Pick up", topic=desk.there)
    first, home = desk.there.id, desk.home.id
    await desk.says(desk.boris, "Which card is it?", desk.there)
    await desk.telegram.delete_topic(desk.there)
    await desk.anna_says("A blue one")
    assert desk.there.id != first
    assert desk.home.id == home
    assert "With Backend: Boris" in desk.guest_card.text
    assert "A blue one" in desk.said(desk.there)
    assert [text for text in desk.said(desk.there) if "Boris: Which card is it?" in text]
    assert [message for message in desk.by_bot(desk.there) if message.media == "document"]
    links = [entity.get("url", "") for entity in desk.card.entities]
    assert any(link.endswith(f"/{desk.there.id}") for link in links), "the card at home leads to the new one"
    await desk.says(desk.boris, "Thank you", desk.there)
    assert desk.told()[-1] == "Thank you"
    # After the transfer nobody makes one.
    await desk.tap(desk.ivan, "Take back", topic=desk.home)
    await desk.telegram.delete_topic(desk.there)
    await desk.says(desk.ivan, "Back with me", desk.home)
    assert not [topic for topic in desk.backend.topics.values() if topic.name.startswith("#1 ")]


async def test_taken_back_at_once_it_leaves_no_topic_over_there(desk: Services) -> None:
    desk.telegram.faults.flood(60, chat=desk.backend.chat_id)
    await desk.tap(desk.ivan, "To another service", "Backend", topic=desk.home)
    await desk.ivan.say(NOTE, topic=desk.home)
    await desk.telegram.settle(quiet=5)
    await desk.tap(desk.ivan, "Take back", topic=desk.home)
    await desk.telegram.settle(quiet=120)
    assert not [topic for topic in desk.backend.topics.values() if topic.name.startswith("#1 ")]


async def test_a_flood_over_there_delays_nobody_at_home(desk: Services) -> None:
    await desk.transfer()
    await desk.tap(desk.boris, "Pick up", topic=desk.there)
    desk.telegram.faults.flood(300, chat=desk.backend.chat_id)
    begun = desk.telegram.clock.now()
    for number in range(15):
        await desk.anna.say(f"word {number}")
    await desk.telegram.settle(quiet=10, within=60)
    assert desk.said(desk.home)[-1].endswith("word 14")
    assert (desk.telegram.clock.now() - begun).total_seconds() < 120
    assert not [text for text in desk.said(desk.there) if "word" in text]
    await desk.telegram.clock.advance(400)
    await desk.settle()
    assert " ".join(desk.said(desk.there)).split().count("word") == 15, "and over there nothing is lost"


async def test_many_words_of_the_other_service_leave_the_home_group_its_budget(desk: Services) -> None:
    """They are shown at home after what is more urgent there, and joined where the budget is tight."""
    await desk.transfer()
    await desk.tap(desk.boris, "Pick up", topic=desk.there)
    await desk.telegram.settle(quiet=70)
    begun = len(desk.telegram.calls)
    for number in range(40):
        await desk.boris.say(f"word {number}", topic=desk.there)
    await desk.telegram.settle(quiet=120, within=900)
    shown = [call for call in desk.telegram.calls[begun:] if call.chat_id == desk.home.chat_id and call.units]
    assert len(shown) < 40
    words = " ".join(text for text in desk.said(desk.home) if text.startswith("✉️ Boris: "))
    assert words.split().count("word") == 40


async def test_the_queue_and_mine_show_what_came_from_elsewhere(desk: Services) -> None:
    await desk.transfer()
    await desk.boris.say("/queue", to=desk.backend)
    await desk.settle()
    queue = desk.backend.general.last
    assert "#1" in queue.text
    assert "not taken yet" in queue.text
    assert any(entity.get("url", "").endswith(f"/{desk.there.id}") for entity in queue.entities)
    await desk.tap(desk.boris, "Pick up", topic=desk.there)
    await desk.boris.say("/mine", to=desk.backend)
    await desk.ivan.say("/mine")
    await desk.settle()
    assert "#1" in desk.backend.general.last.text
    at_home = desk.telegram.staff.general.last
    assert any(entity.get("url", "").endswith(f"/{desk.home.id}") for entity in at_home.entities)
    await desk.tap(desk.ivan, "Take back", topic=desk.home)
    await desk.boris.say("/queue", to=desk.backend)
    await desk.settle()
    assert "#1" not in desk.backend.general.last.text


async def test_a_group_that_gets_another_id_keeps_its_guests(desk: Services) -> None:
    await desk.transfer()
    await desk.tap(desk.boris, "Pick up", topic=desk.there)
    await desk.says(desk.boris, "Which card is it?", desk.there)
    desk.backend.chat.type = "group"
    await desk.telegram.migrate(desk.backend)
    await desk.settle()
    await desk.anna_says("Anybody there?")
    assert "With Backend: Boris" in desk.guest_card.text
    assert [text for text in desk.said(desk.there) if "Boris: Which card is it?" in text]
    assert desk.said(desk.there)[-1] == "Anybody there?"
    await desk.says(desk.boris, "Yes", desk.there)
    assert desk.told()[-1] == "Yes"


async def test_a_desk_of_one_service_has_no_such_button(telegram: LocalTelegram, tmp_path: Path) -> None:
    async with living(telegram, tmp_path) as life:
        await life.tap(life.ivan, "Take")
        assert "To another service" not in life.card.labels
