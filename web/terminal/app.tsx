import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { answered } from '../kit/problem.ts';
import { useLine } from './device/line.ts';
import { type Device, isTerminalUnknown, TerminalSession, terminalApi } from './device/session.ts';
import { forget, keep, type PendingAction, readKept } from './device/store.ts';
import { type Terminal, TerminalProvider } from './device/terminal.tsx';
import { Enrol } from './enrol.tsx';
import { Bar } from './parts/bar.tsx';
import { Question, Refused } from './parts/question.tsx';
import { Screens, useVisit } from './screens.tsx';
import { Settling } from './staff/settling.tsx';
import { useWords } from './words.ts';

/** The terminal: enrolled or not yet. */
export function TerminalApp() {
  const { t } = useWords();
  const [device, setDevice] = useState<Device | null | undefined>(undefined);
  const lineUp = useLine();
  useEffect(() => {
    readKept('device').then((kept) => setDevice(kept ?? null));
  }, []);
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
      starting={t('terminal.starting')}
    />
  );
}

type EnrolledProps = { device: Device; lineUp: boolean; onEnrolAgain(): void; starting: string };

function Enrolled({ device, lineUp, onEnrolAgain, starting }: EnrolledProps) {
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
  const begin = useCallback(
    async (action: PendingAction) => {
      await keep('pending', action);
      setPending(action);
    },
    [setPending],
  );

  if (place.data === undefined || pending === undefined) {
    const blocked = isTerminalUnknown(place.error);
    return (
      <Bar lineUp={lineUp}>
        {blocked && pending === null ? (
          <Question title={t('terminal.enrol_again')} hint={t('terminal.enrol_again_detail')}>
            <button type="button" className="key key-done" onClick={onEnrolAgain}>
              {t('terminal.enrol_with_code')}
            </button>
          </Question>
        ) : (
          <Question title={starting} said={<Refused problem={blocked ? place.error : null} />} />
        )}
      </Bar>
    );
  }
  const terminal: Terminal = { api, place: place.data, lineUp, settle: begin };
  return (
    <TerminalProvider terminal={terminal}>
      {pending === null ? (
        <Screens visit={visit} />
      ) : (
        <Bar lineUp={lineUp} place={place.data}>
          <Settling
            key={pending.idempotency_key}
            action={pending}
            onSettled={() => {
              void forget('pending').then(() => setPending(null));
            }}
          />
        </Bar>
      )}
    </TerminalProvider>
  );
}

/** What was asked for and not answered yet; undefined until the device has said whether there is any. */
function usePending() {
  const [pending, setPending] = useState<PendingAction | null | undefined>(undefined);
  useEffect(() => {
    readKept('pending').then((kept) => setPending(kept ?? null));
  }, []);
  return [pending, setPending] as const;
}
