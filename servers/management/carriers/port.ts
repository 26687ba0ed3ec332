/**
 * One mobile operator, as this server sees it: the port that an adapter fills (docs/adapters/carriers.md). An adapter never
 * throws and logs neither numbers nor names.
 */
export type Carrier = {
  /** How it is called in logs, metrics and `CARRIERS_FILE`. */
  name: string;
  /** Whether the operator lets us in, without asking about anybody. */
  logIn(): Promise<CarrierAnswer<true>>;
  /** The name behind a number; without one on file, the number is as if it were not theirs. */
  lookUpName(phone: string): Promise<CarrierAnswer<string>>;
  /** Whether the number changed hands since a moment; operators know the day. */
  wasRecycledSince(phone: string, since: Date): Promise<CarrierAnswer<boolean>>;
  /** Whether the number's SIM was changed within so many hours. */
  wasSimSwapped(phone: string, hours: number): Promise<CarrierAnswer<boolean>>;
};

/** Only a clear answer is one; `silent` means that the operator kept us waiting or could not be reached. */
export type CarrierAnswer<T> =
  | { kind: 'answered'; value: T }
  | { kind: 'not_theirs' }
  | { kind: 'unknown'; reason: string; silent: boolean };
