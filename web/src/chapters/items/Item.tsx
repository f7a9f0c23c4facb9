// One item: what it says, how it stands, what shows that it is done, and all that happened to it.
import { Anchor, Card, Group, List, Stack, Text, Title } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';

import type { Schemas } from '../../api/client';
import { DayEnd } from '../../components/DayEnd';
import { WebLink } from '../../components/WebLink';
import { When } from '../../components/When';
import { useTranslation } from '../../locales/i18n';
import { AdoptionCard } from '../adoption/shared';
import { WithItems } from './Around';
import type { Around } from './ItemTable';
import { GroupLink } from './ItemTable';
import { Moves } from './Moves';
import { DueCell, HolderCell, ItemBadge, StateCell } from './Standing';
import './words';

type Item = Schemas['Item'];

export function Item() {
  const { id } = useParams({ from: '/shell/items/$id' });
  return <WithItems>{(_, around) => <Found item={around.all.get(id)} around={around} />}</WithItems>;
}

function Found({ item, around }: { item: Item | undefined; around: Around }) {
  const { t } = useTranslation();
  if (item) return <ItemContent item={item} around={around} />;
  return (
    <Stack>
      <Title order={1}>{t('item.missing')}</Title>
      <Anchor component={Link} to="/items">
        {t('item.all')}
      </Anchor>
    </Stack>
  );
}

function ItemContent({ item, around }: { item: Item; around: Around }) {
  const { t } = useTranslation();
  return (
    <Stack maw={1000}>
      <Group>
        <Title order={1} className="breakable">
          {item.content?.title ?? t('erased')}
        </Title>
        <ItemBadge state={item.state} />
      </Group>
      <Text size="sm">
        <Anchor component={Link} to="/items" inherit underline="always">
          {t('item.all')}
        </Anchor>
        {item.group !== null && (
          <>
            {' · '}
            <GroupLink id={item.group} groups={around.groups} />
          </>
        )}
      </Text>
      {item.content?.text && <Text className="wrap">{item.content.text}</Text>}
      <Standing item={item} around={around} />
      <Moves item={item} around={around} />
      <Evidence item={item} />
      {item.state === 'done' && <AdoptionCard about={{ decision: null, item: item.id }} />}
      <History item={item} zone={around.zone} />
    </Stack>
  );
}

function Standing({ item, around: { all, zone, now } }: { item: Item; around: Around }) {
  const { t } = useTranslation();
  return (
    <Card withBorder component="section" aria-label={t('item.standing')} data-testid="standing">
      <dl className="signed">
        <div>
          <dt>{t('item.kindTitle')}</dt>
          <dd>
            {t(`item.kind.${item.kind}`)}
            {item.decision !== null && ` · ${t('item.byDecision', { number: item.decision })}`}
          </dd>
        </div>
        <div>
          <dt>{t('item.column.holder')}</dt>
          <dd>
            <HolderCell item={item} />
          </dd>
        </div>
        <div>
          <dt>{t('item.column.due')}</dt>
          <dd>
            <DueCell item={item} zone={zone} now={now} whole />
          </dd>
        </div>
        <div>
          <dt>{t('item.column.state')}</dt>
          <dd>
            <StateCell item={item} all={all} />
          </dd>
        </div>
      </dl>
    </Card>
  );
}

function Evidence({ item: { evidence } }: { item: Item }) {
  const { t } = useTranslation();
  if (!evidence) return null;
  const { title, version, link, sha256 } = evidence;
  return (
    <Card withBorder component="section" aria-label={t('item.evidenceTitle')} data-testid="evidence">
      <Title order={2} size="h4" mb="xs">
        {t('item.evidenceTitle')}
      </Title>
      <Text className="breakable">{[title ?? t('erased'), version].filter(Boolean).join(', ')}</Text>
      <WebLink link={link} />
      {sha256 && (
        <Text size="sm" c="dimmed" className="breakable">
          SHA-256: {sha256}
        </Text>
      )}
    </Card>
  );
}

/** The latest first. What it said before a change is shown when asked. */
function History({ item: { moves }, zone }: { item: Item; zone: string }) {
  const { t } = useTranslation();
  return (
    <Card withBorder component="section" aria-label={t('item.history')} data-testid="history">
      <Title order={2} size="h4" mb="xs">
        {t('item.history')}
      </Title>
      <List listStyleType="none" spacing="xs" size="sm">
        {moves.toReversed().map((move, i) => (
          <List.Item key={moves.length - i}>
            <When time={move.at} /> · {t(`item.event.${move.what}`)} · {move.holder}
            {move.due !== null && (
              <>
                {' · '}
                {t('item.dueOn')} <DayEnd time={move.due} zone={zone} short />
              </>
            )}
            {(move.what === 'changed' || move.what === 'slipped' || move.what === 'added') && (
              <Text component="details" size="sm">
                <summary>{move.content?.title ?? t('erased')}</summary>
                <Text size="sm" className="wrap">
                  {move.content ? move.content.text : t('erased')}
                </Text>
              </Text>
            )}
          </List.Item>
        ))}
      </List>
    </Card>
  );
}
