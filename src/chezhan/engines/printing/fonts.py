"""The font that paper is set in: it comes with the product, so that every machine prints alike."""

from collections.abc import Callable
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from PIL import ImageFont

from chezhan.engines.printing.refusals import NoChineseFont

# Noto Sans SC and Noto Serif SC, under the SIL Open Font License.
PACKAGE = "pylopdf_fonts_zh_cn"
FAMILY, FILE = "Noto Sans SC", "NotoSansSC-Regular.otf"
# No character at all: what a font shows for it is what it shows for all that it lacks.
NO_SIGN = "\U0010fffd"


@lru_cache(maxsize=1)
def font_folder() -> Path:
    """Raises NoChineseFont."""
    found = find_spec(PACKAGE)
    folder = Path(found.origin).parent if found and found.origin else None
    if folder is None or not (folder / FILE).is_file():
        raise NoChineseFont
    return folder


def missing_signs(text: str) -> str:
    """Those that the font has no picture of, each once, in order: typst would leave boxes and say nothing."""
    known = _known()
    return "".join(sign for sign in dict.fromkeys(text) if not sign.isspace() and not known(sign))


@lru_cache(maxsize=1)
def _known() -> Callable[[str], bool]:
    face = ImageFont.truetype(str(font_folder() / FILE), 16)
    nothing = bytes(face.getmask(NO_SIGN))

    @lru_cache(maxsize=20_000)
    def known(sign: str) -> bool:
        return ord(sign) < 0x7F or bytes(face.getmask(sign)) != nothing

    return known
