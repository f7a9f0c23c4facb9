// One motion at an address of its own: a decision, once it is one. On paper it stands without what can be pressed.
import { Button, Group, Stack } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';

import type { Schemas } from '../../api/client';
import { Query } from '../../components/Query';
import { When } from '../../components/When';
import { useTranslation } from '../../locales/i18n';
import { MotionCard } from './MotionCard';
import { motionQuery } from './queries';
import './words';

export function Motion() {
  const { id } = useParams({ from: '/shell/motions/$id' });
  return <Query of={motionQuery(id)}>{(motion) => <Content motion={motion} />}</Query>;
}

function Content({ motion }: { motion: Schemas['Motion'] }) {
  const { t } = useTranslation();
  return (
    <Stack maw={1000}>
      <MotionCard motion={motion} order={1} />
      <dl className="signed">
        {motion.decision !== null && <Fact name={t('decisions.number')}>{motion.decision}</Fact>}
        {motion.closed_at && (
          <Fact name={t('decisions.on')}>
            <When time={motion.closed_at} />
          </Fact>
        )}
        <Fact name={t('motionPage.mover')}>
          {t('motionPage.moverOf', {
            name: motion.mover.name ?? t('erased'),
            organization: motion.mover.organization ?? '',
          })}
        </Fact>
        {motion.meeting !== null && (
          <Fact name={t('motionPage.meeting')}>
            <Link className="text-link" to="/meetings/$id" params={{ id: motion.meeting }}>
              {t('motionPage.meetingLink')}
            </Link>
          </Fact>
        )}
      </dl>
      <Group className="no-print">
        <Button variant="default" onClick={() => window.print()}>
          {t('motionPage.print')}
        </Button>
      </Group>
    </Stack>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
