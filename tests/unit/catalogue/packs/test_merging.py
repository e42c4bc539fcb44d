"""Three-way merge: what one side changed is taken, what both changed differently is asked, and nothing else happens."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chezhan.catalogue.packs.merging import NOTHING, differences, merge

plain = st.none() | st.booleans() | st.integers(-3, 3) | st.sampled_from("abc")
names = st.sampled_from(["name", "text", "days", "side", "after", "unit", "rules"])
rows = st.lists(st.fixed_dictionaries({"id": st.sampled_from("abcd"), "v": st.integers(0, 3)}), max_size=4)
values = st.recursive(
    plain, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=4) | rows, max_leaves=12
)
wholes = st.dictionaries(names, values, max_size=4)


@given(base=wholes, other=wholes)
def test_what_one_side_alone_changed_is_taken_whole(base, other):
    for sides in ({"mine": base, "theirs": other}, {"mine": other, "theirs": base}):
        merged = merge(base=base, **sides)
        assert merged.value == other
        assert merged.conflicts == ()
    assert merge(base=base, mine=other, theirs=other).value == other


@given(base=wholes, mine=wholes, theirs=wholes)
def test_whoever_is_asked_gets_what_was_chosen_and_either_way_nothing_stays_open(base, mine, theirs):
    found = merge(base=base, mine=mine, theirs=theirs)
    assert found.open == found.conflicts
    for side in ("mine", "theirs"):
        choices = {one.path: side for one in found.conflicts}
        settled = merge(base=base, mine=mine, theirs=theirs, choices=choices)
        assert settled.open == ()
        # What was put together can be put together again, and stays.
        assert merge(base=base, mine=settled.value, theirs=theirs, choices=choices).value == settled.value
    mirrored = merge(base=base, mine=theirs, theirs=mine)
    assert {one.path for one in mirrored.conflicts} == {one.path for one in found.conflicts}
    if not found.conflicts:
        assert unordered(mirrored.value) == unordered(found.value)


@given(before=wholes, after=wholes)
def test_differences_are_none_of_the_same_and_some_of_others(before, after):
    assert differences(before=before, after=before) == []
    told = differences(before=before, after=after)
    if unordered(before) != unordered(after):
        assert told
    assert all(one.before is not one.after for one in told)


def unordered(value: Any) -> str:
    """Members of a list in any order: which of two additions stands first says nothing."""
    if isinstance(value, dict):
        return str({name: unordered(one) for name, one in sorted(value.items())})
    return str(sorted(unordered(one) for one in value)) if isinstance(value, list) else repr(value)


TRIGGER = {"kind": "due", "days": 30, "side": "before"}
RULE: dict[str, Any] = {"trigger": TRIGGER, "actions": [{"kind": "task", "within": 2, "unit": "hours"}]}


@pytest.mark.parametrize(
    ("mine", "theirs", "value", "paths"),
    [
        # Different places of one item.
        ({"trigger": TRIGGER | {"days": 15}}, {"stop": True}, {"days": 15, "stop": True}, []),
        # The same place, differently.
        (
            {"trigger": TRIGGER | {"days": 15}},
            {"trigger": TRIGGER | {"days": 7}},
            {"days": 15},
            ["trigger/days,side"],
        ),
        # One thing of two members: 5 hours by the store and 2 days by the pack never become 5 days.
        (
            {"actions": [{"kind": "task", "within": 5, "unit": "hours"}]},
            {"actions": [{"kind": "task", "within": 2, "unit": "days"}]},
            {"within": 5, "unit": "hours"},
            ["actions/task/within,unit"],
        ),
        # Another kind of thing is never mixed with what it was.
        ({"trigger": TRIGGER | {"days": 15}}, {"trigger": {"kind": "created"}}, {"days": 15}, ["trigger"]),
        # Members of lists by what tells them apart.
        (
            {"actions": [*RULE["actions"], {"kind": "tag"}]},
            {"actions": [{"kind": "task", "within": 9, "unit": "hours"}]},
            {"within": 9, "actions": 2},
            [],
        ),
    ],
)
def test_what_means_something_together_is_one_place(mine, theirs, value, paths):
    merged = merge(base=RULE, mine=RULE | mine, theirs=RULE | theirs)
    assert [one.path for one in merged.conflicts] == paths
    told = {
        **merged.value["trigger"], **merged.value["actions"][0],
        "stop": merged.value.get("stop"), "actions": len(merged.value["actions"]),
    }  # fmt: skip
    assert value.items() <= told.items()


def test_what_was_taken_away_by_one_and_changed_by_the_other_is_asked():
    base = {"actions": [{"id": "a", "v": 1}, {"id": "b", "v": 1}]}
    mine, theirs = {"actions": [{"id": "a", "v": 1}]}, {"actions": [{"id": "a", "v": 1}, {"id": "b", "v": 2}]}
    (conflict,) = merge(base=base, mine=mine, theirs=theirs).conflicts
    assert (conflict.path, conflict.mine, conflict.theirs) == ("actions/b", NOTHING, {"id": "b", "v": 2})
    chosen = merge(base=base, mine=mine, theirs=theirs, choices={"actions/b": "theirs"})
    assert chosen.value == theirs
    assert merge(base=base, mine=mine, theirs=theirs, choices={"actions/b": "mine"}).value == mine
