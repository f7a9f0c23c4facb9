// One shared object: what it says, who else saw it, what was said about it, what it has to do with others.
import { Badge, Button, Card, Code, Group, Stack, Text, Title } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';

import type { Schemas } from '../../api/client';
import { useTranslation } from '../../locales/i18n';
import { EditSecret } from './EditSecret';
import { editSecretFor } from './editSecrets';
import { objectQuery } from './queries';
import { Query } from '../../components/Query';
import { When } from '../../components/When';
import { Comments } from './Comments';
import { Correct } from './Correct';
import { History } from './History';
import { Indicators } from './Indicators';
import { ObjectRow } from './ObjectRow';
import { Marking } from './Marking';
import { Release } from './Release';
import { isStory } from './search';
import { Section } from '../../components/Section';
import { Seen } from './Seen';
import { TakeBack } from './TakeBack';
import { Who } from './Who';
import './words';

const Graph = lazy(() => import('./Graph').then(({ Graph: component }) => ({ default: component })));

type Page = Schemas['ObjectPage'];

/** Of a text, before somebody asks for the rest. */
const longestShown = 20_000;

export function ObjectPage() {
  const { id } = useParams({ from: '/shell/exchange/object/$id' });
  return <Query of={objectQuery(id)}>{(page) => <Shown page={page} />}</Query>;
}

/** Of what was shared as the community the host doesn't know whose it is; whoever has the secret does. */
const mayChange = (page: Page) =>
  page.may.includes('change') || (!page.revoked && page.may.includes('comment') && editSecretFor(page) !== null);

function Shown({ page }: { page: Page }) {
  return (
    <Stack>
      <Heading page={page} />
      <EditSecret key={page.id} id={page.id} />
      {mayChange(page) && (
        <Group>
          <Correct page={page} />
          <TakeBack page={page} />
        </Group>
      )}
      <Facts object={page.object} />
      <Seen page={page} />
      <History history={page.history} />
      {isStory(page.type) && <Indicators id={page.id} />}
      <Comments page={page} />
      <Release page={page} />
      <Related page={page} />
      <InCommon page={page} />
      <Stix object={page.object} />
    </Stack>
  );
}

/** Written out only once somebody opens it: it may be large. */
function Stix({ object }: { object: Page['object'] }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('exchange.stix')}</summary>
      {open && (
        <Code block className="wrap" tabIndex={0} aria-label={t('exchange.stix')} component="pre">
          {JSON.stringify(object, null, 2)}
        </Code>
      )}
    </details>
  );
}

function Heading({ page }: { page: Page }) {
  const { t } = useTranslation();
  return (
    <div>
      <Group justify="space-between" align="start">
        <Title order={1} className="breakable">
          {page.title}
        </Title>
        <Group gap="xs">
          {page.released && <Badge variant="light">{t('exchange.released')}</Badge>}
          {page.revoked && <Badge color="gray">{t('exchange.revoked')}</Badge>}
          <Marking level={page.marking} />
        </Group>
      </Group>
      <Text c="dimmed">
        {t(`stix.${page.type}`, { defaultValue: page.type })} · <Who by={page.by} />
        <When time={page.added} />
      </Text>
    </div>
  );
}

function Related({ page }: { page: Page }) {
  const { t } = useTranslation();
  const [drawn, setDrawn] = useState(false);
  return (
    <Section title={t('exchange.related')} aside={<DrawButton drawn={drawn} onDraw={() => setDrawn(true)} />}>
      {drawn && (
        <Suspense fallback={null}>
          <Graph id={page.id} />
        </Suspense>
      )}
      {page.related.length === 0 && <Text c="dimmed">{t('exchange.noneRelated')}</Text>}
      <Stack gap="xs" component="ul" className="plain-list">
        {page.related.map(({ how, object }) => (
          <ObjectRow key={object.id} object={object} how={t(`relates.${how}`, { defaultValue: how })} />
        ))}
      </Stack>
    </Section>
  );
}

function InCommon({ page }: { page: Page }) {
  const { t } = useTranslation();
  return (
    <Section title={t('exchange.inCommon')}>
      {page.in_common.length === 0 && <Text c="dimmed">{t('exchange.noneInCommon')}</Text>}
      {page.in_common.map(({ values, objects }) => (
        <div key={values.join(' ')}>
          <Group gap={4}>
            {values.map((value) => (
              <Code key={value} className="wrap">
                {value}
              </Code>
            ))}
          </Group>
          <Stack gap="xs" component="ul" className="plain-list" mt={4} mb="sm">
            {objects.map((object) => (
              <ObjectRow key={object.id} object={object} />
            ))}
          </Stack>
        </div>
      ))}
    </Section>
  );
}

function DrawButton({ drawn, onDraw }: { drawn: boolean; onDraw: () => void }) {
  const { t } = useTranslation();
  if (drawn) return null;
  return (
    <Button size="compact-sm" variant="subtle" onClick={onDraw}>
      {t('exchange.draw')}
    </Button>
  );
}

/** What an object says in words, in the order in which one asks. */
function Facts({ object }: { object: Page['object'] }) {
  const { t } = useTranslation();
  const facts = (
    [
      ['description', 'description'],
      ['x_ccop_when', 'when'],
      ['x_ccop_found_by', 'foundBy'],
      ['x_ccop_helped', 'helped'],
      ['pattern', 'pattern'],
      ['valid_until', 'validUntil'],
    ] as const
  ).filter(([name]) => typeof object[name] === 'string' && object[name] !== '');
  if (facts.length === 0) return null;
  return (
    <Card withBorder>
      {facts.map(([name, key]) => (
        <div key={name}>
          <Text fw={600} size="sm">
            {t(`exchange.${key}`)}
          </Text>
          <Text className="as-written breakable" mb="sm">
            {name === 'x_ccop_when' || name === 'valid_until' ? (
              <When time={String(object[name])} />
            ) : (
              <Long text={String(object[name])} />
            )}
          </Text>
        </div>
      ))}
    </Card>
  );
}

/** The beginning of a text of whatever length, and the rest for who asks for it. */
function Long({ text }: { text: string }) {
  const { t } = useTranslation();
  const [whole, setWhole] = useState(false);
  if (whole || text.length <= longestShown) return <>{text}</>;
  return (
    <>
      {text.slice(0, longestShown)}…{' '}
      <Button size="compact-sm" variant="subtle" onClick={() => setWhole(true)}>
        {t('exchange.showWhole')}
      </Button>
    </>
  );
}
