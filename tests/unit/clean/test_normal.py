"""The normal form, rule by rule, as docs/normal-form.md states it."""

import pytest

from tasks.clean.restore import restore


@pytest.mark.parametrize(
    ("printed", "normal"),
    [
        ("增长１２．５％（同比）", "增长12.5%（同比）"),
        ("ＧＤＰ总量\u3000５亿元", "GDP总量 5亿元"),
        ("“千万工程”，……《决定》——", "“千万工程”，……《决定》——"),
        ("①②Ⅱ期㎡℃", "①②Ⅱ期㎡℃"),
        ("全省上下,推进:一是;二是!真的?", "全省上下，推进：一是；二是！真的？"),
        ("总值1,234.5亿元,时间09:23,比例1:2", "总值1,234.5亿元，时间09:23，比例1:2"),
        ("增长5%,(其中CPI(同比)持平)。", "增长5%，（其中CPI（同比）持平）。"),
        ("政府和社会资本合作(PPP模式)", "政府和社会资本合作（PPP模式）"),
        ("函数f(x, y)", "函数f(x, y)"),
        ("GDP, CPI (2023)", "GDP, CPI (2023)"),
        ("详见http://www.gov.cn/a?b=1", "详见http://www.gov.cn/a?b=1"),
        ("  第一行 \r\n\r\n\t第二行  \u2028第三行\n", "第一行\n第二行\n第三行"),
        ("中\u200b国\ufeff人\u00ad民", "中国人民"),
        ("地区\t 2022 \t 2023", "地区\t2022\t2023"),
        ("地区\t\t2023", "地区\t\t2023"),
        ("\x1b[31m增长12公里\x1b[0m，\x1b]0;题\x07全县", "增长12公里，全县"),
        ("\t2022 \t2023\t\n地区\t1\t2", "\t2022\t2023\n地区\t1\t2"),
        ("−22.5 ﹪ ⼀", "-22.5 % 一"),
        ("同⽐增⻓5.6%，⻩河⻋辆⻢上⻜⻛", "同比增长5.6%，黄河车辆马上飞风"),
    ],
)
def test_written_form(printed: str, normal: str) -> None:
    assert restore(printed).text == normal
    assert restore(normal).text == normal


@pytest.mark.parametrize(
    ("printed", "normal", "kind"),
    [
        ("总人口1 210 207人", "总人口1210207人", "layout"),
        ("总人口1\u2009210\u2009207人", "总人口1210207人", "layout"),
        ("国家主席习 近平发表讲话", "国家主席习近平发表讲话", "layout"),
        ("加强监 督管理", "加强监督管理", "layout"),
        ("达到历史新高[3]。", "达到历史新高。", "footnote"),
        ("达到历史新高[1][2]，", "达到历史新高，", "footnote"),
        ("结果显著²，", "结果显著，", "footnote"),
        ("播种面积73²万亩", "播种面积73万亩", "footnote"),
        ("产量4.7[2]万吨", "产量4.7万吨", "footnote"),
        ("增长4.7%¹²。", "增长4.7%。", "footnote"),
        ("产量10¹万吨", "产量10万吨", "footnote"),
        ("道路21公里¹，", "道路21公里，", "footnote"),
        ("增长[1;32m12.5%[0m，道路[31m120公里[m。", "增长12.5%，道路120公里。", "noise"),
    ],
)
def test_joins_and_marks_go_on_record(printed: str, normal: str, kind: str) -> None:
    result = restore(printed)
    assert result.text == normal
    assert {repair.kind for repair in result.repairs} == {kind}


@pytest.mark.parametrize(
    "kept",
    [
        "合计 120 350 200",
        "合计\t1 210 207\t3",
        "记者 李全宏",
        "经济 社会 文化",
        "面积12平方米²",
        "国办发[2024]5号",
        "[1]国家统计局",
        "超2750万 多地疫苗短缺",
        "隰（xí）县",
        "面积（km）",
        "水深[30m，50m）的海区",
        "宽[5m]的路",
    ],
)
def test_what_only_looks_like_it_stays(kept: str) -> None:
    assert restore(kept).text == kept
    assert restore(kept).repairs == ()


@pytest.mark.parametrize(
    "text", ["面积10⁴亩", "面积4.7×10⁴万亩", "房屋36m²，广场3平方米²", "3²+4²=5²", "占¹/₂", "国发[20]3号", "CO2排放"]
)
def test_powers_and_units_are_no_footnotes(text: str) -> None:
    assert restore(text).text == text
    assert not restore(text).repairs
