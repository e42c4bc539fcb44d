"""The functions of functions.sql, as migrations of `public` make them."""

from pathlib import Path

from chezhan.kernel.searching.pinyin import readings_as_json


def functions() -> str:
    return (Path(__file__).parent / "functions.sql").read_text().replace("{READINGS}", readings_as_json())
