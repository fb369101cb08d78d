"""Extracts of work reports without headings: a review ends its clauses in results, a plan begins them with deeds."""

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader

READER = Reader()
TITLE = "2026年云岭省政府工作报告"
REVIEWS = [
    "深度对接国家战略。重点任务落实有力，“三基地一枢纽”建设稳步推进，中部地区融入湾区步伐加快。共建园区落地项目30个。"
    "绿心转型方案获国家批复，体育中心开工建设，港口吞吐量稳居前列，湖区发展指数稳步提升，承接转移能力持续增强。",
    "推动生态修复。国土绿化扎实开展，河湖面貌明显改善，退化草原治理有序推进，治理沙地200万亩。垃圾分类全面铺开，环境质量持续向好。",
]
PLANS = [
    "推动乡村振兴。严守耕地红线，建设高标准农田80万亩，提升粮食产能。做大特色产业，培育龙头企业100家，加快品牌打造。"
    "健全帮扶机制，确保不发生规模性返贫，推进村庄整治，建设和美乡村500个以上。",
    "扩大有效投资。实施重点项目300个，加快干线铁路建设，推进机场扩建，支持企业技改，力争新开工水库20座。完善要素保障，优化审批服务。",
]


def statuses(text: str) -> set[tuple[str, str | None]]:
    found = READER.read(Article("x", text, TITLE, "2026-02-05", None)).observations
    return {(o.status, o.period) for o in found}


@pytest.mark.parametrize("text", REVIEWS)
def test_an_extract_of_results_is_of_the_year_before(text: str) -> None:
    assert statuses(text) == {("observation", "2025")}


@pytest.mark.parametrize("text", PLANS)
def test_an_extract_of_deeds_to_do_is_of_the_year(text: str) -> None:
    assert statuses(text) == {("target", "2026")}


def test_a_list_of_projects_for_the_people_is_one_of_plans() -> None:
    text = "云岭省2026年十大民生项目清单\n一、缩小城乡差距，公用经费标准由650元提高到720元，为1253名学生送教上门。"
    assert ("target", "2026") in statuses(text)
