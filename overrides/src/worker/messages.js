/** What pages ask and tell the worker; every question gets its answer, whatever happens. */

import { partOf } from "./addresses.js";
import { changesBetween } from "./changes.js";
import { current, forget, recover } from "./current.js";
import { countExtras } from "./extras.js";
import { SCOPE, worker } from "./place.js";
import { saveRest } from "./rest.js";
import { otherRevisions } from "./revisions.js";
import { repair, selfTest } from "./testing.js";

/** @typedef {import("./revision.js").Revision} Revision */
/** @typedef {(message: object) => void} Tell */

/** @param {ExtendableMessageEvent} event */
export function onMessage(event) {
  const [port] = event.ports;
  event.waitUntil(answer(event, (message) => port?.postMessage(message)));
}

/**
 * @param {ExtendableMessageEvent} event
 * @param {Tell} tell
 */
async function answer({ data, source }, tell) {
  const revision = await answering();
  switch (data?.type) {
    case "status": return tell(await status(revision));
    case "changes": return tell({ type: "changes", list: await changes(revision) });
    case "take-over": return worker.skipWaiting();
    case "self-test": {
      const parts = typeof data.part === "string" ? [data.part] : revision?.saved ?? [];
      const name = `self-test ${data.part ?? ""}`;
      return tell(await once(name, () => tested(revision, (one) => selfTest(one, parts, tell))));
    }
    case "repair": return tell(await once("repair", () => tested(revision, (one) => repair(one, tell))));
    case "save-rest": {
      const page = source instanceof WindowClient ? source.url.slice(SCOPE.length) : "";
      if (!revision) await recover(page);
      const found = revision ?? (await answering());
      if (found) await saveRest(found, partOf(found.site, page));
      return tell(await status(found));
    }
  }
}

/** @returns {Promise<Revision | null>} null if there is none, or none that can be read */
async function answering() {
  return (await current().catch(() => null))?.revision ?? null;
}

/** @param {Revision | null} revision */
async function status(revision) {
  const site = revision?.site;
  const parts = await Promise.all((site?.parts ?? []).map(async (part) => ({
    path: part.path, language: part.language, title: part.title,
    saved: revision?.saved.has(part.path) ?? false,
    files: part.files, pages: part.pages, size: part.size,
    extras: revision ? await countExtras(revision, part.path) : [0, 0],
  })));
  return {
    type: "status", scope: SCOPE, revision: site?.revision ?? "", sequence: site?.sequence ?? 0,
    built: site?.built ?? new Date(0).toISOString(), expires: site?.expires ?? null, parts,
    damaged: revision?.damaged.size ?? 0, waiting: worker.registration.waiting !== null,
  };
}

/**
 * What this revision, which waits, changes in the one that answers.
 * @param {Revision | null} revision
 */
async function changes(revision) {
  try {
    const [active] = await otherRevisions();
    return revision && active ? await changesBetween(active, revision) : [];
  } catch {
    return [];
  }
}

/** @type {Map<string, Promise<object>>} */
const running = new Map();

/**
 * Who asks again while the same is under way gets the same answer.
 * @param {string} name
 * @param {() => Promise<object>} act
 */
function once(name, act) {
  const one = running.get(name) ?? act().finally(() => running.delete(name));
  running.set(name, one);
  return one;
}

/**
 * @param {Revision | null} revision
 * @param {(revision: Revision) => Promise<import("./testing.js").Result>} test
 */
async function tested(revision, test) {
  try {
    if (revision) return await test(revision);
  } catch {
    // Answered below: nothing could be read.
  }
  forget();
  return { type: "test-result", files: 0, damaged: ["/"] };
}
