# floor: 3
# ceiling: 3
# misses: io_overlaps, cpu_in_other_processes, async_overlaps, unknown_kind, threads_for_io, processes_for_cpu, tasks_on_one_loop
# misconceptions: coroutines_apart, one_after_another
import asyncio


def run_all(tasks, kind):
    results = []
    for task in tasks:
        if kind == "async":
            results.append(asyncio.run(task()))
        else:
            results.append(task())
    return results
