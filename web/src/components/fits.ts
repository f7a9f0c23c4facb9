// Whether something is meant by what somebody types: each of their words stands somewhere in how it is called.
export function fits(typed: string, ...names: (string | null | undefined)[]): boolean {
  const whole = names.filter(Boolean).join(' ').toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => whole.includes(word));
}
