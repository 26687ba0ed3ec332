import { Alert, Button, FileButton, List, Stack, Text, Textarea } from '@mantine/core';
import { IconAlertTriangle, IconFileText } from '@tabler/icons-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { type IdempotencyHeaders, useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { ProblemNotice } from '../../kit/notice.tsx';
import { answered, Problem } from '../../kit/problem.ts';
import { api } from '../api.ts';
import { type Draft, useDraft } from '../give/draft.ts';
import { Step } from '../give/step.tsx';
import { useWords } from '../words.ts';
import { textOfFile } from './file-text.ts';

const STEP = 4;

/** The pasted list. The server reports line by line what it cannot read; nothing that was typed is lost. */
export function ListStep() {
  const { t } = useWords();
  const [draft, keep] = useDraft();
  const navigate = useNavigate();
  const { state } = useLocation();
  const field = useRef<HTMLTextAreaElement>(null);
  const [wrong, setWrong] = useState<string | undefined>(refusalIn(state));
  useEffect(() => {
    if (refusalIn(state) !== undefined) field.current?.focus();
  }, [state]);
  const read = useIdempotentMutation(readList);
  const write = (list: string) => {
    setWrong(undefined);
    read.reset();
    keep({ list, people: undefined });
  };
  function goOn(found: Found) {
    keep({ people: peopleOf(found) });
    navigate('/give/pay');
  }
  function check(event: FormEvent) {
    event.preventDefault();
    if ((draft.list ?? '').trim() === '') {
      setWrong(t('several.list_needed'));
      field.current?.focus();
      return;
    }
    read.mutate(draft, {
      onSuccess: (found) => {
        if (countsOf(found).isFine) goOn(found);
      },
      onError: (thrown) => {
        if (!(thrown instanceof Problem) || thrown.code !== 'recipient_list_too_long') return;
        setWrong(thrown.detail);
        field.current?.focus();
      },
    });
  }
  return (
    <Step step={STEP} title={t('several.list_title')} what={t('several.list_what')} back="/give/message">
      <form noValidate onSubmit={check}>
        <Stack gap="lg">
          <Textarea
            ref={field}
            size="md"
            label={t('several.list')}
            description={t('several.list_hint')}
            placeholder={t('several.list_example')}
            autosize
            minRows={6}
            maxRows={16}
            spellCheck={false}
            autoComplete="off"
            error={wrong}
            value={draft.list ?? ''}
            onChange={(event) => write(event.currentTarget.value)}
          />
          <FileButton
            accept=".csv,.txt,text/csv,text/plain"
            onChange={async (file) => {
              if (file !== null) write(await textOfFile(file));
            }}
          >
            {(button) => (
              <Button
                {...button}
                variant="light"
                leftSection={<IconFileText size={18} aria-hidden />}
                style={{ alignSelf: 'flex-start' }}
              >
                {t('several.file')}
              </Button>
            )}
          </FileButton>
          {read.data !== undefined && !countsOf(read.data).isFine && (
            <WrongLines found={read.data} onGoOn={goOn} />
          )}
          {read.isError && wrong === undefined && <ProblemNotice thrown={read.error} />}
          <Button type="submit" size="lg" loading={read.isPending}>
            {t('several.read')}
          </Button>
        </Stack>
      </form>
    </Step>
  );
}

type Found = Awaited<ReturnType<typeof readList>>;

function readList({ shop_id = '', amount_minor = 0, list = '' }: Draft, headers: IdempotencyHeaders) {
  return answered(api.POST('/v1/recipient-lists', { body: { shop_id, amount_minor, text: list }, headers }));
}

function peopleOf({ lines, amount_minor }: Found) {
  return { recipients: lines.flatMap(({ recipient }) => recipient ?? []), amount_minor };
}

function countsOf({ lines, look_ups_left }: Found) {
  const wrong = lines.filter(({ problem }) => problem !== undefined);
  const numbers = lines.filter(({ recipient }) => recipient?.phone !== undefined).length;
  const isFine = wrong.length === 0 && numbers <= look_ups_left;
  return { wrong, people: lines.length - wrong.length, numbers, isFine };
}

/** Which lines are wrong and why, with a button to go on without them if others are left. */
function WrongLines({ found, onGoOn }: { found: Found; onGoOn: (found: Found) => void }) {
  const { t } = useWords();
  const heading = useRef<HTMLDivElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { amount_minor, currency, look_ups_left: left } = found;
  const { wrong, people, numbers } = countsOf(found);
  return (
    <Alert
      ref={heading}
      tabIndex={-1}
      color="red"
      variant="light"
      role="alert"
      icon={<IconAlertTriangle aria-hidden />}
      title={t(wrong.length > 0 ? 'several.wrong_title' : 'several.few_title')}
    >
      <Stack gap="md">
        {wrong.length > 0 && (
          <List listStyleType="none" spacing="sm" size="sm">
            {wrong.map(({ line, typed, problem }) => (
              <List.Item key={line}>
                <Text span fw={700} fz="sm">
                  {t('several.wrong_line', { line })}
                </Text>{' '}
                <Text span fz="sm" style={{ overflowWrap: 'anywhere' }}>
                  {typed}
                </Text>
                <Text fz="sm">
                  {problem?.line === undefined ? problem?.detail : t('several.twice', { line: problem.line })}
                </Text>
              </List.Item>
            ))}
          </List>
        )}
        {numbers > left && <Text fz="sm">{t('several.few_look_ups', { left, numbers })}</Text>}
        {people > 0 && (
          <Stack gap={6} align="flex-start">
            <Button variant="default" onClick={() => onGoOn(found)}>
              {t(wrong.length > 0 ? 'several.without_wrong' : 'several.all_the_same')}
            </Button>
            <Text fz="sm">{t('several.good', { people, amount: { amount_minor, currency } })}</Text>
          </Stack>
        )}
      </Stack>
    </Alert>
  );
}

/** Why the server refused the list when the order was placed. */
function refusalIn(state: unknown): string | undefined {
  if (typeof state !== 'object' || state === null || !('refused' in state)) return undefined;
  return typeof state.refused === 'string' ? state.refused : undefined;
}
