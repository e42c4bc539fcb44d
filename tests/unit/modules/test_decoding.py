"""Posts of which nobody said the charset: UTF-8 stays UTF-8, and of GB 18030 what can be known is known."""

import pytest

from chezhan.modules.inbound.decoding import charset_in, decoded, form_of

SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石"
    "廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤梅施詹祝童舒聂翁岳易颜"
)
GIVEN = "伟芳娜敏静强磊洋艳勇军杰娟涛明超秀霞平刚桂英华建国玉兰春梅红丽毅丹凤琴萍莹雪琳晶倩婷宇浩凯健俊帆鹏"
FOREIGN = [
    "José García", "Müller", "Émile Zoë", "Žižek Ůlehla", "Иван Петров", "иван müller", "анна", "Γιώργος Παπαδόπουλος",
    "محمد علي", "דוד כהן", "Արմեն", "ʿAlī", "Ñandú «ок»", "Łukasz", "Đặng Thị", "김민준", "田中", "é", "ü", "л",
]  # fmt: skip


def test_what_is_written_as_utf_8_is_never_taken_for_anything_else():
    names = [*FOREIGN, *(first + second for first in SURNAMES for second in GIVEN), *(f"{one}女士" for one in SURNAMES)]
    assert [one for one in names if decoded(one.encode(), declared="") != one] == []


def test_what_is_written_as_gb_18030_is_read_as_far_as_it_can_be_known():
    madams = [f"{first}{second}女士" for first in SURNAMES for second in ("", *GIVEN)]
    assert [one for one in madams if decoded(one.encode("gb18030"), declared="") != one] == []
    names = [first + second for first in SURNAMES for second in GIVEN]
    # What is letters of one alphabet too stays that, unless it says its charset.
    missed = [one for one in names if decoded(one.encode("gb18030"), declared="") != one]
    assert len(missed) < len(names) * 3 / 100
    assert [
        one for one in missed if decoded(one.encode("gb18030"), declared=charset_in("text/plain; charset=GBK")) != one
    ] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("n=%D0%BB%C5%AE%CA%BF", "谢女士"), ("n=%C3%AB", "ë"), ("n=%C3%AB&_charset_=gbk", "毛"),
        ("_charset_=UTF-8&n=%D0%BB%C5%AE%CA%BF", "лŮʿ"), ("n=%E8%B0%A2&_charset_=gbk", "谢"),
        ("n=%B3%C2&_charset_=utf-8", "陈"),
        ("n=%B3%C2&_charset_=nonsense", "陈"),
    ],
)  # fmt: skip
def test_a_form_goes_by_the_charset_that_it_names_where_that_holds(text, name):
    assert form_of(text)["n"] == name
