import { Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Answer } from '../../kit/notice.tsx';
import type { Member } from '../api.ts';
import { PageTitle } from '../parts.tsx';
import { useMember } from '../session.tsx';
import { useWords } from '../words.ts';
import { AboutMe } from './about.tsx';
import { Cards } from './cards.tsx';
import { CloseAccount } from './close.tsx';
import { Consents } from './consents.tsx';
import { Contact } from './contact.tsx';
import { Passkeys } from './passkeys.tsx';
import { ProofDialog } from './proof-dialog.tsx';
import { Secrets } from './secrets.tsx';
import { Sessions } from './sessions.tsx';

/** The member's account; a chunk of its own because most visits don't need it. */
export default function MePage() {
  const member = useMember();
  return (
    <Answer of={member} height={600}>
      {(known) => known !== null && <Me member={known} />}
    </Answer>
  );
}

function Me({ member }: { member: Member }) {
  const { t } = useWords();
  return (
    <Stack py="md" gap="lg" maw={560} mx="auto">
      <PageTitle>{t('me.title')}</PageTitle>
      <Section title={t('me.member_number')}>
        <Text fz={26} fw={700} style={{ fontVariantNumeric: 'tabular-nums' }}>
          {member.member_number}
        </Text>
        <Text c="dimmed" fz="sm">
          {t('me.member_number_what')}
        </Text>
      </Section>
      <Section title={t('me.about')}>
        <AboutMe member={member} />
      </Section>
      <Section title={t('me.contact')}>
        <Contact member={member} />
      </Section>
      <Section title={t('me.cards')}>
        <Cards />
      </Section>
      <Section title={t('me.passkeys')}>
        <Passkeys />
      </Section>
      <Section title={t('me.security')}>
        <Secrets />
      </Section>
      <Section title={t('me.sessions')}>
        <Sessions />
      </Section>
      <Section title={t('consents.title')}>
        <Consents />
      </Section>
      <Section title={t('me.close')}>
        <CloseAccount />
      </Section>
      <ProofDialog />
    </Stack>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper withBorder radius="lg" p="lg" component="section">
      <Stack gap="md">
        <Title order={2} fz={18}>
          {title}
        </Title>
        {children}
      </Stack>
    </Paper>
  );
}
