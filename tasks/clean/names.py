"""Names of people in a value: which words may be one, and how pages set several."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from tasks.clean.page_words import fold, is_furniture
from tasks.clean.tokens import JOINT
from tasks.vocabulary import read_yaml

BULLETS = "●■◆▲"
PUNCTUATION = " \t:：|/·,，、;；-—_[]【】〖〗()（）《》<>“”\"'" + BULLETS + JOINT
_ROLES_ALONE = frozenset(("文", "图", "摄", "文图", "摄影", "报道", "报导", "報導", "整理", "综合"))
_LATIN_NAME = re.compile(r"[A-Z][a-z]+(?:[ .·-]{1,2}[A-Z][a-z]*){1,3}")
_AROUND_NAMES = re.compile(
    r"^[\u3400-\u9fff]{2,4}(?:报道|报导|电)$|^[\u3400-\u9fff]{2,10}(?:处|科|股|室|局|中心|学院|村|镇|乡|社区|街道|[省市县区州旗])$"
)
_SHORT = re.compile(r"[\u3400-\u9fff]{2,3}")
_MAY_NAME = re.compile(r"[^\W\d]")
_OFFICES = frozenset("站局厅处办股所网报社")
_POSITION = re.compile(r"[,，]\s*(?:系|为|是|现任|曾任|单位|来自).*$")
_PICTURES = re.compile(
    r"[\u3400-\u9fff]{2,4}\s*[/／]\s*(?:图|摄影|摄)(?![\u3400-\u9fff])|(?:摄影|图片|供图|图)\s*[/／]\s*[\u3400-\u9fff]{2,4}"
)
_ROLE_BEFORE = re.compile(r"(?<=[\s、,，])(?:本报|本刊|本网|特约|见习|实习)?(?:记者|通讯员|实习生)(?=[\u3400-\u9fff])")
_NAME_END = re.compile(r"(?:报道|摄影|摄|文|图|实习|通讯员|记者|综合|编辑|报导|等)$")


@cache
def words() -> dict[str, Any]:
    """The vocabulary of fields."""
    found: dict[str, Any] = read_yaml("page_fields.yaml")
    return found


@cache
def _surnames() -> tuple[frozenset[str], tuple[str, ...]]:
    return frozenset(words()["surnames"]), tuple(words()["compound_surnames"])


def looks_like_name(text: str) -> bool:
    """Whether a text may be a person's name: a surname and one or two more hanzi, or a transcribed name with a dot."""
    singles, compounds = _surnames()
    if re.fullmatch(r"[\u3400-\u9fff]{1,8}(?:[·•][\u3400-\u9fff]{1,8}){1,3}", text):
        return True
    if not re.fullmatch(r"[\u3400-\u9fff]{2,4}", text):
        return False
    if len(text) == 3 and text[-1] in _OFFICES:
        return False
    return text.startswith(compounds) or (text[0] in singles and len(text) <= 3)


def is_short_name(folded: str) -> bool:
    """Whether a folded text may be a name of three characters at most, and is no office (宣传部)."""
    return len(folded) <= 3 and looks_like_name(folded) and folded not in words()["media_endings"]


def is_transcribed(folded: str) -> bool:
    """Whether a text has only the characters that names of Tibetan, Uyghur or Mongol people are written with."""
    return 3 <= len(folded) <= 8 and _transcribing().issuperset(folded)


@cache
def _transcribing() -> frozenset[str]:
    return frozenset(words()["transcribing"])


def is_person(folded: str) -> bool:
    """Whether a folded text may be a person's name and is no word that only looks like one (海南, 应急)."""
    return looks_like_name(folded) and folded not in words()["not_names"]


def are_people(names: Sequence[str]) -> bool:
    """Whether several names that stand together are people's: most have a common surname, all the length of a name."""
    folded = [fold(name) for name in names]
    known = sum(1 for name in folded if is_person(name))
    if len(names) < 2 or known * 3 < len(names) * 2:
        return False
    return all(is_person(name) or (_SHORT.fullmatch(name) and name not in words()["not_names"]) for name in folded)


def people(value: str) -> list[str]:
    """The names in a value: 张三 李四、王五. A two-character name spaced out (张 三) is put together."""
    for pattern, by in ((_PICTURES, ""), (_POSITION, ""), (_ROLE_BEFORE, " ")):
        value = _replaced(pattern, value, by)
    if _LATIN_NAME.fullmatch(value):
        return [value]
    parts = _of_one_role([part for part in re.split(r"[\s,，、/&;；?？*]+", value) if part])
    parts = [part for part in parts if fold(part) not in _ROLES_ALONE]
    if 1 < len(parts) <= 4 and all(len(part) == 1 for part in parts):
        return ["".join(parts)]
    if len(parts) > 1:
        parts = [part for part in parts if not fold(part).endswith(("记者", "通讯员"))]
    names: list[str] = []
    for part in map(_bare, parts):
        if len(part) == 1 and names and len(names[-1]) == 1:
            names[-1] += part
        elif part:
            names.append(part)
    return [name for name in names if 1 < len(name) <= 24 and _MAY_NAME.search(name) and not _is_other(fold(name))]


def _replaced(pattern: re.Pattern[str], value: str, by: str) -> str:
    """A value with what a pattern finds in it, folded, replaced."""
    folded = fold(value)
    if pattern.search(folded) is None:
        return value
    for match in reversed(list(pattern.finditer(folded))):
        value = value[: match.start()] + by + value[match.end() :]
    return value


def _is_other(folded: str) -> bool:
    """Whether a word beside a role is none but the kind of the report, or furniture."""
    return folded in words()["reports"] or is_furniture(folded)


def _of_one_role(parts: list[str]) -> list[str]:
    """The parts up to a role of its own (陈琳 编辑 张磊), without places and offices by names (北京报道, 企划处)."""
    others = (index for index, part in enumerate(parts) if index and fold(part) in words()["other_roles"])
    parts = parts[: next(others, len(parts))]
    named = [part for part in parts if not _AROUND_NAMES.search(fold(part))]
    return named if any(looks_like_name(fold(part)) for part in named) else parts


def _bare(part: str) -> str:
    """A name without the role that is stuck to it (本报记者张三, 李四报道)."""
    part = part.strip(PUNCTUATION)
    match = re.match(r"(?:[^\s]{0,10}?(?:记者|通讯员|特约|实习生|作者))(?=[\u3400-\u9fff]{2,4}$)", fold(part))
    if match:
        part = part[match.end() :]
    end = _NAME_END.search(fold(part))
    if end and end[0] == "文" and looks_like_name(fold(part)):
        # 王德文 is a name, 王德文 for what 王德 wrote hardly ever stands.
        return part
    if end and looks_like_name(fold(part[: end.start()])):
        part = part[: end.start()]
    return part
