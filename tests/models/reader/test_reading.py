"""What the shipped reader says of comments, alone and beside triage's network."""

from models.prompt import Brief
from models.reader.reading import shipped
from models.triage.network import LABELS
from models.triage.network import shipped as network
from models.triage.together import together

COMMENT = "The zip of my jacket broke after two days and nobody answers my mails."


def test_all_labels_have_their_chances() -> None:
    said = shipped().probabilities(Brief(comment=COMMENT))
    assert {kind: tuple(values) for kind, values in said.items()} == LABELS
    assert all(abs(sum(values.values()) - 1) < 1e-5 for values in said.values())
    assert said["intent"]["complaint"] > said["intent"]["praise"]


def test_together_stand_between_both() -> None:
    brief = Brief(comment=COMMENT)
    one, other = network().probabilities(brief), shipped().probabilities(brief)
    both = together(brief, network())
    assert abs(sum(both["action"].values()) - 1) < 1e-9
    low, high = sorted((one["risk"]["high"], other["risk"]["high"]))
    assert low * 0.9 <= both["risk"]["high"] <= high * 1.1
