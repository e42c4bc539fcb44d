"""The process that sets paper: what people write is shown and never run, and nothing is reached from there."""

import subprocess
import sys
from pathlib import Path

import pytest

from chezhan.engines.printing import child, typesetting
from chezhan.engines.printing.fonts import missing_signs
from chezhan.engines.printing.sheet import SHEET
from chezhan.engines.printing.typesetting import set_pdf, set_pictures
from chezhan.kernel.errors import AppError

HOSTILE = '#read("/etc/passwd") #import "@preview/cetz:0.2.0" $x$ *a* #sys.inputs ]#panic()[ \\u{41} <end> @page'
PAPER = {"kind": "a5", "width": 148, "height": 210, "margin": 12, "rim": 15, "size": 9.5}


def document(*blocks, records=1, **more):
    record = {"header": [HOSTILE], "footer": [{"kind": "page"}, "/", {"kind": "pages"}], "blocks": list(blocks)}
    words = {"none": "无", "more": "多", "lacking": "缺", "total": "合计"}
    return {"title": HOSTILE, "language": "zh", "paper": PAPER, "records": [record] * records, "words": words} | more


def text(said):
    return {"kind": "text", "lines": [[said]], "size": "normal", "align": "left", "bold": False}


def refused(code="print_too_much"):
    with pytest.raises(AppError) as error:
        set_pdf(document(text("x")))
    assert error.value.code == code


def test_what_people_write_is_shown_and_never_run():
    cells = {"kind": "rows", "heads": [HOSTILE], "right": [False], "cells": [[HOSTILE]], "total": [], "more": 1}
    facts = {"kind": "facts", "columns": 2, "pairs": [[HOSTILE, HOSTILE]]}
    heading = {"kind": "heading", "level": 1, "align": "center", "text": [HOSTILE]}
    signed = {"kind": "signatures", "names": [[HOSTILE]]}
    assert set_pdf(document(text(HOSTILE), cells, facts, heading, signed)).startswith(b"%PDF-")


def test_paper_is_the_same_for_the_same_document(monkeypatch):
    now = typesetting.clock.now()
    monkeypatch.setattr("chezhan.kernel.clock.now", lambda: now)
    assert set_pdf(document(text("车栈"))) == set_pdf(document(text("车栈")))


def test_records_begin_on_a_page_of_their_own():
    shown = set_pictures(document(text("甲"), {"kind": "break"}, text("乙"), records=2))
    assert (shown["pages"], len(shown["pictures"])) == (4, 4)


@pytest.mark.parametrize(
    "program",
    [
        '#read("/etc/passwd")',
        '#read("../../etc/passwd")',
        '#import "@preview/cetz:0.2.0"',
        '#include "a.typ"',
        "#panic()",
    ],
)
def test_a_text_that_became_a_program_would_reach_nothing(monkeypatch, program):
    monkeypatch.setattr(typesetting, "SHEET", program)
    refused()


def test_a_link_out_of_the_folder_leads_nowhere_since_each_folder_is_fresh(monkeypatch, tmp_path):
    (tmp_path / "secret.txt").write_text("secret")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(typesetting, "SHEET", '#read("secret.txt")')
    refused()


def test_the_sheet_itself_brings_nothing_in():
    assert not any(word in SHEET for word in ("import", "include", "read(", "plugin", "eval("))


def test_the_process_makes_no_socket():
    program = (
        f"import sys; sys.path.insert(0, {str(Path(child.__file__).parent)!r}); import child, socket; "
        "socket.socket().close(); print('before'); child.shut_off(); socket.socket()"
    )
    done = subprocess.run([sys.executable, "-I", "-c", program], capture_output=True, text=True, check=False)
    assert done.stdout == "before\n" and "PermissionError" in done.stderr


def test_a_program_without_an_end_is_ended(monkeypatch):
    loops = "for a in range(9999) { for b in range(9999) { for c in range(9999) { } } }"
    monkeypatch.setattr(typesetting, "SHEET", f"#{loops}")
    monkeypatch.setattr(typesetting, "SECONDS", 2)
    refused()


def test_a_document_beyond_its_size_is_refused_before_it_is_set(monkeypatch):
    monkeypatch.setattr(typesetting, "DOCUMENT_BYTES", 100)
    refused()


def test_who_finds_both_places_taken_is_asked_to_wait(monkeypatch):
    monkeypatch.setattr(typesetting, "WAIT", 0)
    with typesetting._room, typesetting._room:
        refused("print_busy")
    assert set_pdf(document(text("x"))).startswith(b"%PDF-")


def test_characters_without_a_picture_are_known_and_named():
    assert missing_signs("车栈 Chezhan ¥12,800.00 沪A·12345 堃喆") == ""
    assert missing_signs("车\U0001f697") == "\U0001f697"


def test_without_its_font_nothing_is_printed(monkeypatch):
    def _lost():
        from chezhan.engines.printing.refusals import NoChineseFont  # noqa: PLC0415

        raise NoChineseFont

    monkeypatch.setattr(typesetting, "font_folder", _lost)
    refused("print_no_font")
