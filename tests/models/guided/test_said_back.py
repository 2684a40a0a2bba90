"""What is said back to them is what they said, in sentences that do not stumble."""

from models.guided.faults import problems
from models.guided.joys import joys
from models.guided.lines import passages
from models.guided.phrases import ideas
from models.guided.write import write_guided
from models.prompt import Brief


def test_what_came_back_is_not_the_writer() -> None:
    clauses = [one.text for one in problems("sent it back, came back cold again. we left")]
    assert not any("you came back cold" in clause for clause in clauses)


def test_who_was_charged_did_not_charge() -> None:
    clauses = [one.text for one in problems("charged for two nights, stayed one")]
    assert "you were charged for two nights" in clauses


def test_what_it_tastes_like_is_no_wish() -> None:
    wished = [idea.text for idea in ideas("the new ones taste like floor cleaner")]
    assert wished == []
    assert [idea.text for idea in ideas("I'd like a smaller bottle")] == ["a smaller bottle"]


def test_a_bare_subject_gets_its_article() -> None:
    said = joys("Staff were lovely and the scones were still warm")
    assert said[0] == "the staff were lovely and the scones were still warm"


def test_no_sentence_praises_with_a_word_of_what_it_names() -> None:
    brief = Brief(comment="Staff were lovely, will be back")
    drafts = write_guided(brief, intent="praise", feeling="happy", tones=("plain", "warm"), count=9)
    assert drafts
    assert all(draft.text.lower().count("lovely") < 2 for draft in drafts)


def test_a_plain_draft_to_a_complaint_seldom_says_sorry() -> None:
    comments = (
        "the zip went in a week",
        "the carbonara was cold in the middle",
        "the app logs me out every single time",
        "my parcel came crushed",
    )
    sorry = 0
    for comment in comments:
        drafts = write_guided(
            Brief(comment=comment),
            intent="complaint",
            feeling="frustrated",
            tones=("plain",),
            count=1,
        )
        sorry += "sorry" in drafts[0].text.lower()
    assert sorry <= 1


def test_a_line_of_a_long_story_is_kept_as_it_was_written() -> None:
    comment = (
        "I got the viola down from the loft after I heard this. I played it at school in 1974, "
        "badly, in a cold hall with a very patient teacher. My daughter danced round the kitchen. "
        "Thank you for all of it, from the bottom of my heart."
    )
    kept = passages(comment, "praise")
    assert kept
    assert kept[0].strip("“”") in comment
    assert passages("My husband passed away in June", "story") == []
