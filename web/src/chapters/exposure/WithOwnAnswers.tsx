// Gives what the own seat answered before, once it is opened. What is asked for is the same whatever it says.
import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useReducer, useState } from 'react';

import { problemOf } from '../../acts/problems';
import { ProblemAlert } from '../../components/ProblemAlert';
import { useTranslation } from '../../locales/i18n';
import type { SeatOfLog } from '../keyboxes/shared';
import { OpenKeybox } from '../keyboxes/shared';
import './answeringWords';
import { openedFrom } from './keeping';
import type { OwnAnswers } from './ownAnswers';
import { ownHereQuery, ownSealedQuery } from './queries';

interface Props {
  seat: SeatOfLog;
  /** What goes on without those that are not opened. */
  goOn?: string;
  children: (own: OwnAnswers) => ReactNode;
}

export function WithOwnAnswers({ seat, goOn, children }: Props) {
  const { t } = useTranslation();
  const host = useQuery(ownSealedQuery);
  const here = useQuery(ownHereQuery(seat));
  const [, again] = useReducer((before: number) => before + 1, 0);
  const [without, setWithout] = useState(false);
  const found = openedFrom(seat, [host.data?.sealed, here.data]);
  if (host.isPending || here.isPending) return null;
  if (found.locked !== undefined && !without)
    return (
      <Stack gap="sm" data-testid="older-answers">
        <Text>{t('answering.locked')}</Text>
        <OpenKeybox name={found.locked} onOpened={again} />
        {goOn !== undefined && (
          <Group>
            <Button variant="subtle" onClick={() => setWithout(true)}>
              {goOn}
            </Button>
          </Group>
        )}
      </Stack>
    );
  return (
    <>
      {host.error && <ProblemAlert problem={problemOf(host.error)} />}
      {found.isDamaged && <Text c="red">{t('answering.damaged')}</Text>}
      {children(found.own)}
    </>
  );
}
