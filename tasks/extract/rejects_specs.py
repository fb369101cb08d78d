"""Numbers by which goods, institutes and papers are called: 7纳米芯片, 15台35蒸吨锅炉, 株洲608所, 新政十二条."""

from __future__ import annotations

import re

from tasks.extract.cues import ABOUT, any_of
from tasks.extract.rejects_context import Place, Verdict

_SPEC_UNITS = frozenset(("纳米", "微米", "寸", "英寸"))
# How large a thing is, told of it and not calling it (口径、厚度为16微米).
_SIZE_TOLD = re.compile(r"(?:为|达|有|约|仅|只|到|至|是)$")
_GOODS = re.compile(rf"(?:级|以[上下])?的?[^，。；、,;\d]{{0,12}}?{any_of('spec_goods')}")
# 10036只20英尺标准集装箱
_BOX = re.compile("(?:标准)?(?:集装箱|货柜|标准?箱)")
# 2011款阳光: the year of a model; 展出近2000款新品, 收录2010款产品 count.
_MODEL_YEAR = re.compile("(?:19[89]|20[0-3])[0-9]")
_SO_MANY, _MODELS = (
    ("有", "共", "约", "近", "超", "逾", "过", "达", "达到"),
    re.compile("[一-鿿]{0,4}?(?:新品|[产商药食]品)"),
)
_LAYERS = frozenset(("层", "核", "通道", "位"))
_MADE_SO = re.compile(rf"的?[^，。；、,;\d的]{{0,6}}?{any_of('layered_goods')}")
# 15台35-65蒸吨燃煤锅炉, 3个500立方米水池: what each of so many is made for.
_RATED = frozenset(("power", "mass", "volume"))
_EACH_MACHINE = re.compile(
    r"[0-9一二两三四五六七八九十百][多余]?[台套座组个口艘辆条](?:\d+(?:\.\d+)?(?:-|~|—|至|到))?$"
)
_RATED_GOODS = re.compile(rf"(?:级|以[上下])?的?[^，。；、,;\d]{{0,4}}?{any_of('rated_goods')}")
# 黄河上游100兆瓦并网光伏项目: the power in the name of a plant, no verb in front of it.
_PLANT = re.compile(
    r"级?[\u3400-\u9fff]{0,6}?(?:光伏|风电|风力|光热|水电|火电|生物质|储能|发电)[\u3400-\u9fff]{0,8}?(?:项目|工程|电站|电厂|风场|基地)"
)
_PLANT_NAME = re.compile(
    r"(?:^|[，。；：、\n\s“])(?:(?![建装新扩实投达为是有的了成总共超近约第将其等])[\u3400-\u9fff]){2,14}[一二三四五]?期?$"
)
# 502所承担任务: an institute by its number, where no kind of house is counted.
_INSTITUTE = re.compile(r"(?:的|[A-Z]|研[制发]|承担|自主|科研|团队|院士|专家|研究员)")
_HUNDREDS = (100, 1000)
_COUNTS = ("有", "共", "建", "成", "到", "约", "近", "余", "增", "在", "了", "为", "设", "达", "含", "及", "等", "、")


def spec(place: Place) -> Verdict | None:
    """7纳米芯片, 厚度只有16微米的超薄玻璃, 32层闪存, 2011款轿车: a size or a year by which goods are called."""
    amount = place.amount
    if amount.unit in _SPEC_UNITS and _GOODS.match(place.after):
        return None if _SIZE_TOLD.search(place.before) and not place.after.startswith("的") else ("name", "spec")
    if amount.surface in ("英尺", "尺") and _BOX.match(place.after):
        return "name", "spec"
    if amount.surface == "款" and _of_a_year(place):
        return "name", "model year"
    if amount.dimension == "temperature" and place.after.startswith(("线", "等温线", "层")):
        return "name", "isotherm"
    if amount.dimension in _RATED and _EACH_MACHINE.search(place.before) and _RATED_GOODS.match(place.after):
        return "name", "spec"
    if amount.dimension == "power" and _PLANT.match(place.after) and _PLANT_NAME.search(place.before):
        return "name", "spec"
    if amount.surface in _LAYERS and amount.form == "arabic" and _MADE_SO.match(place.after):
        return "name", "spec"
    return None


def _of_a_year(place: Place) -> bool:
    """Whether a number in front of 款 is the year of one model and not how many there are."""
    year = place.amount.form == "arabic" and _MODEL_YEAR.fullmatch(str(place.amount.plain)) is not None
    return year and not place.before.endswith(_SO_MANY) and _MODELS.match(place.after) is None


# 128GB及256GB容量版本, （12GB/512GB）, 后置5000万像素: what a device has, unlike 流量达30GB, 每天产生20TB数据.
_DEVICE_UNITS = frozenset(("KB", "MB", "GB", "TB", "兆字节", "吉字节", "像素"))
_DATA_BEFORE = re.compile(rf"{any_of('data_told')}[^。；\n]{{0,14}}$")
_DATA_AFTER = re.compile(rf"[左右多余以上的/每个月天人秒]{{0,4}}(?:[^，。；、\n\d]{{0,4}}){any_of('data_told')}")


def device(place: Place) -> Verdict | None:
    """iPhone 15（256GB）: the memory or the picture by which a device is called, not data that are moved or kept."""
    if place.amount.unit not in _DEVICE_UNITS:
        return None
    told = _DATA_BEFORE.search(place.before) or _DATA_AFTER.match(place.after)
    return None if told else ("name", "device")


# 中铁十二局, 水电七局: a builder that is called by its number.
_BUILDER = re.compile(rf"{any_of('numbered_builders')}[\u3400-\u9fff]?$")


# 出台人才新政十二条: so many articles are the name of the paper, unlike those that are made or heard (收集意见十二条).
_PAPER = re.compile("(?:新政|政策|意见|措施|规定|办法|禁令|细则|举措|倡议)[”」]?$")
_MADE = re.compile(rf"(?:{any_of('articles_made')}|[共计了和与及、的])[^，。；、“「]{{0,6}}$")
_ITS_END = re.compile("[，。；、,;！!”）)\\s]|$")


def institute(place: Place) -> Verdict | None:
    """株洲608所, 中铁十二局, 人才新政十二条: an institute, a builder or a paper that is called by a number."""
    amount = place.amount
    if amount.form == "chinese" and amount.surface == "局":
        return ("name", "builder") if _BUILDER.search(place.before) else None
    if amount.form == "chinese" and amount.surface == "条" and _ITS_END.match(place.after):
        paper = _PAPER.search(place.before)
        return ("name", "articles") if paper and not _MADE.search(place.before, 0, paper.start()) else None
    if amount.surface != "所" or amount.form != "arabic" or not _HUNDREDS[0] <= amount.plain < _HUNDREDS[1]:
        return None
    named = "\u3400" <= place.before[-1:] <= "\u9fff" and not place.before.endswith(_COUNTS)
    return ("name", "institute") if named and _INSTITUTE.match(place.after) else None


# 门票五折优惠, 打八折: what is paid of a price, unlike 一波三折.
_REDUCED_BEFORE = re.compile(
    f"(?:打|享受?|按|以|[票费价]格?|优惠|一律|全部|统一|均|全场|低至|最低|原价|机票|商品)了?的?{ABOUT}?$"
)
_REDUCED = re.compile("(?:左右|以[上下])?的?(?:优惠|[起购]|出售|销售|票|价|酬宾|促销|特惠|折扣)")


def discount(place: Place) -> Verdict | None:
    """一波三折: the word of a discount where none is told."""
    if place.amount.surface != "折":
        return None
    told = _REDUCED_BEFORE.search(place.before) or _REDUCED.match(place.after)
    return None if told else ("idiom", "折")
