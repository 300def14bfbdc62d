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
  const lanes = await Promise.allSettled(Array.from({ length: LANES }, lane));
  const rest = await Promise.allSettled([last]);
  for (const one of [...lanes, ...rest]) if (one.status === "rejected") throw one.reason;
}
