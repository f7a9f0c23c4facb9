// Loaded by the page that shows it, and by no other that uses something of this chapter.
import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';

const Card = lazy(() => import('./MailCard').then((its) => ({ default: its.MailCard })));

export function MailCard() {
  return (
    <Suspense fallback={<Skeleton height={120} />}>
      <Card />
    </Suspense>
  );
}
