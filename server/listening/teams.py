"""What is for which team: comments of these intents, and these lists of them."""

from dataclasses import dataclass

from server.schemas import Intent, ListeningTeam

WISHES: tuple[Intent, ...] = ("suggestion",)
TROUBLES: tuple[Intent, ...] = ("complaint", "mistake_report", "disappointment")
CRITICISM: tuple[Intent, ...] = ("criticism", "accusation", "concern", "crisis")
PRAISE: tuple[Intent, ...] = ("praise", "thanks", "story")
QUESTIONS: tuple[Intent, ...] = ("question", "purchase_intent", "comparison")


@dataclass(frozen=True)
class ForTeam:
    """What a team hears: comments of these intents (none: of all), and which lists."""

    intents: tuple[Intent, ...]
    lists: tuple[str, ...]


TEAMS: dict[ListeningTeam | None, ForTeam] = {
    None: ForTeam((), ("questions", "wishes", "troubles", "criticism", "praise")),
    "product": ForTeam((*WISHES, *TROUBLES, "comparison"), ("wishes", "troubles")),
    "pr": ForTeam((*CRITICISM, "troll"), ("criticism",)),
    "support": ForTeam(
        (*TROUBLES, "concern", "question", "purchase_intent"), ("questions", "troubles")
    ),
    "marketing": ForTeam(
        (*PRAISE, "joke", "purchase_intent", "comparison"), ("praise", "questions")
    ),
}
