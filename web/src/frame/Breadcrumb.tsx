// Above a page that lies below a chapter's own: the way back up, by the chapters' places.
import { Link, useMatches } from '@tanstack/react-router';

import type { Chapter, Place } from '../chapters/chapter';
import { chapters } from '../chapters/index';
import { useShownCrumb } from '../components/crumb';
import { useTranslation } from '../locales/i18n';
import './breadcrumb.css';

const all: Chapter[] = chapters;
const places = all.flatMap((chapter) => chapter.places);

/** The place under which a route lies, such as `/risks/$id`; nothing for a place itself, and for what lies under none. */
export function placeAbove(route: string): Place | undefined {
  if (places.some(({ to }) => to === route)) return undefined;
  const its = all.find(({ routes }) => routes.some(({ options }) => (options as { path?: string }).path === route));
  if (!its) return undefined;
  return (
    its.places.find(({ to }) => to !== '/' && route.startsWith(`${to}/`)) ??
    its.places[0] ??
    places.find(({ to }) => to === its.under)
  );
}

/** `shown`: the places that the reader can go to. */
export function Breadcrumb({ shown }: { shown: Place[] }) {
  const { t } = useTranslation();
  const route = useMatches({ select: (matches) => matches.at(-1)?.fullPath ?? '' });
  const place = placeAbove(route);
  const between = useShownCrumb();
  if (!place || !shown.includes(place)) return null;
  const crumbs = [{ to: place.to, label: t(`nav.${place.key}`) }, ...(between ? [between] : [])];
  return (
    <nav className="breadcrumb no-print" aria-label={t('breadcrumb')}>
      <ol>
        {crumbs.map(({ to, label }) => (
          <li key={to}>
            <Link to={to} className="row-link target">
              {label}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
