// The screen of a session for all in the room: the item, the motion as it is put, and the result when it stands. It names nobody, and nothing on it
// can be pressed.
import { Link, useParams } from '@tanstack/react-router';

import type { Schemas } from '../../api/client';
import { formatter, languageOf } from '../../components/formatters';
import { useNow } from '../../components/useNow';
import { useTranslation } from '../../locales/i18n';
import { beginnings } from './agendaTimes';
import { onScreen } from './onScreen';
import { ScreenMotion } from './ScreenMotion';
import { SessionOf } from './SessionOf';
import { useFloor } from './useFloor';
import './presidingWords';
import './screen.css';

type Meeting = Schemas['Meeting'];
type Session = Schemas['MeetingSession'];

export function Screen() {
  const { id, session: asked } = useParams({ from: '/shell/meetings/$id/screen/$session' });
  return (
    <SessionOf id={id} session={asked}>
      {(meeting, session) => <Content meeting={meeting} session={session} />}
    </SessionOf>
  );
}

function Content({ meeting, session }: { meeting: Meeting; session: Session }) {
  const { t } = useTranslation();
  const { at, since } = useFloor(session);
  const shown = onScreen(session.motions, since);
  const item = session.agenda[at];
  return (
    <div className="screen">
      <Link className="skip-link" to="/meetings/$id" params={{ id: meeting.id }}>
        {t('screen.back')}
      </Link>
      <Head meeting={meeting} session={session} />
      {shown && item && (
        <p className="screen-item" data-testid="screen-item">
          {t('screen.item', { number: at + 1 })} · {item.text ?? t('erased')}
        </p>
      )}
      {shown && <ScreenMotion shown={shown} />}
      {!shown && item && <Item session={session} at={at} zone={meeting.time_zone} />}
      {!shown && !item && <Waiting session={session} zone={meeting.time_zone} />}
    </div>
  );
}

const useClock = (zone: string) => {
  const { i18n } = useTranslation();
  return formatter(languageOf(i18n.language), { timeStyle: 'short', timeZone: zone });
};

function Head({ meeting, session }: { meeting: Meeting; session: Session }) {
  const { t } = useTranslation();
  const now = useNow();
  return (
    <header className="screen-head">
      <span>{meeting.details?.title ?? t('erased')}</span>
      <span>{session.title ?? t('erased')}</span>
      <time dateTime={now.toISOString()}>{useClock(meeting.time_zone).format(now)}</time>
    </header>
  );
}

function Item({ session, at, zone }: { session: Session; at: number; zone: string }) {
  const { t } = useTranslation();
  const clock = useClock(zone);
  const [from = 0, until = 0] = beginnings(session).slice(at);
  return (
    <section className="screen-middle" aria-live="polite">
      <p className="screen-item" data-testid="screen-item">
        {t('screen.item', { number: at + 1 })}
      </p>
      <h1 className="screen-title">{session.agenda[at]?.text ?? t('erased')}</h1>
      <p className="screen-text">{clock.formatRange(from, until)}</p>
    </section>
  );
}

/** Between items, before the session and after it. */
function Waiting({ session, zone }: { session: Session; zone: string }) {
  const { t } = useTranslation();
  const clock = useClock(zone);
  return (
    <section className="screen-middle">
      <h1 className="screen-title">{session.title ?? t('erased')}</h1>
      {!session.opened_at && (
        <p className="screen-text">{t('screen.begins', { time: clock.format(new Date(session.starts)) })}</p>
      )}
      {session.closed_at && <p className="screen-text">{t('screen.closed')}</p>}
    </section>
  );
}
