// What is done about it, by whom it was agreed, what is left then, and the items of the work-plan that do it.
import { List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';

import type { Schemas } from '../../api/client';
import { DayEnd } from '../../components/DayEnd';
import { useTranslation } from '../../locales/i18n';
import { ItemBadge, ItemLink, itemsQuery } from '../items/shared';
import { Limits } from './RatingCard';
import { scoreOf } from './score';
import { Section } from '../../components/Section';
import type { RiskText } from './text';

interface Props {
  text: RiskText;
  items: number[];
  bands: Schemas['RiskBands'];
  zone: string;
}

export function Treatment({ text: { treatment, residual }, items, bands, zone }: Props) {
  const { t } = useTranslation();
  return (
    <Section title={t('risk.treatment')} testId="treatment">
      <Stack gap="sm">
        {treatment ? <Treated treatment={treatment} zone={zone} /> : <Text c="dimmed">{t('risk.untreated')}</Text>}
        {residual && (
          <div>
            <Text fw={600} size="sm">
              {t('risk.residualScore', { score: scoreOf(residual.bands) })}
            </Text>
            <Limits bands={bands} place={residual.bands} />
            <Text size="sm" className="wrap">
              {residual.why}
            </Text>
          </div>
        )}
        {items.length > 0 && <Items ids={items} />}
      </Stack>
    </Section>
  );
}

function Treated({ treatment, zone }: { treatment: NonNullable<RiskText['treatment']>; zone: string }) {
  const { t } = useTranslation();
  return (
    <dl className="risk-facts">
      <dt>{t('risk.way')}</dt>
      <dd>{t(`risk.kind.${treatment.kind}`)}</dd>
      <dt>{t('risk.how')}</dt>
      <dd className="wrap">{treatment.text}</dd>
      {treatment.agreed_by && (
        <>
          <dt>{t('risk.agreedBy')}</dt>
          <dd>{treatment.agreed_by}</dd>
        </>
      )}
      {treatment.until && (
        <>
          <dt>{t('until')}</dt>
          <dd>
            <DayEnd time={treatment.until} zone={zone} />
          </dd>
        </>
      )}
    </dl>
  );
}

function Items({ ids }: { ids: number[] }) {
  const { t } = useTranslation();
  const { data } = useQuery(itemsQuery);
  if (!data) return null;
  return (
    <div>
      <Text fw={600} size="sm">
        {t('risk.items')}
      </Text>
      <List listStyleType="none" size="sm">
        {data.items
          .filter(({ id }) => ids.includes(id))
          .map((item) => (
            <List.Item key={item.id}>
              <ItemLink item={item} /> <ItemBadge state={item.state} />
            </List.Item>
          ))}
      </List>
    </div>
  );
}
