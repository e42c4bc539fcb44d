"""The web application with the keys of requests looked at by nobody: a switch of the torture alone, in memory."""

from chezhan.config.wsgi import application

__all__ = ["application"]

from chezhan.config.middleware import once


def _all_are_new(**asked: object) -> None:
    return None


once.claim = _all_are_new
