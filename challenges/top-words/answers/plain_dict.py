# floor: 4
# ceiling: 4
# misses: uses_counter
def top_words(text, k):
    if k < 0:
        raise ValueError("negative k")
    cleaned = "".join(c.lower() if c.isalpha() or c == "'" else " " for c in text)
    counts = {}
    for word in cleaned.split():
        word = word.strip("'")
        if word:
            counts[word] = counts.get(word, 0) + 1
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:k]
