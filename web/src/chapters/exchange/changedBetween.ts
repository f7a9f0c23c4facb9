// Which properties of an object differ between two versions, as texts; what every version changes is no news.
type StixObject = Record<string, unknown>;

const everyTime = ['modified', 'object_marking_refs', 'extensions'];
const longest = 300;

function asText(value: unknown): string {
  if (value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

export function changedBetween(before: StixObject, now: StixObject) {
  return [...new Set([...Object.keys(now), ...Object.keys(before)])]
    .filter((name) => !everyTime.includes(name) && JSON.stringify(before[name]) !== JSON.stringify(now[name]))
    .map((name) => ({ name, was: asText(before[name]), is: asText(now[name]) }));
}
