numbers = [1, -1, -2, 3]
for number in numbers:
    if number < 0:
        numbers.remove(number)
print(numbers)
