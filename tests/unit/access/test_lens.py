"""Roles add up, the ceiling cuts, and nothing is open that nobody opened."""

import pytest

from chezhan.access.lens import Shape, compile_lens
from chezhan.access.rights import (
    ALL_ROWS,
    NO_ROWS,
    OWN_ROWS,
    TEAM_ROWS,
    Action,
    FieldRight,
    Policy,
    Reach,
    Right,
    Rows,
    policy_as_json,
    policy_of_json,
)

HIDDEN, MASKED, READ, WRITE = (FieldRight(right) for right in Right)
SHAPE = Shape("customer", (("name", False, False), ("phone", True, False), ("x_note", False, True)))


def lens(*policies, ceiling=None):
    return compile_lens(shape=SHAPE, policies=policies, ceiling=ceiling)


def test_without_a_policy_there_is_nothing():
    nothing = lens()
    assert (nothing.open, dict(nothing.fields), nothing.actions) == (False, {}, frozenset())


def test_a_role_that_sees_no_rows_gives_no_field_and_no_action():
    shut = lens(Policy(NO_ROWS, WRITE, WRITE, actions=frozenset(Action)))
    assert (shut.open, dict(shut.fields), shut.actions) == (False, {}, frozenset())


def test_personal_data_has_a_right_of_its_own():
    seen = lens(Policy(ALL_ROWS, usual=WRITE, personal=MASKED))
    assert (seen.highest("name"), seen.highest("phone")) == (Right.WRITE, Right.MASKED)
    assert seen.everything


def test_a_named_field_stands_before_the_rest():
    seen = lens(Policy(ALL_ROWS, usual=READ, personal=READ, fields={"phone": HIDDEN}))
    assert seen.highest("phone") is Right.HIDDEN
    assert seen.where("phone", Right.MASKED) == ()


def test_ones_own_records_may_have_more():
    seen = lens(Policy(ALL_ROWS, usual=READ, personal=FieldRight(Right.MASKED, own=Right.READ)))
    assert seen.where("phone", Right.READ) == (frozenset({OWN_ROWS}),)
    assert seen.everywhere("phone", Right.MASKED)
    assert not seen.everywhere("phone", Right.READ)


def test_roles_add_up():
    of_own = Policy(OWN_ROWS, usual=WRITE, personal=WRITE, actions=frozenset({Action.DELETE}))
    of_all = Policy(ALL_ROWS, usual=READ, personal=MASKED, actions=frozenset({Action.EXPORT}))
    both = lens(of_own, of_all)
    assert both.everything
    assert both.where("name", Right.WRITE) == (frozenset({OWN_ROWS}),)
    assert both.everywhere("name", Right.READ)
    assert both.actions == {Action.DELETE, Action.EXPORT}


def test_the_ceiling_cuts_fields_rows_and_actions_of_every_role():
    most = Policy(TEAM_ROWS, usual=READ, personal=HIDDEN, actions=frozenset({Action.EXPORT}))
    cut = lens(Policy(ALL_ROWS, WRITE, WRITE, actions=frozenset(Action)), ceiling=most)
    assert (cut.highest("name"), cut.highest("phone")) == (Right.READ, Right.HIDDEN)
    assert cut.rows == (frozenset({TEAM_ROWS}),)
    assert cut.actions == {Action.EXPORT}


def test_a_ceiling_of_no_rows_closes_the_kind_to_everybody():
    assert not lens(Policy(ALL_ROWS, WRITE, WRITE), ceiling=Policy()).open


def test_a_wide_ceiling_opens_nothing():
    wide = Policy(ALL_ROWS, WRITE, WRITE, actions=frozenset(Action))
    assert lens(Policy(ALL_ROWS, READ, HIDDEN), ceiling=wide).highest("phone") is Right.HIDDEN


@pytest.mark.parametrize(("opened", "right"), [(True, Right.WRITE), (False, Right.HIDDEN)])
def test_added_fields_are_hidden_until_opened_unless_the_policy_takes_them(opened, right):
    assert lens(Policy(ALL_ROWS, WRITE, WRITE, opened=opened)).highest("x_note") is right


def test_naming_an_added_field_opens_it():
    assert lens(Policy(ALL_ROWS, READ, READ, {"x_note": READ}, opened=False)).highest("x_note") is Right.READ


def test_a_policy_survives_being_kept():
    policy = Policy(
        Rows(Reach.PREDICATE, '{"combinator":"and","rules":[]}'),
        FieldRight(Right.READ, own=Right.WRITE),
        MASKED,
        {"phone": HIDDEN},
        frozenset({Action.EXPORT}),
        opened=False,
    )
    assert policy_of_json(policy_as_json(policy)) == policy


@pytest.mark.parametrize(
    "broken",
    [
        {},
        {"rows": {"reach": "everything"}},
        policy_as_json(Policy()) | {"rows": {"reach": "predicate", "predicate": ""}},
        policy_as_json(Policy()) | {"rows": {"reach": "store", "predicate": "{}"}},
        policy_as_json(Policy()) | {"usual": {"right": "everything"}},
        policy_as_json(Policy()) | {"actions": ["fly"]},
    ],
)
def test_what_is_no_policy_is_refused(broken):
    with pytest.raises((KeyError, ValueError, TypeError)):
        policy_of_json(broken)


def test_who_sees_their_own_sees_what_is_nobodys_by_masks_where_they_may_take_it():
    fields = (("name", False, False), ("phone", True, False), ("state", False, False), ("cost", False, False))
    shape = Shape("lead", fields, nobodys="{}", taken_by="state")
    free = frozenset({Rows(Reach.PREDICATE, "{}")})
    of_own = Policy(OWN_ROWS, WRITE, WRITE, {"cost": HIDDEN}, frozenset({Action.DELETE}))
    seen = compile_lens(shape=shape, policies=[of_own], ceiling=None)
    assert set(seen.rows) == {frozenset({OWN_ROWS}), free} and not seen.everything
    assert (free in seen.where("name", Right.READ), free in seen.where("name", Right.WRITE)) == (True, False)
    assert (free in seen.where("phone", Right.MASKED), free in seen.where("phone", Right.READ)) == (True, False)
    assert seen.where("cost", Right.MASKED) == ()
    # Nobody who takes none, nor whose rows were chosen by a condition; and the ceiling cuts this as all.
    for other in (
        Policy(OWN_ROWS, WRITE, WRITE, {"state": READ}),
        Policy(Rows(Reach.PREDICATE, "{1}"), WRITE, WRITE),
        Policy(NO_ROWS, WRITE, WRITE),
    ):
        assert free not in compile_lens(shape=shape, policies=[other], ceiling=None).rows
    capped = compile_lens(shape=shape, policies=[of_own], ceiling=Policy(TEAM_ROWS, READ, HIDDEN))
    assert free not in capped.rows and capped.where("phone", Right.MASKED) == ()
