import { officePagesEn } from '../../kit/words/office/office.en.ts';
import { useOfficeWords } from './words.ts';

type Subject = keyof typeof officePagesEn & `office.did.${string}`;

/** Puts an audit trail's action such as `POST /v1/office/stores` into words; undefined for unknown ones. */
export function useActionName(): (action: string) => string | undefined {
  const { t } = useOfficeWords();
  return (action) => {
    const [, method, room] = /^(\w+) \/v1\/office\/([a-z-]+)/.exec(action) ?? [];
    const subject = `office.did.${room}`;
    if (!isSubject(subject)) return undefined;
    return t(method === 'GET' ? 'office.did_see' : 'office.did_change', { what: t(subject) });
  };
}

function isSubject(key: string): key is Subject {
  return key in officePagesEn;
}
