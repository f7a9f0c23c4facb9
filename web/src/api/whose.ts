// Whose page this is: for whoever is signed in here, and nobody else, it keeps things in this browser (acts/own.ts).
let person: number | undefined;

/** Nobody's before that is known, and once they signed out. */
export const whose = () => person;

export function becomesOf(who: number | undefined) {
  person = who;
}
