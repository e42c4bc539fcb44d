import pytest

from chezhan.catalogue.importing.repair import is_lost, repair_text


@pytest.mark.parametrize(
    ("garbled", "sound"),
    [
        ("Double\u00c2\u00a0Overhead Camshaft", "Double Overhead Camshaft"),
        ("ä¸Šæµ·", "上海"),
        ("ÉÏº£", "上海"),
        ("Ã©lan", "élan"),
        ("\ufeffA-1\u200b", "A-1"),
    ],
)
def test_it_repairs(garbled, sound):
    assert repair_text(garbled) == sound


@pytest.mark.parametrize(
    "sound", ["Overhead Camshaft", "张伟", "上海“大众”", "Citroën C4", "Škoda", "José", "L’Hôtel", "Čeněk", "ÄÖÜ"]
)
def test_it_leaves_sound_text_alone(sound):
    assert repair_text(sound) == sound


def test_it_knows_text_that_nothing_can_restore():
    assert is_lost("锟斤拷")
    assert is_lost("Caf\ufffd")
    assert not is_lost("张伟")
