"""Facts and targets: announcing words, their reach, headings and future years."""

from __future__ import annotations

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader
from tasks.extract.status import default_status
from tasks.extract.status_cues import Place
from tasks.extract.status_scope import StatusScope
from tasks.extract.status_years import year_to_end

STATUS = default_status()


def status_of(said: str, after: str = "", planned: bool = False, year: int | None = 2024) -> str:
    clause = said.replace(",", "，").rsplit("，", 1)[-1]
    text = said + "12" + after
    cues = STATUS.cues(text, 0, len(text))
    return STATUS.of(Place(text, len(said), len(said) + 2), clause, after, cues, planned, year).status


@pytest.mark.parametrize(
    ("said", "after"),
    [
        ("力争全年新增就业", ""),
        ("我们将接续办好实事", ""),
        ("完成任务", "的95.8%"),
        ("政府希望筹集", "用于重建"),
        ("艺术节期间，剧院将先后上演", ""),
        ("全县一般公共预算收入预算数为", ""),
        ("全县将累计投入", ""),
        ("预计全年接待游客", ""),
        ("明年计划改造老旧小区", ""),
        ("今年全国计划新开工改造小区", ""),
        ("到2027年，高标准农田达到", ""),
        ("全县将新建幼儿园", ""),
        ("会议要求，年底前整改率达到", ""),
        ("经济增长", "左右的目标"),
        ("", "个项目将建成投产"),
        ("", "个贫困县都将摘帽"),
        ("完成年度计划", "的一半"),
        ("完成", "的就业目标"),
        ("确保粮食产量稳定在", ""),
        ("计划加开临客", ""),
        ("今年计划新建智能工厂", ""),
        ("全年计划投入各类资金", ""),
        ("计划利用三年时间投资", ""),
        ("全年销售目标定为", ""),
        ("省里下达年度改造计划", ""),
        ("实施", "万人易地搬迁计划，"),
        ("2026年普及率达到", ""),
        ("试点顺利。2026年普及率达到", ""),
        ("计划2025年建成，每年可发电", ""),
    ],
)
def test_targets(said: str, after: str) -> None:
    assert status_of(said, after) == "target"


@pytest.mark.parametrize(
    ("said", "after"),
    [
        ("全年新增就业", ""),
        ("去年计划总投资10亿元，目前已完成投资", ""),
        ("完成年度的", ""),
        ("每年都要投入", "引进人才"),
        ("确保应保尽保；资助学生", ""),
        ("", "个县将以前年度建成的地块重复上报"),
        ("将贫困户纳入产业链，共覆盖农户", ""),
        ("到2020年，贫困发生率降为", ""),
        ("实施“三年行动计划”，建成学校", ""),
        ("超额完成目标，新增岗位", ""),
        ("争取上级补助资金", ""),
        ("人均期望寿命达到", ""),
        ("2025年研究生考试今天开考，报名", ""),
        ("警方将生产假货的", "名嫌疑人抓获"),
        ("将2022年三级衔接资金", ""),
        ("完成", "户危房改造任务。"),
        ("将在全市推开，该项目覆盖", ""),
        ("2025年度报名", ""),
        ("还将退休教师、返乡青年组织起来，建起读书会", ""),
        ("博览会将在下周开幕，吸引了来自", "个国家的企业参会"),
        ("按照国家关于区域协调、城乡统筹和基本公共服务均等化工作的有关要求，建成学校", ""),
        ("", "的整改任务已全部办结"),
        ("无理由退货承诺单位超", ""),
        ("签订承诺书", ""),
        ("兑现承诺", ""),
        ("作出的承诺惠及", ""),
    ],
)
def test_facts(said: str, after: str) -> None:
    assert status_of(said, after) == "observation"


def test_a_headline_of_what_was_achieved_opens_no_plans() -> None:
    text = "重大工程如期完成规划目标任务\n全年受理举报7365件。\n"
    assert not StatusScope(STATUS, text, None).planned_at(text.index("7365"))


def test_a_heading_of_plans_reaches_to_the_next_heading() -> None:
    text = "一、2025年重点工作\n新建公路100公里。\n二、2024年工作回顾\n建成公路90公里。\n"
    scope = StatusScope(STATUS, text, None)
    assert scope.planned_at(text.index("100"))
    assert not scope.planned_at(text.index("90"))


def test_a_list_of_plans_ends_with_its_paragraph() -> None:
    text = "今年再办好10件民生实事，" + "改善群众生活，" * 8 + "新建公园20个。\n去年新建公园15个。\n"
    scope = StatusScope(STATUS, text, None)
    assert scope.planned_at(text.index("20个"))
    assert not scope.planned_at(text.index("15个"))


def test_promises_that_were_kept_open_no_list() -> None:
    text = "用心用情用力，10件民生实事全部兑现，" + "改善群众生活，" * 8 + "新建公园20个。\n"
    assert not StatusScope(STATUS, text, None).planned_at(text.index("20个"))


def test_a_title_of_plans_covers_the_page() -> None:
    assert StatusScope(STATUS, "新建公路100公里。", "2025年省十件民生实事").planned_at(3)


def test_a_plan_is_told_by_its_title() -> None:
    assert StatusScope(STATUS, "新建公路100公里。", "农村公路建设三年行动实施方案").planned_at(3)
    assert not StatusScope(STATUS, "新建公路100公里。", "农村公路三年行动计划实施近两年").planned_at(3)


def test_an_extract_of_a_report_is_told_by_its_words() -> None:
    ahead = "加快推进新型城镇化，深入实施城市更新，完善公共服务，改造老旧小区200个，培育特色小镇。"
    back = "城镇化率达到61%，建成公园20个，老旧小区改造累计完成200个，成功入选试点城市，综合实力显著提升。"
    title = "2026年政府工作报告"
    assert StatusScope(STATUS, ahead, title).planned_at(5)
    assert not StatusScope(STATUS, back, title).planned_at(5)
    assert not StatusScope(STATUS, ahead, "城市建设见闻").planned_at(5)
    assert not StatusScope(STATUS, ahead, "关于2025年度市级预算执行情况的审计工作报告").planned_at(5)


def test_a_headline_of_news_on_projects_for_the_people_opens_no_plans() -> None:
    assert not StatusScope(STATUS, "改造旧街巷100公里。", "清水市：办好民生实事 提升群众幸福感").planned_at(3)


def test_the_value_before_a_planned_one_is_a_fact() -> None:
    standing = STATUS.of(Place("力争普及率从80%", 6, 9), "力争普及率从", "提高到\x02\x02\x02", [], True, 2024)
    assert standing.status == "observation"


@pytest.mark.parametrize(
    ("said", "year", "status"),
    [
        ("2023年，全县财政收入预计达到", 2024, "observation"),
        ("去年全县财政收入预计达到", 2024, "observation"),
        ("2023年增收；今年全县财政收入预计达到", 2024, "target"),
        ("客流比去年同期增长，自驾出行预计占", 2024, "target"),
        ("他最大的心愿是，退休前再帮助乡亲修路", 2024, "target"),
        ("公司今年将签约茶园", 2024, "target"),
        ("节后将密集举办招聘会", 2024, "target"),
        ("机组可以将余热生产成热水，每天供热", 2024, "observation"),
    ],
)
def test_estimates_hopes_and_what_is_able(said: str, year: int, status: str) -> None:
    assert status_of(said, year=year) == status


def test_what_follows_the_aims_of_a_report_is_plan() -> None:
    text = "去年新建公园15个。\n今年发展的主要预期目标是：经济增长5%。\n着力惠民生。新建学校20所，改造管网30公里。\n"
    scope = StatusScope(STATUS, text, "2026年某县政府工作报告")
    assert [bool(scope.planned_at(text.index(mention))) for mention in ("15个", "5%", "20所")] == [False, True, True]
    kept = "主要预期目标圆满完成。" + "群众生活得到改善，" * 8 + "新建学校20所。"
    assert not StatusScope(STATUS, kept, "2026年某县政府工作报告").planned_at(kept.index("20"))


def test_estimates_of_a_review_are_facts() -> None:
    text = "城乡面貌改善，全省生产总值预计增长5%。" + "群众生活得到改善，" * 8
    planned = StatusScope(STATUS, text, "2026年某省政府工作报告").planned_at(text.index("5%"))
    assert planned is None
    said = "全省生产总值预计增长"
    assert (
        STATUS.of(Place(said + "5%", 10, 12), said, "", STATUS.cues(said, 0, 10), planned, 2026).status == "observation"
    )


def test_words_of_a_book_title_announce_nothing() -> None:
    assert status_of("《明天也要努力》发行超过") == "observation"


def test_what_was_done_after_a_demand_is_a_fact() -> None:
    assert status_of("根据省财政厅要求，审批项目") == "observation"
    assert status_of("省财政厅要求，今年审批项目") == "target"


def test_extract_of_a_report_that_looks_back_holds_facts() -> None:
    text = "一年来，我们加强政府建设，深入开展学习，实施改进作风行动，推进依法行政，制定规章6件，推动创新，落实责任。"
    assert StatusScope(STATUS, text, "2026年某省政府工作报告").planned_at(40) is None
    ahead = text.replace("一年来，", "")
    assert StatusScope(STATUS, ahead, "2026年某省政府工作报告").planned_at(40) is True


REPORT = "2026年某市政府工作报告"
EXACT = (
    "（七）着力强化基层治理。深入推进法治建设，开展专项整治，落实包联制度，优化办事流程，健全服务机制，"
    "办理代表建议{0}、委员提案{1}，改造排水管网{2}，加强社区建设，推动资源下沉，每万人拥有社工{3}。"
)


def test_exact_figures_in_an_extract_of_a_report_are_facts() -> None:
    counted = EXACT.format("1387件", "946件", "2874公里", "18.6人")
    assert StatusScope(STATUS, counted, REPORT).planned_at(60) is None
    planned = EXACT.format("100件", "60件左右", "2000公里以上", "20人")
    assert StatusScope(STATUS, planned, REPORT).planned_at(60) is True


def test_a_later_sentence_of_an_extract_may_look_back() -> None:
    said = (
        "各方面事业协调发展。推进、统筹、加强、优化各项工作。\n{}我们加强自身建设，开展学习，推进公开，办结提案20件。"
    )
    assert StatusScope(STATUS, said.format("过去一年，"), REPORT).planned_at(50) is None
    assert StatusScope(STATUS, said.format(""), REPORT).planned_at(50) is True


def test_an_extract_without_words_of_doing_holds_facts() -> None:
    assert StatusScope(STATUS, "刑事、治安案件分别下降6.6%、3.6%。", REPORT).planned_at(10) is None


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("到2027年，要建成站点376个，目前已建成", "observation"),
        ("到2027年，建成站点376个，目前建成", "observation"),
        ("到2030年，产量可在目前基础上增加", "target"),
        ("2030年，全省绿化覆盖率达到", "target"),
        ("到2024年底，绿化覆盖率达到", "target"),
        ("到年底，自来水普及率达到", "target"),
        ("今年年底前，建成车站", "target"),
        ("截至年底，自来水普及率达到", "observation"),
        ("2023年年底前，建成车站", "observation"),
        ("到去年底，建成车站", "observation"),
        ("到“十四五”末，绿化覆盖率达到", "target"),
        ("截至“十四五”末，绿化覆盖率达到", "observation"),
    ],
)
def test_an_end_of_year_ahead_makes_a_target_until_a_fact_follows(said: str, status: str) -> None:
    cues = STATUS.cues(said + "12", 0, len(said) + 2, year_to_end("2024-03-12", None))
    clause = said.rsplit("，", 1)[-1]
    place = Place(said + "12", len(said), len(said) + 2)
    assert STATUS.of(place, clause, "", cues, False, 2024).status == status


def test_the_end_of_the_year_lies_behind_what_is_published_late_or_reports_on_the_year_before() -> None:
    assert year_to_end("2024-03-12", "2024-02") == 2024
    assert year_to_end("2024-12-28", None) == 0
    assert year_to_end("2024-05-17", "2023") == 0
    assert year_to_end("2024", None) == 0


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("业务活动预期指数回升", "observation"),
        ("消费后就必须使用纸本券，优惠", "observation"),
        ("他打算去城市", "target"),
        ("全市计划播种面积", "target"),
        ("届时将进一步提升防洪能力，有效灌溉农田", "target"),
        ("届时将进一步提升防洪能力，有农田", "observation"),
    ],
)
def test_words_that_only_look_like_plans_or_facts(said: str, status: str) -> None:
    assert status_of(said) == status


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("商务部将安排投放储备蔬菜。其中，在甘肃投放", "target"),
        ("商务部将安排投放储备蔬菜。其中，在甘肃已投放", "observation"),
        ("医疗队陆续将接手其中的", "target"),
        ("平均每年要比邻市多增加", "observation"),
        ("开展了2023至2025年度调查，记录水鸟", "observation"),
        ("公司拟购买股份（占已发行股份总数的", "target"),
    ],
)
def test_plans_go_on_in_parts_of_the_whole(said: str, status: str) -> None:
    low = said.rfind("。") + 1
    text = said + "12"
    cues = STATUS.cues(text, low, len(text))
    place = Place(text, len(said), len(said) + 2)
    assert STATUS.of(place, said.rsplit("，", 1)[-1], "", cues, False, 2024).status == status


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("据统计，大坝建成后，油耗下降", "observation"),
        ("大坝建成后，油耗下降", "target"),
        ("项目达产见效后，年产值可达", "target"),
        ("机场建成通航后，年旅客吞吐量达", "target"),
        ("全年外销预估可达", "target"),
        ("今年的预算安排中，支出占比近", "observation"),
        ("除已公告拟延迟的公司外，共有公司", "observation"),
    ],
)
def test_what_came_about_after_a_work_was_done(said: str, status: str) -> None:
    assert status_of(said) == status


@pytest.mark.parametrize(
    ("said", "after", "status"),
    [
        ("企业今年产量将增加，通过平台，企业链接了", "家供应商", "observation"),
        ("教育部将在已有", "所学校的基础上扩大招生", "observation"),
        ("", "万亩水稻即将大面积进入破口期", "observation"),
        ("", "个村级电站即将建成", "target"),
    ],
)
def test_what_is_there_already_is_no_plan(said: str, after: str, status: str) -> None:
    assert status_of(said, after) == status


@pytest.mark.parametrize(
    ("said", "after", "status"),
    [
        ("今年计划春播", "", "target"),
        ("最后", "户企业将迁入新的产业园", "target"),
        ("全市计划投资", "", "target"),
        ("新设计可将每名旅客能耗降低", "", "observation"),
        ("率先实现“到2030年土地退化零增长”，湿地总面积", "", "observation"),
    ],
)
def test_sowing_moving_and_what_a_design_can_do(said: str, after: str, status: str) -> None:
    assert status_of(said, after) == status


@pytest.mark.parametrize(
    ("said", "after", "status"),
    [
        ("市气象部门预测，周末最高气温在", "摄氏度以上", "target"),
        ("精准预测，提前转移群众", "人", "observation"),
        ("还提出要将税率由5%提高到", "", "target"),
        ("他主要把水稻种在", "亩山地", "observation"),
        ("银行计划7月加息", "个基点", "target"),
        ("在三地将设五个中心，覆盖", "个区", "target"),
        ("未来每户可以分到", "平方米", "target"),
        ("", "个镇将被暴雪笼罩", "target"),
        ("警方将王某等人抓获，缴获设备", "台", "observation"),
        ("飞机在即将降落时坠毁，机上有", "人", "observation"),
        ("失信者还将受罚，半年多来，全省惩戒", "人", "observation"),
        ("团队实现了亩产", "公斤的育种目标", "observation"),
        ("协议原定于6月到期，金额约", "元", "observation"),
    ],
)
def test_what_is_foretold_set_or_nearly_came_about(said: str, after: str, status: str) -> None:
    assert status_of(said, after) == status


def test_a_review_with_a_plan_in_its_title_plans_under_its_headings_only() -> None:
    text = "一、主要成效\n全镇培训农民320人次。\n二、2025年工作计划\n新修产业路9公里。"
    scope = StatusScope(STATUS, text, "某镇2024年工作总结及2025年工作计划")
    assert not scope.planned_at(text.index("320"))
    assert scope.planned_at(text.index("9公里"))
    assert StatusScope(STATUS, text, "某镇2025年工作计划").planned_at(text.index("320"))


@pytest.mark.parametrize(
    ("published", "text", "wanted"),
    [
        ("2022-12-20", "2022年，预计全县完成粮食产量12万吨，增长2%。", "observation"),
        ("2022-12-20", "2023年，预计全县完成粮食产量12万吨，增长2%。", "target"),
        ("2022-05-20", "2022年，预计全县完成粮食产量12万吨，增长2%。", "target"),
    ],
)
def test_a_report_of_the_end_of_a_year_estimates_what_the_year_has_brought(
    published: str, text: str, wanted: str
) -> None:
    found = Reader().read(Article("d", text, "政府工作报告——在甲县第一届人民代表大会第二次会议上", published, None))
    assert [one.status for one in found.observations] == [wanted, wanted]


@pytest.mark.parametrize(
    ("title", "status"),
    [
        ("2021年上半年民政局重点工作总结", "observation"),
        ("民政局重点工作进展情况", "observation"),
        ("2021年民政局重点工作", "target"),
        ("2021年工作总结及2022年重点工作计划", "observation"),
    ],
)
def test_a_title_that_looks_back_plans_nothing(title: str, status: str) -> None:
    found = Reader().read(Article("d", "实施临时救助4813人次。", title, "2021-07-15", None)).observations
    assert [o.status for o in found] == [status]


@pytest.mark.parametrize(
    ("said", "today", "status"),
    [
        ("预计上半年全市完成投资", "2020-07-17", "observation"),
        ("预计前5个月完成投资", "2020-06-02", "observation"),
        ("预计2020年第一季度完成投资", "2020-04-02", "observation"),
        ("预计上半年全市完成投资", "2020-05-17", "target"),
        ("预计，上半年增速将达到", "2020-07-17", "target"),
        ("预计2021年上半年完成投资", "2020-07-17", "target"),
        ("预计上半年完成投资", "2020", "target"),
    ],
)
def test_what_is_expected_of_a_part_of_the_year_that_is_over_is_an_estimate(said: str, today: str, status: str) -> None:
    text = said + "12亿元"
    cues = STATUS.cues(text, 0, len(text), 0, today)
    place = Place(text, len(said), len(said) + 2)
    assert STATUS.of(place, said.rsplit("，", 1)[-1], "亿元", cues, False, 2020).status == status


@pytest.mark.parametrize(
    ("published", "status"),
    [("2020年7月1日", "target"), ("2020/7/1", "target"), ("2020-ab-cd", "target"), ("2020-7-1", "observation")],
)
def test_a_day_of_publication_in_another_form_ends_no_part_of_the_year(published: str, status: str) -> None:
    found = Reader().read(Article("d", "预计上半年完成投资12亿元。", None, published, None)).observations
    assert [o.status for o in found] == [status]


def test_a_list_of_things_to_be_done_for_the_people_is_planned() -> None:
    assert STATUS.opens("今年云岭市为民办实事项目新增9项")
    assert not STATUS.opens("云岭市为民办实事项目全部完成情况")


@pytest.mark.parametrize(
    ("said", "after", "status"),
    [
        ("总投资", "的二期工程预计将在明年完工", "observation"),
        ("时速", "的列车将由30列增至60列", "observation"),
        ("省里下达我县改造任务为", "户", "target"),
        ("增长基本符合预期，全市完成产值", "亿元", "observation"),
        ("他仅用了9天就将书稿", "页背下", "observation"),
    ],
)
def test_what_a_thing_is_like_and_what_came_up_to_hopes_are_facts(said: str, after: str, status: str) -> None:
    assert status_of(said, after) == status


@pytest.mark.parametrize("marks", [("（一）", "（二）"), ("1.", "2."), ("一、", "二、"), ("①", "②")])
def test_numbered_items_behind_the_sentence_that_opens_a_list_of_plans_belong_to_it(marks: tuple[str, str]) -> None:
    text = f"今年全市要办好十件民生实事，现说明如下。\n{marks[0]}养老。改造敬老院11所。\n护理床位增至900张。\n"
    text += f"{marks[1]}就学。新建幼儿园12所。\n"
    text += "各地反响很好。\n群众满意。\n有人算账。\n去年已建成幼儿园7所。\n"
    scope = StatusScope(STATUS, text, None)
    assert all(scope.planned_at(text.index(figure)) for figure in ("11所", "900张", "12所"))
    assert not scope.planned_at(text.index("7所"))


@pytest.mark.parametrize("title", ["政府工作报告摘登：“十三五”云岭回眸", "从政府工作报告看云岭五年成绩单"])
def test_an_extract_of_a_report_that_is_titled_a_review_plans_nothing(title: str) -> None:
    text = "产业根基越扎越深，培育集群3个以上，建设平台20个左右，推进项目100个以上，打造品牌50个左右，实施工程10项。"
    assert not StatusScope(STATUS, text, title).planned_at(text.index("20个"))
    assert StatusScope(STATUS, text, "政府工作报告摘登").planned_at(text.index("20个"))


@pytest.mark.parametrize("said", ["落实耕地地力保护补贴5600万元。", "财力保障资金5600万元。", "运力保持5600万吨。"])
def test_a_word_across_two_others_announces_nothing(said: str) -> None:
    assert Reader().read(Article("x", said, None, "2023-03-15")).observations[0].status == "observation"


def test_what_people_have_in_mind_is_counted() -> None:
    text = "超三成网友有购房打算，其中六成是以自住为目的，还有15%为改善居住。"
    read = Reader().read(Article("d", text, None, "2012-11-02", None)).observations
    assert [one.status for one in read] == ["observation"] * 3


def test_the_terms_of_a_fund_are_no_part_of_its_aim() -> None:
    text = "基金目标收益率为4-6%；投资门槛为一千英镑，年管理费率为0.9%。"
    read = Reader().read(Article("d", text, None, None, None)).observations
    assert [one.status for one in read][1:] == ["observation"] * 2
