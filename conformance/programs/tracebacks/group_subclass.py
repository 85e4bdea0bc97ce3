# A group class of a program's own, with a __str__.
class Problems(ExceptionGroup):
    def __str__(self):
        return f"{len(self.exceptions)} problems:\nsee below"


class Bare(ExceptionGroup):
    def __str__(self):
        return ""


raise Problems("ignored", [Bare("ignored", [ValueError("x")]), ValueError("y")])
