// All that a browser keeps for a site, wherever: for tests of what it may not.
/** Each place, and what lies there as text. */
export async function everythingKept(): Promise<[string, string][]> {
  const texts = [localStorage, sessionStorage].flatMap((storage) =>
    Object.keys(storage).map((place): [string, string] => [place, storage.getItem(place) ?? '']),
  );
  const databases = await indexedDB.databases();
  const others = await Promise.all(databases.map(({ name = '' }) => keptIn(name)));
  return [...texts, ...others.flat()];
}

async function keptIn(name: string): Promise<[string, string][]> {
  const database = await asked(indexedDB.open(name));
  const stores = await Promise.all(
    [...database.objectStoreNames].map(async (store): Promise<[string, string][]> => {
      const all = database.transaction(store).objectStore(store);
      const [places, values] = await Promise.all([asked(all.getAllKeys()), asked<unknown[]>(all.getAll())]);
      return places.map((place, at) => [String(place), JSON.stringify(values[at])]);
    }),
  );
  database.close();
  return stores.flat();
}

const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, fail) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => fail(request.error ?? new Error('the browser keeps nothing'));
  });
