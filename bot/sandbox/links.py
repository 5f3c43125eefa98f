"""Links as Telegram accepts and rewrites them (behaviour of tdlib's LinkManager and URL parser)."""

from __future__ import annotations

import re
from ipaddress import AddressValueError, IPv6Address

_SCHEME = re.compile(r"([^:/?#@\[\]]*)://")
_PORT = re.compile(r"(?<=.):([^:\]@]*)$", re.DOTALL)
_ALLOWED = re.compile(r"(?:[A-Za-z0-9.\-_!$,~*'();&+=\u0080-\U0010ffff]|%[0-9A-Fa-f]{2})*")
_ALLOWED_USER = re.compile(r"(?:[A-Za-z0-9.\-_!$,~*'();&+=:\u0080-\U0010ffff]|%[0-9A-Fa-f]{2})*")
_OWN_SCHEME = re.compile(r"(tg|tonsite|ton):(?://)?", re.IGNORECASE)
_USER = re.compile(r"tg:(?://)?user/?\?(?:[^#]*&)?id=(\d+)(?=[&#]|$)", re.IGNORECASE)


class BadLinkError(ValueError):
    """Why a link is refused, in Telegram's words."""


def checked_link(link: str) -> str:
    """The link as Telegram stores it: with a scheme, the host in lower case and a path."""
    own = _OWN_SCHEME.match(link)
    if own is not None:
        return _own_link(own.group(1).lower(), link[own.end() :])
    scheme, userinfo, host, port, path = _parts(link)
    if "." not in host and not host.startswith("["):
        raise BadLinkError("Wrong HTTP URL")
    return f"{scheme}://{userinfo}{'@' if userinfo else ''}{host}{f':{port}' if port else ''}{path}"


def linked_user(link: str) -> int | None:
    """The user of a ``tg://user?id=`` link."""
    found = _USER.match(link)
    return (int(found.group(1)) or None) if found else None


def _own_link(scheme: str, rest: str) -> str:
    protocol, userinfo, host, port, path = _parts(rest)
    dots = "." if scheme == "tonsite" else ""
    if rest.lower().startswith("http://") or protocol == "https" or userinfo or port or host.startswith("["):
        raise BadLinkError("Wrong tg URL" if scheme == "tg" else "Wrong ton URL")
    if not re.fullmatch(rf"[A-Za-z0-9\-_{dots}]*", host):
        raise BadLinkError("Unallowed characters in URL host")
    return f"{scheme}://{host}{path.removeprefix('/') if path.startswith('/?') else path}"


def _parts(link: str) -> tuple[str, str, str, int, str]:
    """Scheme, user, host, port (0: none) and everything behind the host."""
    scheme, rest = "http", link
    named = _SCHEME.match(link)
    if named is not None:
        scheme, rest = named.group(1).lower(), link[named.end() :]
        if scheme not in ("http", "https"):
            raise BadLinkError("Unsupported URL protocol")
    cut = re.search(r"[/?#]|$", rest)
    end = cut.start() if cut else len(rest)
    place, port = _port(rest[:end])
    userinfo, _, host = place.rpartition("@")
    _check_host(host, userinfo)
    return scheme, userinfo, host.lower(), port, _path(rest[end:])


def _port(place: str) -> tuple[str, int]:
    found = _PORT.search(place)
    if found is None:
        return place, 0
    digits = found.group(1)
    port = int(digits) if re.fullmatch(r"[0-9]{1,9}", digits) else 0
    if not 0 < port <= 65535:
        raise BadLinkError("Wrong port number specified in the URL")
    return place[: found.start()], port


def _check_host(host: str, userinfo: str) -> None:
    if host.startswith("[") and host.endswith("]"):
        try:
            IPv6Address(host[1:-1])
        except AddressValueError:
            raise BadLinkError("Wrong IPv6 address specified in the URL") from None
        return
    if not host:
        raise BadLinkError("URL host is empty")
    if host == ".":
        raise BadLinkError("Host is invalid")
    _check_part(host, "host", _ALLOWED)
    _check_part(userinfo, "userinfo", _ALLOWED_USER)


def _check_part(part: str, name: str, allowed: re.Pattern[str]) -> None:
    good = allowed.match(part)
    rest = part[good.end() :] if good else part
    if rest:
        what = "Wrong percent-encoded symbol" if rest[0] == "%" else "Disallowed character"
        raise BadLinkError(f"{what} in URL {name}")


def _path(rest: str) -> str:
    path = rest.rstrip(" \t\r\n\v\0")
    if not path.startswith("/"):
        path = "/" + path
    return re.sub(r"[\x00-\x20]", lambda found: f"%{ord(found.group()):02X}", path)
