"""Which predicted attributions are right: the linked match of the attribution scorer, told for each prediction."""

from __future__ import annotations

from typing import Any

Spans = tuple[tuple[int, int], ...]


def right_flags(predicted: list[dict[str, Spans]], gold: list[dict[str, Spans]]) -> list[bool]:
    """Whether each predicted attribution has a gold one of its own.

    A pair matches where the contents overlap (intersection over union of characters at least 0.5), the cues overlap,
    and the sources overlap (at least 0.5) or are both absent; one to one, best content first. Both lists hold dicts of
    `source`, `cue`, `content`, each a tuple of (start, end).
    """
    pairs = sorted(
        ((overlap(p["content"], g["content"]), i, j) for i, p in enumerate(predicted) for j, g in enumerate(gold)),
        reverse=True,
    )
    used_p: set[int] = set()
    used_g: set[int] = set()
    for share, i, j in pairs:
        if share >= 0.5 and i not in used_p and j not in used_g and _fits(predicted[i], gold[j]):
            used_p.add(i)
            used_g.add(j)
    return [i in used_p for i in range(len(predicted))]


def _fits(p: dict[str, Spans], g: dict[str, Spans]) -> bool:
    is_cue_right = overlap(p["cue"], g["cue"]) > 0
    if not p["source"] or not g["source"]:
        return is_cue_right and not p["source"] and not g["source"]
    return is_cue_right and overlap(p["source"], g["source"]) >= 0.5


def overlap(a: Spans, b: Spans) -> float:
    """Intersection over union of the characters of two span lists; 0 where either is empty."""
    left = {i for start, end in a for i in range(start, end)}
    right = {i for start, end in b for i in range(start, end)}
    return len(left & right) / len(left | right) if left and right else 0.0


def gold_of(article: dict[str, Any]) -> list[dict[str, Spans]]:
    """The gold attributions of a PolNeAR article that have a content."""
    return [
        {role: tuple((s, e) for s, e in a.get(role) or []) for role in ("source", "cue", "content")}
        for a in article["attributions"]
        if a.get("content")
    ]
