"""Regions by name, and the area that a number is about."""

import pytest

from tasks.extract.regions import RegionDecision, RegionScope, find_regions


@pytest.mark.parametrize(
    ("text", "code", "name"),
    [
        ("柳州地区忻城县", "451321", "广西壮族自治区来宾市忻城县"),
        ("湖北省襄樊市", "420600", "湖北省襄阳市"),
        ("河北区", "120105", "天津市河北区"),
        ("湘潭县某村", "430321", "湖南省湘潭市湘潭县"),
        ("湖南湘潭某村", "430300", "湖南省湘潭市"),
        ("吉林省吉林市", "220200", "吉林省吉林市"),
        ("青海西宁", "630100", "青海省西宁市"),
        ("海南藏族自治州", "632500", "青海省海南藏族自治州"),
        ("延边州", "222400", "吉林省延边朝鲜族自治州"),
        ("福建省鼓楼区某医院", "350102", "福建省福州市鼓楼区"),
        ("北海市重庆路11号", "450500", "广西壮族自治区北海市"),
        ("内蒙古通辽市科尔沁左翼后旗", "150522", "内蒙古自治区通辽市科尔沁左翼后旗"),
        ("四川峨边:新寨", "511132", "四川省乐山市峨边彝族自治县"),
        ("威宁自治县", "520526", "贵州省毕节市威宁彝族回族苗族自治县"),
        ("济源示范区", "419001", "河南省济源市"),
        ("台湾省屏东县", "710000", "台湾省屏东县"),
        ("上海市浦东新区", "310115", "上海市浦东新区"),
    ],
)
def test_name_has_code_and_full_name(text: str, code: str, name: str) -> None:
    found = find_regions(text)[0]
    assert (found.start, found.code, found.name) == (0, code, name)


@pytest.mark.parametrize(
    "text",
    [
        "中原大地一片丰收",
        "中山市场供应充足",
        "打造全域旅游示范县",
        "农村县区",
        "来宾致辞",
        "节能产品惠民工程",
        "香港路上",
        "金华强说干就干。金华强带领村民修路。",
    ],
)
def test_what_only_looks_like_a_place_is_left_alone(text: str) -> None:
    assert find_regions(text) == []


def test_name_of_many_places_needs_its_neighbours() -> None:
    assert find_regions("鼓楼区今天开工")[0].code is None
    near = find_regions("江苏省徐州市今年开工三个项目,鼓楼区最多。")
    assert near[-1].code == "320302"


def test_year_of_the_text_decides_about_former_areas() -> None:
    assert find_regions("北京市崇文区", 2008)[0].code == "110103"
    assert find_regions("北京市崇文区", 2015)[0].code == "110101"


def test_short_name_of_a_county_follows_its_full_name() -> None:
    text = "内乡县发展养殖。内乡的产业兴旺。"
    assert [(text[m.start : m.end], m.code) for m in find_regions(text)] == [("内乡县", "411325"), ("内乡", "411325")]


def test_mentions_slice_to_their_names_in_order() -> None:
    text = "从陕西省西安市到山西省太原市,再到河北保定"
    found = find_regions(text)
    assert [text[m.start : m.end] for m in found] == ["陕西省西安市", "山西省太原市", "河北保定"]


def decide(text: str, mention: str, title: str | None = None, publisher: str | None = None) -> RegionDecision:
    scope = RegionScope(text, find_regions(text), title, publisher)
    start = text.index(mention)
    return scope.region_at(start, start + len(mention))


@pytest.mark.parametrize(
    ("text", "mention", "publisher", "code"),
    [
        ("我省新建学校12所。", "12所", "山西日报", "140000"),
        ("全县新修公路60公里。", "60公里", "内乡县融媒体中心", "411325"),
        ("新修公路60公里。", "60公里", "吉林日报", "220000"),
        ("全国新增就业900万人。", "900万人", None, "100000"),
        ("新增就业900万人。", "900万人", None, "100000"),
        ("全省收入12079元,高出全国平均水平3.3个百分点。", "3.3个", "吉林日报", "220000"),
        ("全省产量居全国第二,达到90万吨。", "90万吨", "河南日报", "410000"),
        ("内乡县经济总量240亿元,占全市的比重7.8%。", "7.8%", "南阳日报", "411325"),
        ("白城市镇赉县脱贫人口收入12662元。", "12662元", "吉林日报", "220821"),
        ("全县集中供养60人,北京市援建的学校2所。", "2所", "镇赉县融媒体中心", "220821"),
        ("河北、山西、内蒙古等22个省份的780个县摘帽。", "780个", None, None),
        ("西藏是5个自治区之一。", "5个", None, "100000"),
    ],
)
def test_region_of_a_number(text: str, mention: str, publisher: str | None, code: str) -> None:
    assert decide(text, mention, publisher=publisher).code == code


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("隰县龙泉镇北庄村建成大棚29座。", "29座", "隰县龙泉镇北庄村"),
        ("锦州银行存款总额814亿元。", "814亿元", "锦州银行"),
        ("西部地区外贸向好,进出口总值2万亿元。", "2万亿元", "西部地区"),
        ("村民李大山的6间房子建好了。", "6间", "李大山"),
        ("截至今天,中老铁路开通运营满四年,发送旅客6250万人次。", "6250万人次", "中老铁路"),
        ("江苏沿江八市面向高校发布了3万余个岗位。", "3万余个", "江苏沿江八市"),
        ("北京冬奥会今天将产生8枚金牌。", "8枚", "北京冬奥会"),
        ("玉林市推进健康扶贫。\n他叫梁大山,是贫困户。一年药费要5000多块。", "5000多块", "梁大山家"),
    ],
)
def test_villages_and_institutions_stay_as_printed(text: str, mention: str, name: str) -> None:
    decision = decide(text, mention)
    assert (decision.code, decision.name) == (None, name)


@pytest.mark.parametrize(
    ("text", "mention", "code"),
    [
        ("海南旅游火热。马关美做缝纫,一个月能拿3000元。", "3000元", None),
        ("海南农民人均一年能挣3000元。", "3000元", "460000"),
        ("海南医保给力。这服药自己只要掏35元。", "35元", None),
        ("海南就业稳定。她在车间每个月工资2600元。", "2600元", None),
        ("海南居民个人平均支付35元。", "35元", "460000"),
        ("内乡县位于南阳盆地西缘,总面积2465平方公里。", "2465平方公里", "411325"),
        ("在六安市平岗种植基地,桃花盛开。当地政府投入2000万元。", "2000万元", "341500"),
        ("截至5月16日,31个省(区、市)报告确诊病例86例。", "86例", "100000"),
        ("现在,辽宁省党政机关帮扶的企业达3800多家。", "3800多家", "210000"),
        ("截至北京时间今天16时,死亡病例176例。", "176例", "100000"),
        ("全国首次重大庆典有97架飞机。", "97架", "100000"),
        ("全国客流旺盛。昆明至万象间列车已开行2674列。", "2674列", "100000"),
    ],
)
def test_wages_parts_and_routes(text: str, mention: str, code: str | None) -> None:
    assert decide(text, mention).code == code


def test_shared_out_numbers_have_each_its_own_place() -> None:
    text = "平利县、白河县、旬阳市分别建成基地43家、37家和58家。"
    codes = [decide(text, mention, "安康日报").code for mention in ("43家", "37家", "58家")]
    assert codes == ["610926", "610929", "610981"]


def test_rows_of_a_table_are_about_their_label() -> None:
    text = "各县收入如下:\n吉首市 17320\n泸溪县 14105\n凤凰县 14890"
    codes = [decide(text, mention, "湘西州统计公报").code for mention in ("17320", "14105", "14890")]
    assert codes == ["433101", "433122", "433123"]


def test_title_comes_before_publisher() -> None:
    assert decide("建成学校3所。", "3所", "贵州:山乡巨变", "重庆日报").code == "520000"


def test_decision_names_its_rule_and_trigger() -> None:
    text = "今年全县修路60公里。"
    decision = decide(text, "60公里", publisher="内乡县融媒体中心")
    assert decision.trigger is not None
    assert (decision.rule, text[slice(*decision.trigger)]) == ("pointer", "全县")


@pytest.mark.parametrize(
    ("text", "mention", "code"),
    [
        # A story told by a national outlet stays in the one place it speaks of.
        ("央视网消息：陕西平利县的茶农正忙。\n老张说起丰收。今年采茶300斤。", "300斤", "610926"),
        # A scene holds across paragraphs while people and fields of it are spoken of, until the country returns.
        ("我国秋粮上市。\n这是四川峨边县的山坡。\n村民种下了20亩玉米，每亩多收50公斤。", "20亩", "511132"),
        ("我国秋粮上市。\n这是四川峨边县的山坡。\n全国各地的村民共种下2000亩玉米。", "2000亩", "100000"),
        ("我国秋粮上市。\n这是四川峨边县的山坡。\n上半年，出口增长5%。", "5%", "100000"),
        # Where areas meet, and a group of them, is no single area.
        ("我国西部降雨。贵州湖南交界处发生山洪，造成3人失踪。", "3人", None),
        ("全国铁路建设加快。江西、福建两省将建成120公里绿道。", "120公里", None),
        # A line between provinces lies in none of them.
        ("武广高铁今天开通。列车自武汉站引出，途经长沙，全程900公里。武广高铁共设15座车站。", "15座", None),
        ("我国强降雨持续。洪水造成平利县等地80人受伤。", "80人", None),
        ("我国重视教育。三年间，中央和云南省投入20亿元，增加幼儿园100所。", "100所", "530000"),
        ("我国夏粮丰收。华北小麦已收获七成。", "七成", None),
    ],
)
def test_scenes_and_places_that_are_no_single_area(text: str, mention: str, code: str | None) -> None:
    title = "武广高铁今天开通" if "武广" in text else "秋收进行时"
    assert decide(text, mention, title).code == code


def test_a_payer_beside_the_country_is_what_the_figures_are_about() -> None:
    text = "我国教育发展很快。三年间，中央和贵州省投入9亿元，新建校舍40所。"
    scope = RegionScope(text, find_regions(text, 2024), None, None, 2024)
    for mention in ("9亿元", "40所"):
        at = text.index(mention)
        assert scope.region_at(at, at + len(mention)).code == "520000"


def test_adverb_behind_a_place_is_no_comparison() -> None:
    assert decide("甘肃今年重点推广旱作技术。高寒山区播种已过半，下达第一批资金3亿元。", "3亿元").code == "620000"
    assert decide("甘肃下达第一批补贴3亿元。", "3亿元", title="全国春耕展开").code == "620000"
    assert decide("公司位列陕西综合第三名，上缴税金3亿元。", "3亿元", title="全国百强发布").code == "100000"


def test_group_of_provinces_in_the_title_is_where_the_figures_lie() -> None:
    text = "长三角外贸增长6%。今年，上海进出口2万亿元，长三角三省一市互换车次300列。"
    title = "长三角一体化发展五周年"
    assert decide(text, "6%", title).name == "长三角"
    assert decide(text, "2万亿元", title).code == "310000"
    assert decide(text, "300列", title).code is None


def test_village_in_front_of_its_inhabitants() -> None:
    assert decide("信丰县古陂镇余坑村居住着800多名村民。", "800多名").code is None


def test_world_is_an_area_where_a_sentence_speaks_of_it() -> None:
    text = "据国际组织统计，全球研发投入达2万亿美元。我国船舶产量居全球第一，占全球市场的46%。"
    assert decide(text, "2万亿美元").name == "全球"
    assert decide(text, "46%").code == "100000"
    text = "全球病例为171万例。截至北京时间今天（6月4日）16时，印度病例超过33万例。"
    assert decide(text, "33万例").name == "印度"


@pytest.mark.parametrize(
    ("text", "mention", "title", "publisher", "code"),
    [
        # Words that only end like villages make no home.
        ("上半年乡村消费增长6%。乡村游升温。", "6%", "【新征程】乡村消费升温", None, "100000"),
        ("农村厕所改造900座。农村面貌一新。", "900座", "加快建设农村", None, "100000"),
        # A body that the title names and the text keeps speaking of.
        ("今天，塔河油田产油突破600万吨。塔河油田今年再上台阶。", "600万吨", "塔河油田喜获丰收", None, None),
        ("人民银行今天降息，人民银行表示，释放资金5000亿元。", "5000亿元", "中国人民银行降息", None, "100000"),
        # The publisher, and the narrower area that its text opens with.
        ("前三季度，工业增加值增长7%。", "7%", None, "今日赵县", "130133"),
        ("柞水县种木耳。\n目前，带动农户300户。", "300户", None, "陕西日报", "611026"),
        ("柞水县种木耳。\n目前，我省带动农户300户。", "300户", None, "陕西日报", "610000"),
        # What 该县 points at.
        ("有人从广东回到柞水县。\n该县就业稳定。\n上半年新增就业800人。", "800人", None, None, "611026"),
        # Taiwan and Hong Kong by their bodies.
        ("主计总处公布，7月失业率3.4%。", "3.4%", None, None, "710000"),
        ("上月失业率3.4%。", "3.4%", "失业率持平", "中央社", "710000"),
        ("港府公布，上季失业率3%。", "3%", None, None, "810000"),
        ("财政部公布，上月税收增长3%。", "3%", None, None, "100000"),
        # Short names of banners.
        ("科左中旗建成电站30座。", "30座", None, None, "150521"),
    ],
)
def test_home_of_a_document(
    text: str, mention: str, title: str | None, publisher: str | None, code: str | None
) -> None:
    assert decide(text, mention, title, publisher).code == code


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("依托林下产业，桃坪村如今人均收入2万元。", "2万元", "桃坪村"),
        ("去年完工的石门村示范工程有了效果。\n石门村改造坡地600亩。", "600亩", "石门村"),
        ("李大山住在广西百色靖西市甲乙村，家有4口人。甲乙村人多地少。\n甲乙村修了路。他又种了3亩地。", "3亩", "甲乙村"),
        ("如今，花溪路街道已建成驿站5个。", "5个", "花溪路街道"),
    ],
)
def test_villages_are_known_by_their_names(text: str, mention: str, name: str) -> None:
    decision = decide(text, mention)
    assert (decision.code, decision.name) == (None, name)


def test_countryside_of_a_province_is_the_province() -> None:
    assert decide("我国重视教育。在贵州农村，教学点近1900个。", "1900个").code == "520000"
    assert decide("我国重视教育。在贵州，许多贫困村通了车，新增班线30条。", "30条").code == "520000"


@pytest.mark.parametrize(
    ("text", "mention", "code"),
    [
        # Where an area lies and what it adjoins says nothing about its numbers.
        ("柞水县隶属陕西省商洛市，下辖9个镇。", "9个", "611026"),
        ("柞水县，别称“柞”，位于陕西省东南部，总面积2300平方公里。", "2300平方公里", "611026"),
        ("宝鸡东邻省会西安，西北与甘肃接壤。辖4区8县，总面积1.8万平方公里。", "1.8万平方公里", "610300"),
        ("我国页岩气勘探有突破。位于四川内江的一口井日产气70万立方米。", "70万立方米", "511000"),
        # Groups of provinces with a count.
        ("全国财政向好。数据显示，东部10个省市平均增长9.5%。", "9.5%", None),
        ("全国财政向好。中西部地区21个省份投资6亿元。", "6亿元", None),
        # All places at the head of a sentence are the country again in national news.
        ("我国重视养老。河北改造8000户家庭。今年前两个月，各地新增床位600张。", "600张", "100000"),
        ("我国重视养老。江苏苏州的基地迎来了全国各地300多名学生。", "300多名", "320500"),
        # What kind of thing, not what area.
        ("我国消费旺。北京重点监测的企业销售额50亿元。", "50亿元", "110000"),
        # Cities and counties of Taiwan have no code of their own.
        ("主计总处公布，失业率最高为彰化县3.9%。", "3.9%", None),
        # Basins, oil fields, lakes.
        ("我国治水有成效。按照规划，到2020年，辽河流域将治理6万平方公里。", "6万平方公里", None),
        ("辽河流域生态保护取得成效，我国投资30亿元。", "30亿元", "100000"),
        ("青海今年降水偏多;青海湖水面增加180平方公里。", "180平方公里", None),
        ("我国油气增产。今年，新港油田产油300万吨。", "300万吨", None),
        # Lines that stay in one province, and those that do not.
        ("我国公路加快建设。甲乙高速起自陕西省西安市，经渭南市，接入延安市，全长120公里。", "120公里", "610000"),
        ("我国公路加快建设。甲乙高速西起成都，东至上海，全长1960公里。", "1960公里", "100000"),
        ("甲乙高铁起于西安市，经渭南市到延安市。\n甲乙高铁设计时速300公里，西安北至延安站60分钟。", "60分钟", "610000"),
    ],
)  # fmt: skip
def test_what_a_place_says_about_another(text: str, mention: str, code: str | None) -> None:
    assert decide(text, mention, "今日要闻").code == code


@pytest.mark.parametrize(
    ("text", "mention", "title", "code"),
    [
        # Who gives is not who the figure is about.
        ("柞水县修了路。陕西省也赋予柞水12项权限。", "12项", "柞水县：山乡巨变", "611026"),
        ("石门村变了样。对口帮扶石门村的青岛市出资160万元。", "160万元", "石门村：山乡巨变", None),
        # In front of the place.
        ("我国青年踊跃。本周，1300名海南志愿者上岗。", "1300名", None, "460000"),
        ("我国项目多。在安徽，新厂投产；总投资22亿元的江西基地也已开工。", "22亿元", None, "360000"),
        ("我国市场稳。今天下午，580余吨新鲜蔬菜运抵吉林长春。", "580余吨", None, "220100"),
        # Someone is told of the county that introduces them, for the whole sentence.
        ("甘肃医保有力。通渭县村民孙大山今年患病，手术花了6万多元，报了4万元。", "4万元", None, "621121"),
        # A county by its short name in front of its own town, and two letters behind the province.
        ("富川莲山镇建了厂。\n目前，富川有车间40家。", "40家", None, "451123"),
        ("我国春耕忙。在河北赵县，新增大棚30座。", "30座", None, "130133"),
        ("我国治沙忙。在新疆巴州，新增胡杨30亩。", "30亩", None, "652800"),
        # Counties of the prefecture that the title names.
        ("各县特色鲜明。\n富源 · 万寿菊\n全县种植700亩。", "700亩", "曲靖聚焦增收", "530325"),
        # Several areas at the head of a sentence are no single one.
        ("我国投放储备菜。其中，在甘肃、宁夏投放7000吨。", "7000吨", None, None),
        ("我国投放储备菜。甘肃、宁夏分别投放7000吨和6000吨。", "6000吨", None, "640000"),
        # A text that names nothing but short names of one prefecture's counties.
        ("补贴每人2000元。电话：沙洋：8568036、钟祥：6900802、京山：7235754。", "2000元", None, "420800"),
        # A company's own report.
        ("公司实现营业收入30亿元，增长5%。", "30亿元", None, None),
    ],
)
def test_who_the_number_is_about(text: str, mention: str, title: str | None, code: str | None) -> None:
    assert decide(text, mention, title).code == code


def test_name_of_an_area_changed_later_is_known_in_its_year() -> None:
    assert find_regions("旬阳县", 2016)[0].code == "610928"
    assert find_regions("旬阳县", 2024)[0].code == "610981"


@pytest.mark.parametrize(
    ("text", "mention", "code"),
    [
        # 的 before a number is no comparison, only before a share.
        ("我国早稻丰收。湖南安仁县的23万亩早稻已收割。", "23万亩", "431028"),
        # The short name of a county behind 在, in the province named before.
        ("我国抢种水稻。吉林插秧忙，在镇赉6万亩盐碱地上种下新品种。", "6万亩", "220821"),
        ("我国抢种水稻。吉林插秧忙，在和平年代有6万亩新品种。", "6万亩", "220000"),
        # What a list of works in several areas adds up to is about none of them.
        ("我国水利工程进展顺利，江西峡江枢纽、云南滇池补水等23项工程建成。", "23项", "100000"),
        ("江西抓住机遇，与广州、深圳等50多个城市合作。", "50多个", "360000"),
        # A government behind a village is that of its area, for its own sentence.
        ("在柞水县石门村，新路通了。当地政府投入90万元。", "90万元", "611026"),
        ("在柞水县石门村，新路通了。当地政府引导村民开店。人均收入2万元。", "2万元", None),
    ],
)
def test_where_a_sentence_stands(text: str, mention: str, code: str | None) -> None:
    assert decide(text, mention, "今日要闻").code == code


def test_short_county_at_the_head_of_a_sentence_lies_in_the_province_named_before() -> None:
    text = "我国春播展开。安徽推广农机。蒙城马铃薯开播，1万亩实现机械化。西夏陵有9座王陵。"
    assert decide(text, "1万亩", "今日要闻").code == "341622"
    text = "我国春播展开。宁夏推广农机。西夏陵旁有9座王陵。"
    assert decide(text, "9座", "今日要闻").code == "640000"
    assert [mention.code for mention in find_regions("上海黄浦江畔")] == ["310000"]


def test_people_of_a_province_are_not_the_province() -> None:
    text = "我国互助成风。现在在新疆，种辣椒的山东人有1000多人。"
    assert decide(text, "1000多人", "今日要闻").code == "650000"


def test_group_of_provinces_in_the_title_is_the_home() -> None:
    text = "中部地区生产总值27万亿元。创新能力增强，建成实验室70家。在山西太原，20万吨项目投产。中部地区向好。"
    title = "中部地区开创新局面"
    assert decide(text, "70家", title).name == "中部地区"
    assert decide(text, "20万吨", title).code == "140100"


def test_bank_in_a_report_does_not_take_over() -> None:
    text = "恒远银行稳健发展，新增上市公司10家。全省财政收入增长5%。"
    assert decide(text, "10家", "2026年山东省政府工作报告").code == "370000"


def test_first_of_a_list_with_unknown_names_does_not_govern() -> None:
    text = "全省绿化3万亩。宜川、甲乙、丙丁等5个县区被命名为示范区。"
    assert decide(text, "5个", publisher="陕西省人民政府").code == "610000"


@pytest.mark.parametrize(
    ("text", "mention", "title", "name"),
    [
        ("甲乙酒业发布年报，营业收入127亿元。公司每10股派息25元。", "25元", "甲乙酒业2022年净利润增长9%", "甲乙酒业"),
        ("远东银行2022年实现营业收入340亿元。该行不良贷款率0.9%。", "0.9%", "远东银行2022年净利增长15%", "远东银行"),
        ("截至2022年末，公司总资产1200亿元。", "1200亿元", "年度报告摘要", "公司"),
        ("雄安新区累计完成投资5700亿元。片区入住17万人。", "17万人", "新区建设六周年", "雄安新区"),
        ("商业银行2022年实现净利润2万亿元。", "2万亿元", "银行业成绩单", "全国"),
        ("没有力量的家庭，可以交给养殖合作社托养，每只补贴80元。", "80元", "致富路", "全国"),
        ("大凉山深处，新房有29栋。凉山彝族自治州变了样。", "29栋", "凉山：告别贫困", "凉山彝族自治州"),
        ("延安苹果丰收，产量90万吨。", "90万吨", "延安：苹果红了", "延安市"),
        ("我国老年人口已达2.6亿，去年，石门村有了食堂。石门村向好。", "2.6亿", "石门村：幸福生活", "全国"),
        ("柞水县地处秦岭，是陕西最后摘帽的8个县之一。", "8个", "山里的变化", "陕西省"),
    ],
)  # fmt: skip
def test_companies_new_areas_and_the_nation(text: str, mention: str, title: str, name: str) -> None:
    assert decide(text, mention, title).name == name


@pytest.mark.parametrize(
    ("text", "mention", "title", "code"),
    [
        # Enterprises of a place are about the place; so is a plant without a name.
        ("江西上云企业突破25万家，智能工厂增加。", "25万家", "江西制造业升级", "360000"),
        ("我国外贸向好。在湖南的这家钢铁企业，每天发电370多万度。", "370多万度", "外贸向好", "430000"),
        ("长沙市完成棚户区改造超10万户。", "10万户", "建设文明城市", "430100"),
        # Airports and ports by what passes through them.
        ("长沙机场旅客年吞吐量突破3000万人次。", "3000万人次", "2026年湖南省政府工作报告", None),
        # In reports a place holds for its own clause.
        ("苏州实验室获批建设，牵头建设44家全国重点实验室。", "44家", "2026年江苏省政府工作报告", "320000"),
        ("泸州经济总量突破3000亿元。", "3000亿元", "2026年四川省政府工作报告", "510500"),
        ("长江经济带发展扎实推进，港口吞吐能力突破2.4亿吨。", "2.4亿吨", "2026年重庆市政府工作报告", "500000"),
        ("新建全国法治政府示范地区和项目12个。", "12个", "2026年江苏省政府工作报告", "320000"),
        ("产品全国市场占有率达到50%以上。", "50%", "2026年山西省政府工作报告", "140000"),
        ("经济总量占全国7%，在北方地区占比提升至21%。", "21%", "2026年山东省政府工作报告", "370000"),
        # Exceptions, oceans and fractions.
        ("我国房价趋稳。70个大中城市中，除温州外，69个城市房价上涨。", "69个", "房价数据公布", "100000"),
        ("我国两架飞机赴南印度洋搜寻，派出10架飞机。", "10架", "客机搜寻继续", "100000"),
        ("我国扶贫见效。红石村是重庆巫山县的山村，村里300多户近三分之一是贫困户。", "300多户", "今日要闻", None),
        # Parts of provinces, villages described.
        ("我国治碱见效。河北环渤海区域有耕地570多万亩。", "570多万亩", "今日要闻", None),
        ("上栗县变了样。以水稻为主的石门村，底子薄。全村187户农户加入。", "187户", "今日要闻", None),
    ],
)
def test_bodies_reports_and_exceptions(text: str, mention: str, title: str, code: str | None) -> None:
    assert decide(text, mention, title).code == code


@pytest.mark.parametrize(
    ("text", "mention", "title", "code"),
    [
        ("河北省张家口市万全区：贷款3亿元。\n河北省承德市丰宁县：建成电站130座。", "130座", "金融扶贫案例", "130826"),
        ("天全县抢修道路。山体垮塌，在芦山县境内形成了3处塌方。", "3处", "救援进行时", "511826"),
        ("我国春运有序。海口美兰机场每天增加2架次航班。", "2架次", "返程高峰", "460100"),
        ("我国船队出发。一列满载的班列从威海南站驶出，通达12个国家。", "12个", "新通道", "100000"),
        ("上海高温。早高峰的延安高架车流大，民警值守了3个小时。", "3个小时", "高温下的坚守", "310000"),
        ("船从出海口驶过，货物90吨。", "90吨", "今日要闻", "100000"),
        ("最新数据显示，1~3月，恒大销售金额约305亿元。", "305亿元", "房企成绩单", None),
        ("中国石油发布消息，位于四川内江的一口井日产70万立方米。", "70万立方米", "新发现", "511000"),
        ("全区棉花产量增长。南疆棉花面积2500万亩。", "2500万亩", "新疆棉花丰收", None),
    ],
)
def test_routes_companies_and_several_counties(text: str, mention: str, title: str, code: str | None) -> None:
    assert decide(text, mention, title).code == code


@pytest.mark.parametrize(
    ("text", "mention", "title", "publisher", "code"),
    [
        ("今年1—6月，全省进出口4.2万亿元。", "4.2万亿元", "我省外贸稳中提质", "南方日报", "440000"),
        ("全省进出口4.2万亿元，再创新高。（新华日报记者）", "4.2万亿元", "外贸稳中提质", None, "320000"),
        ("台北市编列预算1800亿元。全台失业率3.5%。", "3.5%", "北市預算", "联合报", "710000"),
        ("山东开展湿地保护。目前，修复了7万亩。", "7万亩", "山东扎实推动黄河流域生态保护", None, "370000"),
        ("央视网消息：海南的冬天。在河北张家口，千余名使者滑雪。", "千余名", "海南：暖冬", None, "130700"),
        ("根据印度卫生部公布的数据，过去24小时，印度新增病例18万例。", "18万例", "病例超1亿", None, None),
    ],
)
def test_outlets_and_speakers(text: str, mention: str, title: str, publisher: str | None, code: str | None) -> None:
    assert decide(text, mention, title, publisher).code == code


def test_place_named_late_is_not_what_a_text_is_about() -> None:
    text = "上半年消费平稳。每月访问1700个家庭。" + "说" * 240 + "。青岛一家公司接了单。"
    assert decide(text, "1700个", "消费升级").code == "100000"
    assert decide(text.replace("每月", "全市每月"), "1700个", "消费升级").code == "370200"


@pytest.mark.parametrize(
    ("text", "mention", "code"),
    [
        ("河北治霾。唐山的产能曾占到河北全省的一半以上，去年500万吨被压减。", "500万吨", "130200"),
        ("我国路网加密。该公路起于昆明市东川区，止于昭通市巧家县，全长63公里。", "63公里", "530000"),
        ("我国航线加密。该航线北起辽宁营口，南至广州南沙，需七天。该航线由沈阳始发，收入5亿元。", "七天", "100000"),
        ("新疆瓜果飘香。今年村集体收入突破300万元。", "300万元", "650000"),
        ("新疆瓜果飘香。石门村在县里帮助下，收入2万元。", "2万元", None),
    ],
)
def test_shares_of_the_whole_and_lines_without_a_name(text: str, mention: str, code: str | None) -> None:
    assert decide(text, mention, "今日要闻").code == code


def test_military_regions_towns_and_groups_named_again() -> None:
    assert find_regions("成都军区某旅") == []
    assert decide("玉石乡已发展到9户。", "9户", "守边人").name == "玉石乡"
    assert decide("老乡已搬进9户。", "9户", "守边人").code == "100000"
    text = "前不久，位于杭州的飞鸟集团开工。\n飞鸟集团新增专利150多件。"
    assert decide(text, "150多件", "浙江民营经济壮大").code is None


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("我国路网加密。西宁至成都高铁开工，全长836公里。", "836公里", "全国"),
        ("我国路网加密。济南到青岛高铁联调联试，全长300公里。", "300公里", "山东省"),
        ("我国路网加密。连接四川成都和青海西宁的川青铁路正线长836公里。", "836公里", "全国"),
        ("我国路网加密。黄沙洲大桥连接湖北黄梅县和江西九江市，全长1320米。", "1320米", "全国"),
        ("我国路网加密。北京至沈阳、福州至厦门高速铁路等开通，主通道建成82%。", "82%", "全国"),
        ("一辆从湖南株洲开往湘潭的中巴车侧翻，11名乘客受伤。", "11名", "湖南省"),
        ("深中通道加快建设。通车后，从深圳至中山的时间缩短至半小时。", "半小时", "广东省"),
        ("加拿大罢工持续。27日，加拿大举行的全国罢工有15万人参加。", "15万人", "加拿大"),
        ("麦收开始。收割机今天在河南邓州开割第一镰。218万亩小麦将归仓。", "218万亩", "南阳市邓州市"),
        ("西吉县是宁夏人口第一大县，户籍人口48万人。", "48万人", "固原市西吉县"),
    ],
)
def test_lines_by_their_ends_and_what_stands_behind_a_place(text: str, mention: str, name: str) -> None:
    assert decide(text, mention, "今日要闻").name == name


@pytest.mark.parametrize(
    ("text", "mention", "code"),
    [
        ("新增病例7例（内蒙古4例，云南1例）。现有病例390例。", "390例", "100000"),
        ("新增病例7例（内蒙古4例，云南1例）。现有病例390例。", "4例", "150000"),
        ("西部（重庆）科学城开工，总投资1300亿元。", "1300亿元", "500000"),
        ("海军枣庄舰起航，携带直升机2架。", "2架", "100000"),
        ("宁夏至湖南特高压工程全长1634公里。", "1634公里", "100000"),
        ("这是一群从北京来的青年，他们种地1万亩。", "1万亩", "100000"),
    ],
)
def test_brackets_ships_and_origins(text: str, mention: str, code: str | None) -> None:
    assert decide("我国要闻。" + text, mention, "全国要闻").code == code


def test_listed_companies_of_the_country_are_no_company() -> None:
    text = "沪、深两市共5067家公司披露年报。境内上市公司实现净利润5.6亿元，近五成公司实现净利润增长。"
    assert decide(text, "5.6亿元").code == "100000"
    assert decide("报告期内，公司实现净利润5.6亿元。", "5.6亿元").code is None


def test_venue_of_a_national_event_is_not_its_home() -> None:
    text = "会议指出，新增就业900万人。"
    assert decide(text, "900万人", "全国就业工作会议在太原召开").code == "100000"
    assert decide(text, "900万人", "太原召开就业工作会议").code == "140100"


def test_airport_or_village_of_a_report_does_not_take_over() -> None:
    text = "西安咸阳国际机场T5航站楼投运，公路里程6895公里。贵州建立工作队到村、干部到户的机制。"
    assert decide(text, "6895公里", "2026年陕西省政府工作报告").code == "610000"
    assert decide("贵州建立工作队到村的机制，派驻干部4万名。", "4万名", "贵州：干部驻村").code == "520000"


@pytest.mark.parametrize(
    ("text", "mention", "title", "name"),
    [
        ("审计发现，12个省的34个县虚报。甘肃省临洮县将800万元挪用。", "34个", "审计署2023年第2号公告", "全国"),
        ("审计发现，12个省的34个县虚报。甘肃省临洮县将800万元挪用。", "34个", "审计结果公告", "全国"),
        ("中国证监会发布，上市公司5300家。广东数量居首。", "5300家", "资本市场平稳运行", "全国"),
        ("年末共有机构55万个。其中，东部地区20万个。", "20万个", "民政事业统计公报", "东部地区"),
        ("全行资产总额1.2万亿元。", "1.2万亿元", "长沙银行2023年年度报告", "长沙银行"),
        ("全乡有耕地2.3万亩，辖8个村。", "2.3万亩", "青松乡简介", "青松乡"),
        ("东莞松山湖高新区研发投入占比11%。", "11%", "东莞：科技创新", "东莞松山湖高新区"),
    ],
)
def test_national_audits_banks_and_towns_in_titles(text: str, mention: str, title: str, name: str) -> None:
    assert decide(text, mention, title).name == name


def test_datelines_national_bulletins_and_titles_about_everywhere() -> None:
    text = "新华社北京5月3日电 数据显示，国内旅游出游2.7亿人次。"
    assert decide(text, "2.7亿人次", "假期旅游收入公布").code == "100000"
    text = "全国老年人口2.9亿人。江苏老龄化率24%，高于全国2.9个百分点。"
    assert decide(text, "2.9个", "国家老龄事业发展公报").code == "320000"
    assert decide("江苏实施项目220个。\n今年，投资增长5%。", "5%", "各地项目加快建设").code == "100000"


@pytest.mark.parametrize(
    ("text", "mention", "title", "name"),
    [
        ("该镇去年脱贫62户。", "62户", "张家口市蔚县暖泉镇脱贫纪实", "暖泉镇"),
        ("佤族人口42万，住在山里。", "42万", "云南省沧源县边境村老支书的回信", "临沧市沧源佤族自治县"),
        ("巴东县信陵镇：种柑橘1.2万亩。野三关镇：种药材8000亩。", "8000亩", "巴东县特色农业", "野三关镇"),
        (
            "5月，台湾外销订单457亿美元。其中，香港接单减少18%。台商忧心，年减17亿美元。",
            "457亿美元",
            "外銷訂單",
            "台湾省",
        ),
        ("西部兴旺。西咸新区地区生产总值增长15%。", "15%", "西部热土", "西咸新区"),
    ],
)
def test_towns_in_titles_and_taiwan_first(text: str, mention: str, title: str, name: str) -> None:
    assert decide(text, mention, title).name == name


def test_places_right_behind_a_byline_open_their_sentence() -> None:
    text = "央视网消息（新闻联播）：我国老年人口已达2.6亿，去年，石门村有了食堂。石门村向好。"
    assert decide(text, "2.6亿", "石门村：幸福生活").code == "100000"
    text = "央视网消息（新闻联播）：根据世卫组织统计，全球病例达1亿例。美国病例3000万例。"
    assert decide(text, "1亿例", "病例超1亿").name == "全球"


def test_counted_list_is_no_single_area_in_its_clause() -> None:
    text = "我国造船业领先。江苏、上海、浙江3个省市的完工量占90%。两个月来，订单增长5%。"
    assert decide(text, "90%", "今日要闻").code is None
    assert decide(text, "5%", "今日要闻").code == "100000"
    assert decide("其中万科公布销售金额460亿元。", "460亿元", "房企成绩单").name == "万科"


def test_county_outlets_and_reports_of_companies() -> None:
    text = "我县筹集资金1450万元。"
    assert decide(text, "1450万元", publisher="浦城新闻网").code == "350722"
    assert decide(text, "1450万元", publisher="光明日报").code is None
    title = "黑龙江某某农业股份有限公司2011年年度报告摘要"
    assert decide("2011年公司实现营业收入133亿元。", "133亿元", title).code is None


def test_village_that_a_story_opens_with() -> None:
    text = "当时北李庄村921户村民中，贫困户有203户。截至2016年底，全村贫困户仅剩22户。"
    assert decide(text, "203户").code is None
    assert decide(text, "22户").name == "北李庄村"


def test_states_abroad_are_no_areas_at_home() -> None:
    assert find_regions("佛罗里达州新增3000例，得克萨斯州新增2000例。") == []
    assert [mention.code for mention in find_regions("达州市投入3亿元。")] == ["511700"]


def test_an_administered_zone_is_known_without_its_city() -> None:
    assert RegionScope("全区有耕地9万亩。", (), "察北管理区简介", None, 2023).home.code == "130772"


def test_place_whose_name_begins_a_word_beside_its_own_is_one() -> None:
    text = "金华家家户户忙。金华带领各县，金华火腿走俏。"
    assert {mention.code for mention in find_regions(text)} == {"330700"}


def test_remote_parts_are_told_apart_from_the_whole() -> None:
    text = "全省津贴每月200元，偏远山区为400元。选派300名教师到边远山区支教。"
    assert decide(text, "200元", publisher="江西省卫生厅").code == "360000"
    assert decide(text, "400元", publisher="江西省卫生厅").name == "偏远山区"
    assert decide(text, "300名", publisher="江西省卫生厅").code == "360000"


def test_a_range_behind_another_province_is_no_prefecture_of_its_name() -> None:
    codes = [
        [mention.code for mention in find_regions(text, 2020)] for text in ("内蒙古大兴安岭林区", "黑龙江大兴安岭")
    ]
    assert codes == [["150000"], ["232700"]]


def test_tenths_in_front_of_a_letter_of_a_city_and_the_year_of_its_fair() -> None:
    assert [one.name for one in find_regions("2023成都车展开幕。")] == ["四川省成都市"]
    assert not find_regions("逾8成都是来自乡村的学生。") and not find_regions("8成都是学生。")
