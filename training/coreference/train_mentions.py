r"""Train the mention reader: two layers on the frozen encoder's fourth, and heads on what they give.

    python -m training.coreference.train_mentions --data DATA --out FOLDER [--encoder MINILM] [--silver FILE]

The frozen encoder is the one that ships. The reader starts as the one that ships, or, with MINILM, which holds
`model.safetensors` of all-MiniLM-L6-v2, with its fifth and sixth layers. Gold are GUM's train split and `named.jsonl`;
FILE is what `silver.py` wrote. Prints after every pass how well GUM's dev split and the articles of
`evaluation/cases/names.jsonl` are read, and writes mentions.pt and mentions.json.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from onrecord.annotating.encoding import TOKENIZER
from onrecord.chains import FORMS, KINDS, NAME
from onrecord.tokens import load_tokenizer
from training.attribution.export import MODELS
from training.attribution.model import HIDDEN, Encoder
from training.coreference.examples import gum_examples, silver_examples
from training.coreference.model import BORDER, BRANCHES_AFTER, LINK, REACH, MentionReader
from training.coreference.named import named_examples
from training.coreference.windows import (
    FIRST,
    FORM,
    GENDER,
    KIND,
    LAST,
    NAMELESS,
    NUMBER,
    TRUST,
    UNKNOWN,
    WHO,
    Window,
    frozen_encoder,
    read_windows,
)
from training.shipped import load_shipped_reader

NAMES = Path(__file__).parents[2] / "evaluation/cases/names.jsonl"
_BATCH = 8  # windows
_WARM = 60  # steps until the rate is whole
_NEVER = -1e4
_NAME_WEIGHT = 0.2  # of whom a name means, beside 1 for pronouns and descriptions: for names the words mostly tell


def read_batch(reader: MentionReader, windows: list[Window]) -> list[Tensor]:
    """The reader's states (W, D) of each window's words."""
    longest = max(len(window.states) for window in windows)
    x = torch.zeros(len(windows), longest, HIDDEN)
    mask = torch.full((len(windows), 1, 1, longest), _NEVER)
    for i, window in enumerate(windows):
        x[i, : len(window.states)] = window.states.float()
        mask[i, ..., : len(window.states)] = 0
    states = reader.states(x, mask).float()
    return [words[window.word_at] for words, window in zip(states, windows, strict=True)]


def split_scores(reader: MentionReader, words: Tensor) -> tuple[Tensor, ...]:
    """Scores of kind, form, number and gender, each (W, its classes)."""
    return reader.scores(words).split([1 + len(KINDS), len(FORMS), 2, 2], -1)


def border_scores(reader: MentionReader, words: Tensor, heads: Tensor) -> tuple[Tensor, Tensor]:
    """Scores (M, REACH) of the words up to each head for being the mention's first, and from it on for its last."""
    starts, start_keys, ends, end_keys = reader.ends(words).chunk(4, -1)
    away = torch.arange(REACH)
    before, after = heads[:, None] - away, heads[:, None] + away
    first = (starts[heads][:, None] * start_keys[before.clamp(min=0)]).sum(-1) / BORDER**0.5 + reader.place[0]
    last = (ends[heads][:, None] * end_keys[after.clamp(max=len(words) - 1)]).sum(-1) / BORDER**0.5 + reader.place[1]
    return first.masked_fill(before < 0, _NEVER), last.masked_fill(after >= len(words), _NEVER)


def window_loss(reader: MentionReader, words: Tensor, labels: Tensor) -> Tensor:
    """The loss of one window; words (W, D), labels (W, 9)."""
    words = reader.dropout(words)
    kind, form, number, gender = split_scores(reader, words)
    loss = F.cross_entropy(kind, labels[:, KIND], ignore_index=UNKNOWN, reduction="sum") / len(words)
    nameless = labels[:, NAMELESS] == 1
    if nameless.any():  # a head or none, but of no name
        is_named = (1 - kind[nameless].softmax(-1)[:, 0]) * form[nameless].softmax(-1)[:, NAME]
        loss = loss - torch.log((1 - is_named).clamp(min=1e-6)).sum() / len(words)
    is_head = labels[:, KIND] > 0
    if not is_head.any():
        return loss
    loss = loss + 0.5 * F.cross_entropy(form[is_head], labels[is_head, FORM])
    numbered = is_head & (labels[:, NUMBER] != UNKNOWN)
    if numbered.any():
        loss = loss + 0.3 * F.cross_entropy(number[numbered], labels[numbered, NUMBER])
    gendered = labels[:, GENDER] != UNKNOWN
    if gendered.any():
        loss = loss + 0.3 * F.cross_entropy(gender[gendered], labels[gendered, GENDER])
    bordered = (labels[:, FIRST] != UNKNOWN).nonzero()[:, 0]
    if len(bordered):  # a head lies outside where a mark is of a word in a name that has another head
        first, last = border_scores(reader, words, bordered)
        loss = loss + 0.5 * F.cross_entropy(first, (bordered - labels[bordered, FIRST]).clamp(0, REACH - 1))
        loss = loss + 0.5 * F.cross_entropy(last, (labels[bordered, LAST] - bordered).clamp(0, REACH - 1))
    return loss + 0.5 * antecedent_loss(reader, words, labels)


def antecedent_loss(reader: MentionReader, words: Tensor, labels: Tensor) -> Tensor:
    """How unlikely each mention makes it that one of those in the window that mean the same came before, or none."""
    heads = (labels[:, KIND] > 0).nonzero()[:, 0]
    count = len(heads)
    if count < 2:
        return words.new_zeros(())
    distance = torch.bucketize((heads[:, None] - heads).clamp(min=0), reader.edges)
    scores = reader.query(words[heads]) @ reader.key(words[heads]).T / LINK**0.5 + reader.distance(distance)[..., 0]
    is_earlier = torch.ones(count, count, dtype=torch.bool).tril(-1)
    scores = torch.cat([scores.new_zeros(count, 1), scores.masked_fill(~is_earlier, _NEVER)], 1)
    who, trust = labels[heads, WHO], labels[heads, TRUST]
    is_right = (who[:, None] == who) & is_earlier
    has_earlier = is_right.any(1)
    is_right = torch.cat([~has_earlier[:, None], is_right], 1)
    losses = torch.logsumexp(scores, 1) - torch.logsumexp(scores.masked_fill(~is_right, _NEVER), 1)
    weights = torch.where(labels[heads, FORM] == NAME, _NAME_WEIGHT, 1.0)
    weights = weights * ((trust == 2) | ((trust == 1) & has_earlier))
    return (losses * weights).sum() / weights.sum().clamp(min=8)


@torch.no_grad()
def evaluate(reader: MentionReader, windows: list[Window]) -> dict[str, float]:
    """Precision and recall of heads of each kind, and the share of gold heads whose other labels are right."""
    reader.eval()
    found, there, right = torch.zeros(3, 1 + len(KINDS))
    shares = {name: torch.zeros(2) for name in ("form", "number", "gender", "borders")}

    def count(name: str, is_right: Tensor) -> None:
        shares[name] += torch.tensor([int(is_right.sum()), len(is_right)])

    for window in windows:
        words, labels = read_batch(reader, [window])[0], window.labels[window.core]
        scores = [part[window.core] for part in split_scores(reader, words)]
        kinds = scores[0].argmax(-1)
        found += kinds.bincount(minlength=len(found))
        there += labels[:, KIND].bincount(minlength=len(found))
        right += kinds[kinds == labels[:, KIND]].bincount(minlength=len(found))
        for name, column, part in zip(shares, (FORM, NUMBER, GENDER), scores[1:], strict=False):
            known = labels[:, column] != UNKNOWN
            count(name, part[known].argmax(-1) == labels[known, column])
        # Only persons, organizations and places: of anything else reading hardly needs the borders.
        known = (labels[:, FIRST] != UNKNOWN) & (labels[:, KIND] < len(KINDS))
        heads = known.nonzero()[:, 0] + window.core.start
        first, last = (part.argmax(-1) for part in border_scores(reader, words, heads))
        count("borders", (heads - first == labels[known, FIRST]) & (heads + last == labels[known, LAST]))
    reader.train()
    figures = {}
    for i, kind in enumerate(KINDS, 1):
        figures[f"{kind} precision"] = round(float(right[i] / found[i].clamp(min=1)), 3)
        figures[f"{kind} recall"] = round(float(right[i] / there[i].clamp(min=1)), 3)
    return figures | {name: round(float(share[0] / share[1].clamp(min=1)), 3) for name, share in shares.items()}


@torch.no_grad()
def evaluate_names(reader: MentionReader, windows: list[Window]) -> dict[str, float]:
    """Of names of each kind, precision and recall: the head, the kind and that it is a name; and the borders' share."""
    reader.eval()
    found, there, right = torch.zeros(3, 1 + len(KINDS))
    borders = torch.zeros(2)
    for window in windows:
        words, labels = read_batch(reader, [window])[0], window.labels[window.core]
        kind, form, *_ = (part[window.core] for part in split_scores(reader, words))
        named = torch.where(form.argmax(-1) == NAME, kind.argmax(-1), 0)
        gold = torch.where(labels[:, FORM] == NAME, labels[:, KIND].clamp(min=0), 0)
        unknown = (labels[:, NAMELESS] == 0) & (labels[:, KIND] == UNKNOWN)
        named[unknown] = 0
        found += named.bincount(minlength=len(found))
        there += gold.bincount(minlength=len(found))
        right += named[(named == gold) & (gold > 0)].bincount(minlength=len(found))
        heads = ((gold > 0) & (labels[:, FIRST] != UNKNOWN)).nonzero()[:, 0]
        first, last = (part.argmax(-1) for part in border_scores(reader, words, heads + window.core.start))
        heads += window.core.start
        is_right = (heads - first == window.labels[heads, FIRST]) & (heads + last == window.labels[heads, LAST])
        borders += torch.tensor([int(is_right.sum()), len(is_right)])
    reader.train()
    figures = {}
    for i, kind in enumerate(KINDS, 1):
        figures[f"{kind} precision"] = round(float(right[i] / found[i].clamp(min=1)), 3)
        figures[f"{kind} recall"] = round(float(right[i] / there[i].clamp(min=1)), 3)
    return figures | {"borders": round(float(borders[0] / borders[1].clamp(min=1)), 3)}


def new_reader(bert: Path) -> MentionReader:
    """A reader whose layers are the published encoder's last."""
    published, reader = Encoder(), MentionReader()
    published.load_bert(bert)
    for layer, start in zip(reader.layers, published.layers[BRANCHES_AFTER:], strict=True):
        layer.load_state_dict(start.state_dict())
    return reader


def main() -> None:
    """Train, and say after every pass how good it is."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, help="start from a published encoder (default: what ships)")
    parser.add_argument("--silver", type=Path, help="the teacher's names, to learn from too")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--silver-share", type=float, default=0.1, help="of the teacher's windows, seen a pass")
    parser.add_argument("--passes", type=int, default=4)
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)

    tokenizer = load_tokenizer(MODELS / TOKENIZER)
    encoder = frozen_encoder(MODELS / "encoder.onnx")
    gold = read_windows(gum_examples(options.data / "gum_train.jsonl", tokenizer), encoder)
    silver = read_windows(silver_examples(options.silver, tokenizer), encoder) if options.silver else []
    named = read_windows(named_examples(options.data, tokenizer), encoder)
    dev = read_windows(gum_examples(options.data / "gum_dev.jsonl", tokenizer), encoder)
    named_dev = read_windows(named_examples(options.data, tokenizer, NAMES), encoder)
    share = int(len(silver) * options.silver_share)  # is seen a pass, so that gold weighs more
    steps = (len(gold) + len(named) + share) // _BATCH
    print(f"windows: {len(gold)} of GUM, {len(named)} named, {len(silver)} of the teacher; {steps} steps", flush=True)

    if options.encoder:
        reader = new_reader(options.encoder / "model.safetensors")
    else:
        reader = MentionReader()
        load_shipped_reader(reader, MODELS)
    print(json.dumps({**evaluate(reader, dev), "names": evaluate_names(reader, named_dev)}), flush=True)
    layers = list(reader.layers.parameters())
    heads = [parameter for name, parameter in reader.named_parameters() if not name.startswith("layers.")]
    optimizer = torch.optim.AdamW(
        [{"params": layers, "lr": options.rate}, {"params": heads, "lr": options.head_rate}], weight_decay=0.01
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / _WARM) * max(0.0, 1 - step / (options.passes * steps))
    )
    figures = []
    started = time.time()
    for number in range(options.passes):
        windows = gold + named + rng.sample(silver, share)
        rng.shuffle(windows)
        total = 0.0
        for at in range(0, steps * _BATCH, _BATCH):
            batch = windows[at : at + _BATCH]
            with torch.autocast("cpu", torch.bfloat16):
                states = read_batch(reader, batch)
            pairs = zip(states, batch, strict=True)
            loss = torch.stack([window_loss(reader, words, window.labels) for words, window in pairs]).mean()
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += loss.item()
        figures.append({"pass": number, "loss": round(total / steps, 3), **evaluate(reader, dev)})
        figures[-1]["names"] = evaluate_names(reader, named_dev)
        print(json.dumps(figures[-1]), f"{time.time() - started:.0f} s", flush=True)
    torch.save(reader.state_dict(), options.out / "mentions.pt")
    (options.out / "mentions.json").write_text(json.dumps(figures, indent=1) + "\n")


if __name__ == "__main__":
    main()
