"""People of a story: whom it introduces by home, age or trade, and where it goes on about them or turns away."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from tasks.extract.gazetteer import words
from tasks.extract.regions_firms import Found, bodies, heads_again
from tasks.extract.sought import Sought
from tasks.vocabulary import either

_AGAIN = 2
_SCENE = 400
# So many people can a page tell of; looking for more by name would cost its length for each of them.
_CAST = 100
# Where a story goes on about someone: 她…, 他家…, 粗略一算，光这一项….
OF_SOMEONE = re.compile(
    r"[ \t\xa0　“]{0,16}+(?:去年|今年|如今|现在|当年|[0-9]{4}年|，){0,6}+"
    r"(?:[他她](?!们)|自家|粗略一?算|算下来|算了?一?(?:下|笔账)|光(?:是)?这一项|(?:[他她])?一年下来|忙活一年)"
)
# Where it turns from one person to the many.
AWAY_FROM_SOMEONE = re.compile(
    "像|这样的|全[国省市县区州旗镇乡村]|村[里民上子中]|农户|贫困户|脱贫户|群众|居民|老百姓|农民|当地|各地|政府|部门|企业|公司|合作社|工程|(?<!这个)(?<!该)项目|目前|我们|平台|基地"
)

# What only a person does or has: 金华强带领, 金华强家.
_OF_A_PERSON = re.compile(
    "[一-鿿](?:说|介绍|告诉|带领|带着|回忆|表示|坦言|一家|家(?:的|里|有)|同志|老人|当(?:上|选)|的(?:妻子|丈夫|儿子|女儿))"
)


@cache
def surnames() -> str:
    """The letters that a person's name may begin with."""
    return str(words()["surnames"] + bodies()["more_surnames"])


def given_name(no_second: str) -> str:
    """A pattern of a given name of two letters; `no_second` are letters that its second one is not, beside those that
    make a body of it (王家村, 李大企业)."""
    letters = bodies()["no_given"]
    return f"(?![{letters['first']}])[一-鿿](?![{letters['second']}{no_second}])[一-鿿]"


@cache
def _people() -> Sought:
    """Someone whose home, age or trade a story tells: 吴某某家, 65岁的李某某, 低保户兰某某, 牧民巴某某."""
    ends = "家的说把在正告一去今靠种养，,、夫老和有给将自从前现来是因患就也每还又已过当曾带了向干做"
    ends += "卖买回租承流开算两三几领拿分得挣赚省收存交花0-9"
    west = f"[{bodies()['western_letters']}]"
    persons = (*words()["persons"], *bodies()["more_persons"])
    kinds = either(persons)
    surname = f"(?!毕业)[{surnames()}]"
    given = given_name("画人自科独赢全管酒东")
    own = "的|里|分|去年|今年|一年|还|光|每年|就|也|有|承包|种|养|买|盖|住|年|靠|收入|人均"
    # 甲市市民王某某，以每年一万元的租金…: what one citizen pays or gets.
    deals = "，?(?:以|用|花|租|买|卖|投|在|把|将|从|承包|家(?!长|庭))|的?(?:一家|妻子|丈夫|月薪|工资|年收入)"
    # 王先生去年贷款80万元: what one customer did.
    begins = (
        "的(?:月|年|工|小|房|贷|店|账|积蓄)"
        "|(?:去年|今年|前年|每月|每年|每天|一家|当时|最近)?(?:花|用|以|贷|买|卖|租|投|存|欠|还|月|付)"
    )
    # Few letters can begin any of these: the engine turns down the rest without trying the words one by one.
    first = re.escape("".join(sorted({kind[0] for kind in persons})))
    return Sought(
        rf"(?=[0-9市{surnames()}{first}])(?:"
        rf"(?P<home>(?<![一-鿿]){surname}{given}(?=家(?:{own})))"
        rf"|(?:(?<![一-鿿])|(?<=的))(?P<family>{surname}(?!先生|女士|某){given}(?=一家(?![企公工店银医酒民人])|夫[妇妻]|两口子))"
        rf"|[0-9]{{2}}岁的(?:[一-鿿]{{0,7}}?(?:{kinds}))?(?P<aged>{surname}[一-鿿]{{1,2}}?)(?=[{ends}])"
        rf"|(?P<now>{surname}[一-鿿]{{1,2}}?)，?今年(?:已经?|才|刚|快)?[0-9]{{2}}岁"
        rf"|(?<![一-鿿])(?P<called>{surname}[一-鿿]{{0,2}}?(?:老师|医生|大夫|师傅))(?![们家说的，、和与])"
        rf"|(?<![一-鿿])(?P<mister>{surname}(?:先生|女士|小姐|大爷|大妈|大叔|大婶|阿姨))(?={begins})"
        rf"|市民(?P<citizen>{surname}(?!先生|女士|某){given})(?={deals})"
        rf"|(?:{kinds})(?P<trade>{surname}[一-鿿]{{1,2}}?)(?=[{ends}])"
        rf"|(?:{kinds})(?P<west>{west}{{3,8}}(?:·{west}{{2,8}})?)(?=[，,说家的告去今一把在有种养过]))"
    )


_INTRODUCED = re.compile(
    "先生|女士|小姐|大[爷妈叔婶]|阿姨|老师|医生|大夫|师傅|一家|夫[妇妻]|两口子|今年[已才刚快]?[0-9]|岁的|民|户|老人|员|[农者主工人]|家[的里分去今一还光每就也有承种养买盖住年靠收人]"
)
_IN_OFFICE = re.compile("[^。；]{0,10}(?:书记|主任|村官|局长|队长|镇长|县长|会长|理事长|负责人|当选|村长)")
# What makes a person of a name told once: 村民王某某家, 农户王某某领到….
_ONCE = re.compile(
    "[家说]|把(?:自家|自己|家里|家中)|(?:今年|去年|当年|年底|前不久|最近|一共|一年|光|也|又|还|就|从|每月|每年)*(?:领到|拿到|分到|分得|挣到|赚到|收入|省下|存下|算|[一-鿿]{1,2}了(?=[0-9一二三四五六七八九十近]))"
)
_NO_GIVEN = re.compile("[的是在和了这那每]|[一二三四五六七八九十]")


def people(text: str) -> list[Found]:
    """People whom a story introduces by home, age or trade, and where their names open a clause again."""
    if not _INTRODUCED.search(text):
        return []
    found: list[Found] = []
    times: dict[str, int] = {}
    for match in _people().finditer(text):
        group = match.lastgroup or "home"
        name = match[group]
        if name not in times:
            times[name] = text.count(name) if len(times) < _CAST else 0
        if group == "trade" and times[name] < _AGAIN and not _ONCE.match(text, match.end()):
            continue
        if _IN_OFFICE.match(text, match.end()):
            continue
        if group == "west" or not _NO_GIVEN.search(name[1:]):
            found.append((match.start(group), match.end(group), name))
    first = {name: end for _, end, name in reversed(found)}
    known = {start for start, _, _ in found}
    for name, end in list(first.items())[:_CAST]:
        again = [at for at in heads_again(text, name, end) if at not in known]
        known.update(again)
        found += [(at, at + len(name), name) for at in again]
    return found


def begins_of_people(text: str, found: Sequence[tuple[int, int, str]]) -> frozenset[str]:
    """The short names that only ever begin the name of one person of the text (金华 in 金华强)."""
    family_names = words()["surnames"] + words()["place_surnames"]
    ends: dict[str, list[int]] = defaultdict(list)
    for _, end, name in found:
        if name[0] in family_names:
            ends[name].append(end)
    return frozenset(
        name
        for name, at in ends.items()
        if len(at) >= _AGAIN
        and len({text[end : end + 1] for end in at}) == 1
        and any(_OF_A_PERSON.match(text, end) for end in at)
    )


# Someone's age: 50岁的…, 今年已经50岁; no average and no span of life.
_ITS_AGE = re.compile("(?:今年|现年|年仅|年近|时年|年过|享年|终年)(?:已经?|才|刚|快|仅|有|都|满)*$")
_NO_AGE = re.compile("平均|寿命|年龄[^，。；,;]{0,4}$")


def age_of_someone(text: str, start: int, end: int) -> bool:
    """Whether a number of years is the age of one person that a text tells of."""
    lead = text[max(0, start - 8) : start]
    if text[end - 1] != "岁" or _NO_AGE.search(lead):
        return False
    return text.startswith("的", end) or _ITS_AGE.search(lead) is not None


@cache
def _introduced() -> re.Pattern[str]:
    """Someone with a name of three letters behind a trade or an office (扶贫干部覃某某)."""
    surname = f"[{surnames()}]"
    return re.compile(rf"(?<=[部任记警人板长理师员家授户农工生士手民者主])(?P<name>{surname}[一-鿿]{{2}})")


def same_person(text: str, paragraph: int, start: int) -> bool:
    """Whether a paragraph goes on, up to a number, about someone whom the text just before it introduces by trade."""
    named = _introduced().finditer(text, max(0, paragraph - _SCENE), paragraph)
    return any(text.find(found["name"], paragraph, start) >= 0 for found in named)


@cache
def persons() -> Sought:
    """A villager or resident with a name."""
    kinds, names = either(words()["persons"]), words()["surnames"]
    return Sought(
        rf"(?:{kinds})(?!毕业)(?P<name>[{names}][一-鿿](?:(?!一家|两人|夫妇|夫妻)[一-鿿])?)(?=[的家说把在正告一去今靠种养,，、夫老和有给将自从])"
    )


_PARAGRAPH = re.compile(r"\n[ \t　]*+")
_OF_THEM = re.compile(r"[他她](?!们|[说表介指强要])")


@cache
def _of_life() -> re.Pattern[str]:
    """Someone whose life a story tells: 他叫王某, 丁大姐."""
    names, kin = words()["surnames"], either(words()["kin"])
    return re.compile(rf"[他她名]叫(?P<name>[{names}][一-鿿]{{1,2}})(?=[，,。、是今家])|(?:{kin})(?<=[{names}]..)")


@cache
def _told() -> re.Pattern[str]:
    """Words without which nobody is introduced."""
    return re.compile(either(("他叫", "她叫", "名叫", *words()["kin"])))


def life_stories(text: str) -> list[Found]:
    """Where a paragraph opens with someone of the story (他…, 丁大姐…), and the name."""
    first = _of_life().search(text) if _told().search(text) else None
    if first is None:
        return []
    name = first["name"] or text[first.start() - 1 : first.end()]
    found: list[Found] = []
    for head in _PARAGRAPH.finditer(text, max(0, first.start() - 5)):
        at = head.end()
        if text.startswith(name, at):
            found.append((at, at + len(name), name + "家"))
        elif _OF_THEM.match(text, at):
            found.append((at, at + 1, name + "家"))
    return found
