"""Addresses out of pages, brought into one form: no page can name a URL that later code stumbles over."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote, urldefrag, urljoin, urlsplit

import httpx

LONGEST_URL = 4_000
_SCHEMES = ("http://", "https://")
_SPACE = re.compile(r"[\x00-\x20\x7f-\x9f\u3000]+")


def absolute_url(base: str, target: str) -> str | None:
    """The web address that a link on a page means, in one form; None when it means none.

    Scheme and host in lower case, no default port, no fragment, everything beyond ASCII percent-encoded.
    """
    text = _SPACE.sub(" ", target).strip().replace(" ", "%20")
    if not text or len(text) > LONGEST_URL:
        return None
    try:
        joined = urldefrag(urljoin(base, text))[0]
        if not joined.lower().startswith(_SCHEMES):
            return None
        url = httpx.URL(joined)
        return str(url) if url.host and not url.userinfo and 0 < (url.port or 80) < 1 << 16 else None
    except (httpx.InvalidURL, ValueError, UnicodeError):
        return None


def host_of(url: str) -> str:
    """The host of a URL in lower case; empty when it has none."""
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""


def is_host_of(host: str, hosts: Iterable[str]) -> bool:
    """Whether a host is one of these or a subdomain of one."""
    return any(host == each or host.endswith(f".{each}") for each in hosts)


def printable(name: str) -> str:
    """A file's or member's name that any table can hold, unlike that of any other file.

    Control characters, signs that mean something in a URL and bytes that are no text are percent-encoded.
    """
    return "".join(_kept_or_encoded(character) for character in name)


def _kept_or_encoded(character: str) -> str:
    if character.isprintable() and character not in "%?#\\":
        return character
    return quote(character.encode("utf-8", "surrogateescape" if "\udc80" <= character <= "\udcff" else "surrogatepass"))
