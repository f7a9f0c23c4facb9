// What an act asks of a person, and why it can't be done. Loaded after the page, for few acts ask anything.
import { Modal } from '@mantine/core';

import type { Problem } from '../api/client';
import { ProblemAlert } from '../components/ProblemAlert';
import { useTranslation } from '../locales/i18n';
import type { Act } from './act';
import type { Question } from './SignDialog';
import { SignDialog } from './SignDialog';

export interface No {
  problem: Problem;
  instead: Act['instead'];
}

interface Props {
  question: Question | undefined;
  busy: boolean;
  no: No | undefined;
  onRead: () => void;
}

export function Dialogs({ question, busy, no, onRead }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <SignDialog question={question} busy={busy} />
      <Modal
        zIndex={400}
        opened={no !== undefined}
        onClose={onRead}
        title={t('act.refused')}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        {no && <ProblemAlert problem={no.problem} />}
        {no?.instead}
      </Modal>
    </>
  );
}
