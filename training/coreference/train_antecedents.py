"""Train the antecedent model on what the reader itself sees: its mentions, its statements, its earlier clusters.

    python -m training.coreference.train_antecedents --data DATA --out FOLDER [--held-out 20]

Gold: the chains of GUM's train split; `referents.jsonl`, which says for 266 articles of PolNeAR's train
split who each pronoun and each source that is no name means, and for 80 invented ones who each pronoun does; and the
articles of `named.jsonl` whose pronouns and descriptions are marked and are not among those. Earlier mentions go where
they belong by the gold. Prints how many decisions are right on the articles held out of it, and on
GUM's dev split.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from onrecord.annotating.antecedents import candidates, describe
from onrecord.annotating.clusters import Clusters
from onrecord.annotating.context import find_leading, read_context
from onrecord.annotating.coreference import cluster_mentions, source_heads
from onrecord.annotating.encoding import encode
from onrecord.annotating.mentions import MentionScores, find_mentions
from onrecord.annotating.names import name_words
from onrecord.chains import NAME, FoundMention, top_mentions
from onrecord.interpreting.statements import find_statements
from training.coreference.gold import Mark, read_gum, read_referents
from training.coreference.model import Antecedents
from training.coreference.named import named_marks

GUM_WEIGHT = 0.5  # of a decision in GUM, beside 1 for one in the news articles: GUM's texts are mostly no news


@dataclass
class Decision:
    """A mention, the clusters it may belong to, and which are right; target[0] stands for none of them."""

    states: Tensor  # of all mentions of the text
    mention: int
    last: np.ndarray
    naming: np.ndarray
    features: np.ndarray
    target: np.ndarray
    weight: float
    label: str


def read_decisions(text: str, marks: list[Mark], *, is_whole: bool) -> list[Decision]:
    """The decisions of one text.

    Args:
        marks: who is meant by which words.
        is_whole: every mention of the text is marked, as in GUM.
    """
    encoding = encode(text)
    tokens = encoding.tokens
    statements = find_statements(text, encoding)
    context = read_context(tokens, statements)
    scores = MentionScores(encoding)
    ranges = [mark.words(tokens) for mark in marks]
    is_named = any(mark.is_chain for mark in marks)  # GUM, and the articles of `named.jsonl`
    forced = set() if is_named else source_heads(tokens, ranges, scores)
    found = find_mentions(context.words, tokens, scores, forced)
    context = replace(context, leading=find_leading(found, context))
    gold: dict[int, Mark] = {}
    heads = {mention.head: i for i, mention in enumerate(found)}
    for mark, (first, last) in zip(marks, ranges, strict=True):
        if mark.head is not None:
            at = heads.get(mark.head)
        else:
            top = top_mentions(found, first, last)
            at = heads[top[0].head] if top else None
        if at is not None:
            gold[at] = mark
    states = torch.from_numpy(encoding.mention_states[[m.head for m in found]])
    decisions: list[Decision] = []
    belongs: dict[int, Counter[str]] = {}  # cluster to the referents of its marked mentions
    clusters = Clusters(found, context)

    def choose(clusters: Clusters, number: int) -> int | None:
        for cluster in range(clusters.count):  # those that were put there since
            belongs[cluster] = Counter(gold[i].referent for i in clusters.members[cluster] if i in gold)
        mark = gold.get(number)
        among = candidates(clusters, number)
        if mark is None or mark.is_several or not len(among):
            return None
        right = [c for c in among.tolist() if _is_meant(mark, belongs[c], clusters, c)]
        if is_named and mark.kind == "unnamed" and found[number].pronoun >= 0 and not right:
            return None  # whoever is meant was mentioned before, in words that are not marked
        target = np.isin(among, right)
        decisions.append(
            Decision(
                states,
                number,
                clusters.last[among].copy(),
                clusters.naming[among].copy(),
                describe(clusters, number, among),
                np.concatenate([[not right], target]),
                GUM_WEIGHT if is_whole else 1.0,
                f"{mark.kind} {'pronoun' if found[number].pronoun >= 0 else 'description'}",
            )
        )
        return max(right, key=lambda c: int(clusters.last[c])) if right else None

    cluster_mentions(clusters, choose)
    return decisions


def _is_meant(mark: Mark, referents: Counter[str], clusters: Clusters, cluster: int) -> bool:
    if referents and (mark.is_chain or not clusters.named[cluster]):
        return referents.most_common(1)[0][0] == mark.referent
    if mark.is_chain or mark.kind not in ("person", "organization"):
        return referents[mark.referent] > 0
    names = [_written(clusters.mentions[i]) for i in clusters.members[cluster] if clusters.mentions[i].form == NAME]
    return any(mark.is_called(name) for name in names)


def _written(mention: FoundMention) -> str:
    return " ".join(name_words(mention))


def train(decisions: list[Decision], *, passes: int, rate: float, seed: int) -> Antecedents:
    """The model after `passes` over the decisions."""
    torch.manual_seed(seed)
    order = random.Random(seed)
    model = Antecedents(decisions[0].features.shape[1])
    sample = torch.from_numpy(np.concatenate([d.features for d in decisions[::5]]))
    model.mean.copy_(sample.mean(0))
    model.deviation.copy_(sample.std(0) + 0.1)
    optimizer = torch.optim.AdamW(model.parameters(), lr=rate, weight_decay=0.01)
    size = 32
    steps = passes * (len(decisions) // size)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda k: max(0.02, 1 - k / steps))
    decisions = list(decisions)
    model.train()
    for number in range(passes):
        order.shuffle(decisions)
        total = 0.0
        for at in range(0, len(decisions) - size + 1, size):
            loss = _loss(model, decisions[at : at + size])
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += loss.item()
        print(f"pass {number}: loss {total / (len(decisions) // size):.4f}", flush=True)
    return model.eval()


def _loss(model: Antecedents, batch: list[Decision]) -> Tensor:
    counts = [len(d.last) for d in batch]
    later = model.dropout(model.links(torch.cat([d.states[d.mention][None] for d in batch])).chunk(3, -1)[0])
    last = model.dropout(model.links(torch.cat([d.states[d.last] for d in batch])).chunk(3, -1)[1])
    naming = model.dropout(model.links(torch.cat([d.states[d.naming] for d in batch])).chunk(3, -1)[2])
    features = (torch.from_numpy(np.concatenate([d.features for d in batch])) - model.mean) / model.deviation
    row = torch.repeat_interleave(torch.arange(len(batch)), torch.tensor(counts))
    known = model.pairs(later[row], last, naming, features).split(counts)
    first = torch.tensor([0, *np.cumsum(counts[:-1]).tolist()])
    new = model.new(torch.cat([later, features[first, -12:]], 1))
    loss = torch.zeros(())
    for decision, none, some in zip(batch, new, known, strict=True):
        scores = torch.cat([none, some])
        right = torch.from_numpy(decision.target)
        loss = loss + decision.weight * (torch.logsumexp(scores, 0) - torch.logsumexp(scores[right], 0))
    return loss / len(batch)


def accuracy(models: list[Antecedents], decisions: list[Decision]) -> dict[str, str]:
    """The share of decisions that are right, by kind."""
    right: Counter[str] = Counter()
    count: Counter[str] = Counter()
    with torch.no_grad():
        for d in decisions:
            chances = torch.zeros(1 + len(d.last))
            for model in models:
                links = model.links(d.states)
                later, last, naming = links.chunk(3, -1)
                scores = model(later[d.mention][None], last[d.last], naming[d.naming], torch.from_numpy(d.features))
                chances += scores.softmax(0)
            count[d.label] += 1
            right[d.label] += bool(d.target[int(chances.argmax())])
    return {label: f"{right[label] / count[label]:.3f} of {count[label]}" for label in sorted(count)}


def main() -> None:
    """Train and say how good it is."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--held-out", type=int, default=0, help="articles of referents.jsonl left out of training")
    parser.add_argument("--passes", type=int, default=6)
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)

    def decide(articles: list[tuple[str, list[Mark]]], *, is_whole: bool) -> list[list[Decision]]:
        return [read_decisions(text, marks, is_whole=is_whole) for text, marks in articles]

    gum = decide(read_gum(options.data / "gum_train.jsonl"), is_whole=True)
    news = decide(read_referents(options.data), is_whole=False)
    news += decide(named_marks(options.data), is_whole=False)
    random.Random(1).shuffle(news)
    held, learnt = news[: options.held_out], news[options.held_out :]
    decisions: list[Any] = [d for text in gum + learnt for d in text]
    print(f"{sum(map(len, gum))} decisions of GUM, {sum(map(len, learnt))} of the news", flush=True)
    model = train(decisions, passes=options.passes, rate=options.rate, seed=options.seed)
    torch.save(model.state_dict(), options.out / "antecedents.pt")
    figures = {"held out": accuracy([model], [d for text in held for d in text])} if held else {}
    dev = decide(read_gum(options.data / "gum_dev.jsonl"), is_whole=True)
    figures["GUM dev"] = accuracy([model], [d for text in dev for d in text])
    print(json.dumps(figures, indent=1))
    (options.out / "antecedents.json").write_text(json.dumps(figures, indent=1) + "\n")


if __name__ == "__main__":
    main()
