import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { type Demo, useDemo } from '../api.ts';
import { useWords } from '../words.ts';
import { useProgress } from './progress.ts';
import { useSteps } from './steps.tsx';

/** On a small screen the tour is not beside the phone: the step that is due says so, and leads back to it. */
export function NextStep() {
  const { data: demo } = useDemo();
  return demo === undefined ? null : <NextStepOf demo={demo} />;
}

function NextStepOf({ demo }: { demo: Demo }) {
  const { t } = useWords();
  const { steps, current, doneCount } = useProgress(demo, 'gift');
  const shown = useSteps(demo);
  const due = steps.find(({ id }) => id === current);
  if (due === undefined || !(due.id in shown)) return null;
  const { title } = shown[due.id as keyof typeof shown];
  return (
    <Anchor component={Link} to="/phones" fz="sm" role="status">
      {t('tour.next', { step: doneCount + 1, steps: steps.length, title })}
    </Anchor>
  );
}
