import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useBreak } from '../kit/boundary.tsx';
import { answered } from '../kit/problem.ts';
import { useOnline } from './device/connection.ts';
import { type Device, isTerminalUnknown, TerminalSession, terminalApi } from './device/session.ts';
import { forget, keep, type MoneyAction, type PendingAction, readKept } from './device/store.ts';
import { type Terminal, TerminalProvider } from './device/terminal.tsx';
import { Enrol } from './enrol.tsx';
import { Bar } from './parts/bar.tsx';
import { Choice, Question } from './parts/question.tsx';
import { Screens, useVisit } from './screens.tsx';
import { PendingActionScreen, PendingElsewhere } from './staff/pending-action.tsx';
import { useWords } from './words.ts';

/** The terminal, enrolled or not. */
export function TerminalApp() {
  const [device, setDevice] = useState<Device | null | undefined>(undefined);
  const online = useOnline();
  const breakOff = useBreak();
  useEffect(() => {
    readKept('device').then((kept) => setDevice(kept ?? null), breakOff);
  }, [breakOff]);
  if (device === undefined) return <Bar online={online}>{null}</Bar>;
  if (device === null)
    return (
      <Bar online={online}>
        <Enrol onEnrolled={setDevice} />
      </Bar>
    );
  return (
    <Enrolled
      key={device.terminal_id}
      device={device}
      online={online}
      onEnrolAgain={() => {
        void forget('device').then(() => setDevice(null));
      }}
    />
  );
}

type EnrolledProps = { device: Device; online: boolean; onEnrolAgain(): void };

function Enrolled({ device, online, onEnrolAgain }: EnrolledProps) {
  const { t } = useWords();
  const session = useMemo(() => new TerminalSession(device), [device]);
  const api = useMemo(() => terminalApi(session), [session]);
  const place = useQuery({
    queryKey: ['terminal', device.terminal_id],
    queryFn: () => answered(api.GET('/v1/terminal')),
    staleTime: Number.POSITIVE_INFINITY,
    // The connection returns by itself, and there may be nobody at the terminal to press a key.
    refetchInterval: (query) => (query.state.data === undefined ? 5_000 : false),
  });
  const [pending, setPending] = usePending();
  const signOut = useCallback(() => {
    // The screen is locked even if this gets no answer.
    void api.DELETE('/v1/terminal/clerk-sessions/current').catch(() => undefined);
  }, [api]);
  const visit = useVisit(signOut);
  const { terminal_id } = device;
  const { clerk } = visit;
  const submit = useCallback(
    async (action: MoneyAction) => {
      const by = clerk === null ? {} : { clerk_name: clerk.name };
      const pendingAction = { ...action, ...by, terminal_id };
      await keep('pending', pendingAction);
      setPending(pendingAction);
    },
    [terminal_id, clerk, setPending],
  );
  const clearPending = (then?: 'signed_out' | 'next_sale') => {
    if (then === 'signed_out') visit.lock();
    if (then === 'next_sale' && clerk !== null) visit.go('staff', 'redeem');
    void forget('pending').then(() => setPending(null));
  };

  if (place.data === undefined || pending === undefined)
    return (
      <Bar online={online}>
        {isTerminalUnknown(place.error) ? (
          <EnrolAgain isPending={pending != null} onEnrolAgain={onEnrolAgain} />
        ) : (
          <Question title={t('terminal.starting')} />
        )}
      </Bar>
    );
  const terminal: Terminal = { api, place: place.data, online, submit, signOut };
  return (
    <TerminalProvider terminal={terminal}>
      {pending === null ? (
        <Screens visit={visit} />
      ) : (
        <Bar online={online} place={place.data}>
          {pending.terminal_id === terminal_id ? (
            <PendingActionScreen key={pending.idempotency_key} action={pending} onDone={clearPending} />
          ) : (
            <PendingElsewhere action={pending} onChecked={() => clearPending()} />
          )}
        </Bar>
      )}
    </TerminalProvider>
  );
}

/** The office blocked the terminal, or another device was enrolled in its place. */
function EnrolAgain({ isPending, onEnrolAgain }: { isPending: boolean; onEnrolAgain(): void }) {
  const { t } = useWords();
  return (
    <Question
      title={t('terminal.enrol_again')}
      hint={t('terminal.enrol_again_detail')}
      details={isPending && <p className="warned">{t('till.settling_blocked')}</p>}
    >
      <Choice primary title={t('terminal.enrol_with_code')} onChoose={onEnrolAgain} />
    </Question>
  );
}

/** The action whose outcome is unknown; undefined until the device's storage has been read. */
function usePending() {
  const [pending, setPending] = useState<PendingAction | null | undefined>(undefined);
  const breakOff = useBreak();
  useEffect(() => {
    readKept('pending').then((kept) => setPending(kept ?? null), breakOff);
  }, [breakOff]);
  return [pending, setPending] as const;
}
