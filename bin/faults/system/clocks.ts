import { renameSync, writeFileSync } from 'node:fs';

/** Every process's own clock file: what the time is in common, and how far one of them is off. */
export class Clocks {
  readonly #files = new Map<string, string>();
  readonly #off = new Map<string, number>();
  #common_ms = 0;

  add(process: string, file: string): void {
    this.#files.set(process, file);
    this.#write(process);
  }

  now(): Date {
    return new Date(Date.now() + this.#common_ms);
  }

  /** Sets all clocks forward. */
  advance(ms: number): void {
    this.#common_ms += ms;
    for (const process of this.#files.keys()) this.#write(process);
  }

  /** One process's clock is so much off; 0 sets it right. */
  setOff(process: string, ms: number): void {
    this.#off.set(process, ms);
    this.#write(process);
  }

  setRight(): void {
    for (const process of this.#off.keys()) this.setOff(process, 0);
  }

  /** A process that reads it meanwhile reads the old one or the new one. */
  #write(process: string): void {
    const file = this.#files.get(process);
    if (file === undefined) throw new Error(`${process} has no clock.`);
    const offset_ms = this.#common_ms + (this.#off.get(process) ?? 0);
    writeFileSync(`${file}.new`, JSON.stringify({ offset_ms }));
    renameSync(`${file}.new`, file);
  }
}
