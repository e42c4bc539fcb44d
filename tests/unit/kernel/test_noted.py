"""What was dealt with is remembered by key, up to a limit."""

from chezhan.kernel.noted import Noted


def test_what_was_added_is_unknown_under_another_key_alone():
    noted = Noted(limit=10)
    noted.add("a", [b"1", b"2"])
    assert noted.unknown("a", [b"2", b"3", b"3"]) == [b"3"]
    assert noted.unknown("b", [b"2"]) == [b"2"]


def test_what_was_asked_for_least_recently_is_forgotten_first():
    noted = Noted(limit=4)
    noted.add("old", [b"1", b"2"])
    noted.add("new", [b"1", b"2"])
    noted.unknown("old", [])
    noted.add("more", [b"1"])
    assert noted.unknown("old", [b"1"]) == []
    assert noted.unknown("new", [b"1"]) == [b"1"]
    assert noted.unknown("more", [b"1"]) == []
