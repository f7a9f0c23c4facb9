// What was shared and is watched for, as this device found it.
import { Anchor, Badge, Button, Card, Code, Group, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import { problemOf } from '../../acts/problems';
import { ProblemAlert } from '../../components/ProblemAlert';
import { Section } from '../../components/Section';
import { When } from '../../components/When';
import { useTranslation } from '../../locales/i18n';
import { Behind } from './Behind';
import { Marking } from './Marking';
import type { Met } from './watching';
import { seeAll } from './watching';
import { metQuery } from './watchQueries';
import './words';

export function Matches({ organization }: { organization: number }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { data: watch, error, isFetching } = useQuery(metQuery(organization));
  const met = watch?.met ?? [];
  const see = async () => {
    await seeAll(organization);
    await queryClient.invalidateQueries({ queryKey: metQuery(organization).queryKey });
  };
  if (watch === null && !error) return null;
  return (
    <Section title={t('watch.met')} testId="watch-met">
      <Stack gap="sm">
        {error && <ProblemAlert problem={problemOf(error)} />}
        <Text role="status" size="sm">
          {isFetching ? t('watch.looking') : met.length === 0 && t('watch.none')}
        </Text>
        {watch && <Behind watch={watch} organization={organization} />}
        <Stack gap="xs" component="ul" className="plain-list">
          {met.map((one) => (
            <MetLine key={JSON.stringify([one.entry, one.value, one.object.id])} met={one} />
          ))}
        </Stack>
        {met.some(({ isNew }) => isNew) && (
          <Group>
            <Button variant="light" onClick={() => void see()}>
              {t('watch.seen')}
            </Button>
          </Group>
        )}
        <Text size="sm" c="dimmed">
          {t('watch.here')}
        </Text>
      </Stack>
    </Section>
  );
}

function MetLine({ met: { entry, value, object, isNew } }: { met: Met }) {
  const { t } = useTranslation();
  // Titles and entries often are the value itself, which stands there already.
  const isTitled = object.title !== '' && object.title !== value;
  const said = [...(entry === value ? [] : [t('watch.meets', { entry })]), ...(isTitled ? [object.title] : [])];
  return (
    <Card component="li" withBorder padding="xs">
      <Group justify="space-between" wrap="nowrap" align="start">
        <div className="breakable">
          <Group gap="xs">
            <Anchor component={Link} to={`/exchange/object/${object.id}`}>
              <Code dir="ltr">{value}</Code>
            </Anchor>
            {isNew && <Badge>{t('watch.new')}</Badge>}
          </Group>
          <Text size="sm" c="dimmed">
            {said.map((one) => `${one} · `)}
            <When time={object.added} />
          </Text>
        </div>
        <Group className="unshrinking">
          <Marking level={object.marking} />
        </Group>
      </Group>
    </Card>
  );
}
