a = [1, 2, 3]
b = a
b = b + [4, 5]
print(a)

b = a
b += [4, 5]
print(a)
