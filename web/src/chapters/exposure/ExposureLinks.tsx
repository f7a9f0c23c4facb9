// The ways to the pages that show all rounds together.
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from '../../locales/i18n';

const places = {
  strategic: '/exposure/strategic',
  trend: '/exposure/trend',
  release: '/exposure/release',
} as const;

export function ExposureLinks({ to }: { to: (keyof typeof places)[] }) {
  const { t } = useTranslation();
  return to.map((place) => (
    <Button
      key={place}
      variant="default"
      className="no-print"
      renderRoot={(props) => <Link to={places[place]} {...props} />}
    >
      {t(`exposure.to.${place}`)}
    </Button>
  ));
}
