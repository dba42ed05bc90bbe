"""Nearly equal texts, as one wire story in many papers: MinHash over sequences of five words.

The share of sequences that two texts have in common is estimated from 64 minima of random hashes (Broder 1997); texts
that agree in one of 16 bands of four are compared. At a likeness of .7 a pair is met with a chance of .99, at .3 of
.12, and then compared and dropped. Written here, as numpy is there anyway and the packages for it bring scipy along.
"""

from __future__ import annotations

import re
import zlib
from functools import cache
from typing import Any

NEAR = 0.6  # of the sequences in common; a rewritten lead of a wire story leaves some .7
_SEQUENCE = 5  # words
_HASHES = 64
_BANDS = 16
_PRIME = (1 << 31) - 1  # products of two numbers below it fit into 64 bits
_WORD = re.compile(r"\w+")
_MOST_WORDS = 20_000


def signature_of(text: str) -> bytes:
    """The minima of a text's hashes; empty where it has too few words to tell."""
    import numpy as np

    words = _WORD.findall(text.casefold())[:_MOST_WORDS]
    if len(words) < 2 * _SEQUENCE:
        return b""
    hashes = np.fromiter((zlib.crc32(word.encode(errors="replace")) for word in words), np.int64, len(words)) % _PRIME
    sequences = hashes[: len(words) - _SEQUENCE + 1]
    for place in range(1, _SEQUENCE):
        sequences = (sequences * 1_000_003 + hashes[place : len(words) - _SEQUENCE + 1 + place]) % _PRIME
    factors, shifts = _functions()
    minima = ((np.unique(sequences)[None, :] * factors + shifts) % _PRIME).min(axis=1)
    return bytes(minima.astype("<u4").tobytes())


def bands_of(signature: bytes) -> list[int]:
    """Numbers of which nearly equal texts share one at least."""
    size = len(signature) // _BANDS
    parts = (signature[place : place + size] for place in range(0, len(signature), size or 1))
    return sorted({zlib.crc32(bytes([number]) + part) >> 1 for number, part in enumerate(parts)})


def likeness(one: bytes, other: bytes) -> float:
    """The share of word sequences that two texts have in common, estimated from their signatures."""
    import numpy as np

    if not one or len(one) != len(other):
        return 0.0
    return float((np.frombuffer(one, "<u4") == np.frombuffer(other, "<u4")).mean())


@cache
def _functions() -> Any:
    """The factors and shifts of the hash functions: any will do, but always the same."""
    import numpy as np

    random = np.random.RandomState(20_250_501)
    return random.randint(1, _PRIME, (_HASHES, 1)), random.randint(0, _PRIME, (_HASHES, 1))
