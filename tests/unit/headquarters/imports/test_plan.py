from decimal import Decimal

import pytest

from chezhan.headquarters.imports.notices import column_notices, file_notices, store_notices
from chezhan.headquarters.imports.parts import read_part
from chezhan.headquarters.imports.plan import make_plan
from tests.factories.sales_files import REAL_FILE, count_plainly, files_to_import
from tests.unit.headquarters.imports.conftest import plan_path


def tallies(plan, kind):
    return {
        (entry["target"], entry["code"]): entry["count"] for entry in plan.tallies.values() if entry["kind"] == kind
    }


def test_the_plan_agrees_with_a_plain_count_of_the_file(tmp_path):
    for file in files_to_import(tmp_path):
        made = plan_path(file.path, tmp_path / "plan")
        plan = made.plan
        assert (plan.rows, plan.good, plan.bad, plan.amount) == (file.rows, file.rows, 0, Decimal(file.total))
        assert {part.name for part in plan.parts} == file.stores
        assert tallies(plan, "error") == {}
        assert tallies(plan, "warning") == {("customer_phone", "phone_short"): file.rows}
        engine = next(column for column in made.profile.columns if column.header == "Engine")
        assert engine.repaired == file.garbled
        assert engine.repairs == {"Double\u00c2\u00a0Overhead Camshaft": "Double Overhead Camshaft"}
        cells = {}
        for part in plan.parts:
            for row in read_part(path=made.folder / part.file):
                cell = cells.setdefault((part.name, row["ordered_on"][:7]), [0, 0])
                cell[0] += 1
                cell[1] += int(row["price"])
        assert cells == dict(file.cells)


if REAL_FILE.exists():

    def test_the_figures_of_the_real_file():
        file = count_plainly(REAL_FILE)
        assert (file.rows, file.total, len(file.stores), file.garbled) == (23_906, 671_525_465, 28, 12_571)


def test_a_preview_shows_rows_as_read_and_as_understood(planned):
    made = planned("North,A1,1/13/2022,$100,Ann", "North,A2,32/1/2022,200,Ben")
    first, second = made.plan.preview
    assert first["read"] == ["North", "A1", "1/13/2022", "$100", "Ann"]
    assert first["understood"]["price"] == "100"
    assert first["understood"]["ordered_on"] == "2022-01-13"
    assert [fault["code"] for fault in second["faults"]] == ["bad_date"]


def test_a_preview_is_short(planned):
    made = planned(*(f"North,A{i},1/13/2022,100,Ann" for i in range(50)))
    assert [entry["row"] for entry in made.plan.preview] == list(range(2, 22))


def test_a_bad_row_is_refused_with_all_its_reasons_and_the_others_go_in(planned):
    made = planned(
        "North,A1,1/13/2022,100,Ann",
        ",A2,1/32/2022,dear,",
        "North,A3,1/13/2022,100,Cleo",
    )
    assert (made.plan.good, made.plan.bad) == (2, 1)
    (entry,) = made.refused
    assert entry["row"] == 3
    assert entry["cells"] == ["", "A2", "1/32/2022", "dear", ""]
    assert [(fault["target"], fault["code"]) for fault in entry["faults"]] == [
        ("store", "required"),
        ("ordered_on", "bad_date"),
        ("price", "bad_money"),
        ("customer_name", "required"),
    ]
    assert entry["faults"][1]["params"] == {"order": "mdy"}
    assert entry["faults"][2]["value"] == "dear"


def test_a_repeated_number_in_one_store_is_refused_and_names_the_first(planned):
    made = planned(
        "North,A1,1/13/2022,100,Ann",
        "South,A1,1/13/2022,100,Ann",
        " NORTH ,A1,1/14/2022,900,Ben",
    )
    (entry,) = made.refused
    assert (entry["row"], entry["faults"][0]["code"], entry["faults"][0]["params"]) == (
        4,
        "duplicate_key",
        {"first_row": 2},
    )
    assert made.plan.amount == 200


def test_ragged_rows_keep_their_cells(planned):
    made = planned("North,A1,1/13/2022", "North,A2,1/13/2022,100,Ann")
    (entry,) = made.refused
    assert entry["cells"] == ["North", "A1", "1/13/2022"]
    assert entry["faults"][0] == {
        "target": None,
        "code": "ragged_row",
        "params": {"cells": 3, "headers": 5},
        "value": "",
    }
    assert made.plan.good == 1


def test_spellings_of_one_store_are_one_store_and_reported(planned):
    made = planned("North Motors,A1,1/13/2022,100,Ann", "north  motors,A2,1/13/2022,100,Ann")
    (part,) = made.plan.parts
    assert (part.name, part.rows) == ("North Motors", 2)
    (notice,) = store_notices(parts=made.plan.parts)
    assert (notice["code"], notice["params"]) == ("store_spellings", {"spellings": "North Motors / north motors"})


def test_the_order_of_dates_is_told_with_its_proof(planned):
    sure = planned("North,A1,1/13/2022,100,Ann")
    (notice,) = column_notices(columns=sure.profile.columns, mapping=sure.mapping)
    assert (notice["code"], notice["params"]) == ("date_order", {"order": "mdy", "proof": "1/13/2022"})
    unsure = planned("North,A1,1/3/2022,100,Ann")
    (notice,) = column_notices(columns=unsure.profile.columns, mapping=unsure.mapping)
    assert (notice["level"], notice["code"]) == ("warning", "date_order_ambiguous")


def test_money_of_another_country_is_pointed_out(planned):
    made = planned("North,A1,1/13/2022,100,Ann", header="Store,Number,Date,Price ($),Customer Name")
    codes = [notice["code"] for notice in column_notices(columns=made.profile.columns, mapping=made.mapping)]
    assert codes == ["date_order", "currency_other"]


def test_a_header_that_looks_like_data_is_pointed_out(planned):
    made = planned("North,A2,1/13/2022,100,Ann", header="North,A1,1/12/2022,100,Ben")
    assert [notice["code"] for notice in file_notices(shape=made.shape)] == ["header_looks_like_data"]


def test_a_plan_that_is_stopped_leaves_the_former_one(planned):
    made = planned("North,A1,1/13/2022,100,Ann")

    def stop(rows):
        raise InterruptedError

    with pytest.raises(InterruptedError):
        make_plan(
            path=made.folder.parent / "upload.csv",
            shape=made.shape,
            mapping=made.mapping,
            folder=made.folder,
            today="2026-11-22",
            progress=stop,
        )
    assert [row["number"] for row in read_part(path=made.folder / made.plan.parts[0].file)] == ["A1"]


def test_reading_a_part_can_begin_in_the_middle(planned):
    made = planned(*(f"North,A{i},1/13/2022,100,Ann" for i in range(10)))
    assert [row["row"] for row in read_part(path=made.folder / made.plan.parts[0].file, skip=8)] == [10, 11]
