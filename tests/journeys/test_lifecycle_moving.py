"""Words in the wrong ticket, and requests that came by telephone."""

from __future__ import annotations

from pathlib import Path

from bot.sandbox.telegram import LocalTelegram
from tests.journeys.life import Life, Request, living
from tests.journeys.talk import Talk, copy_of, said, texts

SLOW = "Reports are slow today."


async def test_a_message_is_moved_with_all_that_follows_from_it(talk: Talk) -> None:
    await talk.another_request(text=SLOW)
    boris = talk.telegram.customer("Boris")
    await boris.start()
    await talk.another_request(boris, "The export is empty.")
    await talk.later()
    notice = next(message for message in said(talk.anna.chat) if message.text.startswith("#1 received"))
    words = await talk.anna_says("The second report is slow as well", reply_to=notice)
    copy = copy_of(words, talk.topic)
    for command, on, refusal in (
        ("/move", copy, "Which ticket? For example: /move 12"),
        ("/move 2", None, "Reply with /move 12 or /move new to a message of the customer in this topic."),
        ("/move 2", talk.card, "Reply with /move 12 or /move new to a message of the customer in this topic."),
        ("/move 1", copy, "That is #1 itself. Please name another one."),
        ("/move 3", copy, "#3 is another customer's: the message stays here."),
    ):
        await talk.olga_says(command, reply_to=on)
        assert said(talk.topic)[-1].text == refusal
    await talk.olga_says("/move 2", reply_to=copy)
    assert said(talk.topic)[-1].text == "➡️ Moved to #2 by Olga."
    assert said(talk.topic)[-1].reply_to == copy
    there = copy_of(words, talk.topic_of(2))
    told = talk.anna.chat.last
    assert (told.text, told.reply_to) == ("This message belongs to #2 now.", words)
    await talk.anna.edit(words, text="The third report is slow as well")
    await talk.settle()
    assert (there.text, copy.text) == ("The third report is slow as well", "The second report is slow as well")
    await talk.olga_says("Which one?", topic=talk.topic_of(2), reply_to=there)
    answer = talk.anna.chat.last
    assert (answer.text, answer.reply_to) == ("#2 · Which one?", words)
    await talk.anna_says("The green one", reply_to=words)
    assert said(talk.topic_of(2))[-1].text == "The green one"
    await talk.olga_says("To whom?", reply_to=copy)
    assert "To whom?" not in talk.anna.chat.transcript(), "what has moved is no word of this ticket any more"
    await talk.ivan_says("/history")
    assert "Olga: moved a message of the customer from #1 to #2" in said(talk.topic)[-1].text


async def test_texts_that_came_as_one_message_move_as_one(talk: Talk) -> None:
    await talk.another_request(text=SLOW)
    await talk.later()
    notice = next(message for message in said(talk.anna.chat) if message.text.startswith("#1 received"))
    talk.hold(talk.telegram.staff)
    await talk.anna_says("First of all", reply_to=notice)
    for text in ("Report five", "Report six"):
        await talk.anna_says(text, reply_to=notice)
    await talk.later()
    copy = next(message for message in said(talk.topic) if "Report five\n\nReport six" in message.text)
    await talk.ivan_says("/move 2", reply_to=copy)
    await talk.later()
    there = "\n".join(texts(said(talk.topic_of(2))))
    for text in copy.text.split("\n\n"):
        assert text in there
    assert said(talk.topic)[-1].text == "➡️ Moved to #2 by Ivan."


async def test_an_album_becomes_a_request_of_its_own(talk: Talk) -> None:
    album = await talk.anna.album(["photo", "photo"], caption="The printer is on fire")
    await talk.later()
    copy = next(message for message in said(talk.topic) if message.text == "The printer is on fire")
    await talk.ivan_says("/move new", reply_to=copy)
    await talk.later()
    topic = talk.topic_of(2)
    assert topic.name == "#2 · PROD · The printer is on fire"
    card, *rest = said(topic)
    assert "Filed by: Ivan" in card.text
    assert [message.media for message in rest] == ["photo", "photo"]
    assert rest[0].media_group_id == rest[1].media_group_id is not None
    assert rest[0].file_id == album[0].file_id
    assert "Ivan has written a request for you: #2 · The printer is on fire." in talk.anna.chat.last.text


async def test_the_staff_file_a_ticket_for_a_customer(telegram: LocalTelegram, tmp_path: Path) -> None:
    boris = telegram.customer("Boris", username="boris", language="ru")
    async with living(telegram, tmp_path, [Request(boris, "The export is empty.")]) as life:
        general = telegram.staff.general
        for command, refusal in (
            ("/file", "For whom? /file @username and the words, or /file 17 and the words for the customer of #17."),
            ("/file @nobody It is broken", "@nobody has not started the bot, so it cannot write to them."),
            ("/file 99 It is broken again", "There is no such ticket."),
            ("/file 1 short", "Please say a little more: 10 characters at least."),
        ):
            await life.staff_says(life.olga, command, topic=general)
            assert general.last.text.startswith(refusal)
        await life.staff_says(life.olga, "/file @Boris By phone: <b>nothing</b> works\nsince noon", topic=general)
        assert general.last.text == "#3 is filed. The customer was told."
        card = life.card_of(3)
        for part in (
            "Received",
            "Filed by: Olga",
            "From: Boris @boris",
            "By phone: <b>nothing</b> works",
            "since noon",
        ):
            assert part in card.text
        assert boris.chat.last.text.startswith(
            "Для вас создано обращение #3 · By phone: <b>nothing</b> works. Кто создал: Olga."
        )
        assert boris.chat.last.labels == ["Закрыть обращение"]
        await boris.say("Спасибо", reply_to=boris.chat.last)
        await life.settle()
        assert life.said(3)[-1] == "Спасибо"
        await life.olga_says("/file The invoices are gone, too")
        assert "Where: PROD" in life.card_of(4).text
        assert "From: Anna" in life.card_of(4).text
        await _with_files(life)
        await life.staff_says(life.olga, "/history 3", topic=general)
        assert "Olga: filed the request for the customer" in general.last.text


async def test_the_whole_history_is_told_and_taken_along(life: Life) -> None:
    await life.tap(life.ivan, "Take")
    await life.ivan_says("// it is the gate, as always")
    await life.complete("It works again.")
    await life.tap(life.anna, "Solved", "2 ⭐")
    await life.anna_says("/my")
    await life.tap(life.anna, "#1 · Payment fails with error 500.", "What happened")
    told = life.anna.chat.last.text
    for part in ("You sent the request.", "Ivan started to work on it.", "We finished our work on it.", "Your mark: 2"):
        assert part in told
    assert "fault" not in told.lower(), "the cause is the staff's"
    boris = life.telegram.customer("Boris")
    await boris.start()
    await life.settle()
    assert await life.press(boris, "t:1:0:story:0", on=boris.chat.last) == "There is no such ticket."

    await life.staff_says(life.olga, "/history 1 file", topic=life.telegram.staff.general)
    sent = life.telegram.staff.general.last
    assert (sent.media, sent.text) == ("document", "#1: all moves and messages.")
    file = life.telegram.world.files.by_id[sent.file_id or ""]
    assert file.name == "ticket-1.txt"
    words = file.data.decode()
    for part in (
        "Anna (customer):\n    Payment fails with error 500.", "Ivan: took it", "// it is the gate, as always",
        "Ivan (to the customer):\n    It works again.", "completed it (Software fault)", "Anna: gave 2 ⭐",
    ):  # fmt: skip
        assert part in words, part


async def _with_files(life: Life) -> None:
    """What has come by telephone may have come with a picture: in the caption, as an album, or answered."""
    general = life.telegram.staff.general
    photo = await life.olga.send("photo", caption="/file @boris The page is blank", topic=general)
    await life.settle()
    assert general.last.text == "#5 is filed. The customer was told."
    assert "The page is blank" in life.card_of(5).text
    assert "Attachments: 1" in life.card_of(5).text
    shown = life.topic_of(5).last
    assert (shown.file_id, shown.text, photo.reactions) == (photo.file_id, "", ["👌"])
    # An album, in the topic of a ticket that is Ivan's: nothing of it is a reply.
    await life.tap(life.ivan, "Take")
    told = len(life.anna.chat.messages)
    await life.ivan.album(["photo", "photo"], caption="/file short", topic=life.topic)
    await life.settle()
    assert life.said()[-1].startswith("Please say a little more")
    await life.later()
    assert len(life.anna.chat.messages) == told
    album = await life.ivan.album(["photo", "photo"], caption="/file It is blank here, too", topic=life.topic)
    await life.later()
    media = [one.file_id for one in life.topic_of(6).messages if one.media]
    assert media == [one.file_id for one in album]
    assert "Attachments: 2" in life.card_of(6).text
    assert len(life.anna.chat.messages) == told + 1, "that it was filed"
    # As a reply: to a note, which stays without its words; to what the customer has sent, which stays where it is.
    note = await life.olga.send("document", file_name="gate.log", caption="// Anna is hopeless", topic=life.topic)
    notice = next(one for one in said(life.anna.chat) if one.text.startswith("#1 received"))
    hers = await life.anna.send("photo", caption="Look", reply_to=notice)
    await life.later()
    copy = next(one for one in life.topic.messages if one.file_id == hers.file_id)
    for number, on, file in ((7, note, note.file_id), (8, copy, hers.file_id)):
        await life.olga_says("/file The gate is down again", reply_to=on)
        await life.later()
        assert [one.file_id for one in life.topic_of(number).messages if one.media] == [file]
    assert "hopeless" not in life.topic_of(7).transcript()
    assert "hopeless" not in life.anna.chat.transcript()
    assert [one.file_id for one in life.topic.messages if one.media][-1] == copy.file_id
