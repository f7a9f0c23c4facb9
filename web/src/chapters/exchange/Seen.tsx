// How many organizations saw it too, and whether one's own said so.
import { Button, Card, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import type { Schemas } from '../../api/client';
import { api } from '../../api/client';
import { ProblemAlert } from '../../components/ProblemAlert';
import { When } from '../../components/When';
import { useTranslation } from '../../locales/i18n';
import { editSecretFor } from './editSecrets';
import { useSend } from './useSend';

export function Seen({ page }: { page: Schemas['ObjectPage'] }) {
  const { t } = useTranslation();
  const { problem, send } = useSend();
  const body = { id: page.id };
  return (
    <Card withBorder>
      {problem && <ProblemAlert problem={problem} />}
      <Group justify="space-between">
        <Text data-testid="sightings">{t('exchange.sightings', { count: page.sightings })}</Text>
        {page.type === 'incident' && (
          <Link to="/risks/new" search={{ incident: page.id }} className="row-link target">
            {t('exchange.proposeRisk')}
          </Link>
        )}
        {page.seen && (
          <Group gap="xs">
            <Text size="sm">
              {t('exchange.youSawIt')} <When time={page.seen} />
            </Text>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => void send(api.POST('/api/exchange/sightings/end', { body }))}
            >
              {t('exchange.notSeen')}
            </Button>
          </Group>
        )}
        {page.may.includes('sight') && editSecretFor(page) === null && (
          <Button variant="light" onClick={() => void send(api.POST('/api/exchange/sightings', { body }))}>
            {t('exchange.weSawIt')}
          </Button>
        )}
      </Group>
    </Card>
  );
}
