"""The command that opens a store in the browser."""

from __future__ import annotations

import os
import secrets
import sys
from typing import TYPE_CHECKING, Any

import click

from onrecord.showing.store_options import DONE, STORE, open_store, tell

if TYPE_CHECKING:
    from onrecord.showing.web.settings import Settings

_PORT = 8000
_TOKEN = "ONRECORD_TOKEN"  # noqa: S105 - the variable that holds it
_SHORTEST_TOKEN = 16  # characters of one that somebody chose
_MISSING = "the web pages need FastAPI, uvicorn and python-multipart; run pip install 'onrecord[web]'"


@click.command(short_help="Open a store in the browser: read, search, timeline, map.")
@STORE
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=_PORT, show_default=True, help="0 takes any free one.")
@click.option("--open", "is_opened", is_flag=True, help="Open the browser, too.")
@click.option("--allow-private", is_flag=True, help="Fetch addresses inside private networks, too.")
def serve(*, store: str, host: str, port: int, is_opened: bool, allow_private: bool) -> int:
    """Open a store in the browser. A store that is not there is made, empty.

    The pages search the store, show when and where things happened, who is who, and every article with its record;
    articles can be put in by text, file or address. Nothing is loaded from elsewhere, and nothing is sent anywhere.
    Ctrl-C ends it; what was stored stays.

    Only this machine can open the pages, unless --host names another address: then a token is needed, which is told
    when it starts, or taken from the variable ONRECORD_TOKEN. See docs/security.md before you do that.

    \b
    Examples:
      onrecord serve news.db
      onrecord serve news.db --port 8080 --open
      ONRECORD_TOKEN=… onrecord serve news.db --host 0.0.0.0

    \b
    Exit status:
      0  it was ended
      2  the command was not understood, or the pages cannot be served there
      3  the store cannot be read
    """  # noqa: D301 - click looks for the character itself
    try:
        from onrecord.showing.web.serving import bind, run
    except ImportError:
        raise click.ClickException(_MISSING) from None
    from onrecord.showing.web.settings import is_loopback

    token = None if is_loopback(host) else _choose_token()
    with open_store(store, create=True) as opened:
        try:
            listening = bind(host, port)
        except OSError as error:
            remedy = "choose another with --port" if "in use" in str(error) else "see --host and --port"
            raise click.UsageError(f"{host} port {port}: {error.strerror or error}; {remedy}") from None
        address = _address(host, listening.getsockname()[1])
        tell(f"{opened.name} is open at {address} · Ctrl-C ends it")
        if token is not None and not os.environ.get(_TOKEN):
            sys.stderr.write(f"onrecord: whoever opens it needs this token: {token}\n")
        run(opened, listening, _settings(token, allow_private=allow_private), opened=address if is_opened else "")
    return DONE


def _settings(token: str | None, *, allow_private: bool) -> Settings:
    from onrecord.showing.web.settings import Settings

    return Settings(token=token, allow_private=allow_private)


def _choose_token() -> str:
    token = os.environ.get(_TOKEN, "")
    if token and len(token) < _SHORTEST_TOKEN:
        raise click.UsageError(f"{_TOKEN} must have {_SHORTEST_TOKEN} characters or more")
    return token or secrets.token_urlsafe(24)


def _address(host: str, port: Any) -> str:
    name = "localhost" if host in ("0.0.0.0", "127.0.0.1") else f"[{host}]" if ":" in host else host  # noqa: S104
    return f"http://{name}:{port}/"
