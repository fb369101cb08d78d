"""Names, measures and units of whole sentences as counties and agencies print them."""

from __future__ import annotations

import pytest

from tasks.extract.model import Article, Observation
from tasks.extract.reader import Reader


def read(text: str) -> list[Observation]:
    """The observations of a text published in early 2026."""
    return Reader().read(Article("d", text, None, "2026-02-20", None)).observations


def the(text: str, mention: str) -> Observation:
    """The first observation with that mention."""
    return next(one for one in read(text) if one.mention == mention)


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("（二）全县固定资产投资36.5亿元。", "36.5亿元", "固定资产投资"),
        ("③全市棉花产量30万吨。", "30万吨", "棉花产量"),
        ("二、油料产量30万吨。", "30万吨", "油料产量"),
        ("(3)蔬菜产量30万吨。", "30万吨", "蔬菜产量"),
        ("★水果产量30万吨。", "30万吨", "水果产量"),
        ("【工业】规模以上工业增加值36.5亿元。", "36.5亿元", "规模以上工业增加值"),
        ("（三）工业用电量：完成5.1亿千瓦时。", "5.1亿千瓦时", "工业用电量"),
        ("财政总收入增长7.5%，五县区排名第四。", "第四", "财政总收入五县区排名"),
        ("财政总收入增长7.5%，五县区排名第四，增速排名全市第二。", "第二", "财政总收入增速全市排名"),
        ("空气优良率93%，在全省18个省辖市中排名第一。", "第一", "空气优良率省辖市中排名"),
        ("空气优良率93%，在全省18个省辖市中排名第一。", "18个", "省辖市"),
        ("工业用电量30亿千瓦时，居全省第3位，前移1位。", "1位", "工业用电量全省排名"),
    ],
)
def test_names(text: str, mention: str, name: str) -> None:
    assert the(text, mention).indicator == name


@pytest.mark.parametrize(
    ("text", "mention", "value", "unit"),
    [
        ("国界线长2900多公里，设有7个口岸。", "7个", 7, "个"),
        ("大桥横跨三省份。", "三省份", 3, "个"),
        ("已有过半受访居民领到新证。", "半", 50, "%"),
        ("审批由20个工作日压缩到6个工作日。", "6个工作日", 6, "工作日"),
        ("部门须在15个工作日内答复。", "15个工作日", 15, "工作日"),
        ("小城拥有1500多年建城史。", "1500多年", 1500, "年"),
        ("在三年的孵化期内免租。", "三年", 3, "年"),
        ("对达标企业连续补助2年。", "2年", 2, "年"),
        ("10多万果农受益。", "10多万", 100000, "人"),
        ("下调再贴现利率0.5个百分点。", "0.5个百分点", -0.5, "百分点"),
        ("安置房每平米高于一般标准60元。", "60元", 60, "元/平方米"),
        ("进城开车要一个多小时。", "一个多小时", 1, "小时"),
        ("医院有300张床位。", "300张", 300, "张"),
    ],
)
def test_values_and_units(text: str, mention: str, value: float, unit: str) -> None:
    found = the(text, mention)
    assert (float(found.value), found.unit) == (value, unit)


@pytest.mark.parametrize(
    "text",
    [
        "对低于8%的一律补足。",
        "费率超过16%的省份先行下调。",
        "据全市1‰人口变动抽样调查推算。",
        "身高1.2—1.5米儿童半票。",
        "消费每满200元即可抵扣。",
        "展出98寸巨幕电视。",
        "千名医师服务团下乡义诊。",
        "工期一天天拖下来。",
    ],
)
def test_what_only_delimits_or_names_is_no_figure(text: str) -> None:
    assert read(text) == []


def test_people_by_their_ages_share_what_is_counted() -> None:
    found = read("0-14岁、15-59岁、60岁及以上常住人口分别为1.5万人、2万人和3万人。")
    assert [one.indicator for one in found] == ["0-14岁常住人口", "15-59岁常住人口", "60岁及以上常住人口"]


@pytest.mark.parametrize(
    ("text", "mention", "measure"),
    [
        ("工业增加值增长7.5%（全市8.1%）。", "8.1%", "growth"),
        ("居民收入增长5%（全国平均4.8%，全省平均4.9%）。", "4.9%", "growth"),
        ("工业投资下降4.3%（上年同期为3.1%）。", "3.1%", "growth"),
        ("工业投资增长4.3%（占全市投资的30%）。", "30%", "share"),
        ("城镇化率65.2%（全国66.1%）。", "66.1%", "share"),
        ("工业用电量居全省第3位，前移1位。", "1位", "change"),
        ("项目每年减少碳排放86万吨。", "86万吨", "change"),
        ("下调再贷款、支小再贷款利率0.25个百分点。", "0.25个百分点", "change"),
        ("安置房每平米高于一般标准60元。", "60元", "change"),
    ],
)
def test_measures(text: str, mention: str, measure: str) -> None:
    assert the(text, mention).measure == measure
