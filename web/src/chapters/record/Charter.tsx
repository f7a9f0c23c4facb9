// The clauses, and what each does here.
import { Badge, Card, Group, List, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useState } from 'react';

import { useTranslation } from '../../locales/i18n';
import { clauseId } from './clauseId';
import { charterQuery } from './queries';
import { Query } from '../../components/Query';
import './words';

export function Charter() {
  const { t } = useTranslation();
  const [filter, setFilter] = useState('');
  useClauseOfAddress();
  const wanted = filter.trim().toLowerCase();
  return (
    <Query of={charterQuery}>
      {(charter) => (
        <Stack maw={1000}>
          <Title order={1}>{t('nav.charter')}</Title>
          <Text c="dimmed">{t('charter.of', { name: charter.name, above: charter.reports_to })}</Text>
          <TextInput
            aria-label={t('table.filter', { label: t('nav.charter') })}
            placeholder={t('table.filterShort')}
            leftSection={<IconSearch size={16} aria-hidden />}
            value={filter}
            onChange={(e) => setFilter(e.currentTarget.value)}
          />
          {charter.clauses
            .filter((clause) =>
              `${clause.number} ${clause.title} ${clause.text} ${clause.practice}`.toLowerCase().includes(wanted),
            )
            .map((clause) => (
              <Card withBorder key={clause.number} id={clauseId(clause.number)} component="section">
                <Group justify="space-between">
                  <Title order={2} size="h4">
                    {clause.number} {clause.title}
                  </Title>
                  {clause.enforced && (
                    <Badge tt="none" variant="light" color="green">
                      {t('charter.enforced')}
                    </Badge>
                  )}
                </Group>
                <Text mt="xs">{clause.text}</Text>
                <Text size="sm" c="dimmed" mt={4}>
                  {clause.practice}
                </Text>
              </Card>
            ))}
          {charter.notes.length > 0 && !wanted && (
            <Card withBorder>
              <Title order={2} size="h4">
                {t('charter.notes')}
              </Title>
              <List size="sm" mt="xs">
                {charter.notes.map((note) => (
                  <List.Item key={note.key}>
                    <strong>{note.key}</strong>: {note.note}
                  </List.Item>
                ))}
              </List>
            </Card>
          )}
        </Stack>
      )}
    </Query>
  );
}

/** The clauses come after the address that names one. */
function useClauseOfAddress() {
  const { data } = useQuery(charterQuery);
  const hash = useLocation({ select: (location) => location.hash });
  useEffect(() => {
    if (data && hash) document.getElementById(hash)?.scrollIntoView();
  }, [data, hash]);
}
