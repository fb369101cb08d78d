"""Traditional to simplified: which script a page is written in, and its conversion, words and names left as they are.

OpenCC's `t2s` exchanges characters, not words, so a page of Taiwan or Hong Kong keeps its terms (公吨, 资讯). What it
leaves or gets wrong stands in `seeds/vocabulary/script.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from tasks.clean.script_names import keep_names
from tasks.vocabulary import read_yaml

HANS, HANT = "Hans", "Hant"
_HANZI = "".join(map(chr, range(0x3400, 0x9FFF)))
SAMPLE = 50_000


@lru_cache(maxsize=2)
def converter(name: str) -> Callable[[str], str]:
    """OpenCC's conversion of that name (`t2s`, `s2t`); the same length in and out for hanzi."""
    import opencc

    convert: Callable[[str], str] = opencc.OpenCC(name).convert
    return convert


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Runs of characters that only a traditional, and only a simplified text holds."""
    to_simplified, to_traditional = converter("t2s")(_HANZI), converter("s2t")(_HANZI)
    traditional = [char for char, other in zip(_HANZI, to_simplified, strict=True) if char != other]
    simplified = [
        char
        for char, other, back in zip(_HANZI, to_traditional, to_simplified, strict=True)
        if char != other and char == back
    ]
    return re.compile(f"[{''.join(traditional)}]+"), re.compile(f"[{''.join(simplified)}]+")


def script_of(text: str) -> str:
    """`Hant` if more characters are traditional only than simplified only, else `Hans`.

    Mirrors convert by character and in part (云南, 家里 stay), so the share decides, not a single character.
    """
    sample = text[:SAMPLE]
    traditional, simplified = _patterns()
    count = sum(map(len, traditional.findall(sample)))
    return HANT if count and count > sum(map(len, simplified.findall(sample))) else HANS


class _Rules:
    """script.yaml, ready for use."""

    def __init__(self, rules: dict[str, Any]) -> None:
        self.characters = str.maketrans(rules["characters"])
        self.words: dict[str, str] = rules["words"]
        self.word_pattern = re.compile("|".join(map(re.escape, self.words)))
        self.unless = [(self._unless(char, rule), str(rule["to"])) for char, rule in rules["unless"].items()]

    @staticmethod
    def _unless(char: str, rule: dict[str, Any]) -> re.Pattern[str]:
        """The character outside the contexts that keep it."""
        return re.compile(f"(?<![{re.escape(rule['before'])}]){char}(?![{re.escape(rule['after'])}])")


@lru_cache(maxsize=1)
def _rules() -> _Rules:
    return _Rules(read_yaml("script.yaml"))


def simplify(text: str) -> str:
    """Traditional text with simplified characters, the length unchanged."""
    rules = _rules()
    converted = converter("t2s")(text)
    if len(converted) != len(text):
        converted = "".join(map(_one_to_one, text))
    converted = converted.translate(rules.characters)
    converted = rules.word_pattern.sub(lambda match: rules.words[match[0]], converted)
    for pattern, other in rules.unless:
        converted = pattern.sub(other, converted)
    return keep_names(text, converted)


def _one_to_one(char: str) -> str:
    other = converter("t2s")(char)
    return other if len(other) == 1 else char
