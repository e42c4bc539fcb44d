"""A line of the log is JSON, knows its request, and holds no personal data."""

import io
import json
import logging
import logging.config

import pytest
import structlog

from chezhan.config.observability.logs import LOGGING


@pytest.fixture
def written():
    stream = io.StringIO()
    logger = logging.getLogger("chezhan.test")
    handler = logging.StreamHandler(stream)
    formatter = dict(LOGGING["formatters"]["json"])
    handler.setFormatter(formatter.pop("()")(**formatter))
    logger.addHandler(handler)
    logger.propagate = False
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    logger.removeHandler(handler)
    logger.propagate = True


def test_a_line_carries_the_request_and_the_store(written):
    with structlog.contextvars.bound_contextvars(request_id="abc", store="north"):
        structlog.get_logger("chezhan.test").warning("import_refused", rows=3)
    (line,) = written()
    assert (line["event"], line["request_id"], line["store"], line["rows"]) == ("import_refused", "abc", "north", 3)


def test_personal_data_in_a_line_or_its_traceback_is_scrubbed(written):
    try:
        raise ValueError("customer 13800138000")
    except ValueError:
        logging.getLogger("chezhan.test").exception("failed for %s", "wang@example.com")
    (line,) = written()
    text = json.dumps(line)
    assert "ValueError" in text
    assert "13800138000" not in text and "wang@example.com" not in text
