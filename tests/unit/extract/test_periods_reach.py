"""How far a period reaches: to the sentences behind it, for one clause, until a story is back at its own time."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021年，全镇茶叶产值突破3亿元。带动农户4600户。", {"3亿元": "2021", "4600户": "2021"}),
        ("合作社2021年的产值有3亿元。带动的农户达4600户。", {"3亿元": "2021", "4600户": "2021"}),
        ("我市2021年出口总额为3亿元。企业4600户。", {"3亿元": "2021", "4600户": "2021"}),
        ("全镇种茶2.3万亩，2021年产值突破3亿元。镇上还建起5座冷库。", {"2.3万亩": "2022", "5座": "2022"}),
        ("建成车间120个，每村有了进项，2021年，每村分红15万元。公路已修到102个村。", {"102个": "2022"}),
        ("2016年至2018年，全县共搬迁2150户。安置区有卫生室，每个卫生室配2名医生。", {"2名": "2022"}),
    ],
)
def test_a_year_holds_on_where_it_opens_a_sentence_or_stands_behind_its_topic(
    text: str, expected: dict[str, str], periods
) -> None:
    assert periods(text, "2022-08-01").items() >= expected.items()


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("去年，村里务工的有286人。眼下，民宿快要完工了，村里办了招聘会。岗位打算招8人，报名的来了31人。", "2022"),
        ("2018年，游客只有3万人次。现在不一样了，景区通了公路。民宿发展到31人的规模。", "2022"),
        ("2018年，改造危房3200户，今年将改造1800户。剩余的31人分散居住。", "2022"),
        ("2003年，他投资50万元办厂。厂里只有6台机器。十多年过去，工厂有工人31人。", "2022"),
    ],
)
def test_a_story_comes_back_to_its_own_time(text: str, period: str, periods) -> None:
    assert periods(text, "2022-05-16")["31人"] == period


@pytest.mark.parametrize(
    "text",
    [
        "7月洪水发生时，县里抽调干部组成8个工作队。省里又安排补助资金3500万元。",
        "7月，村里成立了合作社。村民们凑了3500万元。",
        "7月份的冰雹过后，乡里连夜统计灾情。保险公司赔付了3500万元。",
    ],
)
def test_a_month_of_an_event_leaves_its_year_to_what_follows(text: str, periods) -> None:
    assert periods(text, "2022-11-25")["3500万元"] == "2022"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("自2015年以来，全市发放贷款126亿元。靠着这笔钱，238家合作社得到扶持。", "2015/2018-09"),
        ("2015年以来，全区新建公园68个。旧区改造惠及居民238家。", "2015/2018-09"),
        ("2015年以来，全区选派干部1200名。在此期间，帮扶单位投入238家。", "2015/2018-09"),
        ("从2015年算起，全市已有4.3万户脱贫。这些年间，得到扶持的企业达到238家。", "2015/2018-09"),
        ("2013年至2017年，全省建成公路4.2万公里。这一时期，新办客运站238家。", "2013/2017"),
    ],
)
def test_a_stretch_goes_on_for_what_was_done_over_it(text: str, expected: str, periods) -> None:
    assert periods(text, "2018-09-15")["238家"] == expected


@pytest.mark.parametrize(
    "text",
    [
        "2019年底，全县产值达到245亿元，而2015年底只有148亿元。同一时期，财政收入由7.2亿元增加到11.8亿元。",
        "从2015年到2019年，全县产值由148亿元增至245亿元。同期，财政收入由7.2亿元增加到11.8亿元。",
    ],
)
def test_the_same_time_takes_up_the_years_told_before(text: str, periods) -> None:
    found = periods(text, "2020-11-17")
    assert (found["7.2亿元"], found["11.8亿元"]) == ("2015", "2019")
    assert (found["148亿元"], found["245亿元"]) == ("2015", "2019")


def test_a_stretch_ends_with_the_year_that_the_story_comes_to(periods) -> None:
    text = (
        "十年时间，6734万人告别了贫困。那时，全国共有贫困人口9422万。"
        "到了2010年，贫困人口减少到2688万。十年间，投入资金2043亿元。"
    )
    found = periods(text, "2012-08-26")
    assert found["6734万人"] == found["2043亿元"] == "2000/2010"
    assert found["2688万"] == "2010"


def test_what_opens_its_clause_in_a_plan_and_was_done_is_of_all_its_years(periods) -> None:
    found = periods("“十三五”期间，贫困率从6.9%下降为0.31%，15316户贫困群众全部脱贫。", "2020-11-17")
    assert found == {"6.9%": "2016", "0.31%": "2020", "15316户": "2016/2020"}


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("从我国现有的各类用地看，林地有42亿亩。湿地有3.52亿亩。", "2021-08"),
        ("目前，全国林地有42亿亩。湿地有3.52亿亩。", "2021-08"),
        ("目前，全国林地有42亿亩。部门还安排轮作3.52亿亩。", "2021"),
        ("目前，全国林场有420个。湿地有3.52亿亩。", "2021"),
    ],
)
def test_counts_of_now_go_on_for_more_of_the_same_unit(text: str, period: str, periods) -> None:
    assert periods(text, "2021-08-26")["3.52亿亩"] == period


@pytest.mark.parametrize(
    "text",
    [
        "十年前，农民人均收入只有2200元。村里通电的不到六成，通公路的仅有120个。",
        "时间拨回到十年前。农民人均收入只有2200元。通公路的村仅有120个。",
    ],
)
def test_a_scene_of_years_ago_goes_on(text: str, periods) -> None:
    found = periods(text, "2012-08-26")
    assert found["2200元"] == found["120个"] == "2002"
    assert periods(text + "如今，全村通了车。村里有汽车36辆。", "2012-08-26")["36辆"] == "2012"


def test_a_heading_line_holds_for_the_labelled_lines_below_it(periods) -> None:
    text = "上半年，全市经济向好。\n工业：产值增长6.1%。\n消费：零售820亿元，增长7.3%。\n如今，人多了。\n投资1.2%。"
    half = "2023-01/2023-06"
    found = periods(text, "2023-07-20")
    assert (found["6.1%"], found["820亿元"], found["7.3%"]) == (half, half, half)
    assert found["1.2%"] == "2023"


def test_an_article_whose_title_and_text_name_one_part_of_a_year_is_an_account_of_it(periods) -> None:
    text = "今年前10个月，全县投资246亿元，同比增长15.3%。服务业投资39亿元，占全部投资的33.1%。"
    assert set(periods(text, "2016-11-22", "前十月全县投资趋优").values()) == {"2016-01/2016-10"}
    built = text.replace("服务业投资39亿元，占全部投资的33.1%", "新建工厂39家")
    assert periods(built, "2016-11-22", "前十月全县投资趋优")["39家"] == "2016-01/2016-10"
    assert periods(built, "2016-11-22", "全县投资趋优")["39家"] == "2016"


def test_a_pair_takes_the_years_that_a_sentence_before_opened(periods) -> None:
    found = periods("“十三五”时期，全州建成公路5600公里。农民收入由7800元增加到1.2万元。", "2021-10-17")
    assert found == {"5600公里": "2016/2020", "7800元": "2016", "1.2万元": "2020"}


def test_the_day_of_a_meeting_is_not_that_of_what_it_deals_with(periods) -> None:
    assert periods("12月7日，交叉评价培训会把46个重点县召集到一起。", "2021-12-10") == {"46个": "2021"}


def test_what_each_has_is_a_rule_for_good(periods) -> None:
    text = "2016年至2018年，全县搬迁2150户。每个安置区按标准建设，有卫生室，还有2名医生。"
    assert periods(text, "2020-11-17") == {"2150户": "2016/2018", "2名": "2020"}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("回首2022年，全省交出了一份亮眼的答卷。\n农业产值突破6000亿元。", "彩云之南这一年"),
        ("刚刚过去的2022年，全省上下一心。\n产业旺起来，农业产值突破6000亿元。", None),
    ],
)
def test_an_opening_that_looks_back_on_a_year_makes_it_that_of_the_article(
    text: str, title: str | None, periods
) -> None:
    assert periods(text, "2023-09-11", title) == {"6000亿元": "2022"}


def test_the_stock_at_a_months_end_goes_on_and_a_deed_of_it_does_not(periods) -> None:
    found = periods("3月末，存款余额8200亿元。贷款余额6900亿元，同比增长12.1%。", "2021-04-15")
    assert set(found.values()) == {"2021-03"}
    assert periods("3月末，新厂开工，工人有820名。贷款余额6900亿元。", "2021-04-15")["6900亿元"] == "2021"


@pytest.mark.parametrize(
    "text",
    [
        "改造小区210个，新建学校36所——这是滨江市2022年交出的答卷。",
        "改造小区210个。新建学校36所。这就是滨江市2022年的成绩单。",
        "全市有小区210个；学校36所。以上数据截至2022年底。",
    ],
)
def test_a_close_says_of_what_the_figures_before_it_are(text: str, periods) -> None:
    assert set(periods(text, "2023-09-20").values()) == {"2022"}
    assert periods(text.replace("2022年", "本"), "2023-09-20")["36所"] == "2023"


def test_headings_of_accounts_hold_for_their_lines(periods) -> None:
    text = (
        "（一）2023年预算执行情况\n预算收入126亿元，支出310亿元。\n"
        "（二）2024年上半年预算执行情况\n预算收入68亿元，完成预算的52%。"
    )
    found = periods(text, "2024-09-20")
    assert (found["126亿元"], found["310亿元"]) == ("2023", "2023")
    assert (found["68亿元"], found["52%"]) == ("2024-01/2024-06", "2024-01/2024-06")


def test_a_count_at_a_day_goes_on_for_its_parts(periods) -> None:
    found = periods("2020年11月1日零时，全市人口652.3万人。男性331万人，占50.7%。城里建了学校36所。", "2021-05-08")
    assert found == {"652.3万人": "2020-11-01", "331万人": "2020-11-01", "50.7%": "2020-11-01", "36所": "2021"}


def test_the_year_before_alone_is_that_before_publication(periods) -> None:
    assert set(periods("上一年度，公司营收86亿元，研发人员1200名。", "2019-05-08").values()) == {"2018"}


@pytest.mark.parametrize(
    ("text", "published", "period"),
    [
        ("2022年，全区法院受理案件2.6万件。\n刑事方面，判处罪犯2300人。", "2023-08-20", "2022"),
        ("过去一年，全区法院受理案件2.6万件。\n刑事方面，判处罪犯2300人。", "2023-02-20", "2022"),
        ("2022年，全区法院受理案件2.6万件。\n如今，法院有法官2300人。", "2023-08-20", "2023-08"),
        ("2022年，全区法院受理案件2.6万件。\n今年，法院招录30人。\n刑事方面，判处罪犯2300人。", "2023-08-20", "2023"),
    ],
)
def test_a_text_that_opens_with_a_period_and_names_no_other_keeps_to_it(
    text: str, published: str, period: str, periods
) -> None:
    assert periods(text, published)["2300人"] == period


def test_a_part_of_a_year_kept_to_is_that_of_growth_in_all_paragraphs(periods) -> None:
    text = "上半年，全市产值820亿元，同比增长5.2%。\n工业增长6.2%，零售额310亿元，增长8.4%。\n茶园有910亩。"
    found = periods(text, "2023-07-20")
    assert {found[mention] for mention in ("820亿元", "6.2%", "310亿元", "8.4%")} == {"2023-01/2023-06"}
    assert found["910亩"] == "2023"


@pytest.mark.parametrize(
    ("text", "mention", "period"),
    [
        ("截至6月17日，单位已取消资格5.2万户。追回补贴4431万元。", "4431万元", "2013-06-17"),
        ("目前，全县建有联户组2549个。覆盖群众51万名。", "51万名", "2013-07"),
        ("截至今年上半年，试点任务已完成177项。累计推出新举措103项。", "103项", "2013-06"),
        ("目前，全县建有联户组2549个。乡里给群众分红51万元。", "51万元", "2013"),
    ],
)
def test_a_sentence_that_only_goes_on_with_a_verb_keeps_the_time(text: str, mention: str, period: str, periods) -> None:
    assert periods(text, "2013-07-20")[mention] == period


def test_the_years_of_a_pair_hold_for_the_pair_of_the_next_sentence(periods) -> None:
    found = periods("产值从2015年底的148亿元增至2019年底的245亿元。财政收入从7.2亿元增至11.8亿元。", "2020-11-17")
    assert (found["7.2亿元"], found["11.8亿元"]) == ("2015", "2019")


def test_a_date_of_an_earlier_year_wears_out_behind_several_sentences(periods) -> None:
    text = "去年，全村务工的有191人。村里娃娃多。妈妈们出不了门。大家想到了旅游。村里和企业谈了谈。报名的有28人。"
    found = periods(text, "2023-06-08")
    assert (found["191人"], found["28人"]) == ("2022", "2023")


def test_years_ago_in_a_story_up_to_a_named_year_count_from_that(periods) -> None:
    text = "这十年，全国有5297万人甩掉了穷帽。农民的收入比十年前多了900元。\n到了2000年，贫困人口只剩3203万。"
    found = periods(text, "2002-04-19")
    assert (found["5297万人"], found["900元"]) == ("1990/2000", "1990/2000")


def test_a_share_since_the_first_year_of_a_plan_is_of_the_year(periods) -> None:
    text = "“十四五”以来，多条铁路先后通车，主通道建成的部分占到了81%。"
    assert periods(text, "2024-10-20") == {"81%": "2024"}


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("“十三五”这五年，全县有5316户脱贫。", "2016/2020"),
        ("“十三五”的五年间，全县有5316户脱贫。", "2016/2020"),
        ("2019年这一年，全县有5316户脱贫。", "2019"),
        ("据统计，2015年以来，全县建房120套。据介绍，搬迁惠及5316户。", "2015/2020-11"),
        ("眼下，全县共排查房屋120套，其中5316户已经入住。", "2020-11"),
    ],
)
def test_words_that_say_a_time_again_or_lead_in_change_nothing(text: str, period: str, periods) -> None:
    assert periods(text, "2020-11-17")["5316户"] == period


def test_a_year_behind_words_that_lead_in_opens_its_sentence(periods) -> None:
    text = "据统计，2021年，全省收入12079元。\n据了解，2021年，全省建房120套。\n全省有5316户受益。"
    assert set(periods(text, "2022-05-17").values()) == {"2021"}


def test_rows_of_two_counts_go_on_for_now(periods) -> None:
    found = periods("目前，全县共有红色户14799户40786人。黄色户1253户4348人、黑色户439户。", "2020-11-17")
    assert set(found.values()) == {"2020-11"}
