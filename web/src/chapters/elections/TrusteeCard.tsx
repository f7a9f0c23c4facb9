// A trustee's part, step by step. The secret stays on this device: in a file under a passphrase, and in this page while it is open.
import { Alert, Button, Card, Code, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';

import type { Command } from '../../acts/act';
import { RefusedHere, reported } from '../../acts/problems';
import { useAct } from '../../acts/useAct';
import type { Problem, Schemas } from '../../api/client';
import { sealFile } from '../../ballot/keyFile';
import { having, isText } from '../../ballot/parse';
import type { Decrypted } from '../../ballot/trustee';
import { decryptTotals, isOwn, makeCertificate, makeOutput, makePolynomial, newSeed } from '../../ballot/trustee';
import { download } from '../../components/download';
import { KeyFileForm, NewKeyFileForm, useKeyFile } from '../../components/KeyFileFields';
import { ProblemAlert } from '../../components/ProblemAlert';
import { useTranslation } from '../../locales/i18n';
import { broughtDecryption } from './broughtDecryption';
import { BroughtFile } from './BroughtFile';
import type { CountedHere } from './evidence';
import { decryptable } from './evidence';
import { KeySteps } from './KeySteps';
import type { ElectionPage } from './standing';

type Work = Schemas['TrusteeWork'];

const isSeedFile = having<{ seed: string }>({ seed: isText });

/** Seeds that were made or opened since this page was loaded, by their files' names. */
const opened = new Map<string, string>();

export function TrusteeCard({ election, work }: { election: ElectionPage; work: Work }) {
  const { t } = useTranslation();
  const makes = election.may.includes('post-key-message');
  const decrypts = election.may.includes('post-decryption');
  const round = election.rounds_done + 1;
  if (election.stage !== 'preparation' && election.stage !== 'closed') return null;
  return (
    <Card withBorder component="section" aria-label={t('elections.trustee.yours')} data-testid="trustee">
      <Stack gap="sm">
        <Title order={2} size="h4">
          {t('elections.trustee.yours')}
        </Title>
        {election.stage === 'preparation' && <KeySteps election={election} work={work} />}
        {makes && round === 1 && <FirstRound election={election} work={work} />}
        {makes && round > 1 && <LaterRound election={election} work={work} round={round} />}
        {decrypts && <Decryption election={election} work={work} />}
        {election.stage === 'closed' && !decrypts && (
          <Text>{t(`elections.trustee.${election.round === null ? 'hasDecrypted' : 'hasDecryptedRound'}`)}</Text>
        )}
      </Stack>
    </Card>
  );
}

const placeOf = ({ size, threshold, number }: Work) => ({ size, threshold, index: number });

function usePost(election: ElectionPage) {
  const { t } = useTranslation();
  const perform = useAct();
  return (round: number, message: string) =>
    perform({
      words: t('words.post-key-message', { round }),
      command: (contents): Command => ({
        type: 'post-key-message',
        election: election.id,
        round,
        message: contents.add(message),
      }),
    });
}

/** Nothing is sent before the file was opened again: a download may have been refused, or lost, and a key that nobody kept is worse than none. */
function FirstRound({ election, work }: { election: ElectionPage; work: Work }) {
  const { t } = useTranslation();
  const post = usePost(election);
  const [made, setMade] = useState<string>();
  const what = work.key_file;
  if (made !== undefined)
    return (
      <KeyFileForm
        what={what}
        is={isSeedFile}
        fits={({ seed }) => seed === made}
        label={t('elections.trustee.checkFile')}
        explain={t('elections.trustee.askedBack')}
        onOpened={({ seed }) => post(1, makeCertificate(seed, placeOf(work)))}
      />
    );
  const make = async (passphrase: string) => {
    const seed = opened.get(work.key_file) ?? newSeed();
    download(`${what}.json`, await sealFile(what, { seed }, passphrase));
    opened.set(work.key_file, seed);
    setMade(seed);
  };
  return <NewKeyFileForm label={t('elections.trustee.make')} onSubmit={make} />;
}

interface WithSeedProps {
  work: Work;
  explain?: string;
  label: string;
  onSeed: (seed: string) => Promise<unknown>;
}

/** Does something with the seed, which is asked for where this page doesn't have it. */
function WithSeed({ work, explain, label, onSeed }: WithSeedProps) {
  const { t } = useTranslation();
  const keyFile = useKeyFile(work.key_file);
  const [wrong, setWrong] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const own = work.certificates.slice(work.number - 1, work.number);
  const has = opened.has(work.key_file);
  const submit = async () => {
    setBusy(true);
    setWrong(undefined);
    setProblem(undefined);
    try {
      let seed = opened.get(work.key_file);
      if (seed === undefined) {
        seed = (await keyFile.open(isSeedFile, (content) => isOwn(content.seed, own)))?.seed;
        if (seed === undefined) return;
        opened.set(work.key_file, seed);
      }
      await onSeed(seed);
    } catch (e) {
      if (e instanceof RefusedHere) setProblem(reported(e));
      else setWrong(e instanceof Error ? e.message : String(e));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack gap="sm">
        {explain !== undefined && <Text>{explain}</Text>}
        {!has && keyFile.fields}
        {problem && <ProblemAlert problem={problem} />}
        {wrong && (
          <Alert color="red" title={t('elections.trustee.wrong')}>
            {t('elections.trustee.wrongHint', { what: wrong })}
          </Alert>
        )}
        <Button type="submit" loading={busy}>
          {label}
        </Button>
      </Stack>
    </form>
  );
}

function LaterRound({ election, work, round }: { election: ElectionPage; work: Work; round: number }) {
  const { t } = useTranslation();
  const post = usePost(election);
  return (
    <WithSeed
      work={work}
      label={t('elections.trustee.goOn')}
      onSeed={(seed) =>
        post(
          round,
          round === 2
            ? makePolynomial(seed, placeOf(work), work.certificates)
            : makeOutput(seed, placeOf(work), work.certificates, work.input ?? ''),
        )
      }
    />
  );
}

/** On this page, or with a program of one's own, which alone is given the key. */
function Decryption({ election, work }: { election: ElectionPage; work: Work }) {
  const { t } = useTranslation();
  const perform = useAct();
  const [elsewhere, setElsewhere] = useState(false);
  const [counted, setCounted] = useState<CountedHere>();
  const post = async (make: (counted: CountedHere, output: string) => Decrypted | Promise<Decrypted>) => {
    const output = work.output ?? '';
    const found = await decryptable(election, work.number, output);
    setCounted(found);
    const made = await make(found, output);
    await perform({
      words: t('words.post-decryption', { tally: made.tally }),
      command: (contents): Command => ({
        type: 'post-decryption',
        election: election.id,
        tally: made.tally,
        decryption: contents.add(made.decryption),
        proofs: contents.add(made.proofs),
      }),
    });
  };
  return (
    <Stack gap="sm">
      {elsewhere ? (
        <DecryptedElsewhere
          election={election}
          onText={(text) => post((found) => broughtDecryption(text, election, found, work.number))}
        />
      ) : (
        <WithSeed
          work={work}
          explain={t('elections.trustee.decrypt')}
          label={t('elections.trustee.decryptDo')}
          onSeed={(seed) =>
            post((found, output) => decryptTotals(seed, output, found.tally, found.fingerprint, work.number))
          }
        />
      )}
      {counted && (
        <Text size="sm" data-testid="counted-here">
          {t('elections.trustee.counted', { ballots: counted.ballots, counted: counted.counted, hash: counted.hash })}
        </Text>
      )}
      <Group>
        <Button variant="subtle" size="compact-sm" onClick={() => setElsewhere(!elsewhere)}>
          {t(elsewhere ? 'elections.elsewhere.here' : 'elections.elsewhere.there')}
        </Button>
      </Group>
    </Stack>
  );
}

function DecryptedElsewhere({ election, onText }: { election: ElectionPage; onText: (text: string) => Promise<void> }) {
  const { t } = useTranslation();
  return (
    <>
      <Text>{t('elections.elsewhere.explain')}</Text>
      <Code block className="wrap">
        {t('elections.elsewhere.command', { uuid: election.uuid })}
      </Code>
      <BroughtFile
        label={t('elections.elsewhere.file')}
        take={t('elections.elsewhere.take')}
        wrong={t('elections.elsewhere.other')}
        onText={onText}
      />
    </>
  );
}
