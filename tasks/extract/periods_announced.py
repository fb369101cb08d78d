"""Days on which something was only made known, against days that brought what is counted; and what things are for good,
whatever day they came about on."""

from __future__ import annotations

import re

from tasks.extract import periods_words as cues
from tasks.extract.cues import ABOUT
from tasks.extract.periods_document import Document
from tasks.extract.periods_stamps import Stamp
from tasks.extract.periods_words import WORDS
from tasks.vocabulary import either

# 8月21日11时，上海市通报新增3例: what is told of a printed day.
_OF_PRINTED_DAY = "通报"
# 今天发布了7起典型案例: what was made that day, unlike what it says.
_MADE = re.compile(rf"了?(?:第[一二三四五六七八九十]{{1,2}}批|首批|共)?(?:{ABOUT}|超过?)?")
# 再公布受影响业者40家，: how many were named that day.
_NAMED_AND_COUNTED = re.compile("了?(?!全[国省市县区球])[^，。；,;：:0-9有达为是共增升降超占]{2,20}")
_COUNT_ENDS = re.compile("[家起例件名批种款处](?:[，。；,;\n]|$)")
# 集中发布了甲技术、乙方案等8项成果
_MADE_LIST = re.compile(rf"(?:{either(WORDS['makes'])})了?[^，。；,;]{{2,}}等$")
_MAKES = frozenset(WORDS["makes"])
_CAUSE = re.compile("\\s?(?:由于|因(?![此而])为?|鉴于|受(?![访邀理])|尽管|虽然?)")
# 在总统表示不加税后，油价…, unlike 在接受采访时表示，….
_ONCE_SAID = re.compile("[^，。；,;\n]{0,30}(?:后|之际)[，,]")
# 欧盟今天表示甲公司违法，对其开罚8亿欧元: what who says so decides.
_RULED = re.compile("(?:开罚|裁罚|裁处|判处|处以|判赔|罚款)[^，。；,;]{0,10}$")
_TO_COME = re.compile("将|拟|预计|预期|计划|规划|打算|准备|力争|争取|有望|可望|目标")
_PERSONS = frozenset("人名位")
_TELLERS = frozenset(WORDS["tellers"])
_VISITS = frozenset(WORDS["visits"])
# 28日公布的数据，单日新增3万例: a sum of that day, not of the year it was made known in.
_OF_ONE_DAY = re.compile("单日|日新增|日增(?!长)|日均浓度|24小时")
# 今天发布机收进度，全国已收获2.75亿亩: what has been done up to the day of the count.
_COUNTED_SO_FAR = re.compile("已经?(?:累计)?(?![有是达])[\u4e00-\u9fff]{2,28}$")
_OF_DATA = re.compile("进度|统计|数据|监测|调度|显示")
_AT_MEETING = re.compile(r"(?:表彰|表扬|颁发|授予|命名)了?[^，。；,;]{0,24}$")
# 今天，7000多人|走进校园: who did it that day.
_WHO_DID = re.compile(r"(?:(?!的)[\u4e00-\u9fff、“”]){0,14}(?<![会式动赛坛展班])")
# 300名志愿者|走进12个社区: where they came to, that day as well.
_WHO_CAME = re.compile(r"[0-9一二两三四五六七八九十百千万多余][人名位家户个支][\u4e00-\u9fff]{0,10}(?<!的)$")
# 总投资30亿元，全长120公里: sizes of what was opened.
_SIZED = re.compile(rf"{either(WORDS['predicate'])}|[长高宽深积资费额产量米元]$")
_SIZES = frozenset("瓦吨亩米里元斤度时积")
# 今天通车，沿线设有10座车站: what a thing is or has for good.
_FOR_GOOD = re.compile(rf"(?<![最升提新走拔涨])(?:{either(WORDS['for_good'])})[^，。；,;0-9]{{0,8}}$")
_EXTENT = frozenset("瓦亩米里积")
# 46个县的评价会举行: how many there are, unlike 来自46个县的代表, 造成46个县受灾.
_STRUCK = re.compile("来自|影响|造成|波及|遭")
# 今天宣布，全国共有高等学校3074所: what there is in the country, unlike 全国共有300万考生参加.
_COUNTRY_HAS = re.compile(r"^(?:我国|全[国省市县区]|我[省市县区])(?:现|共|已)?(?:拥?有|达)[\u4e00-\u9fff]{0,14}$")
_TOLL = re.compile(either(WORDS["toll"]))
# 今天表示，午后雷阵雨造成37件灾情; 今天指出，依据7时30分监测资料，水位…: the hours of that day, unlike 每日上午8点开放.
_HOUR = re.compile(rf"(?:{either(cues.DAY_PARTS)})|(?<![0-9.])[0-9]{{1,2}}[时点](?![间代段])")
_OF_ANY_DAY = re.compile("每[天日晚周年]|平日|假日|开放|营业|时段|将")
_RISEN = re.compile(r"(?:[攀上回]?升|增加?|上调|更新|修正)[至到为][^，。；,;0-9]{0,4}$")
_ENDS = re.compile(r"(?:(?![参报应受获到])[\u4e00-\u9fff]){0,6}")


def only_announced(document: Document, stamp: Stamp, start: int, end: int, planned: bool = False) -> bool:
    """Whether the number at `start`–`end` was only made known or come to on the day of a stamp, or is what something
    that came about then is for good, rather than what that day brought."""
    text, stop = document.text, document.clause_end(end)
    past = document.published is not None and (stamp.period or "9999") < document.published.isoformat()
    past = past and cues.FROM_THEN.match(text, stamp.end) is None
    if past and text.find("将", end, stop) >= 0:
        # 报名昨晚结束，130万名考生将争夺…: what is to come is not of a day gone by.
        return True
    if planned and _resolved(document, stamp, start, end):
        return True
    told = _said_before(text, stamp.end, _until(document, stamp, start)) or _said_behind(
        text, stamp.end, start, end, stop
    )
    if told is None or (told.group() == _OF_PRINTED_DAY and text[stamp.end - 2].isdigit()):
        if _COUNTRY_HAS.search(cues.last_clause(text, start)) and _ENDS.fullmatch(text, end, stop):
            return True
        came = cues.COMES_ABOUT.search(text, stamp.end, stop)
        settled = came is None or cues.SETTLED.search(text, stamp.end, stop) is not None
        return not settled and _stands(text, start, end, cues.GATHERS.search(text, stamp.end, stop) is not None)
    clause = cues.last_clause(text, start)
    made = told.group() in _MAKES and told.end() <= start
    if made and _NAMED_AND_COUNTED.fullmatch(text, told.end(), start) and _COUNT_ENDS.match(text, end - 1):
        return False
    if (told.group() in _MAKES and _MADE.fullmatch(text, told.end(), start)) or _MADE_LIST.search(clause):
        return False
    if told.start() >= end and told.group() in _VISITS and _WHO_DID.fullmatch(text, end, told.start()):
        return _SIZED.search(clause) is not None or text[end - 1] in _SIZES
    if told.end() <= start and told.group() in _VISITS and _WHO_CAME.search(cues.last_clause(text, told.start())):
        return _SIZED.search(clause) is not None or text[end - 1] in _SIZES
    if _of_that_day(text, told, clause, start):
        return False
    counted = _COUNTED_SO_FAR.search(clause) and _OF_DATA.search(text, stamp.end, start)
    if counted and document.published and stamp.period == document.published.isoformat():
        return False
    of_day = _OF_ONE_DAY.search(text, min(told.end(), start), start) is not None
    return not of_day and _AT_MEETING.search(clause) is None


def _of_that_day(text: str, told: re.Match[str], clause: str, start: int) -> bool:
    """Whether what is told is what who says so decides, a toll that has risen by then (警方今天更新消息，
    死亡人数攀升至359人), or of an hour of that day."""
    if _RULED.search(clause) or (_RISEN.search(clause) and _TOLL.search(clause)):
        return True
    return _HOUR.search(text, told.end(), start) is not None and not _OF_ANY_DAY.search(text, told.end(), start)


def _resolved(document: Document, stamp: Stamp, start: int, end: int) -> bool:
    """Whether a plan was only declared or taken up on a day (今天宣布，将收购…; 今天动土，将兴建2栋), unlike the
    deals of that day and the traffic that it expects."""
    text = document.text
    if text.find("宣布", stamp.end, start) >= 0:
        return True
    # 当地时间9号，…将产生八枚金牌: the comma that sets a day off ends no clause.
    comma = cues.CLAUSE_END.search(text, min(stamp.end + 1, start), start)
    over = document.published is not None and (stamp.period or "9999") <= document.published.isoformat()
    if (
        comma is None
        or not over
        or not _TO_COME.search(text, comma.end(), start)
        or cues.TRAFFIC.search(text, stamp.end, end)
    ):
        return False
    if _until(document, stamp, start) < start:
        # 7月21日签订合同，公司在12日的会中决议，将资助1亿元: the plan is behind another day.
        return True
    return cues.SETTLED.search(text, stamp.start - len(cues.last_clause(text, stamp.start)), start) is None


def _until(document: Document, stamp: Stamp, start: int) -> int:
    """How far what is said on a day reaches: to a number, or to the next day told (昨夜来袭，乌军今天表示击落400架),
    unlike one that it is held against (今天客流走高，预计比昨天增加90万人次)."""
    later = document.next(stamp.end)
    while later is not None and later.role == "base":
        later = document.next(later.end)
    other = later is not None and later.daily and later.period != stamp.period and later.end <= start
    return later.start if later is not None and other else start


def _said_before(text: str, low: int, start: int) -> re.Match[str] | None:
    """The word that makes something known between a day and a number, past causes (由于总统表示，…，油价下跌4%)."""
    told = cues.MAKES_KNOWN.search(text, low, start)
    while told is not None and _of_a_cause(text, told):
        told = cues.MAKES_KNOWN.search(text, told.end(), start)
    return told


def _of_a_cause(text: str, told: re.Match[str]) -> bool:
    """Whether something is made known in a clause that only says why or when the next came about."""
    clause = cues.last_clause(text, told.start())
    once = clause.lstrip().startswith("在") and _ONCE_SAID.match(text, told.end()) is not None
    return once or _CAUSE.match(clause) is not None


def _said_behind(text: str, day: int, start: int, end: int, stop: int) -> re.Match[str] | None:
    """The word behind a number by which those counted make something known or come somewhere; 3000名记者 does not, nor
    do those who say so at a meeting of the day (会议15日召开，17人表示不通过)."""
    told = cues.MAKES_KNOWN.search(text, end, stop)
    if told is None or told.group() in _TELLERS:
        return None
    voted = told.start() == end and text[end - 1] in _PERSONS and cues.GATHERS.search(text, day, start)
    return None if voted else told


def _stands(text: str, start: int, end: int, gathers: bool) -> bool:
    """Whether a number tells how large a thing is or what it has for good, or how many places there are."""
    clause = cues.last_clause(text, start)
    if not gathers and (_FOR_GOOD.search(clause) or text[end - 1] in _EXTENT):
        return True
    return (
        cues.DIVISIONS.match(text, end) is not None
        and _STRUCK.search(clause + text[end : end + len("受灾受灾")]) is None
    )
