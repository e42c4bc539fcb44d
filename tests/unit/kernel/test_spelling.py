"""Words that mix signs, pinyin and initials are taken apart as people mean them, in bounded time."""

import pytest

from chezhan.kernel.searching.pinyin import readings
from chezhan.kernel.searching.spelling import SYLLABLES, as_query, is_spelled_as


def test_the_syllables_are_those_that_signs_are_read_as():
    assert {one for told in readings().values() for one in told.split()} == SYLLABLES


@pytest.mark.parametrize(
    ("word", "query"),
    [
        ("wang", "wang:*"),
        ("zw", "zw:*"),
        ("zwei", "zwei:* | (zw:* & wei:*)"),
        ("zhangw", "zhangw:*"),
        ("zhangxm", "zhangxm:* | (zxm:* & zhangx:*)"),
        ("张wei", "张wei:* | zhangwei:*"),
        ("长w", "长w:* | changw:* | zhangw:*"),
        ("a12345", "a12345:*"),
    ],
)
def test_a_word_is_asked_in_the_fewest_parts(word, query):
    assert as_query(word) in {query, " | ".join([query.split(" | ")[0], *reversed(query.split(" | ")[1:])])}


@pytest.mark.parametrize("word", ["an" * 20, "a" * 40, "an" * 19 + "i", "zzzz" * 10])
def test_words_that_part_in_very_many_ways_are_asked_in_few(word):
    assert as_query(word).count("|") <= 4


@pytest.mark.parametrize(
    ("text", "word", "found"),
    [
        ("张伟", "zwei", True), ("张伟", "张w", True), ("张晓明", "zhangxm", True), ("李张伟", "zwei", True),
        ("张伟", "weiz", False), ("张伟", "伟w", False), ("张伟", "李wei", False),
    ],
)  # fmt: skip
def test_a_text_is_read_from_any_sign_on(text, word, found):
    assert is_spelled_as(text, word) is found
