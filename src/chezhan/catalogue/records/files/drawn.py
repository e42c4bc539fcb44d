"""A signature that a stranger drew by finger, as a page sends it: a PNG as a data address."""

import base64
import binascii

from chezhan.kernel.errors import AppError, Invalid

PREFIX, MOST_BYTES = "data:image/png;base64,", 300_000


class BadPicture(Invalid):
    code = "signature_unreadable"
    message = "The signature could not be read; sign again."


class PictureTooBig(AppError):
    code = "signature_too_big"
    status = 413
    message = "The signature is too big; sign again."


def png_of(picture: str) -> bytes:
    """Raises BadPicture, PictureTooBig."""
    if not picture.startswith(PREFIX):
        raise BadPicture
    if len(picture) > MOST_BYTES * 4 // 3:
        raise PictureTooBig
    try:
        return base64.b64decode(picture.removeprefix(PREFIX), validate=True)
    except binascii.Error:
        raise BadPicture from None
