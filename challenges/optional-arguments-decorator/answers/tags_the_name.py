# floor: 1
# ceiling: 1
# misses: example, bare_form, named_form, arguments_bare, arguments_named, metadata_bare, metadata_named,
#   empty_parentheses, methods_bare, methods_named, refuses_positional, stacking
def tag(func=None, *, name="p"):
    return f"<{name}>{func}</{name}>"
