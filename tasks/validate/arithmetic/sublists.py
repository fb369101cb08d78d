"""Parts of the lists of a sentence that come to a figure before it, and lists that come to none.

Some of a list may be parts of others of it; counts of two things may alternate (抽检 A，不合格 a；抽检 B，不合格 b);
the last ones may be what an earlier figure is made of. Only a fit counts that so many tries would hardly make. A list
under a figure that it could be parts of, but does not make, is not comparable with it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from tasks.validate.arithmetic.adding import common_step, sum_of, total
from tasks.validate.arithmetic.amounts import amounts_of
from tasks.validate.arithmetic.facts import AGREES, DISAGREES, Fact, Page, Relation, apart
from tasks.validate.arithmetic.nearness import NO_AMOUNT
from tasks.validate.arithmetic.partitions import is_old
from tasks.validate.arithmetic.words import holds, words

_LEAST = 3
_MOST = 12
_FAR = 60
_SENTENCES = 3
_SAID = 8
_CHANCE = 0.02
_NEARLY = 2.0
_OVERLAP = "the parts come to more than the whole: they overlap, it is no partition"
_NOT_ALL = "nothing says that the list is all of the whole"
_List = Sequence[Fact]


def find_sublists(page: Page, found: Collection[Relation]) -> Iterator[Relation]:
    """The sums of what the sentences list, and the lists that nothing explains."""
    sums = [each for each in found if each.kind in ("sum", "difference") and each.verdict == AGREES and each.stated]
    whole_of = {part.number: each.stated.number for each in sums if each.stated for part in each.parts}
    taken = set(whole_of) | {each.stated.number for each in sums if each.stated}
    doubted = {part.number for each in found if each.kind == "sum" and each.verdict != AGREES for part in each.parts}
    for listed in _lists(page):
        made = list(_made(page, listed, whole_of))
        yield from made
        if made:
            continue
        if not any(fact.number in taken or fact.number in doubted for fact in listed):
            yield from _no_partition(page, listed, whole_of)


def _lists(page: Page) -> Iterator[list[Fact]]:
    """The levels and changes of one unit that a sentence prints, cells of tables apart."""
    for sentence in page.by_sentence.values():
        if len(sentence) < _LEAST:
            continue
        lists: dict[str, list[Fact]] = {}
        for fact in sentence:
            if _is_amount(page, fact):
                lists.setdefault(fact.unit, []).append(fact)
        yield from (listed for listed in lists.values() if _LEAST <= len(listed) <= _MOST)


def _is_amount(page: Page, fact: Fact) -> bool:
    """Whether a figure may be one of a list: no base of a share, no old one that another is held against."""
    amount = fact.measure in ("level", "change") and fact.unit not in NO_AMOUNT and fact.exact and fact.value
    return bool(amount) and not (fact.number in amounts_of(page).cells or page.is_base(fact) or is_old(fact, page))


def _made(page: Page, listed: _List, whole_of: dict[int, int]) -> Iterator[Relation]:
    """The parts of a list that come to a figure before it, each figure in one of them."""
    own = {fact.number for fact in listed}
    outer = [fact for fact in listed if whole_of.get(fact.number) not in own]
    if all(whole_of.get(fact.number) is not None for fact in outer):
        return
    used: set[int] = set()
    tried: list[_List] = [outer] if len(outer) < len(listed) or len({f.measure for f in listed}) > 1 else []
    tried += [listed[1::2], listed[::2]] if len(listed) >= 2 * _LEAST and len(listed) % 2 == 0 else []
    tried += [listed[at:] for at in range(1, len(listed) - _LEAST + 1)]
    for tries, parts in enumerate(tried, start=1):
        if len(parts) > 1 and not any(part.number in whole_of or part.number in used for part in parts):
            found = _earlier(page, parts, tries)
            used.update(part.number for part in (found.parts if found else ()))
            yield from [found] if found else []


def _earlier(page: Page, parts: _List, tries: int) -> Relation | None:
    """A figure before a list that the sizes of its figures come to."""
    sized = [part if part.value > 0 else replace(part, value=-part.value) for part in parts]
    room = sum(part.half for part in parts)
    for whole in amounts_of(page).at(parts[0].unit, sum_of(sized), room):
        if not 0 < parts[0].number - whole.number <= _FAR or not whole.exact or whole.status != parts[0].status:
            continue
        found = total(whole, sized)
        wide = max(2 * found.tolerance, common_step((whole, *sized)))
        places = amounts_of(page).places
        apart_by = places[parts[0].number] - places[whole.number]
        fine = found.tolerance < min(part.value for part in sized) / 2
        if found.verdict == AGREES and fine and tries * apart_by * wide <= _CHANCE * whole.value:
            return found
    return None


def _no_partition(page: Page, listed: _List, whole_of: Collection[int]) -> Iterator[Relation]:
    """A list under a figure that it does not make: it overlaps, or is not all there is."""
    levels = [fact for fact in listed if fact.measure == "level"]
    spoken = [page.before(fact, _SAID) for fact in levels]
    if any(holds(said, words().each_words) or words().rest_told.search(said) for said in spoken):
        return
    whole, parts = _under(page, levels, whole_of)
    if whole is None or len(parts) < _LEAST:
        return
    found = total(whole, parts)
    if found.verdict == DISAGREES and whole.value < _NEARLY * found.computed < _NEARLY**2 * whole.value:
        yield apart(found, _OVERLAP if found.computed > whole.value else _NOT_ALL)


def _under(page: Page, levels: _List, whole_of: Collection[int]) -> tuple[Fact | None, _List]:
    """What a list could be parts of: its own first figure where words say so, else the nearest before it that is no
    part of anything."""
    if len(levels) < _LEAST:
        return None, levels
    if words().parts_follow.search(page.between(levels[0], levels[1])):
        return levels[0], levels[1:]
    largest = max(fact.value for fact in levels)
    before = page.preceding(levels[0], _FAR, _SENTENCES)
    alike = (f for f in before if f.unit == levels[0].unit and f.measure == "level" and f.status == levels[0].status)
    likely = (f for f in alike if f.value > largest and f.exact and f.number not in whole_of)
    return next((f for f in likely if not is_old(f, page) and not page.is_base(f)), None), levels
