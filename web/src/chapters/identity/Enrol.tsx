import { Alert, Button, Text } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';

import { Contents } from '../../acts/content';
import type { LinkKey } from '../../acts/links';
import { keyOfLink, secretInAddress } from '../../acts/links';
import { messageOf } from '../../acts/message';
import { createPasskey } from '../../acts/passkeys';
import { requestOf } from '../../acts/request';
import { signIn } from '../../acts/signIn';
import { useTry } from '../../acts/useTry';
import type { Schemas } from '../../api/client';
import { answer, api, slug } from '../../api/client';
import { communityQuery } from '../../api/queries';
import { TextField } from '../../components/fields';
import { ProblemAlert } from '../../components/ProblemAlert';
import { Loaded } from '../../components/Query';
import { useTranslation } from '../../locales/i18n';
import { checkedHead } from '../../record/head';
import { Door } from './Door';

export function Enrol() {
  const { t } = useTranslation();
  const [link] = useState(() => keyOfLink(secretInAddress()));
  const { data, error } = useQuery({
    queryKey: ['enrolment', link.key],
    queryFn: () => answer(api.POST('/api/enrolment/look', { body: { link_key: link.key } })),
    staleTime: Infinity,
    meta: { shows: 'nothing' },
  });
  return (
    <Door title={t('door.enrolTitle')}>
      <Loaded data={data} error={error}>
        {({ person, profile }) => <EnrolForm link={link} person={person} name={profile.name ?? ''} />}
      </Loaded>
      {error && <UsedUp />}
    </Door>
  );
}

/** A link opens nothing once it was used, and whoever follows it again has a passkey most times. */
function UsedUp() {
  const { t } = useTranslation();
  return (
    <>
      <Text>{t('door.enrolledBefore')}</Text>
      <Button renderRoot={(props) => <Link to="/sign-in" {...props} />} leftSection={<IconKey size={18} aria-hidden />}>
        {t('door.signInShort')}
      </Button>
    </>
  );
}

interface Props {
  link: LinkKey;
  person: number;
  name: string;
}

function EnrolForm({ link, person, name }: Props) {
  const { t } = useTranslation();
  const { data: community } = useQuery(communityQuery);
  const enter = useEnter();
  const { problem, busy, attempt } = useTry();
  const [label, setLabel] = useState(t('door.labelDefault'));
  const [isEnrolled, setEnrolled] = useState(false);
  const enrol = () =>
    attempt(async () => {
      if (!community) return;
      await enrolBy(link, { person, name, label, community });
      setEnrolled(true);
      await enter();
    });
  if (isEnrolled)
    return (
      <>
        <Alert>{t('door.enrolled')}</Alert>
        {problem && <ProblemAlert problem={problem} />}
        <SignButton label={t('door.signInShort')} busy={busy} onClick={() => void attempt(enter)} />
      </>
    );
  return (
    <>
      <Text>{t('door.enrolFor', { name })}</Text>
      <Text c="dimmed" size="sm">
        {t('door.enrolHint')}
      </Text>
      <TextField label={t('door.label')} value={label} maxLength={60} onChange={setLabel} />
      {problem && <ProblemAlert problem={problem} />}
      <SignButton label={t('door.enrol')} busy={busy} disabled={!label.trim()} onClick={() => void enrol()} />
    </>
  );
}

interface SignButtonProps {
  label: string;
  busy: boolean;
  disabled?: boolean;
  onClick: () => void;
}

const SignButton = ({ label, busy, disabled = false, onClick }: SignButtonProps) => (
  <Button
    size="md"
    loading={busy}
    disabled={disabled}
    leftSection={<IconKey size={18} aria-hidden />}
    onClick={onClick}
  >
    {label}
  </Button>
);

/** By the passkey that was just made. It signs once more, for enrolling does not sign in. */
function useEnter() {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  return async () => {
    await signIn();
    // The link is used up: asked for again, it would be told as a wrong one.
    await queryClient.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'enrolment' });
    await navigate({ to: '/' });
  };
}

interface Enrolling {
  person: number;
  name: string;
  label: string;
  community: Schemas['Community'];
}

/** The link's own key signs for the new passkey: who doesn't know the link's secret, the host among them, enrols nothing by it. */
async function enrolBy(link: LinkKey, { person, name, label, community }: Enrolling) {
  // First, for a passkey that can't be enrolled would lie about on the device.
  const { head, logKey } = await checkedHead();
  const passkey = await createPasskey({
    person,
    name: name || community.short_name,
    relyingParty: community.relying_party,
    community: community.name,
    slug,
    known: [],
  });
  const contents = new Contents();
  const request = requestOf({
    person,
    head,
    command: { type: 'enrol-passkey', person, ...passkey, label: contents.add(label) },
  });
  const signature = { link: link.sign(messageOf('act', logKey, request)) };
  await answer(api.POST('/api/enrolment', { body: { request, contents: contents.all, signature } }));
}
