// Has whoever is signed in sign in again where that has ended, over the page as it stands.
import { lazy, Suspense, useEffect, useState } from 'react';

import { signInAgainBy } from '../api/again';

const Dialog = lazy(() => import('./SignInAgainDialog').then((its) => ({ default: its.SignInAgainDialog })));

export function SignInAgain({ person }: { person: number }) {
  const [done, setDone] = useState<(isDone: boolean) => void>();
  useEffect(
    () =>
      signInAgainBy(
        () =>
          new Promise((resolve) =>
            setDone(() => (isDone: boolean) => {
              setDone(undefined);
              resolve(isDone);
            }),
          ),
      ),
    [],
  );
  return <Suspense fallback={null}>{done && <Dialog person={person} onDone={done} />}</Suspense>;
}
