"""What rules give people is a figure of theirs, a fact; their terms, cases and penalties are none."""

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader

READER = Reader()
INSURED = (
    "第一条 为了保障职工权益，制定本办法。\n第十条 职工因工死亡的，其近亲属领取一次性补助金3万元。"
    "违反本办法第三条规定的，处2000元罚款。\n第十一条 职工住院的，每人每天发给伙食补助30元。\n"
    "第十二条 申请人应当在15日内提出。逾期不缴的，处以1000元以上5000元以下的罚款。\n"
    "第十三条 职工工作满5年的，享受10天年休假，用人单位应当安排2小时休息时间；难产的，增加产假16天。"
)
LEASE = (
    "甲方：王某 乙方：李某\n第一条 租赁期限3年。第二条 乙方每月支付租金2000元。\n"
    "第三条 甲方给予乙方15天免租期，并补贴装修费3000元。第四条 逾期支付的，违约金500元。"
)


def test_what_a_rule_gives_is_read_and_its_terms_and_penalties_are_not() -> None:
    found = READER.read(Article("x", INSURED, "白塔市工伤保险办法", "2016-01-08", None)).observations
    assert [o.mention for o in found] == ["3万元", "30元", "10天", "2小时", "16天"]
    assert {o.status for o in found} == {"observation"}
    assert found[-1].measure == "change"


@pytest.mark.parametrize("text", [LEASE])
def test_what_parties_agree_on_is_not(text: str) -> None:
    assert READER.read(Article("x", text, None, None, None)).observations == []


RULES = "".join(
    f"第{number}条 为了规范管理，制定本条例。违反本条例规定的，由主管部门责令改正，依法追究法律责任。\n"
    for number in "一二三四五"
)


@pytest.mark.parametrize(
    "text",
    [
        "补助2次仍不足的不再补贴",
        "给予警告3次并处停发补贴",
        "休假1次不超过3天",
        "每补助1户建档立卡1份",
        "停发津贴3个月",
        "骗取补助5000元",
        "行李每人免费20公斤，超出部分加收",
    ],
)
def test_threats_cases_and_how_often_are_not(text: str) -> None:
    found = READER.read(Article("x", f"{RULES}第六条 {text}。\n", "某某条例", None, None)).observations
    assert [o.mention for o in found] == []


def test_leave_over_which_a_rule_holds_is_its_case() -> None:
    found = READER.read(Article("x", "病假超过6个月的，工资按60%发放。", None, "2019-03-01", None)).observations
    assert [o.mention for o in found] == ["60%"]
