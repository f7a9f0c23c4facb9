// An object and its neighbours, drawn. Whoever doesn't see it reads the same in the list beside it.
import type { MantineTheme } from '@mantine/core';
import { useMantineTheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import cytoscape from 'cytoscape';
import { useEffect, useRef } from 'react';

import { useTranslation } from '../../locales/i18n';
import { graphQuery } from './queries';

const longestLabel = 28;

export function Graph({ id }: { id: string }) {
  const { t } = useTranslation();
  const theme = useMantineTheme();
  const navigate = useNavigate();
  const place = useRef<HTMLDivElement>(null);
  const { data } = useQuery(graphQuery(id));
  useEffect(() => {
    const container = place.current;
    if (!container || !data) return;
    const shorten = (text: string) => (text.length > longestLabel ? `${text.slice(0, longestLabel)}…` : text);
    const graph = cytoscape({
      container,
      elements: [
        ...data.nodes.map((node) => ({ data: { id: node.id, label: shorten(node.title), kind: node.type } })),
        ...data.edges.map((edge, at) => ({ data: { ...edge, id: `edge-${at}` } })),
      ],
      style: looksOf(id, theme, getComputedStyle(container).color),
      layout: { name: 'cose', animate: false, padding: 24 },
      minZoom: 0.3,
      maxZoom: 3,
      userZoomingEnabled: false,
    });
    graph.on('tap', 'node', (event) => {
      void navigate({ to: `/exchange/object/${String((event.target as { id: () => string }).id())}` });
    });
    return () => graph.destroy();
  }, [data, id, navigate, theme]);
  return (
    <div
      ref={place}
      className="graph"
      role="img"
      aria-label={t('exchange.graph', { count: data?.nodes.length ?? 0 })}
    />
  );
}

/** The one that is looked at is larger than its neighbours. */
function looksOf(id: string, theme: MantineTheme, ink: string): cytoscape.StylesheetJson {
  return [
    {
      selector: 'node',
      style: {
        label: 'data(label)',
        color: ink,
        'font-size': 11,
        'text-valign': 'bottom',
        'text-margin-y': 4,
        'background-color': theme.colors.blue[6],
        width: 22,
        height: 22,
      },
    },
    { selector: 'node[kind = "indicator"]', style: { 'background-color': theme.colors.orange[6] } },
    { selector: 'node[kind = "incident"]', style: { 'background-color': theme.colors.red[6] } },
    { selector: `node[id = "${id}"]`, style: { width: 32, height: 32 } },
    {
      selector: 'edge',
      style: {
        label: 'data(label)',
        color: ink,
        'font-size': 9,
        width: 1,
        'curve-style': 'bezier',
        'target-arrow-shape': 'triangle',
        'line-color': theme.colors.gray[5],
        'target-arrow-color': theme.colors.gray[5],
      },
    },
  ];
}
