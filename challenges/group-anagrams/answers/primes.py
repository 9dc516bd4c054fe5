# floor: 4
# ceiling: 4
# misses: non_ascii, no_normalisation
# misconceptions: one_alphabet
"""Each letter is a prime; anagrams have the same product."""

from functools import reduce
from string import ascii_letters


def first_primes(count):
    found = []
    candidate = 2
    while len(found) < count:
        if all(candidate % prime for prime in found):
            found.append(candidate)
        candidate += 1
    return found


PRIME_OF = dict(zip(ascii_letters, first_primes(len(ascii_letters))))


def group_anagrams(words):
    groups = {}
    for word in words:
        product = reduce(lambda value, letter: value * PRIME_OF[letter], word, 1)
        groups.setdefault(product, []).append(word)
    return list(groups.values())
