"""Parts and their whole, figures that are none, and words around a name, read from a text to its observations."""

from __future__ import annotations

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader
from tasks.extract.reading import Reading

READER = Reader()


def read(text: str) -> Reading:
    return READER.read(Article("t", text, None, "2024-03-05"))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "三次产业对经济增长的贡献率分别为12.1%、40.5%和47.4%，分别拉动经济增长0.9个、2.8个和3.3个百分点。",
            [f"第{n}产业对经济增长的贡献率" for n in "一二三"] + [f"第{n}产业拉动经济" for n in "一二三"],
        ),
        (
            "第三产业增加值达88亿元，净增额达5.3亿元，拉动GDP增长3.1个百分点。",
            ["第三产业增加值", "第三产业净增额", "第三产业增加值拉动GDP"],
        ),
        (
            "全年三次产业对经济增长的拉动分别为0.3、-1.2、2.5个百分点。",
            [f"第{n}产业对经济增长的拉动" for n in "一二三"],
        ),
        ("规上工业总产值300亿元。从行业看，化工产业增长6.2%。", ["规上工业总产值", "化工产业产值"]),
        (
            "规模以上工业增加值增长7.8%。从三大门类看：采矿业增长3.3%；制造业增长8.1%。",
            ["规模以上工业增加值", "采矿业增加值", "制造业增加值"],
        ),
        ("养老保险基金总收入55亿元，基金总支出47亿元。", ["养老保险基金总收入", "养老保险基金总支出"]),
        ("高速公路里程占18.3万公里。", ["高速公路里程"]),
        (
            "脱贫县农村居民人均可支配收入8051元。人均消费支出6311元。",
            ["脱贫县农村居民人均可支配收入", "脱贫县农村居民人均消费支出"],
        ),
        ("全国共有小学15.2万所。招生1700.2万人，专任教师650.3万人。", ["小学", "小学招生", "小学专任教师"]),
        ("全市初中教职工2.3万人；专任教师2.1万人。", ["初中教职工", "初中专任教师"]),
        ("原盐产量120万吨；其中，市属企业完成80.5万吨。", ["原盐产量", "市属企业原盐产量"]),
        ("易地搬迁劳动力210人，已就业200人，就业率为95.2%。", ["易地搬迁劳动力" + n for n in ("", "就业", "就业率")]),
        ("蔬菜及食用菌、瓜果产量分别增长9.3%、7.7%。", ["蔬菜及食用菌产量", "瓜果产量"]),
        ("到户项目20个、到村项目150个。", ["到户项目", "到村项目"]),
        ("报告期间内共完成审计项目21个。", ["审计项目"]),
        ("累计投入资金3亿元，帮扶困难户2100人。", ["投入资金", "帮扶困难户"]),
        ("投入3000万元，采取“以奖代补”模式。", ["投入"]),
        ("就业人员总量于2015年达到820万人的峰值后开始减少。", ["就业人员总量"]),
        ("城镇就业人员比重首次超越乡村，达到51.2%。", ["城镇就业人员比重"]),
        ("全市全国性银行机构ATM覆盖率达98%。", ["全国性银行机构ATM覆盖率"]),
        ("折合降水总量为310亿立方米，比常年值（多年平均值，下同）偏少3.9%。", ["降水总量"] * 2),
    ],
)
def test_names_keep_their_subject(text: str, wanted: list[str]) -> None:
    assert [one.indicator for one in read(text).observations] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("按常住人口计算人均地区生产总值52300元。", "gdp_per_head"),
        ("最终核算全市地区生产总值为912亿元。", "gdp"),
        ("城镇登记失业率为近年最低的3.1%。", "unemployment_registered"),
        ("脱贫劳动力务工就业的规模这三年一直稳定在2000万人以上。", "poor_workers"),
        ("过渡期以来脱贫人口务工就业规模每年都稳定在2000万人以上。", "poor_workers"),
        ("贫困人口从改革初期的4200万人减少到2010年底的210万人。", "poor_persons"),
        ("九年义务教育巩固率96.2%。", "compulsory_retention"),
        ("全市320个贫困村全部出列。", "poor_villages_out"),
        ("建档立卡贫困人口3.6万人全部脱贫，农村贫困人口6万人全部脱贫。", "poor_persons_out"),
        ("河北全省生产总值4.2万亿元，增长5.1%。", "gdp"),
        ("我镇现有监测对象66户。", "monitored"),
        ("2023年，安徽生产总值4.7万亿元，增长5.8%。", "gdp"),
        ("假期全省共接待游客486万人次。", "tourists"),
    ],
)
def test_words_around_a_name_do_not_hide_its_link(text: str, wanted: str) -> None:
    assert {one.indicator_id for one in read(text).observations} == {wanted}


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("七人制橄榄球和10米气步枪项目，女子双人三米板。", []),
        ("成百上千颗种子。数千甚至上万元的学费。几十个甚至上百个孩子。", []),
        ("1-2人户不低于30平方米。", ["30平方米"]),
        ("全年五项社会保险基金收入1200亿元。", ["1200亿元"]),
        ("猪牛羊禽四种肉产量5万吨。", ["5万吨"]),
        ("地下水资源量（矿化度≤2g/L）120亿立方米。", ["120亿立方米"]),
        ("小两口种了3亩地，他是2013级学生。", ["3亩"]),
        ("办理时间由原来的22天压缩到4天以内。", ["22天", "4天"]),
        ("该电站运营期25年，古树树龄700多年。", ["25年", "700多年"]),
        ("出口量占全国近半。", ["半"]),
        ("桶高3米，直径1米6。", ["3米", "1米6"]),
        ("住院费用报销七成五，门诊四成。", ["七成五", "四成"]),
        ("四成五的资金投向道路。", ["四成五"]),
        ("每年培训万名农民。", ["万名"]),
        ("“千县工程”、万名医师下乡。", []),
    ],
)
def test_what_is_a_figure(text: str, mentions: list[str]) -> None:
    assert [one.mention for one in read(text).observations] == mentions


@pytest.mark.parametrize(
    ("text", "mention", "unit", "measure"),
    [
        ("孕产妇死亡率下降到14.3/10万。", "14.3/10万", "1/10万", "share"),
        ("某机场旅客吞吐量突破200万。", "200万", "人次", "level"),
        ("创造了约12亿工日的农村就业。", "12亿工日", "工日", "level"),
        ("覆盖率平均提高4个多百分点。", "4个多百分点", "百分点", "change"),
        ("河水超过警戒水位0.93米。", "0.93米", "米", "change"),
        ("村里的工作人员88.2万。", "88.2万", "人", "level"),
        ("产值比上年增长（以下均为名义增速，下同）6.2%。", "6.2%", "%", "growth"),
    ],
)
def test_units_and_measures(text: str, mention: str, unit: str, measure: str) -> None:
    (one,) = read(text).observations
    assert (one.mention, one.unit, one.measure) == (mention, unit, measure)


def test_a_ratio_of_the_sexes_has_no_unit() -> None:
    text = "总人口性别比（以女性为100，男性对女性的比例）由2010年第六次全国人口普查的106.1下降为105.2。"
    found = read(text).observations
    assert [(one.mention, one.unit, one.measure) for one in found] == [("106.1", "", "ratio"), ("105.2", "", "ratio")]


def test_a_title_is_closed_of_blanks_whatever_the_text_is() -> None:
    assert [
        [(one.indicator, one.region, one.period) for one in Reader().read(Article("t", text, title, None)).observations]
        for text in ("全镇脱贫500户。", " 全镇脱贫500户。")
        for title in ("南阳市 2021 年脱贫情况", "南阳市2021年脱贫情况")
    ] == [[("脱贫", "全镇", "2021")]] * 4
