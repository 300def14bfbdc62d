import assert from "node:assert/strict";
import { test } from "node:test";

import { fold, foldAll } from "../../overrides/src/search/fold.js";

const TEXTS = [
  "", " ", ".", "Brand", "de trap, nooit de lift", "  twee  spaties ", "a-b_c@d^e~f`g{h}i\u007f\u0000j",
  "É e\u0301 ß ½ ﬁ ㎏", "pijl – streep…", "漢字かな\u3099", "٣ العربية", "😀 smile", "Zone 4/B (oost)", "\n\t",
];

test("folded are lower case, accents and what stands between words", () => {
  assert.equal(fold("  É-e\u0301,  ß… ½ [A]_^B\n"), "e e ss 1 2 a b");
  assert.equal(fold("–—…"), "");
});

test("many texts at once are folded as each by itself, a space before and after", () => {
  const spaced = TEXTS.map((text) => (fold(text) ? ` ${fold(text)} ` : " "));
  assert.deepEqual(foldAll(TEXTS), spaced);
  assert.deepEqual(foldAll([...TEXTS].reverse()), spaced.reverse());
});

test("a text that holds what stands between texts mixes up no others", () => {
  assert.deepEqual(foldAll(["een", "t\x01wee\x01", "drie"]), [" een ", " t wee ", " drie "]);
});
