// The record's head: as a server tells it, and as a page's device keeps it.
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';

import type { Server, Somebody } from './harness';

export interface Told {
  checkpoint: string;
  consistency: string[];
  log_key: string;
}

export const headAt = (page: Page, { origin, slug }: Server, from = 0) =>
  page.request.get(`${origin}/c/${slug}/api/log/head?from=${from}`).then((answer) => answer.json() as Promise<Told>);

/** Size and root of a note. */
export function headOf({ checkpoint }: Told) {
  const [, size = '', root = ''] = checkpoint.split('\n');
  return { size: Number(size), root: Buffer.from(root, 'base64').toString('base64url') };
}

/** Waits until the device has seen the record as it is now; before that, no older one and no fork would be a lie to it. */
export async function sees({ page }: Somebody, server: Server) {
  const now = headOf(await headAt(page, server));
  await expect.poll(() => keptSize(page, server.slug)).toBe(now.size);
  return now;
}

/** The size of the record that this page's device has checked and keeps; 0 while it keeps none. */
const keptSize = (page: Page, slug: string) =>
  page.evaluate(
    (place) =>
      new Promise<number>((told, failed) => {
        const opening = indexedDB.open('keyval-store');
        opening.onerror = () => failed(new Error('nothing is kept'));
        opening.onsuccess = () => {
          const database = opening.result;
          const reading = database.transaction('keyval').objectStore('keyval').get(place);
          reading.onsuccess = () => {
            database.close();
            told((reading.result as { head: { size: number } } | undefined)?.head.size ?? 0);
          };
        };
      }),
    `record/${slug}`,
  );
