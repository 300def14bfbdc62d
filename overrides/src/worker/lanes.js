/** A few requests at a time: enough for a far host, few enough for a crowded network. */

const LANES = 3;

/**
 * Do all tasks, a few at a time, in their order; the first failure ends it.
 * @param {(() => Promise<void>)[]} tasks
 * @param {() => Promise<void>} between done after each
 */
export async function inLanes(tasks, between) {
  const left = tasks.slice();
  const lane = async () => {
    for (let task = left.shift(); task; task = left.shift()) {
      try {
        await task();
        await between();
      } catch (error) {
        left.length = 0;
        throw error;
      }
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: LANES }, lane));
  for (const one of lanes) if (one.status === "rejected") throw one.reason;
}
