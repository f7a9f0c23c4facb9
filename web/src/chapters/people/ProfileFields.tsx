// What a form asks of a person, whether they are registered or corrected.
import { TextField } from '../../components/fields';
import { useTranslation } from '../../locales/i18n';

export interface Profile {
  name: string;
  title: string;
  email: string;
}

interface Props {
  value: Profile;
  /** Somebody who is found by no address need not give one. */
  emailRequired?: boolean;
  onChange: (changed: Profile) => void;
}

export function ProfileFields({ value, emailRequired = true, onChange }: Props) {
  const { t } = useTranslation();
  const of = (field: keyof Profile) => ({
    field,
    value: value[field],
    onChange: (typed: string) => onChange({ ...value, [field]: typed }),
  });
  return (
    <>
      <TextField required label={t('name')} maxLength={120} {...of('name')} />
      <TextField required label={t('people.position')} maxLength={120} {...of('title')} />
      <TextField required={emailRequired} type="email" label={t('email')} maxLength={200} {...of('email')} />
    </>
  );
}
