"""Times and amounts as hurried notes write them: patterns for days, dates, spans and prices."""

import re

DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?"
MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
TIME = re.compile(
    rf"(?:(?:this|next|last|every|any|the|early|late|mid|all|each) )*(?:{DAY}|{MONTH}|today|"
    rf"tomorrow|"
    r"tonight|yesterday|weekend|week|month|year|morning|afternoon|evening|night|noon|midnight|"
    r"spring|summer|autumn|winter|daily|weekly|overnight|soon|later|Christmas|Easter|"
    r"\d{1,2}(?:st|nd|rd|th)|\d{1,2}[:.]\d\d|\d{1,2} ?(?:am|pm)|\d{1,2} " + MONTH + r")\b"
)
OVER = re.compile(
    r"(?i)\b(?:yesterday|last (?:night|week|month|year|\w+day)|this morning|ago|earlier|"
    r"overnight)\b"
    r"|\d[:.]\d\d ?-"
)
FUTURE = re.compile(
    r"(?i)\b(?:tonight(?!')|tomorrow(?!')|next (?:week|month|year|\w+day)|soon|later(?: today)?|"
    r"by (?:the end|end|\w+day|tomorrow|tonight|\d(?!.*\btoday))|in \d+ (?:days|weeks|months|"
    r"hours|minutes)|"
    r"from (?:tomorrow|next))\b"
)
SIGN = r"(?:[£$€₹₦]|Rs\.? ?|NOK |R\$ ?)"  # before an amount
SUM = (
    rf"(?:{SIGN}\d[\d.,]*+(?:k|m|p)?|\d[\d.,]* ?(?:euros?|pounds?|dollars?|quid|kr|rupees|cedis|"
    r"naira|francs|kronor|pence|p)\b)"
)
MONEY = rf"(?:{SUM}|\d[\d.,]* ?%)"
