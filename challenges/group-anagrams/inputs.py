"""Words that both sides draw alike."""

from __future__ import annotations

LETTERS = "abcdefghijklmnopqrstuvwxyz"
SCRIPTS = ["αβγδεζηθικλμ", "абвгдежзиклм", "漢字仮名交文章語彙表", "àâçéèêëîïôùû", "😀🎉🚀🌍🍵📚"]


def word_of(rng, letters: str, length: int) -> str:
    """Draws a word of different letters."""
    return "".join(rng.sample(letters, length))


def anagrams(rng, word: str, count: int) -> list[str]:
    """Draws `count` different arrangements of `word`, itself the first."""
    found = [word]
    while len(found) < count:
        arrangement = "".join(rng.sample(word, len(word)))
        if arrangement not in found:
            found.append(arrangement)
    return found


def three_words(rng) -> list[str]:
    """Draws two anagrams and a word apart."""
    letters = word_of(rng, LETTERS, 8)
    return [*anagrams(rng, letters[:4], 2), letters[4:]]


def families(rng, alphabet: str = LETTERS, length: int = 4) -> list[list[str]]:
    """Draws four groups of two to four words, no letter twice in a word."""
    roots: list[str] = []
    while len(roots) < 4:
        root = word_of(rng, alphabet, length)
        if all(set(root) != set(other) for other in roots):
            roots.append(root)
    return [anagrams(rng, root, rng.randrange(2, 5)) for root in roots]


def easily_confused(rng) -> list[list[str]]:
    """Draws groups of like length and like sums and products of letter numbers, and yet other letters."""
    rest = word_of(rng, LETTERS[12:], 3)
    low = rng.randrange(0, 4)
    shifted = [LETTERS[low] + LETTERS[low + 3], LETTERS[low + 1] + LETTERS[low + 2]]
    roots = dict.fromkeys([*shifted, "af", "bc"])
    return [anagrams(rng, root + rest, 2) for root in roots]


def mixed(rng, groups: list[list[str]]) -> list[str]:
    """All words of the groups, in any order."""
    words = [word for group in groups for word in group]
    rng.shuffle(words)
    return words


def unsorted_families(rng) -> list[str]:
    """Draws words whose first appearance is not in order of their letters."""
    first, second, third = (word_of(rng, letters, 4) for letters in ("stuv", "abcd", "lmno"))
    middle = mixed(rng, [anagrams(rng, root, 3)[1:] for root in (first, second, third)])
    return [first, second, third, *middle]


def unsorted_within(rng) -> list[str]:
    """Draws a group whose words come neither in alphabetical order nor in its reverse, and another group."""
    drawn = word_of(rng, LETTERS, 8)
    a, b, c, d = sorted(drawn[:4])
    return [b + a + c + d, *anagrams(rng, drawn[4:], 2), d + c + b + a, a + b + c + d, c + a + b + d]


def repeating(rng) -> list[str]:
    """Draws words of the same few letters that differ in how often each stands."""
    a, b = rng.sample(LETTERS, 2)
    words = [a + a + b, a + b + b, b + a + a, b + a + b, a + b, a + a + b + b, b + a, a + b + a + b]
    rng.shuffle(words)
    return words


def with_empty_strings(rng) -> list[str]:
    """Draws words with empty strings among them, the first of all and the last of all too."""
    first, second, third = three_words(rng)
    return ["", first, second, "", third, ""]


def with_duplicates(rng) -> list[str]:
    """Draws words of which some come several times."""
    first, second, third = three_words(rng)
    return [first, second, first, third, third, second, first]


def with_capitals(rng) -> list[str]:
    """Draws words that differ in case only, and anagrams among them.

    Letters are g to z: a table of letters that other capitals fall out of is no fault of telling case apart.
    """
    root = word_of(rng, LETTERS[6:], 4)
    capital = root.capitalize()
    words = [root, capital, root.upper(), *anagrams(rng, root, 2)[1:], *anagrams(rng, capital, 2)[1:]]
    words += [word_of(rng, LETTERS[6:], 3).upper() for _ in range(4)]
    words = list(dict.fromkeys(words))
    rng.shuffle(words)
    return words


def foreign(rng) -> list[str]:
    """Draws anagrams in several scripts."""
    return mixed(rng, [group for script in SCRIPTS for group in families(rng, script, 3)[:2]])


def look_alikes(rng) -> list[str]:
    """Draws words that normalisation or case folding would make equal, and an anagram of each."""
    pairs = [("\u00e9", "e\u0301"), ("\u00b5", "\u03bc"), ("\ufb01", "fi"), ("\u00df", "ss")]
    more = rng.choice("xyz")
    words = [word for pair in pairs for form in pair for word in (form, more + form, form + more)]
    rng.shuffle(words)
    return words


def many(rng, count: int) -> list[str]:
    """Draws many different words, nine in ten of them without an anagram."""
    words: dict[str, None] = {}
    latest = ""
    while len(words) < count:
        latest = latest[::-1] if rng.random() < 0.1 else "".join(rng.choices(LETTERS, k=7))
        if latest:
            words[latest] = None
    return list(words)
