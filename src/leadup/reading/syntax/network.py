"""The trained network, run with numpy: hashed embeddings, two BiLSTM layers, tagger, biaffine parser.

Dozat and Manning, "Deep Biaffine Attention for Neural Dependency Parsing" (ICLR 2017), trained by
``training/syntax.py``; ``docs/models/syntax.md`` is its card.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from leadup.errors import MissingWeights
from leadup.lang import NOTHING, kept_table
from leadup.reading.syntax.decode import heads
from leadup.reading.syntax.features import BUCKETS, Features


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.words: dict[str, Any] = kept_table("syntax", language)["network"]


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


Array = npt.NDArray[np.float32]

FILE = "model.npz"

BATCH = 64
"""Sentences read side by side. More gains little and costs memory."""


class _Direction:
    """One LSTM, one way. The halved gates make every sigmoid a tanh, so that a step is one call."""

    def __init__(self, x: Array, h: Array, b: Array) -> None:
        self.size = h.shape[0]
        scale = np.full(4 * self.size, 0.5, dtype=np.float32)
        scale[2 * self.size : 3 * self.size] = 1.0
        self.x, self.h, self.b = x * scale, h * scale, b * scale

    def run(self, inputs: Array, alive: Sequence[int], back: bool) -> Array:
        """``inputs`` are a batch's words step by step: ``alive[t]`` sentences, longest first, have a word ``t``."""
        n = self.size
        gates = inputs @ self.x
        gates += self.b
        out = np.empty((len(inputs), n), dtype=np.float32)
        h = np.zeros((alive[0], n), dtype=np.float32)
        c = np.zeros((alive[0], n), dtype=np.float32)
        at = len(inputs) if back else 0
        for k in reversed(alive) if back else alive:
            if back:
                at -= k
            g = gates[at : at + k]
            g += h[:k] @ self.h
            np.tanh(g, out=g)
            # All gates at once, the candidate's too, which no sigmoid is asked of: on so little, calls are what costs.
            opened = 0.5 * g
            opened += 0.5
            cell = c[:k]
            cell *= opened[:, n : 2 * n]
            cell += opened[:, :n] * g[:, 2 * n : 3 * n]
            np.multiply(opened[:, 3 * n :], np.tanh(cell), out=h[:k])
            out[at : at + k] = h[:k]
            if not back:
                at += k
        return out


class Network:
    """The weights, unpacked once."""

    def __init__(self, arrays: dict[str, npt.NDArray[np.generic]]) -> None:
        told = json.loads(bytes(arrays.pop("told").astype(np.uint8)).decode())
        w = {k: v.astype(np.float32) for k, v in arrays.items()}
        self.tags: list[str] = told["tags"]
        self.relations: list[str] = told["relations"]
        self.lemmas: dict[str, str] = told["lemmas"]
        self.features = Features({word: i + 1 for i, word in enumerate(told["words"])})
        self._tables = [w["word"], *(w[f"affix{i}"] for i in range(len(BUCKETS) - 1)), w["shape"]]
        self._layers = [
            tuple(
                _Direction(w[f"{layer}.{way}.x"], w[f"{layer}.{way}.h"], w[f"{layer}.{way}.b"])
                for way in ("forward", "backward")
            )
            for layer in ("lstm1", "lstm2")
        ]
        self._w = w
        rel = w["rel"]
        self._rel = np.ascontiguousarray(rel.reshape(rel.shape[0], -1))

    def read(self, sentences: Sequence[Sequence[str]]) -> list[tuple[list[int], list[int], list[int]]]:
        """For each sentence (its words): tag indices, heads (-1 the root), relation indices."""
        order = sorted((i for i in range(len(sentences)) if sentences[i]), key=lambda i: (-len(sentences[i]), i))
        out: list[tuple[list[int], list[int], list[int]]] = [([], [], []) for _ in sentences]
        for at in range(0, len(order), BATCH):
            batch = order[at : at + BATCH]
            for i, parsed in zip(batch, self._batch([sentences[i] for i in batch]), strict=True):
                out[i] = parsed
        return out

    def _batch(self, sentences: list[Sequence[str]]) -> list[tuple[list[int], list[int], list[int]]]:
        lengths = [len(s) for s in sentences]
        alive = [sum(n > t for n in lengths) for t in range(lengths[0])]
        # Word t of sentence b stands at starts[t] + b: no padding anywhere.
        starts = np.concatenate([[0], np.cumsum(alive)[:-1]])
        rows = self.features.rows([s[t] for t, k in enumerate(alive) for s in sentences[:k]])
        tables = self._tables
        affix = tables[1][rows[:, 1]]
        for i in range(2, len(tables) - 1):
            affix += tables[i][rows[:, i]]
        x = np.concatenate([tables[0][rows[:, 0]], affix, tables[-1][rows[:, -1]]], -1)
        for forward, backward in self._layers:
            x = np.concatenate([forward.run(x, alive, False), backward.run(x, alive, True)], -1)
        # From here on sentence by sentence.
        w = self._w
        flat = x[np.concatenate([starts[:n] + b for b, n in enumerate(lengths)])]
        tags = (flat @ w["tag.w"] + w["tag.b"]).argmax(1)
        arc_d = _leaky(flat @ w["arc_d.w"] + w["arc_d.b"]) @ w["arc"][:-1] + w["arc"][-1]
        arc_h = _leaky(flat @ w["arc_h.w"] + w["arc_h.b"])
        rel_d = _leaky(flat @ w["rel_d.w"] + w["rel_d.b"])
        rel_h = _leaky(flat @ w["rel_h.w"] + w["rel_h.b"])
        root_arc = _leaky(w["root"] @ w["arc_h.w"] + w["arc_h.b"])
        root_rel = _leaky(w["root"] @ w["rel_h.w"] + w["rel_h.b"])
        chosen: list[list[int]] = []
        above = np.empty_like(rel_h)
        at = 0
        for n in lengths:
            d = arc_d[at : at + n]
            scores = np.empty((n, n + 1), dtype=np.float32)
            scores[:, 0] = d @ root_arc
            np.matmul(d, arc_h[at : at + n].T, out=scores[:, 1:])
            tree = heads(scores)
            chosen.append(tree)
            index = np.array(tree)
            above[at : at + n] = rel_h[at : at + n][index]
            above[at + tree.index(-1)] = root_rel
            at += n
        k = w["rel"].shape[1]
        left = (rel_d @ self._rel[:-1] + self._rel[-1]).reshape(len(flat), k, -1)
        scores = np.matmul(left[:, :, :-1], above[:, :, None])[:, :, 0] + left[:, :, -1]
        # Only the root's relation is "root".
        is_root = self.relations.index("root")
        scores[:, is_root] = -np.inf
        relations = scores.argmax(1)
        out = []
        at = 0
        for n, tree in zip(lengths, chosen, strict=True):
            related = relations[at : at + n].tolist()
            related[tree.index(-1)] = is_root
            out.append((tags[at : at + n].tolist(), tree, related))
            at += n
        return out


def _leaky(x: Array) -> Array:
    out: Array = np.maximum(x, np.float32(0.1) * x)
    return out


def has_trees(language: str) -> bool:
    """Does the language's pack name weights of a parser? Without them nothing is parsed in it."""
    return bool(_forms(language).words["package"] != NOTHING)


@cache
def network(language: str) -> Network:
    """The network, its weights loaded once a process.

    Raises MissingWeights where they are not installed, or others, and ValueError for a language that has none.
    """
    if not has_trees(language):
        raise ValueError(f"there are no weights of a parser for the language {language!r}")
    forms = _forms(language)
    content = _weights(forms)
    if hashlib.sha256(content).hexdigest() != forms.words["sha256"]:
        raise MissingWeights(installed=True)
    with np.load(io.BytesIO(content)) as stored:
        return Network({k: stored[k] for k in stored.files})


def _weights(forms: _Forms) -> bytes:
    """The file of weights, of the language's package, or of the repository that this code is run in."""
    package = str(forms.words["package"])
    try:
        return (files(package) / FILE).read_bytes()
    except (ModuleNotFoundError, OSError):
        root = Path(__file__).parent.joinpath("../../../..").resolve()
        beside = root / f"packages/{package.replace('_', '-')}/src/{package}" / FILE
        if beside.is_file():
            return beside.read_bytes()
        raise MissingWeights(installed=False) from None
