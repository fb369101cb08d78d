"""Lists of those that something is traded with: 对东盟、欧盟分别出口…"""

from __future__ import annotations

import re

# 对美国、欧盟出口; but not 对外出口, 绝对, 对公…
_TOWARD = re.compile("[一-鿿]{0,10}?(?<![针反面相绝应派核校配结敌])对(?![外口接比标公私象虾策手联账冲])")
_TRADE = re.compile("(?:进出口|出口|进口|贸易|投资)(?:总?[额值])?$")


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
