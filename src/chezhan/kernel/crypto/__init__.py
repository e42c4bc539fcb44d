"""Envelope encryption: a master key wraps a key per store, which seals values. Knows no tables.

A sealed value stands where it was sealed: another store's key, or another purpose (column), does not open it.
"""

from chezhan.kernel.crypto.data_keys import DataKey, make_data_key, open_data_key, rewrap_data_key
from chezhan.kernel.crypto.errors import MasterKeyMissing, MasterKeyUnknown, SealBroken
from chezhan.kernel.crypto.numbers import hide_number, show_number
from chezhan.kernel.crypto.sealing import blind_index, nonces, seal, seal_as, tail, unseal

__all__ = [
    "DataKey",
    "MasterKeyMissing",
    "MasterKeyUnknown",
    "SealBroken",
    "blind_index",
    "hide_number",
    "make_data_key",
    "nonces",
    "open_data_key",
    "rewrap_data_key",
    "seal",
    "seal_as",
    "show_number",
    "tail",
    "unseal",
]
