/** Milliseconds of this process's CPU that something takes; the least of several rounds, because the rest is noise. */
export function cpuMillis(work, rounds = 1) {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

/** One line of the report. A limit that is passed is said. */
export function line(what, millis, unit, limit) {
  const text = `${millis.toFixed(millis < 10 ? 2 : 1).padStart(8)} ${unit}  ${what}`;
  if (limit === undefined) return text;
  return `${text} (wanted: under ${limit}${millis < limit ? '' : ': MISSED'})`;
}
