"""A subclass of NameError or AttributeError gets no suggestion."""


class Missing(AttributeError):
    pass


raise Missing("gone", name="appendd", obj=[])
