"""Groups of provinces that a text only counts, or names by the letters that they are written with."""

from __future__ import annotations

import re

from tasks.extract.gazetteer import words
from tasks.extract.sought import Sought

# 晋、陕、甘、宁、豫5省区; 闽赣两省; 沪苏浙皖四地.
_LETTER = f"[{words()['province_letters']}]"
_COUNTER = (
    "(?:[0-9]{1,2}|[两三四五六七八九十]{1,2})个?(?:省区市|省区|省市|省份?|区市)"
    "(?![级内]|[^，。]{0,2}(?:交界|接壤|毗邻|结合部))"
)
_LETTERS = re.compile(
    f"(?<![赴到往来自、]){_LETTER}(?:、{_LETTER}){{2,16}}等?{_COUNTER}|(?<![一-鿿]){_LETTER}{{2,6}}{_COUNTER}"
    f"|(?<!{_LETTER})(?!京津冀){_LETTER}{{2,6}}[两三四五六]地(?![级区方])"
)
# 黄河流域9省区, 长江沿线11个省市.
_ALONG = Sought(f"(?:黄河|长江|淮河|珠江|海河|沿黄|沿江|沿海|沿边|运河)(?:流域|沿线|沿岸|经济带)?的?{_COUNTER}")
# 甲市和乙市深化合作。目前，两地…: the two that were named before.
_WHEN = "现在|目前|如今|眼下|近年来|今年以来|今年|去年|同时|此外|未来|截至目前"
_DEALINGS = (
    "(?:联[合手]|携手|共[同建享有]|合作|协同|一体|之?间|累计|已|还|将)(?![，。、])"
    "|的?(?:贸易|进出口|经济|产业|企业|群众|居民|西部)"
)
_BOTH = re.compile(
    rf"(?:^|[。！？；\n])[\s　]{{0,8}}+(?:(?:{_WHEN})，?){{0,2}}"
    rf"(?P<name>(?:[两三]地(?!级|区)|两省[区市]?|两市)(?={_DEALINGS}))"
)


def groups(text: str) -> list[tuple[int, int]]:
    """Where groups of provinces stand."""
    return [found.span() for pattern in (_LETTERS, _ALONG) for found in pattern.finditer(text)]


def both(text: str) -> list[tuple[int, int]]:
    """Where a sentence is about the two or three places that were named before it."""
    return [found.span("name") for found in _BOTH.finditer(text)] if "两" in text or "三地" in text else []
