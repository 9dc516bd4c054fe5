"""Who waits for whom."""


def dependents(jobs):
    """The jobs behind each job; a ValueError for a dependency that is not there, or a cycle."""
    behind = {name: [] for name in jobs}
    for job in jobs.values():
        for name in job.after:
            if name not in jobs:
                raise ValueError(f"job {job.name!r} waits for {name!r}, which was never added")
            behind[name].append(job)
    refuse_cycles(jobs, behind)
    return behind


def refuse_cycles(jobs, behind):
    waits = {name: len(job.after) for name, job in jobs.items()}
    free = [name for name, count in waits.items() if count == 0]
    for name in free:
        for job in behind[name]:
            waits[job.name] -= 1
            if waits[job.name] == 0:
                free.append(job.name)
    stuck = set(jobs) - set(free)
    if not stuck:
        return
    name, seen = min(stuck), []
    while name not in seen:
        seen.append(name)
        name = next(other for other in jobs[name].after if other in stuck)
    raise ValueError("a cycle: " + " waits for ".join([*seen[seen.index(name) :], name]))
