"""Lists whose first member alone says what holds for all: whom something is traded with (对东盟、欧盟分别出口…), whom
it reaches (通硬化路乡镇和建制村)."""

from __future__ import annotations

import re

# 对美国、欧盟出口; but not 对外出口, 绝对, 对公…
_TOWARD = re.compile("[一-鿿]{0,10}?(?<![针反面相绝应派核校配结敌])对(?![外口接比标公私象虾策手联账冲])")
_TRADE = re.compile("(?:进出口|出口|进口|贸易|投资)(?:总?[额值])?$")
# 通硬化路乡镇和建制村, 通客车的乡镇、行政村: what reaches the first sort of places reaches the others.
_SETTLED = "(?:乡镇|街道|社区|县城|(?:建制|行政|自然|脱贫|贫困)村|自然屯|村[屯组])"
_SETTLEMENT = re.compile(_SETTLED)
_REACHED_BY = re.compile(f"(?:已|实现|具备条件的)?通[^，、的和]{{0,5}}?[路车邮电网水气纤带交航]的?(?={_SETTLED})")


def traded_with(members: list[str]) -> list[str]:
    """对东盟、欧盟进出口: what is traded with each of several partners; [] for any other list."""
    toward, trade = _TOWARD.match(members[0]), _TRADE.search(members[-1], 2)
    rest = [members[0][toward.end() :], *members[1:-1]] if toward else []
    if toward is None or trade is None or any("对" in one or _TRADE.search(one) for one in rest):
        return []
    if "对" in members[-1]:
        return []
    partners = [*rest, members[-1][: trade.start()]]
    return [toward[0] + partner + trade[0] for partner in partners]


def with_attribute(members: list[str]) -> list[str]:
    """获得救助的城镇居民、农村居民: what stands before 的 is said of all members of one kind."""
    attribute, of, thing = members[0].rpartition("的")
    if reached := _REACHED_BY.match(members[0]):
        attribute, of, thing = reached[0], "", members[0][reached.end() :]
    if not attribute or not thing:
        return members
    settled = all(_SETTLEMENT.match(member) for member in (thing, *members[1:]))
    if not settled and any("的" in member or member[-2:] != thing[-2:] for member in members[1:]):
        return members
    return [members[0], *(attribute + of + member for member in members[1:])]
