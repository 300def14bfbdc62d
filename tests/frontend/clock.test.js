import assert from "node:assert/strict";
import { test } from "node:test";

import { lately } from "../../overrides/src/clock.js";

test("a moment is lately until its pause is over", () => {
  const now = Date.now();
  assert.equal(lately(now - 1000, 60_000), true);
  assert.equal(lately(String(now - 1000), 60_000), true);
  assert.equal(lately(now - 61_000, 60_000), false);
});

test("a moment that is still to come, or that was never remembered, holds nothing up", () => {
  assert.equal(lately(Date.now() + 365 * 86_400_000, 60_000), false);
  assert.equal(lately(null, 60_000), false);
  assert.equal(lately(undefined, 60_000), false);
  assert.equal(lately("no number", 60_000), false);
});
