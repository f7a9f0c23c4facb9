// What became of milestones, actions and groups since the last executive session, for the one that reviews them (clause 2.7), or since a day. Made to be printed.
import { Anchor, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';

import type { Schemas } from '../../api/client';
import { When } from '../../components/When';
import { useTranslation } from '../../locales/i18n';
import { WithItems } from './Around';
import type { Around } from './ItemTable';
import { GroupLink, ItemTable } from './ItemTable';
import type { GroupSection, Section } from './review';
import { groupReview, groupSections, movesSince, review, sections, slippedOf } from './review';
import { sinceOf } from './since';
import { SinceChoice, SinceTitle, SinceWords } from './SinceChoice';
import './words';

type Item = Schemas['Item'];

export function Review() {
  return <WithItems>{(items, around) => <Content items={items} around={around} />}</WithItems>;
}

function Content({ items: { items, reviewed_at }, around }: { items: Schemas['Items']; around: Around }) {
  const { t } = useTranslation();
  const search = useSearch({ from: '/shell/items/review' });
  const since = sinceOf(search, reviewed_at, around.zone, around.now);
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1}>
          <SinceTitle since={since} />
        </Title>
        <Button className="no-print" size="sm" variant="default" onClick={() => window.print()}>
          {t('review.print')}
        </Button>
      </Group>
      <Text size="sm" className="no-print">
        <Anchor component={Link} to="/items" inherit underline="always">
          {t('item.all')}
        </Anchor>
      </Text>
      <SinceChoice search={search} zone={around.zone} now={around.now} />
      <Text role="status" component="div">
        <SinceWords since={since} zone={around.zone} />
      </Text>
      {'at' in since && <Sections items={items} since={since.at} around={around} />}
    </Stack>
  );
}

function Sections({ items, since, around }: { items: Item[]; since: string | null; around: Around }) {
  const found = review(items, since);
  const groups = groupReview(around.groups, since);
  return (
    <>
      {sections.map((section) => (
        <ItemSection key={section} section={section} rows={found[section]} since={since} around={around} />
      ))}
      {groupSections.map((section) => (
        <GroupsSection key={section} section={section} rows={groups[section]} around={around} />
      ))}
    </>
  );
}

/** What there is none of is said, so that nobody looks for it. */
function Counted({
  title,
  hint,
  count,
  children,
}: {
  title: string;
  hint?: string;
  count: number;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <Card withBorder component="section" aria-label={title}>
      <Title order={2} size="h4">
        {t('review.count', { title, count })}
      </Title>
      {count === 0 ? (
        <Text size="sm" c="dimmed">
          {t('review.nothing')}
        </Text>
      ) : (
        <>
          {hint && (
            <Text size="sm" c="dimmed">
              {hint}
            </Text>
          )}
          {children}
        </>
      )}
    </Card>
  );
}

interface ItemSectionProps {
  section: Section;
  rows: Item[];
  since: string | null;
  around: Around;
}

function ItemSection({ section, rows, since, around }: ItemSectionProps) {
  const { t } = useTranslation();
  const title = t(`review.section.${section}`);
  const hint = section === 'slipped' || section === 'untouched' || section === 'moved';
  return (
    <Counted title={title} hint={hint ? t(`review.hint.${section}`) : undefined} count={rows.length}>
      <ItemTable
        label={title}
        rows={rows}
        around={around}
        more={(item) => <Since item={item} section={section} since={since} />}
      />
    </Counted>
  );
}

/** What happened to it since, in a line. */
function Since({ item, section, since }: Omit<ItemSectionProps, 'rows' | 'around'> & { item: Item }) {
  const { t } = useTranslation();
  const slipped = slippedOf(item, since);
  const moves = section === 'moved' ? [...new Set(movesSince(item, since).map(({ what }) => what))] : [];
  return (
    <Text size="sm">
      {slipped.since > 0 && (slipped.before === 0 ? t('review.first') : t('review.before', { count: slipped.before }))}
      {moves.map((what) => t(`item.event.${what}`)).join(', ')}
    </Text>
  );
}

interface GroupsSectionProps {
  section: GroupSection;
  rows: { group: Schemas['GroupRow']; at: string }[];
  around: Around;
}

function GroupsSection({ section, rows, around: { groups } }: GroupsSectionProps) {
  const { t } = useTranslation();
  return (
    <Counted title={t(`review.groups.${section}`)} count={rows.length}>
      <ul className="plain-list spaced">
        {rows.map(({ group, at }) => (
          <li key={group.id}>
            <GroupLink id={group.id} groups={groups} /> · <When time={at} dateOnly />
            {section === 'status' && group.last_report && (
              <Text size="sm" className="breakable">
                {t(`review.standing.${group.last_report.standing}`)}: {group.last_report.line ?? t('erased')}
              </Text>
            )}
          </li>
        ))}
      </ul>
    </Counted>
  );
}
