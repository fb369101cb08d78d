"""What sort of text a document is, told by its words: games, dishes, statutes and timetables hold no statistics.

Tales and verse are told by their form, see `genres_forms`; what has no words of its own is told by what it lacks, see
`genres_signs`.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import Any, NamedTuple

from tasks.extract.amounts import Amount
from tasks.extract.entitlements import is_given
from tasks.extract.genres_forms import forms_of, is_form, is_plain
from tasks.extract.genres_signs import EVERYDAY, is_everyday, may_be_everyday, most_words, tells_of_world
from tasks.extract.rejects_context import Place, Verdict
from tasks.extract.sought import SoughtWords
from tasks.vocabulary import read_yaml

_ARTICLE_MARK = re.compile(r"第[零一二三四五六七八九十百\d]{1,5}条")
_CLOCK = re.compile(r"\d{1,2}[:：]\d{2}")
_PHONE = re.compile(r"\d{7,}|\d{3,4}-\d{7,8}|1(?<!\d1)\d{4}(?!\d)")
_LEAST = 4
_CLOCKS = 5
_ARTICLES = 3
_LEAST_NEEDED = 2
_PER_MARK = 90
_LEAST_IN_BLOCK = 6
_PER_CHARACTERS = 220
_MOST = 12
_MOST_PLAIN = 5
_SHORT = 1200
_STRONG = 9
_AROUND = 300
_LINE = 60
_HALF = 2
_LARGE = 10000
_STOPS = "\n。！？"
_QUESTION = re.compile(r"(?:几|多少|为什么|什么|谁|哪)[^。！!；;\n]{0,14}[？?]")
_QUESTIONS = 2
_RULES = frozenset({"statute", EVERYDAY})
# 补助2次仍不足的, 休假1次, 每补助1户: how often and to how many.
_CASES = frozenset("次户份宗件人名例")
_IN_FORCE = re.compile("有效期限?为?$")


class Genre(NamedTuple):
    """The words of a genre, those of which two are needed, those that rule it out, whether large figures stay and
    whether words of reports rule it out, a mark by which a line shows it without its words, and
    whether its words only count against the signs of reports."""

    words: tuple[str, ...]
    needs: tuple[str, ...]
    unless: tuple[str, ...]
    keep_large: bool
    plain: bool
    mark: re.Pattern[str] | None
    hint: bool


@lru_cache(maxsize=1)
def _genres() -> dict[str, Genre]:
    data: dict[str, Any] = read_yaml("genres.yaml")
    return {
        name: Genre(
            tuple(entry["words"].split()),
            tuple(entry.get("needs", "").split()),
            tuple(entry.get("unless", "").split()),
            bool(entry["keep_large"]),
            bool(entry.get("plain", False)),
            re.compile(entry["mark"]) if "mark" in entry else None,
            bool(entry.get("hint", False)),
        )
        for name, entry in data.items()
    }


def genres_of(text: str) -> frozenset[str]:
    """The genres of which enough words fill the text; empty for news, reports and communiqués."""
    letters = frozenset(text)
    needed = min(_MOST, max(_LEAST, len(text) // _PER_CHARACTERS))
    words, genres = _words()
    hits = Counter(name for word in words.around(text) if word in genres and word in text for name in genres[word])
    likely = [name for name, count in hits.items() if count >= min(needed, _MOST_PLAIN)]
    found = frozenset(name for name in likely if _is_of(name, text, letters, needed)) | forms_of(text)
    return found | {EVERYDAY} if is_everyday(text, most_words(hits)) else found


@lru_cache(maxsize=1)
def _words() -> tuple[SoughtWords, dict[str, list[str]]]:
    """The words of all genres, and the genres of each."""
    genres: dict[str, list[str]] = {}
    for name, genre in _genres().items():
        for word in genre.words:
            genres.setdefault(word, []).append(name)
    return SoughtWords(genres), genres


def _is_of(name: str, text: str, letters: frozenset[str], needed: int) -> bool:
    """Do so many words of the genre stand in the text, and all else that it asks for? Plain texts need fewer."""
    genre = _genres()[name]
    return (
        not genre.hint
        and _may_have_marks(name, text)
        and (not genre.needs or _enough(genre.needs, text, letters, _LEAST_NEEDED))
        and _enough(genre.words, text, letters, min(needed, _MOST_PLAIN) if genre.plain else needed)
        and not _has_one(genre.unless, text)
        and _has_marks(name, text)
        and (not genre.plain or is_plain(text))
    )


def _has_one(words: tuple[str, ...], text: str) -> bool:
    for word in words:  # noqa: SIM110 - a generator costs more than the look for a word
        if word in text:
            return True
    return False


def _enough(words: tuple[str, ...], text: str, letters: frozenset[str], needed: int) -> bool:
    """Do that many different words stand in the text of these letters? Few words have all of theirs among them."""
    hits = 0
    for word in words:
        if letters.issuperset(word) and word in text:
            hits += 1
            if hits >= needed:
                return True
    return False


def local_genres(text: str, start: int, document: frozenset[str]) -> frozenset[str]:
    """Of the document's genres those that the paragraphs around `start` show: a bulletin mixes sport with the rest."""
    if EVERYDAY in document and tells_of_world(_sentence(text, start)):
        document = document - {EVERYDAY}
    if not document:
        return document
    if len(text) > _SHORT:
        block = _block(text, start)
        letters = frozenset(block)
        return frozenset(name for name in document if _is_in(name, block, letters))
    line = _line(text, start)
    if len(line) < _LINE or len(line) == len(text):
        return document
    return frozenset(name for name in document if _shows(name, line) or _fills(name, text))


def _is_in(name: str, block: str, letters: frozenset[str]) -> bool:
    """Is a block of a long text of the genre? What the whole text is told by holds where no word of reports stands."""
    if name == EVERYDAY:
        return may_be_everyday(block)
    if is_form(name):
        return is_plain(block) or name in forms_of(block)
    if _genres()[name].plain:
        return is_plain(block)
    return _is_of(name, block, letters, _LEAST_IN_BLOCK)


def _shows(name: str, line: str) -> bool:
    """Does a line show the genre by two of its words or by a mark? Forms and plain genres are of the whole text."""
    if name == EVERYDAY or is_form(name) or _genres()[name].plain:
        return True
    genre = _genres()[name]
    marked = genre.mark is not None and genre.mark.search(line) is not None
    return marked or _enough(genre.words, line, frozenset(line), _LEAST_NEEDED)


@lru_cache(maxsize=8)
def _fills(name: str, text: str) -> bool:
    """Do the lines that show the genre make most of the text? Then a line without its words is of it too."""
    shown = sum(len(line) for line in text.split("\n") if _shows(name, line))
    return shown * _HALF > len(text)


def _line(text: str, at: int) -> str:
    """The line of a place."""
    end = text.find("\n", at)
    return text[text.rfind("\n", 0, at) + 1 : len(text) if end < 0 else end]


def _sentence(text: str, at: int) -> str:
    """The sentence of a place."""
    first = max(text.rfind(stop, 0, at) for stop in _STOPS)
    ends = [end for stop in _STOPS if (end := text.find(stop, at)) >= 0]
    return text[first + 1 : min(ends, default=len(text))]


def _block(text: str, at: int) -> str:
    """The text between blank lines around a place, at most so much to either side."""
    first = text.rfind("\n\n", max(0, at - _AROUND), at)
    last = text.find("\n\n", at, at + _AROUND)
    return text[max(0, at - _AROUND) if first < 0 else first : at + _AROUND if last < 0 else last]


def _may_have_marks(name: str, text: str) -> bool:
    """Whether the letters of the marks are there often enough: the cheapest look comes first."""
    if name == "statute":
        return text.count("条") >= _ARTICLES or ("甲方" in text and "乙方" in text)
    if name == "puzzle":
        return text.count("？") + text.count("?") >= _QUESTIONS
    return name not in ("timetable", "schedule") or text.count(":") + text.count("：") >= _CLOCKS


def _has_marks(name: str, text: str) -> bool:
    """Statutes have articles or parties, timetables and phone lists little but times and phones; others words only."""
    if name == "statute":
        parties = "甲方" in text and "乙方" in text
        return parties or (text.count("条") >= _ARTICLES and len(_ARTICLE_MARK.findall(text)) >= _ARTICLES)
    if name in ("timetable", "schedule"):
        return _dense(_CLOCK, text)
    if name == "puzzle":
        return len(_QUESTION.findall(text)) >= _QUESTIONS
    return name != "phones" or _dense(_PHONE, text)


def _dense(mark: re.Pattern[str], text: str) -> bool:
    """Do marks of a kind fill the text?"""
    count = len(mark.findall(text))
    return count >= _CLOCKS and count * _PER_MARK >= len(text)


def _is_large(amount: Amount) -> bool:
    """Is it a sum, a share or a large count?"""
    return amount.kind in ("money", "percent") or abs(amount.value) >= _LARGE


_PRICE = re.compile("(?:售价|定价|起售价|报价|裸机价|合约价|均价)(?:区间)?(?:仅|只)?(?:为|是|在|至|到|约|：)*$")
_SOLD = re.compile("(?:销量|销售|售出|卖出|出货|预[订购定售]量?)(?:已|就|了|共|达到?|突破|超过?|近|约|为)*$")
_SOLD_OUT = re.compile("[^，。；\\n]{0,10}(?:售罄|售出|卖出|卖光|抢光)")


def by_genre(place: Place) -> Verdict | None:
    """A number of a text that is no statistics; large sums and shares in a game report stay."""
    if not place.genres:
        return None
    # Medals are counted, whatever the text tells of games.
    if place.amount.surface == "枚" and "sports" in place.genres:
        return None
    amount = place.amount
    block = _block(place.text, amount.start)
    letters = frozenset(block)
    # What a thing costs and how many are sold are no properties of it.
    if "product" in place.genres and (
        _PRICE.search(place.before) or _SOLD.search(place.before) or _SOLD_OUT.match(place.after)
    ):
        return None
    # How long an order is in force is a figure of the order.
    if "statute" in place.genres and _IN_FORCE.search(place.before):
        return None
    # A contract says what its parties are to do, other rules what people get.
    given = amount.surface not in _CASES and (_RULES & place.genres) and is_given(place.before, place.after)
    if given and "甲方" not in block:
        return None
    for name in sorted(local_genres(place.text, amount.start, place.genres)):
        if name == EVERYDAY or is_form(name):
            return "name", name
        genre = _genres()[name]
        if genre.keep_large and not _enough(genre.words, block, letters, _STRONG) and _is_large(amount):
            continue
        return "name", name
    return None
