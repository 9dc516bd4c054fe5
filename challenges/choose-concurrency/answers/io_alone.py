# floor: 2
# ceiling: 2
# misses: cpu_results, cpu_in_order, async_results, async_in_order, cpu_in_other_processes, async_overlaps, cpu_error, async_error, cpu_leaves_no_process, async_leaves_no_task, empty_input, processes_for_cpu, tasks_on_one_loop
from concurrent.futures import ThreadPoolExecutor


def run_all(tasks, kind):
    if kind == "io":
        with ThreadPoolExecutor(max_workers=10) as executor:
            return list(executor.map(lambda task: task(), tasks))
    raise ValueError("not supported")
