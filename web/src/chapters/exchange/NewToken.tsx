// Makes a token for a program, for little and for a while unless somebody says more; it is shown once.
import { Alert, Button, Code, CopyButton, Group, Modal, Select } from '@mantine/core';
import { useState } from 'react';

import { makeToken } from '../../acts/token';
import { useChange } from '../../acts/useChange';
import type { Schemas } from '../../api/client';
import { meQuery } from '../../api/queries';
import { NumberField, TextField } from '../../components/fields';
import { FormModal } from '../../components/FormModal';
import { ProblemAlert } from '../../components/ProblemAlert';
import { useTranslation } from '../../locales/i18n';
import { MarkingSelect } from './Marking';

const uses = ['read', 'share', 'record', 'liaison'] as const;

interface Props {
  me: Schemas['Me'];
  /** Its form is what one came for. */
  isOpen?: boolean;
  onClose?: () => void;
  /** Hears the token, which nobody can be told again. */
  onMade?: (token: string) => void;
}

export function NewToken({ me, onMade, ...asked }: Props) {
  const { t } = useTranslation();
  const [token, setToken] = useState<string>();
  const made = (fresh: string) => {
    setToken(fresh);
    onMade?.(fresh);
  };
  return (
    <>
      <TokenForm me={me} {...asked} onMade={made} />
      <Modal
        opened={token !== undefined}
        onClose={() => setToken(undefined)}
        title={t('me.tokenTitle')}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <Alert mb="sm">{t('me.tokenHint')}</Alert>
        <Code block className="wrap" data-testid="token">
          {token}
        </Code>
        <Group justify="flex-end" mt="sm">
          <CopyButton value={token ?? ''}>
            {({ copied, copy }) => <Button onClick={copy}>{t(copied ? 'copied' : 'copy')}</Button>}
          </CopyButton>
        </Group>
      </Modal>
    </>
  );
}

function TokenForm({ me, onMade, ...asked }: Props & Required<Pick<Props, 'onMade'>>) {
  const { t } = useTranslation();
  const { problem, change } = useChange(meQuery);
  const [label, setLabel] = useState('');
  const [use, setUse] = useState<Schemas['TokenUse']>('read');
  const [ceiling, setCeiling] = useState<Schemas['Marking']>('clear');
  const [lasts, setLasts] = useState(90);
  const make = () =>
    change(async () => {
      const { token } = await makeToken(me, { label, use, ceiling, days: lasts });
      setLabel('');
      onMade(token);
    });
  return (
    <FormModal {...asked} label={t('me.makeToken')} onSubmit={make}>
      <TextField required data-autofocus label={t('me.tokenLabel')} maxLength={60} value={label} onChange={setLabel} />
      <Select
        allowDeselect={false}
        label={t('me.tokenUse')}
        data={uses.map((value) => ({ value, label: t(`me.uses.${value}`) }))}
        value={use}
        onChange={(value) => value && setUse(value)}
      />
      {use !== 'record' && <MarkingSelect label={t('me.tokenCeiling')} value={ceiling} onChange={setCeiling} />}
      <NumberField label={t('me.tokenDays')} min={1} max={366} value={lasts} onChange={setLasts} />
      {problem && <ProblemAlert problem={problem} />}
    </FormModal>
  );
}
