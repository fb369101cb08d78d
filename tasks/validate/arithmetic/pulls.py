"""What parts pull a growth by: the points come to the growth, and each is the part's contribution to it.

三次产业的贡献率分别为 A%、B%、C%，分别拉动经济增长 a、b、c 个百分点: a + b + c is the growth, a / growth is A.
Only fits count.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from tasks.validate.arithmetic.adding import room_of, sum_of, total
from tasks.validate.arithmetic.facts import AGREES, Fact, Page, Relation, fits, plain, related
from tasks.validate.arithmetic.gaps import POINTS, core_of
from tasks.validate.arithmetic.portions import times_over
from tasks.validate.arithmetic.words import words

_SAID = 16
_LONGEST = 24
_NEAR = 20
_SENTENCES = 2
_MOST = 6
_MOST_GROWTHS = 4
_ROUNDING = 0.1
"""Points whose rounding is more than this part of the growth say nothing of it."""
_ROUNDING_OF_ALL = 0.15
_BACK = 8
_PAST = 2


def find_pulls(page: Page) -> Iterator[Relation]:
    """The sums of points that a growth is made of, and the contributions that they are."""
    if not any(fact.unit == POINTS for fact in page.facts) or not words().pulls.search(page.text):
        return
    every = [f for f in page.facts if f.measure == "growth" and f.unit == "%"]
    economy = [f for f in every if words().economy.search(f.name)]
    for run in _runs(page) if every else ():
        growths = _of_target(page, run[0], every) or economy
        at = bisect_left(growths, run[0].number, key=lambda growth: growth.number)
        near = [*growths[max(at - _MOST_GROWTHS, 0) : at][::-1], *growths[at : at + 1]]
        yield from _all_of(run, near)
        yield from _contributions(page, run, near)


def _of_target(page: Page, point: Fact, growths: Sequence[Fact]) -> list[Fact]:
    """The growths of what words between the verb and a point name: 上拉全市工业增加值增速 1.2个百分点."""
    target = words().pulled.search(page.before(point, _LONGEST))
    said = core_of(target["what"]) if target else ""
    at = bisect_left(growths, point.number, key=lambda growth: growth.number)
    near = growths[max(at - _NEAR, 0) : at] if len(said) > 1 and not words().economy.search(said) else []
    return [growth for growth in near if said in growth.name]


def _runs(page: Page) -> Iterator[list[Fact]]:
    """Points that pull a growth, those of one sentence and the next together."""
    run: list[Fact] = []
    for fact in page.facts:
        if fact.measure in ("change", "growth") and fact.unit == POINTS and _pulls(page, fact, run):
            if run and fact.sentence - run[-1].sentence > _SENTENCES:
                yield run
                run = []
            run.append(fact)
    if run:
        yield run


def _pulls(page: Page, fact: Fact, run: Sequence[Fact]) -> bool:
    """Whether words say so, or the figure goes on with a list of such."""
    if words().pulls.search(page.before(fact, _SAID)):
        return True
    listed = bool(run) and run[-1].number == fact.number - 1
    return listed and len(page.between(run[-1], fact)) <= 1


def _all_of(run: Sequence[Fact], growths: Sequence[Fact]) -> Iterator[Relation]:
    """The growth that all points of a run come to."""
    for growth in growths if 1 < len(run) <= _MOST else ():
        room = room_of(growth, run)
        fine = 2 * room <= _ROUNDING_OF_ALL * abs(growth.value)
        if fine and fits(growth.value, sum_of(run), room) and all(fact.value != growth.value for fact in run):
            yield total(growth, run)
            return


def _contributions(page: Page, run: Sequence[Fact], growths: Sequence[Fact]) -> Iterator[Relation]:
    """Each point in the growth against the contribution printed before it, in its clause or in the order of a list."""
    shares = [f for f in page.preceding(run[0], _BACK) if f.measure == "share" and f.unit == "%"][: len(run)][::-1]
    listed = len(shares) == len(run) > 1 and shares[-1].number == run[0].number - 1
    if listed:
        pairs = list(zip(run, shares, strict=True))
    else:
        pairs = [(point, near) for point in run for near in _beside(page, point)]
    told = [(point, share) for point, share in pairs if _contributes(page, share, point)]
    for growth in growths if told else ():
        found = [each for point, share in told if (each := _contribution(point, growth, share))]
        if found and all(relation.verdict == AGREES for relation in found):
            yield from found
            return


def _beside(page: Page, point: Fact) -> Sequence[Fact]:
    """The figures right before and right behind a point, and the share before it that its own change follows."""
    before = next((f for f in page.preceding(point, _PAST, 1) if f.measure != "change"), None)
    return [*([before] if before else []), *page.facts[point.number + 1 : point.number + 2]]


def _contributes(page: Page, share: Fact, point: Fact) -> bool:
    said = page.before(share, _SAID) + share.name
    same = abs(share.sentence - point.sentence) <= 1 and share.measure == "share"
    return same and words().contributes.search(said) is not None


def _contribution(point: Fact, growth: Fact, share: Fact) -> Relation | None:
    """The part of a growth that a point makes, against a stated contribution; None where it could be anything."""
    if not growth.value or not share.value:
        return None
    room = 100 * (point.half / abs(growth.value) + abs(point.value) * growth.half / growth.value**2)
    if room > _ROUNDING * max(abs(share.value), 1):
        return None

    expression = f"{plain(point)}/{plain(growth)}"
    return related("share", (point, growth), share, share.value, times_over(100.0), room + share.half, expression)
