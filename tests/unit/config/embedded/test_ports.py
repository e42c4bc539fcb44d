import os
import socket

import pytest

from chezhan.config.embedded.errors import ServiceFailure
from chezhan.config.embedded.ports import find_free_port, require_free_port


def test_a_port_from_the_kernel_is_free():
    require_free_port(host="127.0.0.1", port=find_free_port())


def test_a_port_in_use_is_refused_with_the_program_and_another_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        with pytest.raises(ServiceFailure) as refusal:
            require_free_port(host="127.0.0.1", port=port)
    assert f"process {os.getpid()}" in str(refusal.value)
    assert f"PORT={port + 1}" in str(refusal.value)


def test_a_host_that_is_not_ours_is_refused():
    with pytest.raises(ServiceFailure, match="HOST=no such host"):
        require_free_port(host="no such host", port=8000)
