"""What whoever serves a store decides about it."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field

LOOPBACK = ("127.0.0.1", "::1", "localhost")


@dataclass(frozen=True, slots=True)
class Settings:
    """What whoever serves a store decides about it.

    Attributes:
        token: what a visitor must know; None on the loopback address, which only this machine's users reach.
        allow_private: fetch addresses inside private networks, too.
        most_bytes: of a request's body.
        patience: seconds that reading what one visitor puts in may take.
        secret: signs forms and visits; another in every process.
    """

    token: str | None = field(default=None, repr=False)
    allow_private: bool = False
    most_bytes: int = 8_000_000
    patience: float = 90.0
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)


def is_loopback(host: str) -> bool:
    """Whether only this machine's own users can reach `host`."""
    return host in LOOPBACK
