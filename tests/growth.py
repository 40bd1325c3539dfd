"""Whether the cost of something grows in step with its input: the one place where the suite looks at a clock.

A count of seconds says nothing on a busy machine; how much more eight times the text costs does, if what the machine
does beside it is kept out: the collector of a long test run is off meanwhile, and the least of several tries counts.
"""

import gc
import time
from collections.abc import Callable

TRIES = 6
LARGER = 8
MOST = 24  # linear is 8 times the cost, quadratic 64
NOISE = 0.1  # CPU-seconds that the smallest inputs may cost more


def cpu_seconds(act: Callable[[], object]) -> float:
    """CPU-seconds that one call of `act` takes in this thread, the garbage collector off."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        began = time.thread_time()
        act()
        return time.thread_time() - began
    finally:
        if collecting:
            gc.enable()


def assert_linear(made: Callable[[int], Callable[[], object]], size: int) -> None:
    """Fail where eight times `size` costs more than 24 times as much. `made` readies the call for a size, untimed."""
    cpu_seconds(made(size // 5))
    small = large = float("inf")
    for _ in range(TRIES):
        small = min(small, cpu_seconds(made(size)))
        large = min(large, cpu_seconds(made(LARGER * size)))
        if large < MOST * small + NOISE:
            return
    raise AssertionError(f"{LARGER} times the input took {large:.3f} s after {small:.3f} s: more than in step with it")
