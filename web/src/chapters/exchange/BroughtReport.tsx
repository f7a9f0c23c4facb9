// What became of a file: what it was read as, what it brought, what could not be said.
import { Anchor, List, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import type { Schemas } from '../../api/client';
import { useTranslation } from '../../locales/i18n';
import { LeftOut } from './LeftOut';

export function BroughtReport({ report }: { report: Schemas['IntakeReport'] }) {
  const { t } = useTranslation();
  return (
    <div role="status">
      {report.recognised_as && (
        <Text size="sm">
          {t(`exchange.recognisedAs.${report.recognised_as}`, { defaultValue: report.recognised_as })}
        </Text>
      )}
      <Text data-testid="brought">{t('exchange.brought', { ...report })}</Text>
      <List size="sm" className="breakable" aria-label={t('exchange.broughtThese')}>
        {report.brought.map(({ id, type, title }) => (
          <List.Item key={id}>
            {t(`stix.${type}`, { defaultValue: type })}{' '}
            <Anchor component={Link} to={`/exchange/object/${id}`}>
              {title}
            </Anchor>
          </List.Item>
        ))}
      </List>
      <List size="sm" className="breakable">
        {report.edit_secret && <List.Item>{t('exchange.editSecretOfFile', { secret: report.edit_secret })}</List.Item>}
        {report.narrow.length > 0 && <List.Item>{t('exchange.narrow', { first: report.narrow[0] ?? '' })}</List.Item>}
        {report.mistakes.slice(0, 20).map((mistake, at) => (
          <List.Item key={at}>{mistake}</List.Item>
        ))}
      </List>
      {report.left_out.length > 0 && <LeftOut all={report.left_out} />}
    </div>
  );
}
