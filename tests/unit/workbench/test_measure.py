import pytest

from tests.workbench.measure import BadRequest, find_module


@pytest.fixture
def folder(tmp_path):
    for name in ("bench_request.py", "bench_bundle.py", "torture_tenancy.py"):
        (tmp_path / name).touch()
    return tmp_path


def test_a_measurement_is_found_by_kind_and_name(folder):
    found = find_module(kind="torture", name="tenancy", size="full", folder=folder)
    assert found == "tests.bench.torture_tenancy"


@pytest.mark.parametrize("name", ["", "tenancy", "../secrets"])
def test_an_unknown_name_is_answered_with_those_there_are(folder, name):
    with pytest.raises(BadRequest, match="NAME must be one of: bundle, request"):
        find_module(kind="bench", name=name, size="small", folder=folder)


def test_an_unknown_size_is_refused(folder):
    with pytest.raises(BadRequest, match="small or full"):
        find_module(kind="bench", name="request", size="huge", folder=folder)
