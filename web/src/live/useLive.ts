// Hears from the server when the record grew, and what of it changed.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

import { onSignedInAgain } from '../api/again';
import { base } from '../api/client';
import { heard } from './connection';
import type { News } from './follower';
import { followerOf } from './follower';
import type { Change } from './shows';

export function useLive(enabled: boolean) {
  const queryClient = useQueryClient();
  const [signIns, setSignIns] = useState(0);
  // A browser does not try again where it was refused.
  useEffect(() => onSignedInAgain(() => setSignIns((before) => before + 1)), []);
  useEffect(() => {
    if (!enabled) return undefined;
    const follower = followerOf(queryClient);
    const source = new EventSource(`${base}/api/events`);
    source.addEventListener('open', () => {
      follower.hearing(true);
      heard(true);
    });
    // The browser tries again by itself, and the server then tells the size anew.
    source.addEventListener('error', () => {
      follower.hearing(false);
      heard(false);
    });
    source.addEventListener('record', (event: MessageEvent<string>) => follower.take(newsOf(event.data)));
    return () => {
      follower.hearing(false);
      heard(true);
      source.close();
    };
  }, [enabled, signIns, queryClient]);
}

/** Nothing for what can't be made out. */
export function newsOf(text: string): News | undefined {
  const told = parsed(text);
  if (!isObject(told) || typeof told.size !== 'number') return undefined;
  if (!Array.isArray(told.changed)) return { size: told.size };
  const changed = told.changed.map(changeOf);
  return changed.every((change) => change !== undefined) ? { size: told.size, changed } : { size: told.size };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function changeOf(value: unknown): Change | undefined {
  if (!isObject(value) || typeof value.chapter !== 'string') return undefined;
  return typeof value.id === 'number' ? { chapter: value.chapter, id: value.id } : { chapter: value.chapter };
}
