"""Who a clause is about where no introduction says so: 他…, one of the family, someone of the story by name alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from tasks.extract.gazetteer import gazetteer, words
from tasks.extract.regions_firms import Found, bodies
from tasks.extract.regions_people import given_name, surnames
from tasks.extract.regions_scan import occurrences
from tasks.extract.sought import Sought
from tasks.vocabulary import either

_OFTEN = 3
# So many people can a page tell of.
_CAST = 20
_WHEN = (
    r"(?:今年|去年|如今|现在|目前|当年|同年|后来|之后|随后|于是|此后|同时|不仅如此|为此|最终|短短几天|第[一二三四五]年|[0-9]{1,4}[年月日]|以来|底|初|末"
    r"|[0-9一二三两几多]{1,2}年(?:间|来|后|前)|从|到|经过?[^，。；,;\n]{1,10}后|[，,]){0,8}+"
)
_HEAD = rf"(?:^|[。！？!?；;，,\n])[ \t\xa0　]{{0,16}}+{_WHEN}"
_SIGN = re.compile("[他她]")
# What anyone would earn tells of no one (若以最低工资计算，他的月薪…).
_SUPPOSED = re.compile("(?:若|如果|假如|假设|倘若)[^。！？\n]{0,50}$")
_NEAR, _FAR = 56, 168
_NO_GIVEN = re.compile("[的是在和了这那每有]")


@cache
def _one() -> re.Pattern[str]:
    """Someone by pronoun; what one says is told of whom or what it names, not of the speaker."""
    says = either(bodies()["says"])
    return re.compile(
        rf"{_HEAD}(?P<name>[他她])(?!们|国|乡|人|日|[一-鿿]{{0,4}}(?:{says})|[对向][^，。；,;\n]{{2,16}}(?:{says}))"
    )


@cache
def _kin() -> Sought:
    """One of a family, or the family as a whole by a name without a surname (次仁一家的年收入)."""
    kin = either(bodies()["relatives"])
    more = "的?(?:[年月]?收入|人均|种|养|搬|住|承包|靠)|每年|[0-9一二三四五六七八九两]口"
    return Sought(
        rf"{_HEAD}(?:(?P<kin>[大二三小]?(?:{kin}))(?![们节和与、])"
        rf"|(?P<family>(?![第每有哪这那唯任另全同是百])[一-鿿]{{2,4}}?)一家(?=(?:去年|今年|一年)?(?:{more})))"
    )


@cache
def _acts() -> re.Pattern[str]:
    """Someone by name at the head of a clause, in front of what one person does."""
    acts = either(bodies()["person_acts"])
    west = f"[{bodies()['western_letters']}]"
    name = f"[{surnames()}][一-鿿]{{1,2}}?|[一-鿿]?{west}{{3,7}}"
    return re.compile(rf"{_HEAD}(?P<name>{name})(?={acts}|家(?:一年|的|今年|去年|里))")


@cache
def _leader() -> re.Pattern[str]:
    """A leader, or what only leaders do, earlier in the paragraph: what a leader demands is the country's."""
    return re.compile(rf"(?:{either(bodies()['leaders'])})[^\n]{{0,160}}$")


@cache
def _office() -> re.Pattern[str]:
    """Someone in office, or one of a list of speakers."""
    return re.compile(either(bodies()["offices"]))


@cache
def _fond() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Someone by a fond name at the head of a clause (老吴…), and the first letters of names behind a trade."""
    kinds = either((*words()["persons"], *bodies()["more_persons"]))
    no_one = either(bodies()["no_people"])
    return (
        re.compile(rf"{_HEAD}(?P<name>(?!{no_one})[老小](?P<family>[一-鿿]))(?![们师板人区城乡镇村县市、和与])"),
        re.compile(rf"(?:{kinds}|[一-鿿]农)(?P<family>[一-鿿])(?=[一-鿿])"),
    )


def _by_surname(text: str) -> list[Found]:
    """People whom a text introduces by trade and name, where it goes on about them as 老吴 or 小吴."""
    fond, named = _fond()
    told = list(fond.finditer(text)) if "老" in text or "小" in text else []
    if not told:
        return []
    known = {match["family"]: match.end() for match in reversed(list(named.finditer(text)))}
    return [
        (*match.span("name"), match["name"]) for match in told if known.get(match["family"], len(text)) < match.start()
    ]


@cache
def _lives() -> Sought:
    """Someone by a name of three letters at the head of a clause, in front of what only one person does."""
    acts, no_one = either(bodies()["life_acts"]), either(bodies()["no_people"])
    given = given_name("业县市区镇乡村州省")
    own = "的(?:[年月]?(?:纯|总)?收入|工资|年薪)(?=达|有|从|就|超|约|已|每|增|[0-9])"
    west = f"[{bodies()['western_letters']}]"
    return Sought(
        rf"{_HEAD}(?P<name>(?!{no_one})(?:[{surnames()}]{given}(?={acts}|{own})|[一-鿿]?{west}{{3,7}}(?={own})))"
    )


def subjects(text: str, known: Sequence[Found]) -> list[Found]:
    """People where they open a clause as its subject: by pronoun, as one of a family, or by a name told again.

    `known` are those whom the text introduces: a pronoun behind one of them goes by that name.
    """
    found: list[Found] = []
    if _SIGN.search(text):
        told = (match for match in _one().finditer(text) if not _no_story(text, match.start("name")))
        ordered = sorted(known)
        starts = [start for start, _, _ in ordered]
        for match in told:
            index = bisect_left(starts, match.start("name")) - 1
            name = ordered[index][2] if index >= 0 else match["name"]
            found.append((match.start("name"), match.end("name"), name))
    for match in _kin().finditer(text):
        group = match.lastgroup or "kin"
        found.append((match.start(group), match.end(group), match[group]))
    lives = (match for match in _lives().finditer(text) if not _NO_GIVEN.search(match["name"], 1))
    found += [(*match.span("name"), match["name"]) for match in lives if match["name"] not in gazetteer().shorts]
    return found + _cast(text) + _by_surname(text)


def _no_story(text: str, at: int) -> bool:
    """Whether the sentence of an offset only supposes something, or its paragraph tells of a leader."""
    low = max(0, at - _FAR)
    return bool(_SUPPOSED.search(text, max(0, at - _NEAR), at) or _leader().search(text, low, at))


def _cast(text: str) -> list[Found]:
    """People without an office whom a text tells of by name again and again."""
    heads: dict[str, list[int]] = defaultdict(list)
    for match in _acts().finditer(text):
        heads[match["name"]].append(match.start("name"))
    found: list[Found] = []
    for name, starts in list(heads.items())[:_CAST]:
        if text.count(name) < _OFTEN or _in_office(text, name):
            continue
        found += [(at, at + len(name), name) for at in starts]
    return found


# ”王某某说: who told what is quoted, by name; and words for people that are none.
_SAYS = re.compile("[”，,]{0,2}(?P<name>[一-鿿]{3})(?:笑着|高兴地|告诉记者|介绍)?(?:说|告诉|道)")
_NO_NAME = re.compile("[人员长者任民们师家众友工户方记士]$|^[他她这那有]|[的地着笑]")


def own_words(text: str, tail: str) -> bool:
    """Whether what stands behind a quotation says that someone without an office told it (”王某某说)."""
    speaker = _SAYS.match(tail)
    return speaker is not None and not _NO_NAME.search(speaker["name"]) and not _in_office(text, speaker["name"])


def _in_office(text: str, name: str) -> bool:
    """Whether the letters in front of a name give its bearer an office somewhere in the text."""
    return any(_office().search(text, max(0, at - 4), at) for at, _, _ in occurrences(text, (name,)))
