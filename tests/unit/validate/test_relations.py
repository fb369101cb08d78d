"""勾稽关系: those of the seeds, and sentences of our own."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from tasks.contracts import RELATIONS
from tasks.validate.arithmetic import table_search, table_tree
from tasks.validate.arithmetic.grids import tables_of
from tasks.validate.arithmetic.rows import COLUMNS, page_of
from tasks.validate.relations import find_relations, relation_table

SEEDS = Path(__file__).resolve().parents[2] / "golden" / "seeds"
GOLD = [json.loads(line) for line in (SEEDS / "relations.jsonl").read_text(encoding="utf-8").splitlines()]
SENTENCES = yaml.safe_load(Path(__file__).with_name("relation_sentences.yaml").read_text(encoding="utf-8"))
MARK = re.compile(r"\[(?P<mention>[^\]|]+)\|(?P<measure>\w+)(?:\|(?P<name>[^\]|]*))?(?:\|(?P<period>[^\]|]*))?\]")
SCALE = {"": 1.0, "万": 1e4, "亿": 1e8, "万亿": 1e12}


def verdict_of(gold):
    if not gold["comparable"]:
        return "not_comparable"
    return "agrees" if gold["agrees"] else "disagrees"


def rows_and_text(marked, qualifier="exact"):
    """`排查出[14036条|level]问题` as text and rows. A third part names the indicator, a fourth the period."""
    rows, text, last = [], "", 0
    for found in MARK.finditer(marked):
        text += marked[last : found.start()]
        last = found.end()
        mention = found["mention"]
        number, scale, unit = re.fullmatch(r"(-?[\d.]+|三分之一)(万亿|[万亿]?)(.*)", mention).groups()
        number, unit = ("33.3333", "%") if number == "三分之一" else (number, unit)
        value = float(number) * SCALE[scale]
        before = text[-8:]
        falling = re.search("(减少|下降|降低|回落)[^增升]*$", before) is not None
        rows.append(
            {
                "observation_id": f"o{len(rows)}",
                "document_id": "d",
                "start": len(text),
                "end": len(text) + len(mention),
                "mention": mention,
                "value": -value if falling and found["measure"] in ("change", "growth") else value,
                "value_high": None,
                "unit": {"个百分点": "百分点"}.get(unit, unit),
                "measure": found["measure"],
                "qualifier": qualifier,
                "status": "observation",
                "indicator": found["name"] or "指标",
                "indicator_id": None,
                "region_code": "410000",
                "period": found["period"] or "2023",
            }
        )
        text += mention
    return rows, text + marked[last:]


def found_in(marked, **more):
    rows, text = rows_and_text(marked, **more)
    return find_relations(rows, text)


def told(marked, **more):
    return [
        (r.kind, [p.mention for p in r.parts], r.stated.mention if r.stated else None, r.verdict)
        for r in found_in(marked, **more)
    ]


@pytest.mark.parametrize("gold", GOLD, ids=lambda gold: f"{gold['doc']}-{gold['expr']}")
def test_relations_of_the_seeds_are_found_with_their_verdicts(gold, gold_observations, gold_documents):
    rows = relation_table(gold_observations, gold_documents).to_pylist()
    fitting = [
        row
        for row in rows
        if row["document_id"] == gold["doc"]
        and sorted(row["part_mentions"]) == sorted(gold["parts"])
        and row["stated_mention"] == gold["stated"]
    ]
    assert [row["verdict"] for row in fitting] == [verdict_of(gold)]
    assert fitting[0]["computed"] == pytest.approx(gold["computed"], abs=1e-3)
    if fitting[0]["verdict"] == "not_comparable":
        assert fitting[0]["why"]


def test_nothing_of_the_seeds_is_called_a_fault(gold_observations, gold_documents):
    table = relation_table(gold_observations, gold_documents)
    assert "disagrees" not in table["verdict"].to_pylist()
    RELATIONS.conform(table)


AGREEING = {
    "rate": "全市排查隐患[2500处|level],完成整改[2450处|level],整改率[98%|share]。",
    "share of a whole": "共有党员[1200名|level],其中女党员[480名|level],占[40.0%|share]。",
    "sum": "新建学校[120所|level],其中小学[75所|level],中学[45所|level]。",
    "sum with other figures between": "进出口[9.51万亿元|level],增长[4.3%|growth],其中"
    "出口[5.06万亿元|level],增长[5.7%|growth],进口[4.45万亿元|level]。",
    "sum in the next sentence": "全年新增减税[17834亿元|level]。其中,新增减税[15109亿元|level],降费[2725亿元|level]。",
    "parts first": "获得[18枚|level]金牌、[20枚|level]银牌、[23枚|level]铜牌,总计[61枚|level]奖牌。",
    "difference": "城镇化率由[54.2%|share]提高到[57.1%|share],提高[2.9个百分点|change]。",
    "growth": "粮食产量从[640亿斤|level]增加到[656亿斤|level],增长[2.5%|growth]。",
    "yearly growth": "产值从[100亿元|level||2015]增至[161.05亿元|level||2020],年均增长[10.0%|growth||2020]。",
    "growth by amount": "贫困人口[551万人|level],比上年末减少[1109万人|change],下降[66.8%|growth]。",
    "per head": "发放补贴[660万元|level],惠及[2000户|level],户均[3300元|level]。",
    "balance": "出口[1.27万亿元|level],进口[9111.7亿元|level],贸易顺差[3545.3亿元|level]。",
    "comparison": "CPI上涨[2.5%|growth],涨幅比上月的[1.8%|growth]扩大[0.7个百分点|change]。",
    "structure": "三次产业结构为[8.7%|share]、[41.2%|share]、[50.1%|share]。",
    "parts named by a division": "总产值[735亿元|level],增长[12.8%|growth]。分行业看,甲业[31亿元|level],"
    "增长[8.1%|growth];"
    "乙业[378亿元|level],增长[11.1%|growth];丙业[326亿元|level]。",
    "nested parts": "生产总值[244394万元|level],增长[13.1%|growth]。其中:第一产业[62857万元|level];"
    "第二产业[65585万元|level],其中工业[40653万元|level],建筑业[24932万元|level]。第三产业[115952万元|level]。",
    "divided twice": "共有对象[718人|level],其中农村[713人|level],城市[5人|level];一档[45人|level],二档[213人|level],"
    "三档[460人|level]。",
    "to the digit however coarse": "下达国债[1万亿元|level]。其中,安排建设[7000亿元|level],另外[3000亿元|level]"
    "支持更新。",
    "changes add up like the levels": "三项费用[60亿元|level],减少[9亿元|change]。其中:甲[20亿元|level],"
    "减少[2亿元|change];"
    "乙[40亿元|level],减少[7亿元|change]。",
    "net change": "机械增加[20374人|change],自然增加[1071人|change],全县总共增加[21445人|change]。",
    "each of two": "亚洲占[90%|share],欧洲占[8%|share],美洲和非洲各占[1%|share]。",
    "shares in order": "收入[16352元|level],其中经营[6890元|level]、工资[5814元|level]、转移[3648元|level],"
    "占比依次为[42.1%|share]、[35.6%|share]和[22.3%|share]。",
    "structure by name": "第一产业[155864万元|level];第二产业[275605万元|level];第三产业[365687万元|level]。"
    "工业[203465万元|level]。三次产业结构为[19.5%|share]:[34.6%|share]:[45.9%|share]。",
    "several together": "投入资金[133.6亿元|level]。甲市、乙市分别获得[11.8亿元|level]、[20.3亿元|level],"
    "两市合计占[24%|share]。",
    "of a plan": "计划改造[1095户|level]。到七月底,改造[1430户|level],占目标任务的[130.59%|share]。",
    "the plan between": "改造危房[1846户|level],占年度计划[1800户|level]的[102.6%|share]。",
    "whole by its name": "外贸总值[2.18万亿元|level|外贸总值],增长[19.6%|growth]。"
    "一般贸易[1.25万亿元|level|一般贸易],"
    "增长[19.9%|growth],占外贸总值的[57.3%|share]。",
    "the part by its name": "实际搬迁[13.05万人|level|实际搬迁],其中建卡人口[10.85万人|level|建卡人口]。在搬迁群众中,"
    "建卡人口占了[83%|share]。",
    "whole three sentences before": "拨付资金[6.66亿元|level]。突出重点。精准发力。重点县安排[5.46亿元|level],"
    "占比[81.97%|share]。",
    "against last year's": "销售[460.6亿元|level],同比去年的[542.3亿元|level]减少[15%|growth]。",
    "more than last year's": "人口[1320人|level],比上年的[1200人|level]增加[120人|change]。",
    "raised by a rate": "补贴[8000元|level],可以再上浮[20%|growth],最高达到[9600元|level]。",
    "an earlier level of that name": "2021年产量[1000吨|level|产量|2021]。2022年产量[1253吨|level|产量|2022],"
    "增长[25.3%|growth||2022]。",
    "what is left": "查出[67个|level]问题,已整改[59个|level]。尚未到期的[8个|level]问题正在整改。",
    "above the average": "进出口增长[4.3%|growth|全部进出口]。甲类进出口增长[9.1%|growth|甲类进出口],高出整体增速"
    "[4.8个百分点|change]。",
    "side by side": "增长[2.7%|growth],低于上年的[4.1%|growth]以及历史平均[3%|growth]。",
    "beyond the task": "务工[238.66万人|level],超额完成上级下达的[226.5万人|level]的任务。",
    "a list above what is named": "限上工业增加值增长[5.8%|growth|限上工业增加值]。甲业增长[8.6%|growth|甲业],"
    "乙业增长[9.1%|growth|乙业],均明显快于限上工业增速。",
    "the whole of the share before": "进出口总值[1.62万亿元|level|进出口总值]。甲类进出口[8885.5亿元|level],"
    "占进出口总值的[54.8%|share]。乙类进出口[3613.5亿元|level],占[22.3%|share]。",
    "together over figures of other kinds": "进出口[1.62万亿元|level]。对甲[3402.9亿元|level],增长[13.2%|growth];"
    "对乙[2160.5亿元|level],增长[14.4%|growth];对丙[2014.9亿元|level],增长[21.8%|growth]。三者合计占[46.7%|share]。",
    "quarters of a level before": "总值[767.6亿元|level],增长[44%|growth]。三个季度分别为[177.9亿元|level]、"
    "[250.4亿元|level]、[339.3亿元|level],逐季增长。",
    "balance of a fund": "基金收入[10128.90亿元|level],增长[4.2%|growth];支出[9353.44亿元|level]。今年当期结存"
    "[775.46亿元|level]。",
    "births less deaths": "出生率[8.66‰|share];死亡率[4.63‰|share];自然增长率[4.03‰|share]。",
    "rate by its name": "年末常住人口[94.9万人|level|常住人口],其中城镇人口[41.4万人|level|城镇人口]。"
    "全县干部群众团结奋斗。"
    "常住人口城镇化率[43.6%|share|城镇化率]。",
    "whole in brackets": "安排[1133.1亿元|level],占全国的[43.9%|share](全国[2582.85亿元|level])。",
    "part before a list in brackets": "共[54851人|level],消除风险[27256人|level](甲类[10152人|level]"
    "、乙类[11585人|level]、"
    "丙类[5519人|level]),风险消除率[49.69%|share]。",
    "speed of a fall": "贫困人口[1032万人|level],比上年减少[379万人|change];减贫速度为[26.9%|share|减贫速度]。",
    "a plan's parts": "收入[4348万元|level],占预算[10065万元|level]的[43.2%|share]。其中:税收收入[3511万元|level],"
    "占预算[8465万元|level]的[41.5%|share];非税收入[837万元|level],占预算[1600万元|level]的[52.3%|share]。",
    "all that a sentence counts": "接报警情[51.20万起|level],转出[8万件|level]。"
    "城区警情[20.13万起|level],占[39.3%|share];"
    "乡村警情[28.65万起|level],占[56.0%|share];其他警情[2.42万起|level],占[4.7%|share]。",
    "figures of a few sentences": "审结[5168件|level]。甲类案件[31件|level],减少[12件|change]。"
    "乙类案件[3560件|level]。"
    "丙类案件[212件|level];丁类案件[1365件|level]。",
    "a list in brackets": "新增病例[7例|level],均为输入病例(甲省[4例|level],乙省[2例|level],丙省[1例|level])。",
    "what is left out in brackets": "收案[52180件|level](不含旧存[3120件|level])。其中,"
    "基层[40215件|level],中级[9870件|level],"
    "高级[2095件|level]。",
    "all parts but one that overlaps": "资源总量[8420.5万吨|level]。其中,地上[8013.2万吨|level],"
    "地下[2950.6万吨|level],"
    "两者不重复[407.3万吨|level]。",
    "columns of two units": "发生事故[28起|level]、死亡[119人|level]。甲类[4起|level]、死亡[13人|level]。"
    "乙类[21起|level]、死亡[90人|level]。丙类[3起|level]、死亡[16人|level]。",
    "changes of shares come to nought": "三组人口的比重分别上升[1.42个百分点|change]、下降[5.27个百分点|change]、"
    "上升[3.85个百分点|change]。",
    "two shares beside two parts": "共[48250万元|level]。税收[31120万元|level],"
    "增加[2010万元|change],比重为[64.50%|share];"
    "非税[17130万元|level],比重为[35.50%|share]。",
    "changes in the order of the parts": "参保[9730万人|level],增加[655万人|change]。其中,职工[7412万人|level],"
    "退休[2318万人|level],分别增加[503万人|change]和[152万人|change]。",
    "a whole far before": "共有[84310人|level]。分布均衡。教育进步。卫生改善。年少的[15160人|level],占[17.98%|share]。",
    "shares of counts of several units": "全年火灾[8.4万起|level],亡[752人|level]。"
    "住宅火灾[3.6万起|level],亡[511人|level],"
    "分别占总数的[42.9%|share]和[68.0%|share]。",
    "the old level by its name": "全县共[52340人|level],与上次普查(口径相同)的[49810人|level]相比,"
    "增加[2530人|change],增长[5.08%|growth]。",
    "told a sentence later": "受理案件[1450件|level],结案[720件|level]。与上年同比,"
    "受案增加[130件|change],上升[9.85%|growth]。",
    "rates in the order of the changes": "发生[64起|level],死亡[930人|level],同比减少[8起|change]、[117人|change],"
    "分别下降[11.1%|growth]和[11.2%|growth]。",
    "rates in the order of old levels": "今年受理[13420件|level],审结[11980件|level],"
    "分别上升[32.7%|growth]和[32.8%|growth]。去年受理[10110件|level],审结[9020件|level]。",
    "people a household": "家庭户[21350户|level],人口[58920人|level]。平均每个家庭户[2.76人|level]。",
    "this is far above": "密度达到[150台|level]以上,这远高于标准规定的[65台|level]。",
    "pairs of counts": "贫困户[852户|level][2846人|level](其中甲类[302户|level][1011人|level],"
    "乙类[97户|level][308人|level],搬迁的[431户|level][1520人|level],教育的[288户|level][905人|level],"
    "兜底的[133户|level][421人|level])。",
    "last year right behind": "受理[88件|level][141人|level],去年同期为[164件|level][302人|level],"
    "分别下降[46.3%|growth]、[53.3%|growth]。",
    "the change in other units": "面积[98410公顷|level]([147615亩|level]),"
    "比上年减少[1230公顷|change]([1845亩|level]),"
    "下降[1.2%|growth]。",
    "a rate of both": "批捕[61人|level];不捕[39人|level],不捕率[39.0%|share]。",
    "lines of other units between": "甲乙合计[860.13万人|level]。收入[22.3亿元|level]。甲[418.02万人|level]。"
    "收入[19.2亿元|level]。乙[442.11万人|level]。",
    "the first figure of each line": "各类案件[295件|level]。甲类[143件|level],其中新收[41件|level]。"
    "乙类[62件|level],"
    "其中新收[10件|level]。丙类[90件|level],其中新收[47件|level]。",
    "two shares in a row": "达标的比例为[81.4%|share];超标的比例为[18.6%|share]。",
    "the rest of the shares": "其中[35%|share]归集体,剩余的[65%|share]归农户。",
    "a share that is divided": "超标的占[18.6%|share],其中轻度的[12.3%|share],中度[4.1%|share],重度[2.2%|share]。",
    "shares of one name": "甲类占总用水量的比重为[1.7%|share]。乙类占总用水量的比重为[71.9%|share];"
    "丙类占总用水量的比重为[26.4%|share]。",
    "a surplus of surpluses": "两项贸易顺差[248亿元|level]。其中,货物顺差[301亿元|level],服务逆差[53亿元|level]。",
    "by names over two sentences": "新增病例[154例|level]。其中境外输入病例[41例|level],含[3例|level]转来。"
    "本土病例[113例|level],含[2例|level]转来。",
    "shares of two columns": "启动[262个|level]村、[20406户|level],分别占计划的[78.4%|share]、[80.2%|share];"
    "完成[18个|level]村、[1230户|level],分别占[5.4%|share]、[4.8%|share];未启动[54个|level]村、[3805户|level],"
    "分别占[16.2%|share]、[15.0%|share]。",
    "above another month's": "担心自己感染的人占[43%|share],而且担心家人,远高于6月份的[22%|share]。",
    "above a year's": "水位达到[23.75米|level],超过1998年[23.69米|level]的记录。",
    "a growth beside each share": "男生[40.1万人|level],占[52.1%|share],增长[3.5%|growth];"
    "女生[36.9万人|level],占[47.9%|share],增长[6.2%|growth]。",
    "shares in what heads the sentence": "收到小麦[60.4万吨|level|小麦],玉米[70.3万吨|level]。在小麦中,"
    "红麦[15.1万吨|level]、白麦[36.2万吨|level]、黑麦[9.1万吨|level],占比分别为[25.0%|share]、[59.9%|share]、"
    "[15.1%|share]。",
    "a share in what heads the sentence": "收到小麦[60.4万吨|level|小麦],玉米[70.3万吨|level]。在小麦中,种植面广。"
    "红麦[15.1万吨|level],占[25.0%|share],增长[3%|growth]。",
    "against the count before": "全县人口为[52480人|level|人口|2020]。"
    "这一数据与上次普查的[50310人|level|人口|2010]相比,共增加[2170人|change],增长[4.31%|growth]。",
    "parts of a part between": "受理[9412件|level],增长[5%|growth]。其中,问询[5310件|level],占[56.4%|share];"
    "来信[3102件|level],占[33.0%|share],其中纸质[1802件|level],电子[1300件|level];来访[1000件|level],"
    "占[10.6%|share]。",
    "a part that is in another": "共有[8.12万家|level]。其中,工厂[3.41万家|level],工厂中的外资厂[0.21万家|level];"
    "商店[4.05万家|level];农场[0.66万家|level]。",
    "the base of what is divided": "收入[9630万元|level],其中:退税[1140万元|level]、补助[8490万元|level],"
    "比计划数[9480万元|level]增加[150万元|change]。",
    "parts before a total that is divided": "收入[60.4亿元|level];结转[3.2亿元|level];借入[5.7亿元|level];"
    "收入合计[69.3亿元|level](甲[40.1亿元|level],乙[29.2亿元|level])。",
    "teachers of every kind": "甲类教师[1455人|level|甲类专任教师],减少[8人|change]。"
    "乙类教师[3209人|level|乙类专任教师],增加[12人|change]。"
    "丙类教师[1661人|level|丙类专任教师]。教职工[9750人|level|教职工],其中教师[6325人|level|专任教师]。",
    "changes that rise and fall": "总量增加[78.0亿吨|change],其中,甲类减少[3.7亿吨|change],乙类减少[81.2亿吨|change],"
    "丙类增加[137.0亿吨|change],丁类增加[25.9亿吨|change]。",
    "clauses that divide the same": "办理工单[2516件|level]。转办[2405件|level],直办[111件|level];"
    "按期[2440件|level],逾期[76件|level]。",
    "the share of a list": "办理工单[2516件|level]。前三位为甲类[790件|level]、乙类[585件|level]、"
    "丙类[566件|level],占工单总量的[77.1%|share]。",
    "above last year by its name": "零售额[8362.0亿元|level|零售额],增长[14.9%|growth]。"
    "零售额已超过去年全年的[8118.5亿元|level|某市零售额]。",
    "a list after a list": "生活用水[905.7吨|level],占[15.1%|share];"
    "工业用水[968.4吨|level](其中冷却[482.7吨|level]),占[16.2%|share];"
    "农业用水[3781.3吨|level],占[63.0%|share];生态用水[342.8吨|level],占[5.7%|share]。地表水[4994.2吨|level],"
    "占[83.3%|share];"
    "地下水[1004.0吨|level],占[16.7%|share]。",
    "changes of shares without those within": "三组的比重分别上升[4.63个百分点|change]、"
    "下降[9.94个百分点|change]、上升[5.31个百分点|change],"
    "其中老人上升[4.46个百分点|change]。",
    "by names over many sentences": "生产总值[59043万元|level]。其中:第一产业[4959万元|level]。"
    "第二产业[8359万元|level]。其中:工业[1353万元|level]。"
    "第三产业[45725万元|level]。",
    "a heading between": "全县人口[52480人|level|人口|2020]。\n二、"
    "增减\n全县人口与上次普查的[50310人|level|人口|2010]相比,"
    "增加[2170人|change]。",
    "parts in smaller units": "人员[1.30万人|level],其中女性[6481人|level]。青年[2321人|level],"
    "中年[7835人|level],老年[2839人|level]。",
    "the first part of another division": "人员[1289人|level],其中女性[609人|level],青年[272人|level],"
    "中年[751人|level],老年[266人|level]。",
    "the change before the pair": "利率下调[0.2个百分点|change],由此前的[1.70%|share]调整为[1.50%|share]。",
    "below a promise": "税率降至[7.3%|share],低于[9.8%|share]的承诺。",
    "done and not done": "共有问题[50项|level],已整改[40项|level],金额[8亿元|level],正在整改[10项|level]。",
    "coarse shares of the same": "举报[3618件|level],前三位为甲[497件|level],占举报量的[14%|share];"
    "乙[479件|level],占举报量的[13%|share];"
    "丙[325件|level](其中丁[210件|level]),占举报量的[9%|share]。",
    "a whole before the list": "[9083件|level]诉求中,咨询[5780件|level],占[64%|share],减少[22.5%|growth];"
    "投诉[3046件|level],占[33%|share],"
    "增加[38.5%|growth];举报[257件|level],占[3%|share]。",
    "what is planned is a part too": "提案[799件|level],立案。A类[418件|level],B类[265件|level],C类[116件|level]。",
    "a whole that some of it opens": "[8013件|level]提案中,已解决[5640件|level]。另有[2070件|level]列入规划。"
    "无法办理的[303件|level]。",
    "beside the old level": "抽检[16641批次|level],比2020年的[11183批次|level]增加[5458批次|change]。"
    "其中,普通食品[10673批次|level],农产品[5968批次|level],平均[5.36批次|level]。",
    "a share that the next sentence divides": "中青年占整体的[75.1%|share]。其中[29岁|level]以下的占比最高,"
    "达[29.9%|share],其他两组分别为[21.4%|share]、[23.8%|share]。",
    "the count behind its share": "网民[6.88亿人|level]。农村网民占比[28.4%|share],规模达[1.95亿人|level]。",
    "counts whose shares stand beside them": "提案[92件|level],集体的[25件|level]。办复率[100%|share]。"
    "A类[22件|level],占承办总数的[23.91%|share]。"
    "B类[68件|level],占承办总数的[73.91%|share]。C类[2件|level],占承办总数的[2.17%|share]。",
    "a percentage behind 占 read as a level": "举报[430件|level]。来信[235件|level]、占[54.7%|level],"
    "来访[195件|level]、占[45.3%|level]。",
    "changes told behind another unit": "发生[21起|level],造成[323人|level]死亡;与去年同期相比,"
    "起数减少[11起|change],下降[34.4%|growth];"
    "死亡减少[131人|change],下降[28.9%|growth]。",
    "a rate of rise": "举报[430件|level|举报|2018],比上年同期的[298件|level|举报|2017]上升了[132件|change],"
    "上升率[44.3%|share|上升率]。",
    "coarse shares that are all": "自收[75件|level],占[78%|share];转办[21件|level],占[22%|share]。",
    "a rate of both behind brackets": "起诉[257件|level][292人|level]。不起诉[67件|level][70人|level],"
    "其中轻微的[65人|level],存疑的[5人|level],"
    "不起诉率(按人数)为[19.34%|share]。",
    "a total behind the list": "违反甲的[4件|level],占总量的[8%|share];乙的[2件|level],占[4%|share];"
    "丙的[24件|level],占[52%|share];"
    "丁的[16件|level],占[35%|share]。检举控告[46件|level],上升[5%|growth]。",
    "the level later with the same rate": "新收总数增加[189.0万件|change],上升[14.54%|growth]。收结大体均衡。"
    "各法院新收[1488.9万件|level],"
    "同比上升[14.54%|growth]。",
    "a list of shares to its end": "甲[46372人|level],占[56.57%|share];乙[31280人|level],占[38.16%|share];"
    "丙[3239人|level],占[3.95%|share]。"
    "其他[1076人|level],占[1.32%|share]。",
    "lists within a list before its total": "收入[126556万元|level],增长[11.8%|growth];"
    "加上补助[208927万元|level],转贷[78400万元|level],其中:新增[15000万元|level],"
    "续融[20000万元|level],置换[43400万元|level],收入合计[413883万元|level]。",
    "added to the sentence before": "支出[355861万元|level],完成预算的[95.4%|share]。加上上解[26629万元|level],"
    "还本[63400万元|level],支出合计[445890万元|level]。",
    "parts of a part in brackets": "财力[128453万元|level]。其中,收入[30438万元|level](税收[21300万元|level],"
    "占[70%|share],其他[9100万元|level]);"
    "补助[93815万元|level];基金[4200万元|level]。",
    "a coarse list to its end": "造林[3.05万亩|level](其中:甲[0.5万亩|level],乙[1.8万亩|level],"
    "丙[0.6万亩|level],丁[0.28万亩|level]),抚育[1万亩|level]。",
    "coarse changes of the sentence before": "组织[441.3万个|level],增加[5.4万个|change]。其中,"
    "机关增加[1.0万个|change],事业增加[0.5万个|change],"
    "企业增加[1.8万个|change],村增加[2.2万个|change]。",
    "claim": "脱贫户收入增长[12.1%|growth|脱贫户收入],农民收入增长[8.2%|growth|农民收入],"
    "脱贫户收入增速高于农民收入增速。",
}
KINDS = {
    "teachers of every kind": "sum",
    "changes that rise and fall": "sum",
    "clauses that divide the same": "sum",
    "the share of a list": "share",
    "above last year by its name": "comparison",
    "a list after a list": "share",
    "changes of shares without those within": "sum",
    "by names over many sentences": "sum",
    "a heading between": "difference",
    "parts in smaller units": "sum",
    "the first part of another division": "sum",
    "the change before the pair": "difference",
    "below a promise": "comparison",
    "done and not done": "difference",
    "coarse shares of the same": "share",
    "a whole before the list": "share",
    "what is planned is a part too": "sum",
    "a whole that some of it opens": "sum",
    "beside the old level": "sum",
    "a share that the next sentence divides": "sum",
    "the count behind its share": "share",
    "counts whose shares stand beside them": "sum",
    "a percentage behind 占 read as a level": "share",
    "changes told behind another unit": "growth",
    "a rate of rise": "growth",
    "coarse shares that are all": "sum",
    "a rate of both behind brackets": "share",
    "a total behind the list": "sum",
    "the level later with the same rate": "growth",
    "a list of shares to its end": "share",
    "lists within a list before its total": "sum",
    "added to the sentence before": "sum",
    "parts of a part in brackets": "sum",
    "a coarse list to its end": "sum",
    "coarse changes of the sentence before": "sum",
    "rate": "share",
    "share of a whole": "share",
    "sum": "sum",
    "sum with other figures between": "sum",
    "sum in the next sentence": "sum",
    "parts first": "sum",
    "difference": "difference",
    "growth": "growth",
    "yearly growth": "growth",
    "growth by amount": "growth",
    "per head": "per_head",
    "balance": "difference",
    "comparison": "comparison",
    "structure": "sum",
    "parts named by a division": "sum",
    "nested parts": "sum",
    "divided twice": "sum",
    "to the digit however coarse": "sum",
    "changes add up like the levels": "sum",
    "net change": "sum",
    "each of two": "sum",
    "shares in order": "share",
    "structure by name": "share",
    "several together": "share",
    "of a plan": "share",
    "the plan between": "share",
    "whole by its name": "share",
    "the part by its name": "share",
    "whole three sentences before": "share",
    "against last year's": "growth",
    "more than last year's": "difference",
    "raised by a rate": "growth",
    "an earlier level of that name": "growth",
    "what is left": "difference",
    "above the average": "comparison",
    "side by side": "comparison",
    "beyond the task": "comparison",
    "a list above what is named": "difference",
    "the whole of the share before": "share",
    "together over figures of other kinds": "share",
    "quarters of a level before": "sum",
    "balance of a fund": "difference",
    "births less deaths": "difference",
    "rate by its name": "share",
    "whole in brackets": "share",
    "part before a list in brackets": "share",
    "speed of a fall": "growth",
    "a plan's parts": "share",
    "all that a sentence counts": "sum",
    "figures of a few sentences": "sum",
    "a list in brackets": "sum",
    "what is left out in brackets": "sum",
    "all parts but one that overlaps": "sum",
    "columns of two units": "sum",
    "changes of shares come to nought": "sum",
    "two shares beside two parts": "sum",
    "changes in the order of the parts": "sum",
    "a whole far before": "share",
    "shares of counts of several units": "share",
    "the old level by its name": "difference",
    "told a sentence later": "growth",
    "rates in the order of the changes": "growth",
    "rates in the order of old levels": "growth",
    "people a household": "per_head",
    "this is far above": "comparison",
    "pairs of counts": "sum",
    "last year right behind": "growth",
    "the change in other units": "growth",
    "a rate of both": "share",
    "lines of other units between": "sum",
    "the first figure of each line": "sum",
    "two shares in a row": "sum",
    "the rest of the shares": "sum",
    "a share that is divided": "sum",
    "shares of one name": "sum",
    "a surplus of surpluses": "difference",
    "by names over two sentences": "sum",
    "shares of two columns": "share",
    "above another month's": "comparison",
    "above a year's": "comparison",
    "a growth beside each share": "share",
    "shares in what heads the sentence": "share",
    "a share in what heads the sentence": "share",
    "against the count before": "growth",
    "parts of a part between": "sum",
    "a part that is in another": "sum",
    "the base of what is divided": "difference",
    "parts before a total that is divided": "sum",
    "claim": "difference",
}
COUNTED = {
    "parts before a total that is divided": ("sum", 2),
    "a growth beside each share": ("share", 2),
    "shares in what heads the sentence": ("share", 3),
    "a part that is in another": ("sum", 1),
    "pairs of counts": ("sum", 2),
    "shares of two columns": ("share", 6),
    "last year right behind": ("growth", 2),
    "all that a sentence counts": ("sum", 2),
    "columns of two units": ("sum", 2),
    "two shares beside two parts": ("sum", 2),
    "changes in the order of the parts": ("sum", 2),
    "shares of counts of several units": ("share", 2),
    "rates in the order of the changes": ("growth", 2),
    "rates in the order of old levels": ("growth", 2),
    "the whole of the share before": ("share", 2),
    "a plan's parts": ("share", 3),
    "part before a list in brackets": ("sum", 1),
    "nested parts": ("sum", 2),
    "divided twice": ("sum", 2),
    "changes add up like the levels": ("sum", 2),
    "shares in order": ("share", 3),
    "structure by name": ("share", 3),
    "side by side": ("comparison", 2),
    "a list above what is named": ("difference", 2),
}


@pytest.mark.parametrize("name", AGREEING)
def test_arithmetic_that_agrees(name):
    assert (KINDS[name], "agrees") in [(r.kind, r.verdict) for r in found_in(AGREEING[name])]


@pytest.mark.parametrize("name", COUNTED)
def test_every_one_of_several_is_found(name):
    kind, count = COUNTED[name]
    assert [(r.kind, r.verdict) for r in found_in(AGREEING[name])].count((kind, "agrees")) == count


DISAGREEING = {
    "a rate beside a change that fits": "接警[70起|level](日均[10起|level]),"
    "较上周的[62起|level]增加[8起|change],环比上升[13.9%|growth]。",
    "one digit of a rate after 同比": "受理[461件|level],与去年同期相比增加[245件|change],同比增长[123.4%|growth]。",
    "the new level as base": "举报[3618件|level|举报],占[27%|share]。比去年同期增加[433件|change|举报],"
    "增长[12%|growth|举报量]。",
    "the new level as base beside it": "资金[568亿元|level],比上年增加[128亿元|change],增长[22.5%|growth]。",
    "one of a list by its last digit": "单位[1916个|level]。前三位是:甲[487个|level],占[25.43%|share];"
    "乙[283个|level],占[14.77%|share];"
    "丙[150个|level],占[7.83%|share];丁[90个|level],占[4.71%|share]。",
    "of the total": "收到[385件|level],其中个人[358件|level],占总数的[93.05%|share]。",
    "rate": "全市排查隐患[2500处|level],完成整改[2450处|level],整改率[89%|share]。",
    "share": "共有党员[1200名|level],其中女党员[480名|level],占比[44.0%|share]。",
    "difference": "城镇化率由[54.2%|share]提高到[57.1%|share],提高[9.2个百分点|change]。",
    "growth": "粮食产量从[640亿斤|level]增加到[656亿斤|level],增长[5.2%|growth]。",
    "growth by amount": "贫困人口[551万人|level],比上年末减少[1109万人|change],下降[68.6%|growth]。",
    "complete partition": "进出口[9.51万亿元|level],其中出口[5.60万亿元|level],进口[4.45万亿元|level]。",
    "the rest": "[17条|level]道路中,已有[2条|level]通车,其余[51条|level]均已开工。",
    "total": "获得[18枚|level]金牌、[20枚|level]银牌、[32枚|level]铜牌,总计[61枚|level]奖牌。",
    "swapped digits": "全年新增减税降费[17834亿元|level],其中新增减税[15109亿元|level],降费[2752亿元|level]。",
    "balance": "出口[1.27万亿元|level],进口[9111.7亿元|level],贸易顺差[5345.3亿元|level]。",
    "comparison": "CPI上涨[2.5%|growth],涨幅比上月的[1.8%|growth]扩大[1.7个百分点|change]。",
    "structure": "三次产业结构为[8.7%|share]、[14.2%|share]、[50.1%|share]。",
    "rate of more than all": "全市排查隐患[2500处|level],完成整改[2540处|level],整改率[98%|share]。",
    "share by its own words": "处理[26.26万人|level],其中给予纪律处分[14.51万人|level],纪律处分比例达到[70.1%|share]。",
    "the plan between": "改造危房[1846户|level],占年度计划[1800户|level]的[120.6%|share]。",
    "against last year's": "销售[460.6亿元|level],同比去年的[542.3亿元|level]减少[51%|growth]。",
    "more than last year's": "人口[1320人|level],比上年的[1200人|level]增加[210人|change]。",
    "one of the shares in order": "收入[16352元|level],"
    "其中经营[6890元|level]、工资[5814元|level]、转移[3648元|level],"
    "占比依次为[42.1%|share]、[53.6%|share]和[22.3%|share]。",
    "a little more than the whole": "补偿[25537人次|level]。其中,住院[9545人次|level];门诊[15874人次|level],"
    "大病[2人次|level];补充[166人次|level]。",
    "one digit of many": "户籍人口[112635人|level]。其中,城镇[54715人|level],乡村[57920人|level];各年龄分别为"
    "[18891人|level]、[19099人|level]、[48951人|level]和[25594人|level]。",
    "a scale": "共有资金[58426万元|level],其中中央[41380万元|level]、省级[12560万元|level]、州级[4486亿元|level]。",
    "last year right behind": "受理[88件|level],起诉[61件|level],去年同期为[164件|level],起诉[101件|level]。"
    "审结[85件|level][130人|level],去年同期为[160件|level][290人|level],分别下降[46.3%|growth]、[53.3%|growth]。",
    "side by side": "价格[1.26元|level],高于今年的最低收购价[1.62元|level]。",
}


@pytest.mark.parametrize("name", DISAGREEING)
def test_arithmetic_that_disagrees(name):
    assert "disagrees" in [verdict for *_, verdict in told(DISAGREEING[name])]


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: sentence["name"])
def test_relations_of_a_sentence(sentence):
    found = found_in(sentence["text"])
    assert Counter(r.kind for r in found if r.verdict == "agrees") == Counter(sentence.get("finds", {}))
    assert sum(r.verdict == "disagrees" for r in found) == sentence.get("disagrees", 0)
    apart = sum(r.verdict == "not_comparable" for r in found)
    assert sentence.get("apart", apart) == apart


SILENT = {
    "a part before the base of its whole": "收入[9630万元|level],其中:退税[1140万元|level]、补助[8490万元|level],"
    "比计划数[9480万元|level]增加[150万元|change],增长[1.58%|growth]。",
    "others by name are no rest": "支出[98.8亿元|level];上解[2.58亿元|level];帮助其他地区[0.18亿元|level]。",
    "levels in brackets before a change": "收入[81.40亿元|level](甲区[60.2亿元|level],乙区[21.2亿元|level]),"
    "增收[3.10亿元|change],增长[3.96%|growth]。",
    "a share rounded up to make the whole": "茶园[3326亩|level],果园[9621亩|level],菜园[14682亩|level]。"
    "结构由去年的[12.3%|share]:[35.4%|share]:[52.3%|share]调整为[12.1%|share]:[34.8%|share]:[53.1%|share]。",
    "the three largest shares": "甲[19.5万件|level],乙[10万件|level],丙[9.3万件|level],"
    "占比分别为[24.4%|share]、[12.5%|share]、[11.6%|share]。",
    "a part that is in another": "共有[8.12万家|level]。其中,工厂[3.41万家|level],工厂外资[0.04万家|level];"
    "商店[4.05万家|level];农场[0.66万家|level]。",
    "the figure that another is held against": "与上次普查的[50310人|level]相比,共增加[2170人|change],"
    "增长[4.31%|growth]。",
    "parts of a figure before": "事故亡[1262人|level],伤[795人|level]。乡村亡[640人|level],城市亡[570人|level],"
    "其他区域亡[52人|level]。",
    "what is left out is no part": "收案[52180件|level](不含旧存[3120件|level])。其中,"
    "基层[40215件|level],中级[9870件|level],"
    "高级[2095件|level]。",
    "a part that overlaps with others": "资源总量[8420.5万吨|level]。其中,地上[8013.2万吨|level],"
    "地下[2950.6万吨|level],"
    "两者不重复[407.3万吨|level]。",
    "a rate of something else": "改造学校[150所|level],新建幼儿园[190所|level],全县幼儿入园率达到[74%|share]。",
    "output grows in comparable prices": "人均生产总值[25410元|level|人均生产总值],"
    "新增[3120元|change],增长[11.2%|growth]。",
    "held against two others": "增长[3%|growth],高于甲市的[2%|growth],也高于乙省的[2%|growth]。",
    "a rate of what was not done": "批捕[125人|level];不捕[115人|level],不捕率[48.5%|share]。",
    "more by an amount": "处置[96.4亿元|level],比去年多处置[22.3亿元|level],增长[30%|growth]。",
    "each rate its own amount": "发生[64起|level],死亡[930人|level],同比减少[8起|change]、[117人|change],"
    "分别下降[11.1%|growth]和[11.4%|growth]。",
    "a part that was not read": "获得18枚金牌、[20枚|level]银牌、[23枚|level]铜牌,总计[61枚|level]奖牌。",
    "a part before the rest that was not read": "[17条|level]道路中,已有[2条|level]通车,1条贯通,其余[14条|level]开工。",
    "parts that are only some": "新建学校[120所|level],其中小学[40所|level],中学[45所|level]。",
    "another subject grows": "产值从[92亿元|level]增至[255亿元|level],居民收入增长[1.38倍|growth]。",
    "a rank is no level": "从全国第[13位|rank]升至第[5位|rank],企业数增长[1.7倍|growth]。",
    "share of another whole": "进出口[437.4亿元|level],增长[33%|growth],占全国的[46%|share]。",
    "two growths apart": "收入增长[3.8%|growth],就业[1200人|level],支出增长[5.5%|growth]。",
    "each list after 分别 its own": "贫困人口[7.43万人|level],发生率[35.36%|share],较上年分别下降[2.09万人|change]和"
    "[10.45%|growth]。",
    "an income a head is no total": "人均生产总值为[74331元|level]。其中,第一产业[57116元|level],"
    "第二产业[445964元|level],"
    "第三产业[448355元|level]。",
    "a part that is a whole of nothing": "人口[112635人|level]。其中,城镇人口[54715人|level],"
    "乡村人口[57920人|level];男性"
    "[57753人|level],女性[54882人|level]。",
    "deaths are no part of births": "出生人口[580人|level],死亡人口[939人|level],人口自然增长率[3.19‰|share]。",
    "growth a year over years": "收入达到[52.97亿元|level],净增[9.53亿元|change],年均增长[5.4%|growth]。",
    "a rate of people on another base": "户籍人口[24.92万人|level|户籍人口],其中贫困人口[7.43万人|level|贫困人口],"
    "贫困发生率[35.36%|share|贫困发生率]。",
    "points against points": "增长[5.2%|growth],增速比上月加快[0.1个百分点|change],"
    "高于同期零售额[0.6个百分点|change]。",
    "a share of some of them": "培训[500人|level],其中女性[300人|level],女性就业比例[80%|share]。",
    "a third is no third to the digit": "指标共[20项|level],民生占[7项|level],占到[20项|level]的[三分之一|share]。",
    "a bound upon itself": "投资[3.2亿元|level],累计超过[50亿元|level]。",
    "a sector is no change": "第二产业[65585万元|level],其中工业增加值完成[40653万元|level],建筑业[24930万元|level]。",
    "some of the whole": "补偿[25537人次|level]。其中,住院[9545人次|level];门诊[15474人次|level],大病[2人次|level]。",
    "chance": "评选先进[12家|level],示范[120家|level],满意度[10%|share]。",
    "stock is not the sum of a later flow": "现有病例[86例|level],其中境外输入[44例|level];"
    "新增[5例|level],其中境外输入[2例|level],本土[3例|level]。",
}


@pytest.mark.parametrize("name", SILENT)
def test_figures_that_do_not_belong_together_are_no_fault(name):
    assert "disagrees" not in [verdict for *_, verdict in told(SILENT[name])]


APART = {
    "cut off": "共有代表[930人|level],其中女[251人|level],占[26.9%|share]。",
    "neither": "产量[640吨|level],比上年增加[60吨|change],增长[3.1%|growth]。",
    "scope": "收入[30161万元|level](同口径),增加[4376万元|change],增长[14.6%|growth]。",
    "name": "产量[640吨|level|甲],增加[60吨|change|乙],增长[19.3%|growth|乙]。",
    "period": "补偿[25537人次|level||2012]。其中,住院[9545人次|level||2012];门诊[15874人次|level||2012],"
    "大病[2人次|level||2012];上年的[166人次|level||2011]。",
}


@pytest.mark.parametrize("why", APART)
def test_a_gap_without_evidence_is_not_comparable(why):
    found = [relation for relation in found_in(APART[why]) if relation.verdict != "agrees"]
    assert found
    assert [(relation.verdict, why in relation.why) for relation in found] == [("not_comparable", True)] * len(found)


def test_a_slip_is_named():
    (relation,) = found_in("招收[17834人|level],其中本科[15109人|level],专科[2752人|level]。")
    assert (relation.verdict, relation.why) == ("disagrees", "it would fit with two digits of 2752人 swapped")
    (relation,) = found_in("从[1250吨|level]增加到[1375吨|level],增加[12.5吨|change]。")
    assert (relation.verdict, relation.why) == ("disagrees", "it would fit with the point of 12.5吨 at another place")


CHANCE = {
    "some parts of one whole": "举报[430件|level]。来信[196件|level],来访[117件|level],来电[36件|level],"
    "网络[47件|level],"
    "短信[16件|level],其他[18件|level]。",
    "two coarse figures": "甲[29.4万件|level],乙[20万件|level],丙[9.1万件|level]。",
    "round figures": "新增企业[500家|level]。培育中小企业[300家|level]、专精企业[200家|level]。",
    "lines far apart": "应用[151个|level]。县区[15个|level]。收入[3亿元|level]。村[123个|level],点[13个|level]。",
    "coarse shares": "甲占[40%|share],乙占[60%|share]。",
    "a part and its whole": "当选[170名|level]。新当选的[161名|level]中,女性占[9名|level]。",
    "small figures": "共[9个|level]。建成[4个|level],在建[5个|level]。",
    "coarse figures": "共种植[840万亩|level]。甲[610万亩|level],乙[120万亩|level],丙[64万亩|level],丁[30万亩|level],"
    "戊[18万亩|level],己[150万亩|level]。",
}


@pytest.mark.parametrize("name", CHANCE)
def test_figures_that_chance_makes_fit_are_not_reported(name):
    assert [parts for kind, parts, *_ in told(CHANCE[name]) if kind == "sum" and len(parts) < 6] == []


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("lists within a list before its total", ["126556万元", "208927万元", "78400万元"]),
        ("added to the sentence before", ["355861万元", "26629万元", "63400万元"]),
        ("a coarse list to its end", ["0.5万亩", "1.8万亩", "0.6万亩", "0.28万亩"]),
        ("parts of a part in brackets", ["30438万元", "93815万元", "4200万元"]),
    ],
)
def test_parts_of_parts_are_left_out(name, parts):
    assert ("sum", parts) in [relation[:2] for relation in told(AGREEING[name])]


def test_overlapping_kinds_of_help_are_not_comparable():
    marked = "共帮扶[300户|level],[180户|level]实现了助学,[150户|level]实现了助医,[90户|level]实现了助养。"
    (relation,) = found_in(marked)
    assert relation.verdict == "not_comparable"
    assert "overlap" in relation.why


def test_about_is_loose():
    marked = "在园幼儿[2435万人|level],比上年增加[700万人|change],增长[40%|growth]。"
    assert [r.verdict for r in found_in(marked, qualifier="about")] == ["agrees"]


def test_coarse_figures_prove_nothing():
    marked = "进口首次达到[1亿吨|level],增加[4300万吨|change],增长[49%|growth]。"
    assert [r.verdict for r in found_in(marked)] == ["not_comparable"]


def test_tolerance_follows_the_printed_precision():
    (relation,) = found_in("排查[14036条|level],整改[13978条|level],整改率[99.6%|share]。")
    assert relation.tolerance == pytest.approx(0.05)
    (coarse,) = found_in("排查[14036条|level],整改[13978条|level],整改率[99.59%|share]。")
    assert coarse.tolerance == pytest.approx(0.005)


def test_order_of_rows_does_not_matter():
    rows, text = rows_and_text(AGREEING["sum with other figures between"])
    forward, backward = find_relations(rows, text), find_relations(rows[::-1], text)
    assert [r.expression for r in forward] == [r.expression for r in backward]


def test_a_piece_of_a_longer_number_disagrees_with_nothing():
    marked = "价格[1.26元|level]○八,高于最低收购价[1.62元|level]。"
    assert "disagrees" not in [verdict for *_, verdict in told(marked)]


def test_the_same_figures_make_one_relation():
    marked = "较去年同期的[64314人|level],今年新生儿[54250人|level],减少[10064人|change]。"
    figures = [(sorted(parts), stated) for _, parts, stated, _ in told(marked)]
    assert len(figures) == len({(tuple(parts), stated) for parts, stated in figures})


HOSTILE = (
    "生产总值[244394万元|level],第一产业[62857万元|level],占比分别为[1.5%|share]、[2.5%|share]、",
    "查出[67个|level]问题,尚未整改的[8个|level]问题,增长[2.7%|growth],低于上年的[4.1%|growth],",
    "三市合计占[24%|share],计划[120户|level],占目标任务的[13.5%|share],高出整体增速[4.8个百分点|change],",
    AGREEING["sum with other figures between"],
    "总人口[73万人|level|总人口],人均收入[3300元|level|人均收入],收入[660万元|level|收入总额],",
    "贫困人口[551人|level],贫困发生率[6.9%|share|贫困发生率],",
    "其中[12户|level],占比[6.9%|share],",
    "收入增速高于支出增速,收入增长[5%|growth|收入],支出增长[4%|growth|支出],",
    "由[12户|level]增至[16户|level],增加[4户|change],",
    "生产总值增长[6.4%|growth|生产总值],贡献率[39.1%|share|贡献率],拉动[2.5个百分点|change],",
    "一是[9户|level|户],增长[5%|growth|户];二是[8户|level|户],增长[6%|growth|户],增加[3户|change|户];\n",
    "已整改[3项|level],未整改[4项|level],比全省([5%|growth])高[2个百分点|change],",
)


@pytest.mark.parametrize("sentence", HOSTILE)
def test_time_is_linear_in_the_figures(sentence):
    import time

    def seconds(times):
        rows, text = rows_and_text(sentence * times)
        start = time.process_time()
        find_relations(rows, text)
        return time.process_time() - start

    seconds(20)
    assert seconds(1000) < 40 * seconds(100) + 0.5


def test_hostile_text_is_read_in_linear_time():
    text = "比" * 100_000 + "高于" * 20_000
    rows, _ = rows_and_text("增长[5%|growth],增长[4%|growth]。")
    assert find_relations(rows, text) == []


@pytest.mark.parametrize(
    "marked",
    [
        "用户[4200万人|level]，其中老人超[1000万人|level]，占[23.6%|share]。",
        "小麦[3326吨|level]，占[12.1%|share]；玉米[9621吨|level]，占[34.8%|share]；稻谷[14682吨|level]，占[53.1%|share]。",
    ],
)
def test_the_verdict_follows_from_the_row(marked):
    """What agrees by the room of loose or forced figures says so in its tolerance, as the suite demands."""
    rows, text = rows_and_text(marked)
    for row in rows:
        row["qualifier"] = "over" if text[row["start"] - 1] == "超" else "exact"
    shares = [each for each in find_relations(rows, text) if each.kind == "share"]
    assert shares
    for relation in shares:
        assert relation.verdict == "agrees"
        assert abs(relation.stated_value - relation.computed) <= relation.tolerance + 1e-9


def test_empty_lines_are_passed_in_linear_time():
    rows, text = rows_and_text("甲[9户|level],乙[4户|level],丙[5户|level]。")
    assert len(find_relations(rows, text + "\n \n" * 200_000)) == len(find_relations(rows, text))


@pytest.mark.parametrize(
    ("marked", "wrong"),
    [
        (
            "监测对象[3286户|level][13907人|level]。其中脱贫不稳定户[1408户|level][6011人|level]、"
            "边缘户[1295户|level][5387人|level]、突发困难户[573户|level][2509人|level]。",
            "3286户",
        ),
        (
            "甲镇 [6800亩|level] [4200亩|level] [5900亩|level] [16900亩|level]\n"
            "乙镇 [9400亩|level] [11300亩|level] [7600亩|level] [28300亩|level]\n"
            "丙乡 [12700亩|level] [18500亩|level] [10400亩|level] [41900亩|level]\n"
            "丁乡 [14700亩|level] [18100亩|level] [14600亩|level] [47400亩|level]\n",
            "41900亩",
        ),
    ],
    ids=["one count of pairs", "one row of a table"],
)
def test_a_slip_that_the_figures_beside_it_show(marked, wrong):
    found = [r for r in find_relations(*rows_and_text(marked)) if r.verdict == "disagrees"]
    assert [r.stated.mention for r in found] == [wrong]


def test_pairs_of_some_kinds_only_are_not_held_against_their_whole():
    marked = "对象[3286户|level][13907人|level]。其中甲[1408户|level][6011人|level]、乙[1295户|level][5387人|level]。"
    assert not [r for r in find_relations(*rows_and_text(marked)) if r.verdict == "disagrees"]


def test_a_price_of_so_much_against_a_bare_old_one_is_no_slip():
    marked = "出场价[20.3元|level],比高点[27.1元|level]回落[6.8元|change],降幅[25.1%|growth]。"
    rows, text = rows_and_text(marked)
    rows[0]["unit"] = "元/公斤"
    found = find_relations(rows, text)
    assert [r.verdict for r in found if r.kind == "growth"] == ["agrees"]


def table_of(rows, columns, figure):
    """A table of levels: `figure` tells what stands in each place."""
    lines = (" ".join(f"[{figure(row, column)}吨|level]" for column in range(columns)) for row in range(rows))
    return "".join(f"粮{'甲乙丙丁戊己庚辛'[at % 8]} {line}\n" for at, line in enumerate(lines))


TABLES = {
    "of any figures": lambda row, column: 10_000 + (row * 7919 + column * 104_729 + row * row * 31) % 89_999,
    "of ones": lambda row, column: 1,
    "of digits": lambda row, column: 1 + (row * 7 + column * 3 + row * column) % 9,
}


def counted(monkeypatch, module, name):
    """How often a function is called, as a list that grows."""
    calls, real = [], getattr(module, name)
    monkeypatch.setattr(module, name, lambda *args, **told: calls.append(name) or real(*args, **told))
    return calls


@pytest.mark.parametrize("name", TABLES)
def test_few_rows_of_a_table_are_weighed_as_sums(name, monkeypatch):
    weighed = counted(monkeypatch, table_tree, "_is_made_of")
    found_in(table_of(58, 6, TABLES[name]))
    assert len(weighed) < 58


@pytest.mark.parametrize("name", TABLES)
def test_columns_that_do_not_fit_are_soon_given_up(name, monkeypatch):
    weighed = counted(monkeypatch, table_search, "_borne_out")
    tried = [counted(monkeypatch, table_search, way) for way in ("growth_of", "difference_of", "one_of", "average")]
    found_in(table_of(300, 6, TABLES[name]))
    assert sum(map(len, tried)) < 13 * len(weighed)


def test_sums_of_rows_are_found_as_by_trying_all():
    """Sums beside their whole, above and below it, and further on, with columns that lack a figure."""

    def figure(row, column):
        amounts = [10_000 + (at * 7919 + column * 104_729 + at * at * 31) % 89_999 for at in range(30)]
        amounts[3] = sum(amounts[4:9])
        amounts[15] = sum(amounts[11:15])
        amounts[17] = sum(amounts[20:26])
        return amounts[row]

    rows, text = rows_and_text(table_of(30, 3, figure))
    (table,) = tables_of(page_of([tuple(row[name] for name in COLUMNS) for row in rows], text))
    live = range(len(table))
    naive = {
        (whole, tuple(live[first:last]))
        for whole in live
        for first in live
        for last in range(first + 2, min(first + 24, 30) + 1)
        if whole in (first - 1, last) or (last - 24 <= whole <= first - 2)
        if table_tree._is_made_of(table[whole], table[first:last], far=whole not in (first - 1, last))
    }
    found = {(whole, tuple(parts)) for whole, parts in table_tree._sums(table, live)}
    assert found == naive
    assert {(3, tuple(range(4, 9))), (15, tuple(range(11, 15))), (17, tuple(range(20, 26)))} <= found


def test_what_is_left_is_held_against_the_two_counts_before_it_only():
    marked = "登记[95312户|level],注销[53417户|level],新办[71286户|level],注销[20417户|level],净增[41985户|change],"
    assert "disagrees" not in [verdict for *_, verdict in told(marked)]
    slip = "登记[6318户|level],其中企业[2164户|level]、个体[4139户|level];注销[3475户|level],净增[2834户|change]。"
    assert ("difference", ["6318户", "3475户"], "2834户", "disagrees") in told(slip)
