"""What every request must pass, and every answer carries: hosts, tokens, origins, sizes, rates, policies.

docs/security.md says what each of these is against.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from starlette.exceptions import HTTPException
from starlette.requests import cookie_parser

from onrecord.showing.web.limits import RateLimit
from onrecord.showing.web.settings import LOOPBACK

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, MutableMapping

    from onrecord.showing.web.settings import Settings

    Scope = MutableMapping[str, Any]
    Message = MutableMapping[str, Any]
    Receive = Callable[[], Awaitable[Message]]
    Send = Callable[[Message], Awaitable[None]]
    App = Callable[[Scope, Receive, Send], Awaitable[None]]
    # (scope, status, message, remedy) → what to answer
    Refusal = Callable[[Scope, int, str, str], App]

VISIT = "onrecord_visit"  # the cookie of who has shown the token
FORM = "onrecord_form"  # the cookie that a form's own token goes with
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_LONGEST_LENGTH = 15  # digits
_OPEN = ("/static/", "/enter")  # what is shown without a token
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = [
    (b"content-security-policy", _POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
]
_PAGES = (400, 200.0)  # requests at once and a second: a page and its files are six, and nobody reads thirty a second
_READINGS = (20, 0.5)  # articles put in
_TRIES = (10, 0.2)  # tokens shown: at this rate, guessing one takes longer than the earth has


class Guard:
    """Stands before the application.

    Args:
        app: what it guards.
        settings: the token, if any, and the largest body.
        refuse: makes the answer to what does not pass.
    """

    def __init__(self, app: App, settings: Settings, refuse: Refusal) -> None:
        self._app, self._settings, self._refuse = app, settings, refuse
        self._pages, self._readings, self._tries = (RateLimit(*limit) for limit in (_PAGES, _READINGS, _TRIES))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it here."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        cookies = cookie_parser(headers.get("cookie", ""))
        state = scope.setdefault("state", {})
        state["form_cookie"] = cookies.get(FORM, "")
        state["is_form_shown"] = False
        answer = self._stop(scope, headers, cookies) or self._app
        body = _Body(receive, self._settings.most_bytes)
        try:
            await answer(scope, body.receive, _dressed(scope, send))
        except Exception:
            # The application has answered and logged it; what raises it again would log its words.
            if not state.get("is_answered"):
                raise

    def _stop(self, scope: Scope, headers: dict[str, str], cookies: dict[str, str]) -> App | None:
        """The answer to a request that does not pass."""
        path, method = scope["path"], scope["method"]
        visitor = (scope.get("client") or ("",))[0]
        if self._settings.token is None and not _is_local(headers.get("host", "")):
            # A page elsewhere whose name was made to mean this machine could read the store through its visitor.
            return self._refuse(scope, 421, "this is not the name of this site", "open it as http://localhost")
        is_reading = method == "POST" and path in ("/read", "/api/read")
        limit = self._readings if is_reading else self._tries if path == "/enter" else self._pages
        if wait := limit.wait_for(visitor):
            state = scope["state"]
            state["retry_after"] = str(int(wait) + 1)
            return self._refuse(scope, 429, "these are too many requests", f"try again in {int(wait) + 1} seconds")
        if not self._may_enter(path, headers, cookies):
            if "authorization" in headers and (wait := self._tries.wait_for(visitor)):
                scope["state"]["retry_after"] = str(int(wait) + 1)
                return self._refuse(scope, 429, "these are too many tries", f"try again in {int(wait) + 1} seconds")
            return self._refuse(scope, 401, "this needs the token that onrecord serve has told", "give it at /enter")
        if method not in _SAFE and not _is_own(headers):
            return self._refuse(scope, 403, "this request came from another site", "send the form from this one")
        length = headers.get("content-length", "0")
        if length.isdecimal() and (len(length) > _LONGEST_LENGTH or int(length) > self._settings.most_bytes):
            return self._refuse(scope, 413, "this is too large", _tell_most(self._settings.most_bytes))
        return None

    def _may_enter(self, path: str, headers: dict[str, str], cookies: dict[str, str]) -> bool:
        token = self._settings.token
        if token is None or path.startswith(_OPEN):
            return True
        scheme, _, shown = headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer" and is_same(shown.strip(), token):
            return True
        return is_same(cookies.get(VISIT, ""), visit_of(token))


def visit_of(token: str) -> str:
    """What the cookie of one who has shown the token holds: proof of it, and not the token itself."""
    return hmac.new(token.encode(), b"onrecord visit", hashlib.sha256).hexdigest()


def form_token(state: Any, settings: Settings) -> str:
    """What a form must send back, for the visitor of this request; a cookie goes with it."""
    if not state.form_cookie:
        state.form_cookie = secrets.token_urlsafe(24)
    state.is_form_shown = True
    return _sign(state.form_cookie, settings)


def is_form_token(state: Any, settings: Settings, shown: str) -> bool:
    """Whether a form has sent back what it was given."""
    return bool(state.form_cookie) and is_same(shown, _sign(state.form_cookie, settings))


def is_same(one: str, other: str) -> bool:
    """Whether two secrets are equal, in a time that does not tell how much of them is."""
    return hmac.compare_digest(one.encode(), other.encode())


def _sign(cookie: str, settings: Settings) -> str:
    return hmac.new(settings.secret, cookie.encode(), hashlib.sha256).hexdigest()


def _is_local(host: str) -> bool:
    try:
        name = urlsplit(f"//{host}").hostname if host and "@" not in host else ""
    except ValueError:
        return False
    return name in LOOPBACK


def _is_own(headers: dict[str, str]) -> bool:
    """Whether a request that changes something was made by a page of this site, or by no page at all."""
    if (site := headers.get("sec-fetch-site")) is not None:
        return site in ("same-origin", "none")
    if (origin := headers.get("origin")) is not None:
        return origin.partition("://")[2] == headers.get("host", "")
    return True  # no browser; what it could send it could do without one


def _tell_most(most: int) -> str:
    return f"the limit is {most / 1e6:g} MB; onrecord read and onrecord add take more"


class _Body:
    """Counts what is received: a body may go on beyond the limit without having said so."""

    def __init__(self, receive: Receive, most: int) -> None:
        self._receive, self._left, self._most = receive, most, most

    async def receive(self) -> Message:
        """The next message, if the body is not too large by it."""
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            raise HTTPException(413, f"this is too large; {_tell_most(self._most)}")
        return message


def _dressed(scope: Scope, send: Send) -> Send:
    """`send`, with what every answer carries."""

    async def dressed(message: Message) -> None:
        if message["type"] == "http.response.start":
            state = scope["state"]
            state["is_answered"] = True
            headers = [*message.get("headers", []), *_HEADERS]
            if not any(name == b"cache-control" for name, _ in headers):
                headers.append((b"cache-control", b"no-store"))
            if state.get("is_form_shown"):
                cookie = f"{FORM}={state['form_cookie']}; Path=/; HttpOnly; SameSite=Strict"
                headers.append((b"set-cookie", cookie.encode()))
            if wait := state.get("retry_after"):
                headers.append((b"retry-after", wait.encode()))
            message = {**message, "headers": headers}
        await send(message)

    return dressed
