/**
 * The lines of a text that comes in pieces, as many at a time as a piece completes. The last one needs no end. Pieces are
 * kept apart until their line is complete, so that a line of many pieces costs no more than its length.
 */
export async function* linesOf(input: AsyncIterable<string>): AsyncIterable<readonly string[]> {
  let open: string[] = [];
  for await (const piece of input) {
    const end = piece.lastIndexOf('\n');
    if (end < 0) {
      open.push(piece);
      continue;
    }
    open.push(piece.slice(0, end));
    const lines = open.join('').split('\n');
    open = [piece.slice(end + 1)];
    yield lines;
  }
  const rest = open.join('');
  if (rest !== '') yield [rest];
}
