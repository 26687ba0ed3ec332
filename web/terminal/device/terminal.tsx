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

/** What every screen of an enrolled terminal has. */
export type Terminal = {
  api: ShopApi;
  place: TerminalPlace;
  /** Whether the server answers; without it nothing that moves money may be begun. */
  lineUp: boolean;
  /** Begins a change of money: kept on the device first, then asked until its answer is known. */
  settle(action: MoneyAction): Promise<void>;
};

const Context = createContext<Terminal | undefined>(undefined);

export function TerminalProvider({ terminal, children }: { terminal: Terminal; children: ReactNode }) {
  return <Context value={terminal}>{children}</Context>;
}

export function useTerminal(): Terminal {
  const terminal = useContext(Context);
  if (terminal === undefined) throw new Error('A screen of the terminal stands outside of it.');
  return terminal;
}
