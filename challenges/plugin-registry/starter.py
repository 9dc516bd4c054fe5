"""Plugin registry: write the class."""


class Plugin:
    """Base of all plugins: subclasses register themselves."""

    @classmethod
    def create(cls, name, **options):
        """Make an instance of the plugin of this name."""
        raise NotImplementedError

    @classmethod
    def names(cls):
        """The names of all plugins, sorted."""
        raise NotImplementedError
