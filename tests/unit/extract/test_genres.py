"""Texts whose numbers are no statistics, told by what they are full of, and news beside them that keeps its figures."""

from __future__ import annotations

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader

READER = Reader()
BASKETBALL = (
    "四节比分为26比22、18比24、30比20、25比19。后卫林峰18投10中，三分球6投3中，得到27分5个篮板9次助攻；"
    "中锋高远12分11个篮板3次盖帽；前锋江海15分。首节还剩2分10秒时，林峰连得6分。"
)
CAR = (
    "车型 舒适版 豪华版\n轴距（毫米） 2700 2700\n最大功率（千瓦） 110 125\n"
    "最大扭矩（牛·米） 240 260\n油箱容积（升） 50 50\n安全气囊（个） 4 6"
)
MENU = (
    "凉菜\n拍黄瓜 10元\n热菜\n鱼香肉丝 30元\n清蒸鲈鱼 78元\n主食\n"
    "米饭 2元/碗\n饮料\n啤酒 9元/瓶\n满50元起送，配送费4元。"
)
TRAINING = (
    "第1周：快走25分钟，每周3次；深蹲3组×12个；平板支撑3组×20秒。"
    "第2周：慢跑15分钟；俯卧撑3组×6个；心率不超过每分钟130次。"
)
MANUAL = (
    "关闭水阀，用扳手逆时针转90度，取下滤芯，清水冲洗30秒。插入新滤芯后顺时针拧紧，"
    "检查2遍，静置5分钟再打开。每6个月更换1次。"
)
SIGNS = (
    "白羊座：综合运势4颗星，幸运数字7。金牛座：财运一般，花费别超过300元。"
    "双子座：速配指数80%。巨蟹座：健康指数65%，多喝8杯水。"
)
GO = "黑1占小目，白2占星位，黑5挂角，白28定式告一段落。官子阶段黑棋先2目，白棋用时2小时，3次1分钟读秒，黑中盘胜。"
RUG = "用5号棒针起针80针，罗纹织10行，长约5厘米。织到16厘米时收针，每8针并针1次，共用毛线110克。"


@pytest.mark.parametrize("text", [BASKETBALL, CAR, MENU, TRAINING, MANUAL, SIGNS, GO, RUG])
def test_texts_that_tell_no_statistics_have_no_figures(text: str) -> None:
    assert [one.mention for one in READER.read(Article("g", text, None, "2023-03-01")).observations] == []


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("中国队在本届世锦赛决赛中夺得13枚金牌、6枚银牌，赛事门票收入1200万元。", ["13枚", "6枚", "1200万元"]),
        ("全市新增健身步道86公里，配建篮板320副，接待游客21万人次。", ["86公里", "320副", "21万人次"]),
        ("全市餐饮收入86亿元，热菜、主食和饮料销售额同比增长5.6%。", ["86亿元", "5.6%"]),
        ("新车型出口12万辆，轴距、扭矩等指标领先，均价18万元。", ["12万辆", "18万元"]),
    ],
)
def test_news_of_such_things_keeps_its_figures(text: str, mentions: list[str]) -> None:
    assert [one.mention for one in READER.read(Article("g", text, None, "2023-03-01")).observations] == mentions
