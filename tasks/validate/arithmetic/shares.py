"""Shares against their part and whole: 13978 of 14036 is 99.6 %; red, yellow and black households of all three."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from tasks.validate.arithmetic.facts import (
    AGREES,
    DISAGREES,
    Fact,
    Page,
    Relation,
    apart,
    plain,
)
from tasks.validate.arithmetic.listed import all_forced, can_be, find_listed, one_of, share_of, totals_before, whole_of
from tasks.validate.arithmetic.named import (
    CALLED,
    NO_BASE,
    counted_after,
    of_named,
    rate_by_name,
    rate_of_both,
    rate_of_population,
    under_heading,
    whole_behind,
)
from tasks.validate.arithmetic.siblings import RIGHT_AFTER, beside_others, of_the_same, whole_before, whole_of_group
from tasks.validate.arithmetic.slips import swapped
from tasks.validate.arithmetic.words import words

_BACK = 12
_FACTS_BACK = 40
_NEAR = 3
_SAID = 40
_LONGEST_NAME = 16
_MOST_OFF = 15.0
"""Shares that are further than this from the whole are no list of all parts, unless all but one of them fit."""
_EVEN = 1e-6
_NEARLY = 0.15
_MOST_GROUPS = 12
_OTHER_BASE = "the printed shares are taken on {unit}, not on this count"
_TIGHT = 0.12
"""A share found by trying pairs counts only when chance would fit fewer than this many of them."""
_TIGHTER = 0.02
"""The same for a whole that stands more than a sentence before, or is a target."""
_FAR_BACK = 3


def find_shares(page: Page) -> Iterator[Relation]:
    """Every share that the printed counts let us compute."""
    done: set[int] = set()
    for group in _groups(page):
        for relation in _partition(group):
            if relation.stated is not None:
                done.add(relation.stated.number)
            yield relation
        yield from whole_before(page, [counts[0] for _, counts in group])
        yield from whole_of_group(group, done)
    for relation in find_listed(page, done):
        if relation.stated is not None:
            done.add(relation.stated.number)
        yield relation
    whole: Fact | None = None
    held: list[Relation | Fact] = []
    total = next((f for f in page.facts if f.unit == "人" and f.name in words().population), None)
    for share in page.facts:
        if share.measure == "share" and share.unit in ("%", "‰") and share.number not in done:
            found = (
                _of_given(page, share)
                or of_the_same(page, share, held)
                or _of_pair(page, share)
                or of_named(page, share, whole)
                or rate_by_name(page, share)
                or whole_behind(page, share)
                or counted_after(page, share)
                or under_heading(page, share)
                or rate_of_population(page, share, total)
                or rate_of_both(page, share)
            )
            if found:
                whole = found.parts[1]
                yield found
            held.append(found or share)
    yield from beside_others(page, held)


def _groups(page: Page) -> Iterator[list[tuple[Fact, list[Fact]]]]:
    """Lists of two or more (share, counts right before it) of one shape: the same units in the same order."""
    group: list[tuple[Fact, list[Fact]]] = []
    for share in page.facts:
        if share.measure != "share" or share.unit not in ("%", "‰"):
            continue
        counts = _counts_before(page, share)
        if len(group) > 1 and share.sentence != group[-1][0].sentence and _off_whole(group) < _nearly(group):
            yield group
            group = []
        if len(group) == 1 and len(group[0][1]) > len(counts) > 0:
            # 9083件中，甲5780件，占64%；乙3046件，占33%: the first count is the whole.
            group = [(group[0][0], group[0][1][-len(counts) :])]
        previous = group[-1] if group else None
        same = previous and _continues(page, previous, share, counts)
        if not same:
            if len(group) > 1:
                yield group
            group = []
        if counts:
            group.append((share, counts))
        if len(group) > 1 and _off_whole(group) < _EVEN:
            yield group
            group = []
    if len(group) > 1:
        yield group


def _off_whole(group: Sequence[tuple[Fact, list[Fact]]]) -> float:
    """How far the shares of a list are from the whole, which ends the list."""
    return abs(sum(share.value for share, _ in group) - whole_of(group[0][0]))


def _nearly(group: Sequence[tuple[Fact, list[Fact]]]) -> float:
    """How far from the whole rounding, and no more, may leave the shares of a list."""
    return min(_NEARLY, sum(share.half for share, _ in group) + group[0][0].step)


def _counts_before(page: Page, share: Fact) -> list[Fact]:
    """The levels between a share and the share before it, when the last of them is followed by 占 or the like."""
    counts: list[Fact] = []
    for fact in page.preceding(share, 3):
        if fact.measure != "level":
            break
        if not page.shut_in(fact, share):
            counts.insert(0, fact)
    if counts and words().share_of_whole not in page.between(counts[-1], share):
        return []
    return counts


def _continues(page: Page, previous: tuple[Fact, list[Fact]], share: Fact, counts: Sequence[Fact]) -> bool:
    before, earlier = previous
    return (
        bool(counts)
        and [f.unit for f in counts] == [f.unit for f in earlier]
        and all(f.measure == "growth" for f in page.facts[before.number + 1 : counts[0].number])
        and share.sentence - before.sentence <= 1
    )


def _partition(group: Sequence[tuple[Fact, list[Fact]]]) -> Iterator[Relation]:
    """Each group's share of the sum of all groups, tried on each unit that they are counted in."""
    if len(group) > _MOST_GROUPS:
        return
    bases = [all_forced(_on_base(group, position)) for position in range(len(group[0][1]))]
    agreeing = [sum(relation.verdict == AGREES for relation in base) for base in bases]
    best = max(range(len(bases)), key=lambda position: agreeing[position])
    whole = _off_whole(group) <= _MOST_OFF
    beside = any(counts[0].number != left[0].number + 1 for left, (_, counts) in pairwise(group))
    if agreeing[best] < (len(group) if beside else 0 if whole else max(2, len(group) - 1)):
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
        relations.append(share_of(parts, part, whole, spread, share, f"{plain(part)}/({total})"))
    return relations


def _of_pair(page: Page, share: Fact) -> Relation | None:
    """Part and whole among the levels before the share: the pair that fits, or the one that the words bind to it."""
    before = page.preceding(share, _FACTS_BACK, sentences=_FAR_BACK)
    levels = [f for f in before if f.measure == "level" and not page.shut_in(f, share)]
    mine = [f for f in levels if f.status == share.status]
    plan = words().share_of_plan.search(page.before(share, 16)) is not None
    parts = [f for f in mine[:_NEAR] if _said_to_be_shared(page, f, share, plan=plan)]
    if parts and parts[0].number == share.number - 1 and RIGHT_AFTER.match(page.between(parts[0], share)):
        parts = parts[:1]
    pairs = [(part, whole) for part in parts for whole in _wholes(part, levels, plan=plan)]
    bound = _bound_pair(page, share, [f for f in mine if share.sentence - f.sentence <= 1])
    for part, whole in pairs:
        found = one_of(part, whole, share)
        if found.verdict == AGREES and ((part, whole) == bound or _telling(found, share, whole, len(pairs))):
            return found
    far = [] if plan else [(part, whole) for part in parts for whole in totals_before(page, part)]
    for part, whole in far:
        found = one_of(part, whole, share)
        if found.verdict == AGREES and len(far) * 2 * found.tolerance / whole_of(share) < _TIGHTER:
            return found
    return _of_bound(*bound, share) if bound else None


def _of_bound(part: Fact, whole: Fact, share: Fact) -> Relation:
    """A share that does not fit the pair that it is bound to; a rate of all people may have another base."""
    found = one_of(part, whole, share)
    people = any(word in whole.name for word in words().population)
    return apart(found, NO_BASE) if people and share.name.endswith(words().rate_names) else found


def _wholes(part: Fact, levels: Sequence[Fact], *, plan: bool) -> list[Fact]:
    """The nearest levels that a part may be a part of; a plan may be surpassed."""
    if plan:
        return [f for f in levels if f is not part and f.unit == part.unit and f.value > 0 < part.value][:_BACK]
    return [whole for whole in levels if can_be(part, whole)][:_BACK]


def _said_to_be_shared(page: Page, part: Fact, share: Fact, *, plan: bool) -> bool:
    """Whether the words between part and share speak of a share; a coarse share must follow its part directly."""
    if part.sentence != share.sentence or (share.step >= 1 and part.number != share.number - 1):
        return False
    return plan or bool(words().share_words.search(page.text[max(part.end, share.start - _SAID) : share.start]))


def _telling(relation: Relation, share: Fact, whole: Fact, tried: int) -> bool:
    """Whether the fit is too good for chance, given how many pairs were tried and how near the whole stands."""
    near = share.sentence - whole.sentence <= 1 and whole.status == share.status
    limit = _TIGHT if near else _TIGHTER
    return tried * 2 * relation.tolerance / whole_of(share) < limit


def _bound_pair(page: Page, share: Fact, levels: Sequence[Fact]) -> tuple[Fact, Fact] | None:
    """Part and whole that the words bind to the share: W, 其中 N, 占比 S; or W, 完成 N, 完成率 S."""
    part = levels[0] if levels else None
    if part is None or part.number != share.number - 1 or part.sentence != share.sentence:
        return None
    whole = next((level for level in levels[1:] if level.unit == part.unit), None)
    if whole is None or whole.value <= 0 or page.unread(whole, share):
        return None
    link, among = page.between(part, share), page.between(whole, part)
    if RIGHT_AFTER.match(link) and words().parts_follow.search(among):
        return part, whole
    adjacent = whole.number == part.number - 1 and whole.sentence == share.sentence
    named = adjacent and len(link) <= _LONGEST_NAME and _names_part(link, among, page.before(whole, _LONGEST_NAME))
    return (part, whole) if named else None


def _names_part(link: str, among: str, whole: str) -> bool:
    """Whether a rate (整改率) is of what leads to the part alone (完成整改), or a 比例 has nearly all of its words."""
    name = link.strip("，,、（( ").rstrip("达到为约是 ")
    rate = next((word for word in words().rate_names if name.endswith(word)), None)
    if rate:
        if words().denied.search(name):
            return False
        done = name.removesuffix(rate)[-2:]
        return len(done) > 1 and done in among and done not in whole
    pairs = {name[at : at + 2] for at in range(len(name) - 1)}
    said = {pair for pair in pairs if pair in among}
    kind = next((word for word in words().share_names if name.endswith(word)), None)
    if kind is None:
        return False
    core = {name[at : at + 2] for at in range(len(name) - len(kind) - 1)}
    return bool(core) and len(core & said) >= CALLED * len(core)


def _of_given(page: Page, share: Fact) -> Relation | None:
    """N，占总数 W 的 S; N，为计划 W 的 S: the words bind all three, and S may be above the whole."""
    if share.number < 2:
        return None
    part, whole = page.facts[share.number - 2], page.facts[share.number - 1]
    counts = part.measure == whole.measure == "level" and part.unit == whole.unit and whole.value > 0
    if not counts or part.sentence != share.sentence:
        return None
    bound = words().share_of_given.search(page.between(part, whole))
    if not bound or not words().given_to_share.match(page.between(whole, share)):
        return None
    return one_of(part, whole, share)
