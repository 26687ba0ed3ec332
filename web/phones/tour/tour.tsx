import './tour.css';
import {
  Progress as Bar,
  Button,
  Group,
  SegmentedControl,
  Skeleton,
  Text,
  Title,
  UnstyledButton,
} from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconCheck, IconConfetti, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { type Demo, useDemo } from '../api.ts';
import { useWords } from '../words.ts';
import { useOperatorSteps } from './operator-steps.tsx';
import { type Progress, useProgress } from './progress.ts';
import { Outside, type StepShown, useSteps } from './steps.tsx';
import type { StepId, TourStep, Track } from './tracks.ts';

/** The guided tour; a step is ticked by itself where a message or a server shows that it worked. */
export function Tour() {
  const { data: demo } = useDemo();
  return demo === undefined ? <Skeleton height={520} radius="lg" aria-hidden /> : <TourOf demo={demo} />;
}

function TourOf({ demo }: { demo: Demo }) {
  const { t } = useWords();
  const [track, setTrack] = useLocalStorage<Track>({
    key: 'seonmul.tour.track',
    defaultValue: 'gift',
    getInitialValueInEffect: false,
  });
  const progress = useProgress(demo, track);
  const steps = { ...useSteps(demo), ...useOperatorSteps(demo) };
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
        <SegmentedControl
          fullWidth
          mt="xs"
          mb="xs"
          aria-label={t('tour.track')}
          value={track}
          onChange={(chosen) => {
            setTrack(chosen === 'operator' ? 'operator' : 'gift');
            setChosen(undefined);
          }}
          data={[
            { value: 'gift', label: t('tour.track_gift') },
            { value: 'operator', label: t('tour.track_operator') },
          ]}
        />
        <Text size="sm" c="dimmed">
          {t(track === 'gift' ? 'tour.intro' : 'tour.operator_intro')}
        </Text>
        <Group gap="sm" wrap="nowrap" mt="xs">
          <Bar
            value={(100 * doneCount) / progress.steps.length}
            flex={1}
            size="sm"
            aria-label={t('tour.title')}
          />
          <Text size="xs" c="dimmed" className="amount">
            {t('tour.progress', { done: doneCount, steps: progress.steps.length })}
          </Text>
        </Group>
      </header>
      <ol className="tour-steps" data-goes-on>
        {progress.steps.map((step, index) => (
          <Step
            key={step.id}
            step={step}
            no={index + 1}
            shown={steps[step.id]}
            isOpen={open === step.id}
            progress={progress}
            onOpen={() => setChosen(open === step.id ? undefined : step.id)}
            onTicked={() => setChosen(undefined)}
          />
        ))}
      </ol>
      {current === undefined && <Finished demo={demo} track={track} />}
    </section>
  );
}

type StepProps = {
  step: TourStep;
  no: number;
  shown: StepShown;
  isOpen: boolean;
  progress: Progress;
  onOpen: () => void;
  onTicked: () => void;
};

function Step({ step, no, shown, isOpen, progress, onOpen, onTicked }: StepProps) {
  const { id, provenBy, countedAs } = step;
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
            {t(hintOf(progress.isProven(id), provenBy !== undefined, countedAs !== undefined))}
          </p>
        </div>
      )}
    </li>
  );
}

function hintOf(isProven: boolean, isByText: boolean, isCounted: boolean) {
  if (isByText) return isProven ? 'tour.seen' : 'tour.by_itself';
  if (isCounted) return isProven ? 'tour.counted' : 'tour.when_done';
  return 'tour.later';
}

function Finished({ demo, track }: { demo: Demo; track: Track }) {
  const { t } = useWords();
  const management = demo.servers.find(({ role }) => role === 'management')?.url ?? '';
  return (
    <div className="tour-finished" role="status">
      <IconConfetti size={32} aria-hidden />
      <Title order={3} size="h4">
        {t('tour.finished')}
      </Title>
      <p>{t(track === 'gift' ? 'tour.finished_what' : 'tour.operator_finished_what')}</p>
      <Outside to={`${management}/console`}>{t('tour.open_console')}</Outside>
    </div>
  );
}
