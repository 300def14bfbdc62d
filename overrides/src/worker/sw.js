/**
 * The service worker: which revision it is of, and no more. All it does is in the program that it
 * imports, so that a new revision of the plan moves a few hundred bytes here.
 *
 * The sealer fills in what stands between signs @.
 */

/** @type {import("./stub.js").Stub} */
const stub = { site: "@@SITE_SHA256@@", program: "" };
Object.assign(self, { runbook: stub });
importScripts("offline/@@PROGRAM_SHA256@@.js");
// Why: an empty file, or another program, would leave phones with a worker that answers nothing.
if (stub.program !== "@@PROGRAM@@") throw new Error("sw.js: this isn't the program of this revision");
