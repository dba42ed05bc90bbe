"""Leave out of an encoder's table of word pieces what text in Latin letters never holds.

    python -m training.trimming encoder.onnx events.onnx

The files in src/onrecord/models/ stand for the same network afterwards: a piece's row is looked up through a map that
lies in the graph, and what has no row any more reads as an unknown word. BERT's table holds some 2,400 pieces of other
scripts and of no use, nearly a megabyte in int8.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from pathlib import Path
from typing import Any

import numpy as np

# The first [unused] pieces are marks of our own, around the parties of a pair and around a condition's marker.
_MARKS = {"[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *(f"[unused{number}]" for number in range(20))}
_TABLE, _MAP = "words.weight_quantized", "rows_of_pieces"


def is_latin(piece: str) -> bool:
    """Whether a word piece may stand in text that is written in Latin letters."""
    if piece in _MARKS:
        return True
    return not piece.startswith("[unused") and all(map(_is_latin, piece.removeprefix("##")))


def _is_latin(character: str) -> bool:
    if character.isascii():
        return True
    is_letter = character.isalpha() or unicodedata.category(character) in {"Mn", "Mc"}
    return not is_letter or unicodedata.name(character, "").startswith("LATIN")


def trim(model: Any, vocabulary: dict[str, int]) -> Any:
    """The graph with a smaller table of word pieces; one that is trimmed already stays as it is."""
    from onnx import helper, numpy_helper

    graph = model.graph
    table = next(one for one in graph.initializer if one.name.endswith(_TABLE))
    if table.dims[0] != len(vocabulary):
        return model
    kept = sorted(number for piece, number in vocabulary.items() if is_latin(piece))
    rows = np.full(len(vocabulary), kept.index(vocabulary["[UNK]"]), np.int16)
    rows[kept] = np.arange(len(kept))
    gather = next(node for node in graph.node if table.name in node.input)
    pieces = gather.input[1]
    gather.input[1] = f"{_MAP}_wide"
    table.CopyFrom(numpy_helper.from_array(numpy_helper.to_array(table)[kept], table.name))
    graph.initializer.append(numpy_helper.from_array(rows, _MAP))
    graph.node.insert(0, helper.make_node("Gather", [_MAP, pieces], [f"{_MAP}_narrow"], name=_MAP))
    graph.node.insert(1, helper.make_node("Cast", [f"{_MAP}_narrow"], [f"{_MAP}_wide"], name=f"{_MAP}_cast", to=7))
    return model


def read_vocabulary(folder: Path) -> dict[str, int]:
    """The numbers of all word pieces."""
    vocabulary: dict[str, int] = json.loads((folder / "tokenizer.json").read_text("utf8"))["model"]["vocab"]
    return vocabulary


def main() -> None:
    """Trim files."""
    import onnx

    from training.attribution.export import MODELS, write_manifest

    for name in sys.argv[1:]:
        onnx.save(trim(onnx.load(str(MODELS / name)), read_vocabulary(MODELS)), str(MODELS / name))
    write_manifest(MODELS)


if __name__ == "__main__":
    main()
