"""Invented people: surnames by how common they are, given names by gender and decade of birth.

Surname shares (percent of the population): the national name report of 2020, rounded.
"""

from functools import lru_cache
from itertools import accumulate
from random import Random
from typing import Literal

from chezhan.config.demo.places import City

Gender = Literal["male", "female"]

SURNAMES: dict[str, float] = {
    **{"王": 7.25, "李": 7.19, "张": 6.83, "刘": 5.38, "陈": 4.53, "杨": 3.08, "赵": 2.29, "黄": 2.23},
    **{"周": 2.12, "吴": 2.05, "徐": 1.67, "孙": 1.54, "胡": 1.31, "朱": 1.26, "高": 1.21, "林": 1.18},
    **{"何": 1.17, "郭": 1.15, "马": 1.05, "罗": 0.86, "梁": 0.85, "宋": 0.81, "郑": 0.8, "谢": 0.72},
    **{"韩": 0.68, "唐": 0.65, "冯": 0.64, "于": 0.62, "董": 0.61, "萧": 0.1, "肖": 0.5, "程": 0.57},
    **{"曹": 0.57, "袁": 0.54, "邓": 0.54, "许": 0.54, "傅": 0.51, "沈": 0.5, "曾": 0.5, "彭": 0.49},
    **{"吕": 0.47, "苏": 0.47, "卢": 0.47, "蒋": 0.47, "蔡": 0.46, "魏": 0.45, "贾": 0.42, "丁": 0.42},
    **{"薛": 0.41, "叶": 0.42, "余": 0.41, "潘": 0.41, "杜": 0.4, "戴": 0.39, "夏": 0.39, "钟": 0.39},
    **{"汪": 0.36, "田": 0.36, "任": 0.36, "姜": 0.36, "范": 0.36, "方": 0.33, "石": 0.33, "姚": 0.33},
    **{"谭": 0.33, "廖": 0.33, "邹": 0.32, "熊": 0.3, "金": 0.3, "陆": 0.28, "郝": 0.28, "孔": 0.28},
    **{"白": 0.28, "崔": 0.28, "康": 0.27, "毛": 0.26, "邱": 0.26, "秦": 0.26, "江": 0.25, "史": 0.25},
    **{"顾": 0.24, "侯": 0.24, "邵": 0.24, "孟": 0.22, "龙": 0.22, "万": 0.22, "段": 0.22, "章": 0.2},
    **{"钱": 0.2, "汤": 0.2, "尹": 0.2, "黎": 0.2, "易": 0.19, "常": 0.19, "武": 0.19, "乔": 0.18},
    **{"贺": 0.18, "赖": 0.18, "龚": 0.17, "文": 0.17, "欧阳": 0.07, "单": 0.05, "上官": 0.01, "司马": 0.01},
}

_LISTED: dict[tuple[Gender, int], str] = {
    ("male", 1950): "建国 建华 国强 志强 建军 卫东 永强 国平 明 平 德明 国庆 新民 庆华 爱国 志明 振华",
    ("female", 1950): "秀英 桂英 玉兰 秀兰 桂兰 淑珍 玉梅 凤英 玉珍 秀珍 春梅 爱华 淑华 惠芳 月华",
    ("male", 1970): "伟 强 勇 军 磊 涛 斌 波 辉 刚 建军 海涛 志勇 文斌 晓东 立新 国栋 晓峰 志刚 少华",
    ("female", 1970): "丽 敏 静 艳 芳 燕 红 霞 娟 晓燕 海燕 丽娟 玲 莉 春燕 红梅 雪梅 丽萍 慧 文静",
    ("male", 1980): "伟 磊 鹏 超 涛 杰 波 亮 飞 凯 浩 晓明 志伟 海波 文杰 建伟 俊杰 志鹏 明辉 晨 鑫 宇",
    ("female", 1980): "静 婷 丽 娜 敏 娟 丹 倩 雪 玲 颖 莹 婷婷 晓静 佳 慧敏 雅琴 文娟 玉婷 思思 璐 琳 洁",
    ("male", 1990): "鑫 浩 杰 超 帅 宇 俊杰 浩然 宇航 志豪 文博 天宇 嘉豪 家豪 思远 博文 晨 旭 鹏飞 泽宇",
    ("female", 1990): "婷 雪 悦 佳 欣 静怡 雨婷 梦婷 佳怡 思雨 雅婷 梦瑶 晓雯 嘉欣 诗琪 雪莹 瑶 婧 蕊 倩",
    ("male", 2000): "浩宇 子轩 宇轩 浩然 俊熙 梓豪 博涵 佳乐 子豪 一鸣 嘉诚 奕辰 铭泽 皓轩 睿 泽楷",
    ("female", 2000): "欣怡 梓涵 诗涵 雨涵 可馨 紫涵 佳琪 语桐 若曦 思彤 雨桐 一诺 欣妍 艺涵 琪",
}
_HEADS: dict[tuple[Gender, int], str] = {
    ("male", 1950): "建国志文明海永德振世光庆金玉新",
    ("female", 1950): "秀桂玉淑凤春爱惠月兰云美金素翠",
    ("male", 1970): "建志文海永晓立国少宏卫红春新振",
    ("female", 1970): "晓海丽春红雪小玉秀文慧美燕冬爱",
    ("male", 1980): "志文海俊明永晓建天少宏立承振兴",
    ("female", 1980): "晓海丽雅文玉思慧佳婉梦雪春秋艳",
    ("male", 1990): "俊家子宇浩天文志思博嘉泽一云明",
    ("female", 1990): "梦思雨佳雅晓嘉诗雪静紫欣婉若怡",
    ("male", 2000): "子梓浩宇泽俊铭奕嘉睿皓博佳一辰",
    ("female", 2000): "梓子雨诗欣可语若思一佳艺紫瑾沐",
}
_TAILS: dict[Gender, str] = {
    "male": "强华平军峰涛辉杰斌龙鹏飞伟豪轩然宇航博毅哲源林生成洋凯文阳坤",
    "female": "英兰珍芳华梅红燕霞玲娟萍丽敏静婷怡琪涵萱雯颖莹洁瑶妍欣蓉茜彤",
}
_TRADES = ("商贸", "科技", "建筑工程", "物流", "餐饮管理", "文化传媒", "信息技术", "机电设备", "装饰设计")
_FIRM_HEADS = "瑞恒鼎宏泰博远卓启嘉盛汇拓润铭"
_FIRM_TAILS = "岑沅骞砚澜崧屹翎澈峤琅钧岳衡舟"


@lru_cache(maxsize=16)
def _surnames(city: City) -> tuple[tuple[str, ...], tuple[float, ...]]:
    shares = dict(SURNAMES)
    for surname, extra in city.local_surnames:
        shares[surname] = shares.get(surname, 0.0) + extra
    return tuple(shares), tuple(accumulate(shares.values()))


@lru_cache(maxsize=16)
def _listed(gender: Gender, decade: int) -> tuple[str, ...]:
    return tuple(_LISTED[gender, decade].split())


def naming_decade(birth_year: int) -> int:
    """The decade whose fashion named a child; before 1970 counts as one."""
    return 1950 if birth_year < 1970 else min(birth_year // 10 * 10, 2000)


def invent_person_name(rng: Random, *, city: City, gender: Gender, birth_year: int) -> str:
    surnames, cumulative = _surnames(city)
    surname = rng.choices(surnames, cum_weights=cumulative)[0]
    decade = naming_decade(birth_year)
    if rng.random() < 0.4:
        return surname + rng.choice(_listed(gender, decade))
    head, tail = rng.choice(_HEADS[gender, decade]), rng.choice(_TAILS[gender])
    return surname + (head + tail if head != tail else tail)


def invent_company_name(rng: Random, *, city: City) -> str:
    return f"{city.name}{rng.choice(_FIRM_HEADS)}{rng.choice(_FIRM_TAILS)}{rng.choice(_TRADES)}有限公司"
