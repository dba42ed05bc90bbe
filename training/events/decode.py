"""Events from a model's scores, in words; what a teacher finds becomes examples for a student."""

from __future__ import annotations

import torch
from torch import Tensor

from training.events.batches import Batch
from training.events.data import TYPES, Event, Range

SURE = 0.5


def runs(row: list[bool]) -> list[Range]:
    """The half-open ranges of a row that are true."""
    found, start = [], None
    for i, flag in enumerate([*row, False]):
        if flag and start is None:
            start = i
        elif not flag and start is not None:
            found.append((start, i))
            start = None
    return found


def decode(model, batch: Batch, modes: list[str]) -> list[tuple[list[Event], float]]:  # noqa: ANN001 - Events
    """By sentence its events, and how sure the least sure word is of being a trigger or none."""
    words, _ = model.states(batch)
    heads = model.heads
    chances = heads.trigger(words).float().softmax(-1)
    found: list[tuple[list[Event], float]] = []
    triggers: list[tuple[int, Range, int]] = []
    for b in range(len(words)):
        n = int(batch.mask[b].sum())
        any_ = 1 - chances[b, :n, 0]
        sure = float((any_ - SURE).abs().min() + SURE) if n else 1.0
        found.append(([], sure))
        for first, last in runs((any_ > SURE).tolist()):
            kind = int(chances[b, first:last, 1:].sum(0).argmax())
            triggers.append((b, (first, last), kind))
    if not triggers:
        return found
    at = torch.tensor([b for b, _, _ in triggers])
    ends = torch.tensor([(first, last - 1) for _, (first, last), _ in triggers])
    types = torch.tensor([kind for _, _, kind in triggers])
    about = heads.about(words, ends, at)
    statuses = heads.status(about).argmax(-1)
    mode_scores = heads.mode(about).float()
    roles = heads.roles(words, about, types, ends, at).argmax(-1)
    for i, (b, trigger, kind) in enumerate(triggers):
        n = int(batch.mask[b].sum())
        row = roles[i, :n]
        actors, recipients = (runs(((row & bit) > 0).tolist()) for bit in (1, 2))
        mode = _mode(mode_scores[i], modes, TYPES[kind])
        found[b][0].append(Event(kind, int(statuses[i]), mode, trigger, actors, recipients))
    return found


def _mode(scores: Tensor, modes: list[str], kind: str) -> str:
    fit = [i for i, name in enumerate(modes) if name.startswith(kind + ".")]
    return modes[max(fit, key=lambda i: float(scores[i]))] if fit else ""
