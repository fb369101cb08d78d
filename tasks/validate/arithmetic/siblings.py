"""Shares in the whole of the shares beside them: 甲 N，占总量的 S；乙 M，占总量的 T."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tasks.validate.arithmetic.adding import total_of
from tasks.validate.arithmetic.facts import AGREES, Fact, Page, Relation
from tasks.validate.arithmetic.portions import can_be, one_of, whole_of
from tasks.validate.arithmetic.structure import hundred
from tasks.validate.arithmetic.words import words

RIGHT_AFTER = re.compile(r"^[，,、（(]?(?:约|仅|只|就|也|共)?占(?:比|其|全部|总[数量额值]?|总体)?[为达到约近超过的 ]*$")
"""What stands between a part and its share where nothing names the whole, or only as 总数."""
_FACTS_BACK = 40
_FACTS_ON = 8
_TO_WHOLE = 6
_FURTHER = 12
_LARGE = 40
_FEW = 2
_NEAR = 3
_SAID = 40
_OFF = 4.0
"""A share that is off by this many times its tolerance at most is off by its last digits."""


def beside_others(page: Page, held: Sequence[Relation | Fact]) -> Iterator[Relation]:
    """甲 N，占 S；乙 M，占 T；丙 L，占 U: a share in the whole of two others of its sentence, off by its last digit."""
    for share in held:
        part = page.facts[share.number - 1] if isinstance(share, Fact) and share.number else None
        if part is None or not isinstance(share, Fact) or not RIGHT_AFTER.match(page.between(part, share)):
            continue
        others = [each for each in held if isinstance(each, Relation) and each.verdict == AGREES and each.stated]
        wholes = [each.parts[1] for each in others if each.stated and each.stated.sentence == share.sentence]
        whole = wholes[0] if len(wholes) > 1 and len(set(wholes)) == 1 else None
        found = one_of(part, whole, share) if whole and can_be(part, whole) else None
        if found and abs(found.computed - share.value) < _OFF * found.tolerance:
            yield found


def of_the_same(page: Page, share: Fact, held: Sequence[Relation | Fact]) -> Relation | None:
    """乙 M，占总量的 T after 甲 N，占总量的 S: the same words lead to the same whole. Only a fit counts."""
    last = held[-1] if held else None
    if not isinstance(last, Relation) or not last.stated or last.verdict != AGREES or not share.number:
        return None
    part = next((f for f in page.preceding(share, _NEAR) if not page.shut_in(f, share)), share)
    whole = last.parts[1]
    said = _of_what(page, share)
    if part.measure != "level" or part.sentence != last.stated.sentence or said != _of_what(page, last.stated):
        return None
    found = one_of(part, whole, share) if said and can_be(part, whole) else None
    return found if found and found.verdict == AGREES else None


def _of_what(page: Page, share: Fact) -> str:
    """The words from the last 占 before a share."""
    before = page.before(share, _SAID)
    return before[before.rfind(words().share_of_whole) :] if words().share_of_whole in before else ""


def whole_before(page: Page, parts: Sequence[Fact], *, complete: bool) -> Iterator[Relation]:
    """The total of counts that stand beside their shares, where it is printed not far before. Only a fit counts.

    `complete`: the shares make the whole, so the total may stand further off, also behind.
    """
    made = sum(part.value for part in parts)
    if not page.has_level(parts[0].unit, made, 0.0):
        return
    back, on = (_FURTHER, _FURTHER) if complete and made >= _LARGE else (_TO_WHOLE, 1)
    near = [*page.preceding(parts[0], _FACTS_BACK, back), *page.facts[parts[-1].number + 1 :][: _FACTS_ON * on]]
    alike = (f for f in near if f.measure == "level" and f.unit == parts[0].unit)
    whole = next((f for f in alike if f.value == made and f.sentence - parts[-1].sentence <= on), None)
    if whole and whole.step <= 1 and len(parts) > _FEW and made > max(part.value for part in parts):
        yield total_of(whole, parts)


def whole_of_group(group: Sequence[tuple[Fact, list[Fact]]], done: set[int]) -> Iterator[Relation]:
    """Shares that make 100 to the digit and fit their counts are all there is, however coarse they are."""
    shares = [share for share, _ in group]
    made = sum(share.value for share in shares) == whole_of(shares[0])
    if made and all(share.number in done for share in shares):
        yield hundred(shares)
