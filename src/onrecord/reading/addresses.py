"""Fetch an http(s) address: every hop's addresses checked, everything limited in time and size.

Proxies that the environment names are not used: they would resolve names themselves, past the check.
"""

from __future__ import annotations

import socket
import threading
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPException, responses
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from onrecord._version import __version__
from onrecord.errors import Refused
from onrecord.reading.networks import Network, check_address
from onrecord.reading.options import ReadingOptions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from urllib3.connection import HTTPConnection
    from urllib3.response import HTTPResponse
    from urllib3.util import Url

_HEADERS = {
    "User-Agent": f"onrecord/{__version__}",
    "Accept": "text/html,application/xhtml+xml,text/plain,application/pdf,application/json;q=0.9,*/*;q=0.1",
    "Accept-Language": "en",
    "Accept-Encoding": "gzip, deflate",
}
_PORTS = {"http": 80, "https": 443}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_CHUNK = 65_536
_MOST_TRIED = 4  # addresses of one host


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address gave.

    Attributes:
        data: the body, decompressed.
        url: where it stood, after redirects.
        kind: the media type in lower case, or "".
        charset: the encoding that the server names.
    """

    data: bytes
    url: str
    kind: str
    charset: str | None


class _Deadline:
    """The moment when fetching must be over."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds left; raises Refused where there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise self.refusal()
        return left

    def refusal(self) -> Refused:
        return Refused("network", f"the answer took over {self._seconds:g} seconds", remedy="try again later")


def fetch(address: str, options: ReadingOptions | None = None, *, network: Network | None = None) -> Answer:
    """What `address` gives, after redirects.

    Raises:
        Refused: forbidden-address, network or too-large.
    """
    options = options or ReadingOptions()
    network = network or Network()
    deadline = _Deadline(options.total_timeout)
    for _ in range(options.max_redirects + 1):
        target = _parse(address)
        answer = _hop(target, options, network, deadline)
        if isinstance(answer, Answer):
            return answer
        address = _join(target.url, answer)
    raise Refused("network", f"more than {options.max_redirects} redirects", remedy="give the article's final address")


def _join(base: str, location: str) -> str:
    try:
        return urljoin(base, location)
    except ValueError:
        raise _invalid() from None


def _invalid() -> Refused:
    return Refused("forbidden-address", "the address is not valid", remedy="give an http or https address")


def _parse(address: str) -> Url:
    from urllib3.exceptions import LocationParseError
    from urllib3.util import parse_url

    try:
        target = parse_url(address.strip())
    except (LocationParseError, ValueError):
        raise _invalid() from None
    if target.scheme not in _PORTS or not target.host:
        scheme = (
            f"{target.scheme}: addresses are" if target.scheme and target.scheme not in _PORTS else "the address is"
        )
        raise Refused("forbidden-address", f"{scheme} not read", remedy="give an http or https address")
    if target.auth:
        message = "the address holds a user name or password"
        raise Refused("forbidden-address", message, remedy="leave it out")
    return target._replace(fragment=None)


def _hop(target: Url, options: ReadingOptions, network: Network, deadline: _Deadline) -> Answer | str:
    """The answer of one address, or where it redirects to."""
    from urllib3.exceptions import HTTPError

    connection: HTTPConnection | None = None
    response: HTTPResponse | None = None
    try:
        connection = _connect(target, options, network, deadline)
        with _cut_off(connection, deadline):
            response = _ask(connection, target, options, deadline)
            deadline.left()  # what the cut leaves of an answer looks whole
            if response.status in _REDIRECTS and (location := response.headers.get("Location")):
                return _repair(location)
            if not 200 <= response.status < 300:
                meaning = responses.get(response.status, "")
                message = f"the server answered {response.status} {meaning}".rstrip()
                raise Refused("network", message, remedy="check the address in a browser")
            return _receive(response, target, options, deadline)
    except (HTTPError, HTTPException, OSError) as error:
        deadline.left()
        raise _translate(error, options) from None
    finally:
        for opened in (response, connection):
            if opened is not None:
                opened.close()


def _connect(target: Url, options: ReadingOptions, network: Network, deadline: _Deadline) -> HTTPConnection:
    """A connection to an address of the target's host, all of whose addresses were checked."""
    from urllib3.connection import HTTPConnection, HTTPSConnection
    from urllib3.exceptions import HTTPError

    host = (target.host or "").strip("[]")
    port = target.port or _PORTS[target.scheme or "http"]
    try:
        found = network.resolve(host, port, min(options.connect_timeout, deadline.left()))
    except OSError:
        deadline.left()
        raise Refused("network", f"the host {host} was not found", remedy="check the address and the network") from None
    if not options.allow_private:
        for number in found:
            check_address(number)
    problem: Exception = OSError("no address")
    for number in found[:_MOST_TRIED]:
        place, door = network.dial(number, port)
        timeout = min(options.connect_timeout, deadline.left())
        if target.scheme == "https":
            # the connection goes to the number; certificate and server name indication are of the name
            connection: HTTPConnection = HTTPSConnection(
                place, door, timeout=timeout, server_hostname=host, ssl_context=network.trust()
            )
        else:
            connection = HTTPConnection(place, door, timeout=timeout)
        try:
            connection.connect()
        except (HTTPError, OSError) as error:
            connection.close()
            problem = error
            continue
        return connection
    raise problem


def _ask(connection: HTTPConnection, target: Url, options: ReadingOptions, deadline: _Deadline) -> HTTPResponse:
    default = target.port in {None, _PORTS[target.scheme or "http"]}
    host = (target.host or "") if default else f"{target.host}:{target.port}"
    connection.timeout = min(options.read_timeout, deadline.left())
    connection.request("GET", target.request_uri, headers={"Host": host, **_HEADERS}, preload_content=False)
    return connection.getresponse()


def _receive(response: HTTPResponse, target: Url, options: ReadingOptions, deadline: _Deadline) -> Answer:
    limit = Refused(
        "too-large", f"the answer is over {options.max_bytes:,} bytes", remedy="save the article's text and read that"
    )
    length = response.headers.get("Content-Length", "")
    if length.isdecimal() and int(length[:20]) > options.max_bytes:
        raise limit
    data = bytearray()
    for chunk in response.stream(_CHUNK, decode_content=True):
        data += chunk
        if len(data) > options.max_bytes:
            raise limit
    deadline.left()
    kind, _, parameters = response.headers.get("Content-Type", "").partition(";")
    charset = next(
        (value.strip("\"' ") for name, _, value in (p.partition("=") for p in parameters.split(";"))
         if name.strip().lower() == "charset"),
        None,
    )  # fmt: skip
    return Answer(bytes(data), target.url, kind.strip().lower(), charset)


@contextmanager
def _cut_off(connection: HTTPConnection, deadline: _Deadline) -> Iterator[None]:
    """Shut the connection at the deadline: a server that drips bytes resets every time-out but this."""
    sock = connection.sock

    def shut() -> None:
        if isinstance(sock, socket.socket):
            with suppress(OSError):  # it is closed already
                socket.socket.shutdown(sock, socket.SHUT_RDWR)

    timer = threading.Timer(deadline.left(), shut)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _repair(location: str) -> str:
    """Header bytes come as Latin-1; servers that write other letters mean UTF-8."""
    try:
        return location.encode("latin-1").decode()
    except UnicodeError:
        return location


def _translate(error: Exception, options: ReadingOptions) -> Refused:
    from urllib3.exceptions import ConnectTimeoutError, DecodeError, ReadTimeoutError, SSLError

    causes = [error, error.__cause__, error.__context__]
    if isinstance(error, ConnectTimeoutError):
        return Refused("network", f"no connection within {options.connect_timeout:g} seconds", remedy="try again later")
    if any(isinstance(cause, TimeoutError | ReadTimeoutError) for cause in causes):
        return Refused("network", f"no answer within {options.read_timeout:g} seconds", remedy="try again later")
    if isinstance(error, SSLError) or any(
        isinstance(cause, OSError) and type(cause).__module__ == "ssl" for cause in causes
    ):
        return Refused("network", "the server's certificate is not trusted", remedy="check the address in a browser")
    if isinstance(error, DecodeError):
        return Refused("unreadable", "the answer's compression is damaged", remedy="try again later")
    return Refused("network", "the connection failed or broke off", remedy="check the address and the network")
