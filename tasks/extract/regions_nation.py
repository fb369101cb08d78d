"""Cues of the country: its names and the bodies of it, how a text speaks for it, what is none of its figures."""

from __future__ import annotations

import re
from functools import cache

from tasks.extract.gazetteer import words
from tasks.extract.sought import Sought
from tasks.vocabulary import either

NATIONAL = re.compile(r"全国|我国|中国|国家(?!级)|国务院|央视网|新华社|中央")
SAYS_NATION = re.compile(r"全国|我国|中国(?!特色|式)|国家(?!级)")
# The country by either of its names, where no body's name begins so (中国银行, 中国某某协会).
_CHINA = (
    rf"(?:我国|中国(?!{either(words()['china_names'])}|石油(?!产)|中[铁车]|[—–－（(-]|[一-鿿]{{2,4}}城(?!市(?!场)|[乡镇])"
    rf"|(?:(?![{words()['china_does']}])[一-鿿]){{0,10}}(?:{either(words()['china_bodies'])})))"
)
OF_CHINA = re.compile(_CHINA)
# Counted provinces make a text a national one.
COUNTED_PROVINCES = re.compile(
    r"(?:[2-9]|[1-3][0-9]|[三四五六七八九十]{1,3})个?(?:省份|省(?![级内外直属道定]|重点|示范|乡村)|省区市)"
)
# 高于全国2个百分点, 居全国前列: what something here is held against.
_NO_BASE = "(?<!高于)(?<!低于)(?<!快于)(?<!慢于)(?<!优于)(?<!好于)(?<!高出)(?<!领先)(?<!超过)(?<![居占比列])"
# The country as the subject, and not as what something here is the first or the largest of.
NATIONAL_LEAD = re.compile(
    rf"{_NO_BASE}全国(?!(?:平均|均值|{either(words()['surveys_of_nation'])})|[^，,。；]{{0,16}}(?:最|首[个批家例]|唯一|之一|示范[县市区]|百强))"
    r"|我国(?![^，。；]{0,6}[最首])"
    rf"|(?<![一-鿿（(“])(?!我国){_CHINA}(?![^，。；]{{0,14}}[最首第之])[^，。；：是]{{1,22}}?[0-9]"
    r"|央视网|新华社|国务院"
)
# 中国体育代表团, 中国的32个城市: the country as such, wherever the document is at home.
CHINA_ITSELF = re.compile(r"中国(?:体育代表团|代表团|代表队|队(?!伍)|选手|运动员|健儿|的?[0-9]{1,4}多?个)")
NATION_FIGURE = re.compile(_CHINA + r"(?![^，。；]{0,14}(?:[最第之]|首(?!次)))[^，。；：是]{1,22}?[0-9]")
# 据悉，我国…: the country for the sentence, in a local page too.
REPORTED = re.compile("据(?:悉|了解|介绍|统计|测算|报道)[，,]$")
OF_NATION = re.compile(
    r"[一-鿿]{2,16}(?:中心|基地|研究[所院]|委员会|协会|大会|平台)(?=[一-鿿]{0,2}(?:投入|成立|落户|落地|举[行办]|召开|揭牌|获批|启用))"
)
EVERY_PROVINCE = Sought(
    r"3[0-4]个省(?=[（(区份、和自市级]|$)|各省区市|各省(?=[（(、])"
    # A sentence that begins with many provinces has left the one of the scene before; whom they help is another matter.
    r"|(?<=[。\n])(?:截至)?(?:目前|如今|现在|此外)，(?=[1-3][0-9][多余]?个省(?![级内])(?![^，。；]{0,12}(?:援|对口|帮扶)))"
)
# 2020年，各级纪检监察机关…: the whole country's, in a story of one place that no paper of its own tells.
ALL_LEVELS = re.compile(
    r"[\s　]{0,16}+(?:[0-9年月日至到—-]{4,16}，)?(?:全国)?各级"
    r"(?:纪检|监察|人民法院|法院|检察|公安|财政|税务|残联|工会|共青团)"
)


@cache
def national_bodies() -> re.Pattern[str]:
    """A body that speaks for the country, at the beginning of a sentence."""
    # 国家统计局甲县调查队: the survey of one area.
    told = rf"(?:{either(words()['national_bodies'])})(?!级|[一-鿿]{{2,6}}调查总?队)"
    return re.compile(rf"(?:[\s　“]|今天|目前|此外|据|为加大){{0,6}}{told}")


@cache
def national_turn() -> re.Pattern[str]:
    """Words that turn from one place to the country."""
    return re.compile(rf"{either(words()['national_turns'])}|(?<![一-鿿])(?:{either(words()['national_bodies'])})")
