/** Rows of the distance table: the current one and the two before it. Texts longer than these make new ones. */
let rows: readonly [Uint16Array, Uint16Array, Uint16Array] = newRows(128);

function newRows(length: number): readonly [Uint16Array, Uint16Array, Uint16Array] {
  return [new Uint16Array(length), new Uint16Array(length), new Uint16Array(length)];
}

/**
 * How many single edits (insert, delete, replace, swap of neighbours) lead from one text to another.
 *
 * @param furthest texts further apart than this are not looked at to the end: the answer is then Infinity.
 */
export function editDistance(from: string, to: string, furthest = Number.POSITIVE_INFINITY): number {
  if (Math.abs(from.length - to.length) > furthest) return Number.POSITIVE_INFINITY;
  if (to.length >= rows[0].length) rows = newRows(2 * to.length);
  let [beforeLast, last, row] = rows;
  for (let j = 0; j <= to.length; j++) last[j] = j;
  for (let i = 1; i <= from.length; i++) {
    const letter = from.charCodeAt(i - 1);
    const letterBefore = from.charCodeAt(i - 2);
    row[0] = i;
    let least = i;
    for (let j = 1; j <= to.length; j++) {
      const other = to.charCodeAt(j - 1);
      let best = at(last, j - 1) + (letter === other ? 0 : 1);
      best = Math.min(best, at(last, j) + 1, at(row, j - 1) + 1);
      if (i > 1 && j > 1 && letter === to.charCodeAt(j - 2) && letterBefore === other) {
        best = Math.min(best, at(beforeLast, j - 2) + 1);
      }
      row[j] = best;
      if (best < least) least = best;
    }
    // Every way leads through this row or jumps over it with a swap, which costs one more than the row before.
    if (least > furthest) return Number.POSITIVE_INFINITY;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  const distance = at(last, to.length);
  return distance > furthest ? Number.POSITIVE_INFINITY : distance;
}

/** The known keys nearest to a misspelt one, best first: at most `count`, none further than a third of the key's length (at least 2). */
export function nearest(key: string, known: Iterable<string>, count = 3): string[] {
  const furthest = Math.max(2, Math.floor(key.length / 3));
  const lower = key.toLowerCase();
  return [...new Set(known)]
    .map((candidate) => ({ candidate, distance: editDistance(lower, candidate.toLowerCase(), furthest) }))
    .filter(({ distance }) => distance <= furthest)
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, count)
    .map(({ candidate }) => candidate);
}

const at = (row: Uint16Array, column: number): number => row[column] as number;
