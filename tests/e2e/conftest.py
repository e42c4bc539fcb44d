"""A browser on the built product, at the two widths people use; pictures are kept in var/screenshots."""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect, sync_playwright

from tests.e2e.inspection import complaints_of, faults_of
from tests.e2e.site import ROOT, running_site
from tests.factories.showroom import showroom

__all__ = ["showroom"]

SCREENSHOTS = ROOT / "var" / "screenshots"
WIDTHS = {"desktop": {"width": 1440, "height": 900}, "phone": {"width": 390, "height": 844}}
CHROMIUM_FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--lang=zh-CN", "--process-per-site",
]  # fmt: skip
PATIENCE = 20_000  # milliseconds, for a machine that is busy with other tests
expect.set_options(timeout=PATIENCE)


# Before xdist reads the groups: one worker has the browser, the others go on with the rest.
@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "/e2e/" in str(item.path):
            item.add_marker(pytest.mark.e2e)
            item.add_marker(pytest.mark.xdist_group("e2e"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Keeps the pages of a test that failed as they were."""
    report = yield
    if call.when == "call" and report.failed and "new_context" in getattr(item, "funcargs", {}):
        for number, page in enumerate(item.funcargs["new_context"].pages()):
            # A page that is stuck can't be drawn either; that ends this test and not all of them.
            with suppress(Error):
                keep_picture(page, f"failed-{item.name}-{number}")
    return report


def keep_picture(page: Page, name: str) -> None:
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=str(SCREENSHOTS / f"{name}.png"), animations="disabled")


# Ends with this folder's tests: its worker would take up the jobs that other tests watch on the same slot.
@pytest.fixture(scope="package")
def address(database, tmp_path_factory) -> Iterator[str]:
    with running_site(database=database.name, files=tmp_path_factory.mktemp("var")) as address:
        yield address


@pytest.fixture(scope="package")
def browser(address) -> Iterator[Browser]:
    # Playwright keeps an event loop in this thread, where Django would refuse to work: it ends with the package.
    allowed = pytest.MonkeyPatch()
    allowed.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    with sync_playwright() as playwright:
        executable = os.environ.get("CHEZHAN_CHROMIUM") or None
        browser = playwright.chromium.launch(executable_path=executable, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()
    allowed.undo()


@pytest.fixture
def width(request) -> str:
    return request.param


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """At both widths, unless it is only("desktop"): what is the same at either is done once, and looked at twice."""
    if "width" in metafunc.fixturenames:
        marked = metafunc.definition.get_closest_marker("only")
        metafunc.parametrize("width", marked.args if marked else list(WIDTHS), indirect=True)


@dataclass
class Visitor:
    """A browser of a person's own. `complaints` grows while it complains."""

    context: BrowserContext
    complaints: list[str]

    def leave(self, address: str) -> None:
        """Forgets all but what the browser keeps of the app's files. One page stays, on a picture: so its process
        stays, and the next test's app needs no compiling again."""
        resting, *others = self.context.pages or [self.context.new_page()]
        for page in others:
            page.close()
        resting.goto(f"{address}/favicon.svg")
        tools = self.context.new_cdp_session(resting)
        tools.send("Storage.clearDataForOrigin", {"origin": address, "storageTypes": "all"})
        tools.detach()
        self.context.clear_cookies()
        self.context.unroute_all()
        self.complaints.clear()


@pytest.fixture(scope="package")
def visitors(browser) -> dict[str, list[Visitor]]:
    """Those of earlier tests, by width."""
    return {width: [] for width in WIDTHS}


@pytest.fixture
def new_context(browser, visitors, cast, address, width) -> Iterator[Callable[[], BrowserContext]]:
    """new_context() is a browser of a person's own, at the test's width; none of them may complain."""
    here: list[Visitor] = []

    def _new_context() -> BrowserContext:
        here.append(visitors[width].pop() if visitors[width] else _visitor(browser, address, width))
        return here[-1].context

    _new_context.pages = lambda: [page for visitor in here for page in visitor.context.pages]
    yield _new_context
    heard = [complaint for visitor in here for complaint in visitor.complaints]
    for visitor in here:
        visitor.leave(address)
        visitors[width].append(visitor)
    assert heard == []


def _visitor(browser: Browser, address: str, width: str) -> Visitor:
    context = browser.new_context(
        base_url=address,
        viewport=WIDTHS[width],
        locale="zh-CN",
        timezone_id="Asia/Shanghai",
        reduced_motion="reduce",
        has_touch=width == "phone",
        is_mobile=width == "phone",
    )
    context.set_default_timeout(PATIENCE)
    return Visitor(context, complaints_of(context))


@pytest.fixture
def context(new_context) -> BrowserContext:
    return new_context()


@pytest.fixture
def page(context) -> Page:
    return context.new_page()


@pytest.fixture
def signed_in(context, sign_in, address) -> Callable[[str], Page]:
    """signed_in("owner") → a page of that person's browser, past sign-in; `browser`: another than the test's."""

    def _signed_in(name: str, *, browser: BrowserContext = context) -> Page:
        cookies = sign_in(name).cookies
        browser.add_cookies([{"name": key, "value": cookie.value, "url": address} for key, cookie in cookies.items()])
        return browser.new_page()

    return _signed_in


@pytest.fixture
def look(width, request) -> Callable[[Page, str], None]:
    """look(page, "sign-up") waits for the page, keeps a picture of it and finds nothing wrong with it."""
    widths = [width, *(other for other in WIDTHS if other != width and request.node.get_closest_marker("only"))]

    def _look(page: Page, name: str) -> None:
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        for words in ("正在加载", "Loading"):
            expect(page.get_by_role("status", name=words)).to_have_count(0)
        # A dialog is another one at another width, and begins anew.
        for each in widths if page.get_by_role("dialog").count() == 0 else [width]:
            page.set_viewport_size(WIDTHS[each])
            keep_picture(page, f"{name}-{each}")
            assert faults_of(page) == []
        page.set_viewport_size(WIDTHS[width])

    return _look
