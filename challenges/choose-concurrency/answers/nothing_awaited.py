# floor: 1
# ceiling: 1
# misses: io_results, io_in_order, cpu_results, cpu_in_order, async_results, async_in_order, io_overlaps, cpu_in_other_processes, async_overlaps, unknown_kind, io_error, cpu_error, async_error, io_leaves_no_thread, cpu_leaves_no_process, async_leaves_no_task, empty_input, processes_for_cpu, tasks_on_one_loop
import threading


def run_all(tasks, kind):
    for task in tasks:
        threading.Thread(target=task).start()
