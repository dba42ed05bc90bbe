"""The network behind one small interface: names to numbers, and which numbers may be asked.

A name is resolved once. All its addresses are checked, and the connection goes to one that was: a name that answers
differently the second time (DNS rebinding) gains nothing.
"""

from __future__ import annotations

import ipaddress
import queue
import socket
import ssl
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_IPV4_COMPATIBLE = ipaddress.IPv6Network("::/96")
_SITE_LOCAL = ipaddress.IPv6Network("fec0::/10")


def resolve_host(host: str, port: int, timeout: float) -> list[str]:
    """The addresses of `host`, as the system's resolver gives them.

    Raises:
        OSError: it has none, or no answer came in `timeout` seconds.
    """
    answers: queue.SimpleQueue[list[str] | OSError] = queue.SimpleQueue()

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answers.put(list(dict.fromkeys(str(address[0]) for *_, address in found)))
        except UnicodeError:
            answers.put(OSError("no valid name"))
        except OSError as error:
            answers.put(error)

    # the system's resolver knows no time-out: a thread that is left behind does
    threading.Thread(target=ask, daemon=True, name="onrecord-resolver").start()
    try:
        answer = answers.get(timeout=timeout)
    except queue.Empty:
        raise TimeoutError("no answer from the resolver") from None
    if isinstance(answer, OSError):
        raise answer
    return answer


def trust_authorities() -> ssl.SSLContext:
    """TLS that checks certificates and names against the system's authorities and certifi's."""
    context = ssl.create_default_context()
    try:
        import certifi
    except ImportError:
        return context
    context.load_verify_locations(certifi.where())  # Python on macOS comes without the system's
    return context


def _same(address: str, port: int) -> tuple[str, int]:
    return address, port


@dataclass(frozen=True, slots=True)
class Network:
    """What fetching asks of the world; tests put others in place.

    Attributes:
        resolve: a host's addresses, given host, port and seconds to wait.
        dial: where to connect for a checked address and port; they themselves.
        trust: makes the TLS context.
    """

    resolve: Callable[[str, int, float], Sequence[str]] = resolve_host
    dial: Callable[[str, int], tuple[str, int]] = _same
    trust: Callable[[], ssl.SSLContext] = field(default=trust_authorities)


def check_address(address: str) -> None:
    """Raise Refused (forbidden-address) unless `address` is a public one."""
    try:
        number: IPAddress = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        raise Refused("forbidden-address", f"{address!r} is no internet address") from None
    for meant in _meant(number):
        if not is_public(meant):
            raise Refused(
                "forbidden-address",
                f"the address leads into a private network ({address})",
                remedy="allow private addresses if you trust it",
            )


def is_public(number: IPAddress) -> bool:
    """Whether the whole internet can reach `number`: not private, shared, loopback, link-local, reserved, multicast."""
    if isinstance(number, ipaddress.IPv6Address) and (number in _SITE_LOCAL or number in _IPV4_COMPATIBLE):
        return False
    return number.is_global and not (
        number.is_multicast or number.is_reserved or number.is_unspecified or number.is_loopback or number.is_link_local
    )


def _meant(number: IPAddress) -> list[IPAddress]:
    """The addresses that `number` stands for: IPv6 can carry IPv4 inside."""
    if isinstance(number, ipaddress.IPv4Address):
        return [number]
    if number.ipv4_mapped:
        return [number.ipv4_mapped]
    if number in _NAT64:
        return [ipaddress.IPv4Address(int(number) & 0xFFFFFFFF)]
    return [number, number.sixtofour] if number.sixtofour else [number]
