/** A few requests at a time: enough for a far host, few enough for a crowded network. */

const LANES = 3;

/**
 * Do all tasks, a few at a time, in their order; the first failure ends it.
 *
 * `between` is done after each, one at a time, while the next tasks are under way already.
 * @param {(() => Promise<void>)[]} tasks
 * @param {() => Promise<void>} between
 */
export async function inLanes(tasks, between) {
  const left = tasks.slice();
  let last = Promise.resolve();
  const lane = async () => {
    for (let task = left.shift(); task; task = left.shift()) {
      try {
        await task();
      } catch (error) {
        left.length = 0;
        throw error;
      }
      last = last.then(between);
      last.catch(() => {
        left.length = 0;
      });
    }
  };
  const lanes = Array.from({ length: LANES }, lane);
  await Promise.allSettled(lanes);
  await together([...lanes, last]);
}

/**
 * Waits until all have ended; then the first failure counts.
 *
 * Why so: whoever clears up after a fault must not meet what comes late.
 * @param {Promise<void>[]} all
 */
export async function together(all) {
  for (const one of await Promise.allSettled(all)) if (one.status === "rejected") throw one.reason;
}
