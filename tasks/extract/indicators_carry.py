"""Phrases that cannot stand alone (产量, 增速, 其中): they take their subject from words before them."""

from __future__ import annotations

import re

from tasks.vocabulary import either

_COMPARISON = re.compile(r"([\u3400-\u9fff]{2,6}?)(?:占|比(?!重|例|率|值)|快于|慢于|高于|低于|高出|低出)")
# 受益的孩子, 覆盖的村庄: the verb only tells which.
_OWN_NOUN = re.compile("的(?!比例|比重|份额|率)[\u3400-\u9fff]{1,6}$")
# 发放金额, 补助总额: how much was paid, not for what.
# 给县里带来收入, 为企业节约成本: to whom something is brought, not by what.
_BRINGS = "[给为][\u3400-\u9fff]{1,8}?(?:带来|贡献|创造|节约|节省|减少|增加|减轻)"
_SUMS = frozenset(("金额", "总额", "数额", "额度"))


class Carry:
    """The words under `carry` in seeds/vocabulary/phrases.yaml, compiled once."""

    def __init__(self, carry: dict[str, list[str]]) -> None:
        verbs = [*carry["verbs"], *carry["growth"]]
        self._carry_verb = re.compile(f"(?:{either(verbs)}|{_BRINGS})")
        self._carry_firsts = frozenset(verb[0] for verb in verbs) | {*"给为"}
        self._spending = frozenset(carry["spending"])
        self._spent = (*carry["spends"], *carry["raises"])
        self._paid_out = (*carry["spends"], *carry["pays_out"])
        self._as_it_stands = frozenset(carry["as_it_stands"])
        self._fresh = tuple(carry["fresh"])
        self._parts = frozenset(carry["parts"])
        self._deeds = frozenset(carry["deeds"])
        self._growth_noun = frozenset(carry["growth"]) | frozenset(carry["plans"])
        self._carry_noun = frozenset(carry["nouns"]) | frozenset(carry["rates"]) | self._growth_noun
        self._moved = frozenset(carry["moved"])
        self._degree = re.compile(rf"(?:{either(carry['degrees'])}|每[\u3400-\u9fff])+")
        self.rates = frozenset(carry["rates"])
        self._rate_ends = tuple(
            rate for rate in [*carry["rates"], *carry["degrees"]] if rate.endswith("均") or rate[0] == "一"
        )

    def needs_subject(self, text: str) -> bool:
        """Whether the phrase says only how much or how large, not of what."""
        if text in self._carry_noun or self._is_dependent(text) or self._is_noun_compared(text):
            return True
        if self.is_moved(text) or (text[-2:] in _SUMS and text[:-2] in self._paid_out):
            return True
        match = self._degree.match(text)
        if match is None:
            return False
        return text[match.end() :] in self._carry_noun or (match.end() == len(text) and text.endswith(self._rate_ends))

    def is_moved(self, text: str) -> bool:
        """Whether the phrase is a noun that cannot stand alone with a word of growth behind it (产值年均增速)."""
        tail = self.dependent_tail(text)
        return tail in self._growth_noun and text[: -len(tail)] in self._moved

    def is_deed(self, phrase: str) -> bool:
        """Whether a phrase is a bare deed, whose object may stand behind the number."""
        degree = self._degree.match(phrase)
        return phrase in self._deeds or (degree is not None and phrase[degree.end() :] in self._deeds)

    def is_part_only(self, phrase: str) -> bool:
        """Whether a phrase only says which part of those named before it is meant (其中不同性别6400对)."""
        return phrase in self._parts

    def in_place_of(self, phrase: str, name: str) -> str:
        """The name with another part in front (国家级示范社 → 省级示范社), "" where it begins with no part."""
        if phrase not in self._parts:
            return ""
        length = next((n for n in (3, 2) if name[:n] in self._parts and len(name) > n and name[:n] != phrase), 0)
        return phrase + name[length:] if length else ""

    def says_again(self, phrase: str, last: str) -> bool:
        """Whether a phrase repeats the deed before it with a noun that depends on it (住院补偿9人次，补偿支出3万元)."""
        return len(phrase) > 2 and last.endswith(phrase[:2]) and last != phrase and phrase[2:] in self._carry_noun

    def _is_noun_compared(self, text: str) -> bool:
        """产值占制造业的比重, 增速比全国平均: a dependent noun and what it is compared with."""
        match = _COMPARISON.match(text)
        if match is None:
            return False
        noun = match.group(1)
        return noun in self._carry_noun or (noun[-2:] in self._growth_noun and noun[:-2] in self._carry_noun)

    def only_spends(self, phrase: str) -> bool:
        """Whether a phrase says nothing but that money was spent or raised (安排资金)."""
        return phrase in self._spending

    def is_spending(self, name: str) -> bool:
        """Whether the name only says that money was spent or raised (投入): what for stands in the next clause."""
        return name in self._spending or name.endswith(self._spent)

    def pays_out(self, phrase: str) -> bool:
        """Whether a phrase ends in a verb of paying out (县里拨付), whose object may stand behind the number."""
        return phrase.endswith(self._paid_out)

    def is_as_it_stands(self, name: str) -> bool:
        """Whether a noun says how a figure stands (这一速度), and is no second figure of its owner."""
        return name in self._as_it_stands

    def needs_fresh_subject(self, text: str) -> bool:
        """Whether the phrase takes over only the subject of the clause right before (造成)."""
        return text.startswith(self._fresh)

    def is_carry_noun(self, text: str) -> bool:
        """Whether the phrase is a noun that cannot stand alone (产量, 面积)."""
        return text in self._carry_noun

    def is_growth_noun(self, text: str) -> bool:
        """Whether the phrase is a noun of growth or share (增速, 占比), which is of the thing named before it."""
        return text in self._growth_noun

    def dependent_tail(self, text: str) -> str:
        """The dependent noun (产量, 面积) that the phrase ends in, "" when it ends in none."""
        for length in (5, 4, 3, 2):
            if len(text) > length and text[-length:] in self._carry_noun:
                return text[-length:]
        return ""

    def _is_dependent(self, text: str) -> bool:
        if text[:1] not in self._carry_firsts:
            return False
        found = self._carry_verb.match(text)
        own = found is not None and found[0] not in self._growth_noun and _OWN_NOUN.match(text, found.end())
        return found is not None and not own
