"""Statements against PolNeAR's dev split: exact and linked F1, and what the confidence is worth."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from evaluation.calibration import auroc, cross_validated, expected_calibration_error
from evaluation.matching import Spans, gold_of, right_flags
from evaluation.scorers import load_scorer
from onrecord import Reader
from onrecord.annotating.encoding import encode
from onrecord.interpreting.confidence import features_of
from onrecord.interpreting.statements import LEAST_CONFIDENCE, outer_attributions
from onrecord.records import Article
from onrecord.showing.sureness import READING_LEAST

DATA = "polnear_dev.jsonl"


def read_articles(data: Path) -> list[dict[str, Any]]:
    """The dev split's articles, with their gold attributions."""
    return [json.loads(line) for line in (data / DATA).read_text("utf8").split("\n") if line.strip()]


def measure(data: Path) -> dict[str, float]:
    """All figures of statements, by name."""
    articles = read_articles(data)
    reader = Reader()
    records = [reader.read(Article(id=a["id"], text=a["text"], given_id=a["id"])).to_dict() for a in articles]
    score = load_scorer(data, "attribution").score(articles, records)
    features, right, groups = confidence_rows(articles)
    confidence = cross_validated(features, right, groups)
    confidence, right = confidence[confidence >= LEAST_CONFIDENCE], right[confidence >= LEAST_CONFIDENCE]
    return {
        **{f"{role}, exact F1": score["exact"][role]["f1"] for role in ("source", "cue", "content")},
        "whole attributions, linked F1": score["linked"]["f1"],
        "whole attributions, strict F1": score["strict"]["f1"],
        # Cross-validated by article: the shipped confidence is fitted on all of these articles, so its own figures here
        # would flatter it.
        "confidence, calibration error": round(expected_calibration_error(confidence, right), 4),
        "confidence, AUROC": round(auroc(confidence, right), 4),
        "shown on pages, share right": round(float(right[confidence >= READING_LEAST].mean()), 4),
        "left out of pages, share right": round(float(right[confidence < READING_LEAST].mean()), 4),
    }


def confidence_rows(
    articles: list[dict[str, Any]],
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.int64]]:
    """Features of every predicted attribution, whether it is right, and the number of its article."""
    features, right, groups = [], [], []
    for number, article in enumerate(articles):
        encoding = encode(article["text"])
        tokens = encoding.tokens
        attributions = outer_attributions(encoding)

        def chars(first: int, last: int, tokens: Any = tokens) -> tuple[int, int]:
            return int(tokens.starts[first]), int(tokens.ends[last - 1])

        predicted: list[dict[str, Spans]] = [
            {
                "source": (chars(a.source.first, a.source.last),) if a.source else (),
                "cue": (chars(a.cue.first, a.cue.last),),
                "content": tuple(chars(s.first, s.last) for s in a.contents),
            }
            for a in attributions
        ]
        features += [features_of(encoding, a) for a in attributions]
        right += right_flags(predicted, gold_of(article))
        groups += [number] * len(attributions)
    return np.array(features), np.array(right, float), np.array(groups)
