import { Button, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Navigate, useParams } from 'react-router';
import { useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { Answer, ProblemNotice } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { api, type Group } from '../api.ts';
import { Declined, Ended, Waiting } from '../give/outcomes.tsx';
import { Step, usePayStep } from '../give/step.tsx';
import { useWords } from '../words.ts';
import { type GroupStepProps, useGroup } from './group.ts';
import { NamesStep } from './names-step.tsx';

/** From the authorised amount to the confirmed names. */
export function GroupFlow() {
  const { group_id = '' } = useParams();
  const queries = useQueryClient();
  const group = useGroup(group_id);
  const onChange = (changed: Group) => {
    queries.setQueryData(['order-group', group_id], changed);
    void queries.invalidateQueries({ queryKey: ['order-groups'] });
  };
  return (
    <Answer of={group} height={420}>
      {(known) => <GroupStep group={known} onChange={onChange} />}
    </Answer>
  );
}

function GroupStep({ group, onChange }: GroupStepProps) {
  const { t } = useWords();
  switch (group.state) {
    case 'authorising':
      return <Waiting title={t('give.asking_bank')} what={t('give.asking_bank_what')} />;
    case 'requires_action':
      return <SecondStep group={group} onChange={onChange} />;
    case 'authorised':
      return <NamesStep group={group} onChange={onChange} />;
    case 'declined':
      return <Declined reason={group.decline_reason} />;
    case 'voiding':
    case 'abandoned':
      return <EndedGroup reason={group.end_reason} />;
    default:
      return <Navigate to={`/gifts/several/${group.group_id}`} replace />;
  }
}

function EndedGroup({ reason }: { reason: string | undefined }) {
  const { t } = useWords();
  if (reason === 'given_up') return <Ended title={t('give.gave_up')} what={t('give.gave_up_what')} />;
  return reason === 'not_confirmed' ? (
    <Ended title={t('give.too_late')} what={t('give.too_late_what')} />
  ) : (
    <Ended title={t('give.failed_title')} what={t('give.failed_what')} />
  );
}

/** The issuer asks the cardholder to authenticate, on the payment provider's page. */
function SecondStep({ group, onChange }: GroupStepProps) {
  const { t } = useWords();
  const payStep = usePayStep();
  const check = useIdempotentMutation((group_id: string, headers) =>
    answered(
      api.POST('/v1/order-groups/{group_id}/authentication', {
        params: { path: { group_id } },
        headers,
      }),
    ),
  );
  // The cardholder has answered when they come back, so the server checks the outcome.
  const isChecked = useRef(false);
  useEffect(() => {
    if (isChecked.current) return;
    isChecked.current = true;
    check.mutate(group.group_id, { onSuccess: onChange });
  });
  return (
    <Step step={payStep} title={t('give.second_step')} what={t('give.second_step_what')}>
      <Stack>
        {check.isError && <ProblemNotice thrown={check.error} />}
        <Button component="a" href={group.action_url} size="lg">
          {t('give.second_step_go')}
        </Button>
      </Stack>
    </Step>
  );
}
