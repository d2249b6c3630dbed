import { progress } from './progress.mjs';

/** Counts the checks of one tier and prints the failing ones in full. */
export class Checks {
  passed = 0;
  failed = 0;
  failures = [];

  constructor(tier) {
    this.tier = tier;
  }

  /** Counts `count` checks that passed together, e.g. the cases of a property. */
  pass(count = 1) {
    this.passed += count;
  }

  /** Counts one failed check and prints it. */
  fail(name, detail) {
    this.failed += 1;
    this.failures.push({ name, detail });
    progress(`FAILED ${this.tier}: ${name}`);
    if (detail) {
      console.log(`    ${String(detail).trimEnd().replaceAll('\n', '\n    ')}`);
    }
  }

  /** Counts one check by its outcome. `detail` (text or a function) is printed only when it failed. */
  that(name, ok, detail = '') {
    if (ok) {
      this.pass();
    } else {
      this.fail(name, typeof detail === 'function' ? detail() : detail);
    }
    return ok;
  }

  /** Counts one check that there is no difference: an empty list of sentences passes. */
  none(name, differences) {
    return this.that(name, differences.length === 0, () => differences.join('\n'));
  }
}
