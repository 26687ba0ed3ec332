import { createSecretKey, randomBytes } from 'node:crypto';
import type { KeyRing, Secrets } from '../../kit/secrets.ts';

/** The same secrets with every key rotated: v2 is current, v1 still there. */
export function rotated(secrets: Secrets): Secrets {
  const rings = new Map<string, KeyRing>();
  return {
    keyRing(name) {
      const before = secrets.keyRing(name);
      const key = createSecretKey(randomBytes(32));
      const ring = rings.get(name) ?? {
        name,
        current: 'v2',
        byVersion: new Map([...before.byVersion, ['v2', key]]),
      };
      rings.set(name, ring);
      return ring;
    },
  };
}

/** The same secrets without the keys that are no longer current. */
export function withoutOldKeys(secrets: Secrets): Secrets {
  return {
    keyRing(name) {
      const { current, byVersion } = secrets.keyRing(name);
      return { name, current, byVersion: new Map([...byVersion].filter(([version]) => version === current)) };
    },
  };
}
