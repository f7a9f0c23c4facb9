// What machines can act on of an incident or a report: one table, copied at once or taken along as a file.
import { Anchor, Badge, Button, Code, CopyButton, Group, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';

import type { Schemas } from '../../api/client';
import { When } from '../../components/When';
import { useTranslation } from '../../locales/i18n';
import { fileAddress } from './fileAddress';
import { Marking } from './Marking';
import { NotInFile } from './NotInFile';
import { type FileFormat, indicatorsQuery } from './queries';
import { Section } from '../../components/Section';

type Line = Schemas['IndicatorLine'];

export function Indicators({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(indicatorsQuery(id));
  const [taken, setTaken] = useState<FileFormat>();
  const lines = data?.indicators ?? [];
  if (lines.length === 0) return null;
  const values = lines.filter(({ kind, idle }) => kind !== '' && idle === '').map(({ value }) => value);
  return (
    <Section
      title={t('exchange.indicators')}
      aside={
        <Group gap="xs">
          <CopyButton value={values.join('\n')}>
            {({ copied, copy }) => (
              <Button size="compact-sm" variant="light" onClick={copy}>
                {t(copied ? 'copied' : 'exchange.copyAll')}
              </Button>
            )}
          </CopyButton>
          <Files id={id} onTaken={setTaken} />
        </Group>
      }
    >
      <Table.ScrollContainer minWidth={480} type="native">
        <Table aria-label={t('exchange.indicators')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('exchange.kind')}</Table.Th>
              <Table.Th>{t('exchange.value')}</Table.Th>
              <Table.Th>{t('exchange.marking')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map((line, at) => (
              <Row key={line.id + String(at)} line={line} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {values.length < lines.length && (
        <Text size="sm" c="dimmed">
          {t('exchange.notCopied', { count: lines.length - values.length })}
        </Text>
      )}
      {taken && <NotInFile id={id} format={taken} />}
    </Section>
  );
}

function Files({ id, onTaken }: { id: string; onTaken: (format: FileFormat) => void }) {
  return (['csv', 'stix', 'misp'] as const).map((format) => (
    <Button
      key={format}
      size="compact-sm"
      variant="subtle"
      component="a"
      href={fileAddress({ format, id })}
      download
      onClick={() => {
        onTaken(format);
      }}
    >
      {format.toUpperCase()}
    </Button>
  ));
}

function Row({ line }: { line: Line }) {
  const { t } = useTranslation();
  const [type = '', path = ''] = line.kind.split(':');
  const kind = t(`stix.${type}`, { defaultValue: type });
  return (
    <Table.Tr>
      <Table.Td>
        {line.kind === '' ? t('exchange.pattern') : kind}
        {path !== '' && path !== 'value' && (
          <Text span size="sm" c="dimmed">
            {` ${path}`}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Anchor component={Link} to={`/exchange/object/${line.id}`} className="breakable">
          <Code className="wrap">{line.value}</Code>
        </Anchor>
        {line.title !== line.value && (
          <Text size="sm" c="dimmed">
            {line.title}
          </Text>
        )}
        {line.expiry !== '' && (
          <Text size="sm" c="dimmed">
            {t('exchange.validUntil')} <When time={line.expiry} />
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Group gap="xs">
          {line.idle !== '' && <Badge color="gray">{t(`exchange.idle.${line.idle}`)}</Badge>}
          <Marking level={line.marking} />
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
