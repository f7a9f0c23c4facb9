// What the desk shows of the exchange: kept searches that found something. Nothing is loaded where none is kept.
import { lazy, Suspense } from 'react';

import { savedSearches } from './savedSearches';

const NewFinds = lazy(() => import('./NewFinds').then((its) => ({ default: its.NewFinds })));

export function AtDesk() {
  if (savedSearches().length === 0) return null;
  return (
    <Suspense fallback={null}>
      <NewFinds />
    </Suspense>
  );
}
