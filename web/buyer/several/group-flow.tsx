import { useQueryClient } from '@tanstack/react-query';
import { Navigate, useParams } from 'react-router';
import { useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { Answer } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { api, type Group } from '../api.ts';
import { Declined, Ended, Waiting } from '../give/outcomes.tsx';
import { SecondStep } from '../give/second-step.tsx';
import { useWords } from '../words.ts';
import { AbandonGroup } from './abandon-group.tsx';
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
      return <GroupSecondStep group={group} onChange={onChange} />;
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

function GroupSecondStep({ group, onChange }: GroupStepProps) {
  const { group_id, action_url } = group;
  const check = useIdempotentMutation((id: string, headers) =>
    answered(
      api.POST('/v1/order-groups/{group_id}/authentication', {
        params: { path: { group_id: id } },
        headers,
      }),
    ),
  );
  return (
    <SecondStep
      actionUrl={action_url}
      problem={check.error}
      onBack={() => check.mutate(group_id, { onSuccess: onChange })}
    >
      <AbandonGroup group={group} onChange={onChange} />
    </SecondStep>
  );
}
