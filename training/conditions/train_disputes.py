"""Train the layers of disputes on the frozen ones that they share with conditions.

    python -m training.conditions.train_disputes --data DATA --start RUN/conditions.pt --out RUN [--passes 3]

`--start` names weights of training.conditions.train, of which the upper layers and the head are taken; `--go-on` those
of an earlier run of this script. A seventh of the invented material is kept aside, and scored after every pass.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from onrecord.inference import models_folder
from onrecord.tokens import load_tokenizer
from training.attribution.model import HIDDEN
from training.conditions.dispute_data import (
    Shown,
    read_all_quiet,
    read_articles,
    read_claims,
    read_likely,
    read_teacher,
)
from training.conditions.dispute_model import OWN, SHARED, Disputes
from training.conditions.disputes import KINDS

HERE = Path(__file__).parent
_BUDGET = 2400  # pieces a batch
_DISTILLED = 0.5  # weight of the teacher's score in the loss


def collate(shown: Sequence[Shown]) -> tuple[Tensor, ...]:
    """States, pieces, attention, kinds, and how far they are against each other (-1: unknown)."""
    b, p = len(shown), max(len(one.window.pieces) for one in shown)
    pieces, attention = np.zeros((b, p), np.int64), np.zeros((b, p), np.int64)
    states = np.zeros((b, p, HIDDEN), np.float32)
    for i, one in enumerate(shown):
        n = len(one.window.pieces)
        pieces[i, :n], states[i, :n], attention[i, :n] = one.window.pieces, one.states, 1
    against = torch.tensor([-1.0 if one.against is None else one.against for one in shown])
    kinds = torch.tensor([one.kind for one in shown])
    return (*(torch.from_numpy(x) for x in (states, pieces, attention)), kinds, against)


def batches(shown: Sequence[Shown], rng: random.Random) -> list[list[Shown]]:
    """Windows of like length together."""
    found: list[list[Shown]] = [[]]
    for one in sorted(shown, key=lambda one: len(one.window.pieces) + rng.random() * 12):
        if found[-1] and (len(found[-1]) + 1) * len(one.window.pieces) > _BUDGET:
            found.append([])
        found[-1].append(one)
    rng.shuffle(found)
    return found


def loss_of(model: Disputes, batch: Sequence[Shown]) -> Tensor:
    """The loss of kinds, and of the teacher's score."""
    states, pieces, attention, kinds, against = collate(batch)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        kind_scores, against_scores = model(states, pieces, attention)
    known, taught = kinds >= 0, against >= 0
    loss = kind_scores.sum() * 0.0
    if known.any():
        loss = loss + F.cross_entropy(kind_scores.float()[known], kinds[known], label_smoothing=0.03)
    if taught.any():
        loss = loss + _DISTILLED * F.binary_cross_entropy_with_logits(against_scores.float()[taught], against[taught])
    return loss


def score(model: Disputes, shown: Sequence[Shown]) -> str:
    """Of each kind how many are right at several least chances."""
    model.eval()
    known = sorted((one for one in shown if one.kind >= 0), key=lambda one: len(one.window.pieces))
    chances = []
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for at in range(0, len(known), 32):
            states, pieces, attention, *_ = collate(known[at : at + 32])
            chances.append(model(states, pieces, attention)[0].float().softmax(-1).numpy())
    found, kinds = np.concatenate(chances), np.array([one.kind for one in known])
    told = []
    for kind, name in enumerate(KINDS[1:], 1):
        for least in (0.5, 0.8, 0.9):
            said = (found.argmax(1) == kind) & (found[:, kind] >= least)
            told.append(f"{name}@{least} {(said & (kinds == kind)).sum()}/{said.sum()} of {(kinds == kind).sum()}")
    return "; ".join(told)


def load_start(model: Disputes, path: Path) -> None:
    """Take over the upper layers and the head of a network that training.conditions.train made."""
    whole = torch.load(path, weights_only=True)
    own = {name: weights for name, weights in whole.items() if name.startswith("dispute.")}
    for number in range(OWN):
        before, after = f"encoder.layers.{SHARED + number}.", f"layers.{number}."
        own |= {n.replace(before, after): weights for n, weights in whole.items() if n.startswith(before)}
    model.load_state_dict(own, strict=False)


def main() -> None:
    """Train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="a conditions.pt to start from")
    parser.add_argument("--go-on", type=Path, help="a disputes*.pt to go on from")
    parser.add_argument("--disputes", type=Path, default=HERE / "disputes")
    parser.add_argument("--claims", type=Path, default=HERE / "claims")
    parser.add_argument("--quiet", type=Path, default=HERE / "quiet.jsonl")
    parser.add_argument("--likely", type=Path, default=HERE / "likely.jsonl")
    parser.add_argument("--teacher", type=Path, help="what training.conditions.teacher wrote")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--passes", type=int, default=3)
    parser.add_argument("--times", type=int, default=2, help="how often each claim is told")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rate", type=float, default=1e-4)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)
    tokenizer = load_tokenizer(models_folder() / "tokenizer.json")
    teacher = read_teacher(options.teacher) if options.teacher else {}
    shown = [
        one for path in sorted(options.disputes.glob("*.jsonl")) for one in read_articles(path, tokenizer, teacher)
    ]
    shown += read_claims(options.claims, tokenizer, rng, options.times)
    shown += read_all_quiet(options.quiet, options.data, tokenizer)
    shown += read_likely(options.likely, options.data, tokenizer)
    aside, learnt = [one for one in shown if one.is_aside], [one for one in shown if not one.is_aside]
    print(len(learnt), "sentences and pairs", len(aside), "aside", flush=True)
    model = Disputes()
    if options.go_on:
        model.load_state_dict(torch.load(options.go_on, weights_only=True))
    else:
        load_start(model, options.start)
    heads = [weights for name, weights in model.named_parameters() if not name.startswith("layers.")]
    groups = [{"params": model.layers.parameters()}, {"params": heads, "lr": 4 * options.rate}]
    optimiser = torch.optim.AdamW(groups, lr=options.rate, weight_decay=0.01)

    def of_a_pass() -> list[list[Shown]]:
        return batches([one for one in learnt if rng.random() < one.share], rng)

    steps = options.passes * len(of_a_pass())
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min((s + 1) / (0.06 * steps), max(0.02, 1 - s / steps))
    )
    options.out.mkdir(parents=True, exist_ok=True)
    for number in range(1, options.passes + 1):
        model.train()
        began, losses = time.time(), []
        for batch in of_a_pass():
            loss = loss_of(model, batch)
            losses.append(loss.item())
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
        print(
            f"pass {number}: {np.mean(losses):.3f}, {time.time() - began:.0f} s\n  aside: {score(model, aside)}",
            flush=True,
        )
        torch.save(model.state_dict(), options.out / f"disputes{number}.pt")


if __name__ == "__main__":
    main()
