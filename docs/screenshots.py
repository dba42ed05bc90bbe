"""Take the pictures of the web pages in docs/screens/ anew, on the example articles.

    python docs/screenshots.py

Needs the browser that `make test` installs.
"""

from __future__ import annotations

import sys
import tempfile
import threading
from pathlib import Path

import uvicorn
from playwright.sync_api import sync_playwright

import onrecord
from onrecord.showing.web.app import make_app
from onrecord.showing.web.desk import Desk
from onrecord.showing.web.serving import bind
from onrecord.showing.web.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs/screens"
LAPTOP = {"viewport": {"width": 1280, "height": 820}, "reduced_motion": "reduce"}
PHONE = {"viewport": {"width": 390, "height": 780}, "is_mobile": True, "has_touch": True, "reduced_motion": "reduce"}
DARK = {"color_scheme": "dark"}
# name → (address, how the browser is)
PAGES = {
    "home": ("/", LAPTOP),
    "article": ("/articles/{ceasefire}/s6", LAPTOP),
    "article-dark": ("/articles/{ceasefire}/s6", LAPTOP | DARK),
    "article-phone": ("/articles/{ceasefire}/s6", PHONE),
    "checks-at-the-top": ("/articles/{draft}", LAPTOP),
    "search": ("/search?q=border", LAPTOP),
    "search-phone": ("/search?q=border", PHONE),
    "timeline": ("/timeline", LAPTOP),
    "map": ("/map?region=fit", LAPTOP),
    "who": ("/who?name=Helena+Prosser", LAPTOP),
    "checks": ("/checks", LAPTOP),
}
sys.path.insert(0, str(ROOT / "tests/showing"))
from browsers import open_browser  # noqa: E402 - it lies among the tests


def main() -> None:
    """Serve the examples, look at each page, keep what is seen."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, onrecord.Store(Path(folder) / "examples.db") as store:
        store.add(ROOT / "examples", jobs=1)
        found = store.catalogue.articles()
        ids = {"ceasefire": _id(found, "Maravia offers"), "draft": _id(found, "Ferry talks")}
        listening = bind("127.0.0.1", 0)
        settings = Settings()
        app = make_app(store, Desk(patience=30), settings, name="examples.db")
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="on"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        base = f"http://localhost:{listening.getsockname()[1]}"
        with sync_playwright() as playwright:
            browser = open_browser(playwright)
            for name, (address, settings_of_browser) in PAGES.items():
                context = browser.new_context(**settings_of_browser)
                page = context.new_page()
                page.goto(base + address.format(**ids))
                page.wait_for_timeout(500)  # until fonts are drawn and the page has moved to its place
                page.screenshot(path=FOLDER / f"{name}.png")
                context.close()
            browser.close()
        server.should_exit = True
        thread.join()


def _id(found: list, title: str) -> str:
    return next(article.id for article in found if (article.title or article.opening).startswith(title))


if __name__ == "__main__":
    main()
