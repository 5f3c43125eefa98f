"""What has become of a message: seen, not delivered, sent again; and nothing lost on the way."""

from __future__ import annotations

from bot.sandbox.views import Message
from tests.journeys.talk import Talk, copy_of, said, texts


def failures(talk: Talk) -> list[Message]:
    return [message for message in said(talk.topic) if message.text.startswith("💔 Not delivered")]


async def test_a_blocked_customer_costs_a_heart_a_line_and_nothing_else(talk: Talk) -> None:
    await talk.anna.block()
    await talk.settle()
    assert "the customer has blocked the bot" in said(talk.topic)[-1].text
    reply = await talk.ivan_says("Are you there?")
    assert reply.reactions == ["💔"]
    (told,) = failures(talk)
    assert told.text == "💔 Not delivered: the customer has blocked the bot."
    assert (told.reply_to, told.labels) == (reply, ["Send again"])


async def test_after_the_block_is_over_retry_delivers_it(talk: Talk) -> None:
    await talk.anna.block()
    reply = await talk.ivan_says("Are you there?")
    await talk.anna.unblock()
    await talk.settle()
    assert "can be reached again" in said(talk.topic)[-1].text
    assert texts(said(talk.anna.chat)).count("Are you there?") == 0
    await talk.olga.tap("Send again", topic=talk.topic)
    await talk.settle()
    assert talk.anna.chat.last.text == "Are you there?"
    assert reply.reactions == ["👌"]
    assert failures(talk)[0].labels == []


async def test_retry_sends_the_text_as_it_is_now_and_a_whole_album(talk: Talk) -> None:
    await talk.anna.block()
    reply = await talk.ivan_says("Are yuo there?")
    await talk.ivan.album(["photo", "photo"], topic=talk.topic)
    await talk.settle()
    await talk.ivan.edit(reply, text="Are you there?")
    await talk.anna.unblock()
    await talk.settle()
    for told in failures(talk):
        await talk.ivan.tap("Send again", on=told)
        await talk.settle()
    shown = said(talk.anna.chat)[-3:]
    assert [message.text or message.media for message in shown] == ["Are you there?", "photo", "photo"]


async def test_retry_pressed_by_several_people_sends_once(talk: Talk) -> None:
    await talk.anna.block()
    await talk.ivan_says("Are you there?")
    await talk.anna.unblock()
    await talk.settle()
    (told,) = failures(talk)
    for person in (talk.ivan, talk.olga, talk.lena):
        await person.tap("Send again", on=told)
    await talk.settle()
    late = await talk.olga.press(told, data="r:1")
    await talk.settle()
    assert texts(said(talk.anna.chat)).count("Are you there?") == 1
    assert late.text == "This is no longer current."


async def test_retry_while_still_blocked_tells_again(talk: Talk) -> None:
    await talk.anna.block()
    await talk.ivan_says("Are you there?")
    await talk.ivan.tap("Send again", topic=talk.topic)
    await talk.settle()
    assert [told.labels for told in failures(talk)] == [[], ["Send again"]]


async def test_slashes_make_a_note_of_what_was_not_delivered(talk: Talk) -> None:
    await talk.anna.block()
    reply = await talk.ivan_says("Are you there?")
    await talk.ivan.edit(reply, text="// Are you there?")
    await talk.settle()
    assert "Stopped in time" in said(talk.topic)[-1].text
    await talk.anna.unblock()
    pressed = await talk.ivan.tap("Send again", on=failures(talk)[0])
    await talk.settle()
    assert pressed.text == "This is no longer current."
    assert "Are you there?" not in talk.anna.chat.transcript()


async def test_a_deleted_account_is_named_as_the_reason(talk: Talk) -> None:
    await talk.anna.deactivate()
    reply = await talk.ivan_says("Are you there?")
    assert failures(talk)[0].text == "💔 Not delivered: the customer's account was deleted."
    assert reply.reactions == ["💔"]


async def test_an_outage_loses_nothing_and_keeps_the_order(talk: Talk) -> None:
    before = said(talk.topic)[-1], talk.anna.chat.last
    talk.telegram.faults.down = True
    for number in range(3):
        await talk.anna.say(f"anna {number}")
        await talk.ivan.say(f"ivan {number}", topic=talk.topic)
        await talk.telegram.clock.advance(20)
    talk.telegram.faults.down = False
    await talk.later()
    assert texts(said(talk.topic, after=before[0])) == ["anna 0", "anna 1", "anna 2"]
    assert texts(said(talk.anna.chat, after=before[1])) == ["ivan 0", "ivan 1", "ivan 2"]


async def test_a_deleted_topic_is_made_anew_with_its_card_and_nothing_is_lost(talk: Talk) -> None:
    old = talk.topic
    await talk.telegram.delete_topic(old)
    first = await talk.anna_says("Is anybody there?")
    second = await talk.anna_says("Hello?")
    await talk.later()
    assert talk.topic.id != old.id
    assert talk.topic.name == old.name
    words = texts(said(talk.topic))
    assert words[0] == talk.card.text
    assert "Payment fails with error 500." in words[0]
    assert [text for text in words if text in (first.text, second.text)] == [first.text, second.text]
    assert any("sent the request" in text for text in words), "the history comes along"
    assert first.reactions == ["👌"]
    reply = await talk.ivan_says("Here we are", reply_to=copy_of(first, talk.topic))
    assert copy_of(reply, talk.anna.chat).reply_to == first
    assert len(talk.telegram.staff.topics) == 1


async def test_a_command_in_a_topic_that_is_deleted_at_once_is_forgotten(talk: Talk) -> None:
    talk.hold(talk.telegram.staff)
    await talk.ivan_says("/history")
    await talk.telegram.delete_topic(talk.topic)
    before = len(talk.telegram.calls)
    await talk.later()
    assert len(talk.telegram.calls) - before < 10


async def test_a_burst_keeps_its_order_and_meets_no_limit(talk: Talk) -> None:
    """30 messages each way, within what a group and a private chat may get; the group gets several as one."""
    before = said(talk.topic)[-1], said(talk.anna.chat)[-1]
    for number in range(30):
        await talk.anna.say(f"anna {number}")
        await talk.ivan.say(f"ivan {number}", topic=talk.topic)
    await talk.later()
    words = "\n\n".join(texts(said(talk.topic, after=before[0])))
    assert words.split("\n\n") == [f"anna {number}" for number in range(30)]
    assert texts(said(talk.anna.chat, after=before[1])) == [f"ivan {number}" for number in range(30)]


async def test_words_wait_as_long_as_telegram_does_not_say_who_their_author_is(talk: Talk) -> None:
    silence = talk.telegram.faults.server_error(method="getChatMember", times=12)
    await talk.telegram.clock.advance(61)
    before = talk.anna.chat.last
    await talk.ivan.say("Still here", topic=talk.topic)
    await talk.telegram.clock.advance(50)
    assert talk.anna.chat.last == before
    await talk.telegram.clock.advance(30)
    assert silence.times == 0
    assert talk.anna.chat.last.text == "Still here"


async def test_a_heart_is_gone_when_it_is_tried_again_although_the_group_is_too_busy_for_a_mark(talk: Talk) -> None:
    await talk.anna.block()
    reply = await talk.ivan_says("Are you there?")
    await talk.anna.unblock()
    await talk.settle()
    for number in range(20):
        await talk.anna.say(f"Hello {number}")
    await talk.olga.tap("Send again", topic=talk.topic)
    await talk.settle()
    assert copy_of(reply, talk.anna.chat).text == "Are you there?"
    assert reply.reactions == []
