"""Shares against their part and whole: 13978 of 14036 is 99.6 %; red, yellow and black households of all three."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tasks.validate.arithmetic.facts import (
    AGREES,
    DISAGREES,
    NOT_COMPARABLE,
    Fact,
    Page,
    Relation,
    apart,
    plain,
    related,
)
from tasks.validate.arithmetic.slips import swapped
from tasks.validate.arithmetic.words import words

_BACK = 8
_NEAR = 3
_NAMED_BACK = 16
_NAMED_SENTENCES = 3
_CALLED = 0.7
_MOST_OFF = 15.0
"""Shares that are further than this from the whole are no list of all parts, unless all but one of them fit."""
_MOST_GROUPS = 12
_OTHER_BASE = "the printed shares are taken on {unit}, not on this count"
_NO_BASE = "the base of the rate is not printed; the total population is another base"
_RIGHT_AFTER = re.compile(r"^[，,、（(]?(?:约)?占(?:比|其|全部|总[数量额值]?|总体)?[为达到约近超过 ]*$")
_TIGHT = 0.12
"""A share found by trying pairs counts only when chance would fit fewer than this many of them."""


def find_shares(page: Page) -> Iterator[Relation]:
    """Every share that the printed counts let us compute."""
    done: set[int] = set()
    for group in _groups(page):
        for relation in _partition(group):
            if relation.stated is not None:
                done.add(relation.stated.number)
            yield relation
    whole: Fact | None = None
    total = next((f for f in page.facts if f.unit == "人" and f.name in words().population), None)
    for share in page.facts:
        if share.measure == "share" and share.unit in ("%", "‰") and share.number not in done:
            found = _of_pair(page, share) or _of_named(page, share, whole) or _rate_of_population(page, share, total)
            if found:
                whole = found.parts[1]
                yield found


def _whole_of(share: Fact) -> float:
    return 1000.0 if share.unit == "‰" else 100.0


def _share(parts: Sequence[Fact], part: Fact, whole: float, spread: float, share: Fact, expression: str) -> Relation:
    """A share relation; `spread` is what rounding may have moved the whole."""
    scale = _whole_of(share)
    computed = scale * part.value / whole
    tolerance = share.half + scale * (part.half / whole + part.value * spread / whole**2)
    return related("share", parts, share, share.value, computed, tolerance, expression)


def _groups(page: Page) -> Iterator[list[tuple[Fact, list[Fact]]]]:
    """Lists of two or more (share, counts right before it) of one shape: the same units in the same order."""
    group: list[tuple[Fact, list[Fact]]] = []
    for share in page.facts:
        if share.measure != "share" or share.unit not in ("%", "‰"):
            continue
        counts = _counts_before(page, share)
        previous = group[-1] if group else None
        same = previous and _continues(page, previous, share, counts)
        if not same:
            if len(group) > 1:
                yield group
            group = []
        if counts:
            group.append((share, counts))
    if len(group) > 1:
        yield group


def _counts_before(page: Page, share: Fact) -> list[Fact]:
    """The levels between a share and the share before it, when the last of them is followed by 占 or the like."""
    counts: list[Fact] = []
    for fact in page.preceding(share, 3):
        if fact.measure != "level":
            break
        counts.insert(0, fact)
    if counts and words().share_of_whole not in page.between(counts[-1], share):
        return []
    return counts


def _continues(page: Page, previous: tuple[Fact, list[Fact]], share: Fact, counts: Sequence[Fact]) -> bool:
    before, earlier = previous
    return (
        bool(counts)
        and [f.unit for f in counts] == [f.unit for f in earlier]
        and counts[0].number == before.number + 1
        and share.sentence - before.sentence <= 1
    )


def _partition(group: Sequence[tuple[Fact, list[Fact]]]) -> Iterator[Relation]:
    """Each group's share of the sum of all groups, tried on each unit that they are counted in."""
    if len(group) > _MOST_GROUPS:
        return
    bases = [_on_base(group, position) for position in range(len(group[0][1]))]
    agreeing = [sum(relation.verdict == AGREES for relation in base) for base in bases]
    best = max(range(len(bases)), key=lambda position: agreeing[position])
    whole = abs(sum(share.value for share, _ in group) - _whole_of(group[0][0])) <= _MOST_OFF
    if not whole and agreeing[best] < max(2, len(group) - 1):
        return
    if agreeing[best] == 0:
        yield from _slipped_partition(group)
        return
    unit = group[0][1][best].unit
    for position, base in enumerate(bases):
        for relation in base:
            yield relation if position == best else apart(relation, _OTHER_BASE.format(unit=unit))


def _slipped_partition(group: Sequence[tuple[Fact, list[Fact]]]) -> Iterator[Relation]:
    """Shares that all would fit their counts with two digits of one count swapped: that count's share disagrees."""
    for position in range(len(group[0][1])):
        for place, (_, counts) in enumerate(group):
            for other in swapped(counts[position]):
                mended = [
                    (share, [other if (n, p) == (place, position) else c for p, c in enumerate(facts)])
                    for n, (share, facts) in enumerate(group)
                ]
                if all(relation.verdict == AGREES for relation in _on_base(mended, position)):
                    why = f"all shares would fit with two digits of {counts[position].mention} swapped"
                    yield replace(_on_base(group, position)[place], verdict=DISAGREES, why=why)
                    return


def _on_base(group: Sequence[tuple[Fact, list[Fact]]], position: int) -> list[Relation]:
    counts = [facts[position] for _, facts in group]
    whole, spread = sum(c.value for c in counts), sum(c.half for c in counts)
    total = "+".join(plain(count) for count in counts)
    relations = []
    for (share, _), part in zip(group, counts, strict=True):
        parts = (part, *(other for other in counts if other is not part))
        relations.append(_share(parts, part, whole, spread, share, f"{plain(part)}/({total})"))
    return relations


def _of_pair(page: Page, share: Fact) -> Relation | None:
    """Part and whole among the levels before the share: the pair that fits, or the one that the words bind to it."""
    before = page.preceding(share, 3 * _BACK, sentences=1)
    levels = [f for f in before if f.measure == "level" and f.status == share.status][:_BACK]
    parts = [f for f in levels[:_NEAR] if _said_to_be_shared(page, f, share)]
    pairs = [(part, whole) for part in parts for whole in levels if _can_be(part, whole)]
    bound = _bound_pair(page, share, levels)
    found = None
    for part, whole in pairs:
        relation = _share((part, whole), part, whole.value, whole.half, share, f"{plain(part)}/{plain(whole)}")
        if relation.verdict == AGREES and ((part, whole) == bound or _telling(relation, share, len(pairs))):
            found = relation
            break
    if found or bound is None:
        return found
    part, whole = bound
    return _share((part, whole), part, whole.value, whole.half, share, f"{plain(part)}/{plain(whole)}")


def _said_to_be_shared(page: Page, part: Fact, share: Fact) -> bool:
    """Whether the words between part and share speak of a share; a coarse share must follow its part directly."""
    if part.sentence != share.sentence or (share.step >= 1 and part.number != share.number - 1):
        return False
    return bool(words().share_words.search(page.between(part, share)))


def _can_be(part: Fact, whole: Fact) -> bool:
    return part is not whole and part.unit == whole.unit and 0 < part.value <= whole.value


def _telling(relation: Relation, share: Fact, tried: int) -> bool:
    """Whether the fit is too good for chance, given how many pairs were tried."""
    return tried * 2 * relation.tolerance / _whole_of(share) < _TIGHT


def _bound_pair(page: Page, share: Fact, levels: Sequence[Fact]) -> tuple[Fact, Fact] | None:
    """Part and whole that the words bind to the share: W, 其中 N, 占比 S; or W, 完成 N, 完成率 S."""
    part = levels[0] if levels else None
    if part is None or part.number != share.number - 1 or part.sentence != share.sentence:
        return None
    whole = next((level for level in levels[1:] if level.unit == part.unit), None)
    if whole is None or whole.value <= 0 or page.unread(whole, share):
        return None
    link, among = page.between(part, share), page.between(whole, part)
    if _RIGHT_AFTER.match(link) and words().parts_follow.search(among):
        return part, whole
    adjacent = whole.number == part.number - 1 and whole.sentence == share.sentence
    named_rate = link.rstrip("达到为约是 ").endswith(words().rate_name)
    return (part, whole) if adjacent and named_rate and len(link) <= 14 and _shared_word(link, among) else None


def _shared_word(link: str, among: str) -> bool:
    """Whether two words next to each other (整改) stand both before the part and in the rate's name."""
    return any(link[at : at + 2] in among for at in range(len(link) - 2) if link[at : at + 2].isalpha())


def _of_named(page: Page, share: Fact, last_whole: Fact | None) -> Relation | None:
    """甲占乙的比重为 S, both printed before; 丙比重为 S takes the whole of the share before it. Only a fit counts."""
    said = page.before(share, 40)
    named = words().named_share.search(said)
    bare = None if named else words().bare_share.search(said)
    found = named or bare
    if found is None:
        return None
    levels = [f for f in page.preceding(share, _NAMED_BACK, sentences=_NAMED_SENTENCES) if f.measure == "level"]
    part = _called(page, levels, found["part"])
    whole = _called(page, levels, named["whole"]) if named else last_whole
    if part is None or whole is None or not _can_be(part, whole):
        return None
    relation = _share((part, whole), part, whole.value, whole.half, share, f"{plain(part)}/{plain(whole)}")
    return relation if relation.verdict == AGREES else None


def _called(page: Page, levels: Sequence[Fact], name: str) -> Fact | None:
    """The nearest level whose name, or the words before it, hold nearly all of a name."""
    pairs = {name[at : at + 2] for at in range(len(name) - 1)}
    for level in levels:
        said = page.before(level, 20) + level.name
        if sum(pair in said for pair in pairs) >= _CALLED * len(pairs):
            return level
    return None


def _rate_of_population(page: Page, share: Fact, total: Fact | None) -> Relation | None:
    """A rate after a count of persons, where the text prints the total population: comparable only when it fits."""
    if not share.name.endswith(words().rate_name):
        return None
    persons = next((f for f in page.preceding(share, 2) if f.unit == "人" and f.measure == "level"), None)
    if persons is None or total is None or not _can_be(persons, total):
        return None
    found = _share((persons, total), persons, total.value, total.half, share, f"{plain(persons)}/{plain(total)}")
    return apart(found, _NO_BASE) if found.verdict in (DISAGREES, NOT_COMPARABLE) else found
