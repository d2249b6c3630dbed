/** Progress lines: the elapsed time of the whole run, then what happens. */
const started = Date.now();

/** Seconds since the harness started, as `12.3s`. */
export function elapsed() {
  return `${((Date.now() - started) / 1000).toFixed(1)}s`;
}

/** Prints one progress line with the elapsed time in front. */
export function progress(message) {
  console.log(`[${elapsed().padStart(7)}] ${message}`);
}

/** Prints what starts, runs it, and prints how long it took. */
export async function timed(message, action) {
  progress(message);
  const begun = Date.now();
  const result = await action();
  progress(`${message}: done in ${((Date.now() - begun) / 1000).toFixed(1)}s`);
  return result;
}
