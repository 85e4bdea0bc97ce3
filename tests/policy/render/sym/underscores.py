def _channel(event, _depth=0):
    return event.payload._raw


class Rule(Base, metaclass=Meta):
    pass
