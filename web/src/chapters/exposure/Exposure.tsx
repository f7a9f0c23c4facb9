// What the community finds out together: what is next for the reader, the rounds, what they ask, and what is promised to whoever answers.
import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { Query } from '../../components/Query';
import { useTranslation } from '../../locales/i18n';
import { CallRoundForm } from './CallRoundForm';
import { ExposureLinks } from './ExposureLinks';
import { Next } from './Next';
import { Pledge } from './Pledge';
import { exposureQuery } from './queries';
import { Rounds } from './Rounds';
import { Sets } from './Sets';
import './words';

export function Exposure() {
  const { t } = useTranslation();
  return (
    <Query of={exposureQuery}>
      {({ sets, rounds, least_answers: least, may }) => (
        <Stack>
          <Group justify="space-between">
            <Title order={1}>{t('nav.exposure')}</Title>
            <Group gap="xs">
              <ExposureLinks to={['strategic', 'trend']} />
              {may.includes('call-round') && <CallRoundForm sets={sets.filter((set) => set.in_force)} />}
            </Group>
          </Group>
          <Text>{t('exposure.about')}</Text>
          <Next rounds={rounds} />
          <Rounds rounds={rounds} />
          <Anchor renderRoot={(props) => <Link to="/exposure/seen" {...props} />}>{t('exposure.toSeen')}</Anchor>
          <Sets sets={sets} mayPropose={may.includes('propose-question-set')} />
          <Pledge least={least} />
        </Stack>
      )}
    </Query>
  );
}
