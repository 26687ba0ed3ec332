import { useIdle } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { Buy } from './buy/buy.tsx';
import { publicApi } from './device/session.ts';
import { useTerminal } from './device/terminal.tsx';
import { Bar } from './parts/bar.tsx';
import { Receive } from './receive/receive.tsx';
import { type Staff, StaffLogIn } from './staff/log-in.tsx';
import { StaffMode } from './staff/staff-mode.tsx';
import { Welcome } from './welcome.tsx';

/** Nobody has touched the screen for so long: what was typed is forgotten. */
const FORGET_MS = 60_000;
/** And after so long staff are out as well. */
const LOCK_MS = 180_000;

type Screen = 'welcome' | 'receive' | 'buy' | 'staff';

export type Visit = {
  screen: Screen;
  staff: Staff | null;
  /** Another number, and every screen forgets what was typed on it. */
  round: number;
  go(screen: Screen): void;
  enter(staff: Staff): void;
  lock(): void;
};

/** Who stands before the terminal and where they are. It locks itself, and forgets. */
export function useVisit(): Visit {
  const [screen, setScreen] = useState<Screen>('welcome');
  const [staff, setStaff] = useState<Staff | null>(null);
  const [round, setRound] = useState(0);
  const untouched = useIdle(FORGET_MS, { initialState: false });
  const abandoned = useIdle(LOCK_MS, { initialState: false });

  const go = (next: Screen) => {
    setScreen(next);
    setRound((last) => last + 1);
  };
  const lock = () => {
    // The cookie goes too; should this get no answer, the screen is locked all the same.
    if (staff !== null) void publicApi.DELETE('/v1/office/sessions/current').catch(() => undefined);
    setStaff(null);
    go('welcome');
  };
  const forgetTyped = () => go(staff === null ? 'welcome' : 'staff');
  // Only the moment in which it becomes idle counts, not what else changes while it is.
  // biome-ignore lint/correctness/useExhaustiveDependencies: said above
  useEffect(() => {
    if (untouched) forgetTyped();
  }, [untouched]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: said above
  useEffect(() => {
    if (abandoned) lock();
  }, [abandoned]);

  return { screen, staff, round, go, enter: setStaff, lock };
}

export function Screens({ visit }: { visit: Visit }) {
  const { place, lineUp } = useTerminal();
  const { screen, staff, round, go, enter, lock } = visit;
  const home = () => go('welcome');
  return (
    <Bar
      lineUp={lineUp}
      place={place}
      at={`${screen} ${round}`}
      {...(screen === 'welcome' ? { onStaff: () => go('staff') } : {})}
      {...(screen === 'receive' || screen === 'buy' || (screen === 'staff' && staff === null)
        ? { onQuit: home }
        : {})}
      {...(screen === 'staff' && staff !== null ? { staff: { name: staff.name, onLock: lock } } : {})}
    >
      {screen === 'welcome' && (
        <Welcome key={round} onReceive={() => go('receive')} onBuy={() => go('buy')} />
      )}
      {screen === 'receive' && <Receive key={round} onDone={home} />}
      {screen === 'buy' && <Buy key={round} onDone={home} />}
      {screen === 'staff' &&
        (staff === null ? (
          <StaffLogIn key={round} onEntered={enter} />
        ) : (
          <StaffMode key={round} onRestart={() => go('staff')} />
        ))}
    </Bar>
  );
}
