"""Train the head for the types of given pairs anew, on an encoder that stays as it is.

    python -m training.events.train_pairs --data ../shared/data --run RUN [--with OTHER --share 0.4] --out PAIRS

The encoder was trained for triggers most of all, and the head with it; anew, with the published pairs ten times as
heavy as those of the marks, it types the fifth that is left out by a point better.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from onrecord.inference import models_folder
from onrecord.tokens import load_tokenizer
from training.attribution.model import HIDDEN
from training.events.batches import collate
from training.events.data import PAIR_TYPES, Example, pairs_of, read_marked, read_pairs
from training.events.export import mean_of
from training.events.real import read_real
from training.events.train import Events, fold_of, pair_accuracy

HERE = Path(__file__).parent
_PUBLISHED, _MARKED = 5.0, 0.5  # weights in the loss
_BATCH, _PASSES, _RATE, _LEAST_RATE = 64, 8, 1e-3, 0.02


def inputs_of(model: Events, examples: list[Example], modes: dict[str, int]) -> tuple[Tensor, Tensor]:
    """What the head reads of each pair (N, 4D), and the pairs' types (N,)."""
    found, types = [], []
    with torch.no_grad():
        for i in range(0, len(examples), 32):
            batch = collate(examples[i : i + 32], modes)
            words, whole = model.states(batch)
            at = batch.pair_at
            sides = (batch.actors, batch.recipients, batch.between)
            parts = [(weights[:, None] @ words[at])[:, 0] for weights in sides]
            found.append(torch.cat([*parts, whole[at]], -1))
            types.append(batch.pair_types)
    return torch.cat(found), torch.cat(types)


def fit(inputs: Tensor, types: Tensor, weights: Tensor) -> nn.Sequential:
    """A new head."""
    head = nn.Sequential(nn.Linear(4 * HIDDEN, 256), nn.GELU(), nn.Dropout(0.5), nn.Linear(256, len(PAIR_TYPES)))
    optimizer = torch.optim.AdamW(head.parameters(), lr=_RATE, weight_decay=0.05)
    steps, step = _PASSES * (len(types) // _BATCH), 0
    for _ in range(_PASSES):
        order = torch.randperm(len(types))
        for i in range(0, len(types) - _BATCH + 1, _BATCH):
            at = order[i : i + _BATCH]
            step += 1
            for group in optimizer.param_groups:
                group["lr"] = _RATE * max(_LEAST_RATE, 1 - step / steps)
            losses = F.cross_entropy(head(inputs[at]), types[at], label_smoothing=0.05, reduction="none")
            optimizer.zero_grad()
            (losses * weights[at]).mean().backward()
            optimizer.step()
    return head.eval()


def main() -> None:
    """Train, and say how the fifth that is left out is typed before and after."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--with", dest="other", type=Path, help="a run whose weights are averaged with RUN's")
    parser.add_argument("--share", type=float, default=0.4, help="of the other in the mean")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    kept = torch.load(options.run / "events.pt", weights_only=True)
    model = Events(kept["modes"])
    model.load_state_dict(mean_of(kept["model"], options.other, options.share) if options.other else kept["model"])
    model.eval()
    modes = {name: i for i, name in enumerate(kept["modes"])}
    tokenizer = load_tokenizer(models_folder() / "tokenizer.json")
    pairs = list(read_pairs(options.data / "plover_pairs_train.jsonl", tokenizer))
    held = [pair for pair in pairs if fold_of(pair) == 0]
    marked = [one for path in sorted((HERE / "marked").glob("*.txt")) for one in read_marked(path, tokenizer)]
    marked += read_real(HERE / "real.jsonl", options.data, tokenizer)
    published = inputs_of(model, [pair for pair in pairs if fold_of(pair) != 0], modes)
    ours = inputs_of(model, [pair for one in marked for pair in pairs_of(one)], modes)
    print("before", pair_accuracy(model, held, modes))
    torch.manual_seed(options.seed)
    weights = torch.cat([torch.full(published[1].shape, _PUBLISHED), torch.full(ours[1].shape, _MARKED)])
    model.heads.pair = fit(torch.cat([published[0], ours[0]]), torch.cat([published[1], ours[1]]), weights)
    print("after", pair_accuracy(model, held, modes))
    options.out.mkdir(parents=True, exist_ok=True)
    torch.save({"model": model.state_dict(), "modes": kept["modes"]}, options.out / "events.pt")


if __name__ == "__main__":
    main()
