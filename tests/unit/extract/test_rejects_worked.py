"""Options, sums, settings, houses and terms of law are no figures; the same words around a figure leave it one."""

from __future__ import annotations

import pytest

from tasks.extract.model import Article
from tasks.extract.reader import Reader

READER = Reader()


def _mentions(text: str) -> list[str]:
    return [one.mention for one in READER.read(Article("w", text, None, "2024-05-01")).observations]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("一支笔卖多少钱？ A. 15元 B. 18元 C. 20元", []),
        ("A. 全市粮食产量为15万吨。", ["15万吨"]),
        ("用电量240÷8=30千瓦时", []),
        ("锁屏时间的默认值为30秒。", []),
        ("申请表一式三份。", []),
        ("全市建成养老服务站30个，每站4人间不少于6间。", ["30个", "6间"]),
        ("收货地址：花园小区8栋3单元402室。", []),
        ("小区有8栋30层的电梯房。", ["8栋"]),
        ("当事人可以自收到决定书之日起六十日内申请复议。", []),
        ("请带身份证复印件2份、一寸照片3张。", []),
        ("展览共展出照片320张。", ["320张"]),
        ("乘5路车坐6站，过3个路口右转。", []),
        ("全市改造路口3个。", ["3个"]),
        ("沿大街直走2个红绿灯就到。", []),
        ("全县新建12个路口监控。", ["12个"]),
        ("新增了28个红绿灯，信号灯超过60个路口。", ["28个", "60个"]),
        ("全县恩格尔系数=30.2%，人均产值=3.2万元。", ["30.2%", "3.2万元"]),
        ("用量3升×4天=12升。", []),
        ("1公顷=15亩。", []),
        ("每亩增收=1500元-800元=700元。", []),
        ("新建安置房8栋16单元，改造教学楼3栋、20室。", ["8栋", "3栋"]),
        ("改造厂房12栋10室。", ["12栋"]),
        ("住在改造后的花园小区8栋3单元402室。", []),
        ("住在9幢商铺12号。", []),
        ("收支两项相抵，结余升到300万元。", ["300万元"]),
        ("以上四项相加，全县投入3亿元。", ["3亿元"]),
        ("全县新建三项工程，总投资3亿元。", ["三项", "3亿元"]),
        ("他忙了大半个上午。", []),
        ("全市新建厂房12幢，其中标准厂房5幢。", ["12幢", "5幢"]),
    ],
)
def test_what_is_worked_out_or_set_is_no_figure(text: str, mentions: list[str]) -> None:
    assert _mentions(text) == mentions
