import fc from 'fast-check';

/** Mistakes that people make in manifests: what they do to one entry of an object or a list. */
const MISTAKES = {
  misspelt: (holder, key) => renamed(holder, key, `${key}z`),
  'other case': (holder, key) =>
    renamed(holder, key, key.charAt(0) === key.charAt(0).toUpperCase() ? key.toLowerCase() : upper(key)),
  'other type': (holder, key, choice) => {
    holder[key] = otherType(holder[key], choice);
  },
  null: (holder, key) => {
    holder[key] = null;
  },
  'left out': (holder, key) => {
    if (!Array.isArray(holder)) {
      delete holder[key];
    }
  },
  empty: (holder, key) => {
    const value = holder[key];
    holder[key] = typeof value === 'string' ? '' : Array.isArray(value) ? [] : typeof value === 'object' ? {} : value;
  },
  twice: (holder, key) => {
    if (Array.isArray(holder)) {
      holder.push(structuredClone(holder[key]));
    }
  },
  added: (holder) => {
    if (!Array.isArray(holder)) {
      holder.surprise = 'x';
    }
  },
};

const upper = (text) => text.charAt(0).toUpperCase() + text.slice(1);

function renamed(holder, key, name) {
  if (!Array.isArray(holder)) {
    holder[name] = holder[key];
    delete holder[key];
  }
}

function otherType(value, choice) {
  const others = [5, 1.5, true, 'x', '7', [], {}, [value], { a: value }];
  return others[choice % others.length];
}

/** All places of an application that can be spoiled: the object or list, and the key in it. */
function placesOf(application) {
  const places = [];
  const visit = (holder) => {
    for (const key of Object.keys(holder)) {
      places.push([holder, key]);
      if (typeof holder[key] === 'object' && holder[key] !== null) {
        visit(holder[key]);
      }
    }
  };
  visit({ metadata: application.metadata.labels ?? {}, spec: application.spec });
  return places.filter(([, key]) => key !== 'metadata' && key !== 'spec');
}

/** Applications with one mistake. */
export const spoiled = (applications) =>
  fc
    .record({
      application: applications,
      mistake: fc.constantFrom(...Object.keys(MISTAKES)),
      place: fc.nat(),
      choice: fc.nat(20),
    })
    .map(({ application, mistake, place, choice }) => {
      const copy = structuredClone(application);
      const places = placesOf(copy);
      const [holder, key] = places[place % places.length];
      MISTAKES[mistake](holder, key, choice);
      return copy;
    });
