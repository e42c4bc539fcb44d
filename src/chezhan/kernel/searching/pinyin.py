"""How Chinese signs are read: pypinyin's first reading of each, surnames' own, and others that names often have."""

import json
import re
from functools import cache, lru_cache
from types import ModuleType

FIRST, LAST = 0x4E00, 0x9FFF
# As a surname, and otherwise. Both are found: 解 begins 解晓东 (Xiè) and 解放 (Jiě).
SURNAMES = {
    "单": "shan", "曾": "zeng", "解": "xie", "仇": "qiu", "盖": "ge", "查": "zha", "翟": "zhai", "区": "ou",
    "朴": "piao", "尉": "yu", "员": "yun", "冼": "xian", "洗": "xian", "折": "she", "种": "chong", "繁": "po",
    "召": "shao", "谌": "chen", "黑": "he", "万": "wan", "覃": "qin", "缪": "miao", "能": "nai", "乜": "nie",
    "撒": "sa", "祭": "zhai", "隗": "wei", "牟": "mou", "宓": "mi", "那": "na", "秘": "bi", "逄": "pang",
    "乐": "yue", "任": "ren", "燕": "yan", "华": "hua", "过": "guo", "柏": "bai", "葛": "ge", "纪": "ji",
    "宁": "ning", "应": "ying", "訾": "zi", "佴": "nai", "郗": "xi", "褚": "chu", "卜": "bu", "邵": "shao",
    "晁": "chao", "澹": "tan", "俟": "qi", "长": "zhang", "令": "ling", "於": "yu", "相": "xiang",
    "哈": "ha", "炅": "gui", "幺": "yao", "贠": "yun", "笪": "da", "阚": "kan", "呙": "guo", "曲": "qu",
}  # fmt: skip
# More than one reading is usual, in names of people, places, firms and cars.
OTHERS = {
    "长": "chang zhang", "重": "zhong chong", "行": "hang xing", "乐": "le yue", "朝": "chao zhao", "都": "du dou",
    "万": "wan mo", "俟": "si qi", "会": "hui kuai", "厦": "xia sha", "藏": "zang cang",
    "调": "diao tiao", "传": "chuan zhuan", "参": "can shen", "晟": "sheng cheng", "柏": "bai bo", "茜": "qian xi",
    "娜": "na nuo", "莘": "shen xin", "蚌": "beng bang", "还": "huan hai", "率": "lv shuai", "弹": "tan dan",
    "宁": "ning", "卡": "ka qia", "大": "da dai", "曲": "qu", "降": "jiang xiang", "强": "qiang jiang",
    "绿": "lv lu", "吕": "lv lu", "女": "nv nu", "旅": "lv", "律": "lv", "侣": "lv", "闾": "lv",
}  # fmt: skip


@cache
def _book() -> ModuleType:
    """Its phrases are 44 MB and a tenth of a process's start: for those alone that read something."""
    import pypinyin  # noqa: PLC0415

    return pypinyin


def words_of(text: str) -> list[str]:
    """What it is made of in small letters and digits, each Chinese sign as it is read there: 银行A1 → yin, hang, a1."""
    return re.findall(r"[a-z0-9]+", " ".join(_book().lazy_pinyin(text)).lower())


def readings() -> dict[str, str]:
    """Sign → its readings without tones, ü as v, parted by blanks."""
    found = {sign: readings_of(sign) for sign in map(chr, range(FIRST, LAST + 1))}
    return {sign: " ".join(told) for sign, told in found.items() if told}


def readings_as_json() -> str:
    return json.dumps(readings(), ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=8192)
def readings_of(sign: str) -> tuple[str, ...]:
    """None of a sign that is not Chinese."""
    if not FIRST <= ord(sign) <= LAST:
        return ()
    usual = _book().pinyin(sign, style=_book().Style.NORMAL, errors="ignore")
    told = [*(usual[0][:1] if usual else ()), *SURNAMES.get(sign, "").split(), *OTHERS.get(sign, "").split()]
    return tuple(dict.fromkeys(one for one in told if one.isascii() and one.isalpha()))


def is_read_as(text: str, word: str) -> bool:
    """Whether public.search_pinyin finds the (normal) word in the (normal) text."""
    return any(
        _begins(text[at:], word, initials) for at, sign in enumerate(text) if readings_of(sign)
        for initials in (False, True)
    )  # fmt: skip


def _begins(text: str, word: str, initials: bool) -> bool:
    if not word:
        return True
    if not text:
        return False
    own = text[0] if text[0].isascii() and text[0].isalnum() else ""
    for told in readings_of(text[0]) or ((own,) if own else ()):
        spelled = told[:1] if initials else told
        if spelled.startswith(word) or (word.startswith(spelled) and _begins(text[1:], word[len(spelled) :], initials)):
            return True
    return False
