import { asciiDigits } from './conf/numbers';
import type { Settings } from './conf/settings';

/** A quantity as Spark's Kubernetes client takes it: any text but an empty one and numbers with both exponent and unit. */
export function quantity(settings: Settings, key: string, text: string): string {
  if (!isQuantityText(text)) settings.refuse(`${key} is '${text}'`, 'write a Kubernetes quantity such as 500m, 2 or 1Gi');
  return text;
}

/** Whether Spark's Kubernetes client takes a text for a quantity; it looks no closer than this. */
export function isQuantityText(text: string): boolean {
  if (text === '') return false;
  const unit = text.slice(unitStart(text));
  return !(/[0-9]/.test(unit) && /\p{L}$/u.test(unit));
}

function unitStart(text: string): number {
  const found = text.search(/[eEinumkKMGTP]/);
  return found < 0 ? text.length : found;
}

const FACTORS: Readonly<Record<string, number>> = {
  '': 1,
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/** The number that a quantity stands for; undefined when it is none. */
export function quantityNumber(text: string): number | undefined {
  const [, digits, unit] = /^([+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+))((?:[eE][+-]?[0-9]+)|[a-zA-Z]*)$/.exec(asciiDigits(text)) ?? [];
  if (digits === undefined) return undefined;
  if (/^[eE][+-]?[0-9]+$/.test(unit)) return Number(digits + unit);
  return Object.hasOwn(FACTORS, unit) ? Number(digits) * FACTORS[unit] : undefined;
}
