import { useIdle } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { Buy } from './buy/buy.tsx';
import { type CameBack, cameBack, endTrip } from './buy/card-trip.ts';
import { useDisplayAtRest } from './device/display.ts';
import { useTerminal } from './device/terminal.tsx';
import { Bar } from './parts/bar.tsx';
import { Receive } from './receive/receive.tsx';
import { type Clerk, ClerkSignIn } from './staff/sign-in.tsx';
import { type Job, StaffMode } from './staff/staff-mode.tsx';
import { Welcome } from './welcome.tsx';
import { useWords } from './words.ts';

/** After so long without a touch, what was typed is cleared. */
const FORGET_MS = 60_000;
/** And after so long, the clerk is signed out as well. */
const LOCK_MS = 180_000;

type Screen = 'welcome' | 'receive' | 'buy' | 'staff';

export type Visit = {
  screen: Screen;
  clerk: Clerk | null;
  /** A member who went to add a card while buying. */
  back: CameBack | undefined;
  /** A new number remounts the screen, which clears what was typed. */
  round: number;
  /** What the clerk goes on with. */
  job: Job | undefined;
  go(screen: Screen, job?: Job): void;
  enter(clerk: Clerk): void;
  lock(): void;
};

/** Which screen is shown and which clerk is signed in. It clears input and locks when idle. */
export function useVisit(signOut: () => void): Visit {
  const [back, setBack] = useState(cameBack);
  const [screen, setScreen] = useState<Screen>(back === undefined ? 'welcome' : 'buy');
  const [clerk, setClerk] = useState<Clerk | null>(null);
  const [round, setRound] = useState(0);
  const [job, setJob] = useState<Job | undefined>(undefined);
  const untouched = useIdle(FORGET_MS, { initialState: false });
  const abandoned = useIdle(LOCK_MS, { initialState: false });

  useEffect(endTrip, []);

  const go = (next: Screen, nextJob?: Job) => {
    setBack(undefined);
    setJob(nextJob);
    setScreen(next);
    setRound((last) => last + 1);
  };
  const lock = () => {
    if (clerk !== null) signOut();
    setClerk(null);
    go('welcome');
  };
  const forgetTyped = () => go(clerk === null ? 'welcome' : 'staff');
  // Runs only at the moment it becomes idle.
  // biome-ignore lint/correctness/useExhaustiveDependencies: said above
  useEffect(() => {
    if (untouched) forgetTyped();
  }, [untouched]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: said above
  useEffect(() => {
    if (abandoned) lock();
  }, [abandoned]);

  return { screen, clerk, back, round, job, go, enter: setClerk, lock };
}

export function Screens({ visit }: { visit: Visit }) {
  const { place, online } = useTerminal();
  const { t, locale } = useWords();
  const { screen, clerk, back, round, job, go, enter, lock } = visit;
  useDisplayAtRest(place.brand, locale);
  const home = () => go('welcome');
  return (
    <Bar
      online={online}
      place={place}
      at={`${screen} ${round}`}
      {...(screen === 'welcome' ? { onStaff: () => go('staff') } : {})}
      {...(screen === 'receive' || screen === 'buy' || (screen === 'staff' && clerk === null)
        ? { onQuit: home }
        : {})}
      {...(screen === 'staff' && clerk !== null ? { staff: { name: clerk.name, onLock: lock } } : {})}
    >
      {screen === 'welcome' && (
        <Welcome key={round} onReceive={() => go('receive')} onBuy={() => go('buy')} />
      )}
      {screen === 'receive' && <Receive key={round} onDone={home} />}
      {screen === 'buy' && <Buy key={round} back={back} onDone={home} />}
      {screen === 'staff' &&
        (clerk === null ? (
          <ClerkSignIn
            key={round}
            title={t('till.sign_in')}
            hint={t('till.sign_in_hint')}
            onSignedIn={enter}
          />
        ) : (
          <StaffMode key={round} start={job} onRestart={() => go('staff')} />
        ))}
    </Bar>
  );
}
