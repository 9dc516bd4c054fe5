def compose(*functions):
    pass
