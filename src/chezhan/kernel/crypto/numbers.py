"""Numbers that count something, told as ids that count nothing: from a gap between two one learns of what is hidden."""

from uuid import UUID

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from chezhan.kernel.crypto.data_keys import DataKey
from chezhan.kernel.crypto.errors import SealBroken

NUMBER_BYTES, CHECK_BYTES = 8, 8


def hide_number(*, key: DataKey, purpose: str, number: int) -> UUID:
    """Always the same for one number, purpose and store, in no order. `number`: from 0 to 2^64 - 1."""
    block = bytes(CHECK_BYTES) + number.to_bytes(NUMBER_BYTES, "big")
    encryptor = _cipher(key, purpose).encryptor()
    return UUID(bytes=encryptor.update(block) + encryptor.finalize())


def show_number(*, key: DataKey, purpose: str, hidden: UUID) -> int:
    """Raises SealBroken for what hide_number did not answer."""
    decryptor = _cipher(key, purpose).decryptor()
    block = decryptor.update(hidden.bytes) + decryptor.finalize()
    if block[:CHECK_BYTES] != bytes(CHECK_BYTES):
        raise SealBroken
    return int.from_bytes(block[CHECK_BYTES:], "big")


def _cipher(key: DataKey, purpose: str) -> Cipher:
    # One block each, and equal for equal numbers on purpose: an id has to stay the same.
    return Cipher(algorithms.AES(key.index_key(purpose)), modes.ECB())
