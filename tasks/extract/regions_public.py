"""What a text says of an area itself beside the firms in it: public bodies, gates, the voice of the area."""

from __future__ import annotations

import re
from functools import lru_cache

from tasks.extract.sought import Sought

# Public bodies of an area.
PUBLIC = re.compile(
    "(?:医院|图书馆|博物馆|体育馆|体育中心|运动中心|会展中心|植物园|动物园|火车站|总站)$"
    "|电站|电厂|核电|风电场|第[一二三四五六七八九十]中学$|城投|国投|农投|交投|文旅|水务|供水|公交|供电|燃气|热力|环卫|污水|自来水"
)
# Words of what an area has and does, behind a firm.
AREA_TURN = re.compile(
    "全[省市县区州旗镇乡]|规上|规模以上|限上|限额以上|城镇|农村居民|居民人均|固定资产|财政|招商|引进|引资|新增企业|市场主体"
    "|重点项目|个项目|完成投资|脱贫|贫困|粮食|生产总值|GDP|社会消费|城镇化|高新技术企业|中小企业|民生|学位|床位数|高标准农田"
)
# An area speaks: 全县, 我市.
_AREA_VOICE = Sought("(?<![一二三四五六七八九十几各百])[全我][省市县区州旗镇乡](?!域|性|级|场)")


@lru_cache(maxsize=8)
def speaks_as_area(text: str) -> bool:
    """Whether an area tells of itself, with bodies in it as examples."""
    return _AREA_VOICE.search(text) is not None


# Ports and stations, for what passes through them and lies there: 甲港电煤存量, 甲南站发送旅客.
GATE = re.compile(
    r"(?:[东南西北]{0,2}(?:火车|高铁)?站|国际机场|机场|港(?!口))(?=[一-鿿0-9—-]{0,16}(?:吞吐量|旅客|客流|存煤|电煤|存量|库存|场存|集装箱|到港|锚地))"
)
GATE_NAME = re.compile("(?:港|站|机场|口岸)$")
