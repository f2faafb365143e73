"""The one decorator of physics: plain Python when called, inlined and vectorised when compiled.

`forceinline` keeps calls out of the lane loop (a factor of 14); the numpy error model keeps exceptions out of it.
Fast-math stays off, so that compiled lanes equal plain Python to the last bit.
"""

from typing import Any

from numba.extending import register_jitable

KERNEL: Any = {"error_model": "numpy", "forceinline": True}

physics = register_jitable(**KERNEL)
