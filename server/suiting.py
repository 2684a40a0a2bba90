"""Suiting: which tones do not go with a comment, and why."""

from models.guided.intents import FAULT, OURS
from server.schemas import Triage, UnfitTone

NOT_AT_RISK = "Not where something is at risk"
NOT_UNDER_GRIEF = "Not under a complaint or grief"
NO_FAULT = "Only where there is a fault of ours"


def unfit_tones(advice: Triage) -> list[UnfitTone]:
    """Give the presets that do not go with what a comment is; tones that people added always do."""
    unfit = []
    if advice.risk != "none":
        unfit.append(UnfitTone(tone="playful", why=NOT_AT_RISK))
    elif advice.intent in FAULT or advice.feeling == "sad":
        unfit.append(UnfitTone(tone="playful", why=NOT_UNDER_GRIEF))
    if advice.intent not in OURS:
        unfit.append(UnfitTone(tone="apologetic", why=NO_FAULT))
    return unfit
