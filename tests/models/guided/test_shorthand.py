"""Hurried words in full: hours, days, months and abbreviations."""

import pytest

from models.guided.shorthand import in_full_words


@pytest.mark.parametrize(
    ("note", "full"),
    [
        ("under 18s train till 5 pm", "under 18s train till 5 pm"),
        ("women-only swim 8–9 pm, female lifeguards", "women-only swim 8–9 pm, female lifeguards"),
        ("captioned 6.30 pm; dm us", "captioned 6.30 pm; message us"),
        ("order no by pm", "order number by private message"),
        ("dm or pm", "dm or private message"),
    ],
)
def test_pm_behind_an_hour_is_no_message(note: str, full: str) -> None:
    assert in_full_words(note) == full


@pytest.mark.parametrize(
    ("note", "full"),
    [
        ("brunch Sat Sun 10–2", "brunch Saturday and Sunday 10–2"),
        ("closed fri sat sun", "closed Friday, Saturday and Sunday"),
        ("Thu, Fri or Sat", "Thursday, Friday or Saturday"),
        ("closed Monday–Wed", "closed Monday to Wednesday"),
        ("open tue-sat", "open Tuesday to Saturday"),
        ("sat/sun 9 to 5", "Saturday or Sunday 9 to 5"),
        ("come fri sat is full", "come Friday Saturday is full"),
        ("she sat in the sun", "she sat in the sun"),
    ],
)
def test_days_in_a_row_are_each_written_out_and_joined(note: str, full: str) -> None:
    assert in_full_words(note) == full


@pytest.mark.parametrize(
    ("note", "full"),
    [
        ("heated till end Oct", "heated till the end of October"),
        ("refund by end of march", "refund by the end of March"),
        ("it may end may 5", "it may end May 5"),
        ("back by start 3 jan", "back by start 3 January"),
    ],
)
def test_the_end_of_a_month_is_said_in_full(note: str, full: str) -> None:
    assert in_full_words(note) == full


@pytest.mark.parametrize(
    ("note", "full"),
    [
        ("bag incl. in Flex fare", "bag included in Flex fare"),
        ("2 h 35 incl. interval", "2 hours 35 including interval"),
        ("plug incl, no cable", "plug included, no cable"),
        ("not incl. in fare", "not included in fare"),
        ("£9 excl. VAT, approx. 5 days", "£9 excluding VAT, about 5 days"),
    ],
)
def test_the_point_of_an_abbreviation_ends_no_sentence(note: str, full: str) -> None:
    assert in_full_words(note) == full
