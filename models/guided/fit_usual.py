"""Fit which kinds of facts are told under which comments, on facts that stand among others."""

import zlib
from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, diags, hstack
from sklearn.linear_model import LogisticRegression

from models.guided.usual import GROUPS, Usual, group_of, terms_of

OFTEN = 40  # a term in fewer facts is not counted
FOLDS = 5
Told = tuple[str, str, str, bool, float]  # brand, fact, intent, whether it belongs, weight


def fit_usual(samples: Sequence[Told]) -> dict[str, np.ndarray[Any, Any]]:
    """Give the arrays of `Usual`, fitted on told and untold facts."""
    every = [terms_of(fact) for _, fact, *_ in samples]
    seen = Counter(term for terms in every for term in terms)
    terms = sorted(term for term, count in seen.items() if count >= OFTEN)
    at = {term: place for place, term in enumerate(terms)}
    pairs = [(row, at[term]) for row, found in enumerate(every) for term in found if term in at]
    rows, columns = np.array(pairs).T
    counts = np.bincount(rows, minlength=len(samples))
    matrix = csr_matrix((1 / np.sqrt(counts[rows]), (rows, columns)), (len(samples), len(terms)))
    groups = np.array([GROUPS.index(group_of(intent)) for _, _, intent, *_ in samples])
    own = [diags((groups == group).astype(float)) @ matrix for group in range(len(GROUPS))]
    model = LogisticRegression(C=1, max_iter=200).fit(
        hstack([*own, matrix]).tocsr(),
        [belongs for *_, belongs, _ in samples],
        sample_weight=[weight for *_, weight in samples],
    )
    *weights, shared = model.coef_[0].reshape(len(GROUPS) + 1, len(terms))
    return {
        "terms": np.array(terms),
        "weights": (np.array(weights) + shared).T.astype(np.float16),
        "bias": np.full(len(GROUPS), model.intercept_[0], np.float32),
    }


def fold_of(brand: str) -> int:
    """Give the fold of a brand: what is fitted on its facts must not judge them."""
    return zlib.crc32(brand.encode()) % FOLDS


def by_folds(samples: Sequence[Told]) -> list[Usual]:
    """Give, for each fold of brands, what was fitted on all the others."""
    return [
        Usual(fit_usual([sample for sample in samples if fold_of(sample[0]) != fold]))
        for fold in range(FOLDS)
    ]
