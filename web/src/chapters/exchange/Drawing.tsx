// The picture of a graph: columns of objects, each with its name beside it, and how they are joined. A tap shows what is around one.
import type { MantineTheme } from '@mantine/core';
import { useMantineTheme } from '@mantine/core';
import cytoscape from 'cytoscape';
import { useEffect, useRef } from 'react';

import { useTranslation } from '../../locales/i18n';
import type { Edge, Placed } from './arrangement';
import { colorOf } from './graphColors';

const longestLabel = 30;
const rowHeight = 34;
const columnWidth = 250;
const margin = 24;

interface Props {
  root: string;
  placed: Placed[];
  edges: Edge[];
  onUnfold: (id: string) => void;
}

export function Drawing({ root, placed, edges, onUnfold }: Props) {
  const { t } = useTranslation();
  const theme = useMantineTheme();
  const place = useRef<HTMLDivElement>(null);
  const rows = Math.max(1, ...placed.map(({ row }) => row + 1));
  const columns = Math.max(1, ...placed.map(({ column }) => column + 1));
  const picture = JSON.stringify([placed, edges]);
  useEffect(() => {
    const container = place.current;
    if (!container) return;
    const isMirrored = getComputedStyle(container).direction === 'rtl';
    const colors = {
      ink: getComputedStyle(container).color,
      ground: getComputedStyle(document.body).backgroundColor,
    };
    const across = (column: number) => margin + column * columnWidth;
    const [all, joined] = JSON.parse(picture) as [Placed[], Edge[]];
    const graph = cytoscape({
      container,
      elements: [
        ...all.map(({ node, column, row }) => ({
          data: { id: node.id, label: shortened(node.title), color: theme.colors[colorOf(node.type)]?.[6] },
          position: {
            x: isMirrored ? container.clientWidth - across(column) : across(column),
            y: margin + row * rowHeight,
          },
        })),
        ...joined.map((edge, at) => ({ data: { ...edge, id: `edge-${at}` } })),
      ],
      style: looksOf(root, theme, colors, isMirrored),
      layout: { name: 'preset', fit: false },
      userZoomingEnabled: false,
      userPanningEnabled: false,
      autoungrabify: true,
    });
    graph.on('tap', 'node', (event) => onUnfold(String((event.target as { id: () => string }).id())));
    return () => graph.destroy();
  }, [picture, root, onUnfold, theme]);
  return (
    <div className="graph" tabIndex={0} role="region" aria-label={t('exchange.graphTable')}>
      <div
        ref={place}
        role="img"
        aria-label={t('exchange.graph', { count: placed.length })}
        style={{ blockSize: rows * rowHeight + margin, inlineSize: columns * columnWidth + margin }}
      />
    </div>
  );
}

const shortened = (text: string) => (text.length > longestLabel ? `${text.slice(0, longestLabel)}…` : text);

/** The one that is looked at is larger than its neighbours. */
function looksOf(
  id: string,
  theme: MantineTheme,
  { ink, ground }: { ink: string; ground: string },
  isMirrored: boolean,
): cytoscape.StylesheetJson {
  return [
    {
      selector: 'node',
      style: {
        label: 'data(label)',
        color: ink,
        'font-size': 12,
        'text-valign': 'center',
        'text-halign': isMirrored ? 'left' : 'right',
        'text-margin-x': isMirrored ? -6 : 6,
        // Lines pass behind the names.
        'text-background-color': ground,
        'text-background-opacity': 0.85,
        'background-color': 'data(color)',
        width: 16,
        height: 16,
      },
    },
    { selector: `node[id = "${id}"]`, style: { width: 24, height: 24, 'font-weight': 'bold' } },
    {
      selector: 'edge',
      style: {
        width: 1,
        'curve-style': 'bezier',
        'target-arrow-shape': 'triangle',
        'arrow-scale': 0.8,
        'line-color': theme.colors.gray[5],
        'target-arrow-color': theme.colors.gray[5],
      },
    },
  ];
}
