"""What one may not see makes no difference to any answer; `make torture NAME=fieldpolicy` asks much more."""

import pytest

from chezhan.access.lens import Lens
from tests.bench.fieldpolicy.all_doors import DOORS
from tests.bench.fieldpolicy.replaying import Replay, rounds
from tests.bench.fieldpolicy.twins import make_twins
from tests.bench.fieldpolicy.uncovered import uncovered_operations
from tests.bench.fieldpolicy.values import untold

# Personal data that is sealed, at every door; a link at those that go through one.
SEALED, LINK = "customer.phone of others", "vehicle.customer"
ALONG_LINKS = frozenset(
    {
        "list_all", "detail", "related_rows", "display_names", "filters_through_a_link", "filters_by_what_belongs_here",
        "sorts_through_a_link", "group", "exports", "timeline", "personal_data", "replies_to_a_change", "searches",
    }
)  # fmt: skip


@pytest.fixture
def replay(cast):
    return Replay(make_twins(cast))


def test_every_operation_of_a_store_has_a_door():
    assert not uncovered_operations()


def test_every_type_of_field_has_values_to_hide():
    assert not untold()


def test_a_hidden_value_makes_no_difference_at_any_door(replay):
    by_name = {str(one): one for one in rounds(replay.twins)}
    replay.play(by_name[LINK], doors=ALONG_LINKS)
    replay.play(by_name[SEALED])
    assert (replay.counts["leaked"], replay.counts["broken"]) == (0, 0)
    assert set(replay.spoken) == set(DOORS)


def test_without_the_lens_it_would(replay, monkeypatch):
    monkeypatch.setattr(Lens, "where", lambda self, name, right: (frozenset(),) if self.rows else ())
    by_name = {str(one): one for one in rounds(replay.twins)}
    replay.play(by_name["customer.annual_income"], doors=("detail", "list_all", "filters"))
    assert replay.counts["leaked"]
