"""Letters and contents as calls of the Bot API."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from aiogram.methods import (
    EditMessageCaption,
    EditMessageMedia,
    EditMessageText,
    SendAnimation,
    SendAudio,
    SendContact,
    SendDocument,
    SendLocation,
    SendMediaGroup,
    SendMessage,
    SendPhoto,
    SendPoll,
    SendSticker,
    SendVenue,
    SendVideo,
    SendVideoNote,
    SendVoice,
    SetMessageReaction,
    TelegramMethod,
)
from aiogram.types import (
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaAnimation,
    InputMediaAudio,
    InputMediaDocument,
    InputMediaPhoto,
    InputMediaVideo,
    InputPollOption,
    LinkPreviewOptions,
    MessageEntity,
    ReactionTypeEmoji,
    ReactionTypeUnion,
    ReplyParameters,
)

from bot.domain.content import Content, ContentKind
from bot.screens.letter import Document, Keyboard, Letter

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a call goes: a chat, and a topic of it or None."""

    chat_id: int
    topic_id: int | None = None


@dataclass(frozen=True, slots=True)
class Answers:
    """What a message answers over there, and which words of it, formatted as they are there."""

    message_id: int
    quote: str | None = None
    entities: tuple[dict[str, Any], ...] = ()


Call = TelegramMethod[Any]


def send_letter(spot: Spot, letter: Letter, *, styled: bool = True) -> Call:
    return SendMessage(
        chat_id=spot.chat_id,
        message_thread_id=spot.topic_id,
        text=letter.html,
        parse_mode="HTML",
        reply_markup=markup(letter.keyboard, styled=styled),
        reply_parameters=_reply(Answers(letter.reply_to) if letter.reply_to else None),
        link_preview_options=NO_PREVIEW,
    )


def edit_letter(spot: Spot, message_id: int, letter: Letter, *, styled: bool = True) -> Call:
    return EditMessageText(
        chat_id=spot.chat_id,
        message_id=message_id,
        text=letter.html,
        parse_mode="HTML",
        reply_markup=markup(letter.keyboard, styled=styled),
        link_preview_options=NO_PREVIEW,
    )


def send_document(spot: Spot, document: Document) -> Call:
    return SendDocument(
        chat_id=spot.chat_id,
        message_thread_id=spot.topic_id,
        document=BufferedInputFile(document.text.encode(), document.name),
        caption=document.caption,
        parse_mode="HTML",
    )


def send_content(
    spot: Spot, content: Content, answers: Answers | None, keyboard: Keyboard = (), *, styled: bool = True
) -> Call:
    """The method that says this kind again, with what was stored of it."""
    common: dict[str, Any] = {
        "chat_id": spot.chat_id,
        "message_thread_id": spot.topic_id,
        "reply_parameters": _reply(answers),
        "reply_markup": markup(keyboard, styled=styled),
    }
    caption: dict[str, Any] = {
        "caption": content.text or None,
        "caption_entities": _entities(content),
        "parse_mode": None,
    }
    file = content.file_id or ""
    data = content.data
    match content.kind:
        case ContentKind.PHOTO:
            return SendPhoto(photo=file, **data, **caption, **common)
        case ContentKind.VIDEO:
            return SendVideo(video=file, **data, **caption, **common)
        case ContentKind.ANIMATION:
            return SendAnimation(animation=file, **data, **caption, **common)
        case ContentKind.AUDIO:
            return SendAudio(audio=file, **caption, **common)
        case ContentKind.VOICE:
            return SendVoice(voice=file, **caption, **common)
        case ContentKind.DOCUMENT:
            return SendDocument(document=file, **caption, **common)
        case ContentKind.VIDEO_NOTE:
            return SendVideoNote(video_note=file, **common)
        case ContentKind.STICKER:
            return SendSticker(sticker=file, **common)
        case ContentKind.LOCATION:
            return SendLocation(**data, **common)
        case ContentKind.VENUE:
            return SendVenue(**data, **common)
        case ContentKind.CONTACT:
            return SendContact(**data, **common)
        case ContentKind.POLL:
            return _poll(data, common)
        case ContentKind.TEXT | ContentKind.DICE | ContentKind.OTHER:
            return SendMessage(text=content.text, entities=_entities(content), parse_mode=None, **common)


def send_album(spot: Spot, contents: Sequence[Content], answers: Answers | None) -> Call:
    """2–10 items; Telegram does not mix documents or audio with others, and people's albums never do."""
    return SendMediaGroup(
        chat_id=spot.chat_id,
        message_thread_id=spot.topic_id,
        media=[_medium(content) for content in contents],
        reply_parameters=_reply(answers),
    )


def amend_content(
    spot: Spot, message_id: int, content: Content, keyboard: Keyboard = (), *, styled: bool = True
) -> Call | None:
    """Put a newer content in the place of an older one; None for kinds that Telegram never changes.

    Without the keyboard that stands there the edit would take it away.
    """
    where: dict[str, Any] = {
        "chat_id": spot.chat_id,
        "message_id": message_id,
        "reply_markup": markup(keyboard, styled=styled),
    }
    match content.kind:
        case ContentKind.TEXT:
            return EditMessageText(text=content.text, entities=_entities(content), parse_mode=None, **where)
        case ContentKind.VOICE:
            caption: dict[str, Any] = {
                "caption": content.text,
                "caption_entities": _entities(content),
                "parse_mode": None,
            }
            return EditMessageCaption(**caption, **where)
        case ContentKind.PHOTO | ContentKind.VIDEO | ContentKind.ANIMATION | ContentKind.AUDIO | ContentKind.DOCUMENT:
            return EditMessageMedia(media=_medium(content), **where)
        case _:
            return None


def reaction(spot: Spot, message_id: int, emoji: str | None) -> SetMessageReaction:
    """The bot's one mark on a message; None takes it away."""
    marks: list[ReactionTypeUnion] = [ReactionTypeEmoji(emoji=emoji)] if emoji else []
    return SetMessageReaction(chat_id=spot.chat_id, message_id=message_id, reaction=marks)


def _medium(content: Content) -> Any:
    about: dict[str, Any] = {
        "media": content.file_id or "",
        "caption": content.text or None,
        "caption_entities": _entities(content),
        "parse_mode": None,
    }
    looks = content.data
    match content.kind:
        case ContentKind.PHOTO:
            return InputMediaPhoto(**looks, **about)
        case ContentKind.VIDEO:
            return InputMediaVideo(**looks, **about)
        case ContentKind.ANIMATION:
            return InputMediaAnimation(**looks, **about)
        case ContentKind.AUDIO:
            return InputMediaAudio(**about)
        case _:
            return InputMediaDocument(**about)


def _poll(data: dict[str, Any], common: dict[str, Any]) -> Call:
    return SendPoll(
        question=data["question"],
        options=[InputPollOption(text=text) for text in data["options"]],
        is_anonymous=data.get("is_anonymous", True),
        allows_multiple_answers=data.get("allows_multiple_answers", False),
        **common,
    )


def _entities(of: Content | Answers) -> list[MessageEntity] | None:
    return [MessageEntity.model_construct(**entity) for entity in of.entities] or None


def _reply(answers: Answers | None) -> ReplyParameters | None:
    if answers is None:
        return None
    return ReplyParameters(
        message_id=answers.message_id,
        allow_sending_without_reply=True,
        quote=answers.quote,
        quote_entities=_entities(answers),
        quote_parse_mode=None,
    )


def markup(keyboard: Keyboard, *, styled: bool) -> InlineKeyboardMarkup | None:
    if not keyboard:
        return None
    rows = [
        [
            InlineKeyboardButton(
                text=button.text, callback_data=button.data, style=(button.style.value or None) if styled else None
            )
            for button in row
        ]
        for row in keyboard
    ]
    return InlineKeyboardMarkup(inline_keyboard=rows)
