"""Templates: one environment for all pages, with the addresses of files that may be kept for ever."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord._version import __version__
from onrecord.brief import shortened
from onrecord.showing.export.pages import ICON, make_environment
from onrecord.showing.export.pages import __file__ as _pages_file
from onrecord.showing.plain_text import one_line
from onrecord.showing.web.found import counts_of, tell_date, tell_party, tell_value, title_of, who_address
from onrecord.showing.wording import NOT_STATED

if TYPE_CHECKING:
    from jinja2 import Environment

_HERE = Path(__file__).parent
_LONGEST = 80  # characters of a name in a list
STATIC = _HERE / "static"
_PAGES = Path(_pages_file).parent
# Files of the pages that are kept as files, and are served here.
SHARED = {"page.css": _PAGES / "page.css", "page.js": _PAGES / "page.js"}


@cache
def environment() -> Environment:
    """The templates of this package."""
    made = make_environment(_HERE / "templates")
    made.trim_blocks = made.lstrip_blocks = False
    made.globals |= {"static": static_address, "version": __version__, "icon": ICON, "not_stated": NOT_STATED}
    made.globals |= {
        each.__name__: each for each in (one_line, title_of, counts_of, tell_date, tell_value, tell_party, who_address)
    }
    made.globals["shorten"] = lambda words: shortened(words, _LONGEST)
    made.filters["thousands"] = _thousands
    return made


def render(name: str, page: Any) -> str:
    """A template with what it needs: one value, of the page's own class."""
    return environment().get_template(name).render(page=page)


@cache
def static_address(name: str) -> str:
    """The address of a static file, another for every other content."""
    return f"/static/{name}?v={hashlib.sha256(static_path(name).read_bytes()).hexdigest()[:10]}"


def static_path(name: str) -> Path:
    """Where a static file lies."""
    return SHARED.get(name) or STATIC / name


def _thousands(number: int) -> str:
    return f"{number:,}"
