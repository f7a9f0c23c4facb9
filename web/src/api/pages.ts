// A list that the server gives in pages: what is open with the first, what is over by and by.

interface Page {
  before?: number | null;
}

/** All of them, the newest first. `ask` asks for one: the first of all, or what came before that number. */
export async function allPages<P extends Page>(ask: (before?: number) => Promise<P>): Promise<[P, ...P[]]> {
  const pages: [P, ...P[]] = [await ask()];
  let { before } = pages[0];
  while (typeof before === 'number') {
    const page = await ask(before);
    pages.push(page);
    before = page.before;
  }
  return pages;
}

/** In the order of their numbers. */
export const inOrder = <Row extends { id: number }>(rows: Row[]): Row[] => rows.toSorted((a, b) => a.id - b.id);
