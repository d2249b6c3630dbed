/** How many single edits (insert, delete, replace, swap of neighbours) lead from one text to another. */
export function editDistance(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, column) => column)];
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const replaced = at(rows, i - 1, j - 1) + (from[i - 1] === to[j - 1] ? 0 : 1);
      const swappable = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      const swapped = swappable ? at(rows, i - 2, j - 2) + 1 : replaced;
      row.push(Math.min(at(rows, i - 1, j) + 1, (row[j - 1] as number) + 1, replaced, swapped));
    }
    rows.push(row);
  }
  return at(rows, from.length, to.length);
}

/** The known keys nearest to a misspelt one, best first: at most `count`, none further than a third of the key's length (at least 2). */
export function nearest(key: string, known: Iterable<string>, count = 3): string[] {
  const furthest = Math.max(2, Math.floor(key.length / 3));
  const lower = key.toLowerCase();
  return [...new Set(known)]
    .map((candidate) => ({ candidate, distance: editDistance(lower, candidate.toLowerCase()) }))
    .filter(({ distance }) => distance <= furthest)
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, count)
    .map(({ candidate }) => candidate);
}

const at = (rows: readonly number[][], i: number, j: number): number => (rows[i] as number[])[j] as number;
