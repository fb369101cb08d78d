"""Members of a ranking named with what they are ranked by (发行量前五位分别为：甲银行85款 is 甲银行发行量)."""

from __future__ import annotations

import re

from tasks.extract.indicators_state import RATES, Telling

# 发行量前五位分别为：, 销量排名前三的车企为：, 产量居前五位的市是
_HEAD = re.compile(
    "(?P<what>[\u3400-\u9fff]{1,12}?(?:率|量|额|数|值|规模|收入|产值|利润|面积|金额|人数|件数|次数|份额|销售|投资|出口|进口))"
    "(?:上|方面)?的?(?:排名|排在|排|位居|位列|居|列|靠|最[高大多])?(?:在|于)?的?前(?:[一二两三四五六七八九十0-9]{1,3}|列|几)"
    "(?:[位名强家大]|个)?的?[\u3400-\u9fff]{0,8}?(?:分别|依次|主要)*(?:[为是有：:，,]|[中里][，,])"
)
_FORE = re.compile("[\u3400-\u9fff]*(?:的|中|看|各|其中)|^全[国省市县区州]")
_REMARK = re.compile("[（(][^（()）\x02]{0,40}[)）]")
_LINK = re.compile("^[\\s：:、，,；;和与及]+|[\\s“”]+|(?:分别|依次)?[为是有]$")
_MEMBER = re.compile("[\u3400-\u9fffA-Za-z]{2,12}")
_NO_MEMBER = re.compile("其中|占|[量额数值率]$|同比|环比|合计|共计?|总")
_SIGN = "前"


def add_ranked(told: Telling) -> None:
    """Names the members of a ranking by what they are ranked by, in place, and what is said of each of them."""
    sentence, masked = told.sentence, told.masked
    if masked.find(_SIGN, sentence.start, sentence.end) < 0:
        return
    head = _HEAD.search(masked, sentence.start, sentence.end)
    if head is None:
        return
    what = _FORE.sub("", head["what"])
    at, unit, old, new = head.end(), "", "", ""
    for clause in sentence.clauses:
        for index in clause.quantities:
            slot, named = told.slots[index], told.names[index]
            if slot.start < at:
                continue
            said = _LINK.sub("", _REMARK.sub("", masked[at : slot.start]))
            at = slot.end
            if slot.unit not in RATES and unit in ("", slot.unit) and _is_member(said):
                unit, old, new = slot.unit, named.name, what if said in told.lone else said + what
                told.names[index] = named.called(new, "of the whole")
            elif old and named.rule == "carried subject" and named.name.startswith(old):
                told.names[index] = named.called(new + named.name[len(old) :])


def _is_member(said: str) -> bool:
    """Whether the words in front of a number only say whose it is."""
    return _MEMBER.fullmatch(said) is not None and _NO_MEMBER.search(said) is None
