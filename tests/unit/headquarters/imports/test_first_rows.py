from chezhan.catalogue.importing.first_rows import FirstRows


def test_it_remembers_the_first_row_of_every_key_as_it_grows():
    seen = FirstRows()
    assert [seen.claim(f"key {row}", row) for row in range(1, 100_001)] == [0] * 100_000
    assert [seen.claim(f"key {row}", 7) for row in (1, 50_000, 100_000)] == [1, 50_000, 100_000]


def test_an_asked_key_keeps_its_first_row():
    seen = FirstRows()
    assert [seen.claim("a", 2), seen.claim("a", 3), seen.claim("a", 4)] == [0, 2, 2]
