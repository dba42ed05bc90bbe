"""Train the model of conditions.

    python -m training.conditions.train --data ../shared/data --out RUN [--fold 0] [--passes 8]

It starts from the encoder of events that ships. With `--fold K` (0 to 4) a fifth of the articles of
conditions_dev.jsonl is held out and scored after every pass; with `--fold dev` all of it is; without, none is.
"""

from __future__ import annotations

import argparse
import random
import time
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from onrecord.inference import models_folder
from onrecord.tokens import load_tokenizer
from training.conditions.data import Example, read_dev, read_marked, read_real
from training.conditions.disputes import KINDS as DISPUTES
from training.conditions.disputes import Pair, read_disputes
from training.conditions.markup import KINDS
from training.conditions.model import Conditions
from training.conditions.quiet import read_quiet
from training.shipped import load_shipped, load_shipped_heads

HERE = Path(__file__).parent
NAME = "conditions.onnx"
FOLDS = 5
_BUDGET = 2400  # pieces a batch
_DISPUTE_WEIGHTS = torch.tensor([1.0, 1.5, 1.5, 2.0, 1.5])  # of no dispute and of each kind in the loss: most have none
_GROUPS = {
    "offer": 0,
    "promise": 0,
    "threat": 0,
    "demand": 0,
    "warning": 1,
    "prediction": 1,
    "hypothetical": 2,
    "procedure": 2,
}


def fold_of(example: Example) -> int:
    """Which fifth an article belongs to, told by its id."""
    return zlib.crc32(example.group.encode()) % FOLDS


def collate(examples: Sequence[Example]) -> tuple[Tensor, ...]:
    """Pieces, features, attention, kinds, parts (B, P, 2), whether a piece's parts count (B, P), weights."""
    b, p = len(examples), max(len(e.window.pieces) for e in examples)
    pieces, attention = np.zeros((b, p), np.int64), np.zeros((b, p), np.int64)
    features = np.zeros((b, p, 3), np.int64)
    parts, counts = np.zeros((b, p, 2), np.float32), np.zeros((b, p), np.float32)
    for i, example in enumerate(examples):
        window = example.window
        n = len(window.pieces)
        pieces[i, :n], features[i, :n], attention[i, :n] = window.pieces, window.features, 1
        parts[i, window.rows] = example.parts
        counts[i, window.rows] = float(example.kind > 0)
    kinds = torch.tensor([e.kind for e in examples])
    weights = torch.tensor([e.weight for e in examples])
    return (
        *(torch.from_numpy(x) for x in (pieces, features, attention)),
        kinds,
        *(torch.from_numpy(x) for x in (parts, counts)),
        weights,
    )


def batches(examples: Sequence[Any], rng: random.Random) -> list[list[Any]]:
    """Windows of like length together."""
    found: list[list[Any]] = [[]]
    for example in sorted(examples, key=lambda e: len(e.window.pieces) + rng.random() * 12):
        if found[-1] and (len(found[-1]) + 1) * len(example.window.pieces) > _BUDGET:
            found.append([])
        found[-1].append(example)
    rng.shuffle(found)
    return found


def losses(model: Conditions, examples: Sequence[Example]) -> tuple[Tensor, Tensor]:
    """The loss of kinds and of parts."""
    pieces, features, attention, kinds, parts, counts, weights = collate(examples)
    kind_scores, part_scores, _ = model(pieces, features, attention)
    kind = F.cross_entropy(kind_scores.float(), kinds, reduction="none", label_smoothing=0.05)
    kind_loss = (kind * weights).sum() / weights.sum()
    per_piece = F.binary_cross_entropy_with_logits(part_scores.float(), parts, reduction="none").mean(-1)
    part_loss = (per_piece * counts).sum() / counts.sum().clamp(min=1.0)
    return kind_loss, part_loss


def dispute_loss(model: Conditions, pairs: Sequence[Pair]) -> Tensor:
    """The loss of disputes."""
    pieces, features, attention, kinds = collate_pairs(pairs)
    _, _, scores = model(pieces, features, attention)
    return F.cross_entropy(scores.float(), kinds, weight=_DISPUTE_WEIGHTS, label_smoothing=0.05)


def collate_pairs(pairs: Sequence[Pair]) -> tuple[Tensor, ...]:
    """Pieces, features, attention, kinds."""
    b, p = len(pairs), max(len(pair.window.pieces) for pair in pairs)
    pieces, attention = np.zeros((b, p), np.int64), np.zeros((b, p), np.int64)
    features = np.zeros((b, p, 3), np.int64)
    for i, pair in enumerate(pairs):
        n = len(pair.window.pieces)
        pieces[i, :n], features[i, :n], attention[i, :n] = pair.window.pieces, pair.window.features, 1
    return (*(torch.from_numpy(x) for x in (pieces, features, attention)), torch.tensor([pair.kind for pair in pairs]))


def score_disputes(model: Conditions, pairs: Sequence[Pair]) -> str:
    """Precision and recall of each kind, at several least chances."""
    model.eval()
    chances, kinds = [], []
    with torch.no_grad():
        for at in range(0, len(pairs), 32):
            pieces, features, attention, some = collate_pairs(pairs[at : at + 32])
            chances += model(pieces, features, attention)[2].softmax(-1).tolist()
            kinds += some.tolist()
    told = []
    for kind, name in enumerate(DISPUTES[1:], 1):
        for least in (0.5, 0.8):
            said = [
                i for i, c in enumerate(chances) if max(range(len(c)), key=c.__getitem__) == kind and c[kind] >= least
            ]
            tp = sum(kinds[i] == kind for i in said)
            told.append(f"{name}@{least} {tp}/{len(said)} of {sum(k == kind for k in kinds)}")
    return "; ".join(told)


def score(model: Conditions, examples: Sequence[Example]) -> str:
    """Detection, parts by overlap of words, kinds and groups, of what its annotators were sure of."""
    model.eval()
    sure = [e for e in examples if e.weight == 1.0]
    tp = said = true = spans = kind = 0
    groups = np.zeros((3, 3))
    with torch.no_grad():
        for at in range(0, len(sure), 32):
            some = sure[at : at + 32]
            pieces, features, attention, *_ = collate(some)
            kinds, parts, _ = model(pieces, features, attention)
            for example, scores, chances in zip(some, kinds.softmax(-1).numpy(), parts.sigmoid().numpy(), strict=True):
                is_found = scores[0] < 0.5
                guess = int(scores[1:].argmax()) + 1
                said += is_found
                true += example.kind > 0
                if is_found:
                    groups[_GROUPS[KINDS[guess]], 1] += 1
                if example.kind:
                    groups[_GROUPS[KINDS[example.kind]], 2] += 1
                if is_found and example.kind:
                    tp += 1
                    kind += guess == example.kind
                    groups[_GROUPS[KINDS[guess]], 0] += _GROUPS[KINDS[guess]] == _GROUPS[KINDS[example.kind]]
                    mine, gold = chances[example.window.rows] > 0.5, example.parts > 0.5
                    union = (mine | gold).sum(0)
                    spans += bool(((mine & gold).sum(0) / np.maximum(union, 1) >= 0.5).all())
    f1 = 2 * tp / max(said + true, 1)
    macro = np.mean([2 * a / max(b + c, 1) for a, b, c in groups])
    detected = f"detect {f1:.3f} (p {tp / max(said, 1):.3f} r {tp / max(true, 1):.3f})"
    return f"{detected} parts {spans / max(tp, 1):.3f} kind {kind / max(tp, 1):.3f} macro {macro:.3f}"


def main() -> None:
    """Train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--marked", type=Path, default=HERE / "marked")
    parser.add_argument("--disputes", type=Path, default=HERE / "disputes")
    parser.add_argument("--tuning", type=Path, help="disputes to score after every pass")
    parser.add_argument("--real", type=Path, default=HERE / "real.jsonl")
    parser.add_argument("--quiet", type=Path, default=HERE / "quiet.jsonl")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument(
        "--start", default="events.onnx", help="what ships, or a path; a whole conditions.onnx has its heads, too"
    )
    parser.add_argument("--encoder", type=Path, help="folder of all-MiniLM-L6-v2, to start from that")
    parser.add_argument("--go-on", type=Path, help="a conditions.pt to go on from, in place of an encoder")
    parser.add_argument("--fold", help="0 to 4, or dev")
    parser.add_argument("--passes", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rate", type=float, default=8e-5)
    parser.add_argument("--conditions", type=float, default=1.0, help="share of their examples in a pass, drawn anew")
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)
    tokenizer = load_tokenizer(models_folder() / "tokenizer.json")
    marked = [e for path in sorted(options.marked.glob("*.txt")) for e in read_marked(path, tokenizer)]
    real = list(read_real(options.real, options.data, tokenizer))
    dev = list(read_dev(options.data, tokenizer))
    held = [e for e in dev if options.fold == "dev" or str(fold_of(e)) == options.fold]
    aside = [e for e in real if zlib.crc32(e.group.encode()) % 10 == 0] if options.fold else []
    examples = [*marked, *(e for e in real if e not in aside), *(e for e in dev if e not in held)]
    print(
        len(marked),
        "marked",
        len(real),
        "real",
        len(dev),
        "dev",
        len(held),
        "held out",
        len(aside),
        "aside",
        flush=True,
    )
    pairs = [pair for path in sorted(options.disputes.glob("*.jsonl")) for pair in read_disputes(path, tokenizer, rng)]
    pairs += read_quiet(options.quiet, options.data, tokenizer)
    tuning = list(read_disputes(options.tuning, tokenizer, rng, everything=True)) if options.tuning else []
    print(len(pairs), "sentences and pairs", len(tuning), "to tune on", flush=True)
    model = Conditions()
    if options.go_on:
        model.load_state_dict(torch.load(options.go_on, weights_only=True))
    elif options.encoder:
        model.encoder.load_bert(options.encoder / "model.safetensors")
    else:
        load_shipped(model.encoder, models_folder() / options.start)
        if Path(options.start).name == NAME:
            load_shipped_heads(model, models_folder() / options.start)
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    optimiser = torch.optim.AdamW(
        [{"params": model.encoder.parameters()}, {"params": heads, "lr": 5 * options.rate}],
        lr=options.rate,
        weight_decay=0.01,
    )

    def groups_of_a_pass() -> list[list[Any]]:
        return batches(rng.sample(examples, int(len(examples) * options.conditions)), rng) + batches(pairs, rng)

    steps = options.passes * len(groups_of_a_pass())
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min((s + 1) / (0.06 * steps), max(0.02, 1 - s / steps))
    )
    options.out.mkdir(parents=True, exist_ok=True)
    for number in range(1, options.passes + 1):
        model.train()
        began, totals, count = time.time(), np.zeros(3), 0
        groups = groups_of_a_pass()
        rng.shuffle(groups)
        for batch in groups:
            with torch.autocast("cpu", dtype=torch.bfloat16):
                if isinstance(batch[0], Pair):
                    loss = dispute_loss(model, batch)
                    totals[2] += loss.item()
                else:
                    kind_loss, part_loss = losses(model, batch)
                    loss = kind_loss + 3.0 * part_loss
                    totals[:2] += [kind_loss.item(), part_loss.item()]
                    count += 1
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
        pairs_count = max(len(groups) - count, 1)
        means = totals / [max(count, 1), max(count, 1), pairs_count]
        told = ", ".join(f"{name} {mean:.3f}" for name, mean in zip(("kind", "parts", "disputes"), means, strict=True))
        print(f"pass {number}: {told}, {time.time() - began:.0f} s", flush=True)
        for name, some in (("held", held), ("aside", aside)):
            if some:
                print(f"  {name}: {score(model, some)}", flush=True)
        if tuning:
            print(f"  disputes: {score_disputes(model, tuning)}", flush=True)
        torch.save(model.state_dict(), options.out / "conditions.pt")


if __name__ == "__main__":
    main()
