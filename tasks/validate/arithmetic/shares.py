"""Shares against their part and whole: 13978 of 14036 is 99.6 %; red, yellow and black households of all three."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tasks.validate.arithmetic.facts import (
    AGREES,
    Fact,
    Page,
    Relation,
    apart,
)
from tasks.validate.arithmetic.groups import groups_of, nearly, off_whole, partition
from tasks.validate.arithmetic.listed import find_listed, totals_before
from tasks.validate.arithmetic.named import (
    CALLED,
    counted_after,
    of_named,
    of_the_mean,
    told_beside,
    under_heading,
    whole_behind,
    whole_later,
)
from tasks.validate.arithmetic.portions import TIGHT, can_be, is_sure, one_of, whole_of
from tasks.validate.arithmetic.rates import NO_BASE, rate_beside, rate_by_name, rate_of_both, rate_of_population
from tasks.validate.arithmetic.siblings import RIGHT_AFTER, beside_others, of_the_same, whole_before, whole_of_group
from tasks.validate.arithmetic.words import holds, words

_BACK = 12
_FACTS_BACK = 40
_NEAR = 3
_SAID = 40
_LONGEST_NAME = 16
_TIGHTER = 0.02
"""What TIGHT is for a whole that stands more than a sentence before, or is a target."""
_TO_THE_DIGIT = 0.005
"""The same for a share that comes out to its last digit."""
_FAR_BACK = 3
_SHARED = ("share", "ratio")


def find_shares(page: Page) -> Iterator[Relation]:
    """Every share that the printed counts let us compute."""
    if page.measures.isdisjoint(_SHARED):
        return
    done: set[int] = set()
    for group in groups_of(page):
        for relation in partition(page, group):
            if relation.stated is not None:
                done.add(relation.stated.number)
            yield relation
        complete = off_whole(group) <= nearly(group)
        yield from whole_before(page, [counts[0] for _, counts in group], complete=complete)
        yield from whole_of_group(group, done)
    for relation in find_listed(page, done):
        if relation.stated is not None:
            done.add(relation.stated.number)
        yield relation
    whole: Fact | None = None
    held: list[Relation | Fact] = []
    total = next((f for f in page.facts if f.unit == "人" and f.name in words().population), None)
    for share in page.facts:
        if share.measure == "ratio" and share.unit == "%":
            mean = of_the_mean(page, share)
            yield from [mean] if mean else []
        elif share.measure == "share" and share.unit in ("%", "‰") and share.number not in done:
            found = (
                _of_given(page, share)
                or of_the_same(page, share, held)
                or _of_pair(page, share)
                or of_named(page, share, whole)
                or rate_by_name(page, share)
                or whole_behind(page, share)
                or counted_after(page, share)
                or told_beside(page, share)
                or whole_later(page, share)
                or under_heading(page, share)
                or rate_of_population(page, share, total)
                or rate_of_both(page, share)
                or rate_beside(page, share)
            )
            if found:
                whole = found.parts[1]
                yield found
            held.append(found or share)
    yield from beside_others(page, held)


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
        if is_sure(found, share, len(far), _TIGHTER):
            return found
    return _of_bound(*bound, share) if bound else None


def _of_bound(part: Fact, whole: Fact, share: Fact) -> Relation:
    """A share that does not fit the pair that it is bound to; a rate of all people may have another base."""
    found = one_of(part, whole, share)
    people = holds(whole.name, words().population)
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
    if abs(relation.computed - share.value) <= share.half and tried * share.step / whole_of(share) < _TO_THE_DIGIT:
        return True
    near = share.sentence - whole.sentence <= 1 and whole.status == share.status
    limit = TIGHT if near else _TIGHTER
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
    if words().parts_follow.search(among) and (RIGHT_AFTER.match(link) or _is_headed(link, whole)):
        return part, whole
    adjacent = whole.number == part.number - 1 and whole.sentence == share.sentence
    named = adjacent and len(link) <= _LONGEST_NAME and _names_part(link, among, page.before(whole, _LONGEST_NAME))
    return (part, whole) if named else None


def _is_headed(link: str, whole: Fact) -> bool:
    """Whether a share is of what the name of a whole ends with: 固定资产投资 W，…其中工业投资 N（占总投资的 S）."""
    said = words().share_of_total.match(link)
    return said is not None and whole.name.endswith(said["whole"])


def _names_part(link: str, among: str, whole: str) -> bool:
    """Whether a rate (整改率) is of what leads to the part alone (完成整改), or a 比例 has nearly all of its words."""
    name = link.strip("，,、（( ").rstrip("达到为约是 ")
    rate = next((word for word in words().rate_names if name.endswith(word)), None)
    if rate:
        if words().denied.search(name):
            return False
        done = name.removesuffix(rate)[-2:]
        alike = next((verbs for verbs in words().done_alike if done in verbs), (done,))
        return len(done) > 1 and any(verb in among for verb in alike) and not any(verb in whole for verb in alike)
    pairs = {name[at : at + 2] for at in range(len(name) - 1)}
    said = {pair for pair in pairs if pair in among}
    kind = next((word for word in words().share_names if name.endswith(word)), None)
    if kind is None:
        return False
    core = {name[at : at + 2] for at in range(len(name) - len(kind) - 1)}
    return bool(core) and len(core & said) >= CALLED * len(core)


def _of_given(page: Page, share: Fact) -> Relation | None:
    """N，占总数 W 的 S; N，为计划 W 的 S: the words bind all three, and S may be above the whole.

    A sentence may say its part again: 9个村没有。这9个村占66个村的 S. Then only a fit counts.
    """
    if share.number < 2:
        return None
    part, whole = page.facts[share.number - 2], page.facts[share.number - 1]
    counts = part.measure == whole.measure == "level" and part.unit == whole.unit and whole.value > 0
    again = share.sentence - part.sentence == 1 and part.mention in page.between(part, whole)
    if not counts or not (part.sentence == share.sentence or again):
        return None
    bound = words().share_of_given.search(page.between(part, whole))
    if not bound or not words().given_to_share.match(page.between(whole, share)):
        return None
    found = one_of(part, whole, share)
    return found if found.verdict == AGREES or not again else None
