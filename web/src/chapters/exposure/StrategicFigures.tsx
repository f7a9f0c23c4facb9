// The five figures, in words that somebody new to them reads within a minute.
import { Group, Text } from '@mantine/core';
import { useTranslation } from '../../locales/i18n';

import { useNumber, useOneOf, useSigned } from './numbers';
import { usePercent } from './percent';
import { useQuarter } from './quarters';
import { titleOf } from './rows';
import { placeOf } from './statistics';
import { eventsOf, first_serious, maturityOf, movementOf, turnoutOf, weakOf } from './strategic';
import { NotAsked, StrategicFigure } from './StrategicFigure';
import { StrategicTrend } from './StrategicTrend';
import type { VerifiedRound } from './verified';

interface Props {
  rounds: readonly VerifiedRound[];
}

export function StrategicFigures({ rounds }: Props) {
  return (
    <div className="strategic-figures">
      <Turnout rounds={rounds} />
      <Maturity rounds={rounds} />
      <Weak rounds={rounds} />
      <Movement rounds={rounds} />
      <Events rounds={rounds} />
    </div>
  );
}

function Turnout({ rounds }: Props) {
  const { t } = useTranslation();
  const percent = usePercent();
  const last = rounds.at(-1);
  if (last === undefined) return <NotAsked name="turnout" />;
  const { took, asked, title } = last;
  return (
    <StrategicFigure
      name="turnout"
      value={t('strategic.tookOf', { took, asked })}
      trend={{ points: turnoutOf(rounds), better: 'more' }}
      sentence={t('strategic.says.turnout', { share: percent(took / asked), title })}
      base={t('strategic.base.turnout', { count: took })}
    />
  );
}

type Between = NonNullable<ReturnType<typeof maturityOf>>['median'];

/** A level by its name, or what lies between two. */
function useLevel() {
  const { t } = useTranslation();
  return ({ lower, upper }: Between, levels: readonly string[]) =>
    lower === upper
      ? (levels[lower] ?? '')
      : t('strategic.between', { lower: levels[lower] ?? '', upper: levels[upper] ?? '' });
}

function Maturity({ rounds }: Props) {
  const { t } = useTranslation();
  const number = useNumber();
  const level = useLevel();
  const found = maturityOf(rounds);
  if (!found) return <NotAsked name="maturity" />;
  const { now, median, half, answers, points } = found;
  const { levels } = now;
  return (
    <StrategicFigure
      name="maturity"
      value={level(median, levels)}
      trend={{ points, better: 'more' }}
      sentence={t('strategic.says.maturity', {
        place: number(placeOf(median) + 1),
        levels: levels.length,
        from: level(half.from, levels),
        to: level(half.to, levels),
      })}
      base={t('strategic.base.maturity', { answers: number(answers), count: now.asked.set.questions.length })}
    />
  );
}

function Weak({ rounds }: Props) {
  const { t } = useTranslation();
  const found = weakOf(rounds);
  if (!found) return <NotAsked name="weak" />;
  const { now, weak, all, fewest, points } = found;
  const [first] = weak;
  const said = t('strategic.says.weak', { lowest: now.levels[0] ?? '', next: now.levels[1] ?? '' });
  return (
    <StrategicFigure
      name="weak"
      value={t('strategic.weakOf', { weak: weak.length, all })}
      trend={{ points, better: 'less' }}
      sentence={first ? `${said} ${t('strategic.says.weakest', { title: titleOf(first) })}` : said}
      base={t('strategic.base.weak', { fewest, count: all })}
    />
  );
}

function Movement({ rounds }: Props) {
  const { t } = useTranslation();
  const signed = useSigned();
  const found = movementOf(rounds);
  if (!found) return <NotAsked name="movement" />;
  const { moved, points } = found;
  const sorted = moved.toSorted((a, b) => b.net - a.net);
  const [most, least] = [sorted[0], sorted.at(-1)];
  const named = (one: typeof most) => (one ? `${one.question.name ?? one.question.id} (${signed(one.net)})` : '');
  const answers = moved.map((one) => one.answers);
  return (
    <StrategicFigure
      name="movement"
      value={t('strategic.organizations', { net: signed(points.at(-1)?.value ?? 0) })}
      trend={{ points, better: 'more' }}
      sentence={t('strategic.says.movement', { most: named(most), least: named(least) })}
      base={t('strategic.base.movement', {
        count: moved.length,
        from: Math.min(...answers),
        to: Math.max(...answers),
      })}
    />
  );
}

function Events({ rounds }: Props) {
  const { t } = useTranslation();
  const quarter = useQuarter();
  const oneOf = useOneOf();
  const found = eventsOf(rounds);
  if (!found) return <NotAsked name="events" />;
  const { round, hits, pointsOn } = found;
  const answers = hits.map((hit) => hit.answers);
  const serious = hits[0]?.question.levels.slice(first_serious).map(({ name }) => name) ?? [];
  return (
    <StrategicFigure
      name="events"
      sentence={t('strategic.says.events', { quarter: quarter(round.opens), levels: oneOf(serious) })}
      base={t('strategic.base.events', { from: Math.min(...answers), to: Math.max(...answers) })}
    >
      <ul className="plain-list strategic-hits">
        {hits.map(({ harm, organizations }) => (
          <li key={harm} data-testid={`hit-${harm}`}>
            <Text span size="sm">
              {t(`strategic.harm.${harm}`)}
            </Text>
            <Text span className="strategic-hit">
              {organizations}
            </Text>
            <Group gap="xs" component="span" wrap="nowrap">
              <StrategicTrend points={pointsOn(harm)} better="less" isShort />
            </Group>
          </li>
        ))}
      </ul>
    </StrategicFigure>
  );
}
