"""Answers to button presses."""

from __future__ import annotations

from bot.sandbox.errors import bad_request
from bot.sandbox.methods.registry import method
from bot.sandbox.params import Call

LONGEST_ANSWER = 200


@method("answerCallbackQuery")
def answer_callback_query(call: Call) -> bool:
    """A second answer within the window is taken and changes nothing that the person sees."""
    world = call.world
    query = world.queries.get(call.text("callback_query_id"))
    text = call.text("text")
    if query is None or world.clock.seconds() - query.asked_at > world.settings.query_window:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    if len(text) > LONGEST_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    answer = query.answer
    if not answer.given:
        answer.given, answer.text, answer.alert = True, text or None, call.flag("show_alert")
        world.events.emit("answer", person=query.person.id, query=query.id, text=answer.text, alert=answer.alert)
    return True
