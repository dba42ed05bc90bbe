"""Records as one page for a browser: the article on the left, what was found on the right.

That is who said what, who did what, who they are, when, where and how many. Nothing comes from outside.

The style and the script stand inside the page, and its policy lets the browser load nothing else, run nothing else and
ask nobody, whatever an article may hold.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord._version import __version__
from onrecord.showing.export import Export
from onrecord.showing.export.pages.views import ArticleView, view_article
from onrecord.showing.wording import NOT_STATED, describe_heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinja2 import Environment, Template
    from markupsafe import Markup

    from onrecord.records import Record

_HERE = Path(__file__).parent
_FRAME_HEIGHT = "min(42rem, 80vh)"  # of the window that shows the notebook, so that the frame never fills it
_FEW_OTHERS = 6  # quieter rows than these stand open; more are folded away
ICON = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E"
    "%3Crect width='16' height='16' rx='3' fill='%23234'/%3E"
    "%3Cpath d='M4 9.5C4 6.700 5 5 7 4v1.500C6 6 5.700 7 5.700 8H7v3.500H4zm5 0C9 6.700 10 5 12 4v1.500"
    "C11 6 10.700 7 10.700 8H12v3.500H9z' fill='%23fff'/%3E%3C/svg%3E"
)


@dataclass(frozen=True, slots=True)
class PageView:
    """What the template needs.

    Attributes:
        title: the window's, and the heading of several articles.
        articles: one or several.
        least: the confidence below which statements are shown only on demand, and events not at all, in percent.
        style, script: what stands inside the page; policy: what lets the browser take those and nothing else.
        icon: a drawing as a data address.
        version: onrecord's.
    """

    title: str
    articles: tuple[ArticleView, ...]
    least: str
    style: Markup
    script: Markup
    policy: str
    icon: str
    version: str


def make_page_export(*, least: float = 0.0) -> Export:
    """One page of all records, written when all are read: its index stands at the top.

    Statements below `least` confidence are shown only on demand, events below it not at all.
    """
    articles: list[ArticleView] = []

    def show(record: Record) -> str:
        articles.append(view_article(record, least=least))
        return ""

    return Export(show, closing=lambda: _page(articles, least), empty=_page([], least))


def show_page(record: Record, *, least: float = 0.0) -> str:
    """A page of one record."""
    return _page([view_article(record, least=least)], least)


def show_frame(record: Record, *, least: float = 0.0) -> str:
    """The same page in a frame of its own, for a notebook: neither's style or script can reach the other's."""
    page = escape(show_page(record, least=least))
    title = escape(f"Who said what: {describe_heading(record.article).title}")
    return (
        f'<iframe title="{title}" srcdoc="{page}" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" '
        f'style="width: 100%; height: {_FRAME_HEIGHT}; border: 1px solid #8886; border-radius: 6px"></iframe>'
    )


def _page(articles: Sequence[ArticleView], least: float) -> str:
    style, script = _asset("page.css"), _asset("page.js")
    policy = {
        "default-src": "'none'",
        "style-src": _digest(style),
        "script-src": _digest(script),
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    page = PageView(
        _title(articles),
        tuple(articles),
        f"{least:.0%}",
        style,
        script,
        "; ".join(f"{name} {value}" for name, value in policy.items()),
        ICON,
        __version__,
    )
    return _template().render(page=page)


def _title(articles: Sequence[ArticleView]) -> str:
    match articles:
        case []:
            return "Who said what"
        case [article]:
            return f"{article.heading.title} · who said what"
    return f"Who said what in {len(articles)} articles"


@cache
def _asset(name: str) -> Markup:
    """A file of ours, to stand inside the page as it is."""
    from markupsafe import Markup

    return Markup((_HERE / name).read_text("utf-8"))  # noqa: S704 - ours, and a test looks into it


def _digest(text: str) -> str:
    """What a content security policy calls `text`."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def _template() -> Template:
    return make_environment().get_template("page.html")


def make_environment(*folders: Path) -> Environment:
    """Templates of these folders and of this one, with what those of this one ask for."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader([*folders, _HERE]),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    environment.filters["exact"] = _exact
    environment.globals |= {"not_stated": NOT_STATED, "few": _FEW_OTHERS}
    return environment


def _exact(text: str) -> Markup:
    """`text` escaped so that a browser gets it back character by character: it would drop carriage returns."""
    from markupsafe import Markup

    return Markup(escape(text, quote=False).replace("\r", "&#13;"))  # noqa: S704 - it is escaped here
