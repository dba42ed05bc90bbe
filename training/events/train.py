"""Train the model of events.

    python -m training.events.train --data ../shared/data --marked training/events/marked --encoder MINILM --out RUN \
        [--real training/events/real.jsonl] [--fold 0] [--start OTHER_RUN/events.pt]

With `--fold K` a fifth of the pairs is left out, and the accuracy on it is printed after every pass.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from onrecord.inference import models_folder
from onrecord.tokens import load_tokenizer
from training.attribution.model import HIDDEN, Encoder
from training.events.batches import Batch, batches, collate
from training.events.data import PAIR_TYPES, Example, pairs_of, read_marked, read_nothing, read_pairs, read_plain
from training.events.markup import read_modes
from training.events.model import Heads
from training.events.real import read_real
from training.shipped import load_shipped_events

FOLDS = 5
_BUDGET = 1600  # pieces a batch


class Events(nn.Module):
    """The encoder with its heads."""

    def __init__(self, modes: Sequence[str]) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.heads = Heads(HIDDEN, len(modes))
        self.modes = list(modes)

    def states(self, batch: Batch) -> tuple[Tensor, Tensor]:
        """States of words (B, W, D) and of sentences (B, D)."""
        hidden = self.encoder(batch.pieces, batch.features, batch.attention)
        words = hidden.gather(1, batch.word_at[..., None].expand(-1, -1, hidden.shape[-1]))
        return words, hidden[:, 0]


def all_modes() -> list[str]:
    """All modes as "TYPE.mode", in the ontology's order of types."""
    return [f"{kind}.{mode}" for kind, some in read_modes().items() for mode in sorted(some)]


def losses(model: Events, batch: Batch) -> dict[str, Tensor]:
    """The parts of the loss."""
    words, whole = model.states(batch)
    heads = model.heads
    scores = heads.trigger(words)
    per_word = F.cross_entropy(
        scores.flatten(0, 1).float(),
        batch.triggers.flatten(),
        reduction="none",
        ignore_index=-100,
        label_smoothing=0.05,
    )
    weights = (batch.weights[:, None] * (batch.triggers >= 0)).flatten()
    found = {"trigger": (per_word * weights).sum() / weights.sum().clamp(min=1.0)}
    if len(batch.at):
        events = heads.about(words, batch.ends, batch.at)
        found["status"] = F.cross_entropy(heads.status(events).float(), batch.statuses)
        if (batch.modes >= 0).any():
            found["mode"] = F.cross_entropy(heads.mode(events).float(), batch.modes, ignore_index=-100)
        roles = heads.roles(words, events, batch.types, batch.ends, batch.at)
        found["roles"] = F.cross_entropy(roles.flatten(0, 1).float(), batch.roles.flatten(), ignore_index=-100)
    if len(batch.pair_at):
        scores = heads.pairs(words[batch.pair_at], whole[batch.pair_at], batch.actors, batch.recipients, batch.between)
        found["pair"] = F.cross_entropy(scores.float(), batch.pair_types, label_smoothing=0.05)
    return found


WEIGHTS = {"trigger": 8.0, "status": 0.5, "mode": 0.5, "roles": 6.0, "pair": 1.0}


def pair_accuracy(model: Events, examples: Sequence[Example], modes: dict[str, int]) -> tuple[float, float]:
    """Accuracy and macro-F1 of the types of given pairs."""
    model.eval()
    right = total = 0
    hits, said, truth = ([0] * len(PAIR_TYPES) for _ in range(3))
    with torch.no_grad():
        for i in range(0, len(examples), 32):
            batch = collate(examples[i : i + 32], modes)
            words, whole = model.states(batch)
            at = batch.pair_at
            guess = model.heads.pairs(words[at], whole[at], batch.actors, batch.recipients, batch.between).argmax(-1)
            for g, t in zip(guess.tolist(), batch.pair_types.tolist(), strict=True):
                right += g == t
                total += 1
                hits[t] += g == t
                said[g] += 1
                truth[t] += 1
    f1 = [2 * h / (s + t) for h, s, t in zip(hits, said, truth, strict=True) if t]
    return right / max(total, 1), sum(f1) / max(len(f1), 1)


def fold_of(example: Example) -> int:
    """Which fifth a pair belongs to, told by its number."""
    return int(example.id.rsplit("-", 1)[-1]) % FOLDS


def main() -> None:
    """Train."""
    parser = argparse.ArgumentParser(description="Train the model of events.")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--marked", type=Path, required=True, help="folder of marked articles, *.txt")
    parser.add_argument("--encoder", type=Path, help="folder of all-MiniLM-L6-v2")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--fold", type=int)
    parser.add_argument("--real", type=Path, help="marks of real articles, as training.events.real keeps them")
    parser.add_argument("--start", type=Path, help="an events.pt or the folder of what ships to go on from")
    parser.add_argument("--passes", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rate", type=float, default=6e-5)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)
    tokenizer = load_tokenizer(models_folder() / "tokenizer.json")
    modes = all_modes()
    mode_at = {name: i for i, name in enumerate(modes)}
    marked = [e for path in sorted(options.marked.glob("*.txt")) for e in read_marked(path, tokenizer)]
    pairs = list(read_pairs(options.data / "plover_pairs_train.jsonl", tokenizer))
    held = [e for e in pairs if fold_of(e) == options.fold]
    if options.real:
        marked += read_real(options.real, options.data, tokenizer)
    nothing = list(read_nothing(options.data / "quad_train.jsonl", tokenizer))
    marked += [pair for example in marked for pair in pairs_of(example)]
    nothing += read_plain(options.data / "gum_train.jsonl", tokenizer)
    examples = [*marked, *(e for e in pairs if fold_of(e) != options.fold), *nothing]
    print(len(marked), "marked", len(pairs), "pairs", len(nothing), "without", len(examples), "in all", flush=True)
    model = Events(modes)
    if options.start and options.start.is_dir():
        load_shipped_events(model, options.start)
    elif options.start:
        model.load_state_dict(torch.load(options.start, map_location="cpu")["model"])
    else:
        model.encoder.load_bert(options.encoder / "model.safetensors")
    steps = options.passes * len(batches(examples, _BUDGET, rng))
    groups = [
        {"params": model.encoder.parameters(), "lr": options.rate},
        {"params": model.heads.parameters(), "lr": 6e-4},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min(1.0, s / (0.06 * steps + 1)) * max(0.0, 1 - s / steps)
    )
    options.out.mkdir(parents=True, exist_ok=True)
    for number in range(1, options.passes + 1):
        model.train()
        begun, sums = time.time(), dict.fromkeys(WEIGHTS, 0.0)
        groups_of = batches(examples, _BUDGET, rng)
        for group in groups_of:
            with torch.autocast("cpu", torch.bfloat16):
                parts = losses(model, collate(group, mode_at))
            loss = sum(WEIGHTS[name] * part for name, part in parts.items())
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            for name, part in parts.items():
                sums[name] += float(part.detach()) / len(groups_of)
        told = {name: round(value, 4) for name, value in sums.items()}
        print(number, f"{time.time() - begun:.0f} s", told, flush=True)
        if held:
            print("   held-out pairs", [round(x, 4) for x in pair_accuracy(model, held, mode_at)], flush=True)
        torch.save({"model": model.state_dict(), "modes": modes}, options.out / "events.pt")
    (options.out / "options.json").write_text(json.dumps({k: str(v) for k, v in vars(options).items()}, indent=1))


if __name__ == "__main__":
    main()
