import { normalised } from './normalise.mjs';

const isObject = (value) => value !== null && typeof value === 'object';

function compare(path, real, predicted, found) {
  if (Array.isArray(real) && Array.isArray(predicted)) {
    for (let index = 0; index < Math.max(real.length, predicted.length); index += 1) {
      compare(`${path}[${index}]`, real[index], predicted[index], found);
    }
  } else if (isObject(real) && isObject(predicted) && Array.isArray(real) === Array.isArray(predicted)) {
    for (const key of [...new Set([...Object.keys(real), ...Object.keys(predicted)])].sort()) {
      compare(path === '' ? key : `${path}.${key}`, real[key], predicted[key], found);
    }
  } else if (!Object.is(real, predicted)) {
    found.push({ path, real, predicted });
  }
}

const shown = (value) => (value === undefined ? 'absent' : JSON.stringify(value));

/** Fields that differ between Spark's answer and the prediction: `{ path, real, predicted }`, none when they are equal. */
export function differences(real, predicted) {
  if (real.error !== undefined || predicted.error !== undefined) {
    const outcome = ({ error, errorAt }) => (error === undefined ? 'accepted' : `refused at ${errorAt}`);
    return outcome(real) === outcome(predicted)
      ? []
      : [
          {
            path: 'outcome',
            real: outcome(real),
            predicted: outcome(predicted),
            says: [real.error, predicted.error].filter((error) => error !== undefined).join(' / '),
          },
        ];
  }
  const found = [];
  compare('', normalised(real), normalised(predicted), found);
  return found;
}

/** One line for a field that differs. */
export const sentence = ({ path, real, predicted, says }) =>
  `${path}: real ${shown(real)}, predicted ${shown(predicted)}${says === undefined ? '' : ` (${says.split('\n')[0]})`}`;

/** What two differences have in common that are probably the same mistake: the field without positions. */
export const kindOf = ({ path, real, predicted, says }) =>
  path === 'outcome' ? `${real} / ${predicted}: ${says.slice(0, 60)}` : path.replaceAll(/\[\d+\]/g, '[]');
