"""Entities that Telegram finds by itself: commands, mentions, hashtags, links and addresses.

Close to tdlib's rules, not equal: a bare host counts as a link only with one of a few endings, and phone
numbers, cashtags and bank cards are not looked for.
"""

from __future__ import annotations

import re

from bot.sandbox.entities import Entity
from bot.sandbox.utf16 import widen

_ENDINGS = "com|org|net|info|biz|dev|app|io|me|co|ai|edu|gov|ru|su|uk|de|fr|es|it|nl|pl|ua|by|kz|eu|us|xyz"
_HOST = r"(?:[\w-]+\.)+"
_FOUND = re.compile(
    rf"""
    (?P<email>(?<![\w.+-])[A-Za-z0-9][A-Za-z0-9.+_-]{{0,63}}@{_HOST}[A-Za-z]{{2,}}(?![\w@]))
    |(?P<url>(?<![\w@/.])
        (?:https?://(?:{_HOST}\w{{2,}}|localhost)|{_HOST}(?:{_ENDINGS})(?![\w-]))
        (?::\d{{1,5}})?(?:[/?\#][^\s<>"]*)?)
    |(?P<mention>(?<!\w)@[A-Za-z][A-Za-z0-9_]{{1,31}}(?!\w))
    |(?P<hashtag>(?<!\w)\#(?=\w*[^\W\d_])\w{{1,256}}(?![\w\#]))
    |(?P<bot_command>(?<![\w/<>])/[A-Za-z0-9_]{{1,64}}(?:@[A-Za-z0-9_]{{3,32}})?(?![\w/<>@]))
    """,
    re.VERBOSE,
)
_TAIL = ".,:;!?'\")]}»"


def detect(text: str) -> list[Entity]:
    """Entities found in a text, sorted; offsets in UTF-16 units."""
    entities = []
    for found in _FOUND.finditer(widen(text)):
        kind = str(found.lastgroup)
        extent = _link(found.group()) if kind == "url" else found.group()
        entities.append({"type": kind, "offset": found.start(), "length": len(extent)})
    return entities


def _link(link: str) -> str:
    """Without the punctuation of the sentence behind it; a closing bracket stays when the link opens it."""
    while link and link[-1] in _TAIL and not (link[-1] == ")" and link.count("(") >= link.count(")")):
        link = link[:-1]
    return link
