// One shared object in a list; of one that tells a story, what it holds unfolds.
import { Anchor, Badge, Card, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';

import type { Schemas } from '../../api/client';
import { When } from '../../components/When';
import { useTranslation } from '../../locales/i18n';
import { Marking } from './Marking';
import { objectQuery } from './queries';
import { Who } from './Who';

interface Props {
  object: Schemas['ObjectHead'];
  how?: string;
  /** Whether what it holds is offered. */
  holds?: boolean;
}

export function ObjectRow({ object, how, holds = false }: Props) {
  const { t } = useTranslation();
  return (
    <Card component="li" withBorder padding="xs">
      <Group justify="space-between" wrap="nowrap" align="start">
        <div className="breakable">
          {how && (
            <Text span c="dimmed" size="sm">
              {`${how} `}
            </Text>
          )}
          <Anchor component={Link} to={`/exchange/object/${object.id}`} fw={500}>
            {object.title}
          </Anchor>
          <Text size="sm" c="dimmed">
            {t(`stix.${object.type}`, { defaultValue: object.type })} · <Who by={object.by} />{' '}
            <When time={object.added} />
          </Text>
        </div>
        <Group gap="xs" wrap="nowrap" className="unshrinking">
          {object.revoked && <Badge color="gray">{t('exchange.revoked')}</Badge>}
          <Marking level={object.marking} />
        </Group>
      </Group>
      {holds && <Held id={object.id} title={object.title} />}
    </Card>
  );
}

function Held({ id, title }: { id: string; title: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary aria-label={t('exchange.holdsOf', { title })}>{t('exchange.holds')}</summary>
      {open && <Parts id={id} />}
    </details>
  );
}

function Parts({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(objectQuery(id));
  if (!data) return null;
  if (data.related.length === 0) return <Text c="dimmed">{t('exchange.noneRelated')}</Text>;
  return (
    <Stack gap="xs" component="ul" className="plain-list" mt="xs">
      {data.related.map(({ how, object }) => (
        <ObjectRow key={object.id} object={object} how={t(`relates.${how}`, { defaultValue: how })} />
      ))}
    </Stack>
  );
}
