"""Shares whose part or whole is told by its name: 占外贸总值的比重, 城镇化率, 占全国的 S（全国 W）."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tasks.validate.arithmetic.facts import AGREES, Fact, Page, Relation
from tasks.validate.arithmetic.heading import whole_of_heading
from tasks.validate.arithmetic.partitions import bearing_words, own_words
from tasks.validate.arithmetic.portions import can_be, is_sure, one_of
from tasks.validate.arithmetic.words import words

CALLED = 0.6
"""How much of a name, two characters by two, must stand with a figure that it names."""
_NAMED_BACK = 40
_NAMED_SENTENCES = 12
_NAMED_BEHIND = 6
_SENTENCE = re.compile(r"[。\n]")
_ENDS = re.compile(r"[，,。；;、\n]")
_HEAD = 2
_LEADS = "：:其中"
_TAILS = "为达到约"
_COUNTS = 10
_AREAS = {"平方米": 1.0, "亩": 2000 / 3, "公顷": 1e4, "平方公里": 1e6}
_AGAIN = 4
_MEAN_BACK = 16
_COUNTED_BACK = 12
_LATER = 24
_COUNTED_SENTENCES = 3
_TIGHT_COUNTED = 0.12
_TIGHT = 0.03
_PLAN = 16


def of_named(page: Page, share: Fact, last_whole: Fact | None) -> Relation | None:
    """甲占乙的比重为 S, both printed before; 丙比重为 S takes the whole of the share before it. Only a fit counts."""
    part, whole = _names_of(page, share, last_whole)
    if part is None or whole is None or not can_be(part, whole):
        return None
    relation = one_of(part, whole, share)
    return relation if relation.verdict == AGREES else None


def _names_of(page: Page, share: Fact, last_whole: Fact | None) -> tuple[Fact | None, Fact | None]:
    """The part and the whole that the words before a share name."""
    said = page.before(share, 40)
    levels = [f for f in page.preceding(share, _NAMED_BACK, sentences=_NAMED_SENTENCES) if f.measure == "level"]
    named = words().named_share.search(said)
    if named:
        part = _called(page, levels, named["part"])
        wholes = [f for f in levels if part and can_be(part, f)]
        core = words().whole_endings.sub("", words().scope.sub("", named["whole"]))
        return part, _called(page, wholes, named["whole"]) or (_called(page, wholes, core) if core else None)
    within = words().share_within.search(said)
    if within:
        part = _called(page, levels, within["part"])
        return part, _printed_under(page, part) if part else None
    of_whole = words().share_of_named.search(said)
    if of_whole:
        mine = next((f for f in levels if f.sentence == share.sentence), None)
        others = [f for f in levels if mine and can_be(mine, f)]
        name = words().scope.sub("", of_whole["whole"])
        return mine, (_headed(page, mine, others, name, share) if mine else None) or _called(page, others, name)
    if words().share_of_the_same.search(said):
        return next((f for f in levels if f.sentence == share.sentence), None), last_whole
    bare = words().bare_share.search(said)
    return (_called(page, levels, bare["part"]), last_whole) if bare else (None, None)


def under_heading(page: Page, share: Fact) -> Relation | None:
    """The share of a figure right before it in what heads the sentence. Only a fit counts."""
    part = page.facts[share.number - 1] if share.number else None
    if part is None or part.measure != "level" or part.sentence != share.sentence:
        return None
    whole = whole_of_heading(page, part) if words().share_of_whole in page.between(part, share) else None
    found = one_of(part, whole, share) if whole else None
    return found if found and found.verdict == AGREES else None


def _printed_under(page: Page, part: Fact) -> Fact | None:
    """The whole that a part is printed under: 搬迁13万人，其中 N."""
    whole = next((f for f in page.preceding(part, 3) if f.measure == "level" and f.unit == part.unit), None)
    return whole if whole and words().parts_follow.search(page.between(whole, part)) else None


def _headed(page: Page, part: Fact, levels: Sequence[Fact], name: str, share: Fact) -> Fact | None:
    """The level that bears the head of a name (外贸出口总值: 出口) and fits, where chance would hardly make one fit."""
    head = words().whole_endings.sub("", name)[-_HEAD:]
    if len(head) < _HEAD:
        return None
    bearing = [f for f in levels if head in bearing_words(page, f)]
    own = [f for f in bearing if own_words(f, page).lstrip(_LEADS).rstrip(_TAILS) == head]
    bearing = own or bearing
    for whole in bearing:
        found = one_of(part, whole, share)
        if is_sure(found, share, len(bearing), _TIGHT):
            return whole
    return None


def _called(page: Page, levels: Sequence[Fact], name: str) -> Fact | None:
    """The nearest level whose name, with the words beside it, holds a name, or nearly all of it."""
    told = next((level for level in levels if level.name and name in level.name), None)
    if told:
        return told
    bare = words().bare_total.match(name)
    pairs = {bare["total"]} if bare else {name[at : at + 2] for at in range(len(name) - 1)}
    for level in levels:
        said = (
            _SENTENCE.split(page.before(level, 20))[-1] + level.name + _ENDS.split(page.after(level, _NAMED_BEHIND))[0]
        )
        if sum(pair in said for pair in pairs) >= CALLED * len(pairs):
            return level
    return None


def named_again(page: Page, share: Fact) -> Relation | None:
    """其中：脱贫户3660户14617人，脱贫户占74%: the part is named once more right before its share. Only a fit counts."""
    said = words().named_again.search(page.before(share, 20))
    if said is None:
        return None
    near = [f for f in page.preceding(share, _COUNTS, 1) if f.measure == "level"]
    part = next((f for f in near if own_words(f, page).lstrip("：:其中有").startswith(said["part"])), None)
    wholes = [f for f in page.preceding(part, _COUNTS, 1) if f.measure == "level" and can_be(part, f)] if part else []
    found = one_of(part, wholes[0], share) if part and wholes else None
    return found if found and found.verdict == AGREES else None


def of_the_mean(page: Page, share: Fact) -> Relation | None:
    """中位数12186元，…是平均数的86.7%: a median in the mean that bears its name. Only a fit counts."""
    said = words().of_mean.search(page.before(share, 16))
    near = [f for f in page.preceding(share, _MEAN_BACK, _MEAN_BACK) if f.measure == "level"] if said else []
    part = next((f for f in near if f.sentence == share.sentence), None)
    if part is None or said is None or (said["part"] and said["part"] not in part.name):
        return None
    name = words().of_mean_names.sub("", part.name)
    same = (f for f in near if f is not part and f.unit == part.unit and f.name == name)
    found = (one_of(part, whole, share) for whole in same)
    return next((relation for relation in found if relation.verdict == AGREES), None)


def told_beside(page: Page, share: Fact) -> Relation | None:
    """The share that the words or the brackets right beside it tell of; a cheap look says which there may be."""
    if page.text[share.end : share.end + 1] in ("（", "("):
        found = divided_behind(page, share)
        if found:
            return found
    said = page.before(share, 30)
    if "均" in said and (mean := of_the_mean(page, share)):
        return mean
    if "总" in said and "中" in said and (part := within_total(page, share)):
        return part
    if ("面积" in said or "覆盖率" in share.name) and (area := of_area(page, share)):
        return area
    return named_again(page, share) or some_of_them(page, share)


def within_total(page: Page, share: Fact) -> Relation | None:
    """消费投诉在总量中的占比升至 S: a part by its name in the total before it. Only a fit counts."""
    said = words().within_total.search(page.before(share, 30))
    if said is None:
        return None
    levels = [f for f in page.preceding(share, _NAMED_BACK, _NAMED_SENTENCES) if f.measure == "level"]
    parts = [f for f in levels if said["part"] in page.before(f, 20) + f.name][:_AGAIN]
    tried = [one_of(part, f, share) for part in parts for f in levels if f.start < part.start and can_be(part, f)]
    fine = (r for r in tried if is_sure(r, share, len(tried), _TIGHT_COUNTED))
    return next(fine, None)


def some_of_them(page: Page, share: Fact) -> Relation | None:
    """35个行业中28个行业增长，增长面为80%: a count of some of those before it, and their share. Only a fit counts."""
    if share.number < _HEAD or not words().some_share.search(page.before(share, 12)):
        return None
    whole, part = page.facts[share.number - 2], page.facts[share.number - 1]
    levels = whole.measure == part.measure == "level" and whole.sentence == share.sentence and can_be(part, whole)
    if not levels or not words().among.match(page.between(whole, part) + "，"):
        return None
    found = one_of(part, whole, share)
    return found if found.verdict == AGREES else None


def of_area(page: Page, share: Fact) -> Relation | None:
    """耕地15613亩，占幅员面积12.9%, the area in 平方公里: areas in two units. Only a fit counts."""
    if not words().of_area.search(page.before(share, 16) + share.name):
        return None
    near = page.preceding(share, _NAMED_BACK, _NAMED_SENTENCES)
    areas = [f for f in near if f.unit in _AREAS and f.measure == "level"]
    part = areas[0] if areas and areas[0].sentence == share.sentence else None
    for whole in areas[1:] if part else ():
        if part and whole.unit != part.unit and words().whole_area.search(whole.name + page.before(whole, 8)):
            found = one_of(_in_square_metres(part), _in_square_metres(whole), share)
            if is_sure(found, share, len(areas), _TIGHT_COUNTED):
                return replace(found, parts=(part, whole))
    return None


def _in_square_metres(area: Fact) -> Fact:
    scale = _AREAS[area.unit]
    return replace(area, value=area.value * scale, step=max(area.step, 1.0) * scale)


def divided_behind(page: Page, share: Fact) -> Relation | None:
    """债务率为68.8%（债务余额85亿元/综合财力124亿元）: the division in brackets behind a rate. Only a fit counts."""
    if share.number + 2 >= len(page.facts):
        return None
    part, whole = page.facts[share.number + 1], page.facts[share.number + 2]
    levels = part.measure == whole.measure == "level" and part.unit == whole.unit and whole.value > 0
    if not levels or page.text[share.end : share.end + 1] not in ("（", "("):
        return None
    if not words().divided_by.match(page.between(part, whole)):
        return None
    found = one_of(part, whole, share)
    return found if found.verdict == AGREES else None


def whole_behind(page: Page, share: Fact) -> Relation | None:
    """占全国的43.9%（全国2582亿元）, 完成任务的107%（任务数3900人）: the whole in brackets. Only a fit counts."""
    if not 0 < share.number < len(page.facts) - 1:
        return None
    part, whole = page.facts[share.number - 1], page.facts[share.number + 1]
    levels = part.measure == whole.measure == "level" and part.sentence == whole.sentence
    plan = words().share_of_plan.search(page.before(share, _PLAN)) is not None
    can = (plan and part.unit == whole.unit and part.value > 0 < whole.value) or can_be(part, whole)
    if not levels or not can or not (plan or words().share_of_whole in page.between(part, share)):
        return None
    if not words().whole_in_brackets.match(page.between(share, whole)):
        return None
    found = one_of(part, whole, share)
    return found if found.verdict == AGREES else None


def whole_later(page: Page, share: Fact) -> Relation | None:
    """女党员 N，占党员总数的 S。…党员总数 W: the whole by its name, printed further on. Only a fit counts.

    The part may be printed further on too: 城镇人口占总人口的 S。总人口 W，城镇人口 N.
    """
    text = page.before(share, 30)
    said = words().share_of_named.search(text)
    if said is None:
        return None
    after = [f for f in page.facts[share.number + 1 : share.number + 1 + _LATER] if f.measure == "level"]
    parts = [f for f in page.preceding(share, _AGAIN) if f.measure == "level" and f.sentence == share.sentence][:1]
    both = None if parts else words().named_share.search(text)
    if both:
        parts = [f for f in after if f.name.endswith(both["part"])][:1]
    name = words().scope.sub("", said["whole"])
    wholes = [f for f in after if len(name) > 1 and name in bearing_words(page, f)]
    found = [one_of(part, whole, share) for part in parts for whole in wholes if can_be(part, whole)]
    fine = (r for r in found if is_sure(r, share, len(found), _TIGHT))
    return next(fine, None)


def counted_after(page: Page, share: Fact) -> Relation | None:
    """占比 S，规模达 N: the count of a share right behind it, in a level printed before. Only a fit counts."""
    part = page.facts[share.number + 1] if share.number + 1 < len(page.facts) else None
    if part is None or part.measure != "level":
        return None
    link = page.between(share, part)
    if not words().counted.match(link) and not words().counted_on.match(link):
        return None
    before = [
        f for f in page.preceding(share, _COUNTED_BACK, _COUNTED_SENTENCES) if f.measure == "level" and can_be(part, f)
    ]
    tried = [one_of(part, whole, share) for whole in before]
    fine = (r for r in tried if is_sure(r, share, len(tried), _TIGHT_COUNTED))
    return next(fine, None)
