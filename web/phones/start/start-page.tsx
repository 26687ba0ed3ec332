import './start-page.css';
import { Button, Container, Text, Title } from '@mantine/core';
import { IconArrowRight, IconDeviceMobile } from '@tabler/icons-react';
import { Link } from 'react-router';
import { Answer } from '../../kit/notice.tsx';
import { useDemo } from '../api.ts';
import { useProgress } from '../tour/progress.ts';
import { useWords } from '../words.ts';
import { Places } from './places.tsx';
import { Scene } from './scene.tsx';
import { Servers } from './servers.tsx';

/** The start page: introduction, link to the tour, and what can be tried where. */
export function StartPage() {
  const { t } = useWords();
  const demo = useDemo();
  const { doneCount, steps } = useProgress(demo.data, 'gift');
  const isInProgress = doneCount > 0 && doneCount < steps.length;
  return (
    <Container size="xl" className="start">
      <section className="hero">
        <div>
          <Title order={1} className="hero-title">
            {t('begin.title')}
          </Title>
          <Text className="hero-lead">{t('begin.lead')}</Text>
          <div className="hero-acts">
            <Button
              component={Link}
              to="/phones"
              size="lg"
              rightSection={<IconArrowRight size={20} aria-hidden />}
            >
              {t(isInProgress ? 'tour.go_on' : 'tour.start')}
            </Button>
            {isInProgress && (
              <Text c="dimmed" size="sm">
                {t('tour.progress', { done: doneCount, steps: steps.length })}
              </Text>
            )}
          </div>
          <Text c="dimmed" size="sm" className="hero-note">
            <IconDeviceMobile size={16} aria-hidden /> {t('begin.invented')}
          </Text>
        </div>
        <Scene demo={demo.data} />
      </section>
      <Answer of={demo} height={900}>
        {(found) => (
          <>
            <Places demo={found} />
            <Servers demo={found} />
          </>
        )}
      </Answer>
    </Container>
  );
}
