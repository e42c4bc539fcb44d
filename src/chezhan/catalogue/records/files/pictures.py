"""Pictures made anew: only what is seen stays, not where and by whom it was taken."""

import io
from dataclasses import dataclass
from typing import IO

from PIL import Image, ImageOps

from chezhan.catalogue.records.files.kinds import PICTURES
from chezhan.catalogue.records.files.refusals import BrokenPicture, PictureTooLarge

# What the cameras of present telephones give at most; a picture that unfolds to more is a trap.
MOST_DOTS = 50_000_000
SMALL = 400
QUALITY = 90


@dataclass(frozen=True, slots=True)
class Picture:
    """`whole` in the kind it came in, `small` as WebP, SMALL dots at its longer side."""

    whole: IO[bytes]
    small: IO[bytes]


def made_anew(*, kind: str, content: IO[bytes]) -> Picture:
    """Raises BrokenPicture, PictureTooLarge."""
    content.seek(0)
    form = PICTURES[kind].upper().replace("JPG", "JPEG")
    try:
        with Image.open(content, formats=[form]) as image:
            frames = getattr(image, "n_frames", 1)
            if image.width * image.height * frames > MOST_DOTS:
                raise PictureTooLarge(params={"most": MOST_DOTS // 1_000_000})
            return Picture(_whole(image, form, frames), _small(image))
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError, MemoryError) as error:
        raise BrokenPicture from error


def _whole(image: Image.Image, form: str, frames: int) -> IO[bytes]:
    made = io.BytesIO()
    if frames > 1:
        moves = {"duration": image.info.get("duration", 100), "loop": image.info.get("loop", 0)}
        image.info = {}
        image.save(made, form, save_all=True, **moves)
        return made
    profile = image.info.get("icc_profile")
    turned = ImageOps.exif_transpose(image)
    # Comments, places, names of cameras: all of it stands here and is written by nobody who is not told to.
    turned.info = {}
    options = {"JPEG": {"quality": QUALITY, "optimize": True}, "WEBP": {"quality": QUALITY}}.get(form, {})
    if profile and form != "GIF":
        options["icc_profile"] = profile
    turned.save(made, form, exif=b"", **options) if form != "GIF" else turned.save(made, form)
    return made


def _small(image: Image.Image) -> IO[bytes]:
    made = io.BytesIO()
    image.seek(0)
    one = ImageOps.exif_transpose(image)
    one.thumbnail((SMALL, SMALL))
    if one.mode not in ("RGB", "RGBA"):
        one = one.convert("RGBA" if "transparency" in one.info or "A" in one.mode else "RGB")
    one.info = {}
    one.save(made, "WEBP", quality=80)
    return made
