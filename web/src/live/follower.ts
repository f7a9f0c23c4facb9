// Keeps what is shown up to the record: each change is read once, whether one hears of it from the server or made it oneself.
import type { Query, QueryClient } from '@tanstack/react-query';

import type { Change } from './shows';
import { isConcerned } from './shows';

export interface News {
  /** How many entries the record has. */
  size: number;
  /** What changed since the last news; left out where that is unknown. */
  changed?: Change[];
}

/** The server tells of an act about when it answers it. After this long it is taken to have been lost. */
const newsWithin_ms = 1500;

/** Which parts lie beside the record. */
const beside = ['floor', 'speakers'];

export class Follower {
  /** The record's size up to which all that is shown has been asked for again. */
  private size = 0;
  private asked: Promise<unknown> = Promise.resolve();
  private waiting: { size: number; come: () => void }[] = [];
  private hears = false;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly queryClient: QueryClient) {}

  /** Whether news come by themselves just now. */
  hearing(hears: boolean) {
    this.hears = hears;
  }

  /** Reads what the news concern, unless that was read already; everything where they can't be made out. */
  take(news: News | undefined) {
    this.listeners.forEach((listener) => listener());
    if (news === undefined) this.read(this.size, undefined);
    else if (news.size > this.size) this.read(news.size, news.changed);
    else this.readBeside(news.changed?.filter(({ chapter }) => beside.includes(chapter)) ?? []);
    this.waiting = this.waiting.filter((one) => {
      if (one.size <= this.size) one.come();
      return one.size > this.size;
    });
  }

  /** Tells when others acted; until what this gives is called. */
  onNews(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Ends once what is shown holds the entry: with the server's news, or without where they don't come. */
  async upTo(entry: number): Promise<void> {
    const size = entry + 1;
    if (size > this.size && this.hears) await this.news(size);
    if (size > this.size) this.read(size, undefined);
    await this.asked;
  }

  private read(size: number, changed: Change[] | undefined) {
    this.size = size;
    const predicate = (query: Query) => isConcerned(query.meta?.shows, changed);
    this.asked = Promise.all([this.asked, this.queryClient.invalidateQueries({ predicate })]);
  }

  /** What lies beside the record changes while that is as long as before. */
  private readBeside(changed: Change[]) {
    if (changed.length > 0) this.read(this.size, changed);
  }

  private news(size: number): Promise<void> {
    return new Promise((resolve) => {
      const late = setTimeout(() => resolve(), newsWithin_ms);
      const come = () => {
        clearTimeout(late);
        resolve();
      };
      this.waiting.push({ size, come });
    });
  }
}

const followers = new WeakMap<QueryClient, Follower>();

/** The one that keeps this cache. */
export function followerOf(queryClient: QueryClient): Follower {
  const follower = followers.get(queryClient) ?? new Follower(queryClient);
  followers.set(queryClient, follower);
  return follower;
}
