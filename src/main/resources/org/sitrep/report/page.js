// Sorts a table by the column whose button is pressed; the page reads the same without it.
// A row without a report (-1) stands below the numbers, whichever way they are sorted.
for (const table of document.querySelectorAll("table.sortable")) {
  const body = table.tBodies[0];
  const rows = Array.from(body.rows);
  const value = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.order === undefined ? cell.textContent.trim() : Number(cell.dataset.order);
  };
  Array.from(table.tHead.rows[0].cells).forEach((head, column) => {
    if (head.dataset.fixed !== undefined) return;
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const numbers = rows.length > 0 && typeof value(rows[0], column) === "number";
      const now = head.getAttribute("aria-sort");
      const down = now === null ? numbers : now === "ascending";
      for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const sorted = rows.slice().sort((a, b) => {
        const x = value(a, column), y = value(b, column);
        if (numbers && (x < 0) !== (y < 0)) return x < 0 ? 1 : -1;
        const order = numbers ? x - y : x.localeCompare(y, "en");
        return down ? -order : order;
      });
      body.append(...sorted);
    });
  });
}
