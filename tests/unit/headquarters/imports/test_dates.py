from datetime import date

import pytest

from chezhan.catalogue.importing.dates import DateVotes, read_date


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [
        ("2023年1月2日", "ymd", date(2023, 1, 2)),
        ("2023-01-02", "ymd", date(2023, 1, 2)),
        ("2023/1/2 08:30:00", "ymd", date(2023, 1, 2)),
        ("2023-01-02T08:30", "ymd", date(2023, 1, 2)),
        ("20230102", "ymd", date(2023, 1, 2)),
        ("２０２３．１．２", "ymd", date(2023, 1, 2)),
        ("1/2/2023", "mdy", date(2023, 1, 2)),
        ("1/2/2023", "dmy", date(2023, 2, 1)),
        ("1.2.23", "dmy", date(2023, 2, 1)),
        ("44928", "serial", date(2023, 1, 2)),
    ],
)
def test_it_reads(text, order, day):
    assert read_date(text, order) == day


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("13/1/2023", "mdy"),
        ("2/30/2023", "mdy"),
        ("2023-13-01", "ymd"),
        ("1/2/2023", "ymd"),
        ("soon", "mdy"),
        ("12", "serial"),
    ],
)
def test_it_refuses(text, order):
    assert read_date(text, order) is None


@pytest.mark.parametrize(
    "text",
    ["二〇二四年十一月二十日", "二零二四年十一月二十号", "24年11月20日", "2024 年 11 月 20 日", "2024年11月20日 9点"],
)
def test_it_reads_days_as_they_are_written_in_chinese(text):
    assert read_date(text, "ymd") == date(2024, 11, 20)


def votes(*values):
    made = DateVotes()
    made.add(values)
    return made


def test_one_value_above_twelve_proves_the_order():
    found = votes("1/2/2022", "3/4/2022", "1/13/2022")
    assert (found.order, found.ambiguous, found.mixed) == ("mdy", False, False)
    assert found.proof == {"mdy": "1/13/2022"}
    assert votes("1/2/2022", "13/1/2022").order == "dmy"


def test_without_proof_the_order_is_ambiguous():
    found = votes("1/2/2022", "3/4/2022")
    assert (found.order, found.ambiguous) == ("mdy", True)
    assert not votes("2022-01-02").ambiguous


def test_two_proofs_are_a_mix_and_the_majority_wins():
    found = votes("13/1/2022", "14/1/2022", "1/15/2022")
    assert (found.order, found.mixed) == ("dmy", True)


def test_no_dates_no_order():
    assert votes("red", "blue").order is None
