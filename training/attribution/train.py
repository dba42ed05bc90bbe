"""Train the attribution model on PolNeAR's train split.

    python -m training.attribution.train --data ../shared/data --encoder MODEL_FOLDER --out RUN_FOLDER

MODEL_FOLDER holds `model.safetensors` and `tokenizer.json` of all-MiniLM-L6-v2. Writes a checkpoint after every pass,
and goes on from the last one when it is started again with the same RUN_FOLDER.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from onrecord.tokens import load_tokenizer
from training.attribution.data import Window, batches, cut, read_examples
from training.attribution.model import POSITIONS, REACH, ROLE_TAGS, TAGS, Attribution, crf_losses

CLS, SEP = 101, 102
_ROLE_WEIGHT = 0.02
# A cue whose annotation the model finds less likely than this (in nats) is left alone: outliers, many of them slips of
# annotation, make the loss steep. Three runs without a bound went astray; with one they only drifted (see the card).
_MOST_LOSS = 30.0


def collate(windows: list[Window]) -> dict[str, Tensor]:
    """Pad windows to one batch: pieces, features (B, P, 3), attention, each word's piece, tags, mask (B, W)."""
    p = max(w.size for w in windows) + 2
    n = max(w.last - w.first for w in windows)
    b = len(windows)
    pieces = np.zeros((b, p), np.int64)
    features = np.zeros((b, p, 3), np.int64)
    attention = np.zeros((b, p), np.int64)
    word_at = np.zeros((b, n), np.int64)
    tags = np.zeros((b, n), np.int64)
    mask = np.zeros((b, n), np.float32)
    for i, w in enumerate(windows):
        t = w.example.tokens
        lo, hi = t.first_piece[w.first], t.first_piece[w.last]
        k = w.last - w.first
        pieces[i, 0], pieces[i, w.size + 1] = CLS, SEP
        pieces[i, 1 : w.size + 1] = t.pieces[lo:hi]
        owner = np.repeat(np.arange(w.first, w.last), np.diff(t.first_piece[w.first : w.last + 1]))
        for j, table in enumerate((t.shapes, t.gaps, t.quotes)):
            features[i, 1 : w.size + 1, j] = table[owner]
        attention[i, : w.size + 2] = 1
        word_at[i, :k] = t.first_piece[w.first : w.last] - lo + 1
        mask[i, :k] = 1
        tags[i, :k] = gold_tags(w)
    names = ("pieces", "features", "attention", "word_at", "tags", "mask")
    return {
        name: torch.from_numpy(a)
        for name, a in zip(names, (pieces, features, attention, word_at, tags, mask), strict=True)
    }


def gold_tags(window: Window) -> np.ndarray:
    """Tag of every word of a window; a span cut by the window's start goes on with I."""
    tags = np.zeros(window.last - window.first, np.int64)
    for attribution in window.example.attributions:
        for role, begin in (("content", 5), ("source", 1), ("cue", 3)):
            for first, last in attribution[role]:
                lo, hi = max(first, window.first) - window.first, min(last, window.last) - window.first
                if lo < hi and not (role == "content" and tags[lo:hi].any()):
                    tags[lo:hi] = begin + 1
                    if first >= window.first:
                        tags[lo] = begin
    return tags


def role_batch(windows: list[Window]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """All cues of the batch: their ends in the flat batch (M, 2), words around, their mask and role tags (M, L)."""
    width = max(w.last - w.first for w in windows)
    ends, around, masks, tags = [], [], [], []
    for i, w in enumerate(windows):
        size = w.last - w.first
        for a in w.example.attributions:
            cue = next(iter(a["cue"]), None)
            if cue is None or cue[0] < w.first or cue[1] > w.last:
                continue
            first = cue[0] - w.first
            places = np.arange(first - REACH, first + REACH + 1)
            inside = (places >= 0) & (places < size)
            row = np.zeros(size, np.int64)
            for role, begin in (("content", 3), ("source", 1)):
                for start, end in a[role]:
                    lo, hi = start - w.first, end - w.first
                    if hi <= 0 or lo >= size:
                        continue
                    row[max(lo, 0) : min(hi, size)] = begin + 1
                    row[max(lo, 0)] = begin
            clipped = np.clip(places, 0, size - 1)
            ends.append([i * width + first, i * width + cue[1] - w.first - 1])
            around.append(i * width + clipped)
            masks.append(inside)
            tags.append(np.where(inside, row[clipped], 0))
    return (
        torch.tensor(np.array(ends).reshape(-1, 2)),
        torch.tensor(np.array(around).reshape(-1, POSITIONS)),
        torch.tensor(np.array(masks, np.float32).reshape(-1, POSITIONS)),
        torch.tensor(np.array(tags, np.int64).reshape(-1, POSITIONS)),
    )


def role_loss(model: Attribution, windows: list[Window], words: Tensor) -> Tensor:
    """Negative log-likelihood of the role tags around every gold cue; words (B, W, D)."""
    ends, around, mask, tags = role_batch(windows)
    if not len(ends):
        return words.new_zeros(())
    flat = words.reshape(-1, words.shape[-1])
    scores = model.roles(flat, ends, around, mask).float()
    # Outside the window only O is possible and costs nothing: the sum over paths is then that of the window alone.
    outside = (1 - mask)[..., None] * torch.tensor([0.0] + [-1e4] * (len(ROLE_TAGS) - 1))
    losses = crf_losses(scores * mask[..., None] + outside, tags, torch.ones_like(mask), model.roles.transitions)
    return losses.clamp(max=_MOST_LOSS).mean()


def step_loss(model: Attribution, windows: list[Window]) -> tuple[Tensor, Tensor]:
    """The tagging and the role loss of one batch."""
    batch = collate(windows)
    with torch.autocast("cpu", torch.bfloat16):
        hidden = model.encoder(batch["pieces"], batch["features"], batch["attention"])
        words = hidden.gather(1, batch["word_at"][..., None].expand(-1, -1, hidden.shape[-1]))
        emissions = model.tagger(words)
    tagging = crf_losses(emissions, batch["tags"], batch["mask"], model.transitions).sum() / batch["mask"].sum()
    words = words.float()
    return tagging, role_loss(model, windows, words)


def main() -> None:
    """Train, a checkpoint a pass."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--passes", type=int, default=8)
    parser.add_argument("--budget", type=int, default=384 * 8, help="pieces a batch")
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--steps", type=int, help="stop early (to time it)")
    parser.add_argument("--start", type=Path, help="weights of an earlier run to go on from")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)

    tokenizer = load_tokenizer(options.encoder / "tokenizer.json")
    examples = read_examples(options.data / "polnear_train.jsonl", tokenizer)
    model = Attribution()
    model.encoder.load_bert(options.encoder / "model.safetensors")
    if options.start:
        missing = model.load_state_dict(torch.load(options.start, weights_only=True), strict=False)
        print("not in the earlier run:", missing.missing_keys)
    encoder, heads = [], []
    for name, parameter in model.named_parameters():
        (encoder if name.startswith("encoder.") and "features" not in name else heads).append(parameter)
    optimizer = torch.optim.AdamW(
        [{"params": encoder, "lr": options.rate}, {"params": heads, "lr": options.head_rate}],
        weight_decay=0.01,
        betas=(0.9, 0.999),
        eps=1e-6,
        fused=True,
    )
    steps_a_pass = len(batches([w for e in examples for w in cut(e, rng)], options.budget, rng))
    total = steps_a_pass * options.passes * 1.02

    def rate_at(step: int) -> float:
        warm = 0.06 * total
        return step / warm if step < warm else max(0.0, (total - step) / (total - warm))

    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, rate_at)
    first_pass = 0
    checkpoint = options.out / "checkpoint.pt"
    if checkpoint.exists():
        saved = torch.load(checkpoint, weights_only=False)
        model.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
        schedule.load_state_dict(saved["schedule"])
        first_pass = saved["pass"] + 1
    print(f"{len(examples)} articles, {steps_a_pass} steps a pass", flush=True)

    started, seen = time.time(), 0
    usual: float | None = None
    skipped = 0
    for number in range(first_pass, options.passes):
        rng.seed(options.seed * 1000 + number)
        model.train()
        groups = batches([w for e in examples for w in cut(e, rng)], options.budget, rng)
        sums = np.zeros(2)
        for k, windows in enumerate(groups):
            tagging, roles = step_loss(model, windows)
            loss = tagging + _ROLE_WEIGHT * roles
            if not math.isfinite(loss.item()):
                raise SystemExit("the loss is not finite")
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            norm = float(torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0))
            # A step far steeper than those before it is left out: one of them can undo a pass.
            if math.isfinite(norm) and (usual is None or norm < 20 * usual):
                optimizer.step()
                usual = norm if usual is None else 0.98 * usual + 0.02 * norm
            else:
                skipped += 1
            schedule.step()
            sums += (tagging.item(), roles.item())
            seen += sum(w.size for w in windows)
            if (k + 1) % 20 == 0 or options.steps:
                tag, role = sums / (k + 1)
                print(
                    f"pass {number} step {k + 1}: tags {tag:.4f} roles {role:.3f}, "
                    f"{seen / (time.time() - started):.0f} pieces/s",
                    flush=True,
                )
            if options.steps and k + 1 >= options.steps:
                return
        torch.save(
            {
                "model": model.state_dict(),
                "optimizer": optimizer.state_dict(),
                "schedule": schedule.state_dict(),
                "pass": number,
            },
            checkpoint,
        )
        torch.save(model.state_dict(), options.out / f"pass{number}.pt")
    (options.out / "training.json").write_text(
        json.dumps({**{k: str(v) for k, v in vars(options).items()}, "tags": TAGS}, indent=1)
    )


if __name__ == "__main__":
    main()
