import { createContext, type ReactNode, useContext } from 'react';
import type { paths } from '../../api/shop.gen.ts';
import type { ShopApi } from './session.ts';
import type { MoneyAction } from './store.ts';

type Json<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;

export type TerminalPlace = Json<'/v1/terminal'>;

/** What every screen of an enrolled terminal can use. */
export type Terminal = {
  api: ShopApi;
  place: TerminalPlace;
  /** Whether the server answers; while it does not, nothing that moves money may start. */
  online: boolean;
  /** Submits a redemption or reversal: stored on the device first, then retried until its outcome is known. */
  submit(action: MoneyAction): Promise<void>;
  /** Signs the clerk out; a signed-in clerk who does nothing is signed out by the server. */
  signOut(): void;
};

const Context = createContext<Terminal | undefined>(undefined);

export function TerminalProvider({ terminal, children }: { terminal: Terminal; children: ReactNode }) {
  return <Context value={terminal}>{children}</Context>;
}

export function useTerminal(): Terminal {
  const terminal = useContext(Context);
  if (terminal === undefined) throw new Error('useTerminal() outside of a TerminalProvider.');
  return terminal;
}
