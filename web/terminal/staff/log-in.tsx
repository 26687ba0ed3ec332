import { PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { answered } from '../../kit/problem.ts';
import { useCommonWords } from '../../kit/words.tsx';
import { useSecretRequest } from '../device/secret-request.ts';
import { publicApi } from '../device/session.ts';
import { useTerminal } from '../device/terminal.tsx';
import { Question, Refused } from '../parts/question.tsx';
import { useWords } from '../words.ts';

export type Staff = { login: string; name: string };

const LOGIN_KEY = 'seonmul.terminal.login';

/** Staff unlock the till with their office login. The session is a cookie that no script reads; it ends when the screen locks. */
export function StaffLogIn({ onEntered }: { onEntered(staff: Staff): void }) {
  const { t } = useWords();
  const common = useCommonWords();
  const { online } = useTerminal();
  // The person who logged in last is likely to return, and a login name is no secret.
  const [login, setLogin] = useState(localStorage.getItem(LOGIN_KEY) ?? '');
  const [password, setPassword] = useState('');
  const { send, busy, problem } = useSecretRequest(
    (secret: string) =>
      answered(
        publicApi.POST('/v1/office/sessions', { body: { login, password: secret, use_cookie: true } }),
      ),
    ({ staff }) => {
      localStorage.setItem(LOGIN_KEY, staff.login);
      onEntered(staff);
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setPassword('');
    void send(password);
  };
  return (
    <Question
      title={t('till.log_in')}
      hint={t('till.log_in_hint')}
      details={<Refused problem={password === '' ? problem : undefined} />}
    >
      <form onSubmit={submit} className="log-in">
        <TextInput
          size="xl"
          label={common.t('common.login')}
          value={login}
          autoComplete="off"
          autoCapitalize="none"
          required
          withAsterisk={false}
          onChange={({ currentTarget }) => setLogin(currentTarget.value)}
        />
        <PasswordInput
          size="xl"
          label={common.t('common.password')}
          value={password}
          autoComplete="off"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ 'aria-label': common.t('common.show_password') }}
          onChange={({ currentTarget }) => setPassword(currentTarget.value)}
        />
        <button type="submit" className="key key-done" disabled={busy || !online}>
          {t('till.unlock')}
        </button>
      </form>
    </Question>
  );
}
