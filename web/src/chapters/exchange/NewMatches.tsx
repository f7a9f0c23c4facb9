// On the desk and above the exchange: that something was shared which this device watches for.
import { Anchor, Card, Code, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import { useTranslation } from '../../locales/i18n';
import { Behind } from './Behind';
import { metQuery } from './watchQueries';
import './watchWords';

const mostShown = 3;

export function NewMatches({ organization }: { organization: number }) {
  const { t } = useTranslation();
  const { data: watch } = useQuery(metQuery(organization));
  const fresh = (watch?.met ?? []).filter(({ isNew }) => isNew);
  if (!watch || (fresh.length === 0 && !watch.isBehind)) return null;
  return (
    <Card withBorder component="section" aria-label={t('watch.title')} data-testid="watch-new">
      <Stack gap="xs">
        <Text fw={600}>{fresh.length > 0 ? t('watch.count', { count: fresh.length }) : t('watch.title')}</Text>
        {fresh.slice(0, mostShown).map(({ entry, value, object }) => (
          <Group key={JSON.stringify([entry, value, object.id])} gap="xs">
            <Code dir="ltr" className="breakable">
              {value}
            </Code>
            {object.title !== value && (
              <Text size="sm" className="breakable">
                {object.title}
              </Text>
            )}
          </Group>
        ))}
        <Behind watch={watch} organization={organization} />
        <Anchor component={Link} to="/exchange/watch" size="sm">
          {t('watch.all')}
        </Anchor>
      </Stack>
    </Card>
  );
}
