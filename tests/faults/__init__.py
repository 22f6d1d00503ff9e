"""Faults caused for real, and for each the weakened build (a patch in `weaker`) in which its test fails.

    a writer killed at a step                 atomic
    any process killed at a step              tries, walls, sweep (zygote), clearing and atomic (grader)
    a worker killed, paused                   justice
    a stopped slot; a paused one              watch; heart
    a stopped zygote; a paused one            no end to its answer; drowsy
    what is stopped and outlives its grader   leash (zygote), orphan (slot), keeper
    a paused container                        heart; a machine that always stutters: stutter
    memory pressure                           first
    a full or broken disk                     fsync, deaf
    the folder taken away                     guard
    what is in the way of a report            care, links, stop
    two graders                               lock
    a log that cannot be written              proud
    clocks that jump                          clock
    damaged submissions                       text, and four careless readers in `test_damaged`
    thousands in a run                        leaks memory, leaks descriptors, leaks processes, ages

Without one: a run that is suspended with Ctrl-Z (what it protects from is a second grading, which costs nobody a
point), a folder without permission (`deaf` would do, as an ordinary user).
"""
