"""A line of the log is JSON, knows its request, and holds no personal data."""

import io
import json
import logging
import logging.config

import pytest
import structlog
from django.test import Client

from chezhan.config.celery import app
from chezhan.config.observability.logs import LOGGING
from chezhan.config.observability.tasks import name_the_task


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


def test_a_request_is_one_line_with_its_route_and_without_its_address():
    with structlog.testing.capture_logs() as lines:
        Client().post("/invite/the-key?phone=13800138000")
    (line,) = [line for line in lines if line["event"] == "request"]
    assert (line["method"], line["status"]) == ("POST", 405)
    assert "13800138000" not in str(line)
    assert "the-key" not in str(line)


def test_a_task_is_named_and_forgets_the_one_before():
    with structlog.contextvars.bound_contextvars(store="north"):
        name_the_task(task_id="01a200cb-c8c8-71d0-a0e3-d98b9e6810fb", task=app.tasks["celery.chain"])
        assert structlog.contextvars.get_contextvars() == {"request_id": "d98b9e6810fb", "task": "celery.chain"}
    structlog.contextvars.clear_contextvars()
