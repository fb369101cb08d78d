"""The printed forms of numbers: where one can begin, and how far each form reaches."""

from __future__ import annotations

import re

from tasks.extract.numbers import ARABIC, D, S

_SMALL = "十百千拾佰仟廿卅"
POINT = D.replace("两", "").replace("兩", "")
_PAIRED = "(?=分钟|小时|[个天次年百千万亿名位人家种成倍句元块里周步项件条秒处代米层])"
_LIANG = "[两兩](?=[百千万亿佰仟萬億])"
# 三点五; with a full stop or a dot (三.三%, 四十.三万人) where a unit shows that it is no item or date (九·一八).
_DOT = rf"(?<=[{POINT}{_SMALL}])[.·](?=[{POINT}]{{1,6}}(?:[{S}]|[%‰成倍元人户次件吨公平台辆]|个?百分|个?千分))"
_DECIMALS = rf"(?:点|(?<=[{POINT}]{{2}})\.(?=[{POINT}])|{_DOT})[{POINT}]++[{S}]*+"
_CHINESE = rf"(?:[一三]两{_PAIRED}|[{D}{_SMALL}])(?:[{POINT}{S}廿卅]|{_LIANG})*+(?:{_DECIMALS})?+"
_ANY = rf"(?:{ARABIC}|{_CHINESE})"
_TAIL = rf"(?:[余多來来几][{S}]++|[余多几]|来(?=[个位名人家户年天岁块元斤里亩吨米条]))?+"
_SPACED = rf"(?<= [{S}]) \d{{1,4}}(?= [{S}])|\d,\d{{3}}(?=[万萬余多])"  # 46 万 1 千人, 52亿3,678万
# What goes on behind a scale: 1万3,000人, 48万7千.
_MORE = rf"{_SPACED}|\d{{1,3}}(?:,\d{{3}})++(?!\d)|\d++(?:\.\d++|点\d{{1,4}}+(?=[万亿]))?(?!周?岁)|(?:[{D}][{S}]++)++"
_OVER = rf"(?:又{_ANY})?(?:分之负?{_ANY})"
_COUNTS = "人户次倍总指系少多件个位点辆级岁函参基分"
CANDIDATE = re.compile(
    rf"(?P<part>(?<![{D}{S}0-9])[百千万](?:分之|(?<=百)分(?=[{D}百十]))[负−-]?(?:{ARABIC}[{S}]*+|{_CHINESE}(?:\.[{POINT}]++)?+|点[{POINT}]++){_TAIL})"
    rf"|(?P<slash>(?<![\d/.])\d{{1,4}}/[1-9]\d{{0,3}}(?![\d/.年月]))"
    rf"|(?P<over>{_ANY}{_OVER})"
    rf"|(?P<arabic>(?:{ARABIC})(?: ?[{S}]++(?:{_MORE})?+)*+{_TAIL})"
    rf"|(?P<vague>(?:(?<![{_COUNTS}])数|好?[几幾]|成)[{S}]++)"
    rf"|(?P<scale>(?:(?<=[上近超逾过约达])|(?<=达到)|(?<=突破)|(?<=[首再已望均都双皆]破)|(?<=[种建植造]了)|(?=万[元亩]以上)|(?<=[\u3400-\u9fff])(?<![一二三四五六七八九十百千万亿数几成上近超过])(?=万名))(?<![以附最邻临靠将新网线亲通经不][上近过])[万亿]++)"
    rf"|(?P<most>(?<=[少降低短省占超近约足减缩达][了近到])一半|(?<=[占超达][到近]了)一半|(?<=[少降低短省占超近过约足减缩达])一半|(?<=其中)一半(?=[是为来由在都])|一半(?=以上|还多|左右)|(?<=的)一半(?=[，。；、]|$)|(?<=有)一半(?=来自|出自|[是在以为的都由已用属])|半数(?!的?[字值])"
    rf"|(?<=近)半(?=[，。；、！？\s）)]|$)"
    rf"|(?:(?<=[^不经通难]过)|(?<=已经过))半(?=[，。；、！？\s的）)]|以上|$|(?![个年月天日小夜百世辈生径球岛成圈分数])[\u4e00-\u9fff]{{1,8}}(?:人|户|者|民|员|企业|学生|家庭|省份|城市|地区|国家|项目|产品|产能|[村县镇])))"
    rf"|(?P<double>翻番)"
    rf"|(?P<chinese>{_CHINESE}{_TAIL})"
    rf"|(?P<half>半(?=个?(?:小时|多?月|年|天|数|多|个|世纪|载|成|公|升|加)))"
)
# Where a number can begin. 一 inside the commonest words (进一步, 一些, 统一) is passed over at once, but not that of
# digits written one by one (平均一一六二.六万人).
_WORD_BEFORE, _WORD_AFTER = "进统唯逐另同某任单之均", "些样直切般起定系致旦共再向贯方边体律味概经同"
START = re.compile(
    rf"[0-9一二三四五六七八九零〇○两{_SMALL}半数几幾好成翻万亿壹贰叁肆伍陆柒捌玖貳參陸兩]"
    rf"(?:(?<!一)|(?<![{_WORD_BEFORE}]一)(?![{_WORD_AFTER}])|(?=[{POINT}]{{1,6}}\.[{POINT}]))"
)
# The commonest form, digits with at most one 万 or 亿 and a unit at once behind, is read without the whole grammar.
SIMPLE = re.compile(rf"\d{{1,12}}+(?:\.\d{{1,6}}+)?[万亿]?+(?![\d.,，/ {S}{D}余多來来几分点又个])")
# 直径1米6, 身高一米七五, 七成五, 3成5: digits behind the unit that are its decimals.
TENTHS = {
    "米": re.compile(rf"(?:[0-9]{{1,2}}|[{POINT}]{{1,2}})(?=[，。；、！？）)的高长宽以左]|$)"),
    "成": re.compile(
        "[一二三四五六七八九](?![一二三四五六七八九十百千万亿个位成名户家元年月天倍条项种大级类所])"
        "|[1-9](?=[，,。；;、！？）)的\n]|以[上下]|左右|$)"
    ),
}
