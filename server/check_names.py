"""Check names: what each check looks for, as people read it."""

CHECK_NAMES = {
    "unsupported_fact": "Something said as a fact that no snippet, note or comment holds.",
    "unsupported_promise": "A promise that nothing you know allows.",
    "private_data": "Personal details said in public, or asked for there.",
    "disclosure": "Speaking as a customer, or hiding that the brand speaks.",
    "brand_terms": "Terms that this brand does not want, or has a better one for.",
    "non_apology": "A sorry that takes itself back: “sorry if”, “sorry you feel”.",
    "blame": "The fault put on the person who wrote.",
    "argues": "Contradicting what the person lived through.",
    "hard_sell": "Selling where the comment did not ask for it.",
    "unanswered": "A question that a fact answers, and the reply passes over.",
    "left_out": "A point of your note that the reply does not say.",
    "wrong_tone": "Jokes, cheer or emoji under trouble, grief or danger.",
    "over_apologises": "Saying sorry again and again.",
    "interrogates": "More questions at once than a comment can answer.",
    "boilerplate": "Worn phrases that fit every comment.",
    "generic": "A reply that would fit the other comments of the page as well.",
    "repeats_itself": "Nearly the same words as one of your last replies there.",
    "too_long": "More characters than the platform takes.",
    "language": "Grammar and spelling, looked at in the panel itself.",
}
