"""A level raised by a rate, what is left of a count, and growth against an earlier level of the same name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from tasks.validate.arithmetic.facts import AGREES, Fact, Page, Relation, less, plain, related
from tasks.validate.arithmetic.growths import difference_of, growth_of, in_real_terms
from tasks.validate.arithmetic.partitions import own_words
from tasks.validate.arithmetic.slips import digits_of
from tasks.validate.arithmetic.words import words

_SENTENCE_END = re.compile(r"[。！？\n]")
_SAID = 30
_BACK = 30
_LONG = 4
_SENTENCES = 2
_EARLIER = 40
_LEAST_STEPS = 20
"""A growth against a level that is printed elsewhere must be printed this finely (tenths of a rate of 2 %)."""
_RATE_UNITS = ("%", "倍")
_RESULTS = ("growth", "change")
_BACK_TO_WHOLE = 8


def find_steps(page: Page, taken: Collection[int]) -> Iterator[Relation]:
    """The relations of this module, but for rates that are explained already (`taken`). Only fits count
    where the words do not bind the figures."""
    for fact in page.facts:
        bound = _against_base(page, fact) if fact.measure in _RESULTS and fact.number not in taken else None
        if bound:
            yield bound
            continue
        if fact.measure == "growth" and fact.unit in _RATE_UNITS and fact.number not in taken:
            found = _raised(page, fact) or _against_earlier(page, fact)
        else:
            found = _left_over(page, fact) if fact.measure == "level" else None
        if found and found.verdict == AGREES:
            yield found


def _against_base(page: Page, result: Fact) -> Relation | None:
    """460.6亿元，同比去年的542.3亿元减少15%: the words bind both levels to the growth or the change after them."""
    if result.number < 2:
        return None
    new, old = page.facts[result.number - 2], page.facts[result.number - 1]
    levels = new.measure == old.measure == "level" and new.unit == old.unit
    if not levels or not new.sentence == old.sentence == result.sentence:
        return None
    verb, link = page.between(old, result), page.between(new, old)
    if words().amount_more.search(link):
        return None
    if not words().than_level.match(link) or not words().bare_change.match(verb):
        return None
    others = [f for f in page.preceding(new, _BACK_TO_WHOLE) if f.measure == "level" and f.unit == new.unit]
    tried = [_of_levels(each, old, result, verb) for each in (new, *others)]
    fine = next((found for found in tried if found and found.verdict == AGREES), None)
    divided = others and words().parts_follow.search(page.text[others[-1].end : new.start])
    return fine or (None if divided else tried[0])


def _of_levels(new: Fact, old: Fact, result: Fact, verb: str) -> Relation | None:
    sign = -1.0 if words().fall.search(verb) and result.value > 0 else 1.0
    if result.measure == "growth":
        return growth_between(old, new, result, sign) if result.unit in _RATE_UNITS else None
    if result.unit != new.unit:
        return None
    return difference_of(old, new, result, sign * result.value)


def _base(unit: str) -> str:
    return unit.split("/", 1)[0]


def _raised(page: Page, rate: Fact) -> Relation | None:
    """8000元，上浮20%，最高可达9600元: old level, rate and new level, in this order."""
    if not 0 < rate.number < len(page.facts) - 1:
        return None
    old, new = page.facts[rate.number - 1], page.facts[rate.number + 1]
    levels = old.measure == new.measure == "level" and _base(old.unit) == _base(new.unit)
    if not levels or not old.sentence == rate.sentence == new.sentence:
        return None
    if not words().raised_by.search(page.between(old, rate)) or not words().raised_to.match(page.between(rate, new)):
        return None
    return growth_between(old, new, rate)


def growth_between(old: Fact, new: Fact, rate: Fact, sign: float = 1.0) -> Relation | None:
    """The growth from one level to another against a stated rate; None where it has no meaning."""
    if old.value <= 0 or new.value <= 0:
        return None
    return in_real_terms(growth_of(old, new, rate, sign * rate.value), new)


def _against_earlier(page: Page, rate: Fact) -> Relation | None:
    """The level right before a rate against a level of the same name, place and unit in an earlier period."""
    level = page.facts[rate.number - 1] if rate.number else None
    if level is None or level.measure != "level" or level.sentence != rate.sentence or not level.period:
        return None
    if abs(rate.value) < _LEAST_STEPS * rate.step or not words().bare_change.match(page.between(level, rate)):
        return None
    for old in (*page.preceding(level, _EARLIER, _EARLIER), *page.facts[rate.number + 1 : rate.number + _EARLIER]):
        if _same_thing(old, level) and old.period and old.period < level.period:
            return growth_between(old, level, rate)
    return None


def _same_thing(old: Fact, new: Fact) -> bool:
    same = old.name == new.name and old.unit == new.unit and old.region == new.region
    return same and old.measure == "level" and old.status == new.status


def _left_over(page: Page, rest: Fact) -> Relation | None:
    """67个问题，整改59个，尚未到期的8个: what is left is the count less what is done."""
    said = page.text[max(rest.start - _SAID, 0) : rest.start]
    told = words().left_over.search(said) and words().left_over.search(_SENTENCE_END.split(said)[-1])
    if not told:
        return None
    near = [f for f in page.preceding(rest, _BACK, _SENTENCES) if f.measure == "level" and f.unit == rest.unit]
    for place, done in enumerate(near):
        for count in near[place + 1 :]:
            if count.value - done.value == rest.value and _of_one_kind(page, count, done, rest):
                expression = f"{plain(count)}-{plain(done)}"
                found = related("difference", (count, done), rest, rest.value, less, 0.0, expression)
                return replace(found, tolerance=count.half + done.half + rest.half)
    return None


def _of_one_kind(page: Page, count: Fact, done: Fact, rest: Fact) -> bool:
    """Whether the same two characters follow both figures (67个问题 … 8个问题), or the figures are long enough, or one
    verb tells what is done and what is not (已整改 N，正在整改 M) in the sentence of the count."""
    verb = own_words(rest, page).strip("的有为")[-2:]
    if len(verb) > 1 and own_words(done, page).strip("的有为").endswith(verb):
        return count.sentence == done.sentence == rest.sentence
    if len(digits_of(rest.mention)) >= _LONG and len(digits_of(count.mention)) >= _LONG:
        return True
    ours = page.after(rest, 2)
    return len(ours) > 1 and ours == page.after(count, 2)
