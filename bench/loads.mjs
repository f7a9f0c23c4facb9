// Load on a community's server, in a thread of its own (load.mjs), and what it asks for.
import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { percentile, recordSize, require, within } from './served.mjs';

export class Load {
  constructor(community, work) {
    const workerData = { port: community.port, path: community.path, work };
    this.worker = new Worker(join(import.meta.dirname, 'load.mjs'), { workerData });
    this.ready = once(this.worker, 'message');
  }
  /** How long each request took, in ms. */
  async run(seconds) {
    this.worker.postMessage(seconds);
    const [{ times, wrong }] = await within(seconds + 60, once(this.worker, 'message'), 'the load did not end');
    require(wrong === undefined, wrong);
    require(times.length > 0, 'the load asked for nothing');
    return times;
  }
}

/** Writers for some seconds, and readers beside them: acts and pages a second, and how long an act took, in ms. */
export async function measureActs(community, seconds, writers, readers) {
  const before = await recordSize(community);
  const [acts, reads] = await Promise.all([writers.run(seconds), readers?.run(seconds)]);
  const kept = (await recordSize(community)) - before;
  require(kept >= acts.length, `${acts.length} acts were answered, and the record has only ${kept} more entries`);
  return {
    count: acts.length,
    acts: acts.length / seconds,
    p50: percentile(acts, 0.5),
    p99: percentile(acts, 0.99),
    reads: (reads?.length ?? 0) / seconds,
  };
}
