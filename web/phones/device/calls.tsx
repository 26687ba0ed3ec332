import './calls.css';
import { ActionIcon, Button, Title } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconPhone, IconPhoneOff, IconVolume, IconVolumeOff } from '@tabler/icons-react';
import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Answer, ProblemNotice } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { api, type Call, useCall, useDemo } from '../api.ts';
import { Copyable, Copyables } from '../copyable.tsx';
import { useWords } from '../words.ts';
import { Captions } from './captions.tsx';
import { Keypad } from './keypad.tsx';
import { useRingTone } from './ring-tone.ts';
import { useSpeech } from './speech.ts';

/** A phone's call: ringing, in progress, or idle with a button to call the service. */
export function Calls({ number }: { number: string }) {
  const call = useCall(number);
  return (
    <Answer of={call} height={400}>
      {(found) => <CallScreen number={number} call={found} />}
    </Answer>
  );
}

type Move = 'call' | 'answer' | 'decline' | 'hang_up';
type MoveMutation = UseMutationResult<Call, Error, Move>;

function useMoveMutation(number: string): MoveMutation {
  const queries = useQueryClient();
  const params = { path: { number } };
  const requests = {
    call: () => api.POST('/v1/phones/{number}/call', { params }),
    answer: () => api.POST('/v1/phones/{number}/call/answer', { params }),
    decline: () => api.POST('/v1/phones/{number}/call/decline', { params }),
    hang_up: () => api.DELETE('/v1/phones/{number}/call', { params }),
  };
  return useMutation({
    mutationFn: (move: Move) => answered<Call>(requests[move]()),
    onSettled: () => queries.invalidateQueries({ queryKey: ['call', number] }),
  });
}

function CallScreen({ number, call }: { number: string; call: Call }) {
  const move = useMoveMutation(number);
  const isMissed = call.state === 'ended' && call.captions.length === 0;
  return (
    <div className="call" data-state={call.state}>
      {move.isError && <ProblemNotice thrown={move.error} />}
      {call.state === 'ringing' ? (
        <Ringing move={move} />
      ) : call.state === 'idle' || isMissed ? (
        <Idle number={number} move={move} isMissed={isMissed && call.direction === 'in'} />
      ) : (
        <Talking number={number} call={call} move={move} />
      )}
    </div>
  );
}

/** Whether calls are silent, with captions only; saved in this browser. */
function useMuted() {
  return useLocalStorage({ key: 'seonmul.muted', defaultValue: false, getInitialValueInEffect: false });
}

function Ringing({ move }: { move: MoveMutation }) {
  const { t } = useWords();
  const [isIgnored, setIgnored] = useState(false);
  const [isMuted] = useMuted();
  useRingTone(!isIgnored && !isMuted);
  return (
    <div className="call-ringing" data-ignored={isIgnored || undefined}>
      <div role="alert">
        <p className="call-kind">{t('phones.call_incoming')}</p>
        <Title order={3} className="call-who">
          {t('phones.service')}
        </Title>
      </div>
      <p className="call-hint" aria-live="polite">
        {isIgnored && t('phones.ignored')}
      </p>
      <div className="call-choices">
        <RoundButton
          color="red"
          label={t('phones.decline')}
          icon={<IconPhoneOff size={30} aria-hidden />}
          onPress={() => move.mutate('decline')}
        />
        <RoundButton
          color="teal.9"
          label={t('phones.answer')}
          icon={<IconPhone size={30} aria-hidden />}
          onPress={() => move.mutate('answer')}
        />
      </div>
      <Button variant="subtle" color="gray" disabled={isIgnored} onClick={() => setIgnored(true)}>
        {t('phones.ignore')}
      </Button>
    </div>
  );
}

type RoundButtonProps = { color: string; label: string; icon: React.ReactNode; onPress: () => void };

function RoundButton({ color, label, icon, onPress }: RoundButtonProps) {
  return (
    <div className="call-round">
      <ActionIcon size={68} radius="xl" color={color} onClick={onPress} aria-label={label}>
        {icon}
      </ActionIcon>
      <span aria-hidden>{label}</span>
    </div>
  );
}

function Idle({ number, move, isMissed }: { number: string; move: MoveMutation; isMissed: boolean }) {
  const { t } = useWords();
  const buyer = useDemo().data?.buyers.find(({ mobile }) => mobile === number);
  return (
    <div className="call-idle">
      <Title order={3} className="call-who">
        {t('phones.service')}
      </Title>
      {isMissed && (
        <p className="call-note" role="status">
          {t('phones.call_missed')}
        </p>
      )}
      <p className="call-hint">{t('phones.call_service_what')}</p>
      {buyer !== undefined && (
        <div className="call-as">
          <p className="call-hint">{t('phones.call_as')}</p>
          <Copyables>
            <Copyable label={t('phones.member_number')} value={buyer.member_number} />
            <Copyable label={t('phones.phone_pin')} value={buyer.phone_pin} />
          </Copyables>
        </div>
      )}
      <Button
        color="teal.9"
        size="lg"
        radius="xl"
        leftSection={<IconPhone size={20} aria-hidden />}
        loading={move.isPending}
        onClick={() => move.mutate('call')}
      >
        {t('phones.call_service')}
      </Button>
    </div>
  );
}

function Talking({ number, call, move }: { number: string; call: Call; move: MoveMutation }) {
  const { t } = useWords();
  const [isMuted, setMuted] = useMuted();
  const hush = useSpeech(number, call, isMuted);
  const isOver = call.state === 'ended';
  return (
    <>
      <header className="call-head">
        <Title order={3} size="h5">
          {t('phones.service')}
        </Title>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t(isMuted ? 'phones.unmute' : 'phones.mute')}
          onClick={() => setMuted(!isMuted)}
        >
          {isMuted ? <IconVolumeOff size={20} aria-hidden /> : <IconVolume size={20} aria-hidden />}
        </ActionIcon>
      </header>
      <Captions captions={call.captions} />
      {call.state === 'talking' && <Keypad number={number} listening={call.listening} onKey={hush} />}
      {call.state !== 'talking' && (
        <p className="call-note" role="status">
          {t(isOver ? 'phones.call_over' : 'phones.call_operator')}
        </p>
      )}
      <div className="call-end">
        {isOver ? (
          <Button
            color="teal.9"
            radius="xl"
            leftSection={<IconPhone size={18} aria-hidden />}
            loading={move.isPending}
            onClick={() => move.mutate('call')}
          >
            {t('phones.call_service')}
          </Button>
        ) : (
          <Button
            color="red"
            radius="xl"
            leftSection={<IconPhoneOff size={18} aria-hidden />}
            onClick={() => move.mutate('hang_up')}
          >
            {t('phones.hang_up')}
          </Button>
        )}
      </div>
    </>
  );
}
