"""Personal data with a shape does not leave; what only looks like it stays readable."""

import pytest

from chezhan.config.observability.scrubbing import MASK, scrub, scrub_text


@pytest.mark.parametrize(
    "secret",
    [
        "13800138000", "+8613912345678", "86 139-1234-5678", "138 0013 8000",
        "11010519491231002X", "310101199003074258", "wang.wu@example.com", "a%40b.cn",
        "LFV3A23C8J3000017", "沪A12345", "沪AD12345", "粤B·F12345", "京A1234挂",
    ],
)  # fmt: skip
def test_personal_data_is_masked_wherever_it_stands(secret):
    assert scrub_text(f"order of {secret}, refused") == f"order of {MASK}, refused"
    assert scrub({"a": [{secret: secret}], "b": (secret,)}) == {"a": [{MASK: MASK}], "b": (MASK,)}


@pytest.mark.parametrize(
    "kept",
    ["C_CND_000001", "01a200cb-c8c8-71d0-a0e3-d98b9e6810fb", "2026-11-22", "¥12,800.00", "8264678", "s_01a2"],
)
def test_what_is_no_personal_data_stays(kept):
    assert scrub({"number": kept, "rows": 23906}) == {"number": kept, "rows": 23906}
