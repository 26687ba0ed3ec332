import { Button } from '@mantine/core';
import { useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { ProblemNotice } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { api } from '../api.ts';
import { useWords } from '../words.ts';
import type { GroupStepProps } from './group.ts';

/** Before capture: releases the amount that was authorised for all of them. */
export function AbandonGroup({ group, onChange }: GroupStepProps) {
  const { t } = useWords();
  const abandon = useIdempotentMutation((group_id: string, headers) =>
    answered(
      api.POST('/v1/order-groups/{group_id}/abandonment', {
        params: { path: { group_id } },
        headers,
      }),
    ),
  );
  return (
    <>
      {abandon.isError && <ProblemNotice thrown={abandon.error} />}
      <Button
        variant="subtle"
        color="gray"
        size="md"
        loading={abandon.isPending}
        onClick={() => abandon.mutate(group.group_id, { onSuccess: onChange })}
      >
        {t('several.give_up')}
      </Button>
    </>
  );
}
