// What it would hurt: each of the four qualities of information with how hard, and why one thinks so.
import { Table } from '@mantine/core';

import { useTranslation } from '../../locales/i18n';
import { Section } from '../../components/Section';
import type { RiskText } from './text';
import { harms as degrees, qualities } from './vocabulary';

export function Harms({ text: { harms } }: { text: RiskText }) {
  const { t } = useTranslation();
  return (
    <Section title={t('risk.hurts')} testId="harms">
      <Table aria-label={t('risk.hurts')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('risk.quality')}</Table.Th>
            <Table.Th>{t('risk.degree')}</Table.Th>
            <Table.Th>{t('risk.why')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {qualities.map((quality) => {
            const judged = harms[quality];
            // None has no ground, and severe a strong one.
            const heat = judged ? degrees.indexOf(judged.harm) * 2 - 1 : 0;
            return (
              <Table.Tr key={quality}>
                <Table.Th scope="row">{t(`risk.qualities.${quality}`)}</Table.Th>
                <Table.Td className={heat > 0 ? `heat-${heat}` : undefined} c={heat > 0 ? 'bright' : undefined}>
                  {t(judged ? `risk.harm.${judged.harm}` : 'risk.notJudged')}
                </Table.Td>
                <Table.Td className="breakable">{judged?.why}</Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Section>
  );
}
