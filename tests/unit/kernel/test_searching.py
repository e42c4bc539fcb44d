"""What people type is made what PostgreSQL makes of what is kept; signs are read as they are in names."""

import pytest

from chezhan.kernel.searching.parts import is_latin, normal, parts_of
from chezhan.kernel.searching.pinyin import readings


@pytest.mark.parametrize(
    ("text", "kept"),
    [("沪a·12345", "沪a12345"), ("ＡＢＣ", "abc"), ("A-6 L.", "a6l"), ("·", ""), ("O0", "o0"), ("张　伟", "张伟")],
)
def test_spellings_of_one_thing_are_one(text, kept):
    assert normal(text) == kept


def test_a_word_has_pairs_and_a_sign_is_itself():
    assert parts_of("张伟明") == ["伟明", "张伟"]
    assert parts_of("张") == ["张"]


def test_only_letters_and_digits_may_be_pinyin():
    assert is_latin("zw1") and not is_latin("z张") and not is_latin("")


@pytest.mark.parametrize(
    ("sign", "told"),
    [("单", {"dan", "shan"}), ("曾", {"ceng", "zeng"}), ("解", {"jie", "xie"}), ("仇", {"chou", "qiu"}),
     ("伟", {"wei"}), ("吕", {"lv", "lu"})],
)  # fmt: skip
def test_surnames_are_read_as_such_and_otherwise(sign, told):
    assert set(readings()[sign].split()) >= told
