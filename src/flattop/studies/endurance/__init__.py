"""How high, how fast, how far and how long an airframe flies: steady flight put together."""

from flattop.studies.endurance.answer import endurance
from flattop.studies.endurance.loading import Load, Loaded, loaded
from flattop.studies.endurance.question import Question, question_problems

__all__ = ["Load", "Loaded", "Question", "endurance", "loaded", "question_problems"]
