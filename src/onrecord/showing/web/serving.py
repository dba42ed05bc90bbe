"""Serving: the socket, the server, and how both end."""

from __future__ import annotations

import socket
import threading
import webbrowser
from contextlib import suppress
from typing import TYPE_CHECKING

import uvicorn

from onrecord.showing.web.app import make_app
from onrecord.showing.web.desk import Desk

if TYPE_CHECKING:
    from onrecord.recording import RecordStore
    from onrecord.showing.web.settings import Settings

_BACKLOG = 128
_GRACE = 5  # seconds that requests may still take when it is ended


def bind(host: str, port: int) -> socket.socket:
    """A socket that listens.

    Raises:
        OSError: the address or port cannot be had.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(_BACKLOG)
    except OSError:
        listening.close()
        raise
    return listening


def run(store: RecordStore, listening: socket.socket, settings: Settings, *, opened: str = "") -> None:
    """Serve until Ctrl-C or SIGTERM.

    Args:
        opened: an address to open in the browser.
    """
    desk = Desk(patience=settings.patience, allow_private=settings.allow_private)
    app = make_app(store, desk, settings)
    # No log of requests: addresses hold what people search for. Proxies' words for who asks are not believed.
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, proxy_headers=False, lifespan="on",
        timeout_graceful_shutdown=_GRACE,
    )  # fmt: skip
    if opened:
        threading.Timer(0.5, webbrowser.open, [opened]).start()
    with suppress(KeyboardInterrupt):  # which the server raises once more when all is ended
        uvicorn.Server(config).run(sockets=[listening])
