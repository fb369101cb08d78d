"""Targets on pages that tell what a paper lays down, beside the counts of the paper itself and what was before it."""

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader

READER = Reader()


def read(text: str, title: str | None) -> dict[str, str]:
    found = READER.read(Article("x", text, title, "2021-10-14", None)).observations
    return {o.mention: o.status for o in found}


SCHOOLS = (
    "近日，《青山省“十四五”教育发展规划》印发。规划明确，着力补齐短板。\n"
    "20个主要指标中，7个涉及民生。针对“入园难”，新建幼儿园300所。应对老龄化，多措并举扩大供给，床位占比提高到55%。\n"
    "截至2020年底，全省有幼儿园9000所。"
)
FITNESS = (
    "国务院日前印发《全民健身计划（2021—2025年）》。计划提出8个方面的任务。\n"
    "加大场地供给，新建体育公园2000个。经常参加锻炼人数比例达到38.5%。推动场馆开放，已开放场馆600座。"
)
NEWS = "青山省推进学校建设，新建幼儿园300所。加大投入，教师占比提高到55%。"


@pytest.mark.parametrize(
    ("text", "title", "mention", "status"),
    [
        (SCHOOLS, "青山省教育规划印发", "300所", "target"),
        (SCHOOLS, "青山省教育规划印发", "55%", "target"),
        (SCHOOLS, "青山省教育规划印发", "20个", "observation"),
        (SCHOOLS, "青山省教育规划印发", "9000所", "observation"),
        (FITNESS, None, "8个", "observation"),
        (FITNESS, None, "2000个", "target"),
        (FITNESS, None, "38.5%", "target"),
        (FITNESS, None, "600座", "observation"),
        (NEWS, "青山省教育见闻", "300所", "observation"),
        (NEWS, "青山省教育见闻", "55%", "observation"),
    ],
)
def test_what_a_paper_lays_down(text: str, title: str | None, mention: str, status: str) -> None:
    assert read(text, title)[mention] == status


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("地院依过失致死罪将何男判刑，须赔偿247万余元，获缓刑4年。", "247万余元"),
        ("地院依过失致死罪将何男判刑，须赔偿247万余元，获缓刑4年。", "4年"),
        ("经法院审理，公司应赔林男150万元。", "150万元"),
    ],
)
def test_what_a_court_has_decided_is_a_fact(text: str, mention: str) -> None:
    assert read(text, None)[mention] == "observation"
