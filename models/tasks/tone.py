"""Tone: a classifier that learnt the tones from written replies recognises the one asked for."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import SGDClassifier
from sklearn.pipeline import make_pipeline, make_union

from models.data.written import exchanges
from models.tasks import Line, share


def measure(lines: Sequence[Line]) -> dict[str, float]:
    """Give the share of texts, in all the tones there are, whose tone is recognised."""
    texts = [(line.tone, line.text) for line in lines if line.text]
    texts += [other for line in lines for other in line.others]
    known = [(tone, text) for tone, text in texts if tone in classifier().classes_]
    if not known:
        return {}
    guesses = classifier().predict([text for _, text in known])
    right = sum(guess == tone for guess, (tone, _) in zip(guesses, known, strict=True))
    return {"tone": share(right, len(known)), "tone_of": len(known)}


@cache
def classifier() -> Any:
    """Fit words and marks to tones on the train split's replies, each tone weighed alike."""
    pairs = [(reply, tone) for row in exchanges("train") for tone, reply in row["replies"].items()]
    features = make_union(
        TfidfVectorizer(ngram_range=(1, 2), min_df=4, sublinear_tf=True),
        TfidfVectorizer(analyzer="char", ngram_range=(1, 1), min_df=5, sublinear_tf=True),
    )
    model = make_pipeline(
        features, SGDClassifier(loss="log_loss", class_weight="balanced", random_state=0)
    )
    return model.fit([text for text, _ in pairs], [tone for _, tone in pairs])
