// How many risks stand in each pair of bands; a cell leads to them.
import { Link } from '@tanstack/react-router';
import { useId } from 'react';

import type { Schemas } from '../../api/client';
import '../../components/figures/figures.css';
import { useTranslation } from '../../locales/i18n';
import type { Filter } from './filter';
import type { Line } from './line';
import { placeOf } from './line';
import { heatOf } from './score';
import { bandName } from './Standing';
import './risks.css';

interface Props {
  lines: Line[];
  bands: Schemas['RiskBands'];
  filter: Filter;
}

export function RiskMatrix({ lines, bands, filter }: Props) {
  const { t } = useTranslation();
  const name = useId();
  const places = lines.map(placeOf);
  const unplaced = places.filter((place) => place === undefined).length;
  const rows = bands.frequency.map((band, i) => ({ band, frequency: i + 1 })).reverse();
  return (
    <figure className="figure" aria-labelledby={name}>
      <figcaption id={name}>
        {t('risk.matrixCaption')} {unplaced > 0 && t('risk.unplaced', { count: unplaced })}
      </figcaption>
      <div className="scrolls" tabIndex={0} role="region" aria-labelledby={name}>
        <table className="figure-table heat-table risk-matrix" aria-labelledby={name}>
          <thead>
            <tr>
              <th scope="col">{t('risk.matrixHead')}</th>
              {bands.impact.map((band) => (
                <th key={band} scope="col" title={band}>
                  {bandName(band)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ band, frequency }) => (
              <tr key={band}>
                <th scope="row" title={band}>
                  {bandName(band)}
                </th>
                {bands.impact.map((other, j) => {
                  const cell = { frequency, impact: j + 1 };
                  const count = places.filter((one) => one?.frequency === frequency && one.impact === j + 1).length;
                  return (
                    <td key={other} className={`heat-${heatOf(cell)}`}>
                      {count > 0 && (
                        <Link
                          to="/risks"
                          search={{ ...filter, view: undefined, ...cell }}
                          aria-label={t('risk.cell', { count, often: bandName(band), bad: bandName(other) })}
                        >
                          {count}
                        </Link>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
