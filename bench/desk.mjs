// Until the desk can be used, as Lighthouse looks at pages: in Chromium with a slow processor over a slow line, for a browser that has nothing of the
// page yet, and for one that has it. Beside it how much script came.
// usage: node bench/desk.mjs CCOP-PROGRAM [TIMES [SLOWER [MEGABITS [DELAY-MS]]]]     Needs the page (./start --build-only) and Chromium.
import { signedIn, withChromium } from './chromium.mjs';
import { found, require, run, told } from './served.mjs';

const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 3, isMobile: true, hasTouch: true };

/** In the page: when the desk said what awaits its reader, and when the page answered after that. */
function watch() {
  const seen = new MutationObserver(() => {
    const heading = [...document.querySelectorAll('h1')].some(({ textContent }) => textContent === 'My desk');
    if (!heading || document.querySelector('[aria-busy=true]')) return;
    seen.disconnect();
    // It can be used once the script that drew it lets go of the processor.
    requestAnimationFrame(() => setTimeout(() => (window.usableAt = performance.now())));
  });
  seen.observe(document, { subtree: true, childList: true });
}

async function opened(page, address) {
  const scripts = [];
  const heard = (response) => response.url().endsWith('.js') && scripts.push(response);
  page.on('response', heard);
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction(() => window.usableAt !== undefined);
  page.off('response', heard);
  const sizes = await Promise.all(scripts.map((response) => response.headerValue('content-length')));
  return {
    usableAt: await page.evaluate(() => window.usableAt),
    bytes: sizes.reduce((sum, size) => sum + Number(size), 0),
    files: scripts.length,
  };
}

async function measure(page, devtools, address, times) {
  const [first, again] = [[], []];
  let came;
  for (let i = 0; i < times; ++i) {
    await devtools.send('Network.clearBrowserCache');
    came = await opened(page, address);
    require(came.bytes > 50_000, `only ${came.bytes} bytes of script came`);
    first.push(came.usableAt);
    again.push((await opened(page, address)).usableAt);
  }
  console.log(`script of the first load: ${came.bytes} bytes in ${came.files} files`);
  told('the desk can be used, from its address, with an empty cache', first);
  told('the same, with what the browser kept', again);
}

await run(async () => {
  const [times = 7, slower = 4, megabits = 1.6, delay_ms = 150] = process.argv.slice(3).map(Number);
  await withChromium(async (browser) => {
    const community = await found(process.argv[2] ?? 'build/release/bin/ccop');
    await community.serve();
    const page = await signedIn(browser, community, 'Member', phone);
    await page.addInitScript(watch);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: delay_ms,
      downloadThroughput: (megabits * 1e6) / 8,
      uploadThroughput: (megabits * 1e6) / 8,
    });
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
    console.log(`a processor ${slower} times slower, a line of ${megabits} Mb/s that answers after ${delay_ms} ms`);
    await measure(page, devtools, new URL(`${community.path}/`, page.url()).href, times);
    await community.stop();
  });
});
