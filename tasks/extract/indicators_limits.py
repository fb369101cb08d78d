"""A limit that takes the place of another one: 10人以下的教学点1900个，100人以下的7900个 counts 100人以下的教学点."""

from __future__ import annotations

import re

from tasks.extract.cues import ABOUT

_LIMIT = r"[0-9][0-9.,]*[万亿]?(?P<{unit}>[\u3400-\u9fff]{{1,3}}?)(?:[及或]?以[上下内])"
# Which it is of those counted before, and nothing else but how it is said.
_ONLY_LIMIT = re.compile(
    rf"[\s，；、而其中在]*(?P<limit>{_LIMIT.format(unit='unit')})的?(?:则|也|共|已|就|还|仅|只|分别|有|是|为|占|达|{ABOUT}|超过?)*"
)
_NAMED = re.compile(_LIMIT.format(unit="old"))


def relimited(name: str, before: str) -> str:
    """A name taken over from before with the limit that the words before a number put in place of its own."""
    if "以" not in before or "以" not in name:
        return name
    own = _ONLY_LIMIT.fullmatch(before.replace("\x01", ""))
    old = _NAMED.search(name)
    if own is None or old is None or own["unit"] != old["old"]:
        return name
    return name[: old.start()] + own["limit"] + name[old.end() :]
