"""What a caller may set about reading."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """Limits on what is read, and how an address is fetched.

    Attributes:
        max_bytes: largest page, PDF, JSON file or JSON line that is opened, before its text is taken out; the text
            itself may never be over 1 MB.
        connect_timeout: seconds to wait for a connection, for each address tried.
        read_timeout: seconds to wait for the next bytes of an answer.
        total_timeout: seconds that fetching one address may take in all, redirects included.
        max_redirects: redirects that are followed before giving up.
        allow_private: fetch from addresses inside private networks, too (loopback, intranet).
    """

    max_bytes: int = 20_000_000
    connect_timeout: float = 10.0
    read_timeout: float = 20.0
    total_timeout: float = 60.0
    max_redirects: int = 5
    allow_private: bool = False

    def __post_init__(self) -> None:
        if self.max_bytes < 1 or self.max_redirects < 0:
            raise ValueError("max_bytes must be at least 1 and max_redirects at least 0")
        if not min(self.connect_timeout, self.read_timeout, self.total_timeout) > 0:
            raise ValueError("time-outs must be positive")
