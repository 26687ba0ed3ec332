import { Button, FileButton, Stack, Textarea } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { ProblemNotice } from '../../kit/notice.tsx';
import { Problem } from '../../kit/problem.ts';
import { useDraft } from '../give/draft.ts';
import { Step } from '../give/step.tsx';
import { useWords } from '../words.ts';
import { textOfFile } from './file-text.ts';
import { keepReading, readText, rowsOf } from './rows.ts';

const STEP = 4;

/** The pasted list, which the server takes apart into rows; nothing that was typed is lost. */
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
  const queries = useQueryClient();
  // It changes nothing.
  const read = useMutation({ mutationFn: readText });
  const write = (list: string) => {
    setWrong(undefined);
    read.reset();
    keep({ list, rows: undefined, people: undefined });
  };
  function check(event: FormEvent) {
    event.preventDefault();
    if ((draft.list ?? '').trim() === '') {
      setWrong(t('several.list_needed'));
      field.current?.focus();
      return;
    }
    // The same text again: its rows may have been corrected since.
    if (draft.rows !== undefined) return navigate('/give/list/check');
    read.mutate(draft, {
      onSuccess: (found) => {
        keepReading(queries, draft, found);
        keep({ rows: rowsOf(found) });
        navigate('/give/list/check');
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
          {read.isError && wrong === undefined && <ProblemNotice thrown={read.error} />}
          <Button type="submit" size="lg" loading={read.isPending}>
            {t('several.read')}
          </Button>
        </Stack>
      </form>
    </Step>
  );
}

/** Why the server refused the list when the order was placed. */
function refusalIn(state: unknown): string | undefined {
  if (typeof state !== 'object' || state === null || !('refused' in state)) return undefined;
  return typeof state.refused === 'string' ? state.refused : undefined;
}
