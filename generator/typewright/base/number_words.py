"""Numbers in English words."""

SMALL_NUMBERS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SCALES = ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred"))


def number_in_words(number: int) -> str:
    """Return a number in English words: 28 → `twenty eight`, 256 → `two hundred and fifty six`.

    Numbers of a trillion and more are spelled digit by digit.
    """
    if number >= 10**12:
        return " ".join(SMALL_NUMBERS[int(digit)] for digit in str(number))
    for scale, word in _SCALES:
        if number >= scale:
            head = f"{number_in_words(number // scale)} {word}"
            rest = number % scale
            if not rest:
                return head
            return (
                f"{head} and {number_in_words(rest)}"
                if rest < 100 or scale == 1000
                else f"{head} {number_in_words(rest)}"
            )
    if number < 20:
        return SMALL_NUMBERS[number]
    return _TENS[number // 10] + (f" {SMALL_NUMBERS[number % 10]}" if number % 10 else "")
