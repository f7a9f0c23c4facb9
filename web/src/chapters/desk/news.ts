// What is new for the reader since they last looked, on this device: tasks, and what was done in their name.
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';

import type { Schemas } from '../../api/client';
import type { Task } from '../chapter';
import { deskQuery } from './queries';
import { useSeenNotices, useSeenTasks } from './seen';

type Desk = Schemas['Desk'];

/** By which a task is known again: what it asks for, and of what, whatever it is called and until when. */
export function keyOf({ kind, about }: Task): string {
  const ids = Object.entries(about).filter(([name, value]) => typeof value === 'number' || name === 'link_key');
  return [kind, ...ids.sort().map(([name, value]) => `${name} ${String(value)}`)].join(', ');
}

const keyOfRecovery = (at: string) => `recovery asked ${at}`;
const keysOf = ({ tasks, recovery_asked: at }: Desk) => [...tasks.map(keyOf), ...(at ? [keyOfRecovery(at)] : [])];

export interface News {
  /** When somebody said at the door to be the reader, and to have lost all passkeys. */
  recoveryAsked: string | undefined;
  tasks: Task[];
  notices: Schemas['Notice'][];
  /** Of all. */
  count: number;
  seeAll: () => void;
}

/** Nothing while it is not known. */
export function useNews(): News | undefined {
  const { data } = useQuery(deskQuery);
  const seenTasks = useSeenTasks();
  const seenNotices = useSeenNotices();
  const there = data && keysOf(data);
  useEffect(() => {
    if (there) seenTasks.keepOnly(there);
  });
  if (!data || !there || !seenTasks.isKnown || !seenNotices.isKnown) return undefined;
  const at = data.recovery_asked;
  const recoveryAsked = at && !seenTasks.isSeen(keyOfRecovery(at)) ? at : undefined;
  const tasks = data.tasks.filter((task) => !seenTasks.isSeen(keyOf(task)));
  const notices = data.notices.filter(({ number }) => !seenNotices.isSeen(number));
  return {
    recoveryAsked,
    tasks,
    notices,
    count: tasks.length + notices.length + (recoveryAsked ? 1 : 0),
    seeAll: () => {
      seenTasks.see(there);
      seenNotices.see(notices.map(({ number }) => number));
    },
  };
}

/** Whoever has the desk before them has seen what is on it. */
export function useSeeNews(desk: Desk) {
  const { isSeen, see } = useSeenTasks();
  useEffect(() => {
    const look = () => {
      const fresh = keysOf(desk).filter((key) => !isSeen(key));
      if (document.visibilityState === 'visible' && fresh.length > 0) see(fresh);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  });
}
