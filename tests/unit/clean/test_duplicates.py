"""Exact and near copies, and what only looks like one."""

import hashlib
import random
import re
from itertools import permutations

from tasks.clean.duplicates import DuplicateRecord, find_duplicates, signature

ARTICLE = [
    "青石县柳林镇食用菌基地里，一排排大棚整齐排列，菌农们正忙着采摘、分拣、装箱，一派丰收景象。",
    "今年全镇种植食用菌3200万棒，产值达到1.3亿元，带动2400多人就业，人均年增收1.8万元。",
    "镇里牵头成立联合社，统一菌种、统一技术、统一品牌、统一销售，把312户菌农组织了起来。",
    "园区引进企业7家，建成深加工生产线11条，产品从鲜菇、干菇扩展到菌菇酱、即食脆片等23种。",
    "下一步，将投入2200万元建设菌种研发中心，力争到2026年全产业链产值突破20亿元。",
]
BULLETIN = (
    "{month}月份，全县规模以上工业增加值同比增长{a}%，比上月加快{b}个百分点。分门类看，采矿业增加值增长{c}%，"
    "制造业增长{d}%，电力、热力、燃气及水生产和供应业增长{e}%。全县固定资产投资（不含农户）{f}亿元，同比增长{g}%，"
    "社会消费品零售总额{h}亿元，增长{i}%，居民消费价格同比上涨{j}%。"
)


def record(key: str, text: str, day: str | None = None) -> DuplicateRecord:
    figures = " ".join(re.findall(r"\d+(?:\.\d+)?", text))
    digest = [hashlib.sha256(part.encode()).hexdigest() for part in (text, figures)]
    return DuplicateRecord(key, tuple(signature(text)), digest[0], digest[1], day, len(text))


def bulletin(month: int) -> str:
    source = random.Random(month)
    return BULLETIN.format(month=month, **{name: round(source.uniform(1, 90), 1) for name in "abcdefghij"})


def test_exact_copies_point_to_the_earliest():
    text = "\n".join(ARTICLE)
    records = [record("b", text, "2023-10-03"), record("a", text, "2023-10-05"), record("c", text)]
    assert find_duplicates(records) == {"a": "b", "c": "b"}


def test_a_reprint_without_the_last_paragraph_points_to_the_full_one():
    records = [record("cut", "\n".join(ARTICLE[:-1]), "2023-10-03"), record("full", "\n".join(ARTICLE), "2023-10-04")]
    assert find_duplicates(records) == {"cut": "full"}


def test_a_lead_and_a_notice_make_no_other_document():
    text = "\n".join(ARTICLE)
    records = [
        record("a", text, "2023-10-03"),
        record("b", "本报讯（记者 周志远）" + text + "\n（来源：青石日报）", "2023-10-03"),
    ]
    assert len(find_duplicates(records)) == 1


def test_bulletins_of_two_months_both_stay():
    records = [record(f"m{month}", bulletin(month), f"2023-{month:02d}-20") for month in range(1, 13)]
    assert find_duplicates(records) == {}


def test_a_bulletin_and_its_reprint_are_one():
    records = [record("a", bulletin(3), "2023-04-20"), record("b", bulletin(3) + "（来源：县统计局）", "2023-04-21")]
    assert find_duplicates(records) == {"b": "a"}


def test_the_order_of_records_does_not_matter():
    text = "\n".join(ARTICLE)
    records = [
        record("a", text, "2023-10-03"),
        record("b", "\n".join(ARTICLE[:-1]), "2023-10-02"),
        record("c", text, "2023-10-04"),
        record("d", bulletin(5), "2023-10-04"),
    ]
    outcomes = {tuple(sorted(find_duplicates(order).items())) for order in permutations(records)}
    assert outcomes == {(("b", "a"), ("c", "a"))}


def test_originals_are_no_copies_themselves():
    records = [
        record(f"r{n}", "\n".join(ARTICLE[: 3 + n % 3]) + "。" * (n // 3), f"2023-10-{1 + n:02d}") for n in range(12)
    ]
    found = find_duplicates(records)
    assert found
    assert not set(found.values()) & found.keys()


def test_short_and_empty_texts():
    assert len(signature("")) == len(signature("短")) == 128
    assert find_duplicates([]) == {}
    assert find_duplicates([record("a", ""), record("b", "")]) == {"b": "a"}


def test_neighbouring_counties_with_one_template_stay_apart() -> None:
    told = (
        "{county}共实施产业帮扶项目40个，投入衔接资金3.0亿元，带动脱贫人口{people}人增收，自来水普及率达到90.0%。" * 2
    )
    left = record("left", told.format(county="隰县", people=1411), "2024-03-01")
    right = record("right", told.format(county="内乡县", people=1833), "2024-03-01")
    assert find_duplicates([left, right]) == {}
