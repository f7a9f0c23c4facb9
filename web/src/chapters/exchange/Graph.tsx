// An object and what is around it, step by step: drawn, and as a table that says the same.
import { Anchor, Badge, Button, Group, Table, Text } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useCallback, useState } from 'react';

import { useTranslation } from '../../locales/i18n';
import type { Edge, Node } from './arrangement';
import { arranged, merged } from './arrangement';
import { Drawing } from './Drawing';
import { colorOf } from './graphColors';
import { graphQuery } from './queries';

const shownAtOnce = 12;

export function Graph({ id }: { id: string }) {
  const { t } = useTranslation();
  const [unfolded, setUnfolded] = useState([id]);
  const [most, setMost] = useState(shownAtOnce);
  const looks = useQueries({ queries: unfolded.map(graphQuery) });
  const graph = merged(looks.flatMap(({ data }) => (data ? [data] : [])));
  const { placed, hidden } = arranged(graph, id, most);
  const shown = new Set(placed.map(({ node }) => node.id));
  const edges = graph.edges.filter(({ source, target }) => shown.has(source) && shown.has(target));
  const unfold = useCallback(
    (other: string) => setUnfolded((all) => (all.includes(other) ? all : [...all, other])),
    [],
  );
  return (
    <div>
      <Legend types={[...new Set(placed.map(({ node }) => node.type))]} />
      <Drawing root={id} placed={placed} edges={edges} onUnfold={unfold} />
      {hidden > 0 && (
        <Button size="compact-sm" variant="subtle" onClick={() => setMost(most + shownAtOnce)}>
          {t('exchange.moreNodes', { count: hidden })}
        </Button>
      )}
      <details>
        <summary>{t('exchange.graphTable')}</summary>
        <Relations nodes={graph.nodes} edges={edges} unfolded={unfolded} onUnfold={unfold} />
      </details>
    </div>
  );
}

function Legend({ types }: { types: string[] }) {
  const { t } = useTranslation();
  return (
    <Group gap="xs" mb="xs" aria-label={t('exchange.legend')} role="group">
      {types.map((type) => (
        <Group key={type} gap={4}>
          <span className="dot" style={{ backgroundColor: `var(--mantine-color-${colorOf(type)}-6)` }} aria-hidden />
          <Text size="sm">{t(`stix.${type}`, { defaultValue: type })}</Text>
        </Group>
      ))}
    </Group>
  );
}

interface RelationsProps {
  nodes: Node[];
  edges: Edge[];
  unfolded: string[];
  onUnfold: (id: string) => void;
}

function Relations({ nodes, edges, unfolded, onUnfold }: RelationsProps) {
  const { t } = useTranslation();
  const of = new Map(nodes.map((node) => [node.id, node]));
  const cell = (id: string) => {
    const node = of.get(id);
    if (!node) return null;
    return (
      <>
        <Anchor component={Link} to={`/exchange/object/${id}`} className="breakable">
          {node.title}
        </Anchor>{' '}
        <Badge variant="outline" color="gray">
          {t(`stix.${node.type}`, { defaultValue: node.type })}
        </Badge>{' '}
        {!unfolded.includes(id) && (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={t('exchange.unfold', { title: node.title })}
            onClick={() => onUnfold(id)}
          >
            {t('exchange.unfoldShort')}
          </Button>
        )}
      </>
    );
  };
  return (
    <Table.ScrollContainer minWidth={480} type="native">
      <Table aria-label={t('exchange.graphTable')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('exchange.from')}</Table.Th>
            <Table.Th>{t('exchange.relation')}</Table.Th>
            <Table.Th>{t('exchange.to')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {edges.map(({ source, label, target }) => (
            <Table.Tr key={`${source} ${label} ${target}`}>
              <Table.Td>{cell(source)}</Table.Td>
              <Table.Td>{t(`relates.${label}`, { defaultValue: label })}</Table.Td>
              <Table.Td>{cell(target)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
