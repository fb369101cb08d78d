"""Years around a number: deadlines ahead of publication (到2030年, 到“十五五”末, 到年底), years to come, years over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tasks.extract.dates_calendar import parse_published
from tasks.extract.numbers import read_numeral
from tasks.extract.status_cues import Cue, Place, fact_follows

_YEAR = re.compile(r"(?<![0-9“])(?:到|至)(20\d\d)年(?!度|.{0,4}(?:以来|为止))")
_FIVE_YEARS = re.compile(
    r"(?P<to>(?<!截)[到至])?“?十(?P<plan>[四五六七])五”?(?:规划)?(?P<end>期?末|时期末)?(?:时期|期间)?"
)
_FIVE_YEAR_END = {"四": 2025, "五": 2030, "六": 2035, "七": 2040}
_YEAR_END = re.compile(
    r"(?:(?<!截)[到至]|(?=(?:20\d\d年|今年|年)年?[底末]前))(?:(20\d\d)年|今年|(?<![去上前0-9年])年)年?[底末]前?"
)
_LATE = 10
_NAMED_YEAR = re.compile(r"(?<![比较与同跟])(?:20\d\d(?=年(?!同期))|[去上]年(?!同期))|今年|明年")
_LAST_YEAR = ("去年", "上年")
_COMING_YEAR = re.compile(
    r"(?:^|[，,。；;、：:（(“\s到至在于！？])(?<!“到)(20\d\d)年(?!度|以来|以后|起|[^，,。；;]{0,18}(?:考试|世界杯|奥运|赛|春运|大会|展|博览会|论坛|晚会|高考|招聘|考生|典礼))"
)
_TODAY = re.compile("今天|昨天|昨晚|今晚|日前|近日|已")
_REACH = 400
# 到2027年，问题基本解决。覆盖率达到80%: the sentences behind one that opens with a year to come are of it too.
_BY_THEN = re.compile(
    r"(?:(?:^|[。\n：])[\s\u3000]*|(?:规划|计划|方案|目标|意见|纲要)[^，,。\n]{0,5}[，,]?|(?:提出|明确|强调)[，,])"
    r"[到至](20[0-9]{2})年[底末]?[，,][^。\n]{6,200}。"
)
_BACK = re.compile(r"今年|去年|目前|截至|近年|以来|20[0-9]{2}年|[已了过曾]|现有|如今|居全|据")
_SENTENCE = 300
_PART = re.compile(
    r"[，,]?(?:今年|(?P<year>20[0-9]{2})年)?(?P<part>上半年|前三季度|第?[一二三]季度|前(?P<months>[0-9]{1,2}|[一二三四五六七八九十]{1,2})个月)"
)
_PART_ENDS = {"上半年": 6, "三季度": 9, "一季度": 3, "二季度": 6}
_TO_BE = re.compile(r"[^，,。；;0-9]{0,16}将")
# 下一步，…，预计带动500人: a look ahead in a text that reports on a year.
_FORESEEN = re.compile("预计(?:全年|(?:可|能)?(?:实现|完成))")
_REVIEW, _PAGE = re.compile("回顾(?:这|过去|[一五])|[这过去]一年[，,]|一年来|五年来"), 600
_OVER_LAST = re.compile("[，、,][^，。、,]{0,4}(?:同比|比上年|较上年|比去年|较去年)")
_LOOKS_AHEAD = re.compile("下一?(?:步|阶段)(?!说)|接下来|今后|将(?:进一步|继续|不断|依托|围绕|加快)")
_SOON_KNOWN = 3
_FAR_AHEAD = 30


def year_to_end(published_at: str | None, reporting: str | None) -> int:
    """The year of publication where its end lies well ahead and the text reports on no earlier year, else 0."""
    published = parse_published(published_at)
    if published is None or published.month > _LATE or (reporting and reporting[:4] < f"{published.year:04d}"):
        return 0
    return published.year


def reviewed_year(published_at: str | None) -> int | None:
    """The last year that a report looks back on: the one before publication, from November on the year itself."""
    published = parse_published(published_at)
    if published is None:
        return None
    return published.year if published.month > _LATE else published.year - 1


def years(text: str, start: int, end: int, due: int) -> Iterator[tuple[re.Match[str], int]]:
    """Mentions of years that may be deadlines, each with the first publication year that it is no longer ahead of."""
    if text.find("20", start, end) >= 0:
        yield from ((match, int(match[1])) for match in _YEAR.finditer(text, start, end))
    if text.find("十", start, end) >= 0:
        yield from ((match, _of_plan(match)) for match in _FIVE_YEARS.finditer(text, start, end))
    if due and text.find("年", start, end) >= 0:
        ends = _YEAR_END.finditer(text, start, end)
        yield from ((match, due + 1) for match in ends if int(match[1] or due) == due)


def _of_plan(match: re.Match[str]) -> int:
    """The first year of a plan, or its last where the words lead to its end (到“十四五”末)."""
    end = _FIVE_YEAR_END[match["plan"]]
    return end if match["to"] and match["end"] else end - 4


def future_year(at: Place, cues: Sequence[Cue], published_year: int) -> str:
    """The words before the number that lead to a year ahead, unless a fact follows them in a later clause."""
    ahead = [cue for cue in cues if cue.year > published_year and cue.end <= at.start]
    return ahead[-1].word if ahead and not fact_follows(at, cues, ahead[-1].end) else ""


def coming_year(at: Place, cues: Sequence[Cue], published_year: int) -> str:
    """The year after that of publication that the sentence named last before the number, "" for none."""
    low = max(at.start - _SENTENCE, 0)
    low = max(at.text.rfind("。", low, at.start), at.text.rfind("\n", low, at.start), low)
    if "20" not in at.text[low : at.start]:
        return ""
    named = list(_COMING_YEAR.finditer(at.text, low, at.start))
    if not named or _TODAY.search(at.text, low, at.start) or fact_follows(at, cues, named[-1].end()):
        return ""
    return named[-1][1] if published_year < int(named[-1][1]) < published_year + _FAR_AHEAD else ""


def part_over(text: str, at: int, today: str) -> bool:
    """Whether a part of a year stands at an offset that is over (预计上半年 in July): an estimate, no aim."""
    found = _PART.match(text, at)
    published = parse_published(today) if found and len(today) >= len("2020-07") else None
    if found is None or published is None or _TO_BE.match(text, found.end()):
        return False
    if int(found["year"] or published.year) != published.year:
        return False
    months = found["months"]
    numeral = read_numeral(months) if months else None
    last = int(numeral.value) if numeral else _PART_ENDS.get(found["part"][-3:], 0)
    return 0 < last <= published.month <= last + _SOON_KNOWN


def has_ended(at: Place, review: bool, reviewed: int | None, published: int | None = None) -> bool:
    """Whether the year that the sentence named last is over, or in a review of the end of a year almost so.

    `published` is the year of publication, which 今年 means.
    """
    low = max(at.start - _SENTENCE, 0)
    low = max(at.text.rfind("。", low, at.start), low)
    named = _NAMED_YEAR.findall(at.text, low, at.start)
    if reviewed is None:
        # A report without a date reviews the year that it names first.
        first = _NAMED_YEAR.search(at.text, 0, _SENTENCE)
        told = at.text.find("预计", low, at.start) >= 0 and _REVIEW.search(at.text, low, at.start + _PAGE) is not None
        whole = _FORESEEN.search(at.text, low, at.start) is not None
        if (first is None or first.group() == "今年") and (
            told or (whole and _OVER_LAST.search(at.text, low, at.start + _SENTENCE))
        ):
            # 预计全年完成…、同比增长11%: how a year closes, whichever it is.
            return True
        review = review or whole or told
        return review and first is not None and first.group().isdigit() and named in ([], [first.group()])
    if not named:
        return review and _LOOKS_AHEAD.search(at.text, low, at.start) is None
    if named[-1] == "今年":
        return reviewed == published
    return named[-1] in _LAST_YEAR or (named[-1].isdigit() and int(named[-1]) <= reviewed)


def year_over(at: Place, low: int, published_year: int | None) -> bool:
    """Whether the year named between an offset and the number is one that ended before publication."""
    if published_year is None:
        return False
    named = _NAMED_YEAR.findall(at.text, low, at.start)
    return bool(named) and (named[-1] in _LAST_YEAR or (named[-1].isdigit() and int(named[-1]) < published_year))


def by_then(text: str, at: int, published_year: int | None) -> str:
    """The year to come that opened an earlier sentence of the paragraph, with no word of a fact since, "" for none."""
    low = max(text.rfind("\n", max(0, at - _REACH), at) + 1, at - _REACH, 0)
    if published_year is None or text.find("年", low, at) < 0 or text.find("。", low, at) < 0:
        return ""
    opened = list(_BY_THEN.finditer(text, low, at))
    if not opened or int(opened[-1][1]) <= published_year:
        return ""
    return "" if _BACK.search(text, opened[-1].end(1) + 1, at) else opened[-1].group().lstrip("。：\n\u3000 ")[:6]
