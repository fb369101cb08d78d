"""Names: what is cut off, what is put back, what is paired. Numbers stand as # in these sentences, dates as @."""

from __future__ import annotations

import re

import pytest

from tasks.extract.clauses import DATE, MENTION, sentences
from tasks.extract.indicators import Namer, Slot
from tasks.extract.indicators_lists import complete_members
from tasks.extract.indicators_wording import default_wording, last_member

NAMER = Namer()
WORDING = default_wording()


def names(text: str, *units: str) -> list[str]:
    """The names of the numbers (#, one or more characters) of a sentence whose units are given in order."""
    masked = text.replace("#", MENTION).replace("@", DATE)
    spans = [match.span() for match in re.finditer(f"{MENTION}+", masked)]
    kinds = {"%": "percent", "元": "money", "名次": "rank"}
    slots = [Slot(a, b, unit, kinds.get(unit, "quantity")) for (a, b), unit in zip(spans, units, strict=True)]
    found = {}
    for sentence in sentences(masked, spans):
        found.update(NAMER.name(masked, sentence, slots))
    return [found[index].name for index in range(len(slots))]


@pytest.mark.parametrize(
    ("text", "units", "wanted"),
    [
        ("@，全省自来水普及率达到##。", "%", ["自来水普及率"]),
        ("全县已建成扶贫车间##。", "个", ["建成扶贫车间"]),
        ("##脱贫村通了公交。", "个", ["脱贫村通了公交"]),
        ("苹果产量##，比上年增长##。", "吨 %", ["苹果产量", "苹果产量"]),
        ("粮食播种面积##，产量##。", "亩 吨", ["粮食播种面积", "粮食产量"]),
        ("集中供养##、医养##。", "人 人", ["集中供养", "医养"]),
        ("外贸进出口总额##，占全省的##。", "元 %", ["外贸进出口总额", "外贸进出口总额占全省"]),
        ("固定资产投资完成##，位列全市##。", "元 名次", ["固定资产投资", "固定资产投资全市排名"]),
        ("孤儿养育标准提高到月人均##。", "元", ["孤儿养育标准(月人均)"]),
        ("按##的标准资助低保户、特困户等群众参加养老保险。", "元/人", ["资助低保户参加养老保险标准"]),
        ("共培训农民工##，新增##农民工拿到证书。", "人 人", ["培训农民工", "新增农民工拿到证书"]),
        ("清查村级资产##，已入账##。", "元 %", ["清查村级资产", "清查村级资产入账"]),
        ("支持##街道、##社区建设养老驿站。", "个 个", ["支持街道", "支持社区建设养老驿站"]),
        ("共建设冷库##。", "座", ["建设冷库"]),
        ("居民预期寿命达到##。", "岁", ["居民预期寿命"]),
        ("##村民无##病例。", "人 例", ["村民", "村民无病例"]),
        ("公布包括##老旧厂区在内的##更新单元。", "个 个", ["公布老旧厂区", "更新单元"]),
        (
            "奖补资金占总投入的比例达##，占比居全市##。",
            "% 名次",
            ["奖补资金占总投入的比例", "奖补资金占总投入的比例全市排名"],
        ),
        ("企业结对贫困户##，##办成了养殖场。", "户 户", ["企业结对贫困户", "办成了养殖场"]),
        ("棉花收入、劳务性收入分别增长##、##。", "% %", ["棉花收入", "劳务性收入"]),
        (
            "技工院校毕业生##，实现就业、创业##，占比##。",
            "人 人 %",
            ["技工院校毕业生", "技工院校毕业生就业、创业", "技工院校毕业生就业、创业占比"],
        ),
        ("城镇和农村居民收入分别增长##、##。", "% %", ["城镇居民收入", "农村居民收入"]),
        ("医保参保率从##提高到##。", "% %", ["医保参保率", "医保参保率"]),
        ("资本充足率为##，比年初下降##。", "% 百分点", ["资本充足率", "资本充足率"]),
        ("##的县建立了平台。", "%", ["县建立了平台比例"]),
        ("旅游业持续回暖，增加值达到##。", "元", ["旅游业增加值"]),
        ("红旗村、胜利村等##村庄受益。", "个", ["村庄受益"]),
        ("投入##，新建村级卫生室##。", "元 个", ["投入新建村级卫生室", "新建村级卫生室"]),
        ("##县##村##参与试点。", "个 个 户", ["县参与试点", "村参与试点", "参与试点"]),
        ("三次产业结构为##、##、##。", "% % %", [f"三次产业结构第{n}产业占比" for n in "一二三"]),
        ("总产量由##增至##。", "吨 吨", ["总产量", "总产量"]),
        ("农民收入达到全市平均水平的##。", "倍", ["农民收入与全市平均水平之比"]),
        ("造林##，其中包括经济林##，另有##退耕。", "亩 亩 亩", ["造林面积", "经济林面积", "退耕面积"]),
        ("地震造成##死亡、##受伤。", "人 人", ["地震造成死亡", "地震造成受伤"]),
        ("增速##，分别快于全省、全国##和##。", "% 百分点 百分点", ["增速", "增速快于全省", "增速快于全国"]),
        ("##省（自治区、直辖市）报告病例##。", "个 例", ["省报告病例", "省报告病例"]),
        ("最大年龄##。", "岁", ["最大年龄"]),
        ("##的居民参加。", "%", ["居民参加比例"]),
        ("该村为##孤寡老人安装了扶手。", "人", ["孤寡老人安装了扶手"]),
        ("机场每周增加##飞往昆明的航班。", "架次", ["机场每周飞往昆明的航班"]),
        ("门诊报销##，报销金额##。", "人次 元", ["门诊报销", "门诊报销金额"]),
        ("安排##给##乡镇卫生院添置设备。", "元 所", ["安排给乡镇卫生院添置设备", "给乡镇卫生院添置设备"]),
        ("脱贫人口##，失业率##，分别下降##和##。", "人 % 人 百分点", ["脱贫人口", "失业率", "脱贫人口", "失业率"]),
        ("城乡居民人均收入分别达到##、##。", "元 元", ["城镇居民人均收入", "农村居民人均收入"]),
        ("东部、西部运行较稳，分别增长##、##。", "% %", ["东部运行较稳", "西部运行较稳"]),
        ("甲地##，乙地##，分别占##和占##。", "元 元 % %", ["甲地", "乙地", "甲地占比", "乙地占比"]),
        ("电能装机规模，首次超过##。", "%", ["电能装机规模"]),
        ("业务扩展至##国家和地区。", "个", ["业务国家和地区"]),
        ("突破##大关。", "吨", [""]),
        ("市里出台惠企政策，涉及就业、社保等##方面##举措。", "个 条", ["市里出台惠企政策方面", "市里出台惠企政策方面举措"]),
        ("建成绿色矿山##，产值占全行业的比重超过##。", "家 %", ["建成绿色矿山", "建成绿色矿山产值占全行业的比重"]),
        ("离婚登记##，其中城镇##、农村##。", "对 对 对", ["离婚登记", "离婚登记城镇", "离婚登记农村"]),
        ("桥梁主体仅用##就完工。", "天", ["桥梁主体完工用时"]),
        ("经济增长##左右，收入分别增长##左右和##左右。", "% % %", ["经济", "收入", "收入"]),
        ("柑橘从@试种##，发展至@##。", "亩 亩", ["柑橘试种面积", "柑橘试种面积"]),
        ("经济总量居世界##大经济体地位。", "名次", ["世界经济体排名"]),
        ("造成##受伤、数十人失联。", "人", ["造成受伤"]),
        ("外贸总额增长##，与去年全年相比，增幅回落##。", "% 百分点", ["外贸总额", "外贸总额增幅"]),
    ],
)
def test_names(text: str, units: str, wanted: list[str]) -> None:
    assert names(text, *units.split()) == wanted


def test_a_list_without_a_subject_takes_the_names_before_it() -> None:
    assert names("出口##、进口##，分别增长##、##。", "元", "元", "%", "%") == ["出口", "进口", "出口", "进口"]


def test_a_comparison_does_not_become_the_name() -> None:
    assert names("新生儿##，较@同期减少##。", "人", "人") == ["新生儿", "新生儿"]


@pytest.mark.parametrize(
    ("members", "whole"),
    [
        (["城镇", "农村居民收入"], ["城镇居民收入", "农村居民收入"]),
        (["工资性收入", "经营性收入"], ["工资性收入", "经营性收入"]),
        (["甲补贴", "乙补贴标准"], ["甲补贴标准", "乙补贴标准"]),
        (["玉米面积", "产量"], ["玉米面积", "玉米产量"]),
    ],
)
def test_members_get_what_the_list_shares(members: list[str], whole: list[str]) -> None:
    assert complete_members(WORDING, members) == whole


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("全省累计投入", "投入"),
        ("比上年末增加", ""),
        ("参加人才培训", "参加人才培训"),
        ("家门口附近", "家门口附近"),
        ("其中，贷款余额同比增长", "贷款余额"),
        ("收入比例稳定在", "收入比例"),
    ],
)
def test_words_before_a_number_are_trimmed(text: str, wanted: str) -> None:
    assert WORDING.before(text).text == wanted


def test_words_after_a_number_keep_the_head_of_a_list() -> None:
    assert WORDING.after("名视力、听力等残疾儿童得到救助").endswith("残疾儿童得到救助")
    assert WORDING.after("左右") == ""


def test_of_a_long_enumeration_the_last_member_is_kept() -> None:
    assert last_member("道路建设、绿化、亮化、供水工程") == "供水工程"
    assert last_member("道路、供水工程") == "道路、供水工程"


def test_long_names_stay_within_bounds() -> None:
    assert all(len(name) <= 50 for name in names("甲" * 300 + "##" + "乙" * 300 + "。", "个"))
