// What the own organization watches for: opened with the seat's keybox, changed, and what of it was shared.
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useReducer, useState } from 'react';

import type { Schemas } from '../../api/client';
import { Loaded, Query } from '../../components/Query';
import { useTranslation } from '../../locales/i18n';
import type { SeatOfLog } from '../keyboxes/shared';
import { boxOf, keyboxQuery, openedBox, OpenKeybox, VotingKeyCard } from '../keyboxes/shared';
import { Matches } from './Matches';
import { watchSealedQuery } from './queries';
import { WatchForm } from './WatchForm';
import { emptyList } from './watchList';
import { logKeyQuery, openedQuery } from './watchQueries';
import './watchWords';
import './words';

export function WatchPage() {
  const { t } = useTranslation();
  return (
    <Stack>
      <Title order={1}>{t('watch.title')}</Title>
      <Text>{t('watch.hint')}</Text>
      <Query of={keyboxQuery}>
        {({ keybox }) => (keybox ? <OfSeat keybox={keybox} /> : <Text>{t('watch.noSeat')}</Text>)}
      </Query>
    </Stack>
  );
}

function OfSeat({ keybox }: { keybox: Schemas['Keybox'] }) {
  const { t } = useTranslation();
  const { data: head, error } = useQuery(logKeyQuery);
  const newest = keybox.keys.at(-1)?.box;
  if (newest === undefined)
    return (
      <>
        <Text>{t('watch.noKeybox')}</Text>
        <VotingKeyCard year={keybox.this_year} />
      </>
    );
  return (
    <Loaded data={head} error={error}>
      {({ logKey }) => (
        <Query of={watchSealedQuery}>
          {({ sealed }) => (
            <Locked sealed={sealed} newest={newest} seat={{ log: logKey, organization: keybox.organization }} />
          )}
        </Query>
      )}
    </Loaded>
  );
}

interface Props {
  seat: SeatOfLog;
  sealed: string | null;
  /** The name of the keybox under which it is sealed from now on. */
  newest: string;
}

/** First the keybox that opens what is kept, then the one that seals it. */
function Locked({ seat, sealed, newest }: Props) {
  const { t } = useTranslation();
  const [, again] = useReducer((before: number) => before + 1, 0);
  const [isAnew, setAnew] = useState(false);
  const older = sealed === null || isAnew ? undefined : (boxOf(sealed) ?? newest);
  if (older !== undefined && openedBox(older) === undefined)
    return (
      <Stack gap="sm">
        {older !== newest && <Text>{t('watch.older', { name: older })}</Text>}
        <OpenKeybox name={older} onOpened={again} />
        {older !== newest && (
          <Group>
            <Button variant="subtle" onClick={() => setAnew(true)}>
              {t('watch.beginAnew')}
            </Button>
          </Group>
        )}
      </Stack>
    );
  const box = openedBox(newest);
  if (box === undefined)
    return (
      <Stack gap="sm">
        {older !== undefined && <Text>{t('watch.newer')}</Text>}
        <OpenKeybox name={newest} onOpened={again} />
      </Stack>
    );
  if (sealed === null || older === undefined) return <Opened seat={seat} box={box} />;
  return (
    <Query of={openedQuery(seat, sealed, older)}>
      {({ list, isDamaged }) => (
        <>
          {isDamaged && <Text c="red">{t('watch.damaged')}</Text>}
          <Opened seat={seat} box={box} list={list} />
        </>
      )}
    </Query>
  );
}

function Opened({ seat, box, list = emptyList }: { seat: SeatOfLog; box: Uint8Array; list?: typeof emptyList }) {
  return (
    <>
      <Matches organization={seat.organization} />
      <WatchForm seat={seat} box={box} list={list} />
    </>
  );
}
