"""How a fact is told: labels become sentences, sentences stay as they are."""

import pytest

from models.guided.telling import told


@pytest.mark.parametrize(
    ("fact", "sentence"),
    [
        ("Sizing: true to size", "It comes up true to size."),
        ("Delivery abroad: not offered.", "Delivery abroad isn't offered."),
        (
            "Towel hooks: not decided; ideas are collected until 1 December.",
            "Towel hooks aren't decided; ideas are collected until 1 December.",
        ),
        ("Oak tables: 6 to 8 weeks from order.", "Oak tables take 6 to 8 weeks from order."),
        ("Warranty: 2 years", "The warranty is 2 years."),
        ("A3 cotton sketchbook: £24.", "The A3 cotton sketchbook is £24."),
        ("Rapier tape pair: 6,400 rupees.", "The rapier tape pair is 6,400 rupees."),
        ("Returns: within 30 days, unopened", "Returns are possible within 30 days, unopened."),
        ("Opening hours: 9 to 5", "We're open 9 to 5."),
        ("Mondays: closed", "On Mondays we're closed."),
        (
            "Shipping to Norway: 4 to 6 days, £9.",
            "Shipping to Norway takes 4 to 6 days and costs £9.",
        ),
        ("Sizes: 36 to 46.", "It comes in sizes 36 to 46."),
        ("Battery: up to 60 km", "The battery lasts up to 60 km."),
        ("Vegan: yes", "Yes, it's vegan."),
        ("Parking: no", "No, there's no parking."),
        ("Safety lead: Abena Frimpong, all week", "Our safety lead is Abena Frimpong, all week."),
        ("Fraud line for members: 0555 0142", "The fraud line for members is 0555 0142."),
        (
            "Perrysville: build stopped in 2022, no new date.",
            "Perrysville: build stopped in 2022, and there's no new date.",
        ),
        (
            "Opened bags: full refund with photo, app > Help > Opened.",
            "For opened bags there's a full refund with photo, app > Help > Opened.",
        ),
        (
            "Under 12 free, students 6, adults 9.",
            "Under-12s are free, students pay 6 and adults 9.",
        ),
        (
            "Tenants' questions: safety desk, safe@hall.example",
            "Tenants' questions go to the safety desk, safe@hall.example.",
        ),
        (
            "Refund claims: Gwen Sallis, gwen@hall.example",
            "Refund claims go to Gwen Sallis, gwen@hall.example.",
        ),
        ("Recruitment: Gwen Sallis, director", "For recruitment, it's Gwen Sallis, director."),
        ("Cancel: Settings > Plan > End plan", "To cancel, go to Settings > Plan > End plan."),
        (
            "Payment: card, bank transfer, gift code",
            "You can pay by card, bank transfer or gift code.",
        ),
        ("Car park free after 6 pm", "The car park is free after 6 pm."),
        (
            "Dogs welcome outside, not at the counter.",
            "Dogs are welcome outside, not at the counter.",
        ),
        (
            "No age limit. No stockists outside the EU.",
            "There's no age limit. There are no stockists outside the EU.",
        ),
        ("Costs €4 a month.", "It costs €4 a month."),
        ("$4 for 30 minutes.", "It's $4 for 30 minutes."),
        ("Sold only in the UK", "It's sold only in the UK."),
        ("Closed Easter Sunday.", "We're closed Easter Sunday."),
        ("Deadline for September is 1 March.", "The deadline for September is 1 March."),
        ("Refund or replacement, customer's choice.", "Refund or replacement, your choice."),
        ("Guarantee 2 years. Samples £1 each.", "The guarantee is 2 years. Samples are £1 each."),
    ],
)
def test_a_label_becomes_a_sentence(fact: str, sentence: str) -> None:
    assert told(fact) == sentence


@pytest.mark.parametrize(
    "fact",
    [
        "We ship to the US and Canada; delivery takes 5 to 8 days.",
        "Fences: Teasel 1.2 m, Dock 1.8 m.",
        "No smoking. No dogs in the school.",
        "Comment removed on Monday.",
        "Membership helps, staff help too.",
        "Bikes travel free.",
        "Salt Widow has 48 chapters.",
        "Our suits are cut over clothes: most take one size down.",
        "Supplier payments: Julian Oxenby decides.",
        "V07/2016 means valid until July 2016.",
    ],
)
def test_what_would_take_a_guess_stays_as_it_is(fact: str) -> None:
    assert told(fact) == fact


def test_every_value_of_a_fact_is_kept() -> None:
    fact = "Screens for the iPhone 7: £59. Batteries: £39. We check for free."
    assert told(fact) == ("Screens for the iPhone 7 are £59. Batteries are £39. We check for free.")


def test_who_is_reached_where_is_said_of_a_matter_not_of_a_name() -> None:
    assert told("Care coordination: Lei Fonua, 09 555 0110") == (
        "For care coordination, it's Lei Fonua, 09 555 0110."
    )
    assert told("Bruised Plum: Ana Lou, 0113 555 018") == "Bruised Plum: Ana Lou, 0113 555 018."
