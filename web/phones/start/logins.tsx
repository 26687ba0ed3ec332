import './logins.css';
import type { Demo, ServerRole } from '../api.ts';
import { CopyableValue } from '../copyable.tsx';
import { useWords } from '../words.ts';

type Login = { who: string; login: string; password: string };

/** Logins with their passwords. */
export function Logins({ of }: { of: readonly Login[] }) {
  const { t } = useWords();
  return (
    <dl className="logins">
      {of.map(({ who, login, password }) => (
        <div key={login} className="login">
          <dt>{who}</dt>
          <dd>
            <CopyableValue label={t('tour.login')} value={login} />
          </dd>
          <dd>
            <CopyableValue label={t('tour.password')} value={password} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The staff of one server. */
export function StaffOf({ demo, at }: { demo: Demo; at: ServerRole }) {
  const { t } = useWords();
  const staff = demo.staff.filter((person) => person.at === at);
  return (
    <Logins
      of={staff.map(({ role, login, password }) => ({ who: t(`begin.role.${role}`), login, password }))}
    />
  );
}
