"""What cannot be flown, all problems at once, one line each.

UnusableValueError(ValueError)    .problems: the lines; .faults: the same as field, value and range (`quantities.ranges`)
|-- UnusableConditionError        a condition outside its ranges, or one that this airframe and ship cannot meet
`-- UnusableLimitsError           limits outside theirs
"""

from flattop.quantities.ranges import UnusableValueError


class UnusableConditionError(UnusableValueError):
    """A condition outside its ranges, or one that this airframe and ship cannot meet."""


class UnusableLimitsError(UnusableValueError):
    """Limits outside their ranges."""
