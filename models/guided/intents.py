"""What intents have in common, where writing treats several of them alike."""

ASKING = frozenset(("question", "purchase_intent", "comparison"))
PRAISING = frozenset(("praise", "thanks", "story"))
FAULT = frozenset(
    ("complaint", "mistake_report", "disappointment", "accusation", "crisis", "concern")
)
OURS = frozenset(("complaint", "mistake_report", "disappointment"))  # the fault can be our own
LIGHT = PRAISING | {"joke", "off_topic"}  # nothing is wanted
UNSERIOUS = LIGHT | {"troll"}  # nothing is wanted, or nothing good
LIGHTLY = UNSERIOUS | {"suggestion"}  # may be said for the fun of it
PRAISED = frozenset(("praise", "thanks", "joke"))  # turned against us, it is criticism
