import type { Problem } from '../../problem';

/** What a Spark line brings along. */
export interface SparkLine {
  /** Scala versions for which the line is built; the first is the default. */
  readonly scala: readonly string[];
  /** Java versions on which the line runs; the first is the default. */
  readonly java: readonly number[];
  /** Oldest Iceberg release with a runtime for this line; `undefined` when there is none yet. */
  readonly iceberg?: string;
}

/**
 * The Spark lines this library knows. Sources: the Spark release notes and migration guides (4.0 drops Scala 2.12,
 * Java 8 and 11) and Iceberg's multi-engine support table.
 */
export const SPARK_LINES: Readonly<Record<string, SparkLine>> = {
  '3.5': { scala: ['2.12', '2.13'], java: [17, 11, 8], iceberg: '1.4.0' },
  '4.0': { scala: ['2.13'], java: [17, 21], iceberg: '1.10.0' },
  '4.1': { scala: ['2.13'], java: [17, 21], iceberg: '1.11.0' },
  '4.2': { scala: ['2.13'], java: [17, 21] },
};

const SUPPORTED = Object.keys(SPARK_LINES).join(', ');

/** `3.5` of `3.5.9`. */
export function minorOf(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}

/** Compares two dotted versions number by number. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number)) as [number[], number[]];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** What is wrong with a Spark version. */
export function versionProblems(version: string): Problem[] {
  if (/^v\d/.test(version)) {
    return [
      {
        message: `Spark version '${version}' starts with v, but neither Spark's versions nor the tags of its images do`,
        fix: `write '${version.slice(1)}'`,
      },
    ];
  }
  if (!/^\d+\.\d+\.\d+$/.test(version)) {
    return [
      {
        message: `Spark version '${version}' is not an exact release like '3.5.9' (floating and preview versions change what runs without a change in Git)`,
        fix: `write all three numbers of a release of ${SUPPORTED}`,
      },
    ];
  }
  const minor = minorOf(version);
  if (minor in SPARK_LINES) return [];
  if (compareVersions(minor, '3.5') < 0) {
    return [
      {
        message: `Spark ${version} is not supported: the ${minor} line is at its end of life and gets no security fixes`,
        fix: `use Spark 3.5 or newer (supported lines: ${SUPPORTED})`,
      },
    ];
  }
  return [{ message: `Spark ${version} is not supported: its line is unknown here`, fix: `use a release of ${SUPPORTED}` }];
}

/** What is wrong with the Scala, Java, Python and Iceberg versions beside a valid Spark version. */
export function companionProblems(
  version: string,
  companions: { scala?: string; java?: number; python?: string; iceberg?: string },
): Problem[] {
  const minor = minorOf(version);
  const line = SPARK_LINES[minor];
  if (line === undefined) return [];
  const problems: Problem[] = [];
  const { scala, java, python, iceberg } = companions;
  if (scala !== undefined && !line.scala.includes(scala)) {
    problems.push({
      message: `scala '${scala}' does not exist for Spark ${version}, which is built for Scala ${line.scala.join(' and ')}`,
      fix: `write scala: '${line.scala[0]}' or leave it out`,
    });
  }
  if (java !== undefined && !line.java.includes(java)) {
    problems.push({
      message: `java ${java} does not run Spark ${version}, which supports Java ${[...line.java].sort((a, b) => a - b).join(', ')}`,
      fix: `write java: ${line.java[0]} or leave it out`,
    });
  }
  if (python !== undefined && !/^3\.\d+(\.\d+)?$/.test(python)) {
    problems.push({
      message: `python '${python}' is not a Python 3 version like '3.10'`,
      fix: 'write the version of the Python in the image, or leave it out',
    });
  }
  if (iceberg !== undefined) problems.push(...icebergProblems(version, line, iceberg));
  return problems;
}

function icebergProblems(version: string, line: SparkLine, iceberg: string): Problem[] {
  if (!/^\d+\.\d+\.\d+$/.test(iceberg)) {
    return [{ message: `iceberg '${iceberg}' is not an exact release like '1.12.0'`, fix: 'write all three numbers' }];
  }
  if (line.iceberg === undefined) {
    return [
      {
        message: `iceberg '${iceberg}' has no runtime for Spark ${version}: Iceberg has not released one for the ${minorOf(version)} line`,
        fix: 'leave iceberg out, or use Spark 3.5, 4.0 or 4.1',
      },
    ];
  }
  if (compareVersions(iceberg, line.iceberg) < 0) {
    return [
      {
        message: `iceberg '${iceberg}' has no runtime for Spark ${version}: the first with one for the ${minorOf(version)} line is ${line.iceberg}`,
        fix: `use Iceberg ${line.iceberg} or newer`,
      },
    ];
  }
  return [];
}
