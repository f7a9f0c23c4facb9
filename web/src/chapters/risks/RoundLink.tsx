// The round in which Members rated risks, by its title.
import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import type { Schemas } from '../../api/client';
import { useTranslation } from '../../locales/i18n';

export function RoundLink({ round }: { round: Schemas['RoundHead'] }) {
  const { t } = useTranslation();
  return (
    <Anchor
      inherit
      underline="always"
      renderRoot={(props) => <Link to="/exposure/rounds/$id" params={{ id: round.id }} {...props} />}
    >
      {round.title ?? t('erased')}
    </Anchor>
  );
}
