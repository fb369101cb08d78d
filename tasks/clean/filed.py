"""Lines that name an outlet without a label: papers of Taiwan (青石日報 記者周志遠／台北即時報導), journals."""

from __future__ import annotations

import re

MAX_LINE, REACH = 80, 120
_NAME = r"[\u3400-\u9fff]{2,4}"
_NAMES = rf"(?P<names>{_NAME}(?:[、,\s]+{_NAME}){{0,3}})[\s\x1f]*/[\s\x1f]*[\u3400-\u9fff]{{2,6}}?"
"""Who wrote, a stroke, and where from or how."""
_FILED = re.compile(
    r"(?:^|[\x1f|])\s*[(（〔\[]?(?:[A-Z]{2,8}(?=\s*记者)|(?P<house>[\u3400-\u9fff]{2,8}?))?[\s\x1f]*/?[\s\x1f]*(?:特派|综合|特约)?(?:记者|编译)\s*"
    rf"{_NAMES}(?:即时|综合|专题|外电|连线)?(?:报导|报道|电|专电)[)）〕\]]?\s*(?=$|\x1f)"
)
# A syndicate's own: 青石传媒|周志远/综合外电报导.
_SYNDICATED = re.compile(rf"^\s*(?P<house>[\u3400-\u9fff]{{2,8}})[\s\x1f]*[|丨][\s\x1f]*{_NAMES}(?:报导|报道)$")
# No stroke, or one before the reporter alone: 青石日报记者周志远综合报导, 青石日报/记者周志远报导.
_REPORTED = re.compile(
    r"(?:^|[\s\x1f(（〔\[【])(?:(?P<house>(?!本[报网台刊社])[\u3400-\u9fff]{2,8}?)[\s\x1f]*/?[\s\x1f]*)?(?:特派|特约|实习)?记者[\s\x1f]*"
    r"(?P<names>[\u3400-\u9fff]{2,3}?(?:[、,][\u3400-\u9fff]{2,3}?){0,3})(?:综合|专题|即时|采访|现场|外电)*(?:报导|报道)[)）〕\]】]?\s*(?=$|\x1f)"
)
# The desk, who wrote, and from where: 社会中心/周志远 李敏 青石县报导.
_DESK = re.compile(
    rf"^\s*[\u3400-\u9fff]{{2,6}}(?:中心|组)[\s\x1f]*/[\s\x1f]*(?P<names>{_NAME}(?:[、,\s]+{_NAME}){{0,3}})[\s\x1f]+[\u3400-\u9fff]{{2,5}}(?:报导|报道)$"
)
# 青石时报【周志远/台北报导】
_BOXED = re.compile(
    rf"(?:^|[\s\x1f])(?:(?P<house>[\u3400-\u9fff]{{2,6}}[报社网]))?\s*[【〔\[]\s*(?P<names>{_NAME}(?:[、,]{_NAME}){{0,3}})\s*/\s*"
    r"[\u3400-\u9fff]{2,6}(?:报导|报道|电)[】〕\]]$"
)
# 编辑/周志远撰文
_PENNED = re.compile(r"^\s*(?:编辑|记者|文)\s*/\s*(?P<names>[\u3400-\u9fff]{2,3})(?:撰文|撰稿)$")
# 青石社記者周志遠台北22日電: no mark parts the name from the place.
_DATELINE = r"[\u3400-\u9fff]{2,6}\d{1,2}日(?:综合|专)?(?:外)?电"
SENT_BY = re.compile(rf"记者(?P<names>[\u3400-\u9fff]{{2,3}}(?:[、,][\u3400-\u9fff]{{2,3}}){{0,3}}){_DATELINE}")
HOUSE_SENT = re.compile(
    r"[(（〔]([\u3400-\u9fff]{2,6}[社报])(?:综合|特派)?记者[^()（）]{2,20}" + _DATELINE + r"[)）〕]"
)
# An agency's own without a name: 青石社台北22日综合外电报导.
HOUSE_WIRE = re.compile(r"([\u3400-\u9fff]{2,5}社)[\u3400-\u9fff]{2,5}\d{1,2}日(?:综合)?(?:外)?电(?:报导|报道)?")
# The same at the end, without a day (青石网记者李敏台湾台北报导).
FILED_FROM = re.compile(r"记者(?P<names>[\u3400-\u9fff]{2,3})[\u3400-\u9fff]{2,5}(?:综合)?(?:报导|报道)$")
# The issue of a journal: 青石农业 2023年6期.
ISSUE = re.compile(r"[《]?([\u3400-\u9fff·（）()]{2,16})[》]?\s*(?:19|20)\d\d\s*年\s*第?\s*\d{1,2}\s*期$")


_BRACKET = re.compile(r"[(（\[【〔]([^()（）\[\]【】〔〕]{2,80})[)）\]】〕]")


def in_brackets(text: str) -> list[str]:
    """What stands in brackets in the first or last 120 characters."""
    parts = [match[1] for match in _BRACKET.finditer(text[:REACH])]
    if len(text) > REACH:
        parts += [match[1] for match in _BRACKET.finditer(text[-REACH:])]
    return parts


def filed(folded: str) -> re.Match[str] | None:
    """Who filed the story: the paper (`house`, None where it is not named) and the `names`, as groups of a match.

    `folded` is a line, or a part of it between joints. None where it says nothing of it.
    """
    if len(folded) > MAX_LINE or not ("/" in folded or "记者" in folded):
        return None
    told = "报导" in folded or "报道" in folded
    found = (_REPORTED.search(folded) or _DESK.match(folded)) if told else None
    if "/" in folded:
        found = (
            _FILED.search(folded)
            or _SYNDICATED.match(folded)
            or found
            or _BOXED.search(folded)
            or _PENNED.match(folded)
        )
    return found
