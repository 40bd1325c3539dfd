"""Train the tagger and parser that ships in ``leadup.reading.syntax``.

    python training/syntax.py DATA --out packages/leadup-en/src/leadup_en/model.npz

DATA is a folder with the UD English treebanks (``ud_ewt/*.conllu``, ``ud_gum/*.conllu``). Needs PyTorch, which
leadup itself does not. Everything is seeded; the schedule is laid over a number of epochs, so that a run on a slow
machine gives what a run on a fast one gives.

The model is a deep biaffine parser (Dozat and Manning 2017) with hashed affix embeddings in place of pretrained
ones, a two-layer BiLSTM, and the tagger beside the parser on the same states.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from leadup.reading.syntax.features import BUCKETS, Features, plain

# The parts of GUM whose texts its LICENSE.txt names as CC BY or public domain. The others (wikiHow, fiction:
# non-commercial; academic, court, essay, letter, podcast: not named) are left out, and so is conversation.
GUM_PARTS = ("bio", "interview", "news", "speech", "textbook", "vlog", "voyage")
KEPT_SUBTYPES = frozenset(
    {"nsubj:pass", "csubj:pass", "aux:pass", "obl:agent", "acl:relcl", "nmod:poss", "compound:prt", "advcl:relcl"}
)


@dataclass
class Tree:
    """A sentence of a treebank: forms, tags, heads (0 is the root), relations, lemmas."""

    words: list[str]
    upos: list[str]
    heads: list[int]
    rels: list[str]
    lemmas: list[str]
    text: str
    genre: str


def read(path: Path, parts: tuple[str, ...] | None = None) -> Iterator[Tree]:
    """The trees of a CoNLL-U file; with ``parts``, only documents of these genres (GUM's document ids name them)."""
    rows: list[list[str]] = []
    text = genre = ""
    with path.open(encoding="utf-8") as f:
        for line in f:
            line = line.rstrip("\n")
            if line.startswith("# newdoc id = "):
                genre = re.split(r"[_-]", line[14:].removeprefix("GUM_"))[0]
            elif line.startswith("# text = "):
                text = line[9:]
            elif not line:
                if rows and (parts is None or genre in parts):
                    rels = [r[7] if r[7] in KEPT_SUBTYPES else r[7].split(":")[0] for r in rows]
                    yield Tree(
                        [r[1] for r in rows], [r[3] for r in rows], [int(r[6]) for r in rows], rels,
                        [r[2] for r in rows], text, genre,
                    )  # fmt: skip
                rows = []
            elif line[0] != "#":
                cells = line.split("\t")
                if cells[0].isdigit():
                    rows.append(cells)


def treebanks(folder: Path, part: str) -> dict[str, list[Tree]]:
    """The shippable trees of ``train`` or ``dev``, by treebank."""
    return {
        "ewt": [t for p in sorted(folder.glob(f"ud_ewt/*-{part}*.conllu")) for t in read(p)],
        "gum": [t for p in sorted(folder.glob(f"ud_gum/*-{part}*.conllu")) for t in read(p, GUM_PARTS)],
    }


class Parser(nn.Module):
    """Embeddings, BiLSTM, tagger, biaffine arcs and relations."""

    def __init__(self, words: int, tags: int, rels: int, size: dict[str, int], drop: float) -> None:
        super().__init__()
        self.word = nn.Embedding(words, size["word"])
        self.affix = nn.ModuleList(nn.Embedding(n, size["affix"]) for n in BUCKETS[:-1])
        self.shape = nn.Embedding(BUCKETS[-1], size["shape"])
        for e in (self.word, *self.affix, self.shape):
            nn.init.normal_(e.weight, std=0.3 if e is not self.word else 0.15)
        inputs = size["word"] + size["affix"] + size["shape"]
        h = size["hidden"]
        self.lstm1 = nn.LSTM(inputs, h, bidirectional=True, batch_first=False)
        self.lstm2 = nn.LSTM(2 * h, h, bidirectional=True, batch_first=False)
        self.root = nn.Parameter(torch.zeros(2 * h))
        self.tag = nn.Linear(2 * h, tags)
        self.arc_d = nn.Linear(2 * h, size["arc"])
        self.arc_h = nn.Linear(2 * h, size["arc"])
        self.rel_d = nn.Linear(2 * h, size["rel"])
        self.rel_h = nn.Linear(2 * h, size["rel"])
        self.arc = nn.Parameter(torch.zeros(size["arc"] + 1, size["arc"]))
        self.rel = nn.Parameter(torch.zeros(size["rel"] + 1, rels, size["rel"] + 1))
        nn.init.normal_(self.arc, std=0.02)
        nn.init.normal_(self.rel, std=0.02)
        nn.init.normal_(self.root, std=0.1)
        self.drop = drop

    def _locked(self, x: torch.Tensor) -> torch.Tensor:
        if not self.training:
            return x
        keep = torch.empty(1, x.shape[1], x.shape[2]).bernoulli_(1 - self.drop) / (1 - self.drop)
        return x * keep

    def states(self, x: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """``x`` is time × batch × columns; gives the tag logits, arc scores (batch, dependent, head) and the rest."""
        affix = sum(e(x[:, :, 1 + i]) for i, e in enumerate(self.affix))
        v = self._locked(torch.cat([self.word(x[:, :, 0]), affix, self.shape(x[:, :, -1])], -1))
        a, _ = self.lstm1(v)
        b, _ = self.lstm2(self._locked(a))
        s = self._locked(b)
        tags = self.tag(s)
        t, n, d = s.shape
        up = torch.cat([self.root.expand(1, n, d), s], 0)
        act = lambda m, y: F.dropout(F.leaky_relu(m(y), 0.1), self.drop, self.training)  # noqa: E731
        ad, ah, rd, rh = act(self.arc_d, s), act(self.arc_h, up), act(self.rel_d, s), act(self.rel_h, up)
        one = torch.ones(t, n, 1)
        arcs = torch.einsum("tnd,snd->nts", torch.cat([ad, one], -1) @ self.arc, ah)
        return tags, arcs, rd, rh

    def relations(self, rd: torch.Tensor, rh: torch.Tensor) -> torch.Tensor:
        """Relation logits for pairs of dependent and head states (rows)."""
        one = torch.ones(rd.shape[0], 1)
        left = torch.cat([rd, one], -1) @ self.rel.flatten(1)
        left = left.view(rd.shape[0], self.rel.shape[1], -1)
        return torch.einsum("nrd,nd->nr", left, torch.cat([rh, one], -1))


class Corpus:
    """Trees as arrays, in batches of sentences of one length."""

    def __init__(self, trees: list[Tree], features: Features, tags: dict[str, int], rels: dict[str, int]) -> None:
        self.trees, self.features = trees, features
        self.tags = [torch.tensor([tags.get(u, 0) for u in t.upos]) for t in trees]
        self.heads = [torch.tensor(t.heads) for t in trees]
        self.rels = [torch.tensor([rels.get(r, 0) for r in t.rels]) for t in trees]

    def batches(self, tokens: int, rng: random.Random) -> list[list[int]]:
        """Indices, by length, about ``tokens`` words a batch, in random order."""
        by: dict[int, list[int]] = {}
        for i, t in enumerate(self.trees):
            by.setdefault(len(t.words), []).append(i)
        out = []
        for n, members in sorted(by.items()):
            rng.shuffle(members)
            k = max(1, tokens // n)
            out += [members[i : i + k] for i in range(0, len(members), k)]
        rng.shuffle(out)
        return out


def noisy(words: list[str], rng: random.Random) -> list[str]:
    """Now and then: all small letters, all capitals, or a headline's capitals."""
    r = rng.random()
    if r < 0.03:
        return [w.lower() for w in words]
    if r < 0.045:
        return [w.upper() for w in words]
    if r < 0.07:
        return [w[:1].upper() + w[1:] if len(w) > 3 else w for w in words]
    return words


def evaluate(model: Parser, corpus: Corpus, rels: list[str]) -> dict[str, float]:
    """UPOS, UAS and LAS on base relations, in percent, by greedy heads; gold words, punctuation counted."""
    model.eval()
    base = torch.tensor([sorted({r.split(":")[0] for r in rels}).index(r.split(":")[0]) for r in rels])
    n = pos = uas = las = 0
    with torch.no_grad():
        for batch in corpus.batches(4000, random.Random(0)):
            x = np.stack([corpus.features.rows(corpus.trees[i].words) for i in batch], 1)
            tags, arcs, rd, rh = model.states(torch.from_numpy(x).long())
            heads = arcs.argmax(-1)
            gold_h = torch.stack([corpus.heads[i] for i in batch])
            gold_r = torch.stack([corpus.rels[i] for i in batch])
            b, t = heads.shape
            cols = torch.arange(b).repeat_interleave(t)
            rel = model.relations(rd.transpose(0, 1).reshape(b * t, -1), rh[heads.reshape(-1), cols]).argmax(-1)
            same = heads == gold_h
            n += b * t
            pos += int((torch.stack([corpus.tags[i] for i in batch]) == tags.argmax(-1).T).sum())
            uas += int(same.sum())
            las += int((same & (base[rel.view(b, t)] == base[gold_r])).sum())
    model.train()
    return {"upos": 100 * pos / n, "uas": 100 * uas / n, "las": 100 * las / n, "words": n}


def lemma_table(trees: list[Tree]) -> dict[str, str]:
    """Lemmas seen in the treebank that the rules of ``lemmas.py`` do not give: ``"UPOS form": lemma``."""
    from leadup.lang import ENGLISH
    from leadup.reading.syntax.lemmas import by_rule

    seen: dict[tuple[str, str], Counter[str]] = {}
    for t in trees:
        for w, u, m in zip(t.words, t.upos, t.lemmas, strict=True):
            if u in {"NOUN", "VERB", "AUX", "ADJ", "ADV", "PRON", "DET"} and w.isascii() and m.isascii():
                seen.setdefault((u, plain(w).lower()), Counter())[m.lower()] += 1
    table = {}
    for (u, w), c in sorted(seen.items()):
        m, k = min(c.items(), key=lambda x: (-x[1], x[0]))
        if m != by_rule(w, u, ENGLISH) and k >= 1 and m.replace("-", "").replace("'", "").isalpha():
            table[f"{u} {w}"] = m
    return table


def main() -> None:
    """Train, report, write the weights."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("data", type=Path)
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--epochs", type=float, default=25)
    ap.add_argument("--batch", type=int, default=900, help="words a batch")
    ap.add_argument("--rate", type=float, default=3e-3)
    ap.add_argument("--drop", type=float, default=0.33)
    ap.add_argument("--hidden", type=int, default=192)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--threads", type=int, default=1)
    ap.add_argument("--some", type=int, default=0, help="only so many trees (to try the program)")
    a = ap.parse_args()
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    rng = random.Random(a.seed)
    banks, held = treebanks(a.data, "train"), treebanks(a.data, "dev")
    trees = [t for b in banks.values() for t in b]
    if a.some:
        trees = trees[: a.some]
    print({k: (len(v), sum(len(t.words) for t in v)) for k, v in banks.items()}, flush=True)
    counts = Counter(plain(w).lower() for t in trees for w in t.words)
    vocabulary = {w: i + 1 for i, w in enumerate(sorted(w for w, c in counts.items() if c >= 2))}
    tags = {u: i for i, u in enumerate(sorted({u for t in trees for u in t.upos}))}
    rels = {r: i for i, r in enumerate(sorted({r for t in trees for r in t.rels}))}
    features = Features(vocabulary)
    size = {"word": 100, "affix": 100, "shape": 24, "hidden": a.hidden, "arc": 192, "rel": 48}
    model = Parser(len(vocabulary) + 1, len(tags), len(rels), size, a.drop)
    corpus = Corpus(trees, features, tags, rels)
    tests = {k: Corpus(v, features, tags, rels) for k, v in held.items()}
    drop_p = torch.zeros(len(vocabulary) + 1)
    for w, i in vocabulary.items():
        drop_p[i] = 0.3 / (0.3 + counts[w]) + 0.03
    steps = int(a.epochs * len(corpus.batches(a.batch, random.Random(0))))
    optimiser = torch.optim.Adam(model.parameters(), lr=a.rate, betas=(0.9, 0.95), eps=1e-9)
    warm = min(200, steps // 10)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min((s + 1) / warm, max(0.0, (steps - s) / max(1, steps - warm)))
    )
    average = {k: v.detach().clone() for k, v in model.state_dict().items()}
    step, began, seen = 0, time.time(), 0
    while step < steps:
        for batch in corpus.batches(a.batch, rng):
            rows = np.stack([features.rows(noisy(corpus.trees[i].words, rng)) for i in batch], 1)
            x = torch.from_numpy(rows).long()
            x[:, :, 0] = torch.where(torch.rand(x.shape[:2]) < drop_p[x[:, :, 0]], 0, x[:, :, 0])
            t, b = x.shape[:2]
            heads = torch.stack([corpus.heads[i] for i in batch])
            gold_r = torch.stack([corpus.rels[i] for i in batch])
            gold_t = torch.stack([corpus.tags[i] for i in batch])
            out, arcs, rd, rh = model.states(x)
            cols = torch.arange(b).repeat_interleave(t)
            logits = model.relations(rd.transpose(0, 1).reshape(b * t, -1), rh[heads.reshape(-1), cols])
            loss = (
                F.cross_entropy(arcs.reshape(b * t, t + 1), heads.reshape(-1))
                + F.cross_entropy(logits, gold_r.reshape(-1))
                + 0.5 * F.cross_entropy(out.transpose(0, 1).reshape(b * t, -1), gold_t.reshape(-1))
            )
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 3.0)
            optimiser.step()
            schedule.step()
            step += 1
            seen += b * t
            decay = min(0.998, (1 + step) / (10 + step))
            if step % 2 == 0:
                with torch.no_grad():
                    for k, v in model.state_dict().items():
                        average[k].mul_(decay).add_(v, alpha=1 - decay)
            if step % 100 == 0:
                print(f"{step}/{steps} loss {loss.item():.3f} {seen / (time.time() - began):.0f} words/s", flush=True)
            if step % 1500 == 0 or step == steps:
                kept = {k: v.clone() for k, v in model.state_dict().items()}
                model.load_state_dict(average)
                figures = {k: evaluate(model, c, list(rels)) for k, c in tests.items()}
                print(step, int(time.time() - began), json.dumps(figures), flush=True)
                write(model, a.out, vocabulary, tags, rels, lemma_table(trees), figures)
                model.load_state_dict(kept)
            if step == steps:
                break


def write(
    model: Parser, out: Path, vocabulary: dict[str, int], tags: dict[str, int], rels: dict[str, int],
    lemmas: dict[str, str], figures: dict[str, dict[str, float]],
) -> None:  # fmt: skip
    """The weights as half floats, with the words and labels beside them, in one compressed file."""
    p = {k: v.detach().numpy() for k, v in model.state_dict().items()}
    arrays: dict[str, np.ndarray] = {}

    def put(name: str, value: np.ndarray) -> None:
        arrays[name] = np.ascontiguousarray(value.astype(np.float16))

    put("word", p["word.weight"])
    for i in range(len(BUCKETS) - 1):
        put(f"affix{i}", p[f"affix.{i}.weight"])
    put("shape", p["shape.weight"])
    for layer in ("lstm1", "lstm2"):
        for way, suffix in (("forward", ""), ("backward", "_reverse")):
            put(f"{layer}.{way}.x", p[f"{layer}.weight_ih_l0{suffix}"].T)
            put(f"{layer}.{way}.h", p[f"{layer}.weight_hh_l0{suffix}"].T)
            put(f"{layer}.{way}.b", p[f"{layer}.bias_ih_l0{suffix}"] + p[f"{layer}.bias_hh_l0{suffix}"])
    for name in ("tag", "arc_d", "arc_h", "rel_d", "rel_h"):
        put(f"{name}.w", p[f"{name}.weight"].T)
        put(f"{name}.b", p[f"{name}.bias"])
    put("root", p["root"])
    put("arc", p["arc"])
    put("rel", p["rel"])
    told = {
        "tags": sorted(tags, key=tags.__getitem__),
        "relations": sorted(rels, key=rels.__getitem__),
        "words": sorted(vocabulary, key=vocabulary.__getitem__),
        "lemmas": lemmas,
        "figures": figures,
    }
    arrays["told"] = np.frombuffer(json.dumps(told, ensure_ascii=False, sort_keys=True).encode(), dtype=np.uint8)
    out.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(out, **arrays)


if __name__ == "__main__":
    main()
