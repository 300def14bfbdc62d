/**
 * Tables marked `data-rb-sortable` are sorted by a tap on a heading marked `data-rb-sort`.
 *
 * A cell sorts by its `data-rb-value`, else by its words; cells without a value stay last. Without
 * this script the headings are plain words and the rows stand in the order of the page.
 */

export function tableSort() {
  const tables = /** @type {NodeListOf<HTMLTableElement>} */ (
    document.querySelectorAll("table[data-rb-sortable]")
  );
  for (const table of tables) {
    const headings = /** @type {NodeListOf<HTMLTableCellElement>} */ (
      table.querySelectorAll("th[data-rb-sort]")
    );
    for (const heading of headings) offerSort(table, heading);
  }
}

/**
 * @param {HTMLTableElement} table
 * @param {HTMLTableCellElement} heading
 */
function offerSort(table, heading) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "rb-table__sort";
  button.append(...heading.childNodes);
  heading.append(button);
  button.addEventListener("click", () => {
    const falling = heading.getAttribute("aria-sort") === "ascending";
    for (const other of table.querySelectorAll("th[aria-sort]")) other.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", falling ? "descending" : "ascending");
    sort(table, heading.cellIndex, falling);
  });
}

/**
 * @param {HTMLTableElement} table
 * @param {number} column
 * @param {boolean} falling
 */
function sort(table, column, falling) {
  const body = table.tBodies[0];
  if (!body) return;
  const order = new Intl.Collator(document.documentElement.lang || undefined, { numeric: true });
  const rows = [...body.rows].map((row) => ({ row, value: valueOf(row.cells[column]) }));
  rows.sort((a, b) => {
    if (!a.value || !b.value) return Number(!a.value) - Number(!b.value);
    return falling ? order.compare(b.value, a.value) : order.compare(a.value, b.value);
  });
  body.append(...rows.map(({ row }) => row));
}

/**
 * @param {HTMLTableCellElement | undefined} cell
 * @returns {string}
 */
function valueOf(cell) {
  return (cell?.dataset["rbValue"] ?? cell?.textContent ?? "").trim();
}
