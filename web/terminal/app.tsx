import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useBreak } from '../kit/boundary.tsx';
import { answered } from '../kit/problem.ts';
import { useLine } from './device/line.ts';
import { type Device, isTerminalUnknown, TerminalSession, terminalApi } from './device/session.ts';
import { forget, keep, type MoneyAction, type PendingAction, readKept } from './device/store.ts';
import { type Terminal, TerminalProvider } from './device/terminal.tsx';
import { Enrol } from './enrol.tsx';
import { Bar } from './parts/bar.tsx';
import { Choice, Question } from './parts/question.tsx';
import { Screens, useVisit } from './screens.tsx';
import { OfAnotherTerminal, Settling } from './staff/settling.tsx';
import { useWords } from './words.ts';

/** The terminal: enrolled or not yet. */
export function TerminalApp() {
  const [device, setDevice] = useState<Device | null | undefined>(undefined);
  const lineUp = useLine();
  const breakOff = useBreak();
  useEffect(() => {
    readKept('device').then((kept) => setDevice(kept ?? null), breakOff);
  }, [breakOff]);
  if (device === undefined) return <Bar lineUp={lineUp}>{null}</Bar>;
  if (device === null)
    return (
      <Bar lineUp={lineUp}>
        <Enrol onEnrolled={setDevice} />
      </Bar>
    );
  return (
    <Enrolled
      key={device.terminal_id}
      device={device}
      lineUp={lineUp}
      onEnrolAgain={() => {
        void forget('device').then(() => setDevice(null));
      }}
    />
  );
}

type EnrolledProps = { device: Device; lineUp: boolean; onEnrolAgain(): void };

function Enrolled({ device, lineUp, onEnrolAgain }: EnrolledProps) {
  const { t } = useWords();
  const session = useMemo(() => new TerminalSession(device), [device]);
  const api = useMemo(() => terminalApi(session), [session]);
  const place = useQuery({
    queryKey: ['terminal', device.terminal_id],
    queryFn: () => answered(api.GET('/v1/terminal')),
    staleTime: Number.POSITIVE_INFINITY,
    // The line comes back by itself, and nobody stands at the terminal to press a key.
    refetchInterval: (query) => (query.state.data === undefined ? 5_000 : false),
  });
  const [pending, setPending] = usePending();
  const visit = useVisit();
  const { terminal_id } = device;
  const settle = useCallback(
    async (action: MoneyAction) => {
      const asked = { ...action, terminal_id };
      await keep('pending', asked);
      setPending(asked);
    },
    [terminal_id, setPending],
  );
  const settled = () => {
    void forget('pending').then(() => setPending(null));
  };

  if (place.data === undefined || pending === undefined)
    return (
      <Bar lineUp={lineUp}>
        {isTerminalUnknown(place.error) ? (
          <EnrolAgain isPending={pending != null} onEnrolAgain={onEnrolAgain} />
        ) : (
          <Question title={t('terminal.starting')} />
        )}
      </Bar>
    );
  const terminal: Terminal = { api, place: place.data, lineUp, settle };
  return (
    <TerminalProvider terminal={terminal}>
      {pending === null ? (
        <Screens visit={visit} />
      ) : (
        <Bar lineUp={lineUp} place={place.data}>
          {pending.terminal_id === terminal_id ? (
            <Settling key={pending.idempotency_key} action={pending} onSettled={settled} />
          ) : (
            <OfAnotherTerminal action={pending} onChecked={settled} />
          )}
        </Bar>
      )}
    </TerminalProvider>
  );
}

/** The office blocked the terminal, or another device took its place. */
function EnrolAgain({ isPending, onEnrolAgain }: { isPending: boolean; onEnrolAgain(): void }) {
  const { t } = useWords();
  return (
    <Question
      title={t('terminal.enrol_again')}
      hint={t('terminal.enrol_again_detail')}
      said={isPending && <p className="warned">{t('till.settling_blocked')}</p>}
    >
      <Choice primary title={t('terminal.enrol_with_code')} onChoose={onEnrolAgain} />
    </Question>
  );
}

/** What was asked for and not answered yet; undefined until the device has said whether there is any. */
function usePending() {
  const [pending, setPending] = useState<PendingAction | null | undefined>(undefined);
  const breakOff = useBreak();
  useEffect(() => {
    readKept('pending').then((kept) => setPending(kept ?? null), breakOff);
  }, [breakOff]);
  return [pending, setPending] as const;
}
