"""Personal data with a shape does not leave; what only looks like it stays readable."""

import pytest

from chezhan.kernel.scrubbing import MASK, scrub, scrub_text


@pytest.mark.parametrize(
    "secret",
    [
        "13800138000", "+8613912345678", "86 139-1234-5678", "138 0013 8000", "008613912345678",
        "１３８００１３８０００", "010-62345678", "0755 83456789", "+852 5123 4567",
        "11010519491231002X", "310101199003074258", "310101900307425", "6222021234567890123",
        "wang.wu@example.com", "a%40b.cn", "王@example.com",
        "LFV3A23C8J3000017", "lfv3a23c8j3000017",
        "沪A12345", "沪AD12345", "粤B·F12345", "京A1234挂", "沪a12345", "沪A 12345",
        # as Django, browsers and Python write them where they escape
        "\\u82cfBMG4VKF", "%E8%8B%8FBMG4VKF", "\\xe8\\x8b\\x8fBMG4VKF",
    ],
)  # fmt: skip
def test_personal_data_is_masked_wherever_it_stands(secret):
    assert scrub_text(f"order of {secret}, refused") == f"order of {MASK}, refused"
    assert scrub({"a": [{secret: secret}], "b": (secret,)}) == {"a": [{MASK: MASK}], "b": (MASK,)}


@pytest.mark.parametrize(
    "kept",
    [
        "C_CND_000001", "01a200cb-c8c8-71d0-a0e3-d98b9e6810fb", "2026-11-22", "¥12,800.00", "8264678", "s_01a2",
        "100% of it", "C:\\users", "%ff%fe", "\\ud83d",
        "2026-11-22T01:34:29.123456Z", "0.1380013800", "127.0.0.1", "安和北店", "sales_order.number",
    ],
)  # fmt: skip
def test_what_is_no_personal_data_stays(kept):
    assert scrub({"number": kept, "rows": 23906}) == {"number": kept, "rows": 23906}


def test_a_number_that_is_a_phone_is_masked():
    assert scrub({"phone": 13800138000, "rows": 23906, "ok": True}) == {"phone": MASK, "rows": 23906, "ok": True}


def test_what_is_no_plain_value_becomes_scrubbed_text():
    class Customer:
        def __str__(self) -> str:
            return "Customer 13800138000"

    assert scrub([Customer(), {"13800138000"}]) == [f"Customer {MASK}", [MASK]]


@pytest.mark.parametrize(
    "link",
    ["/invite/{}", "/api/account/invitations/{}/accept", "https://x.cn/reset-password/{}", "/verify-email/{}"],
)
def test_a_link_that_lets_one_in_loses_its_key(link):
    assert scrub_text(f"GET {link.format('Zk3-x_9')} 500") == f"GET {link.format(MASK)} 500"


@pytest.mark.parametrize(
    "error",
    [
        'null value in column "price"\nDETAIL:  Failing row contains (1, 张三, 上海市).',
        "duplicate key\nDETAIL:  Key (name)=(张三) already exists.\n",
        'bad value\nCONTEXT:  COPY customer, line 3, column name: "张三"\n  more of 张三',
    ],
)
def test_the_row_that_postgresql_quotes_is_cut(error):
    scrubbed = scrub_text(error)
    assert "张三" not in scrubbed
    assert scrubbed.startswith(error.partition("\n")[0])
