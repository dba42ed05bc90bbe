"""The words that texts write small, as `src/onrecord/vocabulary/small_words.txt`: a capital makes no name of them.

    python -m training.coreference.small_words --data ../shared/data

Counted in PolNeAR's and GUM's train splits, within sentences; words only, no sentence and no count.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from onrecord.annotating.encoding import TOKENIZER
from onrecord.annotating.mere_words import is_within_sentence
from onrecord.inference import models_folder
from onrecord.tokens import load_tokenizer, tokenize
from onrecord.vocabulary.files import FOLDER

_FEWEST = 3  # times written small
_MOST_CAPITALS = 0.05  # of the times: "mark" and "green" are people's names as well


def main() -> None:
    """Count and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    options = parser.parse_args()
    tokenizer = load_tokenizer(models_folder() / TOKENIZER)
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for name in ("polnear_train.jsonl", "gum_train.jsonl"):
        for line in (options.data / name).open(encoding="utf8"):
            tokens = tokenize(json.loads(line)["text"], tokenizer)
            for at, word in enumerate(tokens.words):
                if word.isalpha() and is_within_sentence(tokens, at):
                    small[word] += word.islower()
                    capital[word.lower()] += word.istitle()
    words = [word for word in small if small[word] >= _FEWEST]
    kept = sorted(word for word in words if capital[word] <= _MOST_CAPITALS * (small[word] + capital[word]))
    (FOLDER / "small_words.txt").write_text("\n".join(kept) + "\n", "utf8")
    print(f"{len(kept)} words")


if __name__ == "__main__":
    main()
