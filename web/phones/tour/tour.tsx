import './tour.css';
import { Progress as Bar, Button, Group, Skeleton, Text, Title, UnstyledButton } from '@mantine/core';
import { IconCheck, IconConfetti, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { type Demo, useDemo } from '../api.ts';
import { useWords } from '../words.ts';
import { type Progress, STEPS, type StepId, useProgress } from './progress.ts';
import { Outside, type StepShown, useSteps } from './steps.tsx';

/** The guided tour; a step is ticked automatically where a message proves that it worked. */
export function Tour() {
  const { data: demo } = useDemo();
  return demo === undefined ? <Skeleton height={520} radius="lg" aria-hidden /> : <TourOf demo={demo} />;
}

function TourOf({ demo }: { demo: Demo }) {
  const { t } = useWords();
  const progress = useProgress(demo);
  const steps = useSteps(demo);
  const [chosen, setChosen] = useState<StepId>();
  const { current, doneCount } = progress;
  const open = chosen ?? current;
  return (
    <section className="tour" aria-labelledby="tour-title">
      <header className="tour-head">
        <Group justify="space-between" wrap="nowrap" gap="xs">
          <Title order={2} size="h4" id="tour-title">
            {t('tour.title')}
          </Title>
          {doneCount > 0 && (
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              leftSection={<IconRefresh size={14} aria-hidden />}
              disabled={progress.restart === undefined}
              onClick={() => {
                progress.restart?.();
                setChosen(undefined);
              }}
            >
              {t('tour.again')}
            </Button>
          )}
        </Group>
        <Text size="sm" c="dimmed">
          {t('tour.intro')}
        </Text>
        <Group gap="sm" wrap="nowrap" mt="xs">
          <Bar value={(100 * doneCount) / STEPS.length} flex={1} size="sm" aria-label={t('tour.title')} />
          <Text size="xs" c="dimmed" className="amount">
            {t('tour.progress', { done: doneCount, steps: STEPS.length })}
          </Text>
        </Group>
      </header>
      <ol className="tour-steps" data-goes-on>
        {STEPS.map((step, index) => (
          <Step
            key={step.id}
            id={step.id}
            no={index + 1}
            shown={steps[step.id]}
            provenBy={'provenBy' in step}
            isOpen={open === step.id}
            progress={progress}
            onOpen={() => setChosen(open === step.id ? undefined : step.id)}
            onTicked={() => setChosen(undefined)}
          />
        ))}
      </ol>
      {current === undefined && <Finished demo={demo} />}
    </section>
  );
}

type StepProps = {
  id: StepId;
  no: number;
  shown: StepShown;
  provenBy: boolean;
  isOpen: boolean;
  progress: Progress;
  onOpen: () => void;
  onTicked: () => void;
};

function Step({ id, no, shown, provenBy, isOpen, progress, onOpen, onTicked }: StepProps) {
  const { t } = useWords();
  const { title, what, values, lead } = shown;
  const isDone = progress.isDone(id);
  return (
    <li
      className="tour-step"
      data-done={isDone || undefined}
      data-current={progress.current === id || undefined}
    >
      <UnstyledButton className="tour-step-head" aria-expanded={isOpen} onClick={onOpen}>
        <span className="tour-mark">
          {isDone ? <IconCheck size={16} stroke={3} aria-label={t('tour.is_done')} /> : no}
        </span>
        <span>{title}</span>
      </UnstyledButton>
      {isOpen && (
        <div className="tour-step-body">
          <p>{what}</p>
          {values}
          <div className="tour-step-acts">
            {lead}
            {!progress.isProven(id) && (
              <Button
                variant={lead === undefined ? 'filled' : 'default'}
                size="sm"
                onClick={() => {
                  progress.tick(id, !isDone);
                  onTicked();
                }}
              >
                {t(isDone ? 'tour.not_yet' : 'tour.did')}
              </Button>
            )}
          </div>
          <p className="tour-step-hint">
            {t(progress.isProven(id) && provenBy ? 'tour.seen' : provenBy ? 'tour.by_itself' : 'tour.later')}
          </p>
        </div>
      )}
    </li>
  );
}

function Finished({ demo }: { demo: Demo }) {
  const { t } = useWords();
  const management = demo.servers.find(({ role }) => role === 'management')?.url ?? '';
  return (
    <div className="tour-finished" role="status">
      <IconConfetti size={32} aria-hidden />
      <Title order={3} size="h4">
        {t('tour.finished')}
      </Title>
      <p>{t('tour.finished_what')}</p>
      <Outside to={`${management}/console`}>{t('tour.open_console')}</Outside>
    </div>
  );
}
