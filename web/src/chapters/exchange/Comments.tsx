// What was said about a shared object, in the order in which it was said; by whom is not told.
import { Text } from '@mantine/core';

import { useDraft } from '../../acts/draft';
import { DraftNote } from '../../acts/DraftNote';
import type { Schemas } from '../../api/client';
import { api } from '../../api/client';
import { LongTextField } from '../../components/fields';
import { FormModal } from '../../components/FormModal';
import { ProblemAlert } from '../../components/ProblemAlert';
import { Section } from '../../components/Section';
import { When } from '../../components/When';
import { useTranslation } from '../../locales/i18n';
import { useSend } from './useSend';
import './words';

type Page = Pick<Schemas['ObjectPage'], 'id' | 'added' | 'comments' | 'may'>;

export function Comments({ page }: { page: Page }) {
  const { t } = useTranslation();
  const { problem, send } = useSend();
  const draft = useDraft(`comment on ${page.id}`, { text: '' });
  const { text } = draft.value;
  const comment = async () => {
    const done = await send(api.POST('/api/exchange/comments', { body: { id: page.id, text } }));
    if (done) draft.drop();
    return done !== undefined;
  };
  return (
    <Section
      title={t('exchange.timeline')}
      aside={
        page.may.includes('comment') && (
          <FormModal label={t('exchange.comment')} onSubmit={comment}>
            <DraftNote draft={draft} />
            <Text size="sm">{t('exchange.chathamHouse')}</Text>
            <LongTextField
              required
              label={t('exchange.commentText')}
              maxLength={20000}
              value={text}
              onChange={(typed) => draft.change({ text: typed })}
            />
            {problem && <ProblemAlert problem={problem} />}
          </FormModal>
        )
      }
    >
      <Text size="sm" c="dimmed">
        {t('exchange.sharedAt')} <When time={page.added} />
      </Text>
      {page.comments.map(({ text: said, at }) => (
        <div key={at + said}>
          <Text size="sm" c="dimmed" mt="xs">
            <When time={at} />
          </Text>
          <Text className="as-written breakable">{said}</Text>
        </div>
      ))}
    </Section>
  );
}
