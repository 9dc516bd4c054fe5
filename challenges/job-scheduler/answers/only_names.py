# floor: 1
# ceiling: 1
# misses: one_job, several_jobs, in_order, failure_told, dependents_skipped, retried, within_limit, reaches_limit,
#   backs_off, delay_capped, no_wait_at_the_end, skipped_indirectly, error_itself, start_order, added_later,
#   results_in_order, cancel_before, cancel_in_flight, cycle, missing_dependency, wrong_arguments,
#   retry_frees_place, no_waves, cancel_while_waiting, cancel_says, cancel_awaited, run_cancelled, long_chain,
#   no_polling, second_run
"""Threads, and nothing of what was asked."""

import threading


class Scheduler:
    def __init__(self, limit=4):
        self.jobs = {}

    def add(self, name, func, after=(), retries=0, delay=1.0, factor=2.0, max_delay=60.0):
        self.jobs[name] = func

    async def run(self):
        for func in self.jobs.values():
            threading.Thread(target=func).start()
        return {}

    def cancel(self, name):
        del self.jobs[name]
