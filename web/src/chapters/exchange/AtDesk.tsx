// What the desk shows of the exchange: kept searches that found something, and what is watched for. Nothing is loaded where there is none.
import { lazy, Suspense } from 'react';

import { savedSearches } from './savedSearches';
import { watchedFor } from './watched';

const NewFinds = lazy(() => import('./NewFinds').then((its) => ({ default: its.NewFinds })));

const NewMatches = lazy(() => import('./NewMatches').then((its) => ({ default: its.NewMatches })));

export function AtDesk() {
  const organization = watchedFor();
  return (
    <>
      {organization !== undefined && (
        <Suspense fallback={null}>
          <NewMatches organization={organization} />
        </Suspense>
      )}
      {savedSearches().length > 0 && (
        <Suspense fallback={null}>
          <NewFinds />
        </Suspense>
      )}
    </>
  );
}
