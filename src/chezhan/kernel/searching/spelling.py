"""How people spell a name: signs, pinyin and initials, mixed as they come. zwei, zhangxm and 张wei all are 张… names.

public.search_pinyin keeps, from every sign on, the whole pinyin and the initials. A mixed word is asked as both at
once: its initials, and each run of whole syllables where it stands.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from chezhan.kernel.searching.pinyin import readings_of

# What signs are read as, by pypinyin without tones.
_SYLLABLES = """
a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can cang cao ce cen ceng
cha chai chan chang chao che chen cheng chi chong chou chu chua chuai chuan chuang chui chun chuo ci cong cou cu
cuan cui cun cuo da dai dan dang dao de den deng di dian diao die ding diu dong dou du duan dui dun duo e ei en
eng er fa fan fang fei fen feng fiao fo fou fu ga gai gan gang gao ge gei gen geng gong gou gu gua guai guan
guang gui gun guo ha hai han hang hao he hei hen heng hm hong hou hu hua huai huan huang hui hun huo ji jia jian
jiang jiao jie jin jing jiong jiu ju juan jue jun ka kai kan kang kao ke ken keng kong kou ku kua kuai kuan
kuang kui kun kuo la lai lan lang lao le lei leng li lia lian liang liao lie lin ling liu lo long lou lu luan
lun luo lv lve m ma mai man mang mao me mei men meng mi mian miao mie min ming miu mo mou mu n na nai nan nang
nao ne nei nen neng ni nian niang niao nie nin ning niu nong nou nu nuan nun nuo nv nve o ou pa pai pan pang pao
pei pen peng pi pian piao pie pin ping po pou pu qi qia qian qiang qiao qie qin qing qiong qiu qu quan que qun
ran rang rao re ren reng ri rong rou ru rua ruan rui run ruo sa sai san sang sao se sen seng sha shai shan shang
shao she shen sheng shi shou shu shua shuai shuan shuang shui shun shuo si song sou su suan sui sun suo ta tai
tan tang tao te teng ti tian tiao tie ting tong tou tu tuan tui tun tuo wa wai wan wang wei wen weng wo wu xi
xia xian xiang xiao xie xin xing xiong xiu xu xuan xue xun ya yan yang yao ye yi yin ying yo yong you yu yuan
yue yun za zai zan zang zao ze zei zen zeng zha zhai zhan zhang zhao zhe zhen zheng zhi zhong zhou zhu zhua
zhuai zhuan zhuang zhui zhun zhuo zi zong zou zu zuan zui zun zuo
"""
SYLLABLES = frozenset(_SYLLABLES.split())
INITIALS = frozenset(one[0] for one in SYLLABLES)
LONGEST = max(map(len, SYLLABLES))
# So many ways to part a word are asked for at most; so many are looked at.
WAYS, LOOKED_AT = 4, 200
_MIXED = re.compile(r"(?=.*[a-z])(?=.*[\u4e00-\u9fff])[a-z\u4e00-\u9fff]+\Z")
_SPELLED = re.compile(r"[a-z]{3,40}\Z")
_RUNS = re.compile(r"[\u4e00-\u9fff]+")


def is_mixed(word: str) -> bool:
    """Chinese signs and letters in one (normal) word."""
    return bool(_MIXED.match(word))


def signs_in(word: str) -> list[str]:
    """The Chinese signs of a (normal) word, by those that stand together."""
    return _RUNS.findall(word)


@lru_cache(maxsize=4096)
def as_query(word: str) -> str:
    """The (normal) word as a tsquery for public.search_pinyin; one that finds nothing where it can't be spelled so."""
    found = [f"{word}:*"]
    if _SPELLED.match(word) or is_mixed(word):
        ways = list(islice(_ways(word), LOOKED_AT))
        # In the fewest parts: zwei is z + wei, not z + we + i; and wang is itself, not wan + g.
        fewest = [way for way in ways if len(way) == min(map(len, ways))]
        found += islice((one for way in fewest if (one := _asked(way, word))), WAYS)
    return " | ".join(dict.fromkeys(found))


def is_spelled_as(text: str, word: str) -> bool:
    """Whether the (normal) word spells signs of the (normal) text that stand together, from any Chinese one on."""
    return any(_begins(text[at:], word) for at, sign in enumerate(text) if readings_of(sign))


def _ways(word: str) -> Iterator[tuple[str, ...]]:
    """The word in parts: syllables, single letters for syllables that begin so, the last perhaps only begun."""
    # From the end, so that only what comes to an end is gone into.
    steps: list[list[tuple[str, int]]] = [[] for _ in word]
    for at in reversed(range(len(word))):
        steps[at] = [(part, end) for part, end in _parts_at(word, at) if end == len(word) or steps[end]]

    def from_(at: int) -> Iterator[tuple[str, ...]]:
        if at == len(word):
            yield ()
            return
        for part, end in steps[at]:
            yield from ((part, *more) for more in from_(end))

    return from_(0)


def _parts_at(word: str, at: int) -> Iterator[tuple[str, int]]:
    """What may stand for one sign from there on, with where it ends."""
    if told := readings_of(word[at]):
        yield from ((one, at + 1) for one in told)
        return
    for end in range(min(at + LONGEST, len(word)), at, -1):
        part = word[at:end]
        begun = end == len(word) and any(one.startswith(part) for one in SYLLABLES)
        if part in SYLLABLES or begun or part in INITIALS:
            yield part, end


def _asked(way: tuple[str, ...], word: str) -> str:
    """Empty for a way that the word itself asks for already."""
    initials = "".join(part[0] for part in way)
    spelled = "".join(way)
    runs, run = [], ""
    for part in (*way, ""):
        if len(part) > 1:
            run += part
            continue
        if run:
            runs.append(run + part)
        run = ""
    if not runs or (runs == [spelled] and spelled == word):
        return ""
    if runs == [spelled]:
        return f"{spelled}:*"
    return "(" + " & ".join(f"{one}:*" for one in dict.fromkeys([initials, *runs])) + ")"


def _begins(text: str, word: str) -> bool:
    if not word:
        return True
    if not text:
        return False
    sign, told = text[0], readings_of(text[0])
    if sign == word[0] and (told or sign.isalnum()) and _begins(text[1:], word[1:]):
        return True
    return any(
        one.startswith(word)
        or (word.startswith(one) and _begins(text[1:], word[len(one) :]))
        or (word[0] == one[0] and _begins(text[1:], word[1:]))
        for one in told
    )
