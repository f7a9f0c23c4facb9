import { Button, Text } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { createPasskey } from '../../acts/passkeys';
import { answer, api, slug } from '../../api/client';
import { communityQuery } from '../../api/queries';
import { ProblemAlert } from '../../components/ProblemAlert';
import { Query } from '../../components/Query';
import { Door } from './Door';
import { useTry } from '../../acts/useTry';
import { TextField } from '../../components/fields';

/** The secret stands after the #, so it never reaches the server in an address, and no log holds it. */
const tokenOfLink = () => window.location.hash.slice(1);

export function Enrol() {
  const { t } = useTranslation();
  const [token] = useState(tokenOfLink);
  return (
    <Door title={t('door.enrolTitle')}>
      <Query
        of={{
          queryKey: ['enrolment', token],
          queryFn: () => answer(api.POST('/api/enrolment/look', { body: { token } })),
          staleTime: Infinity,
          meta: { shows: 'nothing' },
        }}
      >
        {({ profile }) => <EnrolForm token={token} name={profile.name ?? ''} />}
      </Query>
    </Door>
  );
}

function EnrolForm({ token, name }: { token: string; name: string }) {
  const { t } = useTranslation();
  const { data: community } = useQuery(communityQuery);
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { problem, busy, attempt } = useTry();
  const [label, setLabel] = useState(t('door.labelDefault'));
  const enrol = () =>
    attempt(async () => {
      if (!community) return;
      // A fresh challenge each time: a first try may have been cancelled.
      const offer = await answer(api.POST('/api/enrolment/look', { body: { token } }));
      const registration = await createPasskey({
        person: offer.person,
        name: name || community.short_name,
        challenge: offer.challenge,
        relyingParty: community.relying_party,
        community: community.name,
        slug,
        known: [],
      });
      await answer(api.POST('/api/enrolment', { body: { token, challenge: offer.challenge, registration, label } }));
      await queryClient.resetQueries();
      await navigate({ to: '/' });
    });
  return (
    <>
      <Text>{t('door.enrolFor', { name })}</Text>
      <Text c="dimmed" size="sm">
        {t('door.enrolHint')}
      </Text>
      <TextField label={t('door.label')} value={label} maxLength={60} onChange={setLabel} />
      {problem && <ProblemAlert problem={problem} />}
      <Button
        size="md"
        loading={busy}
        disabled={!label.trim()}
        leftSection={<IconKey size={18} aria-hidden />}
        onClick={() => void enrol()}
      >
        {t('door.enrol')}
      </Button>
    </>
  );
}
