"""Which uncertain inputs move the verdict: each moved alone, then the foremost drawn at once and measured by variance."""

from flattop.studies.sensitivity.inputs import uncertain_inputs
from flattop.studies.sensitivity.sentences import sentences
from flattop.studies.sensitivity.study import Counts, sensitivity

__all__ = ["Counts", "sensitivity", "sentences", "uncertain_inputs"]
