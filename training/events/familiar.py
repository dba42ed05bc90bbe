"""The words that have told a type of event in what was marked, as `src/onrecord/vocabulary/familiar.toml`.

    python -m training.events.familiar --data ../shared/data

From the invented articles (`marked/`) and our own marks of real ones (`real.jsonl`): dictionary forms by type, no
sentence and no count.
"""

from __future__ import annotations

import argparse
import textwrap
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from onrecord.annotating.encoding import TOKENIZER
from onrecord.inference import models_folder
from onrecord.tokens import load_tokenizer
from onrecord.vocabulary.files import FOLDER
from onrecord.vocabulary.inflection import guess_lemma
from training.events.data import TYPES, Example, marked_example
from training.events.markup import read_file
from training.events.real import read_real

HERE = Path(__file__).parent
# Words that stand in a trigger beside the one that tells the deed: "down" in "turned down".
_SMALL = frozenset(
    "a an and as at away back be been by down for from had has have in into is it its no not of off on out over that "
    "the their to under up upon was were with".split()
)
_HEAD = """\
# The words that have told a type of event in the marked articles that the network learnt from (training/events), in
# their dictionary forms as `inflection.guess_lemma` makes them. `python -m training.events.familiar` writes this file.

"""


def examples(data: Path) -> Iterator[Example]:
    """The sentences with marks."""
    tokenizer = load_tokenizer(models_folder() / TOKENIZER)
    for path in sorted((HERE / "marked").glob("*.txt")):
        for name, article in read_file(path):
            yield from (marked_example(name, sentence, tokenizer) for sentence in article)
    yield from read_real(HERE / "real.jsonl", data, tokenizer)


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    options = parser.parse_args()
    told: defaultdict[str, set[str]] = defaultdict(set)
    for example in examples(options.data):
        for event in example.events or ():
            words = (word.lower() for word in example.tokens.words[slice(*event.trigger)])
            told[TYPES[event.type]] |= {guess_lemma(word) for word in words if word.isalpha() and word not in _SMALL}
    lines = [
        f'{name} = """\n{textwrap.fill(" ".join(sorted(told[name])), 118)}\n"""' for name in sorted(told) if told[name]
    ]
    (FOLDER / "familiar.toml").write_text(_HEAD + "\n".join(lines) + "\n", "utf8")


if __name__ == "__main__":
    main()
