const VERSION = /^v?(0|[1-9]\d*)(?:\.(0|[1-9]\d*)(?:\.(0|[1-9]\d*)(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?)?)?$/;

/**
 * Whether the operator takes a Spark version for one before 3.0.0, which knows no pod templates. What is no semantic version
 * (`latest`, `3.5.x`) counts as older than all; `3.5` is one.
 */
export function isBeforeSpark3(version: string): boolean {
  const [, major, minor = '0', patch = '0', preRelease] = VERSION.exec(version) ?? [];
  if (major === undefined || Number(major) < 3) return true;
  return Number(major) === 3 && minor === '0' && patch === '0' && preRelease !== undefined;
}
