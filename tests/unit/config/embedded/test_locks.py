import os

import pytest

from chezhan.config.embedded.locks import AlreadyRunning, hold_lock


def test_a_second_holder_is_refused_and_told_who_has_it(tmp_path):
    with (
        hold_lock(folder=tmp_path, what="Chezhan"),
        pytest.raises(AlreadyRunning, match=f"Chezhan: already running from .* \\(process {os.getpid()}\\)"),
        hold_lock(folder=tmp_path, what="Chezhan"),
    ):
        pass


def test_it_is_free_again_afterwards(tmp_path):
    with hold_lock(folder=tmp_path, what="Chezhan"):
        pass
    with hold_lock(folder=tmp_path, what="Chezhan"):
        assert (tmp_path / "lock").read_text() == str(os.getpid())
