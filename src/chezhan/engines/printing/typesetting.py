"""A document into a PDF or pictures, by a process of its own that may use only so much memory and time."""

import subprocess
import sys
import tempfile
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any

import orjson

from chezhan.engines.printing.fonts import FAMILY, font_folder, missing_signs
from chezhan.engines.printing.refusals import NotPrinted, PrintBusy
from chezhan.engines.printing.sheet import SHEET
from chezhan.kernel import clock

SECONDS, WAIT, AT_ONCE, DOCUMENT_BYTES = 25, 15, 2, 8_000_000
CHILD = Path(__file__).with_name("child.py")
_room = BoundedSemaphore(AT_ONCE)


def set_pdf(document: dict[str, Any]) -> bytes:
    """Characters that the font lacks are named at the end. Raises NoChineseFont, NotPrinted, PrintBusy."""
    return _set(document, pictures=False)


def set_pictures(document: dict[str, Any]) -> dict[str, Any]:
    """{pages: how many there are, pictures: the first of them as PNG in base64}. Raises as set_pdf."""
    told: dict[str, Any] = orjson.loads(_set(document, pictures=True))
    return told


def _set(document: dict[str, Any], *, pictures: bool) -> bytes:
    fonts = str(font_folder())
    lacking = missing_signs(orjson.dumps(document).decode())
    doc = orjson.dumps(document | {"font": FAMILY, "lacking": [f"U+{ord(sign):04X}" for sign in lacking]})
    if len(doc) > DOCUMENT_BYTES:
        raise NotPrinted
    at = int(clock.now().timestamp())
    asked = orjson.dumps({"sheet": SHEET, "doc": doc.decode(), "fonts": fonts, "pictures": pictures, "at": at})
    if not _room.acquire(timeout=WAIT):
        raise PrintBusy
    try:
        # A fresh folder for each: nobody else can have laid a link into it.
        with tempfile.TemporaryDirectory(prefix="chezhan-print-") as folder:
            done = subprocess.run(
                [sys.executable, "-I", str(CHILD)],
                input=asked,
                capture_output=True,
                timeout=SECONDS,
                check=True,
                cwd=folder,
                env={},
            )
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError) as error:
        raise NotPrinted from error
    finally:
        _room.release()
    return done.stdout
