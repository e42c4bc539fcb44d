"""A browser on the built product, at the two widths people use; pictures are kept in var/screenshots."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.e2e.site import ROOT, running_site

SCREENSHOTS = ROOT / "var" / "screenshots"
WIDTHS = {"desktop": {"width": 1440, "height": 900}, "phone": {"width": 390, "height": 844}}
CHROMIUM_FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--lang=zh-CN",
]  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "/e2e/" in str(item.path):
            item.add_marker(pytest.mark.e2e)
            item.add_marker(pytest.mark.xdist_group("e2e"))


@pytest.fixture(scope="session")
def address(database, tmp_path_factory) -> Iterator[str]:
    with running_site(database=database.name, files=tmp_path_factory.mktemp("var")) as address:
        yield address


@pytest.fixture(scope="module")
def browser(address) -> Iterator[Browser]:
    # Playwright keeps an event loop in this thread, where Django would refuse to work: it ends with the module.
    allowed = pytest.MonkeyPatch()
    allowed.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    with sync_playwright() as playwright:
        executable = os.environ.get("CHEZHAN_CHROMIUM") or None
        browser = playwright.chromium.launch(executable_path=executable, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()
    allowed.undo()


@pytest.fixture(params=list(WIDTHS))
def width(request) -> str:
    return request.param


@pytest.fixture
def context(browser, cast, address, width) -> Iterator[BrowserContext]:
    context = browser.new_context(
        base_url=address,
        viewport=WIDTHS[width],
        locale="zh-CN",
        timezone_id="Asia/Shanghai",
        has_touch=width == "phone",
        is_mobile=width == "phone",
    )
    context.set_default_timeout(20_000)
    yield context
    context.close()


@pytest.fixture
def page(context) -> Page:
    return context.new_page()


@pytest.fixture
def picture(width, request) -> Callable[[Page, str], None]:
    """picture(page, "sign-up") keeps a screenshot as a build artefact."""

    def _picture(page: Page, name: str) -> None:
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=str(Path(SCREENSHOTS / f"{name}-{width}.png")))

    return _picture
