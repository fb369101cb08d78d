"""One figure above another: a printed gap between two figures, two figures with the verb between, or names only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from tasks.validate.arithmetic.earlier import find_rates_since_earlier
from tasks.validate.arithmetic.facts import AGREES, DISAGREES, NOT_COMPARABLE, Fact, Page, Relation, plain
from tasks.validate.arithmetic.gaps import (
    PERCENT,
    POINTS,
    core_of,
    cover,
    direction,
    find_gaps,
    find_gaps_to_later,
    gap_of,
    gap_of_falls,
)
from tasks.validate.arithmetic.growths import noted
from tasks.validate.arithmetic.words import holds, words

_NAME_BREAK = re.compile(r"[，,。；;、：:“”0-9\s]")
_AND = re.compile(r"^(?:以?及|和|与|、)[^，,。；;0-9]{0,12}$")
_NAMED_AFTER = re.compile(r"的[\u4e00-\u9fff]{2}")
_LONGEST_NAME = 18
_LEAST_NAME = 2
_LONG_NAME = 4
_PER_SIGN = 0.02
_MOST_GROWTHS = 200
_MOST_CLAIMS = 200
_ENOUGH = 0.6
_OF_OUR_NAME = 0.5
_COMPARED = ("level", "share", "growth", "ratio")
_NAMED_BACK = 40
_NAMED_SENTENCES = 3
_ONE_SIZE = 2.0
_LONGEST_LINK = 24
_GAPS = 3
_AFTER = 12


def find_comparisons(page: Page) -> Iterator[Relation]:
    """Every comparison whose two sides are printed."""
    if "change" in page.measures:
        taken: set[int] = set()
        yield from noted((*_printed_gaps(page), *find_gaps(page), *_gaps_to_named(page)), taken)
        yield from noted(find_gaps_to_later(page, taken), taken)
        yield from find_rates_since_earlier(page, taken)
    seen: set[tuple[int, int]] = set()
    for relation in (*_side_by_side(page), *_of_one_name(page), *_claims(page)):
        pair = (relation.parts[0].number, relation.parts[1].number)
        if pair not in seen:
            seen.add(pair)
            yield relation


def _printed_gaps(page: Page) -> Iterator[Relation]:
    """A高于B X个百分点, all three printed in one sentence in that order."""
    for gap in page.facts:
        if gap.measure != "change" or gap.number < 2:
            continue
        ours, theirs = page.facts[gap.number - 2], page.facts[gap.number - 1]
        if ours.sentence != gap.sentence or ours.measure == "change" or not _comparable(ours, theirs, gap):
            continue
        alike = ours.measure == theirs.measure
        link = page.between(ours, theirs)
        sign = direction(link) or _than(link, page.between(theirs, gap))
        if sign and len(page.between(theirs, gap)) <= 6 and len(link) <= 30:
            falls = ours.value < 0 < theirs.value and words().size_of_fall.search(link)
            found = gap_of_falls(ours, theirs, gap, sign) if falls else gap_of(ours, theirs, gap, sign)
            yield from [found] if (alike and not falls) or found.verdict == AGREES else []


def _comparable(ours: Fact, theirs: Fact, gap: Fact) -> bool:
    points = gap.unit == POINTS and ours.unit in PERCENT
    rates = ours.unit in PERCENT and {ours.measure, theirs.measure} <= {"share", "growth", "level"}
    alike = ours.unit == theirs.unit and (rates or ours.measure == theirs.measure)
    return alike and (points or gap.unit == ours.unit)


def _than(link: str, verb: str) -> int:
    """比…的B回落X: the verb after B tells the direction."""
    if not words().than.match(link):
        return 0
    if words().fall.search(verb):
        return -1
    return 1 if words().rise.search(verb) else 0


def _gaps_to_named(page: Page) -> Iterator[Relation]:
    """A增长9.1%，高出整体增速4.8个百分点, where the other side is named and printed elsewhere: only a fit counts."""
    for gap in page.facts:
        if gap.measure != "change" or gap.unit != POINTS or not gap.number:
            continue
        ours = page.facts[gap.number - 1]
        link = page.between(ours, gap)
        if ours.measure == "change":  # 低于甲 2 个百分点，低于乙 3 个百分点
            ours = next((f for f in page.preceding(gap, _GAPS) if f.measure != "change"), ours)
        if ours.sentence != gap.sentence or ours.unit not in PERCENT or len(link) > _LONGEST_LINK:
            continue
        verb = words().set_apart.match(link)
        if verb is None:
            continue
        sign = direction(verb[0]) or 1
        wanted = [f for f in page.preceding(ours, _NAMED_BACK, _NAMED_BACK) if f.measure == ours.measure]
        fitting = [f for f in wanted if _is_named(f, ours, link[verb.end() :])]
        head = next((f for f in page.facts if f.measure == ours.measure and f.unit == ours.unit), ours)
        if not fitting and head is not ours and len(core_of(link[verb.end() :])) < _LEAST_NAME:
            # 高出整体增速: the text begins with the whole that it is about.
            fitting = [head] if cover(core_of(ours.name), core_of(head.name)) > 0 else []
        found = next((g for f in fitting if (g := gap_of(ours, f, gap, sign)).verdict == AGREES), None)
        if found:
            yield found


def _is_named(fact: Fact, ours: Fact, name: str) -> bool:
    """Whether words name a figure: by its own name, or as 整体, 全国 or the like for the name of ours."""
    said, core = core_of(name), core_of(fact.name)
    if words().economy.search(said) and words().economy.search(fact.name) and fact.unit == ours.unit:
        return True
    if fact.unit != ours.unit or len(core) < _LEAST_NAME:
        return False
    if len(said) >= _LEAST_NAME and max(cover(core, said), cover(said, core)) > _ENOUGH:
        return True
    return len(said) < _LEAST_NAME and cover(core, core_of(ours.name)) >= _OF_OUR_NAME


def _alike(ours: Fact, theirs: Fact) -> bool:
    return ours.unit == theirs.unit and ours.measure == theirs.measure


def _side_by_side(page: Page) -> Iterator[Relation]:
    """Two figures with the verb between them: 2.7%，低于上年的4.1%以及平均水平3%."""
    for ours, beside in pairwise(page.facts):
        if ours.measure not in _COMPARED or not _alike(ours, beside):
            continue
        sign, last = 0, ours
        for theirs in page.following(ours, 3):
            link = page.between(last, theirs)
            if not _alike(ours, theirs):
                break
            sign = (
                sign
                if sign and _AND.match(link)
                else (_verb_between(link, page.after(theirs, _AFTER)) if last is ours else 0)
            )
            if not sign or _is_held_against(page, ours):
                break
            found = _held_against(ours, theirs, sign) if ours.value >= 0 <= theirs.value else None
            told = words().above_then.match(link) or words().than_in_brackets.match(link)
            if found and (found.verdict != DISAGREES or not told):
                yield found
            last = theirs


def _of_one_name(page: Page) -> Iterator[Relation]:
    """零售额 A。…零售额已超过去年的 B: a figure against the one of its name before it. Only what holds counts."""
    if not words().any_above.search(page.text):
        return
    for theirs in page.facts:
        verb = words().name_above.search(page.before(theirs, _LONGEST_LINK)) if theirs.measure == "level" else None
        if verb is None:
            continue
        before = page.preceding(theirs, _NAMED_BACK, _NAMED_SENTENCES)
        levels = [f for f in before if f.measure == "level" and f.unit == theirs.unit and len(f.name) > _LEAST_NAME]
        alike = [f for f in levels if theirs.name.endswith(f.name) or f.name.endswith(theirs.name)]
        sign = 1 if words().above_verbs.search(verb["verb"]) else -1
        found = _held_against(alike[0], theirs, sign) if alike and _of_one_size(alike[0], theirs) else None
        if found and found.verdict == AGREES:
            yield found


def _of_one_size(ours: Fact, theirs: Fact) -> bool:
    return 0 < max(ours.value, theirs.value) < _ONE_SIZE * min(ours.value, theirs.value)


def _is_held_against(page: Page, fact: Fact) -> bool:
    """Whether another figure is held against this one: 高于甲市的 2%，也高于乙市的."""
    return direction(_NAME_BREAK.split(page.before(fact, _LONGEST_LINK))[-1]) != 0


def _verb_between(link: str, after: str) -> int:
    """The direction of a verb right after a figure, when a name of the other side follows it, or that side (的承诺)."""
    behind = words().than_behind.match(after) if words().than_in_brackets.match(link) else None
    if behind:
        return -1 if words().fall.search(behind[0]) else 1
    found = words().stands_above.match(link)
    then = words().above_then.match(link)
    if then:
        return 1 if words().above_verbs.search(then[0]) else -1
    if found is None or len(link) > _LONGEST_LINK or re.search("[，,。；;]", link[found.end() :]):
        return 0
    named = len(link[found.end() :].rstrip("的")) >= _LEAST_NAME or _NAMED_AFTER.match(after)
    return direction(found[0]) if named else 0


def _held_against(ours: Fact, theirs: Fact, sign: int) -> Relation:
    computed = ours.value - theirs.value
    holds, exact = computed * sign > 0, ours.exact and theirs.exact
    verdict = AGREES if holds else DISAGREES if exact else NOT_COMPARABLE
    why = None if holds or exact else "a figure is printed as about, over or under"
    return _without_gap("comparison", ours, theirs, verdict, why)


def _without_gap(kind: str, ours: Fact, theirs: Fact, verdict: str, why: str | None) -> Relation:
    unit = POINTS if ours.unit in ("%", POINTS) else ours.unit
    computed, tolerance = ours.value - theirs.value, ours.half + theirs.half
    expression = f"{plain(ours)}-{plain(theirs)}"
    return Relation(kind, (ours, theirs), None, None, computed, unit, tolerance, expression, verdict, why)


def _claims(page: Page) -> Iterator[Relation]:
    """甲增速高于乙增速: both names have a figure elsewhere in the document."""
    growths = [fact for fact in page.facts if fact.measure == "growth"][:_MOST_GROWTHS]
    if len(growths) < 2:
        return
    for verb, sign in ((words().higher, 1), (words().lower, -1)):
        for found in islice(verb.finditer(page.text), _MOST_CLAIMS):
            left, right = _sides(page.text, found.start(), found.end())
            if page.text[found.end() + len(right) :][:1].isdigit():
                continue
            mine = _right_before(page, growths, found.start(), left) or _list(_named(growths, left))
            theirs = _named(growths, right, assumed=bool(words().rate_words.search(left)))
            if theirs is None and words().overall.match(right):
                theirs = growths[0]  # 高于整体: the text begins with the whole that it is about
                mine = [fact for fact in mine if fact is not theirs and cover(core_of(left), fact.name) > _ENOUGH]
                mine = mine or [f for f in growths if f is not theirs and cover(core_of(left), f.name) > _ENOUGH][:1]
            for ours in mine if theirs else ():
                if ours is not theirs and theirs and _rate(ours) == _rate(theirs):
                    yield _claim(ours, theirs, sign)


def _rate(fact: Fact) -> str:
    """The unit of a growth; 百分点 is % here."""
    return "%" if fact.unit == POINTS else fact.unit


def _list(fact: Fact | None) -> list[Fact]:
    return [fact] if fact else []


def _right_before(page: Page, growths: Sequence[Fact], place: int, said: str) -> list[Fact]:
    """The growths that a verb speaks of when only 均 or 明显 stands before it: the one before it, or all of a list."""
    if words().adverbs.sub("", said):
        return []
    near = [fact for fact in growths if fact.end <= place and place - fact.end <= 2 + len(said)]
    if not near:
        return []
    mine = near[-1:]
    if words().each.search(said):
        mine += [fact for fact in page.preceding(mine[0], 3) if fact.measure == "growth"]
    return mine


def _sides(text: str, start: int, end: int) -> tuple[str, str]:
    """The names on both sides of a verb, as far as the next sign or figure."""
    left = _NAME_BREAK.split(text[max(start - _LONGEST_NAME, 0) : start])[-1]
    return left, _NAME_BREAK.split(text[end : end + _LONGEST_NAME])[0]


def _claim(ours: Fact, theirs: Fact, sign: int) -> Relation:
    holds = (ours.value - theirs.value) * sign > 0
    verdict = AGREES if holds else NOT_COMPARABLE
    why = None if holds else "the sides are told by their names only; they may be other figures than these"
    return _without_gap("difference", ours, theirs, verdict, why)


def _named(growths: Sequence[Fact], name: str, *, assumed: bool = False) -> Fact | None:
    """The growth that a side of a claim names: its words cover the name best, in the region that it speaks of.

    `assumed`: the other side says 增速, so this one need not.
    """
    vocabulary = words()
    if not assumed and not vocabulary.rate_words.search(name):
        return None
    core = core_of(name)
    best, best_score = None, _ENOUGH
    for fact in _in_scope(growths, name):
        score = _likeness(core_of(fact.name), core)
        if score > best_score:
            best, best_score = fact, score
    return best


def _likeness(name: str, claim: str) -> float:
    """How well words name a figure: they cover its name, or its name holds them all and little else."""
    held = len(claim) >= _LONG_NAME and cover(claim, name) == 1.0
    return max(cover(name, claim), 1.0 - _PER_SIGN * len(name) if held else 0.0)


def _in_scope(growths: Sequence[Fact], name: str) -> Sequence[Fact]:
    """全国 asks for the country's figures, anything else for others, where there are any."""
    country = holds(name, words().country)
    chosen = [fact for fact in growths if (fact.region == "100000") == country]
    return chosen if chosen or country else growths
