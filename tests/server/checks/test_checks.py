"""The checks: what each finds, and what it leaves alone."""

import pytest

from server.checks import CHECKS, hard_sell, run
from server.checks.case import Case, Fact
from server.schemas import BrandVoiceInput, PreferredTerm


def case(text: str, comment: str = "ok", *facts: str, **more: object) -> Case:
    """Make a case with facts f1, f2, …"""
    known = tuple(Fact(f"f{place}", fact) for place, fact in enumerate(facts, 1))
    return Case(text=text, comment=comment, facts=known, **more)  # type: ignore[arg-type]


def found(name: str, tried: Case) -> list[str]:
    """Give the words that one check finds."""
    return [tried.text[finding.start : finding.end] for finding in CHECKS[name](tried)]


@pytest.mark.parametrize(
    ("text", "facts", "words"),
    [
        ("It costs £39.", [], ["39"]),
        ("It costs £39.", ["The kettle is £39."], []),
        ("We open at nine and close at five.", ["Open 09:00 to 17:00."], []),
        ("Come at half past seven.", ["Tuesdays, 19:30."], []),
        ("You have two weeks, so fourteen days.", ["Returns within 14 days."], []),
        ("Just under forty pounds.", ["£39.90"], []),
        ("That makes £570.", ["Parts are £480.", "The visit is £90."], []),
        ("The code is SAVE10X.", [], ["SAVE10X"]),
        ("It is all on shop.example/help.", ["Help: shop.example/help"], []),
        ("It is all on shop.example/sale.", ["Help: shop.example/help"], ["shop.example/sale"]),
        ("Ask for Oyelaran at the till.", [], ["Oyelaran"]),
        ("Ask for Oyelaran at the till.", ["Oyelaran runs the till."], []),
        ("One of us will look at it.", [], []),
        ("So £16.20 there and back.", ["Single £8.10."], []),
        ("Both of them: £144.", ["£96 a term, second child half."], []),
        ("At it since '88.", ["Paco, glazing since 1988."], []),
    ],
)
def test_unsupported_fact_finds_values_and_names_that_no_source_holds(text, facts, words):
    assert found("unsupported_fact", case(text, "ok", *facts)) == words


def test_unsupported_fact_takes_what_the_comment_says_for_known():
    assert found("unsupported_fact", case("Forty minutes is far too long.", "waited 40 mins")) == []


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("It takes nine hours, so the lads lit it late.", True),
        ("It takes nine hours, from six in the morning.", False),
    ],
)
def test_a_known_figure_does_not_hold_what_else_is_said(text, is_found):
    tried = case(text, "why is the tub cold", "Heating up: 9 hours, begun at 6.")
    assert found("unsupported_fact", tried) == ([text] if is_found else [])


def test_a_figure_is_worked_out_from_others_but_not_in_a_long_list_of_them():
    worked_out = "£480 and £90 make £570."
    assert found("unsupported_fact", case(worked_out, "ok", "Parts are £480.")) == []
    listed = worked_out + " £480." * 60
    assert found("unsupported_fact", case(listed, "ok", "Parts are £480.")) == ["90", "570"]


def test_unsupported_fact_finds_what_is_said_to_be_done():
    text = "We've already replaced the broken lamp."
    assert found("unsupported_fact", case(text, "it flickers")) == [text]


@pytest.mark.parametrize(
    ("text", "facts", "note", "is_found"),
    [
        ("We'll refund you by Friday.", [], "", True),
        ("We'll refund you by Friday.", ["Refunds are paid by Friday."], "", False),
        ("We'll refund you by Friday.", [], "refund her, money is there friday", False),
        ("I'll pass it on to the kitchen.", [], "", False),
        ("I'll pass it on to the kitchen today.", [], "", True),
        ("Let me find out.", [], "", False),
        ("Your next coffee's on us.", [], "", True),
        ("It'll never happen again.", [], "", True),
        ("I hope the cake works out.", [], "", False),
    ],
)
def test_unsupported_promise_finds_what_no_fact_or_note_allows(text, facts, note, is_found):
    assert bool(found("unsupported_promise", case(text, "ok", *facts, note=note))) is is_found


@pytest.mark.parametrize(
    ("name", "text", "comment", "is_found"),
    [
        ("non_apology", "Sorry if you felt ignored.", "nobody came", True),
        ("non_apology", "We apologise for any inconvenience.", "nobody came", True),
        ("non_apology", "We sent the wrong size, and I'm sorry.", "wrong size", False),
        ("blame", "The courier must have lost it.", "where is my parcel", True),
        ("blame", "We put the wrong label on it.", "where is my parcel", False),
        ("boilerplate", "Thank you for your feedback!", "the soup was cold", True),
        ("boilerplate", "Cold soup in January, that's a poor lunch.", "the soup was cold", False),
        ("boilerplate", "Every spoon has a story to tell.", "the soup was cold", True),
        ("boilerplate", "Whose spoon was that, and what's its story?", "the soup was cold", False),
        ("hard_sell", "Order yours today!", "my dog died", True),
        ("hard_sell", "I'm sorry about your dog.", "my dog died", False),
        ("hard_sell", "We do birthdays too, by the way.", "she laughed for an hour", True),
        ("hard_sell", "There's £20 back for you.", "the show was an hour late", False),
        ("private_data", "I see order 55871 here.", "order 55871 never came", True),
        ("private_data", "Your order is late.", "order 55871 never came", False),
        ("private_data", "What's your phone number?", "nobody rang me", True),
        ("private_data", "Could you send us your phone number by DM?", "nobody rang me", False),
        ("private_data", "Glad the sertraline helps.", "im on sertraline", True),
        ("private_data", "Glad the ravuprazole helps.", "im on ravuprazole", True),
        ("private_data", "Glad the lozenges help.", "i take your lozenges", False),
        ("private_data", "How far along are you?", "can i swim here, pregnant", True),
        ("private_data", "Which doctor was it?", "20 minutes late", True),
        ("private_data", "Which ear hears the birds?", "my hearing aid is back", False),
        ("private_data", "What's his disability?", "they turned my son away", True),
        ("private_data", "Was it whiplash?", "your bus braked so hard", True),
        ("private_data", "What's the expiry date on the film?", "all came out green", False),
        ("private_data", "Sam Poole, he goes to St. Mary's.", "who sang at the end", True),
        ("private_data", "It went to Mrs. Kaya in flat 9.", "where's my parcel", True),
        ("private_data", "It went to your neighbour.", "where's my parcel", False),
        ("private_data", "Glad your root canal went well.", "root canal, slept through", True),
        ("private_data", "Glad it went well.", "root canal, slept through", False),
        ("over_apologises", "I'm sorry, so sorry, please forgive us.", "late again", True),
        ("over_apologises", "We were late, and I'm sorry.", "late again", False),
        ("argues", "That's simply not true.", "you were rude", True),
        ("argues", "You're right, we were rude.", "you were rude", False),
        ("argues", "In all fairness, it's a small kitchen.", "soup was cold, rude staff", True),
        ("argues", "Rain never hurt anyone.", "stood in the rain for an hour, furious", True),
        ("argues", "Nine is past reason.", "NINE emails this week, stop it", False),
        ("argues", "An hour is far too long.", "waited an hour for cold soup", False),
        ("argues", "Nine isn't that many.", "NINE emails this week, stop it", True),
        ("blame", "A phone call beforehand saves petrol.", "drove 30 min, you were closed", True),
        ("interrogates", "Which train? Which coach? What time?", "clean toilets", True),
        ("interrogates", "Which train was it?", "clean toilets", False),
        ("wrong_tone", "Oops! 😂", "my father died on your ward", True),
        ("wrong_tone", "I'm so sorry about your father.", "my father died on your ward", False),
        ("disclosure", "I've used it for years as an ordinary customer.", "is it good", True),
        ("disclosure", "As a regular, you know the queue.", "i come every day", False),
    ],
)
def test_a_check_finds_its_fault_and_leaves_a_good_text_alone(name, text, comment, is_found):
    assert bool(found(name, case(text, comment))) is is_found


def test_unanswered_finds_a_text_that_passes_over_the_fact():
    asked, fact = "is there parking?", "Twelve parking spaces by the door."
    assert found("unanswered", case("We love visitors!", asked, fact)) == ["We love visitors!"]
    assert found("unanswered", case("Yes, twelve spaces by the door.", asked, fact)) == []
    assert found("unanswered", case("I don't know, let me find out.", asked, fact)) == []


def test_generic_finds_a_text_that_would_fit_the_others_as_well():
    others = ("the queue was long", "lovely staff")
    assert found(
        "generic", case("So good to read this, made us smile.", "best scones", others=others)
    )
    assert not found("generic", case("Those scones sell out by ten.", "best scones", others=others))


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("Thank you so much for sharing this with us!", True),
        ("Thank you for sharing this, and hello to the choir.", False),
        ("Thank you for sharing this, and hello to her.", False),
        ("Thank you, we hope to see you again. Which day was it?", False),
        ("Thank you, we look forward to seeing you on the 4th of May.", False),
        ("Thank you, I'll pass this on to the team.", False),
    ],
)
def test_generic_leaves_what_takes_something_up_or_does_something(text, is_found):
    assert bool(found("generic", case(text, "your choir sang my nan's favourite hymn"))) is is_found


def test_a_comment_that_names_nothing_may_be_thanked_for_in_worn_words():
    assert not found("generic", case("Thank you so much, that means a lot!", "love it, thanks"))


def test_what_is_sold_is_not_an_unsupported_fact_as_well():
    tried = case("While you're here, our new plan pays for itself.", "the app ate my photos")
    assert [finding.check for finding in run(tried)] == ["hard_sell"]


def test_repeats_itself_finds_a_reply_that_was_posted_lately():
    earlier = ("The scones are gone by ten, so come early on Saturday.",)
    assert found(
        "repeats_itself", case("The scones are gone by ten, so come early.", recent=earlier)
    )
    assert not found("repeats_itself", case("We bake at six and at nine.", recent=earlier))


def test_a_fact_may_be_told_to_the_next_who_asks_and_all_else_is_said_anew():
    fact = "A small box is £14, a large box £22."
    earlier = (f"We love that you ask us here. {fact}",)
    assert not found("repeats_itself", case(fact, "price?", fact, recent=earlier))
    thanked = f"Thanks! {fact}"
    assert not found("repeats_itself", case(thanked, "price?", fact, recent=(thanked,)))
    assert found("repeats_itself", case(earlier[0], "price?", fact, recent=earlier))
    assert found("repeats_itself", case(fact, "price?", recent=(fact,)))


@pytest.mark.parametrize(
    ("text", "platform", "is_found"),
    [
        ("a" * 280, "x", False),
        ("a" * 281, "x", True),
        ("界" * 141, "x", True),
        ("👩‍👩‍👧" * 140, "x", False),
        ("https://shop.example/" + "a" * 300, "x", False),
        ("a" * 301, "bluesky", True),
        ("👩‍👩‍👧" * 300, "bluesky", False),
        ("a" * 476 + " https://a.io/" + "b" * 600, "mastodon", False),
        ("a" * 478 + " https://a.io", "mastodon", True),
        ("@ann@a.very.long.example " + "a" * 495, "mastodon", False),
        ("é" * 3_999 + "🥬", "google_business", True),
        ("é" * 3_998 + "🥬", "google_business", False),
        ("a" * 281, "reddit", False),
    ],
)
def test_too_long_counts_as_the_platform_does(text, platform, is_found):
    errors = [
        one for one in CHECKS["too_long"](case(text, platform=platform)) if one.severity == "error"
    ]
    assert bool(errors) is is_found


@pytest.mark.parametrize(
    ("text", "severities", "replacements"),
    [
        ("A cheap loaf.", ["error"], []),
        ("Cheaper and cheapskate are other words.", [], []),
        ("It isn’t rocket science.", ["error"], []),
        ("Your bread is in the oven.", ["warning"], ["loaf of bread"]),
        ("Bread is in the oven.", ["warning"], ["Loaf of bread"]),
        ("A loaf of bread is in the oven.", [], []),
    ],
)
def test_brand_terms_finds_what_the_brand_says_otherwise(text, severities, replacements):
    brand = BrandVoiceInput(
        name="Hollin",
        banned_terms=["cheap", "isn't rocket science"],
        preferred_terms=[PreferredTerm(term="loaf of bread", instead_of=["bread"])],
    )
    findings = list(CHECKS["brand_terms"](case(text, brand=brand)))
    assert [finding.severity for finding in findings] == severities
    assert [new for finding in findings for new in finding.replacements] == replacements


def test_findings_stand_in_the_text_and_come_in_its_order():
    tried = case(
        "Thank you for your feedback! It costs £39. Sorry if you felt ignored.", "too dear"
    )
    spans = [(finding.start, finding.end) for finding in run(tried)]
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(tried.text) for start, end in spans)


def test_a_check_that_is_off_finds_nothing():
    tried = case("Thank you for your feedback!", "the soup was cold")
    assert not [one for one in run(tried, off={"boilerplate"}) if one.check == "boilerplate"]


@pytest.mark.parametrize("text", ["", " ", "👍", "…", "?!", "\n\n", "İ" * 5, "a" * 5000])
def test_any_text_can_be_checked(text):
    run(case(text, ""))


def test_a_name_alone_can_be_the_answer():
    tried = case("Dilan, as ever.", "who writes these", "Captions are written by Dilan.")
    assert found("unanswered", tried) == []


def test_a_question_without_its_mark_wants_an_answer_too():
    text = "We love hearing from curious sleepers."
    asked = case(text, "thread count pls", "Percale, 200 threads per inch.")
    assert found("unanswered", asked) == [text]


@pytest.mark.parametrize(
    ("name", "text", "comment"),
    [
        ("blame", "The steps are printed inside the lid for those who look.", "my jar exploded"),
        ("argues", "It was only ten minutes, after all.", "I waited for an hour"),
        ("unsupported_promise", "Your money will be with you by Thursday.", "no refund yet"),
        ("hard_sell", "Our deluxe one is only 20 more, grab it today.", "love my old lamp"),
        ("disclosure", "I wear mine every day and paid for it myself.", "are they warm"),
        ("wrong_tone", "Well, that's one way to lose weight! 😂", "I was sick all night from it"),
        ("non_apology", "We regret that it was felt to be rude.", "he was rude to me"),
        ("private_data", "What's your surname and your date of birth?", "my account is locked"),
    ],
)
def test_a_fault_is_found_in_other_words_than_the_usual(name, text, comment):
    assert found(name, case(text, comment))


def test_what_the_note_says_is_no_fault_however_it_sounds():
    note = "plumber burst the main, back at 6pm, blame the contractor by name: Volta"
    text = "Volta burst the main; it's back at 6pm."
    assert found("unsupported_fact", case(text, "no water", note=note)) == []


@pytest.mark.parametrize(
    ("comment", "is_found"),
    [
        ("she laughed until she got hiccups", True),
        ("what does a birthday cost", False),
        ("an hour late, and she cried", False),
    ],
)
def test_a_price_sells_to_who_is_content_and_has_asked_for_none(comment, is_found):
    tried = case("Birthdays are £180.", comment, "Birthday parties £180.")
    assert bool(found("hard_sell", tried)) is is_found


@pytest.mark.parametrize("is_unheard", [True, False])
def test_a_faint_sign_of_a_sale_counts_where_the_judge_hears_one_as_well(monkeypatch, is_unheard):
    for name, said in (("is_likely", False), ("is_sure", False), ("is_unheard", is_unheard)):
        monkeypatch.setattr(hard_sell, name, lambda *_, said=said: said)
    tried = case("There's a whole dinner set if you fancy one.", "your mugs have a barcode lol")
    assert bool(found("hard_sell", tried)) is not is_unheard


def test_a_point_of_the_note_that_no_word_of_the_text_says_is_named() -> None:
    note = "boiler part comes tuesday, spare heaters at the front desk. keep it short"
    (left,) = CHECKS["left_out"](case("The part for the boiler is here on Tuesday.", note=note))
    assert left.severity == "info"
    assert left.message == "The note's “spare heaters at the front desk” is not in the draft."


@pytest.mark.parametrize(
    "note",
    [
        "keep it short and warm, no jokes about the boiler man",
        "don't mention the boiler supplier in public",
        "part here tues",
    ],
)
def test_what_is_for_the_writer_or_said_in_other_words_is_not_missed(note: str) -> None:
    assert not list(CHECKS["left_out"](case("The part is here on Tuesday.", note=note)))


@pytest.mark.parametrize(
    ("text", "comment", "is_found"),
    [
        ("Yours came back on the 9th, so the nurse will ring.", "any news of my results", True),
        ("It was the two missed payments that did it.", "you refused her loan", True),
        ("Dial 0 and say you're Mrs Pauling in 214.", "can i swap my room", True),
        ("She's just out of hospital, bear with her.", "rude woman on the till", True),
        ("Results come by text within ten days.", "any news of my results", False),
        ("You've missed two payments, so it's £12.", "i missed two payments", False),
    ],
)
def test_private_data_finds_what_only_a_record_or_an_acquaintance_tells(text, comment, is_found):
    assert bool(found("private_data", case(text, comment))) is is_found


@pytest.mark.parametrize(
    ("text", "comment", "is_found"),
    [
        ("Do you have a bad back, or is it a wheelchair?", "can i bring my own chair", True),
        ("Which days is it that the house is empty?", "do you feed cats", True),
        ("Will the wheelchair fit your van?", "do you carry a wheelchair", False),
        ("Is it a wheelchair? Tell us by private message.", "can i bring my own chair", False),
    ],
)
def test_private_data_asks_nobody_for_affairs_they_have_not_spoken_of(text, comment, is_found):
    assert bool(found("private_data", case(text, comment))) is is_found
