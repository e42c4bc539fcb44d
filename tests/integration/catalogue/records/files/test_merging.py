"""Files go with the value that holds them when two records become one, and come back with it."""

import pytest

pytestmark = pytest.mark.usefixtures("fields")
PDF = b"%PDF-1.7\n1 0 obj\n"


def test_a_file_that_is_taken_is_read_in_the_record_that_remains_and_again_where_it_was(send, fetch, make, ask):
    file = send("manager", "x_papers", PDF, name="合同.pdf")
    winner, loser = make(name="甲"), make(name="乙", x_papers=[file])
    body = {
        "winner": winner["id"], "loser": loser["id"], "take": ["x_papers"],
        "winner_version": winner["version"], "loser_version": loser["version"],
    }  # fmt: skip
    done = ask("manager", "POST", "duplicates/customer/merge", body)
    kept = ask("manager", "GET", f"records/customer/{winner['id']}")["record"]
    assert [one["id"] for one in kept["x_papers"]] == [file["id"]]
    assert fetch("manager", file).body == PDF

    ask("manager", "POST", f"duplicates/undo/{done['operation_id']}", {})
    again = ask("manager", "GET", f"records/customer/{loser['id']}")["record"]
    assert [one["id"] for one in again["x_papers"]] == [file["id"]]
    assert fetch("manager", file).body == PDF


def test_what_stood_there_before_is_held_again_after_an_undo(send, fetch, make, ask):
    first, second = (send("manager", "x_papers", PDF + end, name="合同.pdf") for end in (b"1", b"2"))
    winner, loser = make(name="甲", x_papers=[first]), make(name="乙", x_papers=[second])
    body = {
        "winner": winner["id"], "loser": loser["id"], "take": ["x_papers"],
        "winner_version": winner["version"], "loser_version": loser["version"],
    }  # fmt: skip
    done = ask("manager", "POST", "duplicates/customer/merge", body)
    fetch("manager", first, status=404)
    ask("manager", "POST", f"duplicates/undo/{done['operation_id']}", {})
    assert fetch("manager", first).body == PDF + b"1"
    assert fetch("manager", second).body == PDF + b"2"
