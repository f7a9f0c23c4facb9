// Which form stands in front: there a refusal is told first of all, so that whoever reads it has what they typed before them.
import { useCallback, useRef } from 'react';

import type { No } from './Dialogs';

type Tell = (no: No) => void;

/** Takes its place until what it gives is called. */
export type InFront = (tell: Tell) => () => void;

export function useInFront() {
  const forms = useRef<Tell[]>([]);
  const standsInFront = useCallback<InFront>((tell) => {
    forms.current.push(tell);
    return () => {
      forms.current = forms.current.filter((other) => other !== tell);
    };
  }, []);
  /** Whether there is a form that could be told. */
  const tellInFront = useCallback((no: No): boolean => {
    const tell = forms.current.at(-1);
    tell?.(no);
    return tell !== undefined;
  }, []);
  return { standsInFront, tellInFront };
}
