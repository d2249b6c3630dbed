/** Rows of the distance table: the current one and the two before it. Texts longer than these make new ones. */
let rows: readonly [Uint16Array, Uint16Array, Uint16Array] = newRows(128);

function newRows(length: number): readonly [Uint16Array, Uint16Array, Uint16Array] {
  return [new Uint16Array(length), new Uint16Array(length), new Uint16Array(length)];
}

/** In a cell outside of the band that is looked at: more than any distance. */
const OUTSIDE = 0xffff;

/**
 * How many single edits (insert, delete, replace, swap of neighbours) lead from one text to another.
 *
 * @param furthest texts further apart than this are not looked at to the end: the answer is then Infinity.
 */
export function editDistance(from: string, to: string, furthest = Number.POSITIVE_INFINITY): number {
  let [start, fromEnd, toEnd] = [0, from.length, to.length];
  if (Math.abs(fromEnd - toEnd) > furthest) return Number.POSITIVE_INFINITY;
  // What both have at their ends needs no edit.
  while (start < fromEnd && start < toEnd && from.charCodeAt(start) === to.charCodeAt(start)) start++;
  while (fromEnd > start && toEnd > start && from.charCodeAt(fromEnd - 1) === to.charCodeAt(toEnd - 1)) {
    fromEnd--;
    toEnd--;
  }
  const distance = tableDistance(from, to, [start, fromEnd, toEnd], furthest);
  return distance > furthest ? Number.POSITIVE_INFINITY : distance;
}

function tableDistance(
  from: string,
  to: string,
  [start, fromEnd, toEnd]: readonly [number, number, number],
  furthest: number,
): number {
  const [height, width] = [fromEnd - start, toEnd - start];
  if (height === 0 || width === 0) return height + width;
  // A cell further from the diagonal than this costs more than is asked for.
  const band = Math.min(Math.floor(furthest), height + width);
  if (width + 2 > rows[0].length) rows = newRows(2 * width + 2);
  let [beforeLast, last, row] = rows;
  for (let j = 0; j <= width; j++) last[j] = j <= band ? j : OUTSIDE;
  for (let i = 1; i <= height; i++) {
    const letter = from.charCodeAt(start + i - 1);
    const letterBefore = i > 1 ? from.charCodeAt(start + i - 2) : -1;
    const [first, end] = [Math.max(1, i - band), Math.min(width, i + band)];
    row[first - 1] = first === 1 && i <= band ? i : OUTSIDE;
    let least = at(row, first - 1);
    for (let j = first; j <= end; j++) {
      const other = to.charCodeAt(start + j - 1);
      let best = at(last, j - 1) + (letter === other ? 0 : 1);
      best = Math.min(best, at(last, j) + 1, at(row, j - 1) + 1);
      if (j > 1 && letter === to.charCodeAt(start + j - 2) && letterBefore === other) {
        best = Math.min(best, at(beforeLast, j - 2) + 1);
      }
      row[j] = Math.min(best, OUTSIDE);
      if (best < least) least = best;
    }
    if (end < width) row[end + 1] = OUTSIDE;
    // Every way leads through this row or jumps over it with a swap, which costs one more than the row before.
    if (least > furthest) return Number.POSITIVE_INFINITY;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return at(last, width);
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
