"""A real Chromium for the tests of pages: headless, alone with the address it is given."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, sync_playwright

FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WIDTH, HEIGHT = 1366, 768


def found() -> str | None:
    """Find the browser; None where none is installed."""
    return shutil.which("chromium")


@contextmanager
def browsing(program: str) -> Iterator[Page]:
    """Open one window on nothing yet, as large as a station's screen."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=list(FLAGS))
        try:
            context = browser.new_context(ignore_https_errors=True, viewport={"width": WIDTH, "height": HEIGHT})
            context.set_default_timeout(20_000)
            yield context.new_page()
        finally:
            browser.close()
