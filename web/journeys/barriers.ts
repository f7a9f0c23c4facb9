// What keeps somebody from using a page, as axe finds it.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** The serious and critical ones. */
export async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 160)}`));
}

/** The same page in light and dark, from the right and on a phone, each kept as a picture; what stands in the way anywhere. */
export async function everyLook(page: Page, name: string): Promise<string[]> {
  const found: string[] = [];
  const before = page.viewportSize();
  const keep = (look: string) => page.screenshot({ path: `test-results/looks/${name}-${look}.png`, fullPage: true });
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await keep(scheme);
    found.push(...(await barriers(page)).map((barrier) => `${name}, ${scheme}: ${barrier}`));
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  // In a tab of its own: what stands in the page's form is kept, and the direction is taken at the start.
  const [address = ''] = page.url().split('#');
  const other = await page.context().newPage();
  for (const dir of ['rtl', 'ltr']) {
    await other.goto(`${address}${address.includes('?') ? '&' : '?'}dir=${dir}`);
    await other.getByRole('heading', { level: 1 }).waitFor();
    await expect(other.locator('[aria-busy=true]')).toHaveCount(0);
    if (dir === 'rtl') await other.screenshot({ path: `test-results/looks/${name}-rtl.png`, fullPage: true });
  }
  await other.close();
  await page.setViewportSize({ width: 375, height: 740 });
  await keep('phone');
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  if (width > 375) found.push(`${name}: ${width} pixels wide on a phone`);
  if (before) await page.setViewportSize(before);
  return found;
}
