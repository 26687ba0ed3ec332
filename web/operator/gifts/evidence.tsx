import { Alert, Box, Code, Drawer, Stack, Text, Title } from '@mantine/core';
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { Answer } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { Fact } from '../../kit/staff/figures.tsx';
import { api } from '../api.ts';
import { useConsoleWords } from '../words.ts';

const readEvidence = (evidence_id: string) =>
  answered(api.GET('/v1/staff/evidence/{evidence_id}', { params: { path: { evidence_id } } }));
type Kept = Awaited<ReturnType<typeof readEvidence>>;

/** The signed message behind a step, and whether its signature is valid. Loaded on demand. */
export function Evidence({ evidenceId, onClose }: { evidenceId: string | undefined; onClose: () => void }) {
  const { t } = useConsoleWords();
  return (
    <Drawer
      opened={evidenceId !== undefined}
      onClose={onClose}
      position="right"
      size="lg"
      title={t('proof.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {evidenceId !== undefined && <Shown evidenceId={evidenceId} />}
    </Drawer>
  );
}

function Shown({ evidenceId }: { evidenceId: string }) {
  const kept = useQuery({ queryKey: ['evidence', evidenceId], queryFn: () => readEvidence(evidenceId) });
  return (
    <Answer of={kept} height={480}>
      {(message) => <Message of={message} />}
    </Answer>
  );
}

function Message({ of }: { of: Kept }) {
  const { t, dateTime } = useConsoleWords();
  const { party, key, hidden, asked } = of;
  const masked = [...new Set([...hidden, ...(asked?.hidden ?? [])])];
  return (
    <Stack gap="lg">
      <Alert
        color={of.holds ? 'teal' : 'red'}
        variant="light"
        role="status"
        title={t(of.holds ? 'proof.holds' : 'proof.broken')}
        icon={of.holds ? <IconShieldCheck aria-hidden /> : <IconShieldX aria-hidden />}
      >
        <Text size="sm">{t(of.holds ? 'proof.holds_detail' : 'proof.broken_detail', { party })}</Text>
      </Alert>
      <Stack component="dl" gap="sm" m={0}>
        <Fact name={t('proof.from')}>{party}</Fact>
        <Fact name={t('proof.kind')}>
          {t(of.direction === 'received_response' ? 'proof.answer' : 'proof.notice')}
        </Fact>
        <Fact name={t('proof.received_at')}>{dateTime(of.received_at)}</Fact>
        <Fact name={t('proof.target')}>
          <Text span ff="monospace" size="sm">
            {of.method} {of.target_uri}
          </Text>
        </Fact>
        {of.status !== undefined && <Fact name={t('proof.status')}>{of.status}</Fact>}
        <Fact name={t('proof.key')}>
          <Text span ff="monospace" size="sm">
            {key.keyid}
          </Text>{' '}
          <Text span size="sm" c="dimmed">
            {t('proof.key_since', { at: key.valid_from })}
          </Text>
        </Fact>
      </Stack>
      {masked.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('proof.hidden', { names: masked.join(', ') })}
        </Text>
      )}
      {of.forgotten_at === undefined ? (
        <Part title={t('proof.body')} text={pretty(of.body)} />
      ) : (
        <Text size="sm">{t('proof.forgotten', { at: of.forgotten_at })}</Text>
      )}
      {asked && <Part title={t('proof.asked')} text={pretty(asked.body)} />}
      <Part title={t('proof.headers')} text={lines(of.headers)} />
      {of.request_headers && <Part title={t('proof.request_headers')} text={lines(of.request_headers)} />}
    </Stack>
  );
}

function Part({ title, text }: { title: string; text: string }) {
  const { t } = useConsoleWords();
  const id = useId();
  return (
    <Box component="section" aria-labelledby={id}>
      <Title order={3} size="h6" mb={6} id={id}>
        {title}
      </Title>
      <Code block className="proof-text">
        {text === '' ? t('proof.empty') : text}
      </Code>
    </Box>
  );
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

function lines(headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}
