"""From arc scores to a tree: the best head of each word where that is a tree, else Chu-Liu-Edmonds."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float32]


def heads(scores: Scores) -> list[int]:
    """The head of each of ``n`` words, -1 for the root, from an ``n`` by ``n + 1`` array of arc scores.

    Column 0 is the root. Exactly one word has the root as its head (Zmigrod et al. 2020 say why that needs saying).
    """
    n = scores.shape[0]
    if n == 0:
        return []
    scores = scores.copy()
    scores[np.arange(n), np.arange(1, n + 1)] = -np.inf
    best = [int(h) - 1 for h in scores.argmax(1)]
    roots = [i for i, h in enumerate(best) if h < 0]
    if len(roots) != 1:
        # The root that costs least against each word's best other head.
        loss = scores[:, 0] - scores[:, 1:].max(1) if n > 1 else scores[:, 0]
        root = int(np.argmax(loss)) if not roots else max(roots, key=lambda i: (loss[i], -i))
        kept = scores[root, 0]
        scores[:, 0] = -np.inf
        scores[root, :] = -np.inf
        scores[root, 0] = kept
        best = [int(h) - 1 for h in scores.argmax(1)]
    else:
        root = roots[0]
        kept = scores[root, 0]
        if _is_tree(best):
            return best
        scores[:, 0] = -np.inf
        scores[root, :] = -np.inf
        scores[root, 0] = kept
    if _is_tree(best):
        return best
    full = np.full((n + 1, n + 1), -np.inf, dtype=np.float64)
    full[1:, :] = scores
    return [int(h) - 1 for h in _edmonds(full)[1:]]


def _is_tree(best: list[int]) -> bool:
    done = [False] * len(best)
    for i in range(len(best)):
        path = []
        j = i
        while j >= 0 and not done[j]:
            if j in path:
                return False
            path.append(j)
            j = best[j]
        for k in path:
            done[k] = True
    return True


def _cycle(head: npt.NDArray[np.int64]) -> list[int] | None:
    state = [0] * len(head)
    state[0] = 2
    for i in range(1, len(head)):
        path = []
        j = i
        while state[j] == 0:
            state[j] = 1
            path.append(j)
            j = int(head[j])
        if state[j] == 1:
            return path[path.index(j) :]
        for k in path:
            state[k] = 2
    return None


def _edmonds(scores: npt.NDArray[np.float64]) -> npt.NDArray[np.int64]:
    """Heads of the maximum spanning arborescence rooted in 0; ``scores[d, h]``."""
    n = scores.shape[0]
    scores = scores.copy()
    np.fill_diagonal(scores, -np.inf)
    head: npt.NDArray[np.int64] = scores.argmax(1).astype(np.int64)
    head[0] = 0
    cycle = _cycle(head)
    if cycle is None:
        return head
    ring = np.array(cycle)
    inside = np.zeros(n, dtype=bool)
    inside[ring] = True
    rest = np.flatnonzero(~inside)
    k = len(rest)
    small = np.full((k + 1, k + 1), -np.inf)
    small[:k, :k] = scores[np.ix_(rest, rest)]
    # Into the ring: what entering at a word gains over the ring's own arc to it.
    gain = scores[np.ix_(ring, rest)] - scores[ring, head[ring]][:, None]
    enter = gain.argmax(0)
    small[k, :k] = gain.max(0)
    # Out of the ring: its best word for each one outside.
    out = scores[np.ix_(rest, ring)]
    leave = out.argmax(1)
    small[:k, k] = out.max(1)
    small[0, :] = -np.inf
    heads_of_small = _edmonds(small)
    result: npt.NDArray[np.int64] = head.copy()
    for i in range(1, k):
        h = int(heads_of_small[i])
        result[rest[i]] = ring[leave[i]] if h == k else rest[h]
    into = int(heads_of_small[k])
    result[ring[enter[into]]] = rest[into]
    return result
