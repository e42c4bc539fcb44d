import socket

import psutil

from chezhan.config.embedded.errors import ServiceFailure


def find_free_port() -> int:
    """Asks the kernel. Another program may take it a moment later: who starts a service on it tries again."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def require_free_port(*, host: str, port: int) -> None:
    """Raises ServiceFailure that names the program in the way, where it can be known."""
    try:
        [(family, kind, _, _, address), *_] = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError:
        raise ServiceFailure(f"HOST={host} is not an address of this machine. Try HOST=127.0.0.1.") from None
    with socket.socket(family, kind) as probe:
        # as the web server does: a port in TIME_WAIT counts as free
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(address)
        except PermissionError:
            raise ServiceFailure(
                f"Port {port} needs more rights than you have. Choose one above 1023: make run PORT=8000"
            ) from None
        except OSError as error:
            raise ServiceFailure(
                f"Port {port} on {host} is in use{_name_listener(port)} ({error.strerror}). "
                f"Stop that program, or choose another port: make run PORT={port + 1}"
            ) from None


def _name_listener(port: int) -> str:
    try:
        found = [c for c in psutil.net_connections("tcp") if c.status == "LISTEN" and c.laddr.port == port]
        pid = next((c.pid for c in found if c.pid), None)
        return f" by {psutil.Process(pid).name()} (process {pid})" if pid else ""
    except psutil.Error:
        return ""
