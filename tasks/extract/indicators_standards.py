"""Standards told by classes: behind 补贴标准： the line 重度残疾人每月90元 is the standard of those."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from tasks.extract.indicators_state import Telling
from tasks.extract.indicators_wording import SHARES, phrases
from tasks.vocabulary import either

_HEAD = re.compile(
    r"[\s\x01一二三四五六七八九十\d（）()、.．]*(?P<head>[\u3400-\u9fff、]{2,20}?)"
    r"(?:(?:分别|统一|一律)?(?:按照?|依据?|根据)[^，。；：:\x02]{2,16}(?:分档|分类|确定|执行|发放|划分|计算|核定)(?:为|如下)?"
    r"|分为.{0,6}|分[\u3400-\u9fff]{1,4}|(?:具体)?如下|分别为|为|是|\x01*(?:起)?(?:调整|提高)为?)?"
)
# 每户补助分三等，一等8000元: grades told behind a comma as well.
_GRADED = re.compile(
    r"[\s\x01]{0,16}+(?P<head>[\u3400-\u9fff、]{2,16}?)(?:[共可则均]|(?:按照?|依据?)[^，。按依]{1,10}?){0,2}"
    r"(?:划?分为?成?|设为?|有)[两二三四五六七八九十\x02]{1,2}个?(?:等次?|档次?|级别?|类别?)"
)
_GRADE = re.compile("(?:其中)?第?[一二三四五六七八九特甲乙丙丁高中低][等档级类](?:每[户人亩生]|人均|户均)?")
_NO_SHARE = re.compile("比例|比重|占|增|率$|费$")
_LONGEST, _SHORT_CLASS = 18, 6
# 按月支付伤残津贴，标准为：一级伤残为本人工资的90%: what the standard is of stands in the clause before it.
_BARE_HEAD = re.compile("(?:其|具体|发放|支付|补助|计发)?标准")
# 当时的贫困线，是农民人均纯收入869元: the standard, and in brackets what it is measured by.
_LINE = re.compile("(?P<line>[\u3400-\u9fff]{1,12}(?:标准|门槛|底线|红线|[困保付]线))(?:就|便|即|则|应|定)?(?:是|为)?")
_MEASURED_BY = re.compile("(?:收入|支出|消费|费用|工资|产值|产量|面积|销售额)$")
_IS = re.compile("[\\s\x01]*(?:就|便|即|则|定|也)?(?:是|为)")
# 低保标准为城市每月700元、农村500元: the standard, and the first class of those that have one.
_OF_CLASS = re.compile(
    "(?P<head>[\u3400-\u9fff]{2,14}(?:标准|票价|补贴|补助|津贴|租金|单价))(?:为|是)(?P<sort>[\u3400-\u9fff]{2,6})"
)


class _Words(NamedTuple):
    paid: re.Pattern[str]
    ratio: re.Pattern[str]
    no_class: re.Pattern[str]
    benefit: re.Pattern[str]


@cache
def _words() -> _Words:
    """The words under `standards` in seeds/vocabulary/phrases.yaml, compiled once; fees by the year are no standard."""
    words: dict[str, list[str]] = phrases()["standards"]
    return _Words(
        re.compile(f"(?:{either(words['paid'])}|(?<!年)费)$"),
        re.compile(f"(?:{either(words['ratios'])})$"),
        re.compile(either(words["no_class"])),
        re.compile(rf"(?:{either(words['gives'])})(?P<paid>[\u3400-\u9fff]{{0,8}}(?:{either(words['benefits'])}))"),
    )


def _paid_before(words: str) -> str:
    """What a clause says is paid (从基金按月支付伤残津贴), "" for none."""
    found = _words().benefit.search(words)
    return found["paid"] if found else ""


def add_standards(told: Telling) -> None:
    """Closes the names of classes behind a head and a colon by what it says they are paid, in place."""
    masked, words = told.masked, _words()
    head = paid = graded = ""
    for clause in told.sentence.clauses:
        if not clause.quantities:
            said = masked[clause.start : clause.end]
            paid = _paid_before(said) or paid
            graded = by_grades["head"] if (by_grades := _GRADED.fullmatch(said)) else graded
            colon = masked[clause.end : clause.end + 1] in "：:"
            found = _HEAD.fullmatch(said) if colon else None
            if colon and found and paid and _BARE_HEAD.fullmatch(found["head"]):
                head = paid
                continue
            head = found["head"] if colon and found and words.paid.search(found["head"]) else head if not colon else ""
            continue
        for index in clause.quantities if graded and not head else ():
            if _GRADE.fullmatch(told.names[index].name):
                told.names[index] = told.names[index].called(told.names[index].name + graded, "standard")
        for index in clause.quantities if head else ():
            named, slot = told.names[index], told.slots[index]
            fits = slot.kind == "money" or (slot.unit in SHARES and (head == paid or words.ratio.search(head)))
            fits = fits or (slot.unit == "月" and head == paid)
            own = named.rule in ("before", "list") and 1 < len(named.name) <= _LONGEST
            if fits and own and (words.no_class if slot.kind == "money" else _NO_SHARE).search(named.name) is None:
                told.names[index] = named.called(named.name + head, "standard")
    _add_lines(told)
    _add_classes(told)


def _add_classes(told: Telling) -> None:
    """Gives the classes that a clause lists behind a standard its name (低保标准为城市700元、农村500元), in place."""
    for clause in told.sentence.clauses:
        first, *others = clause.quantities or (0,)
        found = _OF_CLASS.fullmatch(told.names[first].name) if others else None
        sums = found and all(told.slots[index].kind == "money" for index in clause.quantities)
        plain = all(1 < len(told.names[index].name) <= _SHORT_CLASS for index in others)
        if found and sums and plain:
            told.names[first] = told.names[first].called(found["sort"] + found["head"], "standard")
            for index in others:
                sort = told.names[index].name.removeprefix(found["head"][:2])
                told.names[index] = told.names[index].called(sort + found["head"], "standard")


def _add_lines(told: Telling) -> None:
    """Names a sum by the standard that it is, with what that is measured by (贫困线(农民人均纯收入)), in place."""
    masked, before = told.masked, ""
    for clause in told.sentence.clauses:
        if not clause.quantities:
            before = masked[clause.start : clause.end]
            continue
        index = clause.quantities[0]
        named, said = told.names[index], masked[clause.start : told.slots[index].start]
        ahead, before = before, ""
        if told.slots[index].kind != "money" or not _MEASURED_BY.search(named.name):
            continue
        line, by = "", named.name
        if ahead and _IS.match(said):
            line, by = told.wording.subject(ahead), by.removeprefix(told.wording.subject(ahead))
        elif "是" in by or "为" in by:
            found = _LINE.match(by)
            line, by = (found["line"], by[found.end() :]) if found and found[0][-1] in "是为" else ("", by)
        if line and by and _LINE.fullmatch(line):
            told.names[index] = named.called(f"{line}({by})", "standard")
