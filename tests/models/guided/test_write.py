"""Guided drafts: about the comment, true to the facts, and sound."""

import re
from collections.abc import Sequence

import pytest

from models.data.written import brief_of, exchanges
from models.guided.bank import bank
from models.guided.facts import as_sentence, choose_facts
from models.guided.gathered import MOST_READ, gather
from models.guided.write import write_guided
from models.prompt import Brief, Turn

PARCEL = Brief(comment="my parcel came crushed and nobody answers my mails")


def test_a_complaint_s_draft_names_the_complaint() -> None:
    drafts = write_guided(PARCEL, intent="complaint", feeling="angry", tones=["plain", "warm"])
    assert {draft.tone for draft in drafts} == {"plain", "warm"}
    assert all("parcel" in draft.text.lower() or "mails" in draft.text for draft in drafts)


def test_a_fact_that_answers_stands_in_the_draft_word_for_word() -> None:
    facts = ("Dogs travel free.", "The last boat back on Sunday is at 16:15.")
    brief = Brief(comment="when is the last boat back on sundays??", facts=facts)
    (draft, *_) = write_guided(brief, intent="question", feeling="curious", tones=["plain"])
    assert "The last boat back on Sunday is at 16:15." in draft.text
    assert "Dogs" not in draft.text


def test_without_a_fact_a_question_is_not_answered() -> None:
    brief = Brief(comment="is the big jar vegan?")
    for draft in write_guided(brief, intent="question", feeling="curious", tones=["plain"]):
        assert not re.search(r"(?i)\b(?:yes|it is vegan|no,)\b", draft.text)


def test_where_nothing_is_sound_the_best_is_given_all_the_same() -> None:
    drafts = write_guided(
        PARCEL,
        intent="complaint",
        feeling="angry",
        tones=["plain"],
        is_sound=lambda text, tone: False,
    )
    assert drafts[0].text


def test_what_was_said_before_is_said_again_before_nothing_is() -> None:
    said: set[str] = set()
    for _ in range(5):
        (draft,) = write_guided(
            Brief(comment="ok"),
            intent="praise",
            feeling="happy",
            tones=["plain"],
            avoid=said,
            count=1,
        )
        said.add(draft.text)


def test_a_shorter_draft_keeps_the_fact_and_drops_the_rest() -> None:
    brief = Brief(comment="my kettle leaks", facts=("Leaking kettles are replaced free.",))
    whole, short = (
        write_guided(
            brief, intent="complaint", feeling="angry", tones=["warm"], count=1, shorter=shorter
        )[0].text
        for shorter in (False, True)
    )
    assert len(short) < len(whole)
    assert "Leaking kettles are replaced free." in short


def test_what_is_not_sound_is_not_given() -> None:
    drafts = write_guided(
        PARCEL,
        intent="complaint",
        feeling="angry",
        tones=["plain"],
        is_sound=lambda text, tone: "sorry" not in text.lower(),
    )
    assert drafts
    assert not any("sorry" in draft.text.lower() for draft in drafts)


def test_the_judge_decides_between_sentences() -> None:
    favourites: list[str] = []

    def judge(texts: Sequence[str]) -> list[float]:
        favourites.append(texts[3])
        return [100.0 if text == favourites[-1] else 0.0 for text in texts]

    drafts = write_guided(
        PARCEL, intent="complaint", feeling="angry", tones=["plain"], judge=judge, count=1
    )
    assert favourites[-1] in drafts[0].text


def test_no_draft_has_an_open_slot_or_a_double_space() -> None:
    for row in list(exchanges("dev"))[:60]:
        if not row["replies"]:
            continue
        drafts = write_guided(
            brief_of(row), intent=row["intent"], feeling=row["feeling"], tones=list(row["replies"])
        )
        assert drafts, row["id"]
        for draft in drafts:
            assert not re.search(r"[{}]|  |\bNone\b(?! of)", draft.text), draft.text
            assert draft.text[0].isupper() or not draft.text[0].isalpha(), draft.text


def test_the_same_seed_gives_the_same_drafts() -> None:
    runs = [
        write_guided(PARCEL, intent="complaint", feeling="angry", tones=["plain"], seed=3)
        for _ in range(2)
    ]
    assert runs[0] == runs[1]


def test_every_move_s_slots_stand_in_its_text() -> None:
    for move in bank():
        found = {slot.lower() for slot in re.findall(r"\{(\w+)\}", move.text)}
        assert found == move.slots, move.id


def test_a_fact_stands_as_a_sentence_of_its_own() -> None:
    assert as_sentence(" the pot  costs 2.40") == "The pot costs 2.40."
    assert as_sentence("Is it open? Yes!") == "Is it open? Yes!"


def test_a_fact_beside_the_point_is_left_out() -> None:
    facts = ["The oven does 180 buns on a Saturday.", "Oat milk is 30p extra."]
    chosen = choose_facts("how much is oat milk?", facts, intent="question")
    assert [fact.text for fact in chosen] == ["Oat milk is 30p extra."]


@pytest.mark.parametrize(
    ("note", "text"),
    [
        (
            "say we look forward to the visit",
            "We open at 10 on Sundays. We look forward to the visit.",
        ),
        ("on sundays its open at 10", "On Sundays it's open at 10."),
        ("be short", "We open at 10 on Sundays."),
    ],
)
def test_a_fact_that_answers_stands_beside_a_note_that_says_something_else(
    note: str, text: str
) -> None:
    brief = Brief(
        comment="when do you open on sunday?", facts=("We open at 10 on Sundays.",), note=note
    )
    drafts = write_guided(brief, intent="question", feeling="curious", tones=["plain"])
    assert drafts[0].text == text


def test_nobody_smiles_at_what_goes_to_safety() -> None:
    brief = Brief(
        comment="I found a piece of plastic in my salad", action="hand_over", hand_over_to="safety"
    )
    (draft,) = write_guided(
        brief, intent="complaint", feeling="angry", tones=["playful"], count=1, seed=3
    )
    assert draft.text.isascii() and "safety team" in draft.text


def _draft(comment: str, intent: str, **more: str) -> str:
    action = more.pop("action", "reply")
    brief = Brief(
        comment=comment, action=action, note=more.pop("note", ""), facts=(*more.values(),)
    )
    (draft,) = write_guided(brief, intent=intent, feeling="neutral", tones=["plain"], count=1)
    return draft.text


@pytest.mark.parametrize(
    ("comment", "intent", "said", "unsaid"),
    [
        ("Oh brilliant, another price increase.", "praise", "price", "glad"),
        ("love how you cancel every show I start", "complaint", "cancelled show", "glad"),
        ("Lovely jacket, but the zip broke", "praise", "zip", "Thank you"),
        ("keeping elephants there is cruel", "joke", "elephants", "Ha"),
        ("my brother drowned there. please put up signs", "suggestion", "your brother", "I like"),
        ("The guard waited while I ran. Made my day", "complaint", "guard", "sorry"),
        ("why is popcorn £9. NINE", "question", "price", "find out"),
    ],
)
def test_a_draft_hears_how_it_is_meant(comment: str, intent: str, said: str, unsaid: str) -> None:
    text = _draft(comment, intent)
    assert said in text
    assert unsaid not in text


def test_a_note_that_answers_leaves_nothing_to_ask() -> None:
    text = _draft("app crashes since the update", "complaint", action="ask", note="known bug")
    assert "It's a known bug." in text
    assert "?" not in text


def test_a_note_that_asks_in_private_is_not_asked_twice() -> None:
    note = "meter needs a reset, pls DM account nr"
    text = _draft("meter has shown 0 since march", "complaint", action="move", note=note)
    assert text.count("private message") == 1


def test_a_fact_of_a_label_stands_in_the_draft_as_a_sentence() -> None:
    text = _draft("do they run small?", "question", fact="Sizing: true to size")
    assert text == "It comes up true to size."


def test_a_warm_answer_greets_or_closes_with_a_word_for_them() -> None:
    fact = "Oak tables: 6 to 8 weeks from order."
    brief = Brief(comment="how long for an oak table? it's for our wedding", facts=(fact,))
    (draft,) = write_guided(brief, intent="question", feeling="curious", tones=["warm"], count=1)
    assert (
        draft.text == "Oak tables take 6 to 8 weeks from order. I hope the wedding is a lovely one!"
    )


@pytest.mark.parametrize(
    ("comment", "intent", "said", "unsaid"),
    [
        ("card declined in Rome, thanks guys", "thanks", "card", "kind"),
        ("That tiramisu though 🤤", "praise", "tiramisu", "criticism"),
        ("You lost my husband's ashes", "story", "husband's ashes", "so sorry you've lost"),
        ("new camera angle is so much better!!", "criticism", "camera angle", "raise"),
        ("3 outages in 2 weeks, we run a business on this", "suggestion", "", "Good"),
        ("can your sales team stop calling me every day", "question", "calls", "find out whether"),
        ("Received a used toner instead of a new one", "criticism", "toner", "Fair"),
        ("seat 14A reclined by itself", "troll", "", "let your words stand"),
        ("ur model is so skinny", "spam", "", "isn't ours"),
        ("he's two years sober, you helped him", "story", "", "what you've lost"),
    ],
)
def test_what_triage_took_wrongly_is_not_answered_wrongly(
    comment: str, intent: str, said: str, unsaid: str
) -> None:
    brief = Brief(comment=comment)
    for draft in write_guided(brief, intent=intent, feeling="sad", tones=["plain", "warm"]):
        assert said in draft.text.lower()
        assert unsaid not in draft.text


@pytest.mark.parametrize(
    ("comment", "intent", "feeling", "said", "unsaid"),
    [
        ("Heel came off at an interview. I carried it.", "thanks", "grateful", "heel", "glad"),
        (
            "Usher made my son feel like a pest",
            "disappointment",
            "disappointed",
            "treated",
            "glad",
        ),
        ("the lad saved my orchid. what a place", "complaint", "frustrated", "orchid", "sorry"),
        ("My brother slept at yours for six weeks", "story", "sad", "your brother", "sorry"),
        ("you forgot my oat milk", "joke", "amused", "your oat milk", "Ha"),
        ("The nurses were angels. 14 hours in a corridor", "complaint", "angry", "14", "nurses"),
    ],
)
def test_harm_is_told_from_praise_where_triage_errs(
    comment: str, intent: str, feeling: str, said: str, unsaid: str
) -> None:
    drafts = write_guided(
        Brief(comment=comment), intent=intent, feeling=feeling, tones=["plain"], count=1
    )
    assert said in drafts[0].text.lower()
    assert unsaid not in drafts[0].text.lower()


@pytest.mark.parametrize(
    ("comment", "named"),
    [
        ("bus left early, 30 min wait in the hail", "hail"),
        ("Hired a lens for my sister's wedding. Awful", "wedding"),
        ("It was a waste. 5 hours for 40 mins at the waterfall", "waterfall"),
    ],
)
def test_a_place_and_what_is_theirs_are_mentioned_and_not_blamed(comment: str, named: str) -> None:
    text = _draft(comment, "complaint")
    assert not re.search(rf"(?i)(?:sorry|cross|annoyed|fed up) (?:about|with) the {named}", text)


def test_a_wish_and_what_is_liked_are_both_named() -> None:
    text = _draft("Love the app but the new update hides my savings behind 3 taps", "praise")
    assert "the app" in text and "the update" in text


def test_a_name_that_is_not_there_leaves_no_comma_before_a_picture() -> None:
    for comment in ("tell them my fish said hello", "my chair has opinions", "Bob Ross energy"):
        (draft,) = write_guided(
            Brief(comment=comment), intent="joke", feeling="amused", tones=["playful"], count=1
        )
        assert ", 😄" not in draft.text


def test_of_an_endless_comment_the_beginning_is_read() -> None:
    endless = Brief(comment="The lid leaks. " + "1" * 10_000)
    gathered = gather(endless, intent="complaint", feeling="angry", kinds={})
    assert len(gathered.brief.comment) == MOST_READ
    assert gathered.intent == "complaint"


def test_few_words_that_may_be_a_jab_are_met_with_few() -> None:
    brief = Brief(comment="no gloves ur insane")
    kinds = {"trouble": 0.25, "friendly": 0.58, "question": 0.09, "wish": 0.05, "spam": 0.02}
    (draft,) = write_guided(
        brief, intent="troll", feeling="angry", tones=["plain"], count=1, kinds=kinds
    )
    assert len(draft.text.split()) <= 4
    assert "pass it on" not in draft.text


def test_who_writes_at_length_hears_more_than_one_sentence() -> None:
    rant = "The lid leaks. " + "I have been through the leaflet and it says nothing about it. " * 4
    praise = "Best soup in town, and the lady at the desk remembered my name after " + "a year " * 8
    assert _draft(rant, "complaint").count(". ") >= 2
    assert _draft(praise, "praise").count(". ") >= 1


def test_what_we_did_and_did_wrong_is_not_said_to_be_waited_for() -> None:
    brief = Brief(
        comment="They arrived. But it's the wrong blue again.",
        thread=(Turn("us", "We will send a new set this week."),),
    )
    drafts = write_guided(brief, intent="complaint", feeling="angry", tones=["plain"], count=3)
    assert not any("wait" in draft.text for draft in drafts)


def test_a_question_to_be_answered_in_private_is_said_back_first() -> None:
    brief = Brief(comment="Why has my subscription gone up by £4?", action="move")
    (draft,) = write_guided(brief, intent="question", feeling="", tones=["plain"], count=1)
    assert "your subscription" in draft.text and "private message" in draft.text


def test_nobody_looks_into_a_silence() -> None:
    text = _draft("I've emailed 3 times and heard nothing about my refund", "complaint")
    assert not re.search(r"(?:look into|raise|pass on) (?:having|being|the silence)", text)


@pytest.mark.parametrize(
    ("comment", "said"),
    [("the lady on till 3 in Croydon was lovely with my son", "Croydon")],
)
def test_a_place_is_nobody_to_be_thanked(comment: str, said: str) -> None:
    assert f"make sure {said}" not in _draft(comment, "praise")


def test_who_asks_about_a_danger_is_told_that_it_is_right_to_ask() -> None:
    brief = Brief(
        comment="How does my crew get through your doors when the power is cut?",
        facts=("Every door opens by its handle when the power is cut.",),
        action="hand_over",
        hand_over_to="safety",
    )
    (draft,) = write_guided(brief, intent="concern", feeling="worried", tones=["plain"], count=1)
    assert "ask" in draft.text.split(".")[0] and "sorry" not in draft.text
