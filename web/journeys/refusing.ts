// Browsers that refuse to run what verifies an election: the page verifies it all the same.
import type { Locator, Page, Route } from '@playwright/test';
import { expect } from '@playwright/test';

const workers = '**/workers/*';

/** A policy under which nothing is compiled, as browsers have it that give a worker the page's own. */
async function withoutWebAssembly(route: Route) {
  const answer = await route.fetch();
  const policy = answer.headers()['content-security-policy'] ?? '';
  expect(policy).toContain("'wasm-unsafe-eval'");
  const headers = { ...answer.headers(), 'content-security-policy': policy.replace(" 'wasm-unsafe-eval'", '') };
  await route.fulfill({ response: answer, headers });
}

/** In workers with WebAssembly, in workers without it, and without workers, what is asked for by `verify` ends in showing `sound`. */
export async function isVerifiedInEveryBrowser(page: Page, verify: Locator, sound: Locator) {
  const refusals = [undefined, withoutWebAssembly, (route: Route) => route.abort()];
  const modules: string[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.wasm')) modules.push(response.headers()['content-type'] ?? '');
  });
  for (const refusal of refusals) {
    if (refusal) await page.route(workers, refusal);
    await page.reload();
    await verify.click();
    await expect(sound).toBeVisible({ timeout: 30_000 });
    await page.unroute(workers);
  }
  expect(modules).toContain('application/wasm');
}
