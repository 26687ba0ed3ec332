import { useState } from 'react';

const PREFIX = 'seonmul.kept.';

/**
 * What is typed or reached on a page, kept in this tab across a reload; `undefined` forgets it. Never a secret. `isKind`
 * tells what an older version of the page may have left from what this one takes.
 */
export function useKept<T>(
  key: string,
  isKind: (stored: unknown) => stored is T,
): [T | undefined, (value: T | undefined) => void] {
  const name = `${PREFIX}${key}`;
  const [value, set] = useState(() => {
    const stored: unknown = JSON.parse(sessionStorage.getItem(name) ?? 'null');
    return isKind(stored) ? stored : undefined;
  });
  return [
    value,
    (changed) => {
      set(changed);
      if (changed === undefined) sessionStorage.removeItem(name);
      else sessionStorage.setItem(name, JSON.stringify(changed));
    },
  ];
}

/** The next person at this browser is somebody else. */
export function forgetKept(): void {
  for (const name of Object.keys(sessionStorage))
    if (name.startsWith(PREFIX)) sessionStorage.removeItem(name);
}

/** Whether it is an object with these texts. */
export function hasTexts<Name extends string>(
  stored: unknown,
  names: readonly Name[],
): stored is Record<Name, string> {
  if (typeof stored !== 'object' || stored === null) return false;
  const members = new Map(Object.entries(stored));
  return names.every((name) => typeof members.get(name) === 'string');
}
