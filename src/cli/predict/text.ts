import { shownName } from './display';
import { countText } from './executor-count';
import { type Explanation, explanations } from './explanation';
import { memoryParts } from './memory-explanation';
import { factsOf, namespaceOf, type PodFacts } from './pod-facts';
import { type Prediction, ROLES, type Role } from './prediction';
import { type Source, sourceText } from './sources';
import { totalsText } from './totals';

/** Lines are no longer than this unless a single value is. */
const WIDTH = 120;
const INDENT = 2;
const GAP = 2;
const LABEL = 'service account'.length + GAP;

type Row = readonly [label: string, value: string];

/**
 * A prediction as a table: a column for each role, below each other when both do not fit beside. What both roles share
 * follows once.
 */
export function tableText(prediction: Prediction): string {
  const facts = ROLES.map((role) => factsOf(role, prediction));
  const places = placeRows(facts);
  const own = ROLES.map((role, column) => [
    ...sizeRows(role, facts[column] as PodFacts, prediction),
    ...places.filter(({ isShared }) => !isShared).map(({ label, values }): Row => [label, values[column] as string]),
  ]);
  const shared = places.filter(({ isShared }) => isShared).map(({ label, values }): Row => [label, values[0] as string]);
  const total = totalsText(prediction);
  const rows: Row[] = [
    ...(total === undefined ? [] : [['total', total] as const]),
    ['namespace', namespaceOf(prediction)],
    ...shared,
  ];
  return `${heading(prediction)}\n${columnsText(own)}${rows.map(rowText).join('')}`;
}

function columnsText(columns: readonly (readonly Row[])[]): string {
  const [first = [], second = []] = columns;
  const [width, other] = [first, second].map((rows) => Math.max(...rows.map(([, value]) => value.length)) + GAP) as [
    number,
    number,
  ];
  if (INDENT + LABEL + width + other - GAP > WIDTH) return columns.flat().map(rowText).join('');
  return first.map(([label, value], row) => rowText([label, value.padEnd(width) + second[row]?.[1]])).join('');
}

const rowText = ([label, value]: Row): string => line(label.padEnd(LABEL) + value);

function heading({ id, submitter, application }: Prediction): string {
  const versions = submitter === application ? `Spark ${application}` : `Spark ${application}, submitted by Spark ${submitter}`;
  return id === undefined ? versions : `${id}: ${versions}`;
}

const line = (text: string): string => `${' '.repeat(INDENT)}${text.trimEnd()}\n`;

function sizeRows(role: Role, facts: PodFacts, prediction: Prediction): Row[] {
  const { cpuRequest = 'none', cpuLimit = 'none', memoryRequest, memoryLimit = 'none' } = facts;
  return [
    ['role', role],
    ['pods', role === 'driver' ? '1' : countText(prediction.executors)],
    ['name', shownName(facts.name, role)],
    ['cpu', `${cpuRequest}, limit ${cpuLimit}`],
    ['memory', memoryLimit === memoryRequest ? memoryRequest : `${memoryRequest}, limit ${memoryLimit}`],
    ['', `= ${memoryParts(prediction.pods.memory[role])}`],
  ];
}

const NONE = 'none';

interface PlaceRow {
  readonly label: string;
  /** One for each role. */
  readonly values: readonly string[];
  readonly isShared: boolean;
}

function placeRows(facts: readonly PodFacts[]): PlaceRow[] {
  const row = (label: string, values: readonly string[]): PlaceRow => ({ label, values, isShared: new Set(values).size === 1 });
  const containers = facts.map(({ otherContainers }) => otherContainers.join('; ') || NONE);
  const resources = facts.map(({ otherResources }) => otherResources.map((both) => both.join(' ')).join(', ') || NONE);
  const scratch = facts.map(({ isScratchInMemory }) => (isScratchInMemory ? 'in memory' : NONE));
  return [
    row(
      'image',
      facts.map(({ image }) => image),
    ),
    row(
      'service account',
      facts.map(({ serviceAccount = 'default' }) => serviceAccount),
    ),
    ...[row('also needs', resources), row('local dirs', scratch), row('beside Spark', containers)].filter(({ values }) =>
      values.some((text) => text !== NONE),
    ),
  ];
}

/** A prediction with the source of everything: the key, its value and where it was set. */
export function explanationText(prediction: Prediction): string {
  const all = explanations(prediction);
  const sections = ([...ROLES, 'all'] as const).map((role) => {
    const own = all.filter((one) => one.role === role);
    return own.length === 0 ? '' : `${role}\n${own.map(explainedLines).join('')}`;
  });
  return `${heading(prediction)}\n${sections.join('')}`;
}

/** One source stands on the line itself if it fits, several below it. A value that is the source's own is not said twice. */
function explainedLines({ what, value, how, sources }: Explanation): string {
  const start = what.padEnd(LABEL - GAP) + ' '.repeat(GAP) + value;
  const below = (list: readonly Source[]): string =>
    list.map((source) => line(' '.repeat(LABEL + INDENT) + sourceText(source))).join('');
  if (how !== undefined) return line(`${start} = ${how}`) + below(sources);
  const others = sources.map((source) => (source.value === value ? { ...source, value: '' } : source));
  const inline = [start, ...others.map(sourceText)].join(' = ');
  return INDENT + inline.length <= WIDTH ? line(inline) : line(start) + below(others);
}
